"""Everything one example makes a network compute, kept so that it can be looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from core.arrays import Array


@dataclass(frozen=True)
class Trace:
    """One example's way through the network, forwards and backwards.

    Every tuple has one array per layer (hidden layers and the output layer), the input excluded.
    ``delta``, ``dW`` and ``db`` are empty tuples and ``loss`` is None where no right answer is known, or where a
    batch's phases have not come that far.

    Attributes
    ----------
    x : (n_in,) array
        What the network was shown.
    z : tuple of (fan_out,) arrays
        Each neuron's sum, ``z = a_prev @ W + b``.
    a : tuple of (fan_out,) arrays
        Each layer's output: ``f(z)``, plus ``a_prev`` where the layer has a skip; the last one is y.
    delta : tuple of (fan_out,) arrays
        dC/dz of this example, never divided by a batch size.
    dW : tuple of (fan_in, fan_out) arrays
        dC/dW of this example.
    db : tuple of (fan_out,) arrays
        dC/db of this example; equal to ``delta``.
    loss : float or None
        This example's C in nats, in float64's precision.
    masks : tuple of (fan_out,) arrays, one per hidden layer; empty without dropout
        0 where a neuron was dropped for this example in training, else what its activation was multiplied by.
    """

    x: Array
    z: tuple[Array, ...]
    a: tuple[Array, ...]
    delta: tuple[Array, ...] = ()
    dW: tuple[Array, ...] = ()
    db: tuple[Array, ...] = ()
    loss: float | None = None
    masks: tuple[Array, ...] = ()

    @np.errstate(over="ignore", invalid="ignore")
    def with_gradients(self) -> Trace:
        """The same with dW and db, made from x, a and delta: each number is one product, so the bits are the same."""
        before = (self.x, *self.a[:-1])
        # As a sum of one product, which begins at 0, a zero has no sign.
        dW = tuple(np.outer(a, delta) + 0.0 for a, delta in zip(before, self.delta, strict=False))
        return replace(self, dW=dW, db=tuple(delta + 0.0 for delta in self.delta))

    @property
    def probabilities(self) -> Array:
        """(n_out,): the output layer's activation y; confidences in [0, 1] for softmax."""
        return self.a[-1]

    @property
    def has_gradient(self) -> bool:
        """Whether a right answer was known, so that there is a C and a gradient."""
        return bool(self.delta)
