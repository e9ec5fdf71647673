"""Is the gradient right? Backpropagation against nothing but the definition of a derivative."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from core.losses import Labels, SoftmaxCrossEntropy, cross_entropies
from core.network import Network
from core.propagation import Propagation

STEP = 1e-5
"""Wide enough that rounding (1e-16 / STEP) and narrow enough that curvature (STEP²) stay near 1e-10."""


@dataclass(frozen=True)
class GradientCheck:
    """One parameter's derivative of the mean C, got in two ways, in float64.

    Attributes
    ----------
    index : int
        The parameter's place in ``network.parameters``.
    backpropagated : float
        What backpropagation says.
    numerical : float
        (C(θ + h) - C(θ - h)) / 2h, with h = 1e-5.
    """

    index: int
    backpropagated: float
    numerical: float

    @property
    def relative_error(self) -> float:
        """|difference| / the larger of the two; 0 where both are 0."""
        largest = max(abs(self.backpropagated), abs(self.numerical))
        return abs(self.backpropagated - self.numerical) / largest if largest else 0.0

    @property
    def agrees(self) -> bool:
        """|difference| ≤ 1e-6 · the larger of the two + 1e-9, what two-sided differences can vouch for."""
        largest = max(abs(self.backpropagated), abs(self.numerical))
        return abs(self.backpropagated - self.numerical) <= 1e-6 * largest + 1e-9


def check_gradient(
    network: Network, X: ArrayLike, y: Labels, indices: Iterable[int] | None = None
) -> list[GradientCheck]:
    """Check the gradient of the mean C of examples `X` (n, n_in) with right classes `y` (n,).

    Works on a copy in float64; `network` stays as it is. Without `indices`, all parameters are checked, at two
    forward passes each. At a kink of ReLU (a z within reach of 0) the two ways rightly differ.
    """
    exact = network.copy(np.float64)
    inputs = np.ascontiguousarray(X, np.float64)
    labels = np.asarray(y)
    propagation = Propagation(exact.layers, len(inputs))
    targets = (labels == np.arange(exact.sizes[-1])[:, np.newaxis]).astype(np.float64)
    logits = propagation.forward(inputs, inputs.T)
    loss = SoftmaxCrossEntropy(exact.sizes[-1], len(inputs), exact.dtype)
    loss.backward(logits, targets, len(inputs), propagation.delta)
    propagation.backward(inputs.T)

    def mean_loss() -> float:
        return float(cross_entropies(propagation.forward(inputs, inputs.T), labels).mean())

    checks = []
    for index in range(exact.parameter_count) if indices is None else indices:
        value = exact.parameters[index]
        exact.parameters[index] = value + STEP
        above = mean_loss()
        exact.parameters[index] = value - STEP
        below = mean_loss()
        exact.parameters[index] = value
        numerical = (above - below) / (2 * STEP)
        checks.append(GradientCheck(int(index), float(exact.gradients[index]), numerical))
    return checks
