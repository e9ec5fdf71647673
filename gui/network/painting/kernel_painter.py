"""Paints kernels: a square for each weight, and a line around each kernel, so that its zeros are seen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.network.marks.kernel_marks import KernelMarks
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.theme.tokens import Theme


def paint_kernels(painter: QPainter, kernels: Iterable[KernelMarks], theme: Theme) -> None:
    """Every kernel at its place."""
    pen = QPen(theme.colour("line"), 1.0)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    for marks in kernels:
        pixels = packed(marks.colour)
        rows, columns = marks.value.shape[1:]
        rects = []
        for place, (x, y) in enumerate(zip(marks.x.tolist(), marks.y.tolist(), strict=True)):
            rects.append(QRectF(x, y, columns * marks.cell, rows * marks.cell))
            draw_pixels(painter, rects[-1], image_of(pixels[place]))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects([rect.adjusted(-0.5, -0.5, 0.5, 0.5) for rect in rects])
