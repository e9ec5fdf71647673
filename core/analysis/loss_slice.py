"""One weight and C of one example: is its gradient right, and what does C look like along it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.gradient_check import GradientCheck, check_gradient
from core.engine.messages import Snapshot
from core.loss.losses import exact_loss
from core.nn.network import Network
from core.nn.propagation import Propagation

PLACES = 61


@dataclass(frozen=True)
class Valley:
    """C of the shown example while one weight is moved and all others stay.

    Attributes
    ----------
    weight, loss : (k,) float64 arrays
        From left to right; the weight as it is stands in the middle.
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
        """The weight as it is, and its C."""
        middle = len(self.weight) // 2
        return float(self.weight[middle]), float(self.loss[middle])


def prove(snapshot: Snapshot, gap: int, source: int, target: int) -> GradientCheck:
    """∂C/∂w of the shown example by backpropagation and by a two-sided difference, both in float64.

    Raises
    ------
    ValueError
        When no right answer is known.
    """
    network = network_of(snapshot)
    X, y = _example(snapshot)
    index = _index(network, gap, source, target)
    return check_gradient(network, X, y, [index], snapshot.loss)[0]


def valley(snapshot: Snapshot, gap: int, source: int, target: int, reach: float) -> Valley:
    """C from `reach` below the weight to `reach` above it.

    Raises
    ------
    ValueError
        When no right answer is known.
    """
    network = network_of(snapshot, np.float64)
    X, y = _example(snapshot)
    exact = exact_loss(snapshot.loss, snapshot.output, y)
    propagation = Propagation(network, 1)
    index = _index(network, gap, source, target)
    here = float(network.parameters[index])
    weights = here + reach * np.linspace(-1, 1, PLACES)
    losses = np.empty(PLACES)
    with np.errstate(over="ignore", invalid="ignore"):
        for place, weight in enumerate(weights):
            network.parameters[index] = weight
            losses[place] = exact(propagation.forward(X), y)[0]
    return Valley(weights, losses, float(snapshot.trace.dW[gap][source, target]), snapshot.update)


def network_of(snapshot: Snapshot, dtype: Any = None) -> Network:
    """A network with exactly the snapshot's parameters; whatever is done to it, the snapshot stays."""
    skips = snapshot.skips or (False,) * len(snapshot.activations)
    network = Network(snapshot.sizes, snapshot.activations, skips, dtype or snapshot.weights[0].dtype)
    for layer, W, b in zip(network.layers, snapshot.weights, snapshot.biases, strict=True):
        layer.W[...], layer.b[...] = W, b
    return network


def _example(snapshot: Snapshot) -> tuple[NDArray[np.float64], NDArray[Any]]:
    answer = snapshot.example.answer
    if answer is None:
        raise ValueError("no right answer is known, so there is no C")
    return snapshot.trace.x.astype(np.float64)[None], np.asarray(answer)[None]


def _index(network: Network, gap: int, source: int, target: int) -> int:
    """The weight's place in the flat vector of all parameters."""
    before = sum(layer.W.size + layer.b.size for layer in network.layers[:gap])
    return before + source * network.sizes[gap + 1] + target
