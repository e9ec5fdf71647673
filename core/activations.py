"""What a neuron makes of its sum: each activation a = f(z), and beside it its derivative f'(z).

An activation is made for arrays of one shape and keeps its own scratch space, so that using it allocates
nothing. ``forward`` writes f(z); ``backward`` turns dC/da into dC/dz = dC/da · f'(z) in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

import numpy as np
from numpy.typing import DTypeLike

from core.trace import Array


class Activation(Protocol):
    """One activation for arrays of one shape."""

    def __init__(self, shape: tuple[int, ...], dtype: DTypeLike) -> None: ...

    def forward(self, z: Array, a: Array) -> None:
        """Write f(z) into `a`."""

    def backward(self, z: Array, a: Array, delta: Array) -> None:
        """Multiply `delta` by f'(z), given z and a = f(z)."""


class Relu:
    """f(z) = max(z, 0); f'(z) = 1 where z > 0, else 0 (also at the kink z = 0, as PyTorch has it)."""

    def __init__(self, shape: tuple[int, ...], dtype: DTypeLike) -> None:
        # Against an array of zeros, numpy's maximum takes a quarter of the time that it takes against a 0.
        self._zeros = np.zeros(shape, dtype)
        self._positive = np.empty(shape, np.bool_)

    def forward(self, z: Array, a: Array) -> None:
        """Write max(z, 0) into `a`."""
        np.maximum(z, self._zeros, out=a)

    def backward(self, z: Array, a: Array, delta: Array) -> None:
        """Let `delta` through where z > 0."""
        np.greater(z, self._zeros, out=self._positive)
        np.multiply(delta, self._positive, out=delta)


class Sigmoid:
    """f(z) = 1 / (1 + exp(-z)); f'(z) = f(z) · (1 - f(z)).

    With e = exp(-|z|), which is never over 1, f is 1 / (1 + e) where z ≥ 0 and e / (1 + e) where z < 0: no
    overflow, and full precision on both sides.
    """

    def __init__(self, shape: tuple[int, ...], dtype: DTypeLike) -> None:
        self._zeros = np.zeros(shape, dtype)
        self._e = np.empty(shape, dtype)
        self._one = np.ones((), dtype)
        self._not_negative = np.empty(shape, np.bool_)

    def forward(self, z: Array, a: Array) -> None:
        """Write 1 / (1 + exp(-z)) into `a`."""
        e = self._e
        np.abs(z, out=e)
        np.negative(e, out=e)
        np.exp(e, out=e)
        np.greater_equal(z, self._zeros, out=self._not_negative)
        np.maximum(e, self._not_negative, out=a)  # 1 where z ≥ 0, else e
        np.add(e, self._one, out=e)
        np.divide(a, e, out=a)

    def backward(self, z: Array, a: Array, delta: Array) -> None:
        """Multiply `delta` by a · (1 - a)."""
        np.subtract(self._one, a, out=self._e)
        np.multiply(self._e, a, out=self._e)
        np.multiply(delta, self._e, out=delta)


class Tanh:
    """f(z) = tanh(z); f'(z) = 1 - f(z)²."""

    def __init__(self, shape: tuple[int, ...], dtype: DTypeLike) -> None:
        self._slope = np.empty(shape, dtype)
        self._one = np.ones((), dtype)

    def forward(self, z: Array, a: Array) -> None:
        """Write tanh(z) into `a`."""
        np.tanh(z, out=a)

    def backward(self, z: Array, a: Array, delta: Array) -> None:
        """Multiply `delta` by 1 - a²."""
        np.multiply(a, a, out=self._slope)
        np.subtract(self._one, self._slope, out=self._slope)
        np.multiply(delta, self._slope, out=delta)


class Identity:
    """f(z) = z; f'(z) = 1."""

    def __init__(self, shape: tuple[int, ...], dtype: DTypeLike) -> None:
        pass

    def forward(self, z: Array, a: Array) -> None:
        """Write z into `a`."""
        np.copyto(a, z)

    def backward(self, z: Array, a: Array, delta: Array) -> None:
        """Leave `delta` as it is."""


ACTIVATIONS: Mapping[str, type[Activation]] = MappingProxyType(
    {"sigmoid": Sigmoid, "tanh": Tanh, "relu": Relu, "identity": Identity}
)
"""Hidden layers' activations by name."""


def softmax(z: Array, axis: int) -> Array:
    """exp(z) / Σ exp(z) along `axis`: positive numbers that sum to 1, of the same shape as `z`.

    The largest logit is taken off first, which changes nothing of the result and keeps exp from overflowing.
    """
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return np.asarray(e / e.sum(axis=axis, keepdims=True))


def output_of(name: str, z: Array, axis: int) -> Array:
    """The output layer's activation of its logits `z`; `axis` runs over the neurons."""
    if name == "softmax":
        return softmax(z, axis)
    a = np.empty_like(z)
    ACTIVATIONS[name](z.shape, z.dtype).forward(z, a)
    return a


OUTPUTS = ("softmax", "sigmoid", "identity")
"""The output layer's activations by name."""
