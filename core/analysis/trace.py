"""Everything one example makes a network compute, kept so that it can be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain, repeat

import numpy as np

from core.arrays import Array
from core.nn.propagation import Propagation
from core.nn.topology import Topology


@dataclass(frozen=True)
class LayerTrace:
    """What one example makes one layer compute.

    Attributes
    ----------
    z : array
        Each neuron's sum, ``z = a_prev @ W + b``.
    a : array
        The layer's output: ``f(z)``, plus ``a_prev`` where the layer has a skip; of the output layer y.
    delta : array or None
        dC/dz of this example, never divided by a batch size; None where no right answer is known.
    mask : array or None
        With dropout, of a hidden layer: 0 where a neuron was dropped for this example in training, else what its
        activation was multiplied by.
    """

    z: Array
    a: Array
    delta: Array | None = None
    mask: Array | None = None

    @property
    def is_of_one_shape(self) -> bool:
        """Whether all that there is has the shape of z."""
        return all(array is None or array.shape == self.z.shape for array in (self.a, self.delta, self.mask))


@dataclass(frozen=True)
class Trace:
    """One example's way through the network, forwards and backwards.

    Every tuple has one entry per layer (hidden layers and the output layer), the input excluded.

    Attributes
    ----------
    topology : Topology
        The network's layers.
    x : (n_in,) array
        What the network was shown.
    layers : tuple of LayerTrace
    loss : float or None
        This example's C in nats, in float64's precision; None where no right answer is known.

    Raises
    ------
    ValueError
        When an array is not of its layer's shape.
    """

    topology: Topology
    x: Array
    layers: tuple[LayerTrace, ...]
    loss: float | None = None

    def __post_init__(self) -> None:
        shapes = self.topology.shapes
        fits = (self.x.shape, *(layer.z.shape for layer in self.layers)) == shapes
        if not fits or any(not layer.is_of_one_shape for layer in self.layers):
            raise ValueError(f"a trace does not fit its network of {self.topology.sizes} neurons")

    @cached_property
    def z(self) -> tuple[Array, ...]:
        """Each layer's sums."""
        return tuple(layer.z for layer in self.layers)

    @cached_property
    def a(self) -> tuple[Array, ...]:
        """Each layer's output; the last one is y."""
        return tuple(layer.a for layer in self.layers)

    @cached_property
    def delta(self) -> tuple[Array, ...]:
        """dC/dz of each layer; empty where there is no gradient."""
        return tuple(layer.delta for layer in self.layers if layer.delta is not None)

    @cached_property
    def masks(self) -> tuple[Array, ...]:
        """Each hidden layer's; empty without dropout."""
        return tuple(layer.mask for layer in self.layers if layer.mask is not None)

    @cached_property
    def gradient(self) -> Array | None:
        """(parameter_count,): dC/dθ of this example; computed when it is first asked for, None where there is none."""
        if not self.has_gradient:
            return None
        outputs, layers = (self.x, *self.a), self.topology.layers
        with np.errstate(over="ignore", invalid="ignore"):
            of_layer = [
                layer.gradients(self.topology.input_of(number, outputs), self.delta[number])
                for number, layer in enumerate(layers)
            ]
        return np.concatenate([of_layer[e.layer][e.name].ravel() for e in self.topology.table.entries])

    @cached_property
    def dW(self) -> tuple[Array, ...]:
        """dC/dW of each layer, a view; empty where there is no gradient."""
        return () if self.gradient is None else self.topology.table.named("W", self.gradient)

    @cached_property
    def db(self) -> tuple[Array, ...]:
        """dC/db of each layer, a view; empty where there is no gradient."""
        return () if self.gradient is None else self.topology.table.named("b", self.gradient)

    @property
    def probabilities(self) -> Array:
        """(n_out,): the output layer's activation y; confidences in [0, 1] for softmax."""
        return self.a[-1]

    @property
    def has_gradient(self) -> bool:
        """Whether a right answer was known, so that there is a C and a gradient."""
        return bool(self.delta)


def trace_of_row(
    topology: Topology, propagation: Propagation, row: int, y: Array, loss: float | None
) -> Trace:
    """The trace of the example in this row of the last passes, in copies; forwards only without a `loss`.

    `y` (n_out, rows) is ``propagation.output()``.
    """
    z = [*(layer[row].copy() for layer in propagation.z), propagation.logits[:, row].copy()]
    a = [*(layer[row].copy() for layer in propagation.a), y[:, row].copy()]
    delta: list[Array | None] = [None] * len(z)
    if loss is not None:
        delta = [*(layer[row].copy() for layer in propagation.delta), propagation.output_delta[:, row].copy()]
    masks = chain((mask[row].copy() for mask in propagation.masks), repeat(None))
    layers = tuple([LayerTrace(*own) for own in zip(z, a, delta, masks, strict=False)])
    return Trace(topology, propagation.x[row].copy(), layers, loss)
