"""Max pooling of whole batches: whole lines of cells at a time, so that no loop runs over a few channels only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.nn.windows import Picture


@dataclass
class _Cache:
    """What came last, and buffers; those of the way back are empty where none is gone.

    Attributes
    ----------
    x : (N,)
        All numbers of the input, one after another.
    across : (N,)
        From each cell on the largest of so many as a block is wide; that of a block stands at its first cell, and
        between them stand some that nobody reads.
    both : (rows, high, width * channels)
        The largest of the block's lines of `across`.
    out : (rows, high * wide * channels)
    grad : as `both`
        dC/dz at the first cell of each block, and 0 between them.
    back : (N,)
        What each number of `across` gets of it.
    dx : (rows, height * width * channels)
    hits : (N,) bool
    """

    x: Array
    across: Array
    both: Array
    out: Array
    grad: Array
    back: Array
    dx: Array
    hits: NDArray[np.bool_]


class MaxPooling:
    """z = the largest of each block; on the way back all goes to that one, of equals to the first, row by row."""

    def __init__(self, picture: Picture, size: int) -> None:
        self._picture, self._size = picture, size

    def cache(self, rows: int, dtype: np.dtype[Any], needs_dx: bool) -> _Cache:
        """Buffers for so many examples."""
        height, width, channels = self._picture
        high, wide = height // self._size, width // self._size
        count, back = rows * height * width * channels, rows if needs_dx else 0
        return _Cache(
            np.empty(0, dtype),
            np.zeros(count, dtype),
            np.empty((rows, high, width * channels), dtype),
            np.empty((rows, high * wide * channels), dtype),
            np.zeros((back, high, width * channels), dtype),
            # What no block reads gets nothing back.
            np.zeros(count if needs_dx else 0, dtype),
            np.zeros((back, height * width * channels), dtype),
            np.empty(count if needs_dx else 0, np.bool_),
        )

    def forward(self, x: Array, cache: _Cache) -> Array:
        """(rows, units): z."""
        size, channels = self._size, self._picture[2]
        cache.x = x.reshape(-1)
        x, across, both = cache.x, cache.across, cache.both
        # The cell so many numbers further on is the next one in the line; no block reaches over the end of its line.
        largest = x
        for shift in range(channels, size * channels, channels):
            largest = np.maximum(largest[:-channels], x[shift:], out=across[:-shift])
        if size == 1:
            np.copyto(across, x)
        lines = self._lines(across)
        largest = lines[:, :, 0]
        for i in range(1, size):
            largest = np.maximum(largest, lines[:, :, i], out=both)
        if size == 1:
            np.copyto(both, largest)
        first = self._first_cells(both)
        np.copyto(cache.out.reshape(first.shape), first)
        return cache.out

    def backward(self, grad: Array, cache: _Cache, grads: Sequence[Array]) -> Array:
        """From dC/dz to dC/dx: all of it goes to the one that was the largest."""
        if not len(cache.dx):
            return cache.dx
        first = self._first_cells(cache.grad)
        np.copyto(first, grad.reshape(first.shape))
        size, channels, left = self._size, self._picture[2], cache.grad
        lines, back = self._lines(cache.across), self._lines(cache.back)
        hits = cache.hits[: cache.both.size].reshape(cache.both.shape)
        # Line by line: the first that has the largest number takes all there is, the last what none has taken.
        for i in range(size - 1):
            np.equal(lines[:, :, i], cache.both, out=hits)
            np.multiply(left, hits, out=back[:, :, i])
            np.subtract(left, back[:, :, i], out=left)
        np.copyto(back[:, :, -1], left)
        # Then cell by cell of that line.
        left, dx = cache.back, cache.dx.reshape(-1)
        if size == 1:
            np.copyto(dx, left)
            return cache.dx
        np.equal(cache.x, cache.across, out=cache.hits)
        np.multiply(left, cache.hits, out=dx)
        np.subtract(left, dx, out=left)
        for shift in range(channels, (size - 1) * channels, channels):
            ahead = left[:-shift]
            taken = ahead * np.equal(cache.x[shift:], cache.across[:-shift], out=cache.hits[:-shift])
            np.subtract(ahead, taken, out=ahead)
            np.add(dx[shift:], taken, out=dx[shift:])
        shift = (size - 1) * channels
        np.add(dx[shift:], left[:-shift], out=dx[shift:])
        return cache.dx

    def _lines(self, every: Array) -> Array:
        """(rows, high, size, width * channels): the lines of each row of blocks; a view of all numbers."""
        height, width, channels = self._picture
        high = height // self._size
        whole = every.reshape(-1, height, width * channels)[:, : high * self._size]
        return whole.reshape(-1, high, self._size, width * channels)

    def _first_cells(self, lines: Array) -> Array:
        """(rows, high, wide, channels): the first cell of each block; a view of (rows, high, width * channels)."""
        _, width, channels = self._picture
        size, wide = self._size, width // self._size
        cells = lines[:, :, : wide * size * channels].reshape(*lines.shape[:2], wide, size, channels)
        return cells[:, :, :, 0]
