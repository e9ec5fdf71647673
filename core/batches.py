"""Which examples an update sees: the order of an epoch, cut into batches and made ready for the network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.losses import Labels
from core.propagation import CHUNK_ROWS
from core.trace import Array

BLOCK_ROWS = 512
"""So many rows are gathered and cast at once: small batches then cost a slice each."""

# Keeps this stream apart from others that may come to use the same seed.
_ORDER_STREAM = 1


def epoch_order(seed: int, epoch: int, out: NDArray[np.int64]) -> None:
    """Write the order in which epoch `epoch` sees its examples, 0 to N - 1, into `out` (N,).

    A function of the seed and the epoch alone: an epoch can be repeated without those before it.
    """
    out[...] = np.arange(len(out))
    np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(_ORDER_STREAM, epoch))).shuffle(out)


@dataclass(frozen=True, eq=False)
class Piece:
    """Up to 1,024 examples of one batch, in the network's precision.

    Attributes
    ----------
    X, X_T : (rows, n_in) array and the same transposed
    y : (rows,) array
        The right classes.
    targets : (n_out, rows) array
        ŷ: 1 at the right class, 0 elsewhere.
    """

    X: Array
    X_T: Array
    y: Labels
    targets: Array


class _Block:
    """Room for `count` pieces of `rows` examples each, which are gathered and cast together."""

    def __init__(self, X: NDArray[Any], y: Labels, outputs: int, rows: int, count: int, dtype: Any) -> None:
        self._source_X, self._source_y = X, y
        self._rows, self._count = rows, count
        n = rows * count
        self._gathered = np.empty((n, X.shape[1]), X.dtype)
        self._X: Array = np.empty((n, X.shape[1]), dtype)
        self._y = np.empty(n, y.dtype)
        self._y_by_piece = self._y.reshape(count, 1, rows)
        self._targets: Array = np.empty((count, outputs, rows), dtype)
        self._classes = np.arange(outputs, dtype=y.dtype).reshape(1, outputs, 1)
        self._start = self._end = -1
        self._epoch = -1
        self.pieces = []
        for i in range(count):
            part = slice(i * rows, (i + 1) * rows)
            self.pieces.append(Piece(self._X[part], self._X[part].T, self._y[part], self._targets[i]))

    def find(self, epoch: int, start: int) -> Piece | None:
        """The piece that begins at `start` of the epoch's order, if it is here."""
        if epoch != self._epoch or not self._start <= start < self._end:
            return None
        index, rest = divmod(start - self._start, self._rows)
        return None if rest else self.pieces[index]

    def load(self, epoch: int, start: int, order: NDArray[np.int64]) -> Piece:
        """Gather as many pieces as there are from `start` of the epoch's order on, and return the first."""
        count = min(self._count, (len(order) - start) // self._rows)
        n = count * self._rows
        rows = order[start : start + n]
        # Gathering bytes and casting them after is three times as fast as gathering floats. With "clip" numpy
        # writes straight into `out`; no row is out of range.
        np.take(self._source_X, rows, axis=0, out=self._gathered[:n], mode="clip")
        np.copyto(self._X[:n], self._gathered[:n])
        np.take(self._source_y, rows, out=self._y[:n], mode="clip")
        np.equal(self._y_by_piece[:count], self._classes, out=self._targets[:count], casting="unsafe")
        self._epoch, self._start, self._end = epoch, start, start + n
        return self.pieces[0]


class Batches:
    """The batches of every epoch. The last, partial one of an epoch is dropped.

    A batch of more than 1,024 examples comes in pieces: as many of 1,024 as it holds, then the rest.

    Attributes
    ----------
    size : int
        Examples in a batch.
    piece_rows : tuple of int
        Examples in each of a batch's pieces.
    """

    def __init__(
        self,
        X: NDArray[Any],
        y: Labels,
        outputs: int,
        size: int,
        dtype: np.dtype[Any],
        seed: int | None,
    ) -> None:
        """`X` (N, n_in) and `y` (N,) stay where they are; without a seed each epoch has them in their order."""
        self.size = size
        full, rest = divmod(size, CHUNK_ROWS)
        self.piece_rows = (CHUNK_ROWS,) * full + ((rest,) if rest else ())
        self._seed = seed
        self._order = np.arange(len(y))
        self._order_epoch = -1 if seed is not None else None
        per_block = max(1, BLOCK_ROWS // size)
        self._blocks = {rows: _Block(X, y, outputs, rows, per_block, dtype) for rows in set(self.piece_rows)}

    def order(self, epoch: int) -> NDArray[np.int64]:
        """(N,) rows in the order of this epoch; overwritten when another epoch's is asked for."""
        if self._seed is not None and self._order_epoch != epoch:
            epoch_order(self._seed, epoch, self._order)
            self._order_epoch = epoch
        return self._order

    def piece(self, epoch: int, position: int, index: int) -> Piece:
        """Piece `index` of the batch that begins at `position` of the epoch's order."""
        start = position + index * CHUNK_ROWS
        block = self._blocks[self.piece_rows[index]]
        return block.find(epoch, start) or block.load(epoch, start, self.order(epoch))
