"""The fully connected layer: what its spec says, and its sums forwards and backwards."""

from __future__ import annotations

import numpy as np
import pytest

from core.nn.dense import Affine, Dense, Output
from core.nn.layers import Neurons, Residual

RNG = np.random.default_rng(0)
DOUBLE = np.dtype(np.float64)
ROWS = 5


def test_a_spec_says_what_its_layer_has() -> None:
    dense = Dense(4, "tanh", skip=True)
    assert dense.sources(3) == (2,) and dense.out_shape((7,)) == (4,)
    assert dense.parameter_shapes((7,)) == {"W": (7, 4), "b": (4,)}
    assert dense.parameter_shapes((2, 3)) == {"W": (6, 4), "b": (4,)}
    assert dense.is_residual((4,)) and not dense.is_residual((7,))
    parameters = np.zeros((4, 4)), np.zeros(4)
    assert isinstance(dense.layer((4,), parameters), Residual)
    assert isinstance(Dense(4, "tanh").layer((4,), parameters), Neurons)


def test_one_examples_gradient_is_an_outer_product_and_delta() -> None:
    gradients = Dense(2).gradients((3,), np.array([1.0, 0.0, -2.0]), np.array([3.0, -1.0]))
    assert gradients["W"].tolist() == [[3, -1], [0, 0], [-6, 2]] and gradients["b"].tolist() == [3, -1]
    assert not np.signbit(gradients["W"][1]).any()


def test_initial_weights_are_drawn_and_biases_stay() -> None:
    W, b = np.zeros((3, 2)), np.zeros(2)
    Dense(2).initialize((W, b), lambda fan_in, fan_out: np.full((fan_in, fan_out), 10.0 * fan_in + fan_out))
    assert (W == 32).all() and not b.any()


def test_an_affine_step_weighs_and_shifts() -> None:
    W, b = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([0.5, -0.5])
    layer = Affine(W, b)
    cache = layer.cache(1, DOUBLE, needs_dx=True)
    # 1 + 2·3 + 3·5 + 0.5 and 2 + 2·4 + 3·6 - 0.5
    assert layer.forward(np.array([[1.0, 2.0, 3.0]]), cache).tolist() == [[22.5, 27.5]]
    dW, db = np.empty_like(W), np.empty_like(b)
    dx = layer.backward(np.array([[1.0, 10.0]]), cache, (dW, db))
    assert dW.tolist() == [[1, 10], [2, 20], [3, 30]] and db.tolist() == [1, 10]
    assert dx.tolist() == [[21, 43, 65]]


def test_parameters_that_change_count_at_the_next_step() -> None:
    W, b = np.ones((2, 1)), np.zeros(1)
    layer = Affine(W, b)
    cache = layer.cache(1, DOUBLE, needs_dx=False)
    x = np.array([[1.0, 2.0]])
    assert layer.forward(x, cache)[0, 0] == 3
    W[:], b[:] = 2, 1
    assert layer.forward(x, cache)[0, 0] == 7


@pytest.mark.parametrize("activation", ["softmax", "sigmoid", "identity"])
def test_an_output_lies_on_its_side(activation: str) -> None:
    W, b = RNG.normal(size=(3, 4)), RNG.normal(size=4)
    layer = Output(W, b, activation)
    cache = layer.cache(ROWS, DOUBLE, needs_dx=True)
    x, grad = RNG.normal(size=(ROWS, 3)), RNG.normal(size=(4, ROWS))
    z = layer.forward(x, cache)
    np.testing.assert_allclose(z, (x @ W + b).T, rtol=1e-13)
    y = {
        "softmax": np.exp(z) / np.exp(z).sum(axis=0),
        "sigmoid": 1 / (1 + np.exp(-z)),
        "identity": z,
    }[activation]
    np.testing.assert_allclose(layer.y(cache), y, rtol=1e-13)
    dW, db = np.empty_like(W), np.empty_like(b)
    np.testing.assert_allclose(layer.backward(grad, cache, (dW, db)), grad.T @ W.T, rtol=1e-13)
    np.testing.assert_allclose(dW, x.T @ grad.T, rtol=1e-12)
    np.testing.assert_allclose(db, grad.sum(axis=1), rtol=1e-12)
