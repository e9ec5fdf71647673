"""Pick the best function: rules that turn a gradient into a change of the parameters.

In order of complexity. Every rule keeps its state in flat vectors like the parameters, and allocates nothing
after it is made. Formulas and defaults as PyTorch's.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from core.trace import Array


class Optimizer(Protocol):
    """A rule for one update."""

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Change `parameters` in place, given the gradient of the mean C at them."""


class GradientDescent:
    """θ ← θ - η ∇: straight downhill. Whole set or batches, the rule is the same."""

    def __init__(self, parameters: Array) -> None:
        self._change: Array = np.empty_like(parameters)

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Change `parameters` in place, given the gradient of the mean C at them."""
        np.multiply(gradients, parameters.dtype.type(learning_rate), out=self._change)
        np.subtract(parameters, self._change, out=parameters)


class Momentum:
    """v ← μ v + ∇, θ ← θ - η v: downhill with inertia, μ = 0.9.

    References
    ----------
    Polyak, Some methods of speeding up the convergence of iteration methods (1964); with PyTorch's v, which
    takes the rate outside, so that a changed rate counts at once.
    """

    def __init__(self, parameters: Array, momentum: float = 0.9) -> None:
        self.velocity: Array = np.zeros_like(parameters)
        self._momentum = parameters.dtype.type(momentum)
        self._change: Array = np.empty_like(parameters)

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Change `parameters` in place, given the gradient of the mean C at them."""
        np.multiply(self.velocity, self._momentum, out=self.velocity)
        np.add(self.velocity, gradients, out=self.velocity)
        np.multiply(self.velocity, parameters.dtype.type(learning_rate), out=self._change)
        np.subtract(parameters, self._change, out=parameters)


class Adam:
    """Momentum, divided by how large each parameter's gradient usually is.

    m ← β₁ m + (1 - β₁) ∇, v ← β₂ v + (1 - β₂) ∇²; θ ← θ - η (m / (1 - β₁ᵗ)) / (√(v / (1 - β₂ᵗ)) + ε).
    Kept here are m / (1 - β₁) and v / (1 - β₂); their constant factors are put into the step and ε instead,
    which saves two passes over the parameters.

    References
    ----------
    Kingma and Ba, Adam: A Method for Stochastic Optimization (2015), algorithm 1
    """

    # Beyond this many parameters, all vectors together leave the fast cache: work in blocks that fit.
    BLOCK = 16_384

    def __init__(
        self, parameters: Array, beta1: float = 0.9, beta2: float = 0.999, epsilon: float = 1e-8
    ) -> None:
        self.m: Array = np.zeros_like(parameters)
        self.v: Array = np.zeros_like(parameters)
        self.t = 0
        self._beta1, self._beta2, self._epsilon = beta1, beta2, epsilon
        self._betas = parameters.dtype.type(beta1), parameters.dtype.type(beta2)
        size = parameters.size
        block = size if size <= self.BLOCK + self.BLOCK // 4 else self.BLOCK
        self._scratch: Array = np.empty(block, parameters.dtype)
        self._blocks = [slice(start, min(start + block, size)) for start in range(0, size, block)]

    def update(self, parameters: Array, gradients: Array, learning_rate: float) -> None:
        """Change `parameters` in place, given the gradient of the mean C at them."""
        self.t += 1
        number = parameters.dtype.type
        root = ((1 - self._beta2**self.t) / (1 - self._beta2)) ** 0.5
        step = number(learning_rate * (1 - self._beta1) / (1 - self._beta1**self.t) * root)
        epsilon = number(self._epsilon * root)
        for block in self._blocks:
            theta, gradient, m, v = parameters[block], gradients[block], self.m[block], self.v[block]
            scratch = self._scratch[: m.size]
            np.multiply(m, self._betas[0], out=m)
            np.add(m, gradient, out=m)
            np.multiply(v, self._betas[1], out=v)
            np.multiply(gradient, gradient, out=scratch)
            np.add(v, scratch, out=v)
            np.sqrt(v, out=scratch)
            np.add(scratch, epsilon, out=scratch)
            np.divide(m, scratch, out=scratch)
            np.multiply(scratch, step, out=scratch)
            np.subtract(theta, scratch, out=theta)


def make_optimizer(name: str, parameters: Array) -> Optimizer:
    """The optimizer of this name (checked by TrainingConfig), with fresh state."""
    if name == "adam":
        return Adam(parameters)
    if name == "momentum":
        return Momentum(parameters)
    return GradientDescent(parameters)
