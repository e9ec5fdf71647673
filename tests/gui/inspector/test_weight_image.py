"""A first-layer neuron's weights, painted."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.inspector.weight_image import WeightImage
from gui.theme.tokens import make_theme


@pytest.fixture(params=["dark", "light"])
def picture(request: pytest.FixtureRequest, qtbot: QtBot) -> WeightImage:
    picture = WeightImage()
    qtbot.addWidget(picture)
    picture.set_theme(make_theme(request.param))
    picture.resize(160, 160)
    return picture


def colour_at(picture: WeightImage, row: int, column: int) -> QColor:
    # Cells of 10 px; a little off the middle, beside a hatching line.
    return picture.grab().toImage().pixelColor(10 * column + 3, 10 * row + 3)


def weights(**places: float) -> np.ndarray:
    picture = np.zeros((16, 16), dtype=np.float32)
    for place, value in places.items():
        row, column = (int(part) for part in place[1:].split("_"))
        picture[row, column] = value
    return picture


def test_the_largest_weight_has_full_colour_and_none_has_the_canvas(picture: WeightImage) -> None:
    picture.show_weights(weights(_2_3=0.5, _4_5=-0.5))
    theme = picture._theme
    assert colour_at(picture, 2, 3) == theme.colour("plus")
    assert colour_at(picture, 4, 5) == theme.colour("minus")
    assert colour_at(picture, 8, 8) == theme.colour("canvas")
    assert picture.scale == 0.5


def test_half_the_weight_is_half_way_to_full_colour(picture: WeightImage) -> None:
    picture.show_weights(weights(_2_3=0.5, _4_5=0.25))
    theme = picture._theme
    half_way = np.rint((theme.rgb("plus") + theme.rgb("canvas")) / 2)
    shown = colour_at(picture, 4, 5)
    assert np.abs(np.array([shown.red(), shown.green(), shown.blue()]) - half_way).max() <= 1


def test_a_pixel_that_is_never_inked_is_crossed_and_shows_its_weight(picture: WeightImage) -> None:
    flags = np.zeros(256, dtype=bool)
    flags[2 * 16 + 3] = True
    picture.show_weights(weights(_2_3=0.5, _4_5=-0.5))
    assert not picture.hatches
    picture.show_weights(weights(_2_3=0.5, _4_5=-0.5), flags)
    assert picture.hatches
    assert colour_at(picture, 2, 3) == picture._theme.colour("plus")
    image = picture.grab().toImage()
    cell = [image.pixelColor(30 + x, 20 + y) for x in range(10) for y in range(10)]
    assert 50 < cell.count(picture._theme.colour("plus")) < 95
    assert colour_at(picture, 4, 5) == picture._theme.colour("minus")


def test_flags_of_another_picture_hatch_nothing(picture: WeightImage) -> None:
    picture.show_weights(weights(_2_3=0.5), np.ones(4, dtype=bool))
    assert not picture.hatches
    assert colour_at(picture, 2, 3) == picture._theme.colour("plus")


def test_all_weights_zero_paint_an_empty_picture(picture: WeightImage) -> None:
    picture.show_weights(weights())
    assert picture.scale == 0
    assert colour_at(picture, 8, 8) == picture._theme.colour("canvas")


def test_a_pixel_without_a_weight_is_left_empty(picture: WeightImage) -> None:
    cut = weights(_2_3=0.5)
    cut[15, 15] = np.nan
    picture.show_weights(cut)
    assert picture.scale == 0.5
    assert colour_at(picture, 15, 15) == picture._theme.colour("canvas")


def test_its_cells_are_whole_pixels_of_one_size(picture: WeightImage) -> None:
    picture.show_weights(weights())
    for width, side in ((160, 160.0), (175, 160.0), (176, 176.0), (300, 160.0)):
        picture.resize(width, max(width, 0) if width < 300 else 160)
        assert picture.square().width() == picture.square().height() == side


def test_no_weights_paint_nothing(picture: WeightImage) -> None:
    picture.show_weights(None)
    image = picture.grab().toImage()
    assert {image.pixel(x, y) for x in range(0, 160, 20) for y in range(0, 160, 20)} == {image.pixel(0, 0)}
