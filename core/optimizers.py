"""Pick the best function: four ways to make an update of a gradient, in order of complexity.

Each holds the network's own vectors, both (parameter_count,), and changes the parameters in place. The
gradient is that of the *mean* C over the batch. Formulas and defaults are PyTorch's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import sqrt
from types import MappingProxyType
from typing import Protocol

import numpy as np

from core.trace import Array

WHOLE_UP_TO = 20_000
BLOCK = 16_384
"""Beyond `WHOLE_UP_TO` parameters Adam goes through them in blocks that stay in the processor's cache."""


class Optimizer(Protocol):
    """A rule for one update of θ."""

    def apply(self, learning_rate: float) -> None:
        """Change the parameters by one update, given their gradient."""


class GradientDescent:
    """θ ← θ - η ∇: the lecture's, on the whole set's gradient; on a batch's it is called SGD."""

    def __init__(self, parameters: Array, gradients: Array) -> None:
        self._parameters, self._gradients = parameters, gradients
        self._change = np.empty_like(parameters)
        self._rate = np.empty((), parameters.dtype)

    def apply(self, learning_rate: float) -> None:
        """θ ← θ - η ∇."""
        self._rate[()] = learning_rate
        np.multiply(self._gradients, self._rate, out=self._change)
        np.subtract(self._parameters, self._change, out=self._parameters)


class Momentum:
    """v ← μ v + ∇; θ ← θ - η v.

    References
    ----------
    I. Sutskever, J. Martens, G. Dahl, G. Hinton, "On the importance of initialization and momentum in deep
    learning" (2013), equations 1 and 2. Here, as in PyTorch, η multiplies v and not only ∇, so that a changed
    rate counts at once.
    """

    def __init__(self, parameters: Array, gradients: Array, momentum: float = 0.9) -> None:
        self._parameters, self._gradients = parameters, gradients
        self._velocity = np.zeros_like(parameters)
        self._change = np.empty_like(parameters)
        self._momentum = np.array(momentum, parameters.dtype)
        self._rate = np.empty((), parameters.dtype)

    def apply(self, learning_rate: float) -> None:
        """Let v ← μ v + ∇, then θ ← θ - η v."""
        self._rate[()] = learning_rate
        np.multiply(self._velocity, self._momentum, out=self._velocity)
        np.add(self._velocity, self._gradients, out=self._velocity)
        np.multiply(self._velocity, self._rate, out=self._change)
        np.subtract(self._parameters, self._change, out=self._parameters)


class Adam:
    """m ← β₁ m + (1 - β₁) ∇; v ← β₂ v + (1 - β₂) ∇²; θ ← θ - η m̂ / (√v̂ + ε).

    m̂ = m / (1 - β₁ᵗ) and v̂ = v / (1 - β₂ᵗ) make up for the start at 0, at the t-th update.

    Kept are the sums M = m / (1 - β₁) and V = v / (1 - β₂), which only decay and grow: M ← β₁ M + ∇,
    V ← β₂ V + ∇². What m̂ and v̂ need besides goes into the rate and into ε, which are one number each. This
    saves three passes over all parameters.

    References
    ----------
    D. P. Kingma, J. Ba, "Adam: A Method for Stochastic Optimization" (2015), algorithm 1.
    """

    def __init__(
        self,
        parameters: Array,
        gradients: Array,
        beta1: float = 0.9,
        beta2: float = 0.999,
        epsilon: float = 1e-8,
    ) -> None:
        n, dtype = parameters.size, parameters.dtype
        self._beta1, self._beta2, self._epsilon = beta1, beta2, epsilon
        self._count = 0
        self._sums = np.zeros((2, n), dtype)
        self._betas = np.array([[beta1], [beta2]], dtype)
        self._rate, self._offset = np.empty((), dtype), np.empty((), dtype)
        block = n if n <= WHOLE_UP_TO else BLOCK
        scratch = np.empty(block, dtype)
        cuts = [slice(start, min(start + block, n)) for start in range(0, n, block)]
        self._blocks = [
            (
                parameters[cut],
                gradients[cut],
                self._sums[:, cut],
                self._sums[0, cut],
                self._sums[1, cut],
                scratch[: cut.stop - cut.start],
            )
            for cut in cuts
        ]

    def apply(self, learning_rate: float) -> None:
        """θ ← θ - η m̂ / (√v̂ + ε)."""
        self._count += 1
        m_factor = (1 - self._beta1) / (1 - self._beta1**self._count)
        v_factor = sqrt((1 - self._beta2) / (1 - self._beta2**self._count))
        self._rate[()] = learning_rate * m_factor / v_factor
        self._offset[()] = self._epsilon / v_factor
        betas, rate, offset = self._betas, self._rate, self._offset
        for parameters, gradients, sums, M, V, scratch in self._blocks:
            np.multiply(sums, betas, out=sums)
            np.add(M, gradients, out=M)
            np.multiply(gradients, gradients, out=scratch)
            np.add(V, scratch, out=V)
            np.sqrt(V, out=scratch)
            np.add(scratch, offset, out=scratch)
            np.divide(M, scratch, out=scratch)
            np.multiply(scratch, rate, out=scratch)
            np.subtract(parameters, scratch, out=parameters)


OPTIMIZERS: Mapping[str, Callable[[Array, Array], Optimizer]] = MappingProxyType(
    {"gradient_descent": GradientDescent, "sgd": GradientDescent, "momentum": Momentum, "adam": Adam}
)
"""The optimizers by name. Gradient descent and SGD are one rule; which examples they see is the difference."""
