"""Rectangles, columns and the whole picture answer where things are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Column, Layout, Rect, Zoom
from gui.theme.tokens import Theme

LINE = Rect(0, 0, 0, 0)


def column_at(x: float, ys: list[float], shown: list[int], cell: tuple[float, float] | None = None) -> Column:
    """A column 20 px wide."""
    y = np.array(ys)
    return Column(y.size, np.full(y.size, x), y, 5.0, np.array(shown), None, x - 10, x + 10, cell)


@pytest.fixture
def layout() -> Layout:
    """Four pixels, three neurons of which the middle one is collapsed, and one output."""
    return Layout(
        width=300,
        height=100,
        picture=Rect(10, 20, 40, 40),
        rows=2,
        columns=2,
        pixel_x=np.array([20.0, 40, 20, 40]),
        pixel_y=np.array([30.0, 30, 50, 50]),
        layers=(column_at(120, [20, 90, 60], [0, 2]), column_at(200, [50], [0])),
        bars=(Rect(220, 45, 60, 10),),
        title=LINE,
        walkthrough=LINE,
        legend=LINE,
        coverage=LINE,
        loss=LINE,
        caption_y=10,
        map=None,
        gaps_y=90,
        zoom=Zoom(),
        content=Rect(0, 15, 300, 70),
    )


@pytest.mark.parametrize(
    ("x", "y", "is_inside"),
    [(10, 20, True), (39.9, 24.9, True), (30, 22, True), (40, 22, False), (30, 25, False), (9.9, 22, False)],
)
def test_a_rectangle_has_its_left_and_top_and_not_its_right_and_bottom(x, y, is_inside) -> None:
    assert Rect(10, 20, 30, 5).contains(x, y) is is_inside


def test_an_empty_rectangle_contains_nothing() -> None:
    assert not Rect(10, 20, 0, 5).contains(10, 20) and not Rect(10, 20, 30, 0).contains(10, 20)


def test_layer_0_is_the_input_and_the_last_one_the_outputs(layout: Layout) -> None:
    assert [places.tolist() for places in layout.units(0)] == [[20, 40, 20, 40], [30, 30, 50, 50]]
    assert [places.tolist() for places in layout.units(1)] == [[120, 120, 120], [20, 90, 60]]
    assert [places.tolist() for places in layout.units(2)] == [[200], [50]]


def test_all_pixels_are_shown_and_of_a_layer_those_that_are_not_collapsed(layout: Layout) -> None:
    assert [layout.shown(layer).tolist() for layer in (0, 1, 2)] == [[0, 1, 2, 3], [0, 2], [0]]


def test_a_layer_reaches_as_far_as_its_rings_and_the_input_as_its_outermost_pixels(layout: Layout) -> None:
    assert [layout.extent(layer) for layer in (0, 1, 2)] == [(20, 40), (110, 130), (190, 210)]


def test_a_gap_lies_between_the_right_of_one_column_and_the_left_of_the_next(layout: Layout) -> None:
    assert [layout.gap_bounds(gap) for gap in (0, 1)] == [(50, 110), (130, 190)]


def test_only_an_enlarged_network_ends_where_the_words_begin(layout: Layout) -> None:
    assert layout.clip is None
    assert replace(layout, zoom=Zoom(1.5)).clip == Rect(0, 15, 300, 70)


def test_between_cells_there_is_no_room_for_edges() -> None:
    far = make_layout((256, *([32] * 100), 10), 800, 506, Theme())
    assert far.shows_edges(0, 1) and not far.shows_edges(1, 2) and far.shows_edges(100, 101)
    near = make_layout((256, 32, 16, 10), 800, 506, Theme())
    assert all(near.shows_edges(gap, gap + 1) for gap in range(3))
