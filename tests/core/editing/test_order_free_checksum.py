"""A checksum of θ that is the same in every order of the hidden neurons, and another one with any other θ."""

from __future__ import annotations

import numpy as np
import pytest

from core.editing.neuron_permutation import Order, flat_order, tied_layers, unit_orders
from core.editing.order_free_checksum import order_free_checksum
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.network import Network
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.nn.topology import Topology
from tests.core.nn.masked_layer import masked_network

PICTURE = (6, 6)
LAYERS = {
    "dense": (Dense(7), Dense(5, skip=False)),
    "tied by a skip": (Dense(4), Dense(4, skip=True), Dense(3)),
    "maps": (
        Conv2d(4, 3, 1, 1, picture=PICTURE),
        MaxPool2d(2),
        Conv2d(4, 3, 1, 1, skip=True, bias_per_cell=True),
        Dense(5),
    ),
    "a bias for each cell": (Conv2d(3, 3, picture=PICTURE, bias_per_cell=True), AvgPool2d(2)),
    "weights for each cell": (LocallyConnected2d(3, 3, picture=PICTURE), Dense(4)),
    "maps that read some": (
        Conv2d(2, 3, 1, 1, picture=PICTURE),
        Conv2d(2, 3, reads=((0,), (0, 1))),
        Dense(4),
    ),
}


def topology_of(key: str) -> Topology:
    return Topology((*LAYERS[key], Dense(3, "softmax")), (36,))


def theta(topology: Topology, dtype: type = np.float32) -> np.ndarray:
    return np.random.default_rng(2).normal(size=topology.table.count).astype(dtype)


def some_orders(topology: Topology, rng: np.random.Generator) -> tuple[Order, ...]:
    orders = [np.arange(maps) for maps in topology.maps[1:-1]]
    for group in tied_layers(topology):
        order = rng.permutation(len(orders[group[0]]))
        for layer in group:
            orders[layer] = order
    return unit_orders(topology, orders)


@pytest.mark.parametrize("key", LAYERS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_it_is_the_same_in_every_order(key: str, dtype: type) -> None:
    topology, rng = topology_of(key), np.random.default_rng(0)
    parameters = theta(topology, dtype)
    assert tied_layers(topology)
    first = order_free_checksum(topology, parameters)
    assert len(first) == 16
    for _ in range(4):
        there = parameters[flat_order(topology, some_orders(topology, rng))]
        assert not np.array_equal(there, parameters)
        assert order_free_checksum(topology, there) == first


@pytest.mark.parametrize("key", LAYERS)
def test_each_parameter_counts_to_its_last_bit_and_so_does_its_place(key: str) -> None:
    topology = topology_of(key)
    parameters = theta(topology)
    seen = {order_free_checksum(topology, parameters)}
    places = np.linspace(0, len(parameters) - 1, min(60, len(parameters))).astype(int)
    for one, other in zip(places, np.roll(places, 1), strict=True):
        changed = parameters.copy()
        changed[one] = np.nextafter(changed[one], np.float32(9))
        seen.add(order_free_checksum(topology, changed))
        # Two that have changed places are the same numbers, and no order of neurons.
        changed = parameters.copy()
        changed[[one, other]] = changed[[other, one]]
        seen.add(order_free_checksum(topology, changed))
    assert len(seen) == 1 + 2 * len(places)


def test_where_the_biases_are_alike_and_weights_are_zero_an_order_is_found_by_the_others() -> None:
    topology = Network.dense((3, 4, 2), "relu").topology
    parameters = np.zeros(topology.table.count, np.float32)
    first = order_free_checksum(topology, parameters)
    seen = {first}
    # One connection from each input to one neuron: which one is no matter, which input is.
    for source in range(3):
        of_any = set()
        for target in range(4):
            parameters[:] = 0
            topology.table.named("W", parameters)[0][source, target] = 1
            of_any.add(order_free_checksum(topology, parameters))
        assert len(of_any) == 1
        seen |= of_any
    assert len(seen) == 4


def test_where_neurons_have_no_order_but_their_own_every_place_counts() -> None:
    network = masked_network()
    parameters = network.parameters
    first = order_free_checksum(network.topology, parameters)
    assert first == order_free_checksum(network.topology, parameters.copy())
    for place in range(len(parameters)):
        changed = parameters.copy()
        changed[place] += 1
        assert order_free_checksum(network.topology, changed) != first
