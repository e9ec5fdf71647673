"""Which examples make a batch, and how they get into one contiguous block of numbers.

The order of an epoch is a function of the seed and the epoch alone, so any batch can be had again. The last,
partial batch of an epoch is dropped.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from core.arrays import Array
from core.nn.workload import CHUNK_ROWS

# Digits are gathered and cast in blocks of about this many rows: one large gather is cheaper than many small.
BLOCK_ROWS = 512


class Batches:
    """The training examples, batch after batch.

    Attributes
    ----------
    epoch : int
        The number of the pass under way, from 0 on: its order is that pass's.
    given_up : list of int
        Passes before it that were not brought to their end: other batches had no room in what was left of them. Who
        stands in the middle of a run by `go_to` has those put here, by whoever knows its journal.
    position : int
        Examples of this epoch already used.
    rows : (batch_size,) indices
        The rows of the batch that was opened last; empty before the first.
    opened_epoch : int
        The pass that it is of.
    order : (N,) indices
        In which order that pass takes the rows; it is never written to. Empty before the first.
    start : int
        Where in that order the batch begins.
    """

    def __init__(
        self,
        X: NDArray[np.generic],
        y: NDArray[Any],
        batch_size: int | None,
        seed: int,
        dtype: DTypeLike,
        most_rows: int = CHUNK_ROWS,
    ) -> None:
        self._X, self._y = X, y
        self._seed = seed
        self._most_rows = most_rows
        self._dtype = np.dtype(dtype)
        self.epoch = 0
        self.position = 0
        self.given_up: list[int] = []
        # Drawn when a batch is opened: whoever begins in the middle of a run has no use for that of the first epoch.
        self.order, self._order_epoch = np.empty(0, np.int64), -1
        self._block_start = self._block_end = 0
        self.rows: NDArray[np.int64] = np.empty(0, np.int64)
        self.set_batch_size(batch_size)

    def set_batch_size(self, batch_size: int | None) -> None:
        """Take other batches from here on, up to the training set, None for all of it; the place in the epoch stays."""
        self.batch_size = batch_size or len(self._y)
        self.chunk_rows = min(self.batch_size, self._most_rows)
        block = self.chunk_rows if self._is_large else BLOCK_ROWS // self.batch_size * self.batch_size
        self._block_X: Array = np.empty((block, self._X.shape[1]), self._dtype)
        self._block_raw = np.empty((block, self._X.shape[1]), self._X.dtype)
        self._block_y: NDArray[Any] = np.empty((block, *self._y.shape[1:]), self._y.dtype)
        self._block_start = self._block_end = 0
        self.opened_epoch = self.start = 0

    @property
    def _is_large(self) -> bool:
        """Whether a batch is gathered chunk by chunk, instead of several batches in one block."""
        return self.batch_size > min(BLOCK_ROWS, self._most_rows)

    @property
    def per_epoch(self) -> int:
        """Updates in one pass; the last, partial batch is dropped."""
        return len(self._y) // self.batch_size

    @property
    def passes(self) -> int:
        """Passes finished."""
        return self.epoch - len(self.given_up)

    @property
    def left_in_epoch(self) -> int:
        """Updates until this epoch ends, 0 where the next batch is of the next one already."""
        return (len(self._y) - self.position) // self.batch_size

    def open(self) -> None:
        """Choose the next batch; `epoch` and `position` stay until it is used, so that it can be given up."""
        self.opened_epoch, self.start = self.epoch, self.position
        if self.start + self.batch_size > len(self._y):
            # Reached only when the batch size was changed in the middle of an epoch.
            self.opened_epoch, self.start = self.epoch + 1, 0
        if self.opened_epoch != self._order_epoch:
            self.order, self._order_epoch = self._order_of(self.opened_epoch), self.opened_epoch
            self._block_start = self._block_end = 0
        self.rows = self.order[self.start : self.start + self.batch_size]

    def chunk(self, start: int) -> tuple[Array, NDArray[Any]]:
        """Rows `start` to `start + chunk_rows` of the open batch: (rows, n_in) numbers, and their targets.

        Targets are (rows,) classes or (rows, n_out) regression targets, as they were given.
        """
        stop = min(start + self.chunk_rows, self.batch_size)
        if self._is_large:
            return self._gather(self.rows[start:stop])
        if not self._block_start <= self.start < self._block_end:
            self._block_start = self.start
            usable = (len(self._y) - self.start) // self.batch_size * self.batch_size
            self._block_end = self.start + min(len(self._block_X), usable)
            self._gather(self.order[self._block_start : self._block_end])
        first = self.start - self._block_start
        last = first + self.batch_size
        return self._block_X[first:last], self._block_y[first:last]

    def close(self) -> None:
        """The open batch is used: go on behind it."""
        if self.opened_epoch != self.epoch:
            self.given_up.append(self.epoch)
        self.epoch, self.position = self.opened_epoch, self.start + self.batch_size
        if self.position + self.batch_size > len(self._y):
            self.epoch, self.position = self.epoch + 1, 0

    def go_to(self, epoch: int, position: int) -> None:
        """Stand where `position` examples of this epoch are used."""
        self.epoch, self.position = epoch, position
        self.given_up = [number for number in self.given_up if number < epoch]
        self._block_start = self._block_end = 0

    def _order_of(self, epoch: int) -> NDArray[np.int64]:
        return np.random.default_rng((self._seed, epoch)).permutation(len(self._y))

    def _gather(self, rows: NDArray[np.int64]) -> tuple[Array, NDArray[Any]]:
        raw, numbers, targets = (
            block[: len(rows)] for block in (self._block_raw, self._block_X, self._block_y)
        )
        np.take(self._X, rows, axis=0, out=raw, mode="clip")
        np.copyto(numbers, raw, casting="unsafe")
        np.take(self._y, rows, axis=0, out=targets, mode="clip")
        return numbers, targets
