"""The pictures of a set's examples, as far as they have come from the engine."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gui.ledger.wall_order import NOBODY

# The corner of a picture that says that its answer is wrong: so large a part of its height.
FLAG_SHARE = 0.34


class ExamplePictures:
    """Room for all of them; what nobody looks at takes no memory.

    Parameters
    ----------
    count : int
        Examples of the set.
    picture : (rows, columns)
    """

    def __init__(self, count: int, picture: tuple[int, int]) -> None:
        self.picture = picture
        self._pixels = np.zeros((count, *picture), np.uint8)
        self._known = np.zeros(count, np.bool_)
        self._asked = np.zeros(count, np.bool_)

    def take(self, rows: NDArray[np.integer], pixels: NDArray[np.integer]) -> None:
        """Those of these rows have come: (n, n_in), ink as 255."""
        self._pixels[rows] = pixels.reshape(-1, *self.picture)
        self._known[rows] = self._asked[rows] = True

    def wanted(self, rows: NDArray[np.integer]) -> NDArray[np.int64]:
        """Which of these rows are to be asked for, each once: those that nobody has asked for so far."""
        rows = rows[rows != NOBODY]
        wanted = np.unique(rows[~self._asked[rows]]).astype(np.int64)
        self._asked[wanted] = True
        return wanted

    def ask_again(self) -> None:
        """What was asked for and has not come will not come any more."""
        self._asked[:] = self._known

    def of(self, row: int) -> NDArray[np.uint8] | None:
        """(rows, columns): that of one example; None where it has not come."""
        return self._pixels[row] if 0 <= row < len(self._known) and self._known[row] else None

    def sheet(self, cells: NDArray[np.int64], wrong: NDArray[np.bool_]) -> NDArray[np.uint8]:
        """(rows of cells * rows, columns of cells * columns): these examples side by side.

        Of those that are `wrong`, (N,), the upper right corner is filled. What has not come, or is nobody's, is dark.
        """
        high, wide = self.picture
        standing = cells != NOBODY
        tiles = self._pixels[np.where(standing, cells, 0)]
        flagged = standing & wrong[np.where(standing, cells, 0)]
        tiles[~(standing & self._known[np.where(standing, cells, 0)])] = 0
        flag = self._flag()
        tiles[flagged] = np.where(flag, 255, tiles[flagged])
        rows, columns = cells.shape
        return np.ascontiguousarray(tiles.transpose(0, 2, 1, 3).reshape(rows * high, columns * wide))

    def _flag(self) -> NDArray[np.bool_]:
        high, wide = self.picture
        side = max(1, round(FLAG_SHARE * high))
        row, column = np.ogrid[:high, :wide]
        return np.asarray(column - (wide - side) >= row)
