"""What the engine tells of confusion matrices: those of a run over its updates, and that of any run at one update."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.confusion_history import ConfusionsOverRun


@dataclass(frozen=True)
class ConfusionCounted:
    """The answer to `CountConfusion`: exact, over the whole set, with the parameters after `update` updates of `run`.

    Attributes
    ----------
    ask : int
        As asked.
    run, update : int
    split : "train", "test" or "own"
    counts : (K, K + 1) uint32
        As in `ConfusionsOverRun`. Row: the right class; column: the class that is said alone, in the last one that
        none alone is.
    """

    ask: int
    run: int
    update: int
    split: str
    counts: NDArray[np.integer]


@dataclass(frozen=True)
class ConfusionRefused:
    """`CountConfusion` is not answered.

    The reason is "gone" (there is no such run), "data" (it has not the same examples and classes as the run on
    screen), "classes" (there are none), "short" (it has not made so many updates), "returning" (from a divergence),
    "trains" (updates would have to be made again, and that would hold up the training) or "failed".
    """

    ask: int
    run: int
    reason: str


CONFUSION_MESSAGES = ConfusionsOverRun, ConfusionCounted, ConfusionRefused
