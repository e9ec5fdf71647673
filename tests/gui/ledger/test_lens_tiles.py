"""The lens shows the cells around one in the wall's order, and stands neither over it nor beyond the page."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from core.analysis.example_losses import ExampleLosses
from core.analysis.last_seen import LastSeen
from gui.ledger.lens_tiles import lens_place, lens_words, tile_text, tiles_around
from gui.ledger.wall_order import NOBODY

SIZE, AREA = QSizeF(300, 240), QRectF(20, 40, 760, 500)
EXACT = ExampleLosses(
    *(0, 1234, "train", np.array([0.0, 0.234, 3.44e-7, 4.56e-13, 12.7, np.inf])),
    *(np.zeros(6, int), np.zeros(6, int)),
)


@pytest.mark.parametrize(
    ("place", "shape", "expected"),
    [
        ((50, 100), (158, 380), (48, 97, 5, 6)),
        # At the edges the wall goes no further.
        ((0, 0), (158, 380), (0, 0, 5, 6)),
        ((157, 379), (158, 380), (153, 374, 5, 6)),
        ((1, 378), (158, 380), (0, 374, 5, 6)),
        # A wall of fewer cells is seen whole.
        ((2, 1), (3, 4), (0, 0, 3, 4)),
        ((0, 0), (1, 1), (0, 0, 1, 1)),
    ],
)
def test_the_cell_is_among_those_that_are_shown(
    place: tuple[int, int], shape: tuple[int, int], expected: tuple[int, int, int, int]
) -> None:
    tiles = tiles_around(place, *shape)
    assert tiles == expected
    assert 0 <= place[0] - tiles.top < tiles.rows and 0 <= place[1] - tiles.left < tiles.columns


def test_wherever_one_points_the_lens_is_beside_it_and_whole() -> None:
    for x in range(20, 781, 20):
        for y in range(40, 541, 20):
            around = QRectF(x - 15, y - 15, 30, 30)
            found = lens_place(SIZE, around, AREA, 10)
            assert found is not None and found.size() == SIZE
            assert AREA.contains(found) and not found.intersects(around)
            # At the left, so that larger C stay in sight, wherever there is room.
            assert (found.right() == around.left() - 10) == (x - 25 - 300 >= 20)


def test_in_an_area_without_room_beside_it_stands_above_or_below_and_else_nowhere() -> None:
    narrow, around = QRectF(0, 0, 310, 600), QRectF(140, 300, 30, 30)
    above = lens_place(SIZE, around, narrow, 10)
    assert above == QRectF(QPointF(5, 50), SIZE)
    assert lens_place(SIZE, around.translated(0, -250), narrow, 10) == QRectF(QPointF(5, 90), SIZE)
    assert lens_place(SIZE, around, QRectF(0, 0, 310, 400), 10) == QRectF(QPointF(5, 50), SIZE)
    assert lens_place(SIZE, around.translated(0, -100), QRectF(0, 0, 310, 400), 10) is None
    # Neither cut off at the top, where it would be beside it.
    assert lens_place(SIZE, around, QRectF(-400, 200, 900, 200), 10) is None


@pytest.mark.parametrize(
    ("row", "text"),
    [(0, "0"), (1, "0.23"), (2, "3.4·10⁻⁷"), (3, "5·10⁻¹³"), (4, "13"), (5, "∞"), (NOBODY, "")],
)
def test_below_a_tile_stands_its_c(row: int, text: str) -> None:
    assert tile_text(EXACT, row) == text


def test_as_last_seen_it_says_so_and_who_was_not_seen_has_no_number() -> None:
    updates = np.array([0, 7, 0, 0, 0, 0])
    seen = LastSeen(0, 0, 9, EXACT.losses, updates, updates < 0, EXACT.labels)
    assert tile_text(seen, 1) == "0.23" and tile_text(seen, 4) == "–"
    assert lens_words(seen) == ("below: C, each as last seen", "filled corner: wrong then")
    assert lens_words(EXACT) == ("below: C, exact at update 1,234", "filled corner: wrong at update 1,234")
    assert lens_words(EXACT, is_before_edit=True) == (
        "below: C, exact at update 1,234, θ edited since",
        "filled corner: wrong before θ was edited",
    )
    of_numbers = ExampleLosses(0, 5, "train", np.ones(2), np.zeros(2, int), np.zeros(0, int))
    assert lens_words(of_numbers)[1] == ""
