"""Matching: a permutation of a network finds back to it, whatever the activation; and no output changes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations, product

import numpy as np
import pytest

from core.editing.neuron_matching import have_same_layers, matching, reordered
from core.editing.neuron_permutation import flat_order, tied_layers, unit_orders
from core.nn.activations import ACTIVATIONS
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.network import Network
from core.nn.pooling import MaxPool2d
from core.nn.topology import Topology
from core.steps import result_of
from tests.core.nn.masked_layer import masked_network
from tests.core.nn.picture_stacks import random_network


def network_of(
    sizes: Sequence[int] = (6, 7, 5, 3), activation: str = "tanh", skip: bool = False, seed: int = 0
) -> Network:
    """With biases, which a new network has none of."""
    network = Network.dense(sizes, activation, skip=skip, seed=seed, dtype=np.float64)
    network.parameters += 0.1 * np.random.default_rng(seed + 100).normal(size=network.parameter_count)
    return network


def random_orders(network: Network, seed: int = 0) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    orders = [np.arange(size) for size in network.sizes[1:-1]]
    for group in tied_layers(network.topology):
        order = rng.permutation(network.sizes[group[0] + 1])
        for layer in group:
            orders[layer] = order
    return orders


def by_hand(network: Network, orders: Sequence[np.ndarray]) -> Network:
    """The network with its neurons in these orders: columns and biases of a layer, and rows of the next one."""
    other = network.copy()
    for number, order in enumerate(orders):
        other.layers[number].W[:] = other.layers[number].W[:, order]
        other.layers[number].b[:] = other.layers[number].b[order]
        other.layers[number + 1].W[:] = other.layers[number + 1].W[order]
    return other


@pytest.mark.parametrize("skip", [False, True])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_a_network_whose_neurons_were_renumbered_is_found_again(activation: str, skip: bool) -> None:
    a = network_of((6, 8, 8, 8, 5, 3), activation, skip)
    b = by_hand(a, random_orders(a))
    assert not np.array_equal(a.parameters, b.parameters)
    assert np.array_equal(reordered(b, result_of(matching(a, b))).parameters, a.parameters)


@pytest.mark.parametrize("skip", [False, True])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_matching_two_networks_changes_no_output(activation: str, skip: bool) -> None:
    a, b = (network_of((6, 8, 8, 5, 3), activation, skip, seed) for seed in (1, 2))
    orders = result_of(matching(a, b))
    other = reordered(b, orders)
    X = np.random.default_rng(0).normal(size=(50, 6))
    np.testing.assert_allclose(other.predict(X), b.predict(X), rtol=0, atol=1e-12)
    assert np.array_equal(other.parameters, by_hand(b, orders).parameters)
    assert any((order != np.arange(len(order))).any() for order in orders)


def test_of_one_hidden_layer_no_order_is_nearer() -> None:
    a, b = (network_of((4, 5, 3), seed=seed) for seed in (1, 2))
    distances = [
        np.linalg.norm(a.parameters - by_hand(b, [np.array(order)]).parameters)
        for order in permutations(range(5))
    ]
    nearest = reordered(b, result_of(matching(a, b)))
    assert np.linalg.norm(a.parameters - nearest.parameters) == pytest.approx(min(distances), abs=1e-12)


def test_of_several_layers_none_alone_can_be_ordered_nearer() -> None:
    a, b = (network_of((4, 4, 3, 4, 2), seed=seed) for seed in (1, 2))
    orders = list(result_of(matching(a, b)))
    found = np.linalg.norm(a.parameters - by_hand(b, orders).parameters)
    assert found < np.linalg.norm(a.parameters - b.parameters)
    for layer, order in product(range(3), permutations(range(4))):
        if len(order) == len(orders[layer]) or layer != 1:
            others = [*orders[:layer], np.array(order), *orders[layer + 1 :]]
            assert found <= np.linalg.norm(a.parameters - by_hand(b, others).parameters) + 1e-9


def test_layers_that_residual_connections_tie_have_one_order_and_those_tied_to_the_input_stay() -> None:
    a, b = (network_of((6, 6, 5, 5, 3), skip=True, seed=seed) for seed in (1, 2))
    first, second, third = result_of(matching(a, b))
    assert first.tolist() == list(range(6))
    assert second.tolist() == third.tolist() != list(range(5))


def test_layers_that_read_only_some_neurons_of_each_other_stay() -> None:
    a, b = masked_network(), masked_network()
    b.parameters[:] = np.random.default_rng(5).normal(size=b.parameter_count)
    orders = result_of(matching(a, b))
    free = {layer for group in tied_layers(a.topology) for layer in group}
    for layer, order in enumerate(orders):
        assert layer in free or order.tolist() == list(range(len(order)))
    X = np.random.default_rng(0).normal(size=(20, a.sizes[0])).astype(a.dtype)
    np.testing.assert_allclose(reordered(b, orders).predict(X), b.predict(X), rtol=0, atol=1e-6)


def test_both_networks_stay_as_they_are() -> None:
    a, b = network_of(seed=1), network_of(seed=2)
    before = a.parameters.copy(), b.parameters.copy()
    reordered(b, result_of(matching(a, b)))
    assert np.array_equal(a.parameters, before[0]) and np.array_equal(b.parameters, before[1])


def test_a_network_without_hidden_layers_has_nothing_to_be_matched() -> None:
    a, b = network_of((6, 3), seed=1), network_of((6, 3), seed=2)
    assert result_of(matching(a, b)) == ()


@pytest.mark.parametrize(
    "other", [network_of((6, 5, 7, 3)), network_of(activation="relu"), network_of((6, 7, 5, 4))]
)
def test_networks_of_other_layers_are_refused(other: Network) -> None:
    assert not have_same_layers(network_of(), other)
    with pytest.raises(ValueError, match="do not have the same layers"):
        result_of(matching(network_of(), other))


def test_a_residual_connection_that_changes_nothing_makes_no_other_layers() -> None:
    # 6, 7 and 5 neurons: no layer is as wide as the one before.
    assert have_same_layers(network_of(), network_of(skip=True))
    assert not have_same_layers(network_of((6, 7, 7, 3)), network_of((6, 7, 7, 3), skip=True))


def with_maps_renumbered(network: Network, rng: np.random.Generator) -> Network:
    topology = network.topology
    orders = [np.arange(maps) for maps in topology.maps[1:-1]]
    for group in tied_layers(topology):
        order = rng.permutation(topology.maps[group[0] + 1])
        for layer in group:
            orders[layer] = order
    other = network.copy()
    other.parameters[:] = network.parameters[flat_order(topology, unit_orders(topology, orders))]
    return other


@pytest.mark.parametrize("seed", range(10))
def test_a_picture_network_whose_maps_were_renumbered_is_found_again(seed: int) -> None:
    rng = np.random.default_rng(seed)
    layers = (
        Conv2d(6, 3, 1, 1, picture=(6, 6)),
        MaxPool2d(2),
        LocallyConnected2d(5, 2),
        Conv2d(5, 2, 1, 1, skip=True, bias_per_cell=True),
        Dense(6, "tanh"),
        Dense(3, "softmax"),
    )
    a = Network(Topology(layers, (36,)), np.float64)
    a.parameters[:] = rng.normal(0, 1, a.parameter_count)
    b = with_maps_renumbered(a, rng)
    assert not np.array_equal(b.parameters, a.parameters)
    np.testing.assert_array_equal(reordered(b, result_of(matching(a, b))).parameters, a.parameters)


@pytest.mark.parametrize("seed", range(25))
def test_matching_two_picture_networks_brings_them_nearer_and_changes_no_output(seed: int) -> None:
    rng = np.random.default_rng(seed)
    a = random_network(rng)
    b = a.copy()
    b.parameters[:] = rng.normal(0, 0.5, b.parameter_count)
    found = reordered(b, result_of(matching(a, b)))
    X = rng.normal(0, 1, (4, a.sizes[0]))
    np.testing.assert_allclose(found.predict(X), b.predict(X), rtol=1e-10, atol=1e-13)
    near, far = (np.linalg.norm(other.parameters - a.parameters) for other in (found, b))
    assert near <= far
