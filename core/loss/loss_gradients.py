"""Each loss beside its gradient dC/dz of the output layer, for the training: in the network's own precision.

The formulas are those of `core.loss.losses`, which is exact (float64, without gradients) for what is reported. Every
class works on (n_out, rows) arrays, in buffers made once. Called with the logits `z` and the
chunk's targets, it writes every example's C to `losses` (rows,) and dC/dz of every example's own C to `delta`
(n_out, rows). Targets are (rows,) classes or (rows, n_out) regression targets.
"""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.nn.activations import Workspace, sigmoid, softmax, softplus


class LossGradient(Protocol):
    """A loss and its gradient for a fixed number of rows."""

    def __call__(self, z: Array, targets: NDArray[Any], losses: Array, delta: Array) -> None:
        """Write each example's C and dC/dz."""


class _OneHotTargets:
    """The target class's numbers in (n_out, rows) arrays, and ŷ: 1 there and 0 elsewhere."""

    def __init__(self, n_out: int, rows: int, dtype: np.dtype[Any]) -> None:
        self._rows = rows
        self._offsets = np.arange(rows)
        self._one_hot: Array = np.eye(n_out, dtype=dtype)
        self._targets: Array = np.empty((n_out, rows), dtype)

    def take(self, numbers: Array, labels: NDArray[Any], out: Array) -> None:
        """(rows,): each example's number at its target class."""
        # The array's own method is several times as fast as np.take.
        numbers.reshape(-1).take(labels * self._rows + self._offsets, None, out, "clip")

    def subtract_targets(self, y: Array, labels: NDArray[Any]) -> None:
        """Make `y` y - ŷ, in place."""
        self._one_hot.take(labels, 1, self._targets, "clip")
        np.subtract(y, self._targets, out=y)


class SoftmaxCrossEntropy:
    """C = -ln y_r with y = softmax(z); dC/dz = y - ŷ."""

    def __init__(self, n_out: int, rows: int, dtype: np.dtype[Any]) -> None:
        self._target_class = _OneHotTargets(n_out, rows, dtype)
        self._largest, self._total = np.empty(rows, dtype), np.empty(rows, dtype)
        self._ones = np.ones(n_out, dtype)

    def __call__(self, z: Array, targets: NDArray[Any], losses: Array, delta: Array) -> None:
        """Write each example's C and dC/dz."""
        largest, total = self._largest, self._total
        softmax(z, delta, largest, total, self._ones)
        # C = ln Σ e**(z - max) - (z_r - max).
        self._target_class.take(z, targets, losses)
        np.subtract(losses, largest, out=losses)
        np.log(total, out=total)
        np.subtract(total, losses, out=losses)
        self._target_class.subtract_targets(delta, targets)


class SigmoidCrossEntropy:
    """C = -Σ (ŷ ln y + (1 - ŷ) ln(1 - y)) with y = σ(z); dC/dz = y - ŷ."""

    def __init__(self, n_out: int, rows: int, dtype: np.dtype[Any]) -> None:
        self._target_class = _OneHotTargets(n_out, rows, dtype)
        self._workspace = Workspace((n_out, rows), dtype)
        self._at_target = np.empty(rows, dtype)

    def __call__(self, z: Array, targets: NDArray[Any], losses: Array, delta: Array) -> None:
        """Write each example's C and dC/dz."""
        at_target = self._at_target
        self._target_class.take(z, targets, at_target)
        # C is the sum of all ln(1 + e**z) less z_r.
        softplus(z, delta, self._workspace)
        np.add.reduce(delta, axis=0, out=losses)
        np.subtract(losses, at_target, out=losses)
        sigmoid(z, delta)
        self._target_class.subtract_targets(delta, targets)


class SquaredError:
    """C = ½ Σ (y - ŷ)²; dC/dz = (y - ŷ) through the output's own slope: 1, y (1 - y), or softmax's."""

    def __init__(self, output: str, n_out: int, rows: int, dtype: np.dtype[Any]) -> None:
        self._output = output
        self._target_class = _OneHotTargets(n_out, rows, dtype)
        self._y, self._workspace = np.empty((n_out, rows), dtype), np.empty((n_out, rows), dtype)
        self._sums = np.empty(rows, dtype)

    def __call__(self, z: Array, targets: NDArray[Any], losses: Array, delta: Array) -> None:
        """Write each example's C and dC/dz."""
        y, workspace, sums = self._y, self._workspace, self._sums
        if self._output == "identity":
            np.copyto(y, z)
        elif self._output == "sigmoid":
            sigmoid(z, y)
        else:
            softmax(z, y, sums, sums)
        if targets.ndim == 2:
            np.subtract(y, targets.T, out=delta, casting="same_kind")
        else:
            np.copyto(delta, y)
            self._target_class.subtract_targets(delta, targets)
        np.multiply(delta, delta, out=workspace)
        np.add.reduce(workspace, axis=0, out=losses)
        np.multiply(losses, losses.dtype.type(0.5), out=losses)
        if self._output == "sigmoid":
            np.multiply(delta, y, out=delta)
            np.subtract(1, y, out=y)
            np.multiply(delta, y, out=delta)
        elif self._output == "softmax":
            # dC/dz_i = y_i (e_i - Σ e_j y_j), with e = y - ŷ.
            np.multiply(delta, y, out=workspace)
            np.add.reduce(workspace, axis=0, out=sums)
            np.subtract(delta, sums, out=delta)
            np.multiply(delta, y, out=delta)


def loss_gradient(loss: str, output: str, n_out: int, rows: int, dtype: np.dtype[Any]) -> LossGradient:
    """The loss of this name on an output layer of this kind; `exact_loss` has checked that they suit."""
    if loss == "squared_error":
        return SquaredError(output, n_out, rows, dtype)
    if output == "sigmoid":
        return SigmoidCrossEntropy(n_out, rows, dtype)
    return SoftmaxCrossEntropy(n_out, rows, dtype)
