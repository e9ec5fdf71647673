"""Paints ribbons: a curve as wide as what it stands for."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui.network.marks.ribbon_marks import RibbonMarks

# Narrower than this a ribbon would vanish between two pixels; its colour stays.
THINNEST_PX = 0.5


def paint_ribbons(painter: QPainter, ribbons: Iterable[RibbonMarks]) -> None:
    """Each from its map to the other, the weakest colours below."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen, path = QPen(), QPainterPath()
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    # There are hundreds in a frame: what each takes is kept small.
    colours: dict[int, QColor] = {}
    for marks in ribbons:
        ends = np.stack([marks.x1, marks.y1, (marks.x1 + marks.x2) / 2, marks.x2, marks.y2], axis=1).tolist()
        packed = (marks.colour.astype(np.int64) @ np.array([1 << 16, 1 << 8, 1])).tolist()
        widths = np.maximum(THINNEST_PX, marks.width).tolist()
        before: tuple[int, float] | None = None
        for (x1, y1, middle, x2, y2), width, colour in zip(ends, widths, packed, strict=True):
            if before != (colour, width):
                before = colour, width
                if colour not in colours:
                    colours[colour] = QColor(0xFF000000 | colour)
                pen.setColor(colours[colour])
                pen.setWidthF(width)
                painter.setPen(pen)
            path.clear()
            path.moveTo(x1, y1)
            path.cubicTo(middle, y1, middle, y2, x2, y2)
            painter.drawPath(path)
