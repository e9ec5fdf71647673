"""The whole function of one or two inputs, place by place."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.function_grid import MAX_INPUTS, PLACES, REACH, FunctionGrid, map_ranges
from core.nn.network import Network


@pytest.mark.parametrize("output", ["softmax", "sigmoid", "identity"])
def test_every_place_has_the_networks_own_answer(output: str) -> None:
    network = Network.dense((2, 7, 3), activation="tanh", output=output, seed=4)
    function_grid = FunctionGrid(network, ((-1, 1), (100, 300)))
    assert function_grid.grid.shape == (PLACES[2] ** 2, 2)
    y = function_grid.outputs()
    W, b = [layer.W for layer in network.layers], [layer.b for layer in network.layers]
    z = np.tanh(function_grid.grid @ W[0] + b[0]) @ W[1] + b[1]
    power = np.exp(z)
    expected = {"softmax": power / power.sum(1, keepdims=True), "sigmoid": power / (1 + power), "identity": z}
    assert np.allclose(y, expected[output], atol=1e-6)
    network.parameters[:] = 0
    assert not np.allclose(function_grid.outputs(), y)
    assert np.allclose(y, expected[output], atol=1e-6)


def test_rows_run_from_the_top_and_columns_from_the_left() -> None:
    grid = FunctionGrid(Network.dense((2, 2)), ((-1, 1), (10, 50))).grid.reshape(PLACES[2], PLACES[2], 2)
    # Of 40 cells over (-1, 1) each is 0.05 wide, and over (10, 50) 1: their centres are half of that from the edge.
    assert grid[0, 0].tolist() == pytest.approx([-0.975, 49.5])
    assert grid[-1, 0].tolist() == pytest.approx([-0.975, 10.5])
    assert grid[0, -1].tolist() == pytest.approx([0.975, 49.5])


def test_on_the_line_places_run_from_left_to_right() -> None:
    grid = FunctionGrid(Network.dense((1, 2)), ((-2, 2),)).grid
    assert grid.shape == (PLACES[1], 1)
    assert (np.diff(grid[:, 0]) > 0).all() and grid[0, 0] == pytest.approx(-2 + 2 / PLACES[1])


def test_inputs_of_one_size_around_0_have_one_range() -> None:
    X = np.array([[-1.0, 0.7], [0.5, -0.8]])
    assert map_ranges(X) == ((-REACH, REACH), (-REACH, REACH))


def test_inputs_of_other_sizes_have_each_their_own_range() -> None:
    X = np.array([[100.0, 0.2], [180.0, 0.6]])
    # Middles 140 and 0.4, halves 40 and 0.2, and a quarter more: 50 and 0.25.
    (low, high), other = map_ranges(X)
    assert (low, high) == pytest.approx((90, 190)) and other == pytest.approx((0.15, 0.65))
    assert map_ranges(np.array([[7.0], [7.0]])) == ((6.0, 8.0),)


def test_there_are_places_for_as_many_inputs_as_can_be_seen() -> None:
    assert sorted(PLACES) == list(range(1, MAX_INPUTS + 1))


def test_more_inputs_cannot_be_seen_whole() -> None:
    with pytest.raises(ValueError, match="3 inputs"):
        FunctionGrid(Network.dense((3, 2)), ((-1, 1),) * 3)
