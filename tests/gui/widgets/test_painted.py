"""A picture in the theme's colours: as high as it says, on the canvas's colour, painted anew with another theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from core.exchange.table import Column
from gui.theme.tokens import Theme, make_theme
from gui.widgets.figure import Figure
from gui.widgets.painted import Painted
from tests.gui.figures.figure_pixels import painted, pixels, seen


class Counted(Painted):
    """It shows a number as a bar, and can be kept."""

    def __init__(self, name: str) -> None:
        super().__init__(name, 60)
        self.number = 0
        self.setAccessibleName("A bar")

    def _paint(self, painter: QPainter) -> None:
        painter.fillRect(0, 0, 5 * self.number, 10, self._theme.colour("plus"))

    def figure(self) -> Figure | None:
        """The bar."""
        return self._figure_of((Column("n", [self.number]),), update=3) if self.number else None


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


def test_what_is_no_plot_has_no_figure(square: Square) -> None:
    assert square.figure() is None


def test_a_figure_keeps_what_was_seen_and_changes_nothing_on_screen(qtbot: QtBot) -> None:
    plot = Counted("a_bar")
    qtbot.addWidget(plot)
    plot.resize(60, 30)
    plot.set_theme(Theme("dark"))
    assert plot.figure() is None
    plot.number = 7
    figure, before = plot.figure(), seen(plot)
    assert figure is not None
    assert (figure.what, figure.stem, figure.size, figure.update) == ("A bar", "a-bar", (60, 30), 3)
    assert figure.numbers[0].columns == (Column("n", [7]),)
    plot.number = 2
    plot.resize(90, 40)
    now = seen(plot)
    assert (painted(figure) == before).all()
    light = painted(figure, Theme("light"))
    assert (light != before).any() and (painted(figure) == before).all()
    assert (seen(plot) == now).all() and plot._theme == Theme("dark")


def test_one_that_only_a_menu_needs_the_keyboard_for_shows_that_it_has_it(qtbot: QtBot) -> None:
    plot = Counted("a_bar")
    qtbot.addWidget(plot)
    plot.number = 3
    plot.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    plot.show()
    plot.activateWindow()
    plain = seen(plot)
    plot.setFocus()
    qtbot.waitUntil(plot.hasFocus)
    assert (pixels(plot.grab().toImage()) == plain).all()
    plot.frames_focus = True
    assert (pixels(plot.grab().toImage()) != plain).any()
    assert (painted(plot.figure()) == plain).all()


class Moved(Square):
    """It paints further down than it says, as what is painted part below part does."""

    def _paint(self, painter: QPainter) -> None:
        painter.translate(0, 20)


def test_the_frame_of_what_has_the_keyboard_is_around_it_wherever_its_picture_ends(qtbot: QtBot) -> None:
    plain, moved = Square(), Moved()
    for widget in (plain, moved):
        qtbot.addWidget(widget)
        widget.frames_focus = True
        widget.hasFocus = lambda: True  # type: ignore[method-assign]
        widget.resize(40, 40)
    edges = [[widget.grab().toImage().pixelColor(x, 1) for x in range(40)] for widget in (plain, moved)]
    assert edges[0] == edges[1] and Theme().colour("canvas") not in edges[0][5:35]
