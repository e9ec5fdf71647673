from __future__ import annotations

import numpy as np
import pytest

from core.nn.connections import Connections
from core.nn.network import Network
from tests.core.nn.masked_layer import MaskedConnections


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


def test_a_masked_group_answers_with_what_it_has() -> None:
    group: Connections = MaskedConnections(0, 2, (3, 2), [(2, 0), (0, 0), (2, 1)], [7, 8, 9])
    assert group.count == 3
    assert group.incoming(0).source.tolist() == [0, 2] and group.incoming(0).parameter.tolist() == [8, 7]
    assert group.outgoing(2).target.tolist() == [0, 1] and group.outgoing(2).parameter.tolist() == [7, 9]
    assert group.outgoing(1).source.size == 0 and group.parameter(1, 1) is None
    assert group.between(np.array([2]), np.array([1])).parameter.tolist() == [9]
    assert group.parameter(2, 1) == 9
