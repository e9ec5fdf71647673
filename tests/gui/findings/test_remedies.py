"""What is tried is something else than what is in force, and the next thing where that was tried."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.engine.messages import RunInfo
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.app import commands as c
from gui.findings.finding_words import remedy_words
from gui.findings.remedies import Remedy, remedy_for
from tests.gui.findings.some_findings import NUMBERS, finding

DENSE = Architecture.dense


def info(architecture: Architecture | None = None, n_in: int = 256, **settings: object) -> RunInfo:
    architecture = architecture or DENSE()
    sizes = (n_in, *architecture.hidden, 10)
    return RunInfo(0, architecture, TrainingConfig(**settings), sizes, 1, 100, 10, 4)  # type: ignore[arg-type]


def tried(kind: str, run: RunInfo) -> Remedy | None:
    return remedy_for(finding(kind), run)


@pytest.mark.parametrize(
    ("rate", "optimizer", "kind", "expected"),
    [
        (0.3, "adam", "rate_too_high", 0.001),
        (0.005, "adam", "rate_too_high", 0.0005),
        (5.0, "sgd", "rate_too_high", 0.1),
        (0.0001, "adam", "rate_too_low", 0.001),
        (0.0005, "adam", "rate_too_low", 0.005),
        (0.0001, "sgd", "rate_too_low", 0.1),
    ],
)
def test_another_rate_is_the_usual_one_or_ten_times_off(
    rate: float, optimizer: str, kind: str, expected: float
) -> None:
    remedy = tried(kind, info(learning_rate=rate, optimizer=optimizer))
    assert remedy == Remedy("rate", c.SetConfig("learning_rate", expected), rate, expected)


def test_a_flat_activation_gives_way_to_relu_then_layers_to_residual_ones() -> None:
    deep = info(DENSE((16, 16, 16), "sigmoid", initializer="normal"))
    remedy = tried("vanishing", deep)
    assert remedy is not None and isinstance(remedy.command, c.SetArchitecture)
    relu = remedy.command.architecture
    assert (relu.activation, relu.initializer, relu.initial_scale, relu.hidden) == (
        "relu",
        "he",
        None,
        (16, 16, 16),
    )
    skip = tried("vanishing", replace(deep, architecture=relu))
    assert skip is not None and skip.name == "residual" and skip.command.architecture.skip  # type: ignore[attr-defined]
    # Layers of different widths can't add their inputs.
    assert tried("vanishing", info(DENSE((32, 16)))) is None


def test_what_explodes_begins_smaller_or_is_clipped() -> None:
    wide = tried("exploding", info(DENSE(initializer="normal", initial_scale=2.0)))
    assert wide is not None and wide.command == c.SetArchitecture(DENSE())
    skips = tried("exploding", info(DENSE((16,) * 20, skip=True)))
    assert skips == Remedy(
        "skip_scale", c.SetArchitecture(DENSE((16,) * 20, skip=True, skip_scale=0.1)), 1.0, 0.1
    )
    assert tried("exploding", info()) == Remedy("clipping", c.SetConfig("clip_norm", 1.0), after=1.0)
    assert tried("exploding", info(clip_norm=1.0)) is None


def test_what_is_learned_by_heart_is_stopped_then_made_harder() -> None:
    assert tried("overfitting", info()) == Remedy("early_stopping", c.SetConfig("patience", 5), after=5)
    assert tried("overfitting", info(patience=5)) == Remedy("dropout", c.SetConfig("dropout", 0.2), after=0.2)
    assert tried("overfitting", info(patience=5, dropout=0.1)) is None


def test_a_start_is_another_start() -> None:
    assert tried("zero_start", info(DENSE(initializer="zero"))) == Remedy(
        "random_weights", c.SetArchitecture(DENSE())
    )
    tanh = tried("zero_start", info(DENSE(activation="tanh", initializer="zero")))
    assert tanh is not None and tanh.command.architecture.initializer == "glorot"  # type: ignore[attr-defined]
    for kind in ("zero_start", "zero_biases"):
        spread = tried(kind, info(DENSE((64,), initializer="normal", initial_scale=0.0), n_in=1))
        assert spread == Remedy("spread_start", c.SetArchitecture(DENSE((64,), initializer="spread")))


def test_dead_ones_leak_and_a_plateau_is_left_another_way() -> None:
    leaky = tried("dead", info(DENSE((8, 8), ("relu", "tanh"))))
    assert leaky is not None and leaky.command.architecture.activations == ("leaky_relu", "tanh")  # type: ignore[attr-defined]
    assert tried("dead", info(DENSE(activation="elu"))) == Remedy("new_weights", c.DrawNewWeights())
    assert tried("plateau", info(optimizer="sgd")) == Remedy("adam", c.SetConfig("optimizer", "adam"))
    assert tried("plateau", info()) == Remedy("new_weights", c.DrawNewWeights())


def test_every_remedy_has_its_words() -> None:
    for kind in NUMBERS:
        for run in (
            info(),
            info(DENSE((16, 16), "sigmoid", initializer="zero"), optimizer="sgd", patience=1),
        ):
            remedy = tried(kind, run)
            assert remedy is None or remedy_words(remedy).startswith("Try it: ")
