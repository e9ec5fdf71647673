"""Where cells and heads stand is where they are found again."""

from __future__ import annotations

import pytest

from core.analysis.example_losses import NO_CLASS
from gui.ledger.gallery_order import ALL, Pair
from gui.ledger.matrix_places import Margins, MatrixPlaces

MARGINS = Margins(title=20, left=60, top=35, bottom=50, axis=70, bars=66, gap=12)


@pytest.mark.parametrize("has_none", [False, True])
@pytest.mark.parametrize(
    "classes, width, height", [(2, 700, 420), (10, 700, 420), (10, 250, 200), (100, 560, 400)]
)
def test_every_place_is_found_again(classes: int, width: int, height: int, has_none: bool) -> None:
    places = MatrixPlaces.fitted(classes, has_none, width, height, MARGINS, 1.0)
    assert places.right <= width and places.bottom <= height - MARGINS.bottom
    for i in range(-1, classes):
        for j in range(-1, classes + has_none):
            pair = places.pair_of(i, j)
            middle = places.place_of(pair).center()
            assert places.pair_at(middle.x(), middle.y()) == pair == Pair(i, NO_CLASS if j == classes else j)


def test_cells_stand_side_by_side_and_what_is_none_alone_apart() -> None:
    places = MatrixPlaces.fitted(3, True, 700, 420, MARGINS, 1.0)
    assert (places.cell(0, 0).left(), places.cell(0, 0).top()) == (60, 35)
    assert places.cell(1, 0).right() == places.cell(1, 1).left()
    assert places.cell(0, 2).right() + places.none_gap == places.cell(0, 3).left()
    # The gap itself belongs to the class before it.
    assert places.pair_at(places.cell(0, 2).right() + 1, 40) == Pair(0, 2)


def test_beside_a_row_is_the_row_and_below_the_cells_is_nothing() -> None:
    places = MatrixPlaces.fitted(10, False, 700, 420, MARGINS, 1.0)
    assert places.axis is not None and places.bars is not None and places.bars[1] <= 700
    y = places.cell(4, 0).center().y()
    assert places.pair_at(places.axis[0], y) == places.pair_at(places.bars[1], y) == Pair(4, ALL)
    assert places.pair_at(100, places.bottom + 1) is None and places.pair_at(places.axis[0], 5) is None
    assert places.pair_at(-1, y) is None


def test_where_it_is_narrow_the_cells_come_first() -> None:
    narrow = MatrixPlaces.fitted(10, False, 300, 400, MARGINS, 1.0)
    assert narrow.axis is None and narrow.bars is None and narrow.wide == 24


def test_where_counts_are_wide_they_come_before_what_stands_beside_the_rows() -> None:
    usual = MatrixPlaces.fitted(10, False, 612, 320, MARGINS, 1.0)
    assert usual.axis is not None and usual.wide == 37
    # As wide as they are all stand beside; four figures with a sign need more.
    assert MatrixPlaces.fitted(10, False, 612, 320, MARGINS, 1.0, 36.5).axis is not None
    wider = MatrixPlaces.fitted(10, False, 612, 320, MARGINS, 1.0, 44.2)
    assert wider.axis is None and wider.wide == 45 and wider.right <= 612
    # Where they have no room either way, nothing is left out for them.
    assert MatrixPlaces.fitted(10, False, 612, 320, MARGINS, 1.0, 90.0).axis is not None


def test_keys_do_not_lead_beyond_an_end() -> None:
    places = MatrixPlaces.fitted(3, False, 700, 420, MARGINS, 1.0)
    assert places.pair_of(-2, 5) == Pair(ALL, 2) and places.pair_of(3, -2) == Pair(2, ALL)
