"""Beside the curve stand powers of ten where they belong, and who has no place on a logarithmic scale is counted."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gui.ledger.curve_axes import paint_grid, paint_zeros
from gui.ledger.curve_marks import curve_marks
from gui.theme.tokens import Theme

CURVE = QRectF(50, 10, 300, 150)


def painted(losses: np.ndarray, is_cross_entropy: bool = True) -> QImage:
    image, theme, marks = QImage(360, 180, QImage.Format.Format_RGB32), Theme(), curve_marks(losses, 300)
    image.fill(theme.colour("canvas"))
    painter = QPainter(image)
    paint_grid(painter, marks, CURVE, is_cross_entropy, theme)
    paint_zeros(painter, marks, CURVE, theme)
    painter.end()
    return image


def inked(image: QImage, left: int, top: int, right: int, bottom: int) -> bool:
    ground: QColor = Theme().colour("canvas")
    return any(image.pixelColor(x, y) != ground for x in range(left, right) for y in range(top, bottom))


@pytest.mark.usefixtures("qtbot")
def test_lines_stand_at_the_powers_of_ten() -> None:
    # From 10⁻² to 10: a third of the height each.
    image, line = painted(np.array([0.02, 5.0])), Theme().colour("line")
    at = [y for y in range(180) if image.pixelColor(340, y) == line]
    assert at == [10, 60, 110, 160] or at == [9, 59, 109, 159]


@pytest.mark.usefixtures("qtbot")
def test_only_with_cross_entropy_y_stands_beside_c_and_zeros_are_counted_where_there_are_some() -> None:
    losses = np.array([0.02, 5.0])
    assert inked(painted(losses), 56, 45, 120, 58) and not inked(painted(losses, False), 56, 45, 120, 58)
    assert not inked(painted(losses, False), 130, 12, 300, 30)
    assert inked(painted(np.array([0, 0.02, 5.0]), False), 130, 12, 300, 30)
    assert inked(painted(np.array([0.02, 5.0, np.inf]), False), 130, 12, 300, 30)
