"""Activation functions, each beside its derivative.

``apply`` writes f(z) to `out`; ``times_derivative`` multiplies `gradient` in place by f'(z), written with z or f(z),
whichever is cheaper. Both work on arrays of any shape and allocate nothing where `Workspace` can help.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.nn.erf import erf, erf_workspace

# The lowest z whose e**-z does not overflow in single and in double precision; σ(z) is as good as 0 there.
_LOWEST, _LOWEST_IN_DOUBLE = -80.0, -700.0
# What the leaky ReLU multiplies negative z by: Maas et al., Rectifier Nonlinearities Improve Neural Network
# Acoustic Models (2013), eq. 2.
_LEAK = 0.01
# Closer to 0 than this, a / z would lose digits in single precision, and Φ(z) is 1/2 to all of them.
_TINY = 1e-30
_ROOT_HALF = float(np.sqrt(0.5))
_DENSITY_AT_0 = float(1 / np.sqrt(2 * np.pi))


class Workspace:
    """Buffers for an activation to work in, of the same shape as its z."""

    def __init__(self, shape: tuple[int, ...], dtype: np.dtype[np.floating]) -> None:
        # Comparing with an array of zeros is several times as fast as with the number 0.
        self.zeros: Array = np.zeros(shape, dtype)
        self.numbers: Array = np.empty(shape, dtype)
        self.others: Array = np.empty(shape, dtype)
        # Only GELU ever touches it, and memory that nobody touches costs nothing.
        self.erf_workspace: Array = erf_workspace(int(np.prod(shape)), dtype)
        self.flags: NDArray[np.bool_] = np.empty(shape, np.bool_)


@dataclass(frozen=True)
class Activation:
    """A function f of one number, and its derivative.

    Attributes
    ----------
    name : str
    formula : str
        As it is written on screen.
    apply : (z, out, workspace) -> None
        `out` is another array than z.
    times_derivative : (z, f, gradient, workspace) -> None
        Multiplies the gradient by f'(z), in place; `f` is f(z), without the skip and without dropout.
    """

    name: str
    formula: str
    apply: Callable[[Array, Array, Workspace], None]
    times_derivative: Callable[[Array, Array, Array, Workspace], None]


# fmt: off
def _relu(z: Array, out: Array, workspace: Workspace) -> None:
    np.maximum(z, workspace.zeros, out=out)                    # f(z)  = max(z, 0)


def _relu_times_derivative(z: Array, a: Array, gradient: Array, workspace: Workspace) -> None:
    np.greater(z, workspace.zeros, out=workspace.flags)          # f'(z) = 1 where z > 0, else 0
    np.multiply(gradient, workspace.flags, out=gradient)


def sigmoid(z: Array, out: Array, workspace: Workspace | None = None) -> None:
    """Write 1 / (1 + e**-z), precise at both ends; `out` may be z."""
    lowest = _LOWEST if z.dtype == np.float32 else _LOWEST_IN_DOUBLE
    np.maximum(z, lowest, out=out)                           # f(z)  = 1 / (1 + e**-z)
    np.negative(out, out=out)
    np.exp(out, out=out)
    out += 1
    np.reciprocal(out, out=out)


def _sigmoid_slope(z: Array, a: Array, gradient: Array, workspace: Workspace) -> None:
    np.abs(z, out=workspace.numbers)                           # f'(z) = a (1 - a), which loses digits near a = 1
    np.negative(workspace.numbers, out=workspace.numbers)        #       = e / (1 + e)**2 with e = e**-|z|
    _bell(workspace)
    np.multiply(gradient, workspace.numbers, out=gradient)


def _bell(workspace: Workspace) -> None:
    np.exp(workspace.numbers, out=workspace.numbers)             # e / (1 + e)**2 with e = e**x, in place of x ≤ 0
    np.add(workspace.numbers, 1, out=workspace.others)
    np.multiply(workspace.others, workspace.others, out=workspace.others)
    np.divide(workspace.numbers, workspace.others, out=workspace.numbers)


def _tanh(z: Array, out: Array, workspace: Workspace) -> None:
    np.tanh(z, out=out)                                      # f(z)  = tanh z


def _tanh_slope(z: Array, a: Array, gradient: Array, workspace: Workspace) -> None:
    np.abs(z, out=workspace.numbers)                           # f'(z) = 1 - a**2, which loses digits near a = ±1
    np.multiply(workspace.numbers, -2, out=workspace.numbers)    #       = 4 e / (1 + e)**2 with e = e**-2|z|
    _bell(workspace)
    np.multiply(workspace.numbers, 4, out=workspace.numbers)
    np.multiply(gradient, workspace.numbers, out=gradient)


def _leaky_relu(z: Array, out: Array, workspace: Workspace) -> None:
    np.multiply(z, _LEAK, out=out)                           # f(z)  = max(z, 0.01 z)
    np.maximum(z, out, out=out)


def _leaky_relu_times_derivative(z: Array, a: Array, gradient: Array, workspace: Workspace) -> None:
    np.greater(z, workspace.zeros, out=workspace.flags)          # f'(z) = 1 where z > 0, else 0.01
    np.maximum(workspace.flags, _LEAK, out=workspace.numbers, dtype=z.dtype)
    np.multiply(gradient, workspace.numbers, out=gradient)


def _elu(z: Array, out: Array, workspace: Workspace) -> None:
    np.minimum(z, workspace.zeros, out=out)                    # f(z)  = z where z > 0, else e**z - 1
    np.expm1(out, out=out)
    np.maximum(z, workspace.zeros, out=workspace.numbers)
    np.add(out, workspace.numbers, out=out)


def _elu_slope(z: Array, a: Array, gradient: Array, workspace: Workspace) -> None:
    np.minimum(z, workspace.zeros, out=workspace.numbers)        # f'(z) = 1 where z > 0, else e**z
    np.exp(workspace.numbers, out=workspace.numbers)
    np.multiply(gradient, workspace.numbers, out=gradient)


def _gelu(z: Array, out: Array, workspace: Workspace) -> None:
    np.multiply(z, _ROOT_HALF, out=workspace.numbers)          # f(z)  = z Φ(z), Φ(z) = (1 + erf(z / √2)) / 2
    erf(workspace.numbers, out, workspace.erf_workspace)
    out += 1
    np.multiply(out, z, out=out)
    out *= 0.5


def _gelu_slope(z: Array, a: Array, gradient: Array, workspace: Workspace) -> None:
    np.abs(z, out=workspace.numbers)                           # f'(z) = Φ(z) + z φ(z), with Φ(z) = a / z
    np.greater(workspace.numbers, _TINY, out=workspace.flags)
    workspace.others.fill(0.5)
    np.divide(a, z, out=workspace.others, where=workspace.flags)
    np.multiply(z, z, out=workspace.numbers)                   # φ(z)  = e**(-z**2 / 2) / √(2π)
    workspace.numbers *= -0.5
    np.exp(workspace.numbers, out=workspace.numbers)
    workspace.numbers *= _DENSITY_AT_0
    np.multiply(workspace.numbers, z, out=workspace.numbers)
    np.add(workspace.numbers, workspace.others, out=workspace.numbers)
    np.multiply(gradient, workspace.numbers, out=gradient)


def _silu(z: Array, out: Array, workspace: Workspace) -> None:
    sigmoid(z, out)                                          # f(z)  = z σ(z), σ the sigmoid
    np.multiply(out, z, out=out)


def _silu_slope(z: Array, a: Array, gradient: Array, workspace: Workspace) -> None:
    sigmoid(z, workspace.numbers)                              # f'(z) = σ(z) (1 + z (1 - σ(z)))
    np.subtract(1, workspace.numbers, out=workspace.others)
    np.multiply(workspace.others, z, out=workspace.others)
    workspace.others += 1
    np.multiply(workspace.numbers, workspace.others, out=workspace.numbers)
    np.multiply(gradient, workspace.numbers, out=gradient)


def softplus(z: Array, out: Array, workspace: Workspace) -> None:
    """Write ln(1 + e**z); `out` is another array than z."""
    np.abs(z, out=out)                                       # f(z)  = ln(1 + e**z), and e**z may overflow
    np.negative(out, out=out)                                #       = max(z, 0) + ln(1 + e**-|z|), which cannot
    np.exp(out, out=out)
    np.log1p(out, out=out)
    np.maximum(z, workspace.zeros, out=workspace.numbers)
    np.add(out, workspace.numbers, out=out)


def _softplus_slope(z: Array, a: Array, gradient: Array, workspace: Workspace) -> None:
    sigmoid(z, workspace.numbers)                              # f'(z) = σ(z)
    np.multiply(gradient, workspace.numbers, out=gradient)


def _identity(z: Array, out: Array, workspace: Workspace) -> None:
    np.copyto(out, z)                                        # f(z)  = z


def _identity_slope(z: Array, a: Array, gradient: Array, workspace: Workspace) -> None:
    pass                                                     # f'(z) = 1
# fmt: on


def softmax(z: Array, out: Array, largest: Array, total: Array, ones: Array | None = None) -> None:
    """Write the softmax of each column of `z` (n_out, rows); `out` may be z.

    It leaves max z in `largest` and Σ e**(z - max z) in `total`, (rows,) each; where max z is of no use, one array
    can be both. With (n_out,) `ones` that sum is a product: twice as fast as one over the axis, in another order.
    """
    np.maximum.reduce(z, axis=0, out=largest)
    np.subtract(z, largest, out=out)
    np.exp(out, out=out)
    if ones is None:
        np.add.reduce(out, axis=0, out=total)
    else:
        np.dot(ones, out, out=total)
    np.divide(out, total, out=out)


ACTIVATIONS: dict[str, Activation] = {
    activation.name: activation
    for activation in (
        Activation("relu", "f(z) = max(z, 0)", _relu, _relu_times_derivative),
        Activation("sigmoid", "f(z) = 1 / (1 + e⁻ᶻ)", sigmoid, _sigmoid_slope),
        Activation("tanh", "f(z) = tanh z", _tanh, _tanh_slope),
        Activation("leaky_relu", "f(z) = max(z, 0.01 z)", _leaky_relu, _leaky_relu_times_derivative),
        # Clevert et al., Fast and Accurate Deep Network Learning by Exponential Linear Units (2016), eq. 15, α = 1
        Activation("elu", "f(z) = max(z, 0) + min(eᶻ − 1, 0)", _elu, _elu_slope),
        # Hendrycks and Gimpel, Gaussian Error Linear Units (2016), section 2; SiLU is named there, too
        Activation("gelu", "f(z) = z Φ(z)", _gelu, _gelu_slope),
        Activation("silu", "f(z) = z / (1 + e⁻ᶻ)", _silu, _silu_slope),
        # Dugas et al., Incorporating Second-Order Functional Knowledge for Better Option Pricing (2001), eq. 3
        Activation("softplus", "f(z) = ln(1 + eᶻ)", softplus, _softplus_slope),
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
