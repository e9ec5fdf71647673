"""What neurons do over a set, against the definition, example by example."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.evaluation import Evaluation
from core.analysis.neuron_statistics import (
    ACTIVE,
    DEAD,
    SATURATED,
    NeuronStatistics,
    NeuronStatisticsAccumulator,
    states_of_maps,
)
from core.editing.neuron_permutation import preferred_class_order
from core.nn.network import Network


def measured(network: Network, X: np.ndarray, y: np.ndarray, classes: int = 3):
    meter = NeuronStatisticsAccumulator(network, classes)
    loss = "cross_entropy" if y.ndim == 1 else "squared_error"
    Evaluation(network, X, y, {}, loss, meter.add).finish()
    return meter.result(4, 9)


def test_shares_and_means_are_those_of_every_example() -> None:
    rng = np.random.default_rng(0)
    network = Network.dense((5, 8, 6, 3), activation=("relu", "tanh"), seed=1)
    network.layers[1].W[...] *= 4
    # More than one chunk, the last one short.
    X, y = rng.standard_normal((1500, 5)).astype(np.float32), rng.integers(0, 3, 1500)
    told = measured(network, X, y)
    (W1, W2), (b1, b2) = [each.W for each in network.layers[:2]], [each.b for each in network.layers[:2]]
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    a2 = np.tanh(a1 @ W2 + b2)
    assert np.allclose(told.flat[0], (z1 <= 0).mean(axis=0), atol=1e-3)
    assert np.allclose(told.flat[1], (1 - a2**2 < 0.05).mean(axis=0), atol=2e-3)
    for label in range(3):
        assert np.allclose(told.class_mean[0][label], a1[y == label].mean(axis=0), atol=1e-4)
        assert np.allclose(told.class_mean[1][label], a2[y == label].mean(axis=0), atol=1e-4)
    preferred_class = told.preferred_class(1)
    assert preferred_class is not None
    assert np.array_equal(
        preferred_class, np.stack([a2[y == c].mean(axis=0) for c in range(3)]).argmax(axis=0)
    )
    assert (told.run, told.update, told.count) == (4, 9, 1500)


def test_no_neuron_prefers_a_class_that_the_set_has_no_example_of() -> None:
    network = Network.dense((2, 3, 3), activation="tanh")
    network.layers[0].W[...] = [[-1, -2, 1], [-2, -1, 2]]
    network.layers[0].b[...] = 0
    X, y = np.array([[1, 0], [0, 1]], np.float32), np.array([0, 2])
    told = measured(network, X, y)
    # By hand: tanh of W's rows. The first two neurons' means are below 0, where that of no example would be.
    tanh1, tanh2 = np.tanh(1), np.tanh(2)
    assert told.class_counts == (1, 0, 1)
    assert np.allclose(told.class_mean[0][[0, 2]], [[-tanh1, -tanh2, tanh1], [-tanh2, -tanh1, tanh2]])
    assert np.isnan(told.class_mean[0][1]).all()
    preferred = told.preferred_class(0)
    assert preferred is not None and preferred.tolist() == [0, 2, 2]
    assert told.has_preferred_class(0).tolist() == [True, True, True]
    assert preferred_class_order(told, 0).tolist() == [0, 1, 2]
    # With one class alone there is nothing that it could be preferred to.
    alone = measured(network, X[:1], y[:1])
    assert not alone.has_preferred_class(0).any()


def test_the_mean_of_outputs_near_float32s_end_is_their_mean() -> None:
    network = Network.dense((2, 2, 2), activation="leaky_relu")
    network.layers[0].W[...] = 0
    # Of 30 outputs each the sum is no float32 any more; the second's are 0.01 z, all of them negative.
    network.layers[0].b[...] = 3e37, -3e38
    told = measured(network, np.ones((60, 2), np.float32), np.arange(60) % 2, 2)
    assert np.allclose(told.class_mean[0], [[3e37, -3e36]] * 2, rtol=1e-6)


def test_dead_and_saturated_neurons_are_known() -> None:
    X, y = np.ones((20, 2), np.float32), np.arange(20) % 2
    for activation, state in (
        ("relu", DEAD),
        ("sigmoid", SATURATED),
        ("tanh", SATURATED),
        ("leaky_relu", ACTIVE),
    ):
        network = Network.dense((2, 2, 2), activation=activation)
        network.layers[0].W[...] = 0
        network.layers[0].b[...] = (-9, 0.5)
        assert measured(network, X, y, 2).states(0).tolist() == [state, ACTIVE], activation


def test_without_classes_nobody_has_a_preferred_class() -> None:
    network = Network.dense((2, 4, 1), output="identity")
    X = np.random.default_rng(1).standard_normal((30, 2)).astype(np.float32)
    told = measured(network, X, X[:, :1], 0)
    assert told.preferred_class(0) is None and told.flat[0].shape == (4,)


@pytest.mark.parametrize("hidden", [(), (3,)])
def test_a_network_without_hidden_layers_has_no_neurons_to_tell_of(hidden: tuple[int, ...]) -> None:
    network = Network.dense((2, *hidden, 2))
    told = measured(network, np.ones((4, 2), np.float32), np.array([0, 1, 0, 1]), 2)
    assert len(told.flat) == len(hidden)


def test_what_is_no_number_is_neither_dead_nor_right() -> None:
    network = Network.dense((2, 4, 2))
    X, y = np.full((6, 2), 3e38, np.float32), np.array([0, 1] * 3)
    # Half of the sums are -∞, where ReLU is flat.
    network.layers[0].W[...] = (9, -9, 9, -9)
    meter = NeuronStatisticsAccumulator(network, 2)
    with np.errstate(all="ignore"):
        evaluation = Evaluation(network, X, y, {}, "cross_entropy", meter.add).finish()
        told = meter.result(0, 0)
    assert not told.states(0).any()
    # Nor is there a share of right answers, as there is no L; of none of them it can be said that it is right.
    assert np.isnan(evaluation.accuracy) and evaluation.wrong.all()


def test_nineteen_of_twenty_flat_examples_are_nearly_all() -> None:
    network = Network.dense((1, 2, 2), activation="sigmoid")
    network.layers[0].W[...], network.layers[0].b[...] = 1, 0
    for lively, state in ((1, SATURATED), (2, ACTIVE)):
        X = np.full((20, 1), 50, np.float32)
        X[:lively] = 0
        assert measured(network, X, np.arange(20) % 2, 2).states(0).tolist() == [state, state]


def test_whole_maps_have_their_means_where_there_are_no_classes_too() -> None:
    flat = np.array([1.0, 0, 0.5, 1])
    statistics = NeuronStatistics(0, 3, 10, ("relu",), (flat,), (np.zeros((0, 4)),))
    by_map = statistics.by_map((2,))
    # Cells 0 and 2 are of the first map.
    assert by_map.flat[0].tolist() == [0.75, 0.5] and by_map.class_mean[0].shape == (0, 2)


def test_one_cell_that_lives_keeps_a_map_alive() -> None:
    # Cell by cell, three maps side by side: the first is dead, the second saturated, one cell of the third is not.
    states = np.array([[1, 2, 1], [1, 2, 1], [1, 2, 0]])
    assert states_of_maps(states.ravel(), 3).tolist() == [1, 2, 0]


def test_no_neuron_without_an_activation_of_its_own_can_be_idle() -> None:
    names = ("relu", "identity", "tanh")
    flat, means = tuple(np.zeros(2) for _ in names), tuple(np.zeros((10, 2)) for _ in names)
    statistics = NeuronStatistics(1, 0, 10, names, flat, means)
    assert [statistics.can_be_idle(layer) for layer in range(3)] == [True, False, True]
