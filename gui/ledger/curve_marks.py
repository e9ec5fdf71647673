"""The sorted curve of all Cⁿ on a logarithmic scale, and the bar in which width is L: numbers, not yet colours."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.example_losses import part_counts, shares_of_total

# A curve over more decades than this says no more of the smallest ones than that they are small.
MOST_DECADES = 12
# So many powers of ten, a part of one, is the dot of a single example away from the ends.
CLEAR = 0.1


@dataclass(frozen=True)
class CurveMarks:
    """What is drawn of every Cⁿ by rising size; places are shares of a side, from 0 to 1.

    Attributes
    ----------
    x, y : (n,)
        Of the curve: which share of all examples has less, or is not known, and how high log C stands in the range,
        0 at the bottom.
    decades : (low, high)
        The range, in powers of ten.
    unseen : float
        Which share of all examples is not known: they stand before the others.
    zeros : int
        Examples whose C is 0: they have no logarithm, and no point.
    above : int
        Examples whose C is no finite number.
    shares : (3,)
        Of L: what the worst 1 %, the next 9 % and the others hold; NaN where L is 0 or not finite.
    counts : (3,)
        Of how many examples each.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    decades: tuple[int, int]
    unseen: float
    zeros: int
    above: int
    shares: NDArray[np.float64]
    counts: NDArray[np.intp]

    def height_of(self, loss: float) -> float | None:
        """Where a loss stands in the range; None where it has no place there."""
        low, high = self.decades
        if not math.isfinite(loss) or loss <= 0:
            return None
        return min(1.0, max(0.0, (math.log10(loss) - low) / (high - low)))


def curve_marks(rising: NDArray[np.float64], width: int, unseen: int = 0) -> CurveMarks:
    """The curve with about a point for each of `width` px: that of the largest C in it, so that the end is true.

    Parameters
    ----------
    rising : (N,)
        Every Cⁿ that is known, by rising size, what is not finite at the end.
    unseen : int
        How many others there are.
    """
    count = len(rising)
    finite = rising[: np.searchsorted(np.where(np.isfinite(rising), 0, 1), 1)]
    zeros = int(np.searchsorted(finite, 0, side="right"))
    positive = finite[zeros:]
    share = unseen / max(1, unseen + count)
    counts, shares = part_counts(count), shares_of_total(rising)
    if not len(positive):
        nothing = np.zeros(0)
        return CurveMarks(nothing, nothing, (-1, 1), share, zeros, count - len(finite), shares, counts)
    high = math.ceil(math.log10(positive[-1]) + 1e-9)
    low = max(math.floor(math.log10(positive[0])), high - MOST_DECADES)
    if len(positive) == 1:
        # A dot, and no line: it stands clear of both ends, where the axis and the bar below it are.
        power = math.log10(positive[0])
        low, high = math.floor(power - CLEAR), math.ceil(power + CLEAR)
    decades = min(low, high - 1), high
    points = max(2, min(width, len(positive)))
    at = np.unique(np.linspace(0, len(positive) - 1, points).round().astype(np.int64))
    y = (np.log10(positive[at]) - decades[0]) / (decades[1] - decades[0])
    x = (unseen + zeros + at + 0.5) / (unseen + count)
    return CurveMarks(x, y.clip(0, 1), decades, share, zeros, count - len(finite), shares, counts)
