"""The signal forwards and the gradient backwards, for a fixed number of examples, in buffers made once.

Notation as in the lecture: z = a_prev @ W + b, a = f(z), delta = dC/dz. The output layer is kept transposed,
(n_out, rows), so that softmax reduces over whole rows; that is several times as fast for large batches.
"""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.nn.activations import Scratch, activation_named, softmax
from core.nn.network import Network


class Propagation:
    """Forward and backward passes of `rows` examples through `network`.

    Attributes
    ----------
    x : (rows, n_in)
        What was shown last.
    z, f, a, delta : lists of (rows, fan_out) arrays, one per hidden layer
        What the last passes computed; each is written over by the next. f is f(z), and a the layer's output:
        the same array, unless the layer drops neurons out or has a skip.
    masks : list of (rows, fan_out) arrays; empty without dropout
        Dropout: 0 where a neuron is silent for an example, else 1 / (1 - rate), so that the mean stays.
    logits : (n_out, rows)
        The output layer's z.
    output_delta : (n_out, rows)
        dC/dz of the output layer; the caller writes it between the passes.
    """

    def __init__(self, network: Network, rows: int, dropout: float = 0.0) -> None:
        self.network = network
        self.rows = rows
        dtype = network.dtype
        hidden, last = network.layers[:-1], network.layers[-1]
        shapes = [(rows, layer.fan_out) for layer in hidden]
        self.z: list[Array] = [np.empty(shape, dtype) for shape in shapes]
        self.f: list[Array] = [np.empty(shape, dtype) for shape in shapes]
        self.a: list[Array] = [
            np.empty(shape, dtype) if dropout or layer.skip else f
            for shape, layer, f in zip(shapes, hidden, self.f, strict=True)
        ]
        self.dropout = dropout
        self.masks: list[Array] = [np.ones(shape, dtype) for shape in shapes] if dropout else []
        self.delta: list[Array] = [np.empty(shape, dtype) for shape in shapes]
        # dC/da of a layer with a skip reaches the layer before by two ways and is needed twice.
        self._da: list[Array | None] = [
            np.empty(shape, dtype) if layer.skip else None
            for shape, layer in zip(shapes, hidden, strict=True)
        ]
        self._scratch = [Scratch(shape, dtype) for shape in shapes]
        self._activations = [activation_named(layer.activation) for layer in hidden]
        self.logits: Array = np.empty((last.fan_out, rows), dtype)
        self.output_delta: Array = np.empty((last.fan_out, rows), dtype)
        self._b_column = last.b[:, np.newaxis]
        self._ones: Array = np.ones(rows, dtype)
        self.x: Array = np.empty((0, 0), dtype)

    def draw_masks(self, rng: np.random.Generator) -> None:
        """Choose anew which neurons are silent for which example."""
        keep = self.network.dtype.type(1 - self.dropout)
        for mask, scratch in zip(self.masks, self._scratch, strict=False):
            rng.random(out=mask, dtype=mask.dtype.type)
            np.less(mask, keep, out=scratch.flags)
            np.divide(scratch.flags, keep, out=mask)

    def forward(self, X: Array) -> Array:
        """(rows, n_in) to the logits (n_out, rows)."""
        self.x = before = X
        for i, activation in enumerate(self._activations):
            layer, z, a = self.network.layers[i], self.z[i], self.f[i]
            np.dot(before, layer.W, out=z)
            np.add(z, layer.b, out=z)
            activation.apply(z, a, self._scratch[i])
            if self.masks:
                a = np.multiply(a, self.masks[i], out=self.a[i])
            if layer.skip:
                a = np.add(a, before, out=self.a[i])
            before = a
        last = self.network.layers[-1]
        np.dot(last.W.T, before.T, out=self.logits)
        np.add(self.logits, self._b_column, out=self.logits)
        return self.logits

    def output(self) -> Array:
        """(n_out, rows): the output layer's activation y, from the last forward pass."""
        kind = self.network.layers[-1].activation
        y = np.empty_like(self.logits)
        if kind == "softmax":
            softmax(self.logits, y, *np.empty((2, self.rows), y.dtype))
            return y
        activation_named(kind).apply(self.logits, y, Scratch(y.shape, self.network.dtype))
        return y

    def backward(self, into: tuple[tuple[Array, Array], ...]) -> None:
        """From `output_delta` to every layer's (dW, db), written `into` views laid out as the network's layers.

        The gradient is summed over the rows: whoever wants a mean scales `output_delta`.
        """
        layers = self.network.layers
        below = self.a[-1] if self.a else self.x
        dW, db = into[-1]
        np.dot(below.T, self.output_delta.T, out=dW)
        np.dot(self.output_delta, self._ones, out=db)
        handed_back, W = self.output_delta.T, layers[-1].W
        for i in range(len(self.a) - 1, -1, -1):
            delta = self.delta[i]
            np.dot(handed_back, W.T, out=delta)
            above = self._da[i + 1] if i + 1 < len(self._da) else None
            if above is not None:
                np.add(delta, above, out=delta)
            da = self._da[i]
            if da is not None:
                np.copyto(da, delta)
            if self.masks:
                np.multiply(delta, self.masks[i], out=delta)
            self._activations[i].times_derivative(self.z[i], self.f[i], delta, self._scratch[i])
            dW, db = into[i]
            below = self.a[i - 1] if i else self.x
            np.dot(below.T, delta, out=dW)
            # The product with ones is ten times as fast as a sum over the axis.
            np.dot(self._ones, delta, out=db)
            handed_back, W = delta, layers[i].W
