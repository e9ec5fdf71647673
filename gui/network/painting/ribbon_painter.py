"""Paints ribbons: a curve as wide as what it stands for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui.network.marks.ribbon_marks import RibbonMarks

# Narrower than this a ribbon would vanish between two pixels; its colour stays.
THINNEST_PX = 0.5


def paint_ribbons(painter: QPainter, ribbons: Iterable[RibbonMarks]) -> None:
    """Each from its map to the other, the weakest colours below."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen()
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    for marks in ribbons:
        ends = zip(*(side.tolist() for side in (marks.x1, marks.y1, marks.x2, marks.y2)), strict=True)
        looks = zip(marks.width.tolist(), marks.colour.tolist(), strict=True)
        for (x1, y1, x2, y2), (width, colour) in zip(ends, looks, strict=True):
            path = QPainterPath(QPointF(x1, y1))
            middle = (x1 + x2) / 2
            path.cubicTo(middle, y1, middle, y2, x2, y2)
            pen.setWidthF(max(THINNEST_PX, width))
            pen.setColor(QColor(*colour))
            painter.setPen(pen)
            painter.drawPath(path)
