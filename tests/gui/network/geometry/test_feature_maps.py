"""Where feature maps stand: each neuron in its cell of its map, and nothing over anything else."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.nn.topology import Topology
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.columns import Frame
from gui.network.geometry.feature_maps import map_column
from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Layout, Rect, Zoom
from gui.network.geometry.text_width import text_width
from gui.network.marks.text_marks import Words, text_marks
from gui.theme.tokens import Theme

THEME = Theme()
SMALL: tuple[Any, ...] = (
    Conv2d(8, 3, padding=1, picture=(16, 16)),
    MaxPool2d(2),
    Conv2d(16, 3, padding=1),
    MaxPool2d(2),
    Dense(10, "softmax"),
)


def layout_of(layers: tuple[Any, ...], width: float = 800, height: float = 506, **other: Any) -> Layout:
    topology = Topology(layers, (256,))
    return make_layout(topology.sizes, width, height, THEME, inputs=(16, 16), topology=topology, **other)


@pytest.mark.parametrize("shape", [(16, 16, 8), (4, 7, 3), (1, 1, 5), (8, 8, 64)])
def test_each_neuron_stands_in_its_cell_of_its_map(shape: tuple[int, int, int]) -> None:
    rows, columns, count = shape
    column = map_column(shape, 200, 60, Frame(100, 440, 440), THEME)
    maps = column.maps
    assert maps is not None and len(maps.tiles) == count and (maps.rows, maps.columns) == (rows, columns)
    for row in range(rows):
        for line in range(columns):
            for number, tile in enumerate(maps.tiles):
                index = (row * columns + line) * count + number
                assert column.x[index] == pytest.approx(tile.x + (line + 0.5) * tile.width / columns)
                assert column.y[index] == pytest.approx(tile.y + (row + 0.5) * tile.height / rows)
                assert maps.place(index) == (number, row, line)
    assert column.size == rows * columns * count == column.shown.size


def touches(one: Rect, other: Rect) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


@pytest.mark.parametrize("size", [(800, 506), (560, 262), (1300, 800)])
def test_maps_stand_beside_each_other_in_whole_px_between_input_and_outputs(size: tuple[int, int]) -> None:
    layout = layout_of(SMALL, *size)
    tiles = [tile for column in layout.layers if column.maps for tile in column.maps.tiles]
    assert len(tiles) == 8 + 8 + 16 + 16
    for number, tile in enumerate(tiles):
        assert not any(touches(tile, other) for other in tiles[number + 1 :])
        assert tile.x >= layout.picture.x + layout.picture.width
        assert tile.x + tile.width <= layout.layers[-1].left
        assert layout.content.y <= tile.y and tile.y + tile.height <= layout.gaps_y
        assert tile.x == round(tile.x) and tile.y == round(tile.y)
    for column in layout.layers[:-1]:
        assert column.maps is not None
        assert column.maps.cell >= 1 and column.maps.cell == int(column.maps.cell)


def test_a_pool_stands_near_the_layer_whose_blocks_it_reads() -> None:
    layout = layout_of(SMALL)
    gaps = [layout.gap_bounds(gap) for gap in range(len(layout.layers))]
    widths = [right - left for left, right in gaps]
    assert widths[1] < 0.4 * widths[2] and widths[3] < 0.4 * widths[4]


@pytest.mark.parametrize("height", [180.0, 230.0, 300.0, 506.0])
def test_a_pools_maps_are_no_larger_than_those_that_it_looks_at(height: float) -> None:
    layers = layout_of(SMALL, height=height).layers
    for number, spec in enumerate(SMALL):
        if isinstance(spec, MaxPool2d | AvgPool2d):
            own, before = layers[number].maps, layers[number - 1].maps
            assert own is not None and before is not None
            assert own.tiles[0].width <= before.tiles[0].width


def test_a_layer_of_neurons_among_maps_keeps_its_column() -> None:
    layout = layout_of((Conv2d(4, 5, 2, 2, picture=(16, 16)), Dense(30), Dense(10, "softmax")))
    first, second, _ = layout.layers
    assert first.maps is not None and second.maps is None
    assert first.right < second.left


def test_no_lines_are_drawn_to_or_from_the_cells_of_a_map() -> None:
    layout = layout_of(SMALL)
    assert not any(layout.shows_edges(layer, layer + 1) for layer in range(5))
    assert all(layout.has_ribbons(layer, layer + 1) for layer in range(5))
    lenet = layout_of((Conv2d(4, 5, 2, 2, picture=(16, 16)), Dense(30), Dense(10, "softmax")))
    assert [lenet.has_ribbons(layer, layer + 1) for layer in range(3)] == [True, True, False]
    assert [lenet.shows_edges(layer, layer + 1) for layer in range(3)] == [False, False, True]


def test_enlarged_maps_are_moved_with_their_cells() -> None:
    layout = layout_of(SMALL, zoom=Zoom(4.0, 900, 300, 4.0))
    for column in layout.layers[:-1]:
        maps = column.maps
        assert maps is not None
        assert column.x[0] == pytest.approx(maps.tiles[0].x + maps.cell / 2)
        assert column.y[0] == pytest.approx(maps.tiles[0].y + maps.cell / 2)
        assert column.left < maps.tiles[0].x < column.right
    assert layout.layers[0].maps is not None and layout.layers[0].maps.cell >= 6


@pytest.mark.parametrize(
    "layers",
    [
        (MaxPool2d(2, picture=(16, 16)), Conv2d(6, 3), AvgPool2d(4), Dense(10, "softmax")),
        (Conv2d(64, 3, padding=1, picture=(16, 16)), MaxPool2d(2), Dense(10, "softmax")),
        (Conv2d(4, 5, 2, 2, "tanh", picture=(16, 16)), AvgPool2d(2), AvgPool2d(2), Dense(10, "softmax")),
    ],
)
def test_heads_of_neighbouring_maps_do_not_touch(snapshot_of_architecture: Any, layers: Any) -> None:
    snapshot = snapshot_of_architecture(Architecture(layers, seed=1), n_in=256, n_out=10)
    for width in (800.0, 1000.0, 1500.0):
        layout = layout_of(layers, width)
        texts = text_marks(snapshot, layout, AnimationState(), THEME, Words())
        heads = [mark for mark in texts if mark.align == "centre" and mark.y == layout.caption_y]
        spans = sorted(
            (
                mark.x - text_width(mark.text, "caption", THEME) / 2,
                mark.x + text_width(mark.text, "caption", THEME) / 2,
            )
            for mark in heads
        )
        assert all(one[1] < other[0] for one, other in pairwise(spans)), [mark.text for mark in heads]
