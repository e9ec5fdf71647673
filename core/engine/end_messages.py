"""How a training has ended by itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Diverged:
    """Update `update` made a number not finite, the run stays at the one before; see `DivergenceError` for `cause`.

    Attributes
    ----------
    culprit : str
        "rate", "weights" or "edit", as `core.engine.divergence_cause` has found; "earlier_edit", "edit_and_rate" or
        "edit_or_rate", as `core.engine.earlier_edits` has; "earlier_rate", "l1", "l2", "l1_l2", "weight_decay" or
        "unknown", as `core.engine.settings_part` has; "" while it is still being looked for: nothing is to be
        blamed then, and this message comes again.
    rate : float
        The learning rate in force where the end has to do with it, with "earlier_rate" the largest before; else 0.
    """

    run: int
    update: int
    cause: str
    culprit: str = ""
    rate: float = 0.0


@dataclass(frozen=True)
class StoppedEarly:
    """The training has paused at `update`: of the ends of epochs the test loss was least at update `best`."""

    run: int
    update: int
    best: int
