"""The parts of the scene lie beside and below each other at every size, and each cell is found where it is drawn."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from gui.theme.tokens import Theme
from gui.unrolling.scene_geometry import SceneGeometry, scene_geometry

SIZES = [(752.0, 350.0), (790.0, 232.0), (1160.0, 246.0), (1800.0, 900.0), (919.0, 170.0), (791.0, 208.0)]


def placed(size: tuple[float, float], scale: float = 1.0) -> SceneGeometry:
    return scene_geometry(*size, Theme("dark", scale), 15 * scale, 13 * scale, 190 * scale)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_lies_over_anything_else_or_outside(qtbot: QtBot, size: tuple[float, float]) -> None:
    places = placed(size)
    parts = [places.matrix, places.digit, places.map, places.strip, *places.kernels]
    assert len(places.kernels) == 8
    whole = QRectF(0, 0, *size)
    for part in parts:
        assert whole.contains(part)
    for one, other in combinations(parts, 2):
        assert not one.intersects(other)


@pytest.mark.parametrize("size", SIZES)
def test_each_dot_of_the_matrix_is_a_whole_number_of_px(size: tuple[float, float]) -> None:
    places = placed(size)
    assert 256 % places.dots == 0
    assert places.matrix.width() % places.dots == 0 == places.matrix.height() % places.dots
    assert places.digit.width() % 16 == 0 == places.map.width() % 16


def test_with_more_room_a_dot_stands_for_fewer_weights() -> None:
    assert [placed(size).dots for size in SIZES[:4]] == [256, 128, 128, 256]
    assert placed(SIZES[3]).matrix.width() == 768


@pytest.mark.parametrize("size", SIZES)
def test_a_cell_is_found_where_it_is_drawn(size: tuple[float, float]) -> None:
    places = placed(size)
    for cell in (0, 15, 16, 100, 240, 255):
        assert places.cell_at(places.cell_middle(cell)) == cell
        row, column = divmod(cell, 16)
        middle = places.pixel_middle(cell)
        assert middle == QPointF(
            places.digit.x() + (column + 0.5) * places.cell, places.digit.y() + (row + 0.5) * places.cell
        )
    assert places.cell_at(places.digit.center()) is None
    for number, rect in enumerate(places.kernels):
        assert places.kernel_at(rect.center()) == number
    assert places.kernel_at(places.map.center()) is None


@pytest.mark.parametrize(
    ("size", "scale", "least"),
    [((919.0, 205.0), 1.15, 112), ((921.0, 170.0), 0.96, 96), ((791.0, 208.0), 1.0, 128)],
)
def test_where_it_is_low_and_wide_the_kernels_leave_digit_and_map_its_height(
    size: tuple[float, float], scale: float, least: int
) -> None:
    """Below digit and map, they left them 64, 48 and 96 px."""
    places = placed(size, scale)
    assert places.digit.width() == places.map.width() == least
    assert places.kernels[0].x() > places.map.right() and places.kernels[0].y() == places.map.y()
    # Where it is as high as wide, below is where there is room.
    high = placed((752.0, 600.0), scale)
    assert high.kernels[0].y() > high.map.bottom()


def test_in_hardly_any_room_everything_has_a_size_all_the_same() -> None:
    places = placed((120.0, 60.0), 2.0)
    assert places.matrix.width() > 0 and places.digit.width() > 0 and places.kernels == ()
