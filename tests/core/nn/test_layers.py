"""Each kind of step by itself: forwards by its formula, backwards against finite differences."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.nn.activations import activation_named
from core.nn.dense import Affine
from core.nn.layers import Neurons, Residual

RNG = np.random.default_rng(0)
DOUBLE = np.dtype(np.float64)
ROWS = 5


def affine(n_in: int, n_out: int) -> Affine:
    return Affine(RNG.normal(size=(n_in, n_out)), RNG.normal(size=n_out))


def neurons(n_in: int, n_out: int, dropout: float = 0.0) -> Neurons:
    return Neurons(affine(n_in, n_out), activation_named("tanh"), dropout)


def slope_by_differences(layer: Any, cache: Any, x: np.ndarray, grad: np.ndarray) -> np.ndarray:
    """d(Σ grad · output)/dx."""
    slope = np.empty_like(x)
    for place in np.ndindex(*x.shape):
        ends = []
        for step in (1e-6, -1e-6):
            moved = x.copy()
            moved[place] += step
            ends.append(float((grad * layer.forward(moved, cache)).sum()))
        slope[place] = (ends[0] - ends[1]) / 2e-6
    layer.forward(x, cache)
    return slope


@pytest.mark.parametrize("kind", [affine, neurons, lambda i, o: Residual(neurons(i, o))])
def test_what_is_handed_back_agrees_with_finite_differences(kind: Any) -> None:
    layer = kind(3, 3)
    cache = layer.cache(ROWS, DOUBLE, needs_dx=True)
    x, grad = RNG.normal(size=(2, ROWS, 3))
    expected = slope_by_differences(layer, cache, x, grad)
    found = layer.backward(grad.copy(), cache, (np.empty((3, 3)), np.empty(3)))
    np.testing.assert_allclose(found, expected, rtol=1e-6, atol=1e-8)
    # Without a place for them no gradients of parameters are computed, and what is backpropagated is the same.
    layer.forward(x, cache)
    np.testing.assert_array_equal(layer.backward(grad.copy(), cache, ()), found)


def test_one_layer_serves_caches_of_several_sizes() -> None:
    layer = neurons(3, 2)
    caches = {rows: layer.cache(rows, DOUBLE, needs_dx=True) for rows in (1, 4)}
    X = RNG.normal(size=(4, 3))
    whole = layer.forward(X, caches[4])
    for i in range(4):
        np.testing.assert_allclose(layer.forward(X[i : i + 1], caches[1])[0], whole[i], rtol=1e-14)


def test_a_first_layer_hands_nothing_back_and_is_trained_all_the_same() -> None:
    for layer in (neurons(3, 3), Residual(neurons(3, 3))):
        x, grad = RNG.normal(size=(2, ROWS, 3))
        grads = []
        for needs_dx in (True, False):
            cache = layer.cache(ROWS, DOUBLE, needs_dx)
            layer.forward(x, cache)
            into = np.empty((3, 3)), np.empty(3)
            layer.backward(grad.copy(), cache, into)
            grads.append(into)
        assert cache.dx.size == 0
        for first, second in zip(*grads, strict=True):
            np.testing.assert_array_equal(first, second)


def test_a_residual_layer_adds_its_input_and_keeps_f_of_z() -> None:
    layer = Residual(neurons(3, 3))
    cache = layer.cache(ROWS, DOUBLE, needs_dx=True)
    x = RNG.normal(size=(ROWS, 3))
    np.testing.assert_allclose(layer.forward(x, cache), x + np.tanh(cache.inner.z), rtol=1e-14)
    np.testing.assert_allclose(cache.inner.f, np.tanh(cache.inner.z), rtol=1e-14)


def test_dropout_silences_about_its_share_and_keeps_the_mean() -> None:
    # Every sum is 1, and the activation leaves it so.
    layer = Neurons(Affine(np.zeros((1, 400)), np.ones(400)), activation_named("identity"), 0.25)
    cache = layer.cache(50, DOUBLE, needs_dx=True)
    nothing, ones = np.zeros((50, 1)), np.ones((50, 400))
    np.testing.assert_array_equal(layer.forward(nothing, cache), ones)
    layer.draw_mask(cache, np.random.default_rng(2))
    out = layer.forward(nothing, cache).copy()
    assert set(np.unique(out)) == {0.0, 1 / 0.75}
    # Of 20,000 the share has a standard deviation of 0.3 %.
    assert np.mean(out == 0) == pytest.approx(0.25, abs=0.012) and out.mean() == pytest.approx(1, abs=0.016)
    delta = ones.copy()
    layer.backward(delta, cache, ())
    np.testing.assert_array_equal(delta, out)


def test_a_dropped_neuron_hands_nothing_back() -> None:
    layer = neurons(3, 4, dropout=0.5)
    cache = layer.cache(ROWS, DOUBLE, needs_dx=True)
    layer.draw_mask(cache, np.random.default_rng(1))
    x, grad = RNG.normal(size=(ROWS, 3)), RNG.normal(size=(ROWS, 4))
    expected = slope_by_differences(layer, cache, x, grad)
    delta = grad.copy()
    found = layer.backward(delta, cache, ())
    np.testing.assert_allclose(found, expected, rtol=1e-6, atol=1e-8)
    assert (delta[cache.mask == 0] == 0).all() and (delta[cache.mask != 0] != 0).all()
