"""A function set as a value: what it says of its layers is what its network has."""

from __future__ import annotations

import numpy as np
import pytest

from core.nn.architecture import Structure


def test_the_usual_one_has_he_weights_and_plain_layers() -> None:
    network = Structure().network(256, 10)
    assert network.sizes == (256, 32, 16, 10)
    assert network.activations == ("relu", "relu", "softmax")
    assert not any(layer.skip for layer in network.layers)
    # He et al. (2015), eq. 10; 8,192 weights have this deviation to about 1 %.
    assert network.layers[0].W.std() == pytest.approx(np.sqrt(2 / 256), rel=0.03)


def test_its_network_has_exactly_its_activations_start_and_skips() -> None:
    structure = Structure((16, 16, 8), ("gelu", "tanh", "elu"), 3, "constant", 0.25, True, 0.5)
    network = structure.network(16, 4)
    assert network.activations == ("gelu", "tanh", "elu", "softmax")
    assert [layer.skip for layer in network.layers] == [True, True, False, False]
    assert [float(layer.W.max()) for layer in network.layers] == [0.125, 0.125, 0.25, 0.25]


@pytest.mark.parametrize("skip", [False, True])
@pytest.mark.parametrize(("n_in", "hidden"), [(2, (2, 2, 3)), (9, (8, 8)), (3, ()), (1, (1,))])
def test_it_names_the_layers_that_are_residual(n_in: int, hidden: tuple[int, ...], skip: bool) -> None:
    structure = Structure(hidden, skip=skip)
    network = structure.network(n_in, 4)
    assert structure.residual(n_in) == tuple(layer.skip for layer in network.layers[:-1])


def test_one_activation_is_that_of_every_hidden_layer() -> None:
    assert Structure((4, 3), "silu").activations == ("silu", "silu")
    assert Structure((4, 3), ("silu", "elu")).activations == ("silu", "elu")
    assert Structure((), "silu").activations == ()


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (Structure((8, 8), seed=5, initializer="constant", initial_scale=0.2, skip_scale=0.5), True),
        (Structure((8, 8), ("relu", "relu")), True),
        (Structure((8, 8), ("relu", "elu")), False),
        (Structure((8, 9)), False),
        (Structure((8, 8), skip=True), False),
    ],
)
def test_a_function_set_is_its_widths_activations_and_skips(other: Structure, same: bool) -> None:
    assert Structure((8, 8)).same_set(other, 256) is same


def test_skips_that_no_width_allows_change_no_function() -> None:
    assert Structure((8,)).same_set(Structure((8,), skip=True), 256)
    assert not Structure((8,)).same_set(Structure((8,), skip=True), 8)


def test_another_seed_changes_nothing_else() -> None:
    structure = Structure((4,), "elu", 1, "normal", 0.2, True, 0.3)
    assert structure.with_seed(2) == Structure((4,), "elu", 2, "normal", 0.2, True, 0.3)
    assert structure != structure.with_seed(2)


def test_what_no_network_can_have_is_refused() -> None:
    with pytest.raises(ValueError, match="3 activations for 2 hidden layers"):
        Structure((4, 3), ("relu", "elu", "tanh")).network(2, 2)
    with pytest.raises(ValueError, match="spread"):
        Structure(initializer="spread").network(256, 10)
