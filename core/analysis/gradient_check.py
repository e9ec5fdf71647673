"""Is the gradient right? Backpropagation against nothing but the definition of a derivative."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.arrays import Array
from core.loss.loss_gradients import loss_gradient
from core.loss.losses import exact_loss
from core.nn.network import Network
from core.nn.propagation import Propagation

STEP = 1e-5
"""Wide enough that rounding (1e-16 / STEP), and narrow enough that curvature (STEP²), stay near 1e-10."""


@dataclass(frozen=True)
class GradientCheck:
    """One parameter's derivative of the mean C, got in two ways, in float64.

    Attributes
    ----------
    index : int
        The parameter's place in ``network.parameters``.
    backpropagated : float
        ∂C/∂θ by backpropagation.
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
        """|difference| ≤ 1e-6 · the larger of the two + 1e-9, which two-sided differences can vouch for."""
        largest = max(abs(self.backpropagated), abs(self.numerical))
        return abs(self.backpropagated - self.numerical) <= 1e-6 * largest + 1e-9


def with_masks(network: Network, rows: int, masks: Sequence[Array]) -> Propagation:
    """Passes through the network in which dropout has dropped what these masks, one a hidden layer, say; none for none.

    Whatever the share of dropout was is in the masks.
    """
    propagation = network.propagation(rows, dropout=0.5 if masks else 0.0)
    for own, mask in zip(propagation.masks, masks, strict=True):
        own[...] = mask
    return propagation


def check_gradient(
    network: Network,
    X: ArrayLike,
    y: NDArray[Any],
    indices: Iterable[int] | None = None,
    loss: str = "cross_entropy",
    masks: Sequence[Array] = (),
) -> list[GradientCheck]:
    """Check the gradient of the mean C of examples `X` (n, n_in) with their targets `y`.

    Targets are (n,) right classes or (n, n_out) regression targets. Works on a copy in float64; `network` stays
    as it is. Without `indices` all parameters are checked, at two forward passes each. At a kink of ReLU (a z
    within reach of 0) the two ways rightly differ. With `masks`, for each hidden layer what dropout multiplies its
    activations by, it is the network in which these neurons are dropped.

    Raises
    ------
    ValueError
        When the loss does not suit the output or the targets.
    """
    exact_losses = exact_loss(loss, network.activations[-1], y)
    exact = network.copy(np.float64)
    inputs = np.ascontiguousarray(X, np.float64)
    rows = len(inputs)
    propagation = with_masks(exact, rows, masks)
    propagation.forward(inputs)
    gradient = loss_gradient(loss, network.activations[-1], network.sizes[-1], rows, exact.dtype)
    gradient(propagation.logits, y, np.empty(rows), propagation.output_delta)
    # Each example's share of the mean.
    propagation.output_delta /= rows
    propagation.backward(exact.topology.table.views(exact.gradients))

    def mean_loss_with(index: int, value: float) -> float:
        exact.parameters[index] = value
        return float(exact_losses(propagation.forward(inputs), y).mean())

    checks = []
    for index in range(exact.parameter_count) if indices is None else indices:
        value = float(exact.parameters[index])
        above, below = mean_loss_with(index, value + STEP), mean_loss_with(index, value - STEP)
        exact.parameters[index] = value
        numerical = (above - below) / (2 * STEP)
        checks.append(GradientCheck(int(index), float(exact.gradients[index]), numerical))
    return checks
