"""One network in the order of another: the same function, and each number at its neuron's place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.engine.journal import JournalEntry, PermuteNeurons
from core.engine.neuron_order import NeuronOrder, order_like
from core.nn.dense import Dense
from core.nn.network import Network
from core.nn.topology import Topology
from tests.core.small_snapshots import snapshot_of

PLAIN = Topology((Dense(3), Dense(2), Dense(2, "softmax")), (2,))
RESIDUAL = Topology((Dense(3), Dense(2, skip=True), Dense(2, "softmax")), (2,))


def sortings(*orders: tuple[list[int], list[int]]) -> list[JournalEntry]:
    """A journal in which the neurons were put into these orders, one after the other."""
    made = (PermuteNeurons(tuple(np.array(order) for order in each)) for each in orders)
    return [JournalEntry(update, False, change) for update, change in enumerate(made)]


ONE, OTHER = sortings(([2, 0, 1], [1, 0])), sortings(([0, 2, 1], [0, 1]), ([1, 0, 2], [1, 0]))


def in_order(
    journal: list[JournalEntry], permutations: int, other: list[JournalEntry], others: int
) -> object:
    found = order_like(journal, permutations, PLAIN, other, others, PLAIN)
    assert found is not None
    return [order.tolist() for order in found.orders]


def test_an_unsorted_network_takes_the_order_of_the_sorted_one() -> None:
    assert in_order([], 0, ONE, 1) == [[2, 0, 1], [1, 0]]


def test_a_sorted_network_goes_back_into_the_order_of_an_unsorted_one() -> None:
    # At place 0 stands neuron 2: neuron 0 is at place 1, neuron 1 at place 2.
    assert in_order(ONE, 1, [], 0) == [[1, 2, 0], [1, 0]]


def test_two_that_were_sorted_apart_meet_by_the_neurons_that_they_began_as() -> None:
    # The other one's places hold neurons 0 2 1, then of these places 1 0 2: neurons 2 0 1. That is this one's order.
    assert in_order(ONE, 1, OTHER, 2) == []
    # Before its second sorting: neurons 0 2 1, which stand at this one's places 1 0 2; of the second layer 0 1.
    assert in_order(ONE, 1, OTHER, 1) == [[1, 0, 2], [1, 0]]


def test_sorted_together_or_neither_nothing_moves() -> None:
    assert in_order(ONE, 1, ONE, 1) == in_order(ONE, 0, [], 0) == []


def test_a_network_of_other_sizes_or_whose_layers_are_tied_cannot_stand_so() -> None:
    small = Topology((Dense(2), Dense(2), Dense(2, "softmax")), (2,))
    assert order_like([], 0, small, ONE, 1, PLAIN) is None
    tied = Topology((Dense(2), Dense(2, skip=True), Dense(2, "softmax")), (2,))
    sorted_one = sortings(([1, 0], [0, 1]))
    assert order_like([], 0, tied, sorted_one, 1, small) is None
    # Where nothing would move it is no matter.
    found = order_like([], 0, tied, [], 0, small)
    assert found is not None and not found.orders


@pytest.mark.parametrize("skip", [False, True])
def test_in_another_order_it_is_the_same_function_of_the_same_numbers(skip: bool) -> None:
    network = Network.dense((4, 3, 3, 2), "tanh", skip=skip, seed=2, dtype=np.float64)
    x = np.array([0.3, -1.0, 0.5, 0.2])
    snapshot = snapshot_of(network, x)
    gradient = snapshot.trace.gradient
    snapshot = replace(snapshot, mean_gradient=gradient, change=None)
    # Residual connections tie both layers to one order.
    order = np.array([2, 0, 1])
    placed = NeuronOrder(snapshot.topology, (order, order)).of_snapshot(snapshot)
    np.testing.assert_allclose(placed.network().predict(x[None]), network.predict(x[None]), rtol=1e-12)
    np.testing.assert_array_equal(placed.weights[1], snapshot.weights[1][order][:, order])
    np.testing.assert_array_equal(placed.biases[0], snapshot.biases[0][order])
    # What is derived of the placed trace is at its place, too.
    for name in ("z", "a", "delta"):
        for layer in range(2):
            values = getattr(snapshot.trace, name)[layer]
            np.testing.assert_array_equal(getattr(placed.trace, name)[layer], values[order])
        np.testing.assert_array_equal(getattr(placed.trace, name)[2], getattr(snapshot.trace, name)[2])
    assert placed.trace.gradient is not None and placed.mean_gradient is not None
    np.testing.assert_array_equal(placed.trace.gradient, placed.mean_gradient)
    assert not placed.parameters.flags.writeable and not placed.trace.flat_a.flags.writeable


def test_without_an_order_a_snapshot_is_itself() -> None:
    snapshot = snapshot_of(Network.dense((2, 3, 2, 2), seed=0), np.ones(2, np.float32))
    assert NeuronOrder(snapshot.topology).of_snapshot(snapshot) is snapshot


def test_orders_are_alike_where_they_are_equal_and_of_one_network() -> None:
    one, same = (NeuronOrder(PLAIN, (np.array([1, 0, 2]), np.array([0, 1]))) for _ in range(2))
    assert one.is_like(same)
    assert not one.is_like(NeuronOrder(PLAIN)) and not one.is_like(NeuronOrder(RESIDUAL, one.orders))
