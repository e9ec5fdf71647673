"""Both pictures stand side by side, and every pixel of theirs is found under its own middle."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from gui.flips.flip_places import FlipPlaces


@pytest.mark.parametrize("rows, columns", [(3, 4), (16, 16), (64, 64), (1, 1)])
@pytest.mark.parametrize("width, height", [(500, 300), (300, 500), (60, 40)])
def test_each_pixel_is_where_it_is_painted(rows: int, columns: int, width: float, height: float) -> None:
    room = QRectF(5, 7, width, height)
    places = FlipPlaces.fitted(rows, columns, room, 18)
    for pixel in {0, columns - 1, rows * columns // 2, rows * columns - 1}:
        for picture in (0, 1):
            own = places.rect_of(pixel, picture)
            assert places.pixel_at(own.center().x(), own.center().y()) == pixel
            assert room.adjusted(-0.01, -0.01, 0.01, 0.01).contains(own)
    assert not places.pictures[0].intersects(places.pictures[1])
    assert places.pixel_at(places.pictures[0].right() + 9, 20) is None and places.pixel_at(0, 0) is None


def test_a_pixel_is_of_whole_px_where_there_is_one() -> None:
    assert FlipPlaces.fitted(16, 16, QRectF(0, 0, 419, 999), 18).cell == 12
    assert 0 < FlipPlaces.fitted(64, 64, QRectF(0, 0, 100, 40), 18).cell < 1


def test_one_moves_as_far_as_the_picture_goes() -> None:
    places = FlipPlaces.fitted(3, 4, QRectF(0, 0, 100, 100), 10)
    assert [places.moved(5, *step) for step in ((1, 0), (-1, 0), (0, 1), (0, -1))] == [9, 1, 6, 4]
    assert [places.moved(0, *step) for step in ((-1, 0), (0, -1))] == [0, 0]
    assert places.moved(11, 1, 1) == 11
