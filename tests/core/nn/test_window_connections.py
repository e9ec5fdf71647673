"""Connections of layers with windows: each one's weight is what one unit's signal arrives with at another."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.nn.connections import Connections
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.network import Network
from core.nn.pooling import MaxPool2d
from core.nn.topology import Topology

LAYERS: dict[str, Any] = {
    "conv": Conv2d(3, 3, 1, 1, "identity", picture=(4, 5)),
    "stride": Conv2d(2, 3, 2, 0, "identity", picture=(7, 5)),
    "sparse": Conv2d(3, 2, 1, 1, "identity", picture=(3, 3), reads=((0,), (1, 2), (0, 2))),
    "local": LocallyConnected2d(2, 3, 1, 1, "identity", picture=(4, 4)),
    "local stride": LocallyConnected2d(2, 3, 2, 2, "identity", picture=(5, 4)),
}


def network_of(name: str) -> Network:
    layer = LAYERS[name]
    channels = 3 if name == "sparse" else 2
    rows, columns = layer.picture
    network = Network(Topology((layer, Dense(2, "softmax")), (rows * columns * channels,)), np.float64)
    network.parameters[:] = np.random.default_rng(1).normal(0, 1, network.parameter_count)
    return network


def matrix_of(network: Network) -> np.ndarray:
    """(n_in, units): what a 1 at an input alone adds to each z, as the layer computes it."""
    n_in = network.sizes[0]
    propagation = network.propagation(n_in + 1)
    propagation.forward(np.concatenate([np.eye(n_in), np.zeros((1, n_in))]))
    return propagation.z[0][:-1] - propagation.z[0][-1]


@pytest.fixture(params=LAYERS)
def network(request: pytest.FixtureRequest) -> Network:
    return network_of(request.param)


@pytest.fixture
def group(network: Network) -> Connections:
    return network.connections[0]


def test_every_connections_weight_is_what_arrives(network: Network, group: Connections) -> None:
    matrix, every = matrix_of(network), group.every
    assert group.shape == matrix.shape and group.count == len(every) == np.count_nonzero(matrix)
    found = np.zeros_like(matrix)
    found[every.source, every.target] = network.parameters[every.parameter]
    np.testing.assert_allclose(found, matrix, atol=1e-12)
    # Source by source, by rising target.
    assert (np.diff(every.source * matrix.shape[1] + every.target) > 0).all()


def test_those_of_one_unit_are_its_own(network: Network, group: Connections) -> None:
    matrix = matrix_of(network)
    for target in range(group.shape[1]):
        edges = group.incoming(target)
        assert edges.source.tolist() == np.flatnonzero(matrix[:, target]).tolist()
        assert set(edges.target.tolist()) <= {target}
        np.testing.assert_allclose(network.parameters[edges.parameter], matrix[edges.source, target])
    for source in range(group.shape[0]):
        edges = group.outgoing(source)
        assert edges.target.tolist() == np.flatnonzero(matrix[source]).tolist()
        assert set(edges.source.tolist()) <= {source}
        np.testing.assert_allclose(network.parameters[edges.parameter], matrix[source, edges.target])


def test_those_between_some_and_some_are_the_same_ones(network: Network, group: Connections) -> None:
    matrix, rng = matrix_of(network), np.random.default_rng(2)
    sources = np.sort(rng.permutation(group.shape[0])[:7])
    targets = np.sort(rng.permutation(group.shape[1])[:9])
    edges = group.between(sources, targets)
    part = np.zeros_like(matrix)
    part[np.ix_(sources, targets)] = matrix[np.ix_(sources, targets)]
    assert list(zip(edges.source.tolist(), edges.target.tolist(), strict=True)) == list(
        zip(*(axis.tolist() for axis in np.nonzero(part)), strict=True)
    )
    first = edges.only(np.array([0]))
    assert group.parameter(int(first.source[0]), int(first.target[0])) == first.parameter[0]


def test_nothing_joins_what_lies_outside_the_window() -> None:
    group = network_of("conv").connections[0]
    assert group.parameter(0, 4 * 5 * 3 - 1) is None
    # The middle weight of map 1 joins cell 7 of channel 1 to cell 7 of the map.
    assert group.parameter(7 * 2 + 1, 7 * 3 + 1) == (4 * 2 + 1) * 3 + 1


def test_sums_over_connections_are_those_of_the_matrix(network: Network, group: Connections) -> None:
    matrix, rng = matrix_of(network), np.random.default_rng(3)
    sent, received = rng.normal(size=group.shape[0]), rng.normal(size=group.shape[1])
    assert group.total(network.parameters) == pytest.approx(np.abs(matrix).sum())
    assert group.total(network.parameters, sent) == pytest.approx(np.abs(sent[:, None] * matrix).sum())
    np.testing.assert_allclose(group.back(network.parameters, received), matrix @ received, atol=1e-12)
    incoming = group.strengths(network.parameters, np.arange(group.shape[0]), np.arange(group.shape[1]))
    np.testing.assert_allclose(incoming.strength.sum(axis=1), np.abs(matrix).sum(axis=0))


def test_the_small_network_has_as_many_connections_as_end_on_a_real_cell() -> None:
    layers: Any = (
        Conv2d(8, 3, padding=1, picture=(16, 16)),
        MaxPool2d(2),
        Conv2d(16, 3, padding=1),
        MaxPool2d(2),
        Dense(10, "softmax"),
    )
    groups = Topology(layers, (256,)).connections
    # (3 * 16 - 2)² and (3 * 8 - 2)² of one map to one map; pools carry no weight.
    assert [group.count for group in groups] == [46**2 * 8, 22**2 * 8 * 16, 256 * 10]
    assert sum(group.count for group in groups) == 81_440
    assert [(group.source_layer, group.target_layer) for group in groups] == [(0, 1), (2, 3), (4, 5)]
    # All 256 cells share the middle weight of the first kernel, 240 those beside it, and 225 the corners.
    shared = np.bincount(groups[0].every.parameter)[: 9 * 8].reshape(9, 8)
    assert shared[:, 0].tolist() == [225, 240, 225, 240, 256, 240, 225, 240, 225]
    assert (shared == shared[:, :1]).all()


def test_sums_from_map_to_map_are_those_of_their_connections(network: Network, group: Connections) -> None:
    sent = np.random.default_rng(3).normal(0, 1, group.shape[0])
    sums = group.sums_by_map(network.parameters, sent)
    if not group.is_shared:
        assert sums is None
        return
    maps = network.topology.shapes[1][2]
    channels = 3 if group.block_shape is None else group.block_shape[1]
    total, net = np.zeros((2, channels, maps))
    every = group.every
    for source, target, parameter in zip(every.source, every.target, every.parameter, strict=True):
        number = sent[source] * network.parameters[parameter]
        total[source % channels, target % maps] += abs(number)
        net[source % channels, target % maps] += number
    np.testing.assert_allclose(sums[0], total, atol=1e-12)
    np.testing.assert_allclose(sums[1], net, atol=1e-12)


def test_a_weight_that_is_no_number_is_in_the_total() -> None:
    network = network_of("conv")
    group, sent = network.connections[0], np.ones(40)
    assert np.isfinite(group.total(network.parameters, sent))
    network.parameters[3] = np.nan
    assert np.isnan(group.total(network.parameters, sent))
    assert group.sums_by_map(network.parameters, sent) is None
    sent[5] = np.inf
    assert not np.isfinite(group.total(np.ones_like(network.parameters), sent))
