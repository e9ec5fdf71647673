"""What is framed of a weight: all that it sees, all places that have it, and the border apart."""

from __future__ import annotations

from typing import Any

import pytest

from core.analysis.weight_places import KernelWeight
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Rect
from gui.network.marks.weight_frames import weight_frames
from gui.theme.tokens import Theme

LAYERS: tuple[Any, ...] = (
    Conv2d(2, 3, padding=1, activation="tanh", picture=(6, 6)),
    Conv2d(2, 5, 2, 2, activation="tanh"),
    Dense(4, "softmax"),
)


@pytest.fixture
def scene(snapshot_of_architecture: Any) -> Any:
    snapshot = snapshot_of_architecture(Architecture(LAYERS, seed=5), n_in=36)
    layout = make_layout(snapshot.sizes, 900, 560, Theme(), inputs=(6, 6), topology=snapshot.topology)
    return snapshot, layout


def cells(tile: Rect, side: int, left: int, top: int, wide: int, high: int) -> Rect:
    cell = tile.width / side
    return Rect(tile.x + left * cell, tile.y + top * cell, wide * cell, high * cell)


def same(one: Rect, other: Rect) -> bool:
    pairs = zip(vars(one).values(), vars(other).values(), strict=True)
    return all(a == pytest.approx(b) for a, b in pairs)


def test_a_corner_weight_sees_all_but_two_edges_and_is_idle_at_two(scene: Any) -> None:
    snapshot, layout = scene
    frames = weight_frames(snapshot, layout, (), KernelWeight(0, 0, 1, 0, 2))
    tile = layout.layers[0].maps.tiles[1]
    assert frames.own is None
    # A row higher and a column to the right: rows 0..4 and columns 1..5 are seen.
    assert same(frames.seen, cells(layout.picture, 6, 1, 0, 5, 5))
    assert same(frames.places, cells(tile, 6, 0, 1, 5, 5))
    top, right = frames.border
    assert same(top, cells(tile, 6, 0, 0, 6, 1)) and same(right, cells(tile, 6, 5, 1, 1, 5))


def test_the_middle_weight_is_idle_nowhere(scene: Any) -> None:
    snapshot, layout = scene
    frames = weight_frames(snapshot, layout, (), KernelWeight(0, 0, 0, 1, 1))
    assert frames.border == () and same(frames.seen, layout.picture)


def test_with_a_stride_of_2_the_places_are_those_whose_cell_is_there(scene: Any) -> None:
    snapshot, layout = scene
    frames = weight_frames(snapshot, layout, (), KernelWeight(1, 1, 0, 0, 4))
    tile, read = layout.layers[1].maps.tiles[0], layout.layers[0].maps.tiles[1]
    # Places stand at 0, 2, 4 of 6 cells: from row -2, 0, 2 and column 2, 4, 6 on they see.
    assert same(frames.seen, cells(read, 6, 2, 0, 3, 3))
    assert same(frames.places, cells(tile, 3, 0, 1, 2, 2))
    assert len(frames.border) == 2
