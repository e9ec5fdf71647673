"""What tells networks of the same layers apart, in words."""

from __future__ import annotations

import pytest

from core.nn.architecture import Architecture
from gui.architecture.start_text import activations_text, residual_text, start_text


@pytest.mark.parametrize(
    ("activation", "each_once", "by_layer"),
    [
        (("relu", "relu", "tanh"), "ReLU, tanh", "ReLU × 2, tanh"),
        (("relu", "tanh", "relu"), "ReLU, tanh", "ReLU, tanh, ReLU"),
        (("tanh", "tanh", "tanh"), "tanh", "tanh"),
    ],
)
def test_activations_are_named_once_or_in_the_order_of_their_layers(
    activation: tuple[str, ...], each_once: str, by_layer: str
) -> None:
    architecture = Architecture.dense((4, 4, 4), activation=activation)
    assert (activations_text(architecture), activations_text(architecture, True)) == (each_once, by_layer)


def test_without_hidden_layers_there_is_no_activation_to_name() -> None:
    assert activations_text(Architecture.dense(())) == activations_text(Architecture.dense(()), True) == ""


@pytest.mark.parametrize(
    ("rule", "scale", "text"),
    [
        ("he", None, "He"),
        ("glorot_uniform", None, "Glorot, uniform"),
        ("normal", None, "normal 0.1"),
        ("normal", 1.0, "normal 1"),
        ("constant", 0.25, "constant 0.25"),
    ],
)
def test_a_rule_that_takes_a_number_is_named_with_it(rule: str, scale: float | None, text: str) -> None:
    assert start_text(Architecture.dense(initializer=rule, initial_scale=scale)) == text


def test_weights_of_a_file_are_called_by_it() -> None:
    assert start_text(Architecture.dense(), "mine.npz") == "mine.npz"


def test_what_residual_layers_begin_with_is_said_where_it_is_not_1() -> None:
    small = Architecture.dense((4, 4), skip=True, skip_scale=0.1)
    assert residual_text(small, True) == "on, W × 0.1" and residual_text(small, False) == "off"
    assert residual_text(Architecture.dense((4, 4), skip=True), True) == "on"
