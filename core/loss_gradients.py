"""Each loss beside its gradient dC/dz of the output layer, for the training: in the network's own precision.

Every class works on (n_out, rows) arrays, in buffers made once. Called with the logits `z` and the batch's
targets, it writes every example's C to `losses` (rows,) and dC/dz of every example's own C to `delta`
(n_out, rows). Targets are (rows,) classes or (rows, n_out) numbers to be met.
"""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.trace import Array

# e**80 is finite in single precision, and σ(80) is 1 in it.
_HIGHEST = 80.0


class LossGradient(Protocol):
    """A loss and its gradient for a fixed number of rows."""

    def __call__(self, z: Array, targets: NDArray[Any], losses: Array, delta: Array) -> None:
        """Write each example's C and dC/dz."""


class _Right:
    """Where the right class's numbers stand in the flat (n_out, rows) arrays."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self._offsets = np.arange(rows)

    def __call__(self, labels: NDArray[Any]) -> NDArray[np.int64]:
        right: NDArray[np.int64] = labels * self._rows
        right += self._offsets
        return right


class SoftmaxCrossEntropy:
    """C = -ln y_r with y = softmax(z); dC/dz = y - ŷ."""

    def __init__(self, n_out: int, rows: int, dtype: np.dtype[Any]) -> None:
        self._right = _Right(rows)
        self._largest, self._total = np.empty(rows, dtype), np.empty(rows, dtype)

    def __call__(self, z: Array, targets: NDArray[Any], losses: Array, delta: Array) -> None:
        """Write each example's C and dC/dz."""
        right, largest, total = self._right(targets), self._largest, self._total
        np.maximum.reduce(z, axis=0, out=largest)
        np.subtract(z, largest, out=delta)
        flat = delta.reshape(-1)
        np.take(flat, right, out=losses, mode="clip")
        np.exp(delta, out=delta)
        np.add.reduce(delta, axis=0, out=total)
        np.divide(delta, total, out=delta)
        # C = ln Σ e**(z - max) - (z_r - max).
        np.log(total, out=total)
        np.subtract(total, losses, out=losses)
        flat[right] -= 1


class SigmoidCrossEntropy:
    """C = -Σ (ŷ ln y + (1 - ŷ) ln(1 - y)) with y = σ(z); dC/dz = y - ŷ."""

    def __init__(self, n_out: int, rows: int, dtype: np.dtype[Any]) -> None:
        self._right = _Right(rows)
        self._room = np.empty((n_out, rows), dtype)
        self._at_right = np.empty(rows, dtype)

    def __call__(self, z: Array, targets: NDArray[Any], losses: Array, delta: Array) -> None:
        """Write each example's C and dC/dz."""
        right, room, at_right = self._right(targets), self._room, self._at_right
        np.take(z.reshape(-1), right, out=at_right, mode="clip")
        # ln(1 + e**z) = max(z, 0) + ln(1 + e**-|z|), and C is their sum less z_r.
        np.abs(z, out=room)
        np.negative(room, out=room)
        np.exp(room, out=room)
        np.log1p(room, out=room)
        np.maximum(z, 0, out=delta)
        np.add(room, delta, out=room)
        np.add.reduce(room, axis=0, out=losses)
        np.subtract(losses, at_right, out=losses)
        _sigmoid(z, delta)
        delta.reshape(-1)[right] -= 1


class SquaredError:
    """C = ½ Σ (y - ŷ)²; dC/dz = (y - ŷ) through the output's own slope: 1, y (1 - y), or softmax's."""

    def __init__(self, output: str, n_out: int, rows: int, dtype: np.dtype[Any]) -> None:
        self._output = output
        self._right = _Right(rows)
        self._y, self._room = np.empty((n_out, rows), dtype), np.empty((n_out, rows), dtype)
        self._sums = np.empty(rows, dtype)

    def __call__(self, z: Array, targets: NDArray[Any], losses: Array, delta: Array) -> None:
        """Write each example's C and dC/dz."""
        y, room, sums = self._y, self._room, self._sums
        if self._output == "identity":
            np.copyto(y, z)
        elif self._output == "sigmoid":
            _sigmoid(z, y)
        else:
            np.maximum.reduce(z, axis=0, out=sums)
            np.subtract(z, sums, out=y)
            np.exp(y, out=y)
            np.add.reduce(y, axis=0, out=sums)
            np.divide(y, sums, out=y)
        if targets.ndim == 2:
            np.subtract(y, targets.T, out=delta, casting="same_kind")
        else:
            np.copyto(delta, y)
            delta.reshape(-1)[self._right(targets)] -= 1
        np.multiply(delta, delta, out=room)
        np.add.reduce(room, axis=0, out=losses)
        np.multiply(losses, losses.dtype.type(0.5), out=losses)
        if self._output == "sigmoid":
            np.multiply(delta, y, out=delta)
            np.subtract(1, y, out=y)
            np.multiply(delta, y, out=delta)
        elif self._output == "softmax":
            # dC/dz_i = y_i (e_i - Σ e_j y_j), with e = y - ŷ.
            np.multiply(delta, y, out=room)
            np.add.reduce(room, axis=0, out=sums)
            np.subtract(delta, sums, out=delta)
            np.multiply(delta, y, out=delta)


def loss_gradient(loss: str, output: str, n_out: int, rows: int, dtype: np.dtype[Any]) -> LossGradient:
    """The loss of this name on an output layer of this kind; `exact_loss` has checked that they suit."""
    if loss == "squared_error":
        return SquaredError(output, n_out, rows, dtype)
    if output == "sigmoid":
        return SigmoidCrossEntropy(n_out, rows, dtype)
    return SoftmaxCrossEntropy(n_out, rows, dtype)


def _sigmoid(z: Array, out: Array) -> None:
    """1 / (1 + e**-z), without overflow."""
    np.negative(z, out=out)
    np.minimum(out, _HIGHEST, out=out)
    np.exp(out, out=out)
    np.add(out, 1, out=out)
    np.reciprocal(out, out=out)
