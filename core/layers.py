"""One layer of a fully-connected network: views of the network's vectors, and what is done with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.trace import Array


@dataclass(frozen=True, eq=False)
class Layer:
    """``z = a_prev @ W + b``, then ``a = f(z)``, or ``a = a_prev + f(z)`` with a skip.

    Attributes
    ----------
    W, b : (fan_in, fan_out) and (fan_out,) arrays
        Writable views of the network's parameters.
    dW, db : arrays of the same shapes
        Views of the network's gradients.
    activation : str
        The name of f.
    skip : bool
        Whether the layer's input is added to its output (a residual connection).
    """

    W: Array
    b: Array
    dW: Array
    db: Array
    activation: str
    skip: bool

    @property
    def fan_in(self) -> int:
        """Numbers that come in."""
        return int(self.W.shape[0])

    @property
    def fan_out(self) -> int:
        """Neurons, and so numbers that go out."""
        return int(self.W.shape[1])


def parameter_count(sizes: tuple[int, ...]) -> int:
    """How many weights and biases a fully-connected network of these layer sizes has, the input first."""
    return sum((fan_in + 1) * fan_out for fan_in, fan_out in zip(sizes, sizes[1:], strict=False))


def views(vector: Array, sizes: tuple[int, ...]) -> Iterator[tuple[Array, Array]]:
    """Each layer's (fan_in, fan_out) and (fan_out,) part of a flat vector: W1, b1, W2, b2, and so on."""
    start = 0
    for fan_in, fan_out in zip(sizes, sizes[1:], strict=False):
        middle = start + fan_in * fan_out
        end = middle + fan_out
        yield vector[start:middle].reshape(fan_in, fan_out), vector[middle:end]
        start = end
