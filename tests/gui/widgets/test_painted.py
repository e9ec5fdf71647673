"""A picture in the theme's colours: as high as it says, on the canvas's colour, painted anew with another theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.widgets.painted import Painted


class Square(Painted):
    """A square of the colour of plus, from 10 to 20 px."""

    def __init__(self) -> None:
        super().__init__("square", 60)

    def _paint(self, painter: QPainter) -> None:
        painter.fillRect(10, 10, 10, 10, self._theme.colour("plus"))


@pytest.fixture
def square(qtbot: QtBot) -> Square:
    square = Square()
    qtbot.addWidget(square)
    square.resize(40, 40)
    return square


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_it_is_as_high_as_it_says_at_every_size_of_type(square: Square, scale: float) -> None:
    square.set_theme(make_theme("dark", scale))
    assert square.sizeHint().height() == 60 * scale and square.objectName() == "square"


@pytest.mark.parametrize("name", ["dark", "light", "dark"])
def test_it_is_painted_on_the_canvas_in_the_colours_of_now(square: Square, name: str) -> None:
    theme = make_theme(name)
    square.set_theme(theme)
    image = square.grab().toImage()
    assert image.pixelColor(15, 15) == theme.colour("plus")
    assert {image.pixelColor(x, y).name() for x, y in ((0, 0), (39, 39), (5, 15))} == {
        theme.colour("canvas").name()
    }
