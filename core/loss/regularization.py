"""Regularization: L1 and L2 penalties on the weights (not on the biases), added to the loss."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from core.nn.network import Network


class Penalty:
    """R = λ₁ Σ|w| + ½ λ₂ Σ w² over all weights of a network; dR/dw = λ₁ sign(w) + λ₂ w.

    It is added to the *mean* C, whose gradient the training follows.

    References
    ----------
    Tibshirani, Regression shrinkage and selection via the lasso (1996); Krogh and Hertz, A simple weight decay
    can improve generalization (1992), eq. 1
    """

    def __init__(self, network: Network, l1: float = 0.0, l2: float = 0.0) -> None:
        self._network = network
        number = network.dtype.type
        self._l1, self._l2 = number(l1), number(l2)
        self._workspace = [np.empty_like(layer.W) for layer in network.layers]

    def add_gradient(self) -> None:
        """Add dR/dw to the network's gradients."""
        for layer, workspace in zip(self._network.layers, self._workspace, strict=True):
            if self._l1:
                np.sign(layer.W, out=workspace)
                np.multiply(workspace, self._l1, out=workspace)
                np.add(layer.dW, workspace, out=layer.dW)
            if self._l2:
                np.multiply(layer.W, self._l2, out=workspace)
                np.add(layer.dW, workspace, out=layer.dW)

    @property
    def l1_term(self) -> float:
        """λ₁ Σ|w|, summed in float64."""
        return float(self._l1) * sum(_sum_of(np.abs(layer.W)) for layer in self._network.layers)

    @property
    def l2_term(self) -> float:
        """½ λ₂ Σ w², summed in float64."""
        squares = (np.square(layer.W, dtype=np.float64) for layer in self._network.layers)
        return 0.5 * float(self._l2) * sum(_sum_of(square) for square in squares)


def _sum_of(array: Array) -> float:
    return float(np.sum(array, dtype=np.float64))
