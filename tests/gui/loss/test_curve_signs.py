"""Each curve has a sign of its own, told apart without colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui.loss.curve_signs import paint_dots, paint_sign
from gui.loss.plot_names import ORDER
from gui.theme.tokens import Theme, make_theme


def grey(theme: Theme, key: str) -> bytes:
    """The sign on the canvas, in shades of grey."""
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(theme.colour("canvas"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_sign(painter, theme, key, QPointF(12, 12))
    painter.end()
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


@pytest.mark.parametrize("name", ["dark", "light"])
def test_no_two_signs_look_alike_in_grey(qapp: QApplication, name: str) -> None:
    theme = make_theme(name)
    signs = {key: grey(theme, key) for key in ORDER}
    assert len(set(signs.values())) == len(ORDER)
    blank = QImage(24, 24, QImage.Format.Format_RGB32)
    blank.fill(theme.colour("canvas"))
    assert bytes(blank.convertToFormat(QImage.Format.Format_Grayscale8).constBits()) not in signs.values()


@pytest.mark.parametrize("key", ["train", "test", "penalty"])
def test_dots_that_stand_near_are_no_larger(qapp: QApplication, key: str) -> None:
    theme, painted = make_theme("dark"), []
    for small in (False, True):
        image = QImage(24, 24, QImage.Format.Format_RGB32)
        image.fill(theme.colour("canvas"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_dots(painter, theme, key, [QPointF(12, 12)], small)
        painter.end()
        painted.append(
            sum(image.pixelColor(x, y) != theme.colour("canvas") for x in range(24) for y in range(24))
        )
    assert painted[1] <= painted[0] and (key == "penalty" or painted[1] < painted[0])
