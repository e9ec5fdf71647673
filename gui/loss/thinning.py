"""Of more points than a plot has places, those that make its picture: the others would change nothing in it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# A line passes at most so many points a px.
POINTS_A_PX = 4


def extremes(cells: NDArray[np.int64], heights: NDArray[np.float64]) -> NDArray[np.intp]:
    """The places of the first, a least, a largest and the last point of each cell, rising.

    Parameters
    ----------
    cells : (n,)
        Which cell each point is in; points of one lie beside each other. At least one.
    heights : (n,)
        What has none, NaN, is neither least nor largest.
    """
    is_first = np.diff(cells, prepend=cells[0] - 1) != 0
    starts = np.flatnonzero(is_first)
    number = np.cumsum(is_first) - 1
    is_kept = is_first | np.append(is_first[1:], True)
    for extreme in (np.fmin, np.fmax):
        found = np.flatnonzero(heights == extreme.reduceat(heights, starts)[number])
        # Several may be as high: one of them is enough.
        is_kept[found[np.diff(number[found], prepend=-1) != 0]] = True
    return np.flatnonzero(is_kept)


def in_picture(
    xs: NDArray[np.float64], heights: NDArray[np.float64], width: float, dot_px: float, begins: Sequence[int]
) -> NDArray[np.intp] | slice:
    """Which of many points make the picture of their line and its dots: all, where they are few.

    Parameters
    ----------
    xs : (n,)
        In px, rising.
    heights : (n,)
        In any unit that rises with the height.
    width : float
        Of the plot, in px.
    dot_px : float
        Of the dots that stand nearer than that, the last one of each place (`apart`) is seen.
    begins : sequence of int
        Points that are seen anyway; what lies beyond the last one is passed over.
    """
    if len(xs) <= POINTS_A_PX * width:
        return slice(None)
    is_kept = apart(xs, dot_px)
    is_kept[extremes(np.floor(xs).astype(np.int64), heights)] = True
    is_kept[[place for place in begins if place < len(xs)]] = True
    return np.flatnonzero(is_kept)


def apart(xs: NDArray[np.float64], px: float) -> NDArray[np.bool_]:
    """(n,) the last of those that stand near each other, by places that do not move while more come."""
    cells = np.floor(xs / px)
    return np.append(np.diff(cells) != 0, True)[: len(xs)]
