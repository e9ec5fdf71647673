"""Layers that read several earlier ones, around a layer whose numbers can be followed by hand."""

from __future__ import annotations

import numpy as np
import pytest

from core.nn.dense import Affine
from core.nn.earlier_layers import AccumulatedGradient, ConcatenatedInput

DOUBLE = np.dtype(np.float64)
# Outputs of the input and of layers 1 and 2, for two examples.
OUTPUTS = [np.array([[1.0], [2.0]]), np.array([[3.0, 4.0], [5.0, 6.0]]), np.array([[7.0], [8.0]])]
GRAD = np.array([[1.0], [10.0]])


def gather(
    sources: tuple[int, ...], pending: dict[int, np.ndarray]
) -> tuple[ConcatenatedInput, object, np.ndarray]:
    """Layer 3: the sum of all that it reads, each number with its place in the row as its weight, from 1 on."""
    count = sum(OUTPUTS[source].shape[1] for source in sources)
    W = np.arange(1.0, count + 1)[:, None]
    affine = Affine(W, np.zeros(1))
    return ConcatenatedInput(affine, 3, sources, OUTPUTS, pending), affine.cache(2, DOUBLE, needs_dx=True), W


def test_its_input_is_what_it_reads_side_by_side() -> None:
    layer, cache, _ = gather((0, 1, 2), {1: np.zeros((2, 2))})
    # 1·1 + 2·3 + 3·4 + 4·7 and 1·2 + 2·5 + 3·6 + 4·8
    assert layer.forward(OUTPUTS[2], cache).tolist() == [[47], [62]]


def test_each_source_gets_its_part_of_the_gradient_and_the_input_none() -> None:
    waiting = {1: np.ones((2, 2))}
    layer, cache, W = gather((0, 1, 2), waiting)
    layer.forward(OUTPUTS[2], cache)
    dW, db = np.empty_like(W), np.empty(1)
    dx = layer.backward(GRAD, cache, (dW, db))
    assert dx is layer.dx and dx.tolist() == [[4], [40]]
    assert waiting[1].tolist() == [[1 + 2, 1 + 3], [1 + 20, 1 + 30]]
    # Σ over both examples of x · grad: 1 + 20, 3 + 50, 4 + 60, 7 + 80.
    assert dW[:, 0].tolist() == [21, 53, 64, 87] and db[0] == 11


@pytest.mark.parametrize("again", [1, 2])
def test_a_layer_before_it_that_it_does_not_read_gets_nothing(again: int) -> None:
    layer, cache, _ = gather((0, 1), {1: np.zeros((2, 2))})
    for _ in range(again):
        layer.forward(OUTPUTS[2], cache)
        dx = layer.backward(GRAD, cache, ())
        assert not dx.any()
        # As the layer before does with what it gets.
        dx += 5


def test_what_waits_is_added_once() -> None:
    pending = np.array([[100.0], [200.0]])
    affine = Affine(np.array([[2.0]]), np.zeros(1))
    layer, cache = AccumulatedGradient(affine, pending), affine.cache(2, DOUBLE, needs_dx=True)
    assert layer.forward(OUTPUTS[0], cache).tolist() == [[2], [4]]
    assert layer.backward(GRAD.copy(), cache, ()).tolist() == [[202], [420]]
    assert layer.backward(GRAD.copy(), cache, ()).tolist() == [[2], [20]]
