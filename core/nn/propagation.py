"""The signal forwards and the gradient backwards, for a fixed number of examples: a loop over the layers.

Notation: z = a_prev @ W + b, where the lecture, with examples as columns, has W a + b; f = f(z), and a is the layer's
output; delta = dC/dz. The output layer is kept transposed,
(n_out, rows), so that softmax reduces over whole rows; that is several times as fast for large batches.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from core.arrays import Array
from core.nn.dense import output_layer
from core.nn.earlier_layers import AccumulatedGradient, ConcatenatedInput
from core.nn.layers import Neurons, Residual
from core.nn.topology import Topology

Parameters = tuple[tuple[Array, ...], ...]
"""For each layer its arrays, as `core.nn.parameters.ParameterTable.views` has them."""


class Propagation:
    """Forward and backward passes of `rows` examples, in buffers made once.

    Parameters
    ----------
    topology : Topology
    parameters : for each layer its arrays, which are read at every pass
    rows : int
    dropout : float
        The share of hidden neurons that are silent, in [0, 1); 0 for none.

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

    def __init__(self, topology: Topology, parameters: Parameters, rows: int, dropout: float = 0.0) -> None:
        layers, sizes = topology.layers, topology.sizes
        dtype: np.dtype[Any] = parameters[-1][0].dtype
        self.x: Array = np.empty((rows, sizes[0]), dtype)
        self.z: list[Array] = []
        self.f: list[Array] = []
        self.a: list[Array] = []
        self.delta: list[Array] = []
        self.masks: list[Array] = []
        self._hidden: list[tuple[Neurons, Neurons.Cache]] = []
        # Every layer's output, the network's input first.
        self._outputs: list[Array] = [self.x]
        # What is added to dC/da of the layers that are read by a later one than the next.
        pending = {
            source: np.zeros((rows, sizes[source]), dtype)
            for number, spec in enumerate(layers, 1)
            for source in spec.sources(number)
            if 0 < source < number - 1
        }
        steps: list[tuple[Any, Any]] = []
        for number, (spec, in_shape, own) in enumerate(
            zip(layers, topology.in_shapes, parameters, strict=True), 1
        ):
            sources = spec.sources(number)
            layer: Any
            if number == len(layers):
                layer = self._output = output_layer(layers).output(own)
            else:
                layer = spec.layer(in_shape, own, dropout)
            cache = layer.cache(rows, dtype, needs_dx=any(sources))
            if number < len(layers):
                self._show(layer, cache)
            dx = cache.dx
            if sources != (number - 1,):
                layer = ConcatenatedInput(layer, number, sources, self._outputs, pending)
                dx = layer.dx
            if number > 1:
                # dC/da of the layer before; its own backward pass turns it into its delta, in place.
                self.delta.append(dx)
            if number in pending:
                layer = AccumulatedGradient(layer, pending[number])
            self._outputs.append(cache.out)
            steps.append((layer, cache))
        self._output_cache = steps[-1][1]
        self.logits: Array = self._output_cache.out
        self.output_delta: Array = np.empty_like(self.logits)
        self._forward = [(layer.forward, cache) for layer, cache in steps]
        self._backward = [(layer.backward, cache, i) for i, (layer, cache) in enumerate(steps)][::-1]

    def _show(self, layer: Neurons | Residual, cache: Any) -> None:
        """Offer what a hidden layer computes."""
        neurons, own = (layer.inner, cache.inner) if isinstance(layer, Residual) else (layer, cache)
        self.z.append(own.z)
        self.f.append(own.f)
        self.a.append(cache.out)
        self._hidden.append((neurons, own))
        if own.mask is not None:
            self.masks.append(own.mask)

    def draw_masks(self, rng: np.random.Generator) -> None:
        """Choose anew which neurons are silent for which example."""
        for neurons, cache in self._hidden:
            neurons.draw_mask(cache, rng)

    def forward(self, X: Array) -> Array:
        """(rows, n_in) to the logits (n_out, rows)."""
        self.x = self._outputs[0] = x = X
        for forward, cache in self._forward:
            x = forward(x, cache)
        return x

    def output(self) -> Array:
        """(n_out, rows): the output layer's activation y, from the last forward pass."""
        return self._output.y(self._output_cache)

    def backward(self, into: Parameters | None = None) -> None:
        """From `output_delta` to every layer's delta, and to the gradients of its parameters.

        These are written `into` arrays laid out as the parameters; not at all without. They are summed over the rows:
        whoever wants a mean scales `output_delta`.
        """
        grad = self.output_delta
        for backward, cache, i in self._backward:
            grad = backward(grad, cache, into[i] if into else ())
