"""The pictures of a set's examples, as far as they have come from the engine."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gui.ledger.wall_order import NOBODY

# The corner of a picture that says that its answer is wrong: so large a part of its height.
FLAG_SHARE = 0.34


class ExamplePictures:
    """Those that have come: what nobody has looked at takes no memory.

    Parameters
    ----------
    count : int
        Examples of the set.
    picture : (rows, columns)
    """

    def __init__(self, count: int, picture: tuple[int, int]) -> None:
        self.picture = picture
        self._count = count
        self.drop()

    def drop(self) -> None:
        """Let go of all that have come: whoever looks again asks again."""
        # (count,): where the pixels of each stand among those that have come; NOBODY's have not.
        self._places = np.full(self._count, NOBODY, np.int32)
        self._asked = np.zeros(self._count, np.bool_)
        self._come = 0
        self._pixels = np.zeros((0, *self.picture), np.uint8)

    @property
    def nbytes(self) -> int:
        """What the pictures take of the memory."""
        return self._pixels.nbytes

    def take(self, rows: NDArray[np.integer], pixels: NDArray[np.integer]) -> None:
        """Those of these rows have come: (n, n_in), ink as 255."""
        new = np.unique(rows[self._places[rows] == NOBODY])
        room = self._come + len(new)
        if room > len(self._pixels):
            # Twice as much, so that few of them are copied often.
            pixels_before, room = self._pixels, min(self._count, 2 * room)
            self._pixels = np.zeros((room, *self.picture), np.uint8)
            self._pixels[: self._come] = pixels_before[: self._come]
        self._places[new] = np.arange(self._come, self._come + len(new))
        self._come += len(new)
        self._pixels[self._places[rows]] = pixels.reshape(-1, *self.picture)
        self._asked[rows] = True

    def wanted(self, rows: NDArray[np.integer]) -> NDArray[np.int64]:
        """Which of these rows are to be asked for, each once: those that nobody has asked for so far."""
        rows = rows[rows != NOBODY]
        wanted = np.unique(rows[~self._asked[rows]]).astype(np.int64)
        self._asked[wanted] = True
        return wanted

    def ask_again(self) -> None:
        """What was asked for and has not come will not come any more."""
        self._asked = self._places != NOBODY

    def of(self, row: int) -> NDArray[np.uint8] | None:
        """(rows, columns): that of one example; None where it has not come."""
        place = self._places[row] if 0 <= row < self._count else NOBODY
        return None if place == NOBODY else self._pixels[place]

    def sheet(self, cells: NDArray[np.int64], wrong: NDArray[np.bool_]) -> NDArray[np.uint8]:
        """(rows of cells * rows, columns of cells * columns): these examples side by side.

        Of those that are `wrong`, (N,), the upper right corner is filled. What has not come, or is nobody's, is dark.
        """
        high, wide = self.picture
        standing = cells != NOBODY
        rows = np.where(standing, cells, 0)
        places = np.where(standing, self._places[rows], NOBODY)
        tiles = np.zeros((*cells.shape, *self.picture), np.uint8)
        tiles[places != NOBODY] = self._pixels[places[places != NOBODY]]
        flagged = standing & wrong[rows]
        flag = self._flag()
        tiles[flagged] = np.where(flag, 255, tiles[flagged])
        rows, columns = cells.shape
        return np.ascontiguousarray(tiles.transpose(0, 2, 1, 3).reshape(rows * high, columns * wide))

    def _flag(self) -> NDArray[np.bool_]:
        high, wide = self.picture
        side = max(1, round(FLAG_SHARE * high))
        row, column = np.ogrid[:high, :wide]
        return np.asarray(column - (wide - side) >= row)
