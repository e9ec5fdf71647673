from __future__ import annotations

import numpy as np
import pytest

from core.nn.network import Network


@pytest.fixture
def network() -> Network:
    network = Network.dense((4, 3, 2, 5))
    network.parameters[:] = np.arange(network.parameter_count)
    return network


def test_a_dense_network_has_one_group_for_each_layer(network: Network) -> None:
    found = [(group.source_layer, group.target_layer, group.shape) for group in network.connections]
    assert found == [(0, 1, (4, 3)), (1, 2, (3, 2)), (2, 3, (2, 5))]
    assert [group.count for group in network.connections] == [12, 6, 10]


def test_incoming_connections_are_the_column_of_w_and_outgoing_ones_its_row(network: Network) -> None:
    for group, layer in zip(network.connections, network.layers, strict=True):
        for target in range(group.shape[1]):
            edges = group.incoming(target)
            assert np.array_equal(edges.source, np.arange(group.shape[0])) and set(edges.target) == {target}
            assert np.array_equal(network.parameters[edges.parameter], layer.W[:, target])
        for source in range(group.shape[0]):
            edges = group.outgoing(source)
            assert np.array_equal(edges.target, np.arange(group.shape[1])) and set(edges.source) == {source}
            assert np.array_equal(network.parameters[edges.parameter], layer.W[source])


def test_connections_between_some_units_come_source_by_source(network: Network) -> None:
    edges = network.connections[0].between(np.array([1, 3]), np.array([0, 2]))
    assert edges.source.tolist() == [1, 1, 3, 3] and edges.target.tolist() == [0, 2, 0, 2]
    assert network.parameters[edges.parameter].tolist() == [3.0, 5.0, 9.0, 11.0]


def test_the_weight_that_joins_two_units_is_named_and_none_where_there_are_no_such_units(
    network: Network,
) -> None:
    group = network.connections[2]
    assert network.parameters[group.parameter(1, 4)] == network.layers[2].W[1, 4]
    assert group.parameter(2, 0) is None and group.parameter(0, 5) is None and group.parameter(-1, 0) is None
