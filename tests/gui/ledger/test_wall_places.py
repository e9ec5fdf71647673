"""All of the wall is in sight until somebody looks closer; then the place that is looked at stays."""

from __future__ import annotations

import itertools

import pytest

from gui.ledger.wall_places import SIZES, SQUARE_FROM_PX, WallPlaces


@pytest.mark.parametrize("count", [1, 10, 997, 10_000, 60_000, 200_000])
@pytest.mark.parametrize("width, height", [(740, 326), (500, 180), (1900, 700)])
def test_everyone_fits_where_there_is_a_px_for_each(count: int, width: int, height: int) -> None:
    places = WallPlaces.fitted(count, width, height)
    assert places.rows * places.columns >= count > places.rows * (places.columns - 1)
    wide, high = places.cell
    assert 1 <= high <= wide <= 2 * high or count > width * height / 2
    if count <= width * height // 2:
        assert places.size[0] <= width and places.size[1] <= height
        # A cell higher would not fit.
        rows = height // (high + 1)
        assert rows == 0 or -(-count // rows) * (high + 1) > width


@pytest.mark.parametrize("count", [1, 2, 10, 100])
def test_cells_that_may_be_pictures_are_squares(count: int) -> None:
    wide, high = WallPlaces.fitted(count, 663, 365).cell
    assert wide == high >= SQUARE_FROM_PX


def test_of_more_examples_than_px_the_end_is_in_sight() -> None:
    places = WallPlaces.fitted(1_000_000, 700, 300)
    assert places.cell == (1, 1) and places.left == places.size[0] - 700


def test_60_000_as_in_the_still() -> None:
    places = WallPlaces.fitted(60_000, 760, 316)
    assert (places.cell, places.rows, places.columns) == ((2, 2), 158, 380)


def test_looking_closer_keeps_the_place_under_the_pointer() -> None:
    places = WallPlaces.fitted(60_000, 760, 316)
    at = places.cell_at(400, 120)
    for _ in range(len(SIZES)):
        places = places.zoomed(1, 400, 120)
        assert places.cell_at(400, 120) == at
    assert places.cell == (SIZES[-1], SIZES[-1])
    for _ in range(len(SIZES)):
        places = places.zoomed(-1, 400, 120)
    assert places == WallPlaces.fitted(60_000, 760, 316)


def test_it_is_moved_no_further_than_its_edges() -> None:
    places = WallPlaces.fitted(60_000, 760, 316).zoomed(1, 0, 0).zoomed(1, 0, 0)
    assert (places.panned(1e6, 1e6).left, places.panned(1e6, 1e6).top) == (0, 0)
    end = places.panned(-1e6, -1e6)
    assert (end.left + end.width, end.top + end.height) == end.size
    rows, columns = end.in_sight
    assert (rows.stop, columns.stop) == (end.rows, end.columns)


def test_a_cell_is_brought_into_sight() -> None:
    places = WallPlaces.fitted(60_000, 760, 316).zoomed(1, 0, 0).zoomed(1, 0, 0).zoomed(1, 0, 0)
    for cell in ((0, 0), (157, 379), (80, 200)):
        x, y = (shown := places.showing(*cell)).place_of(*cell)
        assert 0 <= x <= 760 - shown.cell[0] and 0 <= y <= 316 - shown.cell[1]
        assert shown.cell_at(x + 1, y + 1) == cell
        assert shown.showing(*cell) == shown


@pytest.mark.parametrize(("width", "height"), [(664, 343), (640, 240), (702, 253), (500, 343)])
def test_where_two_px_of_height_are_too_many_it_fills_what_dots_of_whole_px_can(
    width: int, height: int
) -> None:
    places = WallPlaces.fitted(60_000, width, height)
    assert places.size[0] <= width and places.size[1] <= height
    # All whole px that 60,000 dots of one size have room for: of 3.8 px each 3 are used, of 2.56 two.
    assert int(width * height / 60_000) * 60_000 <= places.size[0] * places.size[1]


@pytest.mark.parametrize(("width", "height"), [(664, 343), (760, 316), (702, 253), (1096, 700)])
def test_closer_no_dot_is_narrower_and_further_away_it_is_as_before(width: int, height: int) -> None:
    fit = WallPlaces.fitted(60_000, width, height)
    way = [fit]
    while way[-1].zoomed(1, 0, 0).cell != way[-1].cell:
        way.append(way[-1].zoomed(1, 0, 0))
    for before, after in itertools.pairwise(way):
        assert after.cell[0] >= before.cell[0] and after.cell[1] > before.cell[1]
        assert after.zoomed(-1, 0, 0).cell == before.cell


def test_beside_the_wall_there_is_no_cell() -> None:
    places = WallPlaces.fitted(60_000, 762, 316)
    assert places.cell_at(1, 100) is None and places.cell_at(2, 100) == (50, 0)


@pytest.mark.parametrize("width", [480, 664, 900])
def test_all_of_it_stays_in_sight_where_a_bar_takes_some_px_of_its_height(width: int) -> None:
    places = WallPlaces.fitted(500, width, 390)
    for height in range(389, 300, -1):
        places = places.resized(width, height)
        assert places == WallPlaces.fitted(500, width, height)
        assert places.size[1] <= height
    # Looked at closer, it stays so.
    closer = places.zoomed(1, 10, 10)
    assert closer.resized(width, height - 1).cell == closer.cell > places.cell
