"""Ribbons on screen: in their colour and as wide as their marks say."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.network.marks.ribbon_marks import RibbonMarks
from gui.network.painting.ribbon_painter import paint_ribbons
from gui.theme.tokens import Theme

CANVAS = Theme().colour("canvas")


def ribbons(width: list[float], y: list[float]) -> RibbonMarks:
    count = len(width)
    place, numbers = np.arange(count), np.array(width)
    colour = np.array([(200, 10 * n, 50) for n in range(count)], np.uint8)
    x1, x2 = np.full(count, 10.0), np.full(count, 90.0)
    ends = x1, np.array(y), x2, np.array(y)
    return RibbonMarks(
        "signal",
        0,
        0,
        1,
        place,
        place,
        numbers,
        numbers,
        numbers,
        colour,
        *ends,
        max(width),
        max(width),
        1.0,
        place,
    )


@pytest.fixture
def painted(qapp: Any) -> Any:
    def paint(marks: RibbonMarks) -> QImage:
        image = QImage(100, 100, QImage.Format.Format_RGB32)
        image.fill(CANVAS)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ribbons(painter, [marks])
        painter.end()
        return image

    return paint


def test_each_is_as_wide_as_its_number_in_its_own_colour(painted: Any) -> None:
    image = painted(ribbons([10.0, 4.0], [25.0, 70.0]))
    for middle, width, colour in ((25, 10, QColor(200, 0, 50)), (70, 4, QColor(200, 10, 50))):
        half = width // 2
        assert image.pixelColor(50, middle) == colour
        assert image.pixelColor(50, middle - half) == image.pixelColor(50, middle + half - 1) == colour
        assert image.pixelColor(50, middle - half - 1) == image.pixelColor(50, middle + half) == CANVAS
    # Flat ends: nothing beyond the map.
    assert image.pixelColor(9, 25) == CANVAS and image.pixelColor(10, 25) == QColor(200, 0, 50)


def test_the_last_one_lies_above(painted: Any) -> None:
    image = painted(ribbons([10.0, 4.0], [50.0, 50.0]))
    assert image.pixelColor(50, 50) == QColor(200, 10, 50)
    assert image.pixelColor(50, 46) == QColor(200, 0, 50)
