"""Rectangles, columns and the whole picture answer where things are."""

from __future__ import annotations

from gui.network.geometry.layout import make_layout
from gui.theme.tokens import Theme


def test_between_cells_there_is_no_room_for_edges() -> None:
    far = make_layout((256, *([32] * 100), 10), 800, 506, Theme())
    assert far.shows_edges(0, 1) and not far.shows_edges(1, 2) and far.shows_edges(100, 101)
    near = make_layout((256, 32, 16, 10), 800, 506, Theme())
    assert all(near.shows_edges(gap, gap + 1) for gap in range(3))
