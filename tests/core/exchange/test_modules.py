"""Where PyTorch would keep each layer's parameters."""

from __future__ import annotations

import pytest

from core.exchange.modules import is_dense, sequential
from core.nn.architecture import Architecture
from core.nn.network import Network
from core.nn.topology import Topology
from tests.core.exchange.picture_networks import OWN, PLAIN, network_of
from tests.core.nn.masked_layer import Masked


def test_plain_layers_are_a_linear_and_an_activation_each() -> None:
    layers = sequential(Network.dense((4, 3, 2), "tanh").topology)
    assert [(layer.name, layer.in_shape, layer.out_shape) for layer in layers] == [
        ("0", (4,), (3,)),
        ("2", (3,), (2,)),
    ]
    assert [layer.spec.activation for layer in layers] == ["tanh", "softmax"]


def test_a_residual_layer_is_one_module_that_holds_both() -> None:
    layers = sequential(Network.dense((4, 3, 3, 3, 2), skip=True).topology)
    # Linear 0, ReLU 1, Residual 2, Residual 3, Linear 4, Softmax 5.
    assert [layer.name for layer in layers] == ["0", "2.0", "3.0", "4"]
    assert [layer.is_residual for layer in layers] == [False, True, True, False]


def test_a_pool_is_one_module_and_a_flatten_stands_before_a_linear() -> None:
    layers = sequential(network_of(*PLAIN["small_cnn"]).topology)
    # Conv2d 0, ReLU 1, MaxPool2d 2, Conv2d 3, ReLU 4, MaxPool2d 5, Flatten 6, Linear 7, Softmax 8.
    assert [layer.name for layer in layers] == ["0", "2", "3", "5", "7"]
    assert [layer.opening for layer in layers] == ["", "", "", "", "Flatten"]
    assert not any(layer.is_own_module for layer in layers) and not is_dense(
        network_of(*PLAIN["small_cnn"]).topology
    )


def test_biases_of_cells_are_a_module_behind_the_convolution() -> None:
    layers = sequential(network_of(*OWN["lenet"]).topology)
    assert [(layer.name, layer.bias_name) for layer in layers] == [
        ("0", "1"),
        ("3", "4"),
        ("7", "7"),
        ("9", "9"),
    ]
    assert [layer.is_own_module for layer in layers] == [True, True, False, False]


def test_a_list_of_numbers_becomes_a_picture_by_a_module() -> None:
    layers = sequential(network_of(*OWN["list_to_picture"]).topology)
    assert [layer.opening for layer in layers] == ["", "Picture", "", "Flatten"]
    assert [layer.picture for layer in layers] == [(), (3, 3, 2), (2, 2, 2), (1, 1, 2)]


def test_a_layer_of_another_kind_has_no_place_in_a_sequential() -> None:
    dense = Architecture.dense((4,)).layers
    with pytest.raises(ValueError, match="has no module in PyTorch"):
        sequential(Topology((Masked(((0, 1), (2,)), back=(1,)), *dense), (4,)))
