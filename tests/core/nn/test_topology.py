"""What follows from a network's layers and its input."""

from __future__ import annotations

import gc
from weakref import ref

import numpy as np
import pytest

from core.nn.dense import Dense
from core.nn.network import Network
from core.nn.topology import Topology

TOPOLOGY = Topology((Dense(3, "tanh", skip=True), Dense(3, "relu", skip=True), Dense(2, "softmax")), (4,))


def test_sizes_and_kinds_are_those_of_the_layers() -> None:
    assert TOPOLOGY.sizes == (4, 3, 3, 2) and TOPOLOGY.shapes == ((4,), (3,), (3,), (2,))
    assert TOPOLOGY.in_shapes == ((4,), (3,), (3,))
    assert TOPOLOGY.activations == ("tanh", "relu", "softmax")
    # Only the second reads as many numbers as it gives; an output never skips.
    assert TOPOLOGY.skips == (False, True, False)


def test_an_output_that_could_skip_does_not() -> None:
    assert Topology((Dense(4, "softmax", skip=True),), (4,)).skips == (False,)


def test_there_are_as_many_parameters_as_weights_and_biases() -> None:
    assert TOPOLOGY.table.count == (4 * 3 + 3) + (3 * 3 + 3) + (3 * 2 + 2)


def test_a_weight_is_found_by_the_neurons_that_it_joins() -> None:
    network = Network(TOPOLOGY)
    network.parameters[:] = np.arange(network.parameter_count)
    for layer, own in enumerate(network.layers):
        for source, target in np.ndindex(*own.W.shape):
            index = TOPOLOGY.weight_index(layer, source, target)
            assert network.parameters[index] == own.W[source, target]


@pytest.mark.parametrize("place", [(0, 4, 0), (0, 0, 3), (0, -1, 0), (3, 0, 0), (-1, 0, 0)])
def test_no_weight_joins_neurons_that_are_not_there(place: tuple[int, int, int]) -> None:
    with pytest.raises(IndexError):
        TOPOLOGY.weight_index(*place)


def test_equal_layers_and_inputs_are_one_topology() -> None:
    other = Topology(tuple(TOPOLOGY.layers), (4,))
    assert other == TOPOLOGY and hash(other) == hash(TOPOLOGY)
    assert Topology(TOPOLOGY.layers, (3,)) != TOPOLOGY


def test_nothing_is_no_network() -> None:
    for layers, shape in (((), (4,)), (TOPOLOGY.layers, ()), (TOPOLOGY.layers, (0,))):
        with pytest.raises(ValueError, match="layers for inputs"):
            Topology(layers, shape)
    with pytest.raises(ValueError, match="0 units"):
        Dense(0)
    with pytest.raises(ValueError, match="'step' is no activation"):
        Dense(3, "step")


def test_equal_layers_have_the_same_table_and_connections_and_few_are_kept() -> None:
    def topology(width: int) -> Topology:
        return Topology((Dense(width, "tanh"), Dense(3, "softmax")), (5,))

    one, same = topology(4), topology(4)
    assert one is not same and one.table is same.table and one.connections is same.connections
    last = ref(one.connections[0])
    del one, same
    for width in range(10, 14):
        assert topology(width).table.count == 5 * width + width + 3 * width + 3
        assert len(topology(width).connections) == 2
    gc.collect()
    # The tables of more are kept, which hold none of the connections.
    assert last() is None
