"""Passes through a whole network, in buffers made once; that the numbers are right is `test_gradients`."""

from __future__ import annotations

import numpy as np
import pytest

from core.nn.network import Network

RNG = np.random.default_rng(0)
X = RNG.normal(size=(2, 6, 4))


def network(skip: bool = False) -> Network:
    return Network.dense((4, 4, 4, 3), "tanh", skip=skip, seed=1, dtype=np.float64)


@pytest.mark.parametrize(("skip", "dropout"), [(False, 0.0), (True, 0.0), (False, 0.4), (True, 0.4)])
def test_each_pass_writes_over_the_one_before(skip: bool, dropout: float) -> None:
    propagation = network(skip).propagation(6, dropout)
    buffers = [*propagation.z, *propagation.f, *propagation.a, *propagation.delta, propagation.logits]
    kept = []
    for inputs in X:
        propagation.draw_masks(RNG)
        assert propagation.forward(inputs) is propagation.logits
        propagation.output_delta[:] = 1
        propagation.backward()
        kept.append([buffer.copy() for buffer in buffers])
    assert all((first != second).any() for first, second in zip(*kept, strict=True))


def test_it_shows_each_hidden_layers_part() -> None:
    own = network(skip=True)
    propagation = own.propagation(6, dropout=0.4)
    propagation.draw_masks(RNG)
    x = before = X[0]
    propagation.forward(x)
    assert propagation.x is x and len(propagation.z) == len(propagation.masks) == 2
    for i, layer in enumerate(own.layers[:-1]):
        z, f, a, mask = (
            values[i] for values in (propagation.z, propagation.f, propagation.a, propagation.masks)
        )
        np.testing.assert_allclose(z, before @ layer.W + layer.b, rtol=1e-13)
        np.testing.assert_allclose(f, np.tanh(z), rtol=1e-13)
        np.testing.assert_array_equal(a, f * mask + before)
        before = a
    np.testing.assert_allclose(propagation.logits.T, before @ own.layers[-1].W + own.layers[-1].b, rtol=1e-13)


def test_without_dropout_and_skip_a_is_f_itself_and_there_are_no_masks() -> None:
    propagation = network().propagation(6)
    assert propagation.masks == []
    assert all(a is f for a, f in zip(propagation.a, propagation.f, strict=True))


def test_masks_stay_until_others_are_drawn() -> None:
    propagation = network().propagation(6, dropout=0.5)
    first = [mask.copy() for mask in propagation.masks]
    assert all((mask == 1).all() for mask in first)
    propagation.draw_masks(RNG)
    assert all(set(np.unique(mask)) <= {0.0, 2.0} for mask in propagation.masks)
    drawn = [mask.copy() for mask in propagation.masks]
    propagation.forward(X[0])
    assert all(np.array_equal(mask, was) for mask, was in zip(propagation.masks, drawn, strict=True))


def test_a_pass_reads_the_parameters_as_they_are_then() -> None:
    own = network()
    propagation = own.propagation(6)
    before = propagation.forward(X[0]).copy()
    own.parameters *= 1.5
    changed = propagation.forward(X[0])
    assert not np.allclose(before, changed)
    np.testing.assert_array_equal(changed, own.copy().propagation(6).forward(X[0]))


def test_the_way_back_finds_the_same_deltas_whether_gradients_are_wanted_or_not() -> None:
    own = network(skip=True)
    propagation = own.propagation(6)
    propagation.forward(X[0])
    delta = RNG.normal(size=(3, 6))
    propagation.output_delta[:] = delta
    propagation.backward()
    alone = [d.copy() for d in propagation.delta]
    assert not own.gradients.any()
    propagation.forward(X[0])
    propagation.output_delta[:] = delta
    propagation.backward(own.topology.table.views(own.gradients))
    for first, second in zip(alone, propagation.delta, strict=True):
        np.testing.assert_array_equal(first, second)
    # dC/db of a layer is Σ delta over the examples.
    for layer, d in zip(own.layers, [*propagation.delta, delta.T], strict=True):
        np.testing.assert_allclose(layer.db, d.sum(axis=0), rtol=1e-12)


@pytest.mark.parametrize("output", ["softmax", "sigmoid", "identity"])
def test_without_a_hidden_layer_there_is_only_the_output(output: str) -> None:
    own = Network.dense((4, 3), output=output, dtype=np.float64)
    propagation = own.propagation(6)
    z = propagation.forward(X[0])
    assert propagation.z == propagation.delta == []
    y = {"softmax": np.exp(z) / np.exp(z).sum(axis=0), "sigmoid": 1 / (1 + np.exp(-z)), "identity": z}[output]
    np.testing.assert_allclose(propagation.output(), y, rtol=1e-12)
    propagation.output_delta[:] = 1
    propagation.backward(own.topology.table.views(own.gradients))
    np.testing.assert_allclose(own.layers[0].dW, np.outer(X[0].sum(axis=0), np.ones(3)), rtol=1e-12)
