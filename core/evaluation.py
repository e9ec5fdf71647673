"""The exact loss of many examples, one chunk at a time."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.losses import Labels, Losses, cross_entropies
from core.network import Network
from core.propagation import CHUNK_ROWS, Propagation
from core.trace import Array


class ChunkBuffers:
    """Room for the forward pass of `rows` examples."""

    def __init__(self, network: Network, rows: int) -> None:
        self.X: Array = np.empty((rows, network.sizes[0]), network.dtype)
        self.X_T = self.X.T
        self.propagation = Propagation(network.layers, rows)


class Evaluation:
    """Every Cⁿ of a set with the parameters as they stand; they must not change on the way.

    The chunks are always the same slices, because a row's last bits depend on the rows beside it: so L is the
    same bits however it is asked for.

    Attributes
    ----------
    losses : (N,) float64 array
        Each C in nats, as far as it has got.
    predictions : (N,) int64 array
        The class with the largest output.
    """

    def __init__(self, network: Network, X: NDArray[Any], y: Labels, buffers: ChunkBuffers) -> None:
        """`X` (N, n_in), `y` (N,) right classes; `buffers` is for full chunks and may be shared."""
        self._network, self._X, self._y, self._buffers = network, X, y, buffers
        self._done = 0
        self.losses: Losses = np.empty(len(y), np.float64)
        self.predictions: NDArray[np.int64] = np.empty(len(y), np.int64)

    def advance(self) -> bool:
        """Evaluate the next chunk of at most 1,024 examples; True when all are done."""
        part = slice(self._done, min(self._done + CHUNK_ROWS, len(self._y)))
        rows = part.stop - part.start
        if rows:
            buffers = self._buffers if rows == CHUNK_ROWS else ChunkBuffers(self._network, rows)
            np.copyto(buffers.X, self._X[part])
            with np.errstate(over="ignore", invalid="ignore"):
                logits = buffers.propagation.forward(buffers.X, buffers.X_T)
                self.losses[part] = cross_entropies(logits, self._y[part])
            self.predictions[part] = logits.argmax(axis=0)
            self._done = part.stop
        return self._done == len(self._y)

    def finish(self) -> Evaluation:
        """Evaluate all that is left."""
        while not self.advance():
            pass
        return self

    @property
    def total(self) -> float:
        """Σ Cⁿ in nats, summed in float64.

        Raises
        ------
        RuntimeError
            Before all chunks are done.
        """
        self._check_done()
        return float(self.losses.sum())

    @property
    def accuracy(self) -> float:
        """The share of right predictions in [0, 1]; NaN of no examples.

        Raises
        ------
        RuntimeError
            Before all chunks are done.
        """
        self._check_done()
        right = np.count_nonzero(self.predictions == self._y)
        return right / len(self._y) if len(self._y) else float("nan")

    def _check_done(self) -> None:
        if self._done < len(self._y):
            raise RuntimeError(
                f"only {self._done:,} of {len(self._y):,} examples are evaluated: advance() further"
            )
