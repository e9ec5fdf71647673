"""A dense network in float64, written for the audit alone: it shares no code with the app.

Everything the window shows is computed here a second time from θ and an example: sums, outputs, C, δ, gradients, and
what hidden neurons do over a whole set.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import erf, pi, sqrt

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

# A slope under this is called flat: 5 % of the steepest for sigmoid and tanh, half of leaky ReLU's leak for the others.
FLAT = {"sigmoid": 0.0125, "tanh": 0.05}
FLAT_FOR_OTHERS = 0.005
_erf = np.vectorize(erf, otypes=[np.float64])


def value_and_slope(name: str, z: Numbers) -> tuple[Numbers, Numbers]:
    """f(z) and f'(z) of a hidden layer's activation, elementwise."""
    if name == "relu":
        return np.where(z > 0, z, 0.0), np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, z, 0.01 * z), np.where(z > 0, 1.0, 0.01)
    if name == "identity":
        return z.copy(), np.ones_like(z)
    if name == "tanh":
        return np.tanh(z), 1 / np.cosh(np.clip(z, -300, 300)) ** 2
    s = 0.5 * (1 + np.tanh(z / 2))
    if name == "sigmoid":
        return s, s * 0.5 * (1 - np.tanh(z / 2))
    if name == "softplus":
        return np.logaddexp(0.0, z), s
    if name == "silu":
        return z * s, s + z * s * (1 - s)
    if name == "elu":
        return np.where(z > 0, z, np.expm1(np.minimum(z, 0))), np.where(z > 0, 1.0, np.exp(np.minimum(z, 0)))
    if name == "gelu":
        below = 0.5 * (1 + _erf(z / sqrt(2)))
        return z * below, below + z * np.exp(-z * z / 2) / sqrt(2 * pi)
    raise ValueError(name)


def losses_of(loss: str, output: str, z: Numbers, target: NDArray[np.generic]) -> Numbers:
    """(rows,): C of each row of logits (rows, n_out); targets are classes (rows,), or numbers (rows, n_out)."""
    rows = np.arange(len(z))
    if loss == "cross_entropy" and output == "softmax":
        others = z - z[rows, target][:, None]
        others[rows, target] = -np.inf
        # C = ln(1 + Σ e^(z_j − z_r)), which keeps its digits however small it is.
        highest = np.maximum(others.max(axis=1), 0)
        summed = np.exp(others - highest[:, None]).sum(axis=1)
        return np.where(highest > 0, highest + np.log(np.exp(-highest) + summed), np.log1p(summed))
    if loss == "cross_entropy":
        signs = np.ones_like(z)
        signs[rows, target] = -1
        return np.logaddexp(0.0, signs * z).sum(axis=1)
    return 0.5 * (errors_of(output, z, target) ** 2).sum(axis=1)


def errors_of(output: str, z: Numbers, target: NDArray[np.generic]) -> Numbers:
    """(rows, n_out): y − ŷ, without cancellation where the answer is nearly sure."""
    rows, y = np.arange(len(z)), answers_of(output, z)
    if target.ndim == 2:
        return y - target
    error = y.copy()
    if output == "softmax":
        error[rows, target] = 0
        error[rows, target] = -error.sum(axis=1)
    elif output == "sigmoid":
        error[rows, target] = -answers_of(output, -z)[rows, target]
    else:
        error[rows, target] -= 1
    return error


def answers_of(output: str, z: Numbers) -> Numbers:
    """(rows, n_out): y."""
    if output == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
    return 0.5 * (1 + np.tanh(z / 2)) if output == "sigmoid" else z


@dataclass(frozen=True)
class Shape:
    """A dense network's form: `skips` says which hidden layers add their input to their output."""

    sizes: tuple[int, ...]
    activations: tuple[str, ...]
    output: str
    skip: bool

    @property
    def skips(self) -> tuple[bool, ...]:
        pairs = zip(self.sizes[:-2], self.sizes[1:-1], strict=True)
        return tuple(self.skip and before == after for before, after in pairs)


@dataclass(frozen=True)
class Passed:
    """What rows of examples make of the network: one (rows, n) array a layer."""

    x: Numbers
    z: list[Numbers]
    a: list[Numbers]
    slope: list[Numbers]
    masks: list[Numbers]
    losses: Numbers | None = None
    delta: list[Numbers] = field(default_factory=list)
    # ∂C/∂a of each hidden layer.
    returned: list[Numbers] = field(default_factory=list)


class Reference:
    """The network with these parameters: for each layer W (fan_in, fan_out), row by row, then b."""

    def __init__(self, shape: Shape, theta: NDArray[np.floating]) -> None:
        self.shape = shape
        self.W, self.b = split(shape, theta.astype(np.float64))

    def run(
        self,
        x: NDArray[np.generic],
        target: NDArray[np.generic] | None = None,
        loss: str = "cross_entropy",
        masks: list[Numbers] | None = None,
    ) -> Passed:
        """Rows of examples forwards, and backwards where there are targets."""
        shape = self.shape
        below = x.astype(np.float64)
        passed = Passed(below, [], [], [], masks or [np.ones((1, n)) for n in shape.sizes[1:-1]])
        hidden = zip(self.W[:-1], self.b[:-1], shape.activations, shape.skips, passed.masks, strict=True)
        for W, b, name, skip, mask in hidden:
            z = below @ W + b
            f, slope = value_and_slope(name, z)
            below = f * mask + (below if skip else 0)
            passed.z.append(z)
            passed.a.append(below)
            passed.slope.append(slope)
        z = below @ self.W[-1] + self.b[-1]
        passed.z.append(z)
        passed.a.append(answers_of(shape.output, z))
        if target is None:
            return passed
        losses = losses_of(loss, shape.output, z, target)
        deltas, returned = self._back(passed, target, loss)
        return Passed(
            passed.x, passed.z, passed.a, passed.slope, passed.masks, losses, deltas[::-1], returned[::-1]
        )

    def _back(
        self, passed: Passed, target: NDArray[np.generic], loss: str
    ) -> tuple[list[Numbers], list[Numbers]]:
        output, z = self.shape.output, passed.z[-1]
        delta = errors_of(output, z, target)
        if loss == "squared_error" and output == "softmax":
            y = passed.a[-1]
            delta = y * (delta - (y * delta).sum(axis=1, keepdims=True))
        elif loss == "squared_error" and output == "sigmoid":
            delta = delta * passed.a[-1] * answers_of(output, -z)
        deltas, returned, past = [delta], [], np.zeros(1)
        for layer in range(len(self.shape.sizes) - 3, -1, -1):
            back = deltas[-1] @ self.W[layer + 1].T + past
            returned.append(back)
            deltas.append(back * passed.masks[layer] * passed.slope[layer])
            past = back if self.shape.skips[layer] else np.zeros(1)
        return deltas, returned

    def gradient(self, passed: Passed) -> Numbers:
        """(parameter_count,): the mean over the rows of dC/dθ."""
        parts: list[Numbers] = []
        for below, delta in zip([passed.x, *passed.a[:-1]], passed.delta, strict=True):
            parts += [(below.T @ delta / len(delta)).ravel(), delta.mean(axis=0)]
        return np.concatenate(parts)

    def penalty_gradient(self, l1: float, l2: float) -> Numbers:
        """(parameter_count,): what L1 and L2 add to it; biases are free."""
        parts: list[Numbers] = []
        for W, b in zip(self.W, self.b, strict=True):
            parts += [(l1 * np.sign(W) + l2 * W).ravel(), np.zeros_like(b)]
        return np.concatenate(parts)

    def is_delicate(self, passed: Passed, within: float = 2e-6) -> bool:
        """Whether single precision may see a z on the other side of a kink, or nothing but rounding in y − ŷ."""
        kinked = zip(passed.z[:-1], self.shape.activations, strict=True)
        names = ("relu", "leaky_relu")
        is_near = any(name in names and bool((np.abs(z) < within).any()) for z, name in kinked)
        return is_near or self._is_rounding(passed)

    def _is_rounding(self, passed: Passed, part: float = 3e-4) -> bool:
        """Whether the outputs' δ, or its mean over the rows, is no more than so small a part of what it is left of."""
        if self.shape.output != "identity" or not passed.delta:
            return False
        below = passed.a[-2] if len(passed.a) > 1 else passed.x
        terms = (np.abs(below) @ np.abs(self.W[-1]) + np.abs(self.b[-1])).mean(axis=0)
        delta = passed.delta[-1].mean(axis=0)
        return bool((np.abs(delta) < part * terms).any())


def split(shape: Shape, theta: Numbers) -> tuple[list[Numbers], list[Numbers]]:
    """A flat vector's part for each W and each b."""
    weights, biases, at = [], [], 0
    for before, after in zip(shape.sizes[:-1], shape.sizes[1:], strict=True):
        weights.append(theta[at : at + before * after].reshape(before, after))
        at += before * after
        biases.append(theta[at : at + after])
        at += after
    assert at == theta.size
    return weights, biases


def percentile_99(values: NDArray[np.floating], part: float = 0.99) -> float | None:
    """The least |value| that `part` of all that are not 0 do not exceed; None where all are 0."""
    # A number too small for float32 is 0 in the engine.
    single = values.ravel().astype(np.float32)
    sizes = np.sort(np.abs(values.ravel()[single != 0]))
    return None if sizes.size == 0 else float(sizes[int(np.ceil(part * sizes.size - 1e-9)) - 1])


def percentile_range(
    values: NDArray[np.floating], part: float = 0.99, nothing: float = 1e-6
) -> tuple[float, float] | None:
    """The least and the largest that `percentile_99` may be, as what is all but 0 may be counted or not.

    Of GELU's Φ(z) = (1 + erf(z / √2)) / 2 single precision leaves exactly 0 where z < −5.6: a sum of ±1 has no more
    digits. So what is `nothing` beside the largest may be 0 in the engine.
    """
    of_all = percentile_99(values, part)
    if of_all is None:
        return None
    sizes = np.abs(values)
    of_some = percentile_99(np.where(sizes < nothing * sizes.max(), 0.0, sizes), part)
    return of_all, of_all if of_some is None else of_some
