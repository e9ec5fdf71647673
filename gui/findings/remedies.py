"""One thing to try for each finding: the command that does it, as the usual control would."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

from core.analysis.findings import Finding
from core.analysis.loss_findings import MOST_SPREAD_INPUTS
from core.engine.messages import RunInfo
from core.training.config import TrainingConfig
from gui.app import commands as c
from gui.optimizer.usual_settings import DEFAULT_RATE

TRIED_PATIENCE, TRIED_DROPOUT, TRIED_NORM, TRIED_SKIP_SCALE = 5, 0.2, 1.0, 0.1
WITH_FLAT_ENDS = ("sigmoid", "tanh")
# So many times another rate is the usual one's neighbour.
APART = 10


@dataclass(frozen=True)
class Remedy:
    """What to try.

    Attributes
    ----------
    name : str
        "random_weights", "spread_start", "relu", "residual", "skip_scale", "leaky_relu", "clipping", "rate",
        "adam", "early_stopping", "dropout" or "new_weights".
    command : object
        A command of the window.
    before, after : float
        What a number is, and what it becomes; NaN-free, 0 where it is about no number.
    """

    name: str
    command: object
    before: float = 0.0
    after: float = 0.0


def remedy_for(finding: Finding, info: RunInfo) -> Remedy | None:
    """What to try first with this run, set as `info` has it; None where all that is known is in force already."""
    architecture, config = info.architecture, info.config
    activations = architecture.activations
    start = "he" if set(activations) <= {"relu", "leaky_relu"} else "glorot"
    if finding.kind == "zero_biases" or (
        finding.kind == "zero_start" and info.sizes[0] <= MOST_SPREAD_INPUTS
    ):
        spread = architecture.changed(initializer="spread", initial_scale=None)
        return Remedy("spread_start", c.SetArchitecture(spread))
    random_weights = Remedy(
        "random_weights", c.SetArchitecture(architecture.changed(initializer=start, initial_scale=None))
    )
    if finding.kind == "zero_start":
        return random_weights
    if finding.kind == "vanishing":
        if not set(activations).isdisjoint(WITH_FLAT_ENDS):
            relu = architecture.changed(activation="relu", initializer="he", initial_scale=None)
            return Remedy("relu", c.SetArchitecture(relu))
        return _residual(info) or (None if architecture.initializer == start else random_weights)
    if finding.kind == "exploding":
        if architecture.skip and architecture.skip_scale > TRIED_SKIP_SCALE:
            gentle = architecture.changed(skip_scale=TRIED_SKIP_SCALE)
            return Remedy("skip_scale", c.SetArchitecture(gentle), architecture.skip_scale, TRIED_SKIP_SCALE)
        if architecture.initializer not in ("he", "glorot", "lecun"):
            return random_weights
        clipped = Remedy("clipping", c.SetConfig("clip_norm", TRIED_NORM), after=TRIED_NORM)
        return clipped if not config.clip_norm else None
    if finding.kind == "dead" and "relu" in activations:
        leaky = ["leaky_relu" if name == "relu" else name for name in activations]
        return Remedy("leaky_relu", c.SetArchitecture(architecture.changed(activation=leaky)))
    if finding.kind in ("rate_too_high", "rate_too_low"):
        return _rate(config, finding.kind == "rate_too_low")
    if finding.kind == "overfitting":
        if not config.patience:
            return Remedy("early_stopping", c.SetConfig("patience", TRIED_PATIENCE), after=TRIED_PATIENCE)
        if not config.dropout and architecture.hidden_layers:
            return Remedy("dropout", c.SetConfig("dropout", TRIED_DROPOUT), after=TRIED_DROPOUT)
        return None
    if finding.kind == "plateau" and config.optimizer == "sgd":
        return Remedy("adam", c.SetConfig("optimizer", "adam"))
    return Remedy("new_weights", c.DrawNewWeights())


def _residual(info: RunInfo) -> Remedy | None:
    """Residual connections, where there are none and the layers have room for them."""
    with_skips = info.architecture.changed(skip=True)
    if info.architecture.skip or not any(with_skips.residual(info.sizes[0])):
        return None
    return Remedy("residual", c.SetArchitecture(with_skips))


def _rate(config: TrainingConfig, is_low: bool) -> Remedy:
    """The optimizer's usual rate where this one is 10 times off or more, else 10 times as much or as little."""
    rate, usual = config.learning_rate, DEFAULT_RATE[config.optimizer]
    if is_low:
        tried = usual if rate * APART <= usual else rate * APART
    else:
        tried = usual if rate >= usual * APART else rate / APART
    # As one would type it.
    tried = round(tried, 2 - floor(log10(tried)))
    return Remedy("rate", c.SetConfig("learning_rate", tried), rate, tried)
