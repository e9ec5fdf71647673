"""Where the cells of a confusion matrix stand, and beside each row its recall and precision and its share of L."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from core.analysis.example_losses import NO_CLASS
from gui.ledger.gallery_order import ALL, Pair

# At 100 %, in px: the largest cell, the smallest whose edges are whole px, and the gap before the last column.
MOST_WIDE_PX, MOST_HIGH_PX = 72.0, 52.0
WHOLE_FROM = 8
NONE_GAP_PX = 6.0
# What stands at the right of the cells takes no more than this share of the width, or else there is no room for it.
MOST_BESIDE = 0.42


@dataclass(frozen=True)
class Margins:
    """What is around the cells, in px: the rows' title, their names, those of columns; below; and what a row has
    beside it.
    """

    title: float
    left: float
    top: float
    bottom: float
    axis: float
    bars: float
    gap: float


@dataclass(frozen=True)
class MatrixPlaces:
    """A cell is `wide` × `high` px; the first stands at (`left`, `top`), and rows' names from `title` on.

    Attributes
    ----------
    classes : int
        Rows, and columns but for the last one where it `has_none`.
    none_gap : float
        Px before the column of what says none alone.
    axis, bars : (float, float) or None
        Left and right end of the axis of recall and precision, and of the bars; None where there is no room.
    """

    classes: int
    has_none: bool
    title: float
    left: float
    top: float
    wide: float
    high: float
    none_gap: float
    axis: tuple[float, float] | None
    bars: tuple[float, float] | None

    @classmethod
    def fitted(
        cls,
        classes: int,
        has_none: bool,
        width: float,
        height: float,
        margins: Margins,
        scale: float,
        counts: float = 0.0,
    ) -> MatrixPlaces:
        """As large as there is room for in `width` × `height` px; `scale` is that of type.

        `counts` is how wide cells have to be for their numbers: where they get so wide only without what stands beside
        the rows, that is left out.
        """
        m = margins
        none_gap = NONE_GAP_PX * scale if has_none else 0.0
        beside = m.gap + m.axis + m.gap + m.bars
        room = (width - m.left - none_gap) / (classes + has_none)
        less = room - beside / (classes + has_none)
        # Edges stand at whole px.
        counts = math.ceil(counts)
        has_beside = beside <= MOST_BESIDE * width and not less < counts <= room
        wide = min(less if has_beside else room, MOST_WIDE_PX * scale)
        high = min((height - m.top - m.bottom) / classes, MOST_HIGH_PX * scale)
        # Neither columns nor ribbons, but where numbers are so long.
        wide, high = min(wide, max(1.6 * high, counts)), min(high, 1.2 * wide)
        wide, high = (max(1.0, float(int(side)) if side >= WHOLE_FROM else side) for side in (wide, high))
        right = m.left + (classes + has_none) * wide + none_gap
        axis = (right + m.gap, right + m.gap + m.axis) if has_beside else None
        bars = (axis[1] + m.gap, axis[1] + m.gap + m.bars) if axis is not None else None
        left, top = float(round(m.left)), float(round(m.top))
        return cls(classes, has_none, m.title, left, top, wide, high, none_gap, axis, bars)

    @property
    def right(self) -> float:
        """Of the last cell."""
        return self.column(self.classes - 1 + self.has_none)[1]

    @property
    def bottom(self) -> float:
        """Of the last row."""
        return self.top + self.classes * self.high

    def column(self, j: int) -> tuple[float, float]:
        """Left and right end of column j; −1 is that of the rows' names."""
        if j < 0:
            return self.title, self.left
        gap = self.none_gap if j >= self.classes else 0.0
        return self.left + j * self.wide + gap, self.left + (j + 1) * self.wide + gap

    def row(self, i: int) -> tuple[float, float]:
        """Upper and lower end of row i; −1 is that of the columns' names."""
        return (0.0, self.top) if i < 0 else (self.top + i * self.high, self.top + (i + 1) * self.high)

    def cell(self, i: int, j: int) -> QRectF:
        """The place of a cell; −1 for a head."""
        (left, right), (top, bottom) = self.column(j), self.row(i)
        return QRectF(left, top, right - left, bottom - top)

    def place_of(self, pair: Pair) -> QRectF:
        """That of a pair; of a row, a column or all it is the head."""
        return self.cell(pair.label, self.column_of(pair))

    def column_of(self, pair: Pair) -> int:
        """The column of a pair's answer; −1 for all of them."""
        return self.classes if pair.answer == NO_CLASS else pair.answer

    def pair_of(self, i: int, j: int) -> Pair:
        """The pair whose cell or head this is; beyond an end it is the last one."""
        i, j = min(max(i, ALL), self.classes - 1), min(max(j, ALL), self.classes - 1 + self.has_none)
        return Pair(i, NO_CLASS if j == self.classes else j)

    def pair_at(self, x: float, y: float) -> Pair | None:
        """The pair at this px; beside the cells that of the row; None where nothing is to be chosen."""
        if not (0 <= y < self.bottom and x >= 0):
            return None
        i = int((y - self.top) // self.high) if y >= self.top else ALL
        if x < self.left or x >= self.right:
            return None if i == ALL and x >= self.right else Pair(i, ALL)
        j = int((x - self.left) // self.wide)
        if j >= self.classes:
            j = self.classes if self.has_none and x >= self.column(self.classes)[0] else self.classes - 1
        return self.pair_of(i, j)
