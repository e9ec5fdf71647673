"""A kind of layer from outside: trained, traced and asked for its connections like any other."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

from core.analysis.gradient_check import check_gradient
from core.analysis.sample_tracer import SampleTracer
from core.data.dataset import Dataset
from core.nn.dense import Dense
from core.nn.initializers import initialize
from core.nn.network import Network
from core.nn.topology import Topology
from core.training.trainer import Trainer, TrainingConfig
from tests.core.nn.masked_layer import Masked, masked_network

RNG = np.random.default_rng(3)
X, Y = RNG.standard_normal((40, 5)), RNG.integers(0, 2, 40)
# Which unit of the input (layer 0) and of the layer before (layer 1) leads to which masked unit.
FURTHER = {(0, 0), (4, 0), (2, 1), (1, 2), (3, 2)}
NEAR = {(1, 0), (0, 1), (2, 2), (3, 2)}


def manual_edit(network: Network, x: np.ndarray) -> list[np.ndarray]:
    """Each layer's output, unit by unit."""
    first, masked, third, last = network.layers
    a = np.tanh(x @ first.W + first.b)
    w = iter(masked.W)
    b = [
        np.tanh(next(w) * x[0] + next(w) * x[4] + next(w) * a[1] + masked.b[0]),
        np.tanh(next(w) * x[2] + next(w) * a[0] + masked.b[1]),
        np.tanh(next(w) * x[1] + next(w) * x[3] + next(w) * a[2] + next(w) * a[3] + masked.b[2]),
    ]
    c = np.array(b) + np.tanh(np.array(b) @ third.W + third.b)
    z = c @ last.W + last.b
    return [a, np.array(b), c, np.exp(z) / np.exp(z).sum()]


def test_its_units_read_the_layers_that_they_name() -> None:
    network = masked_network(dtype=np.float64)
    trace = SampleTracer(network).trace(X[0], 1)
    for found, expected in zip(trace.a, manual_edit(network, X[0]), strict=True):
        np.testing.assert_allclose(found, expected, rtol=1e-14)
    np.testing.assert_allclose(network.predict(X)[7], manual_edit(network, X[7])[-1], rtol=1e-13)


def test_its_gradient_and_all_others_agree_with_finite_differences() -> None:
    network = masked_network(dtype=np.float64)
    checks = check_gradient(network, X, Y)
    assert len(checks) == network.parameter_count == (5 * 4 + 4) + (9 + 3) + (3 * 3 + 3) + (3 * 2 + 2)
    assert [check.index for check in checks if not check.agrees] == []


def network_past_a_layer(near: int) -> Network:
    """The second hidden layer's units lead to the masked layer as far as they are under `near`; the first's all do."""
    inputs = ((0, 1), (2, *(3 + unit for unit in range(near))))
    layers: Any = (Dense(3, "tanh"), Dense(2, "tanh"), Masked(inputs), Dense(2, "softmax"))
    network = Network(Topology(layers, (5,)), np.float64)
    network.parameters[:] = RNG.normal(0, 0.5, network.parameter_count)
    return network


@pytest.mark.parametrize("near", [0, 1, 2])
def test_the_gradients_of_a_layer_that_two_others_read_are_added_up(near: int) -> None:
    network = network_past_a_layer(near)
    checks = check_gradient(network, X, Y)
    assert all(check.agrees for check in checks)
    # W and b of the second hidden layer: (3, 2) and (2,).
    W = np.array([check.backpropagated for check in checks[18:24]]).reshape(3, 2)
    assert np.count_nonzero(W.any(axis=0)) == near
    assert all(check.backpropagated for check in checks[:18])


def test_layers_side_by_side_are_trained_as_well() -> None:
    """Two layers of the same input, and one that adds up what both make of it."""
    beside = Masked(((0, 3), (1, 2, 4)), back=(2,))
    layers: Any = (Dense(3, "tanh"), beside, Masked(((0, 3), (1, 2, 4))), Dense(2, "softmax"))
    network = Network(Topology(layers, (5,)), np.float64)
    network.parameters[:] = RNG.normal(0, 0.5, network.parameter_count)
    assert all(check.agrees and check.backpropagated for check in check_gradient(network, X, Y))
    assert_passes_repeat(network)


def test_a_second_pass_gives_the_same_gradient_as_the_first() -> None:
    assert_passes_repeat(network_past_a_layer(1))


def assert_passes_repeat(network: Network) -> None:
    propagation = network.propagation(len(X))
    delta, found = RNG.standard_normal((2, 40)), []
    for _ in range(2):
        propagation.forward(X)
        propagation.output_delta[:] = delta
        propagation.backward(network.topology.table.views(network.gradients))
        found.append(network.gradients.copy())
    np.testing.assert_array_equal(*found)


@pytest.mark.parametrize("dropout", [0.0, 0.3])
def test_it_is_trained(dropout: float) -> None:
    network = masked_network()
    y = (X[:, 0] * X[:, 2] > 0).astype(np.int64)
    data = Dataset(X, y, X, y, ("low", "high"))
    config = TrainingConfig(learning_rate=0.02, batch_size=20, dropout=dropout)
    trainer = Trainer(network, data, config)
    before, masked = trainer.total_loss("train"), network.layers[1].W.copy()
    for _ in range(300):
        trainer.step()
    assert trainer.total_loss("train") < 0.6 * before
    assert (masked != network.layers[1].W).all()


def test_a_trace_has_its_gradient_by_its_own_rule() -> None:
    network = masked_network(dtype=np.float64)
    trace = SampleTracer(network).trace(X[3], int(Y[3]))
    for check in check_gradient(network, X[3:4], Y[3:4]):
        flat = np.concatenate(
            [part.ravel() for pair in zip(trace.dW, trace.db, strict=True) for part in pair]
        )
        assert check.backpropagated == pytest.approx(flat[check.index], rel=1e-12, abs=1e-15)
    assert trace.dW[1].shape == (9,) and trace.db[1].shape == (3,)


def test_its_connections_are_a_group_from_each_layer_that_it_reads() -> None:
    network = masked_network()
    groups = network.connections
    found = [(group.source_layer, group.target_layer, group.shape, group.count) for group in groups]
    assert found == [
        (0, 1, (5, 4), 20),
        (0, 2, (5, 3), 5),
        (1, 2, (4, 3), 4),
        (2, 3, (3, 3), 9),
        (3, 4, (3, 2), 6),
    ]
    for group, joined in ((groups[1], FURTHER), (groups[2], NEAR)):
        n_source, n_target = group.shape
        for pair in product(range(n_source), range(n_target)):
            assert (group.parameter(*pair) is not None) == (pair in joined)
        every = group.between(np.arange(n_source), np.arange(n_target))
        pairs = list(zip(every.source.tolist(), every.target.tolist(), strict=True))
        assert pairs == sorted(joined)
        for target in range(n_target):
            edges = group.incoming(target)
            assert edges.source.tolist() == sorted(source for source, to in joined if to == target)
        for source in range(n_source):
            edges = group.outgoing(source)
            assert edges.target.tolist() == sorted(to for origin, to in joined if origin == source)


def test_a_connection_names_the_weight_that_it_has() -> None:
    """By moving each weight: only its target's z changes, by as much as its source's a."""
    network = masked_network(dtype=np.float64)
    before = SampleTracer(network).trace(X[0], 1)
    outputs = (X[0], *before.a)
    for group in network.connections[1:3]:
        edges = group.between(np.arange(group.shape[0]), np.arange(group.shape[1]))
        for source, target, index in zip(edges.source, edges.target, edges.parameter, strict=True):
            network.parameters[index] += 1
            change = SampleTracer(network).trace(X[0], 1).z[1] - before.z[1]
            network.parameters[index] -= 1
            expected = np.zeros(3)
            expected[target] = outputs[group.source_layer][source]
            np.testing.assert_allclose(change, expected, atol=1e-12)


def test_each_unit_starts_with_weights_for_as_many_inputs_as_it_has() -> None:
    layers: Any = (Dense(100), Masked((tuple(range(100)),) * 30 + ((0, 1),) * 30), Dense(2, "softmax"))
    topology = Topology(layers, (50,))
    flat = np.zeros(topology.table.count)
    initialize(topology, flat, "lecun", None, 1.0, 0)
    W = topology.table.named("W", flat)[1]
    assert W[:3000].std() == pytest.approx(0.1, rel=0.05)
    assert W[3000:].std() == pytest.approx(np.sqrt(1 / 2), rel=0.25)
