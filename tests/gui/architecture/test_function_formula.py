"""A function set written out: nested, or layer by layer where a layer adds what it reads."""

from __future__ import annotations

import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.known_architectures import known_hidden_layers
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d
from gui.architecture.function_formula import function_formula


def test_without_a_hidden_layer_the_function_is_the_output_layers() -> None:
    assert function_formula(Architecture.dense(()), 256) == "y = softmax(W¹ᵀ x + b¹)"


def test_a_residual_function_is_written_layer_by_layer() -> None:
    # 16 inputs: the first layer, too, adds what it reads.
    architecture = Architecture.dense((16, 16, 8), "gelu", skip=True)
    assert function_formula(architecture, 16).splitlines() == [
        "a¹ = x + GELU(W¹ᵀ x + b¹)",
        "a² = a¹ + GELU(W²ᵀ a¹ + b²)",
        "a³ = GELU(W³ᵀ a² + b³)",
        "y = softmax(W⁴ᵀ a³ + b⁴)",
    ]


@pytest.mark.parametrize(
    ("architecture", "n_in", "lines"),
    [
        (
            Architecture.dense((32, 16), ("relu", "tanh")),
            256,
            ["y = softmax(W³ᵀ tanh(W²ᵀ ReLU(W¹ᵀ x + b¹) + b²) + b³)"],
        ),
        (
            Architecture.dense((3,), "sigmoid", output="identity"),
            1,
            ["y = W²ᵀ sigmoid(W¹ᵀ x + b¹) + b²"],
        ),
        # The identity is not written: what the next W multiplies stands in brackets.
        (
            Architecture.dense((3, 2), ("identity", "tanh"), output="identity"),
            1,
            ["y = W³ᵀ tanh(W²ᵀ (W¹ᵀ x + b¹) + b²) + b³"],
        ),
        (
            Architecture.dense((3, 3), "identity", skip=True, output="identity"),
            3,
            ["a¹ = x + W¹ᵀ x + b¹", "a² = a¹ + W²ᵀ a¹ + b²", "y = W³ᵀ a² + b³"],
        ),
        # With skips, but no two neighbours of one width: nothing is added, and it is nested.
        (
            Architecture.dense((32, 16), "relu", skip=True),
            256,
            ["y = softmax(W³ᵀ ReLU(W²ᵀ ReLU(W¹ᵀ x + b¹) + b²) + b³)"],
        ),
    ],
)
def test_each_layer_reads_the_one_before(architecture: Architecture, n_in: int, lines: list[str]) -> None:
    assert function_formula(architecture, n_in).splitlines() == lines


def test_a_convolution_is_written_as_one_and_a_pool_has_no_weights() -> None:
    small = Architecture.dense().with_hidden(known_hidden_layers("small_cnn", (16, 16)))
    assert function_formula(small, 256) == (
        "y = softmax(W⁵ᵀ maxpool₂(ReLU(W³ ∗ maxpool₂(ReLU(W¹ ∗ x + b¹)) + b³)) + b⁵)"
    )


def test_residual_maps_are_written_layer_by_layer_and_unshared_windows_explain_their_matrix() -> None:
    layers = (
        Conv2d(2, padding=1),
        AvgPool2d(2),
        LocallyConnected2d(2, padding=1, activation="identity", skip=True),
    )
    architecture = Architecture.dense().with_hidden(layers).on_picture((8, 8))
    assert function_formula(architecture, 64).splitlines() == [
        "a¹ = ReLU(W¹ ∗ x + b¹)",
        "a² = meanpool₂(a¹)",
        "a³ = a² + W³ᵀ a² + b³",
        "y = softmax(W⁴ᵀ a³ + b⁴)",
        "W³ is 0 outside of its windows",
    ]


def test_the_tenth_layer_has_two_figures() -> None:
    assert "W¹⁰ᵀ a⁹ + b¹⁰" in function_formula(Architecture.dense((4,) * 10, "elu", skip=True), 4)


def test_it_is_the_engines_own_but_for_what_an_activation_is_called() -> None:
    architecture = Architecture.dense((32, 16), ("relu", "tanh"))
    assert architecture.with_outputs(10).network((256,)).formula().replace(
        "relu", "ReLU"
    ) == function_formula(architecture, 256)
