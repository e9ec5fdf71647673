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
        "edit_or_rate", as `core.engine.earlier_edits` has; "" while it is still being looked for: nothing is to be
        blamed then, and this message comes again.
    """

    run: int
    update: int
    cause: str
    culprit: str = ""


@dataclass(frozen=True)
class StoppedEarly:
    """The training has paused at `update`: of the ends of epochs the test loss was least at update `best`."""

    run: int
    update: int
    best: int
