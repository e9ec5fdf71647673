"""The hatch of what is not known: neither a number nor 0."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter

from gui.network.painting.primitives import TRANSPARENT
from gui.theme.tokens import Theme

# From one line to the next, in px: so narrow that most dots of two px have a part of one.
SPACING_PX = 4


def paint_hatch(painter: QPainter, rects: Sequence[QRectF], theme: Theme) -> None:
    """Rising lines over these rectangles, which go on from one to the next; what is below is seen between them."""
    tile = QImage(SPACING_PX, SPACING_PX, TRANSPARENT)
    tile.fill(Qt.GlobalColor.transparent)
    for i in range(SPACING_PX):
        tile.setPixelColor(i, SPACING_PX - 1 - i, theme.colour("dim"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(tile))
    painter.drawRects(list(rects))
    painter.setBrush(Qt.BrushStyle.NoBrush)
