"""Where PyTorch would keep each layer's parameters."""

from __future__ import annotations

import numpy as np
import pytest

from core.exchange.linear_layers import linear_layers, named_parameters
from core.nn.architecture import Architecture
from core.nn.network import Network
from core.nn.topology import Topology
from tests.core.nn.masked_layer import Masked


def test_plain_layers_are_a_linear_and_an_activation_each() -> None:
    layers = linear_layers(Network.dense((4, 3, 2), "tanh").topology)
    assert [(layer.name, layer.fan_in, layer.fan_out) for layer in layers] == [("0", 4, 3), ("2", 3, 2)]
    assert [layer.activation for layer in layers] == ["tanh", "softmax"]


def test_a_residual_layer_is_one_module_that_holds_both() -> None:
    layers = linear_layers(Network.dense((4, 3, 3, 3, 2), skip=True).topology)
    # Linear 0, ReLU 1, Residual 2, Residual 3, Linear 4, Softmax 5.
    assert [layer.name for layer in layers] == ["0", "2.0", "3.0", "4"]
    assert [layer.is_residual for layer in layers] == [False, True, True, False]


def test_each_layer_comes_with_its_own_numbers() -> None:
    network = Network.dense((4, 3, 2))
    found = list(named_parameters(network.topology, network.parameters))
    for (_, W, b), layer in zip(found, network.layers, strict=True):
        assert np.shares_memory(W, layer.W) and W.shape == layer.W.shape and np.shares_memory(b, layer.b)


def test_a_layer_of_another_kind_has_no_place_in_a_sequential() -> None:
    dense = Architecture.dense((4,)).layers
    with pytest.raises(ValueError, match="is no fully connected layer"):
        linear_layers(Topology((Masked(((0, 1), (2,)), back=(1,)), *dense), (4,)))
