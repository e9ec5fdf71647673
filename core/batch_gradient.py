"""One batch's way to the gradient of its mean C, in pieces of at most 1,024 examples."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.batches import Batches
from core.datasets import Dataset
from core.losses import Labels, Losses, SoftmaxCrossEntropy, cross_entropies
from core.network import Network
from core.propagation import Propagation
from core.trace import Array


class BatchGradient:
    """Chooses a batch and takes it forwards and backwards, in buffers that are allocated once.

    Attributes
    ----------
    size : int
        Examples in a batch.
    complete : bool
        Whether ``network.gradients`` holds the gradient of the chosen batch's mean C.
    """

    def __init__(self, network: Network, dataset: Dataset, size: int, seed: int | None) -> None:
        """Batches of `size` in the order of `seed` and the epoch; without a seed in the data's own order."""
        self.size = size
        self.complete = False
        self._gradients = network.gradients
        outputs, dtype = network.sizes[-1], network.dtype
        self._batches = Batches(dataset.X_train, dataset.y_train, outputs, size, dtype, seed)
        self._piece_rows = self._batches.piece_rows
        self._passes = {
            rows: (Propagation(network.layers, rows), SoftmaxCrossEntropy(outputs, rows, dtype))
            for rows in set(self._piece_rows)
        }
        self._done = 0
        self._total = 0.0
        self._chosen: tuple[int, int] | None = None
        self._logits: Array = np.empty((outputs, 0), dtype)
        self._y: Labels = dataset.y_train[:0]
        # Only a batch in several pieces needs room to sum up in, and for its losses.
        self._sum: Array | None = None
        self._losses: Losses | None = None
        if len(self._piece_rows) > 1:
            self._sum = np.empty_like(network.gradients)
            self._losses = np.empty(size, np.float64)

    def accumulate(self, epoch: int, position: int) -> bool:
        """Take the next piece of the batch at `position` of the epoch's order; True when it was the last."""
        index = self._done
        if index == 0:
            self._chosen = epoch, position
            self._total = 0.0
        rows = self._piece_rows[index]
        piece = self._batches.piece(epoch, position, index)
        propagation, loss = self._passes[rows]
        logits = propagation.forward(piece.X, piece.X_T)
        self._total += loss.backward(logits, piece.targets, self.size, propagation.delta)
        propagation.backward(piece.X_T)
        self._logits, self._y = logits, piece.y
        self._done += 1
        self.complete = self._done == len(self._piece_rows)
        if self._sum is not None:
            self._add_piece(self._sum, index)
        return self.complete

    def forget(self) -> None:
        """Be ready for the next batch."""
        self._done = 0
        self.complete = False

    @property
    def is_under_way(self) -> bool:
        """Whether some, but not all, pieces of a batch are done."""
        return self._done > 0 and not self.complete

    @property
    def mean_loss(self) -> float:
        """The mean C of the pieces' examples, in nats, in the network's precision."""
        return self._total / self.size

    @property
    def rows(self) -> NDArray[np.int64]:
        """(size,) rows of the training set that the last chosen batch holds; empty before the first."""
        if self._chosen is None:
            return np.empty(0, np.int64)
        epoch, position = self._chosen
        return self._batches.order(epoch)[position : position + self.size]

    @property
    def losses(self) -> Losses:
        """(size,) float64: each C of that batch, in nats, as its gradient was computed."""
        if self._losses is not None:
            return self._losses
        return cross_entropies(self._logits, self._y)

    def _add_piece(self, sums: Array, index: int) -> None:
        """Add this piece's gradient to those before it, always in the same order."""
        assert self._losses is not None
        start = sum(self._piece_rows[:index])
        self._losses[start : start + len(self._y)] = cross_entropies(self._logits, self._y)
        if index == 0:
            np.copyto(sums, self._gradients)
        else:
            np.add(sums, self._gradients, out=sums)
        if self.complete:
            np.copyto(self._gradients, sums)
