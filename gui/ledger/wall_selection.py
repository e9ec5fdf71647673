"""What is selected on the wall, and what is about to be: the frame that is drawn over it by pointer or by keys."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from core.analysis.selected_examples import Mask
from gui.ledger.selection_marks import outline, paint_brackets, veil
from gui.ledger.wall_order import NOBODY, Cells
from gui.ledger.wall_places import WallPlaces
from gui.network.painting.primitives import draw_lines, draw_pixels
from gui.theme.tokens import Theme

# Cells from this size on, in px, are outlined; with more lines than this in sight they would be nothing but outlines.
OUTLINE_FROM_PX, MOST_OUTLINES = 2, 6000


class WallSelection:
    """Knows which cells are selected, and the frame under way.

    Attributes
    ----------
    is_mode : bool
        Whether a drag draws a frame also without Shift.
    words : str
        What is selected, for who listens; "" for nothing.
    """

    def __init__(self) -> None:
        self.is_mode, self.words = False, ""
        self._mask: Mask | None = None
        # (rows, columns): which cells are selected; None where none is.
        self._grid: NDArray[np.bool_] | None = None
        self._veil: QImage | None = None
        self._band: tuple[QPointF, QPointF] | None = None
        self._anchor: tuple[int, int] | None = None

    # --- what is selected

    def show(self, mask: Mask | None, words: str = "") -> None:
        """These are selected, (N,); None for none; and what is said of them. `arrange` is to follow."""
        self._mask, self.words = mask, words

    def arrange(self, cells: Cells | None, theme: Theme) -> None:
        """The wall stands so, in this theme."""
        self._grid = self._veil = None
        mask = self._mask
        if mask is not None and cells is not None and cells.size and len(mask) > cells.max():
            self._grid = mask[np.where(cells == NOBODY, 0, cells)] & (cells != NOBODY)
            self._veil = veil(self._grid, theme)

    def paint(self, painter: QPainter, places: WallPlaces, has_pictures: bool, theme: Theme) -> None:
        """Over dots a veil on all others and an outline; on pictures a bracket; and the frame under way."""
        grid = self._grid
        if grid is not None and self._veil is not None:
            rows, columns = places.in_sight
            seen = grid[rows, columns]
            corner, cell = places.place_of(rows.start, columns.start), places.cell
            if has_pictures:
                paint_brackets(painter, seen, corner, cell, theme)
            else:
                draw_pixels(painter, QRectF(-places.left, -places.top, *places.size), self._veil)
                lines = outline(seen, corner, cell)
                if cell[1] >= OUTLINE_FROM_PX and len(lines) <= MOST_OUTLINES:
                    painter.setPen(QPen(theme.colour("text"), 1.0))
                    draw_lines(painter, lines)
        if self._band is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = self.band_rect
            for pen in (
                QPen(theme.colour("canvas"), 3.0),
                QPen(theme.colour("text"), 1.0, Qt.PenStyle.DashLine),
            ):
                painter.setPen(pen)
                painter.drawRect(frame)

    # --- the frame

    @property
    def is_drawn(self) -> bool:
        """Whether a frame is under way."""
        return self._band is not None

    @property
    def band_rect(self) -> QRectF:
        """The frame under way, in px of the view; empty where there is none."""
        return QRectF() if self._band is None else QRectF(*self._band).normalized()

    def begin(self, at: QPointF) -> None:
        """A frame begins here."""
        self._band = at, at

    def move(self, at: QPointF) -> None:
        """Its other corner is here."""
        if self._band is not None:
            self._band = self._band[0], at

    def drop(self) -> None:
        """No frame is under way any more."""
        self._band = None

    def end(self, cells: Cells, places: WallPlaces) -> NDArray[np.int64]:
        """The examples in the frame, which is done: by their rows in the set."""
        frame = self.band_rect
        self._band = None
        return in_frame(cells, places, frame)

    # --- by keys

    def forget_anchor(self) -> None:
        """The next step with Shift begins a new frame."""
        self._anchor = None

    def extend(self, start: tuple[int, int], stop: tuple[int, int], cells: Cells) -> NDArray[np.int64]:
        """The examples between the cell where the steps with Shift began, at first `start`, and the one at `stop`."""
        self._anchor = self._anchor or start
        (top, left), (bottom, right) = np.sort([self._anchor, stop], axis=0).tolist()
        found = cells[top : bottom + 1, left : right + 1]
        return np.sort(found[found != NOBODY])


def in_frame(cells: Cells, places: WallPlaces, frame: QRectF) -> NDArray[np.int64]:
    """(n,): the examples of whose cells a frame, in px of the view, holds a part; rising."""
    wide, high = places.cell
    left, top = (frame.left() + places.left) // wide, (frame.top() + places.top) // high
    right, bottom = (frame.right() + places.left) // wide, (frame.bottom() + places.top) // high
    rows = slice(max(0, int(top)), max(0, int(bottom) + 1))
    found = cells[rows, max(0, int(left)) : max(0, int(right) + 1)]
    return np.sort(found[found != NOBODY])
