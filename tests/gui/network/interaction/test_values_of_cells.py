"""The numbers of cells of feature maps, of shared weights and of pools, when somebody points at them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import AvgPool2d, MaxPool2d
from gui.network.geometry.layout import make_layout
from gui.network.interaction.hit_test import hit_neuron
from gui.network.interaction.neuron_values import edge_values, neuron_values
from gui.network.marks.edge_choice import highlighted_edges
from gui.network.marks.edge_values import values_of
from gui.theme.tokens import Theme

SIDE = 6
LAYERS: tuple[Any, ...] = (
    Conv2d(3, 3, padding=1, activation="tanh", picture=(SIDE, SIDE)),
    MaxPool2d(2),
    Conv2d(2, 2, activation="tanh"),
    AvgPool2d(2),
    Dense(4, "softmax"),
)


@pytest.fixture
def snapshot(snapshot_of_architecture: Any) -> Any:
    return snapshot_of_architecture(Architecture(LAYERS, seed=5), n_in=SIDE * SIDE)


def cell(row: int, column: int, number: int, columns: int, maps: int) -> int:
    return (row * columns + column) * maps + number


def test_z_of_a_cell_is_the_sum_over_its_window(snapshot: Any) -> None:
    index = cell(2, 3, 1, SIDE, 3)
    values = neuron_values(snapshot, 0, index)
    W, b = snapshot.weights[0].reshape(3, 3, 1, 3), snapshot.biases[0]
    x = snapshot.trace.x.reshape(SIDE, SIDE)
    assert values.z == pytest.approx(float((x[1:4, 2:5] * W[:, :, 0, 1]).sum() + b[1]), abs=1e-6)
    assert values.b == pytest.approx(float(b[1])) and values.incoming == 9
    assert values.title == "layer 1, map 2, row 3, column 4"
    # At the corner the window meets the border: four of its cells are on the picture.
    assert neuron_values(snapshot, 0, 0).incoming == 4


def test_a_pools_cell_has_no_bias_and_says_which_one_won(snapshot: Any) -> None:
    index = cell(1, 2, 2, 3, 3)
    values = neuron_values(snapshot, 1, index)
    block = snapshot.trace.a[0].reshape(SIDE, SIDE, 3)[2:4, 4:6, 2]
    row, column = divmod(int(block.argmax()), 2)
    assert values.b is None and values.pooling == "max" and values.z == pytest.approx(float(block.max()))
    assert values.winner == f"map 3 ({3 + row}, {5 + column})"
    mean = neuron_values(snapshot, 3, 1)
    assert mean.pooling == "mean" and mean.winner == "" and mean.b is None
    expected = snapshot.trace.a[2].reshape(2, 2, 2)[:, :, 1].mean()
    assert mean.z == pytest.approx(float(expected))


def test_a_connection_of_a_shared_weight_tells_its_own_part_and_how_many_share_it(snapshot: Any) -> None:
    target = cell(2, 3, 1, SIDE, 3)
    source = 1 * SIDE + 2
    values = edge_values(snapshot, 0, source, target)
    W = snapshot.weights[0].reshape(3, 3, 1, 3)
    assert values.w == pytest.approx(float(W[0, 0, 0, 1]))
    # The corner of a 3 x 3 window meets the picture in all but one row and one column.
    assert values.sharing == 25
    assert values.alone == pytest.approx(float(snapshot.trace.x[source] * snapshot.trace.delta[0][target]))
    dW = snapshot.topology.table.named("W", snapshot.trace.gradient)[0].reshape(3, 3, 1, 3)
    assert values.gradient == pytest.approx(float(dW[0, 0, 0, 1]))
    assert (values.source_unit, values.target_unit) == ("pixel 9", "map 2 (3, 4)")


def test_an_unshared_connections_part_is_all_of_it(snapshot: Any) -> None:
    values = edge_values(snapshot, 2, 1, 2)
    assert values.sharing == 1 and values.alone == pytest.approx(values.gradient, rel=1e-5)


@pytest.mark.parametrize("picture", ["weight", "signal", "gradient"])
def test_the_highlighted_cells_connections_are_those_of_its_window(snapshot: Any, picture: str) -> None:
    layout = make_layout(snapshot.sizes, 900, 560, Theme(), inputs=(SIDE, SIDE), topology=snapshot.topology)
    target = cell(1, 0, 1, 2, 2)
    choice = highlighted_edges(snapshot, 2, target, layout)
    edges = choice.edges[1]
    # Rows 2 and 3, columns 1 and 2 of the three pooled maps.
    expected = [cell(row, column, c, 3, 3) for row in (1, 2) for column in (0, 1) for c in range(3)]
    assert edges.source.tolist() == sorted(expected) and set(edges.target.tolist()) == {target}
    values = values_of(picture, snapshot, snapshot)
    assert values is not None
    a, delta = snapshot.trace.a[1], snapshot.trace.delta[2]
    w = snapshot.parameters[edges.parameter]
    of = {"weight": w, "signal": a[edges.source] * w, "gradient": a[edges.source] * delta[target]}
    np.testing.assert_allclose(values.at(1, edges), of[picture], rtol=1e-5)


def test_what_all_connections_of_a_weight_add_is_its_gradient(snapshot: Any) -> None:
    values = values_of("gradient", snapshot, snapshot)
    assert values is not None
    for number, group in enumerate(snapshot.connections):
        every = group.every
        summed = np.zeros(snapshot.parameters.size)
        np.add.at(summed, every.parameter, values.at(number, every))
        some = np.unique(every.parameter)
        whole = snapshot.trace.gradient[some].astype(np.float64)
        if group.is_shared:
            np.testing.assert_allclose(summed[some], whole, atol=1e-6 * np.abs(whole).max())


def test_each_cell_of_a_map_can_be_pointed_at(snapshot: Any) -> None:
    layout = make_layout(snapshot.sizes, 900, 560, Theme(), inputs=(SIDE, SIDE), topology=snapshot.topology)
    for layer, column in enumerate(layout.layers[:-1]):
        for index in range(column.size):
            assert hit_neuron(layout, column.x[index], column.y[index]) == (layer, index)
