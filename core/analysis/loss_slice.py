"""One parameter and C of one example: is its gradient right, and what does C look like along it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.gradient_check import GradientCheck, check_gradient, with_masks
from core.arrays import Array
from core.loss.losses import exact_loss
from core.nn.network import Network

PLACES = 61


@dataclass(frozen=True)
class LossSlice:
    """C of one example while one parameter is moved and all others stay.

    Attributes
    ----------
    weight, loss : (k,) float64 arrays
        From left to right; the parameter as it is stands in the middle.
    slope : float
        ∂C/∂w there, from backpropagation.
    update : int
        How many updates made these parameters.
    """

    weight: NDArray[np.float64]
    loss: NDArray[np.float64]
    slope: float
    update: int

    @property
    def here(self) -> tuple[float, float]:
        """The parameter as it is, and its C."""
        middle = len(self.weight) // 2
        return float(self.weight[middle]), float(self.loss[middle])


def check_parameter(
    network: Network, x: Array, answer: Any, loss: str, index: int, masks: Sequence[Array] = ()
) -> GradientCheck:
    """∂C/∂w of one example by backpropagation and by a two-sided difference, both in float64.

    Parameters
    ----------
    network : Network
        It stays as it is.
    x : (n_in,) array
    answer : int or (n_out,) array
        The right class, or the regression targets.
    loss : str
        How C is computed, one of `core.training.config.LOSSES`.
    index : int
        The parameter's place in ``network.parameters``.
    masks : sequence of arrays
        Of an example that dropout was applied to, its masks (`Trace.masks`): then it is the network without the
        dropped neurons, whose numbers the trace holds.

    Raises
    ------
    ValueError
        When no right answer is known (None).
    """
    X, y = _example(x, answer)
    return check_gradient(network, X, y, [index], loss, masks)[0]


def loss_slice(
    network: Network,
    x: Array,
    answer: Any,
    loss: str,
    index: int,
    reach: float,
    update: int = 0,
    masks: Sequence[Array] = (),
) -> LossSlice:
    """C from `reach` below the parameter to `reach` above it; the others are as in `check_parameter`.

    Raises
    ------
    ValueError
        When no right answer is known (None).
    """
    X, y = _example(x, answer)
    exact = exact_loss(loss, network.activations[-1], y)
    slope = check_gradient(network, X, y, [index], loss, masks)[0].backpropagated
    moved = network.copy(np.float64)
    propagation = with_masks(moved, 1, masks)
    here = float(moved.parameters[index])
    weights = here + reach * np.linspace(-1, 1, PLACES)
    losses = np.empty(PLACES)
    with np.errstate(over="ignore", invalid="ignore"):
        for place, weight in enumerate(weights):
            moved.parameters[index] = weight
            losses[place] = exact(propagation.forward(X), y)[0]
    return LossSlice(weights, losses, slope, update)


def _example(x: Array, answer: Any) -> tuple[NDArray[np.float64], NDArray[Any]]:
    if answer is None:
        raise ValueError("no right answer is known, so there is no C")
    return x.astype(np.float64)[None], np.asarray(answer)[None]
