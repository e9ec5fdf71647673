"""The 16 x 16 picture that the network reads, small."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from core.data.own_set import takes_drawings
from core.engine.snapshot import DataInfo
from gui.network.marks.neuron_marks import ink_colours
from gui.network.painting.primitives import draw_cells
from gui.widgets.painted import Painted

SIDE = 16
# With fewer px an input there is no room for a grid.
FINEST_GRID = 3.0


def is_drawn_like(data: DataInfo) -> bool:
    """Whether a drawing becomes what these examples are: ink on 16 x 16."""
    return takes_drawings(data.choice, data.picture)


class InkPreview(Painted):
    """Each input as a square: no ink is 11 % lit, full ink fully lit; in between in between."""

    def __init__(self) -> None:
        super().__init__("ink_preview", SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._ink: NDArray[np.float32] = np.zeros((SIDE, SIDE), dtype=np.float32)
        self._is_ink = True
        self._retranslate()

    def set_shape(self, rows: int, columns: int, is_ink: bool = True) -> None:
        """The picture's size from now on, in pixels that the network reads, and whether these are ink or grey."""
        if self._ink.shape != (rows, columns):
            self._ink, self._image = np.zeros((rows, columns), np.float32), None
            self.update()
        self._is_ink = is_ink
        self._retranslate()

    def show_ink(self, x: NDArray[np.floating] | None) -> None:
        """Show (rows * columns,) or (rows, columns) inputs from 0 to 1; None: no ink at all. Others are no picture."""
        ink = np.zeros_like(self._ink) if x is None else np.array(x, np.float32)
        if ink.size == self._ink.size and not np.array_equal(ink.ravel(), self._ink.ravel()):
            self._ink, self._image = ink.reshape(self._ink.shape), None
            self.update()

    def sizeHint(self) -> QSize:
        # Whole pixels, so that the grid is even: each input 3 of them and 1 between, at 100 %.
        side = SIDE * max(3, round(self._theme.px(3.5))) + 1
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paint(self, painter: QPainter) -> None:
        self._paint_kept(painter, self._paint_cells, (self.size(), self._theme))

    def _paint_cells(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        rows, columns = self._ink.shape
        pitch = min(self.width() / columns, self.height() / rows)
        gap = 1.0 if pitch >= FINEST_GRID else 0.0
        # Whole pixels wherever there is more than one for an input, so that the grid is even.
        pitch = float(int(pitch)) if pitch >= 1 else pitch
        left = (self.width() - pitch * columns + gap) // 2
        top = (self.height() - pitch * rows + gap) // 2
        row, column = np.divmod(np.arange(rows * columns), columns)
        side = np.full(rows * columns, pitch - gap)
        cells = np.stack([left + column * pitch, top + row * pitch, side, side], axis=1)
        draw_cells(painter, cells, ink_colours(np.ravel(self._ink), self._theme))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What the network reads"))
        rows, columns = self._ink.shape
        tip = self.tr("What the network reads: {columns} × {rows} pixels, 0 to 1; ink is 1, no ink 0")
        if not self._is_ink:
            tip = self.tr(
                "What the network reads: {columns} × {rows} grey pixels, from 0 for black to 1 for white"
            )
        self.setToolTip(tip.format(columns=columns, rows=rows))
        self.setWhatsThis(
            self.tr(
                "The picture as the network reads it, each pixel from 0 to 1; ink is 1 and no ink 0, but of"
                " pictures kept grey white is 1 and black 0. A drawing is made like the training digits were: upright,"
                " of one size, with its centre of mass in the middle."
            )
        )
