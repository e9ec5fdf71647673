"""What the engine tells of the right answers' y over a run, as `core.analysis.confidence_history` keeps it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class ConfidenceMap:
    """The y of each training example's right answer over exact measurements of a run, with its mean and spread.

    Attributes
    ----------
    run : int
    updates : (n,) int64
        After how many updates each measurement was taken, rising; all but one before the first update. Where there are
        fewer than two there is no map.
    means, deviations : (N,) float32
        The mean, in [0, 1], and the standard deviation, in [0, ½], over these n; NaN where n is 0.
    """

    run: int
    updates: NDArray[np.int64]
    means: NDArray[np.float32]
    deviations: NDArray[np.float32]


@dataclass(frozen=True)
class ConfidenceWay:
    """The y of one training example's right answer at each of these measurements.

    Attributes
    ----------
    run, row : int
    updates : (n,) int64
        Rising.
    values : (n,) float32
        In [0, 1], kept to 1/65535.
    """

    run: int
    row: int
    updates: NDArray[np.int64]
    values: NDArray[np.float32]


CONFIDENCE_MESSAGES = ConfidenceMap, ConfidenceWay
