"""The plot's pixels: those of the picture that was painted last, as many as the screen has for it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from gui.loss.plot_picture import PlotPicture, PlotWords, picture_of
from gui.loss.plot_pixmap import PlotPixmap
from gui.loss.plot_range import UpdateRange
from gui.theme.tokens import Theme
from tests.gui.loss.plotted import make_record

SIZE = 500, 240


def made(theme: Theme, updates: int) -> PlotPicture:
    across = UpdateRange()
    across.follow(updates)
    return picture_of(make_record(updates), SIZE, theme, across, False, (), 100, PlotWords(), None)


def pixels_of(picture: PlotPicture, theme: Theme, ratio: float = 1.0) -> QImage:
    painted = PlotPixmap()
    for _ in painted.paint(picture, PlotWords(), theme, SIZE, ratio):
        pass
    return painted.pixels.toImage()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_there_are_as_many_pixels_as_the_screen_has(qapp: QApplication, ratio: float) -> None:
    image = pixels_of(made(Theme(), 300), Theme(), ratio)
    assert (image.width(), image.height()) == (500 * ratio, 240 * ratio)
    assert image.devicePixelRatio() == ratio


def test_nothing_of_the_picture_before_is_left(qapp: QApplication) -> None:
    first, second = made(Theme(), 300), made(Theme(), 20)
    painted = PlotPixmap()
    for picture in (first, second, second):
        for _ in painted.paint(picture, PlotWords(), Theme(), SIZE, 1.0):
            pass
    assert painted.pixels.toImage() == pixels_of(second, Theme()) != pixels_of(first, Theme())


def test_the_dots_of_the_exact_losses_are_where_the_picture_has_them(qapp: QApplication) -> None:
    theme = Theme()
    picture = made(theme, 300)
    image = pixels_of(picture, theme)
    canvas = QColor(theme.colour("canvas"))
    assert len(picture.shapes.train.dots) > 1
    for x, y in picture.shapes.train.dots:
        assert image.pixelColor(int(x), int(y)) != canvas


def test_another_theme_is_painted_over_its_own_ground(qapp: QApplication) -> None:
    light = Theme("light")
    corner = pixels_of(made(light, 20), light).pixelColor(1, 1)
    assert corner == QColor(light.colour("canvas"))


def test_until_it_is_whole_the_picture_before_stays_and_one_that_is_given_up_leaves_nothing(
    qapp: QApplication,
) -> None:
    first, second = made(Theme(), 300), made(Theme(), 20)
    painted = PlotPixmap()
    for _ in painted.paint(first, PlotWords(), Theme(), SIZE, 1.0):
        assert painted.pixels.isNull()
    before = painted.pixels.toImage()
    steps = painted.paint(second, PlotWords(), Theme(), SIZE, 1.0)
    next(steps)
    next(steps)
    steps.close()
    assert painted.pixels.toImage() == before
    for _ in painted.paint(second, PlotWords(), Theme(), SIZE, 1.0):
        assert painted.pixels.toImage() == before
    assert painted.pixels.toImage() == pixels_of(second, Theme())
