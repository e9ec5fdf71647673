"""How bad one answer is: softmax cross-entropy, computed from the logits.

Arrays of logits have the classes first, ``(n_out, rows)``, as `core.propagation` makes them.

With y = softmax(z) and the right class r, C = -ln y_r = ln Σ exp(z_j) - z_r, and its derivative is
dC/dz = y - ŷ, with ŷ the one-hot target.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.trace import Array

Losses = NDArray[np.float64]
Labels = NDArray[np.integer[Any]]


def cross_entropies(logits: Array, labels: Labels) -> Losses:
    """(n_out, rows) logits and the (rows,) right classes to the (rows,) C of each, in nats and float64.

    Precise also where C is tiny. With m the largest logit,

        C = (m - z_r) + log1p(Σ exp(z_j - m)), the sum without the largest one itself:

    two numbers that are never negative, so nothing cancels. Where the right class wins, the first is 0.
    Finite for all finite float32 logits.
    """
    z = logits.astype(np.float64)
    columns = np.arange(z.shape[1])
    winners = z.argmax(axis=0)
    largest = z[winners, columns]
    gap = largest - z[labels, columns]
    z -= largest
    np.exp(z, out=z)
    z[winners, columns] = 0.0
    return np.asarray(gap + np.log1p(z.sum(axis=0)))


class SoftmaxCrossEntropy:
    """The training's own, quick version for a fixed number of rows: sum of C and all dC/dz, no allocation."""

    def __init__(self, outputs: int, rows: int, dtype: np.dtype[Any]) -> None:
        self._shifted: Array = np.empty((outputs, rows), dtype)
        self._row: Array = np.empty(rows, dtype)
        self._ones: Array = np.ones(rows, dtype)
        self._shifted_flat = self._shifted.reshape(-1)
        self._scale: Array = np.empty((), dtype)

    def backward(self, logits: Array, targets: Array, batch: int, delta: Array) -> float:
        """Write dC/dz of the *mean* over `batch` examples into `delta`, and return the sum of these rows' C.

        Parameters
        ----------
        logits, targets, delta : (n_out, rows) arrays
            ``targets`` holds ŷ: 1 at the right class, 0 elsewhere.
        batch : int
            Examples in the whole batch, of which these rows may be a part.
        """
        shifted, row = self._shifted, self._row
        np.maximum.reduce(logits, axis=0, out=row)
        np.subtract(logits, row, out=shifted)
        np.exp(shifted, out=delta)
        np.add.reduce(delta, axis=0, out=row)
        np.divide(delta, row, out=delta)
        np.subtract(delta, targets, out=delta)
        self._scale[()] = 1 / batch
        np.multiply(delta, self._scale, out=delta)
        # Σ C = Σ ln Σ exp(shifted) - Σ shifted at the right class.
        np.log(row, out=row)
        return float(np.dot(row, self._ones)) - float(np.dot(targets.reshape(-1), self._shifted_flat))
