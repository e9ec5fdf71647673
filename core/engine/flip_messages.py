"""What the engine tells of flipped pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.fewest_flips import FlipChain
from core.engine.snapshot import Example


@dataclass(frozen=True)
class PixelFlips:
    """What each pixel of the shown example does where it alone is flipped, x to 1 - x: exact, of one θ.

    Attributes
    ----------
    number : int
        Counts these messages; what follows of the same example and parameters names it.
    run, update, edits : int
        Whose parameters: that run's after so many updates, changed by hand so often.
    example : Example
        Which picture.
    loss, answer, confidence
        Of the picture itself: C in nats, NaN without a right class; the class with the largest output,
        `core.analysis.evaluation.NO_ANSWER` where several are largest or it is no number; and its y, NaN without one.
    losses, answers, confidences : (n,)
        The same with each pixel flipped, row by row; y is that of the class `answer`.
    """

    number: int
    run: int
    update: int
    edits: int
    example: Example
    loss: float
    answer: int
    confidence: float
    losses: NDArray[np.float64]
    answers: NDArray[np.int64]
    confidences: NDArray[np.float64]


@dataclass(frozen=True)
class FewestFlips:
    """The fewest flips that change the answer, of the example and parameters of the `PixelFlips` of this number."""

    number: int
    chain: FlipChain


@dataclass(frozen=True)
class FlipsProgress:
    """So many pairs of pixels are tried, of those that will be."""

    number: int
    done: int
    total: int
