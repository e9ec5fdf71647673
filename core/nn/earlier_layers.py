"""Layers that read others than the layer before: outputs are gathered on the way, and gradients on the way back.

Each of these stands around a layer, and takes the cache of that one. Dense layers, which read the layer before, need
none of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from core.arrays import Array
from core.nn.layers import Layer


class ConcatenatedInput:
    """Around layer `number`: its input is the outputs of several layers side by side, (rows, n).

    Parameters
    ----------
    layer : Layer
    number : int
    sources : sequence of int
        The layers that it reads, by rising number.
    outputs : sequence of (rows, n) arrays
        The output of every layer, the network's input first; read at every step.
    pending : mapping of int to (rows, n) arrays
        Where dC/da is added up, for each source but the layer before and the input.

    Attributes
    ----------
    dx : (rows, n) array
        dC/da of the layer before; 0 where that is no source.
    """

    def __init__(
        self,
        layer: Layer,
        number: int,
        sources: Sequence[int],
        outputs: Sequence[Array],
        pending: Mapping[int, Array],
    ) -> None:
        self._layer, self._sources, self._outputs = layer, sources, outputs
        ends = list(accumulate((outputs[source].shape[1] for source in sources), initial=0))
        pieces = {source: slice(*ends) for source, ends in zip(sources, pairwise(ends), strict=True)}
        before = outputs[number - 1]
        self._x = np.empty((len(before), ends[-1]), before.dtype)
        self.dx = np.zeros_like(before)
        self._piece = pieces.get(number - 1)
        self._pending = [(pending[source], pieces[source]) for source in sources if source in pending]

    def forward(self, x: Array, cache: Any) -> Array:
        """The layer's output."""
        np.concatenate([self._outputs[source] for source in self._sources], axis=1, out=self._x)
        return self._layer.forward(self._x, cache)

    def backward(self, grad: Array, cache: Any, grads: Sequence[Array]) -> Array:
        """From dC/d(output) to dC/da of the layer before; the others' waits for them."""
        dx = self._layer.backward(grad, cache, grads)
        for pending, piece in self._pending:
            np.add(pending, dx[:, piece], pending)
        # The layer before has written over what it got last time.
        np.copyto(self.dx, 0 if self._piece is None else dx[:, self._piece])
        return self.dx


class AccumulatedGradient:
    """Around a layer that a later one than the next reads, too: their gradients are added up."""

    def __init__(self, layer: Layer | ConcatenatedInput, pending: Array) -> None:
        self._layer, self._pending = layer, pending

    def forward(self, x: Array, cache: Any) -> Array:
        """The layer's output."""
        return self._layer.forward(x, cache)

    def backward(self, grad: Array, cache: Any, grads: Sequence[Array]) -> Array:
        """From all of dC/d(output) to dC/dx."""
        np.add(grad, self._pending, grad)
        self._pending.fill(0)
        return self._layer.backward(grad, cache, grads)
