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
    """A loss and its gradient for a fixed number of rows.

    Attributes
    ----------
    gap : (rows,) array
        z_r - max z of the last call, r the right class; another array may be put in its place, to be written to.
    largest : (rows,) array or None
        max z of the last call; None where neither is worked out, and `gap` says nothing.
    """

    gap: Array
    largest: Array | None

    def __call__(self, z: Array, targets: NDArray[Any], losses: Array, delta: Array) -> None:
        """Write each example's C and dC/dz."""


class _TargetNumbers:
    """The numbers at each example's target class in (n_out, rows) arrays: read, and written."""

    def __init__(self, rows: int) -> None:
        # Arrays, and not the number: twice as fast for small batches.
        self._rows = np.full(rows, rows)
        self._offsets = np.arange(rows)
        self._places = np.empty(rows, np.int64)

    def places(self, labels: NDArray[Any]) -> NDArray[np.int64]:
        """(rows,): where each example's target class stands in a flat (n_out, rows) array, until the next call."""
        np.multiply(labels, self._rows, out=self._places)
        return np.add(self._places, self._offsets, out=self._places)

    def take(self, numbers: Array, places: NDArray[np.int64], out: Array) -> None:
        """Write (rows,) what stands there in `numbers` to `out`."""
        # The array's own method is several times as fast as np.take.
        numbers.reshape(-1).take(places, None, out, "clip")

    def put(self, numbers: Array, places: NDArray[np.int64], values: Array) -> None:
        """Write (rows,) values there, into the contiguous `numbers`."""
        numbers.reshape(-1)[places] = values


class _SoftmaxErrors:
    """y - ŷ of a softmax and of target classes, as precise for a nearly certain answer as for any other.

    y_r - 1 would cancel: where y_r is 1 to single precision, 0 is left of it. So it is computed as -Σ y_j, j ≠ r.

    Attributes
    ----------
    largest : (rows,) array
        max z of the last call.
    at_target, minus_others, total : (rows,) arrays
        e**(z_j - max z) of the target class, minus the sum of the others', and the sum of all.
    """

    def __init__(self, n_out: int, rows: int, dtype: np.dtype[Any]) -> None:
        self._targets = _TargetNumbers(rows)
        self.at_target, self.minus_others, self.total = (np.empty(rows, dtype) for _ in range(3))
        self.largest, self._zeros = np.empty(rows, dtype), np.zeros(rows, dtype)
        self._minus_ones = np.full(n_out, -1, dtype)

    def __call__(self, z: Array, labels: NDArray[Any], out: Array, gap: Array) -> None:
        """Write y - ŷ, (n_out, rows), to `out`, which is another array than z, and z_r - max z, (rows,), to `gap`."""
        targets, minus_others = self._targets, self.minus_others
        places = targets.places(labels)
        np.maximum.reduce(z, axis=0, out=self.largest)
        np.subtract(z, self.largest, out=out)
        targets.take(out, places, gap)
        np.exp(out, out=out)
        targets.take(out, places, self.at_target)
        targets.put(out, places, self._zeros)
        # A product is twice as fast as a sum over the axis.
        np.dot(self._minus_ones, out, out=minus_others)
        targets.put(out, places, minus_others)
        np.subtract(self.at_target, minus_others, out=self.total)
        np.divide(out, self.total, out=out)


class SoftmaxCrossEntropy:
    """C = -ln y_r with y = softmax(z); dC/dz = y - ŷ."""

    def __init__(self, n_out: int, rows: int, dtype: np.dtype[Any]) -> None:
        self._errors = _SoftmaxErrors(n_out, rows, dtype)
        self.gap: Array = np.empty(rows, dtype)
        self.largest: Array | None = self._errors.largest
        self._ones = np.ones(rows, dtype)

    def __call__(self, z: Array, targets: NDArray[Any], losses: Array, delta: Array) -> None:
        """Write each example's C and dC/dz."""
        errors = self._errors
        errors(z, targets, delta, self.gap)
        # C = ln Σ e**(z - max) - (z_r - max). Where r wins, e**(z_r - max) is 1, and the others' sum may be tiny.
        np.subtract(errors.at_target, self._ones, out=losses)
        np.subtract(losses, errors.minus_others, out=losses)
        np.log1p(losses, out=losses)
        np.subtract(losses, self.gap, out=losses)


class SigmoidCrossEntropy:
    """C = -Σ (ŷ ln y + (1 - ŷ) ln(1 - y)) with y = σ(z); dC/dz = y - ŷ."""

    largest: Array | None = None

    def __init__(self, n_out: int, rows: int, dtype: np.dtype[Any]) -> None:
        self._targets = _TargetNumbers(rows)
        self._workspace = Workspace((n_out, rows), dtype)
        self._z: Array = np.empty((n_out, rows), dtype)
        self._at_target = np.empty(rows, dtype)
        self.gap: Array = np.empty(rows, dtype)

    def __call__(self, z: Array, targets: NDArray[Any], losses: Array, delta: Array) -> None:
        """Write each example's C and dC/dz."""
        signed, places = self._z, self._targets.places(targets)
        np.copyto(signed, z)
        self._negate(signed, places)
        # With z_r's sign changed, C is the sum of all ln(1 + e**z), none of which cancels.
        softplus(signed, delta, self._workspace)
        np.add.reduce(delta, axis=0, out=losses)
        # σ(z_r) - 1 is -σ(-z_r).
        sigmoid(signed, delta)
        self._negate(delta, places)

    def _negate(self, numbers: Array, places: NDArray[np.int64]) -> None:
        """Change the sign of each example's number at its target class."""
        self._targets.take(numbers, places, self._at_target)
        np.negative(self._at_target, out=self._at_target)
        self._targets.put(numbers, places, self._at_target)


class SquaredError:
    """C = ½ Σ (y - ŷ)²; dC/dz = (y - ŷ) through the output's own slope: 1, y (1 - y), or softmax's."""

    def __init__(self, output: str, n_out: int, rows: int, dtype: np.dtype[Any]) -> None:
        self._output = output
        self._targets = _TargetNumbers(rows)
        self._softmax_errors = _SoftmaxErrors(n_out, rows, dtype)
        errors = self._softmax_errors if output == "softmax" else None
        self.gap: Array = np.empty(rows, dtype)
        self.largest: Array | None = None if errors is None else errors.largest
        self._y, self._rest, self._workspace = (np.empty((n_out, rows), dtype) for _ in range(3))
        self._at_target = np.empty(rows, dtype)

    def __call__(self, z: Array, targets: NDArray[Any], losses: Array, delta: Array) -> None:
        """Write each example's C and dC/dz."""
        if targets.ndim == 2:
            self._write_y(z)
            np.subtract(self._y, targets.T, out=delta, casting="same_kind")
        else:
            self._write_errors(z, targets, delta)
        np.multiply(delta, delta, out=self._workspace)
        np.add.reduce(self._workspace, axis=0, out=losses)
        np.multiply(losses, losses.dtype.type(0.5), out=losses)
        if self._output == "sigmoid":
            np.multiply(delta, self._y, out=delta)
            np.multiply(delta, self._rest, out=delta)
        elif self._output == "softmax":
            self._through_softmax(z, delta)

    def _write_y(self, z: Array) -> None:
        """Write y, and of a sigmoid 1 - y = σ(-z), which a difference from 1 would lose."""
        if self._output == "identity":
            np.copyto(self._y, z)
        elif self._output == "sigmoid":
            sigmoid(z, self._y)
            np.negative(z, out=self._rest)
            sigmoid(self._rest, self._rest)
        else:
            softmax(z, self._y, self._at_target, self._at_target)

    def _write_errors(self, z: Array, labels: NDArray[Any], out: Array) -> None:
        """Write y - ŷ of target classes to `out`, and y."""
        y, places, at_target = self._y, self._targets.places(labels), self._at_target
        if self._output == "softmax":
            self._softmax_errors(z, labels, out, self.gap)
            np.copyto(y, out)
            np.divide(self._softmax_errors.at_target, self._softmax_errors.total, out=at_target)
            self._targets.put(y, places, at_target)
            return
        self._write_y(z)
        np.copyto(out, y)
        if self._output == "sigmoid":
            self._targets.take(self._rest, places, at_target)
            np.negative(at_target, out=at_target)
        else:
            self._targets.take(y, places, at_target)
            np.subtract(at_target, 1, out=at_target)
        self._targets.put(out, places, at_target)

    def _through_softmax(self, z: Array, delta: Array) -> None:
        """Turn e = y - ŷ into dC/dz_i = y_i (e_i - Σ e_j y_j), in place.

        Both sides of the difference are taken from e_w of the largest output. Its own term is then 0, and no difference
        is left that cancels where y_w is nearly 1.
        """
        y, sums = self._y, self._at_target
        self._targets.take(delta, self._targets.places(z.argmax(axis=0)), sums)
        np.subtract(delta, sums, out=delta)
        np.multiply(delta, y, out=self._workspace)
        np.add.reduce(self._workspace, axis=0, out=sums)
        np.subtract(delta, sums, out=delta)
        np.multiply(delta, y, out=delta)


def loss_gradient(loss: str, output: str, n_out: int, rows: int, dtype: np.dtype[Any]) -> LossGradient:
    """The loss of this name on an output layer of this kind; `exact_loss` has checked that they suit."""
    if loss == "squared_error":
        return SquaredError(output, n_out, rows, dtype)
    if output == "sigmoid":
        return SigmoidCrossEntropy(n_out, rows, dtype)
    return SoftmaxCrossEntropy(n_out, rows, dtype)
