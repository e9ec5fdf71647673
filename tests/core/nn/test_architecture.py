"""A function set as a value: what it says of its layers is what its network has."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.network import Network
from core.nn.pooling import MaxPool2d


def test_the_usual_one_has_he_weights_and_plain_layers() -> None:
    network = Architecture.dense().with_outputs(10).network((256,))
    assert network.sizes == (256, 32, 16, 10)
    assert network.activations == ("relu", "relu", "softmax")
    assert not any(layer.skip for layer in network.layers)
    # He et al. (2015), eq. 10; 8,192 weights have this deviation to about 1 %.
    assert network.layers[0].W.std() == pytest.approx(np.sqrt(2 / 256), rel=0.03)


def test_it_is_its_layers() -> None:
    layers = Dense(16, "gelu", skip=True), Dense(8, "tanh", skip=True), Dense(4, "sigmoid")
    architecture = Architecture(layers)
    assert architecture == Architecture.dense((16, 8), ("gelu", "tanh"), skip=True, output="sigmoid", n_out=4)
    assert (architecture.hidden, architecture.activations, architecture.output) == (
        (16, 8),
        ("gelu", "tanh"),
        "sigmoid",
    )
    network = architecture.network((16,))
    assert network.sizes == (16, 16, 8, 4) and network.topology.skips == (True, False, False)


def test_its_network_is_the_dense_one_with_these_numbers() -> None:
    network = Architecture.dense((8, 8), "tanh", 3, skip=True).network((8,))
    same = Network.dense((8, 8, 8, 10), "tanh", skip=True, seed=3)
    assert np.array_equal(network.parameters, same.parameters)


def test_another_seed_or_precision_can_be_asked_for() -> None:
    architecture = Architecture.dense(seed=3)
    other = architecture.network((6,), seed=5, dtype=np.float64)
    assert other.dtype == np.float64
    expected = architecture.changed(seed=5).network((6,), dtype=np.float64)
    assert np.array_equal(other.parameters, expected.parameters)
    assert not np.array_equal(other.parameters, architecture.network((6,), dtype=np.float64).parameters)


def test_a_change_leaves_all_else_as_it_was() -> None:
    architecture = Architecture.dense((4, 3), ("silu", "elu"), 1, "normal", 0.2, True, 0.3, "identity", 2)
    assert architecture.changed() == architecture
    wider = Architecture.dense((9, 3), ("silu", "elu"), 1, "normal", 0.2, True, 0.3, "identity", 2)
    assert architecture.changed(hidden=(9, 3)) == wider
    plain = Architecture.dense((4, 3), ("silu", "elu"), 1, "normal", 0.2, False, 0.3, "identity", 2)
    assert architecture.changed(skip=False) == plain
    assert architecture.with_outputs(5) == architecture.changed(n_out=5)


def test_its_network_has_exactly_its_activations_start_and_skips() -> None:
    architecture = Architecture.dense((16, 16, 8), ("gelu", "tanh", "elu"), 3, "constant", 0.25, True, 0.5)
    network = architecture.with_outputs(4).network((16,))
    assert network.activations == ("gelu", "tanh", "elu", "softmax")
    assert [layer.skip for layer in network.layers] == [True, True, False, False]
    assert [float(layer.W.max()) for layer in network.layers] == [0.125, 0.125, 0.25, 0.25]


@pytest.mark.parametrize("skip", [False, True])
@pytest.mark.parametrize(("n_in", "hidden"), [(2, (2, 2, 3)), (9, (8, 8)), (3, ()), (1, (1,))])
def test_it_names_the_layers_that_are_residual(n_in: int, hidden: tuple[int, ...], skip: bool) -> None:
    architecture = Architecture.dense(hidden, skip=skip)
    network = architecture.with_outputs(4).network((n_in,))
    assert architecture.residual(n_in) == tuple(layer.skip for layer in network.layers[:-1])


def test_one_activation_is_that_of_every_hidden_layer() -> None:
    assert Architecture.dense((4, 3), "silu").activations == ("silu", "silu")
    assert Architecture.dense((4, 3), ("silu", "elu")).activations == ("silu", "elu")
    assert Architecture.dense((), "silu").activations == ()


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (Architecture.dense((8, 8), seed=5, initializer="constant", initial_scale=0.2, skip_scale=0.5), True),
        (Architecture.dense((8, 8), ("relu", "relu")), True),
        (Architecture.dense((8, 8), ("relu", "elu")), False),
        (Architecture.dense((8, 9)), False),
        (Architecture.dense((8, 8), skip=True), False),
    ],
)
def test_a_function_set_is_its_widths_activations_and_skips(other: Architecture, same: bool) -> None:
    assert Architecture.dense((8, 8)).same_set(other, 256) is same


def test_skips_that_no_width_allows_change_no_function() -> None:
    assert Architecture.dense((8,)).same_set(Architecture.dense((8,), skip=True), 256)
    assert not Architecture.dense((8,)).same_set(Architecture.dense((8,), skip=True), 8)


def test_another_seed_changes_nothing_else() -> None:
    architecture = Architecture.dense((4,), "elu", 1, "normal", 0.2, True, 0.3)
    assert architecture.changed(seed=2) == Architecture.dense((4,), "elu", 2, "normal", 0.2, True, 0.3)
    assert architecture != architecture.changed(seed=2)


def test_what_no_network_can_have_is_refused() -> None:
    with pytest.raises(ValueError, match="3 activations for 2 hidden layers"):
        Architecture.dense((4, 3), ("relu", "elu", "tanh")).with_outputs(2).network((2,))
    # What only an output can have is none of a hidden layer's, and the other way round.
    with pytest.raises(ValueError, match="'softmax' is no activation"):
        Architecture.dense((5,), "softmax")
    with pytest.raises(ValueError, match="'relu' is no output"):
        Architecture.dense((5,), output="relu")
    with pytest.raises(ValueError, match="spread"):
        Architecture.dense(initializer="spread").with_outputs(10).network((256,))


CNN = Architecture(
    (
        Conv2d(4, 3, padding=1, picture=(6, 6), bias_per_cell=True),
        MaxPool2d(2),
        LocallyConnected2d(4, 3, padding=1, activation="tanh"),
        Dense(5),
        Dense(10, "softmax"),
    ),
    seed=1,
)


@pytest.mark.parametrize(
    "fields", [{"seed": 9}, {"initializer": "normal", "initial_scale": 0.3}, {"skip_scale": 0.5}, {}]
)
def test_another_start_keeps_layers_of_any_kind(fields: dict[str, Any]) -> None:
    assert CNN.changed(**fields) == replace(CNN, **fields)


def test_an_activation_is_that_of_the_layers_with_weights() -> None:
    assert CNN.activations == ("relu", "tanh", "relu") and CNN.activation == CNN.activations
    changed = CNN.changed(activation="elu")
    assert [layer.activation for layer in changed.layers] == ["elu", "identity", "elu", "elu", "softmax"]
    assert changed.activation == "elu" and changed.changed(activation=CNN.activations) == CNN
    with pytest.raises(ValueError, match="2 activations for 3 hidden layers"):
        CNN.changed(activation=("relu", "elu"))


def test_residual_layers_are_those_that_keep_the_shape() -> None:
    changed = CNN.changed(skip=True)
    # One map becomes four; four of 3 × 3 stay four of 3 × 3; 36 numbers become 5 neurons.
    assert changed.skip and changed.residual(36) == (False, False, True, False)
    assert changed.changed(skip=False) == CNN


def test_another_output_keeps_layers_of_any_kind() -> None:
    changed = CNN.changed(output="identity", n_out=1)
    assert changed.hidden_layers == CNN.hidden_layers and changed.layers[-1] == Dense(1, "identity")
    with pytest.raises(ValueError, match="'relu' is no output"):
        CNN.changed(output="relu")


def test_only_the_first_layer_says_how_the_data_lie() -> None:
    other = CNN.on_picture((4, 9))
    assert other.layers[0] == replace(CNN.layers[0], picture=(4, 9)) and other.layers[1:] == CNN.layers[1:]
    assert CNN.reads_picture and not Architecture.dense().reads_picture
    assert Architecture.dense().on_picture((4, 9)) == Architecture.dense()


def test_other_hidden_layers_keep_the_output_and_the_start() -> None:
    base = Architecture.dense((3,), seed=4, output="sigmoid", n_out=2)
    assert base.with_hidden(CNN.hidden_layers) == Architecture(
        (*CNN.hidden_layers, Dense(2, "sigmoid")), seed=4
    )
