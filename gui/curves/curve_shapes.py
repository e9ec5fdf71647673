"""The shapes of a plot's lines in px: each point is a number that was measured, put where it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gui.curves.curve_set import CurveSet
from gui.loss.loss_curves import DOT_APART_PX, Points, height_of, pieces_of
from gui.loss.plot_geometry import PlotGeometry
from gui.loss.plot_range import Range
from gui.loss.thinning import apart, extremes

# Where more points than that share a column, it keeps the first, the least, the largest and the last one. Columns are
# wider where there are more lines than `MANY`.
COLUMN_PX, MANY_COLUMN_PX, MOST_IN_COLUMN, MANY = 1.5, 4.0, 2, 8
# What is seen of an axis that has nothing to show, as logarithms.
EMPTY_LOG = -3.0, 0.0


@dataclass(frozen=True)
class CurveShape:
    """A line with its dots.

    Attributes
    ----------
    lines : list of (n, 2) arrays
        Broken where something was not measured, and where a parameter was set by hand.
    dots : (n, 2) array
        At the updates at which it was measured; where several share a few px, the last one's.
    above, below : (n,) array
        Where, across, a number is infinite, or 0 on an axis of logarithms.
    """

    lines: list[Points]
    dots: Points
    above: NDArray[np.float64]
    below: NDArray[np.float64]


def seen_rows(updates: NDArray[np.int64], across: Range) -> slice:
    """The rows in sight, and a neighbour at either side, which the line leads to."""
    first = int(np.searchsorted(updates, across[0])) - 1
    return slice(max(0, first), int(np.searchsorted(updates, across[1], side="right")) + 1)


def curve_heights(curves: CurveSet, across: Range, log: bool) -> Range:
    """The heights from bottom to top that show all numbers in sight; shares have all of theirs, 0 to 1."""
    if curves.kind == "idle":
        return 0.0, 1.0
    values = curves.values[seen_rows(curves.updates, across)]
    values = values[np.isfinite(values)]
    if not log:
        top = float(np.max(values, initial=0.0))
        return 0.0, 1.08 * top if top > 0 else 1.0
    values = values[values > 0]
    if not len(values):
        return EMPTY_LOG
    low, high = np.log10(values.min()) - 0.08, np.log10(values.max()) + 0.08
    # In steps: an axis that moved with every number could not be read.
    return float(np.floor(low * 10) / 10), max(float(np.ceil(high * 10) / 10), float(low) + 0.3)


def line_ends(curves: CurveSet, geometry: PlotGeometry, log: bool) -> list[tuple[float, float] | None]:
    """Where each line ends, in px: its last number in sight; None where there is none that has a place."""
    rows = curves.updates <= geometry.across[1]
    heights = height_of(curves.values[rows], log)
    known: NDArray[np.bool_] = np.isfinite(heights) & (curves.updates[rows] >= geometry.across[0])[:, None]
    if not len(known):
        return [None] * len(curves.keys)
    last = len(known) - 1 - np.argmax(known[::-1], axis=0)
    xs = geometry.x(curves.updates[rows][last])
    ys = geometry.y(heights[last, np.arange(len(last))])
    has_one = np.asarray(known.any(axis=0))
    ends = zip(xs.tolist(), ys.tolist(), has_one.tolist(), strict=True)
    return [(x, y) if is_known else None for x, y, is_known in ends]


def shape_of(
    curves: CurveSet, line: int, geometry: PlotGeometry, log: bool, breaks: Sequence[int]
) -> CurveShape:
    """The shape of one of the lines, which is broken at the updates `breaks`."""
    rows = seen_rows(curves.updates, geometry.across)
    updates, values = curves.updates[rows], curves.values[rows, line]
    xs = geometry.x(updates)
    inside = (xs >= geometry.plot.left()) & (xs <= geometry.plot.right() + 1)
    heights = geometry.y(height_of(values, log))
    # What is far outside has a place, infinity has none.
    infinite = np.isposinf(values)
    heights[infinite] = np.nan
    points = np.stack([xs, heights], axis=1)
    known = points[np.isfinite(heights) & inside]
    column = MANY_COLUMN_PX if len(curves.keys) > MANY else COLUMN_PX
    return CurveShape(
        lines=[thinned(piece, column) for piece in pieces_of(points, updates, breaks)],
        dots=known[apart(known[:, 0], DOT_APART_PX * geometry.scale)],
        above=xs[infinite & inside],
        below=xs[(values == 0) & inside] if log else xs[:0],
    )


def thinned(points: Points, column: float) -> Points:
    """Where many points share a column of so many px: its first, least, largest and last one, in their order."""
    columns = np.floor(points[:, 0] / column).astype(np.int64)
    starts = np.flatnonzero(np.diff(columns, prepend=columns[0] - 1))
    if len(points) <= MOST_IN_COLUMN * len(starts):
        return points
    kept: Points = points[extremes(columns, points[:, 1])]
    return kept
