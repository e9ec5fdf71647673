"""Forwards and backwards through the layers, for a fixed number of rows, in buffers that are allocated once.

The output layer's arrays have the neurons first, ``(n_out, rows)``: softmax then reduces over rows of memory,
which is many times as fast as along them. All hidden layers' arrays are ``(rows, neurons)``.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.activations import ACTIVATIONS, Activation
from core.layers import Layer
from core.trace import Array

CHUNK_ROWS = 1024
"""No piece of work is larger than this many examples, so that memory stays bounded and nobody waits long."""


class _HiddenBuffers:
    """What one hidden layer computes for all rows.

    ``f`` is f(z) and ``a`` the layer's output, which are the same array unless the layer has a skip;
    ``da`` is dC/da and ``delta`` dC/dz, the same array likewise.
    """

    def __init__(self, layer: Layer, rows: int) -> None:
        shape, dtype = (rows, layer.fan_out), layer.W.dtype
        self.activation: Activation = ACTIVATIONS[layer.activation](shape, dtype)
        self.z: Array = np.empty(shape, dtype)
        self.f: Array = np.empty(shape, dtype)
        self.a: Array = np.empty(shape, dtype) if layer.skip else self.f
        self.delta: Array = np.empty(shape, dtype)
        self.da: Array = np.empty(shape, dtype) if layer.skip else self.delta


class Propagation:
    """Forward and backward pass of `rows` examples through `layers`.

    Attributes
    ----------
    logits : (n_out, rows) array
        The output layer's z, neurons first, after `forward`.
    delta : (n_out, rows) array
        The output layer's dC/dz, neurons first, to be filled between `forward` and `backward`.
    """

    def __init__(self, layers: Sequence[Layer], rows: int) -> None:
        *hidden, output = layers
        dtype = output.W.dtype
        self.rows = rows
        self.logits: Array = np.empty((output.fan_out, rows), dtype)
        self.delta: Array = np.empty((output.fan_out, rows), dtype)
        self._ones: Array = np.ones(rows, dtype)
        self._hidden = [(layer, _HiddenBuffers(layer, rows)) for layer in hidden]
        # Transposed views are made once: making one costs as much as a small product.
        self._a_T = [buffers.a.T for _, buffers in self._hidden]
        self._W_T = [layer.W.T for layer in hidden]
        self._output = output
        self._output_W_T = output.W.T
        self._output_b = output.b[:, np.newaxis]
        self._output_delta_T = self.delta.T

    def forward(self, X: Array, X_T: Array) -> Array:
        """(rows, n_in) inputs, and the same transposed, to the logits (n_out, rows)."""
        a, a_T = X, X_T
        for (layer, buffers), own_a_T in zip(self._hidden, self._a_T, strict=True):
            z = buffers.z
            np.dot(a, layer.W, z)
            np.add(z, layer.b, z)
            buffers.activation.forward(z, buffers.f)
            if layer.skip:
                np.add(buffers.f, a, buffers.a)
            a, a_T = buffers.a, own_a_T
        np.dot(self._output_W_T, a_T, self.logits)
        np.add(self.logits, self._output_b, self.logits)
        return self.logits

    def backward(self, X_T: Array) -> None:
        """From the output's `delta` to dC/dW and dC/db of every layer, written into the network's gradients.

        Sums over the rows: a mean is a matter of `delta`'s scale.
        """
        last = len(self._hidden) - 1
        output = self._output
        np.dot(self._a_T[last] if last >= 0 else X_T, self._output_delta_T, output.dW)
        np.dot(self.delta, self._ones, output.db)
        if last >= 0:
            np.dot(self._output_delta_T, self._output_W_T, self._hidden[last][1].da)
        for i in range(last, -1, -1):
            layer, buffers = self._hidden[i]
            delta = buffers.delta
            if layer.skip:
                np.copyto(delta, buffers.da)
            buffers.activation.backward(buffers.z, buffers.f, delta)
            np.dot(self._a_T[i - 1] if i else X_T, delta, layer.dW)
            # A product with ones sums over the rows in a tenth of the time of a sum over the axis.
            np.dot(self._ones, delta, layer.db)
            if i:
                before = self._hidden[i - 1][1].da
                np.dot(delta, self._W_T[i], before)
                if layer.skip:
                    np.add(before, buffers.da, before)
