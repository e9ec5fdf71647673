"""The bar is cut at the shares of L, and each part says its own."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from gui.ledger.curve_marks import curve_marks
from gui.ledger.cut_bar import PART_SHADES, paint_bar
from gui.theme.tokens import Theme


@pytest.mark.usefixtures("qtbot")
def test_each_part_is_as_wide_as_its_share() -> None:
    # The worst 1 % are four of 1: they hold 4 of 11.2, the next 9 % and the others 3.6 each.
    marks = curve_marks(np.array([0.01] * 360 + [0.1] * 36 + [1.0] * 4), 300)
    theme, image = Theme(), QImage(1120, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_bar(painter, marks, "train", QRectF(0, 0, 1120, 10), QRectF(0, 20, 1120, 20), 60, theme)
    painter.end()
    worst, rest, others = (theme.blend("text", "canvas", shade) for shade in PART_SHADES)
    for x, shade in ((3, others), (355, others), (365, rest), (715, rest), (725, worst), (1115, worst)):
        assert image.pixelColor(x, 22) == shade
    # The fan begins at the curve's parts: 4 of its 400 examples are the worst.
    fan = theme.blend("text", "canvas", 0.35 * PART_SHADES[0])
    assert image.pixelColor(1115, 11) == fan and image.pixelColor(1000, 11) != fan
