"""Where the arrow keys lead, and what the pointer holds on to."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import MaxPool2d
from core.nn.topology import Topology
from gui.network.geometry.layout import make_layout
from gui.network.interaction.selection import Selection, ends_of, moved_item, next_neuron
from gui.theme.tokens import Theme
from tests.core.small_snapshots import topology_of

LAYOUT = make_layout((256, 32, 16, 10), 800, 506, Theme())
FOLDED = make_layout((256, 500, 10), 800, 506, Theme())
LEFT, RIGHT, UP, DOWN = (-1, 0), (1, 0), (0, -1), (0, 1)


@pytest.mark.parametrize(
    ("start", "step", "end"),
    [
        (None, RIGHT, (0, 0)),
        (None, UP, (0, 0)),
        ((0, 0), DOWN, (0, 1)),
        ((0, 0), UP, (0, 0)),
        ((0, 31), DOWN, (0, 31)),
        ((0, 0), LEFT, (0, 0)),
        ((0, 0), RIGHT, (1, 0)),
        ((0, 31), RIGHT, (1, 15)),
        ((1, 15), RIGHT, (2, 9)),
        ((2, 9), RIGHT, (2, 9)),
        ((2, 0), LEFT, (1, 0)),
    ],
)
def test_arrow_keys_lead_to_the_neighbour(start, step, end):
    assert next_neuron(LAYOUT, start, step) == end


def test_arrow_keys_skip_collapsed_neurons():
    shown = FOLDED.layers[0].shown.tolist()
    assert len(shown) < 500
    assert next_neuron(FOLDED, (0, shown[3]), DOWN) == (0, shown[4])


def test_the_pointer_keeps_a_neuron_while_it_follows_its_edges(make_snapshot):
    snapshot = make_snapshot()
    selection = Selection()
    source, target = LAYOUT.layers[0], LAYOUT.layers[1]
    selection.point_at(snapshot, LAYOUT, target.x[5], target.y[5])
    assert selection.hovered == (1, 5) and selection.edge is None
    middle_x, middle_y = (source.x[30] + target.x[5]) / 2, (source.y[30] + target.y[5]) / 2
    selection.point_at(snapshot, LAYOUT, middle_x, middle_y)
    assert selection.hovered == (1, 5)
    assert selection.edge is not None and selection.edge[0] == 1 and selection.edge[2] == 5
    selection.point_at(snapshot, LAYOUT, 300, 20)
    assert selection == Selection()


def test_pinning_twice_lets_go():
    selection = Selection()
    selection.pin((1, 2))
    assert selection.highlighted == (1, 2)
    selection.pin((1, 2))
    assert selection.highlighted is None


def test_the_pointer_goes_before_the_keyboard_and_the_keyboard_before_the_pin():
    selection = Selection(pins=((0, 0),))
    assert selection.highlighted == (0, 0) and selection.current_item is None
    selection.focused = (0, 1)
    assert selection.highlighted == (0, 1)
    selection.hovered = (0, 2)
    assert selection.highlighted == selection.current_item == (0, 2)


def test_an_edge_has_two_ends_but_a_pixel_is_no_neuron() -> None:
    groups = topology_of((256, 32, 16, 10)).connections
    assert ends_of((2, 4), groups) == ((2, 4),)
    assert ends_of((1, 3, 5), groups) == ((0, 3), (1, 5))
    assert ends_of((0, 200, 5), groups) == ((0, 5),)


def test_what_is_kept_follows_the_neurons_to_their_new_places():
    # Of three hidden neurons 2 comes first, then 0, then 1; the second layer of two is turned round.
    connections = topology_of((5, 3, 2, 4)).connections
    orders = np.array([2, 0, 1]), np.array([1, 0])
    selection = Selection(
        focused=(0, 1), pins=((0, 2), (1, 0), (2, 3), (1, 0, 1), (0, 4, 0)), connections=connections
    )
    selection.follow(orders)
    assert selection.pins == ((0, 0), (1, 1), (2, 3), (1, 1, 0), (0, 4, 1))
    assert selection.focused == (0, 2)


@pytest.mark.parametrize("what", [(0, 2), (1, 0), (2, 3), (0, 4, 1), (1, 2, 0), (2, 1, 3)])
def test_the_way_back_leads_to_where_it_was(what):
    connections = topology_of((5, 3, 2, 4)).connections
    there = np.array([2, 0, 1]), np.array([1, 0])
    back = np.array([1, 2, 0]), np.array([1, 0])
    assert moved_item(moved_item(what, there, connections), back, connections) == what


def test_among_feature_maps_arrows_lead_from_cell_to_cell_and_on_to_the_next_map_and_layer() -> None:
    layers: Any = (Conv2d(3, 3, padding=1, picture=(4, 5)), MaxPool2d(2), Dense(6), Dense(4, "softmax"))
    topology = Topology(layers, (20,))
    layout = make_layout(topology.sizes, 900, 560, Theme(), inputs=(4, 5), topology=topology)

    def cell(layer: int, number: int, row: int, column: int) -> tuple[int, int]:
        maps = layout.layers[layer].maps
        assert maps is not None
        return layer, (row * maps.columns + column) * len(maps.tiles) + number

    right, left, down, up = (1, 0), (-1, 0), (0, 1), (0, -1)
    assert next_neuron(layout, cell(0, 1, 2, 3), right) == cell(0, 1, 2, 4)
    assert next_neuron(layout, cell(0, 1, 2, 3), left) == cell(0, 1, 2, 2)
    assert next_neuron(layout, cell(0, 1, 2, 3), down) == cell(0, 1, 3, 3)
    # From the last row into the map below, from the first one into the map above; at the ends it stays.
    assert next_neuron(layout, cell(0, 1, 3, 3), down) == cell(0, 2, 0, 3)
    assert next_neuron(layout, cell(0, 1, 0, 3), up) == cell(0, 0, 3, 3)
    assert next_neuron(layout, cell(0, 2, 3, 3), down) == cell(0, 2, 3, 3)
    # From the last column into the next layer, at the same height, and back again.
    layer, index = next_neuron(layout, cell(0, 1, 2, 4), right)
    maps = layout.layers[1].maps
    assert layer == 1 and maps is not None and maps.place(index)[2] == 0
    back, index = next_neuron(layout, (layer, index), left)
    maps = layout.layers[0].maps
    assert back == 0 and maps is not None and maps.place(index)[2] == 4
    assert next_neuron(layout, cell(1, 0, 0, 1), right)[0] == 2


@pytest.mark.parametrize(("focused", "edge"), [((0, 3), None), (None, (1, 3, 2))])
def test_what_keys_have_reached_goes_with_them_and_what_is_pinned_or_pointed_at_stays(focused, edge):
    held = Selection(hovered=(1, 2), edge=(1, 3, 2), focused=focused, pins=((0, 3),))
    held.leave_by_keys()
    assert held == Selection(hovered=(1, 2), edge=edge, pins=((0, 3),))
