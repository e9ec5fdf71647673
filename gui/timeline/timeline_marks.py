"""The marks of the timeline, in px: each is an update of a run, put where the plot's axis has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gui.loss.plot_geometry import PlotGeometry
from gui.timeline.run_row import ChangeSign, RunRow

# Heights at 100 %: a run's lane; its line stands so far below the lane's upper edge.
LANE_PX, LINE_PX = 25.0, 16.0
# Where there is room for one run only, and none for its name.
LOW_LANE_PX, LOW_LINE_PX = 18.0, 7.0
# A tick of one kept state, what each doubling in the same px adds, and the highest.
TICK_PX, MORE_PX, HIGHEST_PX = 3.0, 1.0, 6.0
# Half of what the sign of the least test loss is wide (no ring, which is the test loss of now in the plot above); and
# from its middle to that of a sign beside it that it does not touch.
LEAST_PX, BESIDE_PX = 4.6, 10.5

Places = NDArray[np.float64]


@dataclass(frozen=True)
class RowMarks:
    """The marks of one run.

    Attributes
    ----------
    row : RunRow
    y : float
        Where its line is.
    begin, end : float
        From where to where the line goes; both are the same where nothing of it is in sight.
    live : float or None
        Where the last update is; None where that is out of sight.
    kept : (n, 2) array
        Where a tick is, and how high: one tick for all kept states of a px, the higher the more they are.
    signs : tuple of (x, ChangeSign)
        What was changed, from left to right.
    best : float or None
        Where the test loss was least.
    fork : (x, y) or None
        From where on its parent's line a connector comes down to it.
    goes_on : bool
        Whether it has updates beyond the right end of the axis.
    """

    row: RunRow
    y: float
    begin: float
    end: float
    live: float | None
    kept: Places
    signs: tuple[tuple[float, ChangeSign], ...]
    best: float | None
    fork: tuple[float, float] | None
    goes_on: bool

    @property
    def edits(self) -> list[float]:
        """Where a parameter was set by hand."""
        return [x for x, change in self.signs if change.is_edit]

    @property
    def settings(self) -> list[float]:
        """Where settings were changed."""
        return [x for x, change in self.signs if not change.is_edit]

    def above_best(self, scale: float) -> set[float]:
        """Which places of changes are so near that of the least test loss that both signs cannot stand on the line.

        A sign that was pushed aside would be of another update: one stands above the line there, the other below it.
        """
        best = self.best
        return set() if best is None else {x for x, _ in self.signs if abs(x - best) < BESIDE_PX * scale}


def marks_of(rows: Sequence[RunRow], axis: PlotGeometry, top: float, is_low: bool) -> list[RowMarks]:
    """The marks of these runs, one lane below the other from `top` px on, on the plot's own axis of updates."""
    px = axis.scale
    lane, line = (LOW_LANE_PX, LOW_LINE_PX) if is_low else (LANE_PX, LINE_PX)
    heights = {row.run: top + (place * lane + line) * px for place, row in enumerate(rows)}
    return [_row_marks(row, axis, heights) for row in rows]


def _row_marks(row: RunRow, axis: PlotGeometry, heights: dict[int, float]) -> RowMarks:
    first = row.branch_update if row.parent is not None else 0
    left, right = axis.plot.left(), axis.plot.right()
    begin, end = (float(np.clip(axis.x(update), left, right)) for update in (first, row.live))
    own = row.kept[(row.kept >= first) & (row.kept <= row.live)]
    signs = sorted(
        ((_place(axis, sign.update), sign) for sign in row.changes if first <= sign.update <= row.live),
        key=lambda pair: pair[0] if pair[0] is not None else 0.0,
    )
    fork = None
    above = heights.get(row.parent) if row.parent is not None else None
    branch = _place(axis, first)
    if above is not None and branch is not None:
        fork = branch, above
    seen = tuple((x, sign) for x, sign in signs if x is not None)
    best = None if row.best_update is None or row.best_update < first else _place(axis, row.best_update)
    return RowMarks(
        row=row,
        y=heights[row.run],
        begin=begin,
        end=end,
        live=_place(axis, row.live),
        kept=_ticks(axis.x(own), left, right, axis.scale),
        signs=seen,
        best=best,
        fork=fork,
        goes_on=float(axis.x(row.live)) > right + 0.5,
    )


def _place(axis: PlotGeometry, update: int) -> float | None:
    """Where an update stands; None where it is out of sight."""
    x = float(axis.x(update))
    return x if axis.plot.left() <= x <= axis.plot.right() + 0.5 else None


def _ticks(xs: Places, left: float, right: float, scale: float) -> Places:
    """(n, 2): the px in which kept states stand, and a height for how many."""
    seen = xs[(xs >= left) & (xs <= right + 0.5)]
    columns, counts = np.unique(np.floor(seen), return_counts=True)
    heights = np.minimum(HIGHEST_PX, TICK_PX + MORE_PX * np.floor(np.log2(np.maximum(counts, 1)))) * scale
    return np.stack([columns + 0.5, heights], axis=1)
