"""The function set: shapes, views, the lecture's worked example, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.network import Network
from core.nn.pooling import MaxPool2d


def lecture_network() -> Network:
    """Hung-yi Lee, Deep Learning (2017), "Fully Connect Feedforward Network": its weights in our shapes."""
    network = Network.dense((2, 2, 2, 2), activation="sigmoid", output="sigmoid", dtype=np.float64)
    W = ([[1, -1], [-2, 1]], [[2, -2], [-1, -1]], [[3, -1], [-1, 4]])
    b = ([1, 0], [0, 0], [-2, 2])
    for layer, layer_W, layer_b in zip(network.layers, W, b, strict=True):
        layer.W[...] = layer_W
        layer.b[...] = layer_b
    return network


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        ((1, -1), ((0.98, 0.12), (0.86, 0.11), (0.62, 0.83))),
        ((0, 0), ((0.73, 0.50), (0.72, 0.12), (0.51, 0.85))),
    ],
)
def test_the_lectures_worked_example_comes_out(x: tuple[int, int], expected: Any) -> None:
    network = lecture_network()
    propagation = network.propagation(1)
    propagation.forward(np.array([x], dtype=np.float64))
    found = (*(a[0] for a in propagation.a), propagation.output()[:, 0])
    for layer, numbers in zip(found, expected, strict=True):
        np.testing.assert_allclose(layer, numbers, atol=0.005)
    np.testing.assert_allclose(network.predict(np.array([x]))[0], expected[-1], atol=0.005)


def test_writing_to_a_layer_writes_to_the_flat_vector() -> None:
    network = Network.dense((3, 4, 2))
    assert network.parameters.shape == (3 * 4 + 4 + 4 * 2 + 2,)
    network.parameters[:] = 0
    network.layers[0].W[1, 2] = 5
    network.layers[1].b[1] = 7
    assert network.parameters[1 * 4 + 2] == 5
    assert network.parameters[-1] == 7


def test_probabilities_sum_to_one() -> None:
    X = np.random.default_rng(0).random((5, 8))
    y = Network.dense((8, 6, 3), seed=1).predict(X)
    assert y.shape == (5, 3)
    np.testing.assert_allclose(y.sum(axis=1), 1, atol=1e-6)


def test_the_same_seed_gives_the_same_bits_and_another_seed_other_weights() -> None:
    first, second, other = (Network.dense((20, 10, 5), seed=seed) for seed in (3, 3, 4))
    assert np.array_equal(first.parameters, second.parameters)
    assert not np.array_equal(first.parameters, other.parameters)


def test_skip_is_taken_where_the_widths_agree_and_never_at_the_output() -> None:
    network = Network.dense((4, 4, 6, 6, 6), skip=True)
    assert [layer.skip for layer in network.layers] == [True, False, True, False]


def test_a_skip_adds_the_layers_input_to_its_output() -> None:
    network = Network.dense((2, 2, 1), activation="identity", output="identity", skip=True, dtype=np.float64)
    network.layers[0].W[...] = [[1, 2], [3, 4]]
    network.layers[1].W[...] = [[1], [10]]
    # a = x + xW = (1, 1) + (4, 6) = (5, 7); y = 5 + 70
    assert network.predict(np.array([[1.0, 1.0]]))[0, 0] == 75


@pytest.mark.parametrize(
    "arguments",
    [
        {"sizes": (5,)},
        {"sizes": (5, 0, 2)},
        {"sizes": (5, 2.5, 2)},
        {"sizes": (5, 4, 2), "activation": "step"},
        {"sizes": (5, 4, 2), "activation": ("relu", "relu")},
        {"sizes": (5, 4, 2), "output": "argmax"},
        {"sizes": (5, 4, 2), "initializer": "magic"},
    ],
)
def test_a_architecture_that_makes_no_sense_is_refused(arguments: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="."):
        Network.dense(**arguments)


def test_the_formula_names_every_layer() -> None:
    assert Network.dense((4, 3, 2)).formula() == "y = softmax(W²ᵀ relu(W¹ᵀ x + b¹) + b²)"


def test_the_formula_of_a_convolution_is_no_product_with_its_matrix() -> None:
    layers = (
        Conv2d(2, picture=(4, 4), padding=1),
        Conv2d(2, padding=1, skip=True),
        MaxPool2d(2),
        Dense(2, "softmax"),
    )
    network = Architecture(layers).network((16,))
    first = "relu(W¹ ∗ x + b¹)"
    assert network.formula() == f"y = softmax(W⁴ᵀ maxpool₂({first} + relu(W² ∗ {first} + b²)) + b⁴)"


def test_a_copy_is_the_same_function_and_goes_its_own_way() -> None:
    network = Network.dense((6, 5, 5, 3), activation="tanh", skip=True, seed=4, dtype=np.float64)
    X = np.random.default_rng(0).normal(size=(9, 6))
    before = network.predict(X)
    copy = network.copy()
    assert copy.sizes == network.sizes and copy.activations == network.activations
    assert [layer.skip for layer in copy.layers] == [False, True, False] and copy.dtype == network.dtype
    network.parameters += 0.5
    np.testing.assert_array_equal(copy.predict(X), before)
    assert not np.allclose(network.predict(X), before)
