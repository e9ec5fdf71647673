"""Activation functions, each beside its derivative.

``apply`` writes f(z) to `out`; ``times_derivative`` multiplies `gradient` in place by f'(z), written with z or a,
whichever is cheaper. Both work on arrays of any shape and allocate nothing where `Scratch` can help.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.trace import Array

# exp(-z) is finite in single precision down to here, and 1 / (1 + e**80) is far below any number that counts.
_LOWEST = -80.0


class Scratch:
    """Room for an activation to work in, of the same shape as its z."""

    def __init__(self, shape: tuple[int, ...], dtype: np.dtype[np.floating]) -> None:
        # Comparing with an array of zeros is several times as fast as with the number 0.
        self.zeros: Array = np.zeros(shape, dtype)
        self.numbers: Array = np.empty(shape, dtype)
        self.flags: NDArray[np.bool_] = np.empty(shape, np.bool_)


@dataclass(frozen=True)
class Activation:
    """A function f of one number, and its derivative.

    Attributes
    ----------
    name : str
    formula : str
        As it is written on screen.
    apply : (z, out, scratch) -> None
    times_derivative : (z, a, gradient, scratch) -> None
    """

    name: str
    formula: str
    apply: Callable[[Array, Array, Scratch], None]
    times_derivative: Callable[[Array, Array, Array, Scratch], None]


# fmt: off
def _relu(z: Array, out: Array, scratch: Scratch) -> None:
    np.maximum(z, scratch.zeros, out=out)                    # f(z)  = max(z, 0)


def _relu_slope(z: Array, a: Array, gradient: Array, scratch: Scratch) -> None:
    np.greater(z, scratch.zeros, out=scratch.flags)          # f'(z) = 1 where z > 0, else 0
    np.multiply(gradient, scratch.flags, out=gradient)


def _sigmoid(z: Array, out: Array, scratch: Scratch) -> None:
    np.maximum(z, _LOWEST, out=out)                          # f(z)  = 1 / (1 + e**-z)
    np.negative(out, out=out)
    np.exp(out, out=out)
    out += 1
    np.reciprocal(out, out=out)


def _sigmoid_slope(z: Array, a: Array, gradient: Array, scratch: Scratch) -> None:
    np.subtract(1, a, out=scratch.numbers)                   # f'(z) = a (1 - a)
    np.multiply(scratch.numbers, a, out=scratch.numbers)
    np.multiply(gradient, scratch.numbers, out=gradient)


def _tanh(z: Array, out: Array, scratch: Scratch) -> None:
    np.tanh(z, out=out)                                      # f(z)  = tanh z


def _tanh_slope(z: Array, a: Array, gradient: Array, scratch: Scratch) -> None:
    np.multiply(a, a, out=scratch.numbers)                   # f'(z) = 1 - a**2
    np.subtract(1, scratch.numbers, out=scratch.numbers)
    np.multiply(gradient, scratch.numbers, out=gradient)


def _identity(z: Array, out: Array, scratch: Scratch) -> None:
    np.copyto(out, z)                                        # f(z)  = z


def _identity_slope(z: Array, a: Array, gradient: Array, scratch: Scratch) -> None:
    pass                                                     # f'(z) = 1
# fmt: on


ACTIVATIONS: dict[str, Activation] = {
    activation.name: activation
    for activation in (
        Activation("relu", "f(z) = max(z, 0)", _relu, _relu_slope),
        Activation("sigmoid", "f(z) = 1 / (1 + e^−z)", _sigmoid, _sigmoid_slope),
        Activation("tanh", "f(z) = tanh z", _tanh, _tanh_slope),
        Activation("identity", "f(z) = z", _identity, _identity_slope),
    )
}


def activation_named(name: str) -> Activation:
    """The activation of this name.

    Raises
    ------
    ValueError
        When there is none.
    """
    try:
        return ACTIVATIONS[name]
    except KeyError:
        known = ", ".join(ACTIVATIONS)
        raise ValueError(f"{name!r} is no activation; choose one of {known}") from None


def softmax(z: Array) -> Array:
    """(batch, n) to (batch, n): e**z, made to sum to 1 in every row; finite for any finite z."""
    shifted: Array = z - z.max(axis=1, keepdims=True)
    np.exp(shifted, out=shifted)
    shifted /= shifted.sum(axis=1, keepdims=True)
    return shifted
