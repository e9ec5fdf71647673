"""A first-layer neuron's weights as the picture they are multiplied with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from core.arrays import Array
from core.exchange.table import Column
from gui.network.interaction.callout import paint_weights
from gui.widgets.figure import Figure
from gui.widgets.painted import Painted

LARGEST_SIDE = 208


class WeightImage(Painted):
    """Blue where ink adds to the neuron's sum, orange where it takes from it; hatched where ink is rare."""

    def __init__(self) -> None:
        super().__init__("weight_picture", 0)
        self._weights: Array | None = None
        self._unused: NDArray[np.bool_] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_weights(self, weights: Array | None, unused: NDArray[np.bool_] | None = None) -> None:
        """(rows, columns) weights, or None for none; and (n_in,) flags of those that are hatched."""
        self._weights, self._unused = weights, unused
        self.update()

    def figure(self) -> Figure | None:
        """The picture and its weights."""
        if self._weights is None or not self._weights.size:
            return None
        rows, columns = np.indices(self._weights.shape).reshape(2, -1)
        # Counted from 1, as on screen.
        weights = self._weights.ravel().copy()
        return self._figure_of((Column("row", rows + 1), Column("column", columns + 1), Column("w", weights)))

    @property
    def scale(self) -> float:
        """The |w| that has full colour: the largest finite one of the picture."""
        if self._weights is None:
            return 0.0
        finite = self._weights[np.isfinite(self._weights)]
        return float(np.abs(finite).max(initial=0.0))

    @property
    def hatches(self) -> bool:
        """Whether some of its pixels are hatched."""
        fits = self._unused is not None and self._weights is not None
        return fits and self._unused.size == self._weights.size and bool(self._unused.any())  # type: ignore[union-attr]

    def square(self) -> QRectF:
        """Where the picture stands: cells of whole pixels, so that all are of one size."""
        assert self._weights is not None
        rows, columns = self._weights.shape
        cell = max(1, min(self.width() // columns, self.height() // rows))
        return QRectF(0, 0, cell * columns, cell * rows)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(width, round(self._theme.px(LARGEST_SIDE)))

    def paintEvent(self, event: QPaintEvent) -> None:
        # On the panel's own ground: it is a picture among words.
        painter = QPainter(self)
        self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        if self._weights is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        square = self.square()
        painter.setClipRect(square, Qt.ClipOperation.IntersectClip)
        paint_weights(painter, square, self._weights, self._unused, self._theme)
        painter.setPen(QPen(self._theme.colour("line"), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(square.adjusted(0.5, 0.5, -0.5, -0.5))
