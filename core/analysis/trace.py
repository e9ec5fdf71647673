"""Everything one example makes a network compute, kept so that it can be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, pairwise, repeat

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


@dataclass(frozen=True)
class Trace:
    """One example's way through the network, forwards and backwards.

    All layers' numbers stand in one vector of each kind, layer after layer (hidden layers and the output layer): a deep
    network's are so sent in one piece. `z`, `a`, `delta`, `masks` and `layers` give them layer by layer, as views.

    Attributes
    ----------
    topology : Topology
        The network's layers.
    x : (n_in,) array
        What the network was shown.
    flat_z, flat_a : (units,) arrays
    flat_delta : (units,) array or None
        None where no right answer is known.
    flat_mask : (units,) array or None
        With dropout; 1 in the output layer, where none is dropped.
    loss : float or None
        This example's C, in float64's precision; None where no right answer is known.

    Raises
    ------
    ValueError
        When an array does not fit the network.
    """

    topology: Topology
    x: Array
    flat_z: Array
    flat_a: Array
    flat_delta: Array | None = None
    flat_mask: Array | None = None
    loss: float | None = None

    def __post_init__(self) -> None:
        flat = (self.flat_z, self.flat_a, self.flat_delta, self.flat_mask)
        size = (sum(self.topology.sizes[1:]),)
        if self.x.shape != self.topology.input_shape or any(
            part is not None and part.shape != size for part in flat
        ):
            raise ValueError(f"a trace does not fit its network of {self.topology.sizes} neurons")

    @cached_property
    def z(self) -> tuple[Array, ...]:
        """Each layer's sums."""
        return self._by_layer(self.flat_z)

    @cached_property
    def a(self) -> tuple[Array, ...]:
        """Each layer's output; the last one is y."""
        return self._by_layer(self.flat_a)

    @cached_property
    def delta(self) -> tuple[Array, ...]:
        """dC/dz of each layer; empty where there is no gradient."""
        return self._by_layer(self.flat_delta)

    @cached_property
    def masks(self) -> tuple[Array, ...]:
        """Each hidden layer's; empty without dropout."""
        return self._by_layer(self.flat_mask)[:-1]

    @cached_property
    def layers(self) -> tuple[LayerTrace, ...]:
        """Everything of each layer."""
        delta, masks = chain(self.delta, repeat(None)), chain(self.masks, repeat(None))
        return tuple(LayerTrace(*own) for own in zip(self.z, self.a, delta, masks, strict=False))

    def _by_layer(self, flat: Array | None) -> tuple[Array, ...]:
        if flat is None:
            return ()
        ends = accumulate(self.topology.sizes[1:], initial=0)
        return tuple(flat[start:stop] for start, stop in pairwise(ends))

    @cached_property
    def gradient(self) -> Array | None:
        """(parameter_count,): dC/dθ of this example; computed when it is first asked for, None where there is none."""
        if not self.has_gradient:
            return None
        outputs, layers = (self.x, *self.a), self.topology.layers
        with np.errstate(over="ignore", invalid="ignore"):
            of_layer = [
                layer.gradients(
                    self.topology.in_shapes[number],
                    self.topology.input_of(number, outputs),
                    self.delta[number],
                )
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
    def said(self) -> int | None:
        """The class of the largest logit; None where several are largest, or one is no number.

        Outputs say less: of logits of 30 and of 40 a sigmoid is 1 in single precision.
        """
        z = self.z[-1]
        largest = np.flatnonzero(z == z.max())
        return int(largest[0]) if len(largest) == 1 else None

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

    def all_layers(hidden: list[Array], output: Array) -> Array:
        return np.concatenate([*(layer[row].ravel() for layer in hidden), output[:, row]])

    flat_delta = flat_mask = None
    if loss is not None:
        flat_delta = all_layers(propagation.delta, propagation.output_delta)
    if propagation.masks:
        flat_mask = all_layers(propagation.masks, np.ones_like(y))
    z, a = all_layers(propagation.z, propagation.logits), all_layers(propagation.a, y)
    return Trace(topology, propagation.x[row].copy(), z, a, flat_delta, flat_mask, loss)
