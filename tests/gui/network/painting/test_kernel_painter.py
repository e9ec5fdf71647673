"""Kernels on screen: every weight a square of its colour, with a line around each kernel."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtGui import QImage, QPainter

from gui.network.marks.kernel_marks import KernelMarks
from gui.network.painting.kernel_painter import paint_kernels
from gui.theme.tokens import Theme


def test_each_weight_is_a_square_of_its_colour(qapp: Any) -> None:
    colour = np.arange(2 * 3 * 3 * 3, dtype=np.uint8).reshape(2, 3, 3, 3) * 4
    place, corner = np.arange(2), np.array([10.0, 30.0])
    marks = KernelMarks(
        "weight", 0, 1, place, place, corner, corner + 5, 5.0, np.ones((2, 3, 3)), colour, 1.0
    )
    image = QImage(60, 70, QImage.Format.Format_RGB32)
    image.fill(Theme().colour("canvas"))
    painter = QPainter(image)
    paint_kernels(painter, [marks], Theme())
    painter.end()
    for number, left in enumerate((10, 30)):
        for row in range(3):
            for column in range(3):
                found = image.pixelColor(left + 5 * column + 2, left + 5 + 5 * row + 2).getRgb()[:3]
                assert found == tuple(colour[number, row, column].tolist())
        assert image.pixelColor(left - 1, left + 9) == Theme().colour("line")
        assert image.pixelColor(left - 2, left + 9) == Theme().colour("canvas")
