"""The hatch lies over its rectangles alone, lets through what is below, and has lines in the smallest dots."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from gui.ledger.unseen_hatch import SPACING_PX, paint_hatch
from gui.theme.tokens import Theme, make_theme


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("theme", [make_theme("dark"), make_theme("light")])
def test_a_quarter_of_the_pixels_are_lines(theme: Theme) -> None:
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    painter = QPainter(image)
    paint_hatch(painter, [QRectF(0, 0, 8, 24), QRectF(16, 0, 4, 4)], theme)
    painter.end()
    line = theme.colour("dim")
    pixels = [(x, y) for x in range(24) for y in range(24)]
    inside = [(x, y) for x, y in pixels if x < 8 or (16 <= x < 20 and y < 4)]
    lines = {at for at in pixels if image.pixelColor(*at) == line}
    assert lines == {(x, y) for x, y in inside if (x + y) % SPACING_PX == 3}
    assert image.pixelColor(0, 0) == Qt.GlobalColor.blue
