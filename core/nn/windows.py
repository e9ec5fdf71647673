"""A square window that moves over a picture: where it stands, and what it covers there.

Pictures are (rows, columns, channels), and lie in a layer's list of numbers in this order: a cell's channels are
neighbours. Windows stand `stride` cells apart, row by row; with padding, the first begins that many cells before the
picture, and what lies beyond its border counts as 0.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from core.arrays import Array, Shape
from core.nn.connections import Indices

Picture = tuple[int, int, int]
BEYOND = -1
MAX_KERNEL = 1000
"""Far beyond any use, and so little that its cells can be counted whatever a file says."""


def picture_of(in_shape: Shape, picture: tuple[int, int] | None) -> Picture:
    """(rows, columns, channels) of a layer's input; `picture` says (rows, columns) where it is a list of numbers.

    Raises
    ------
    ValueError
        When that is no picture.
    """
    if len(in_shape) == 3:
        rows, columns, channels = in_shape
        return rows, columns, channels
    (count,) = in_shape
    if picture is None or min(picture) < 1 or count % (picture[0] * picture[1]):
        named = "no picture" if picture is None else f"no picture of {picture[0]} x {picture[1]}"
        raise ValueError(f"{count} numbers are {named}: say how many rows and columns they have")
    return *picture, count // (picture[0] * picture[1])


@dataclass(frozen=True)
class Windows:
    """All places of a window on pictures of one shape.

    Attributes
    ----------
    picture : (rows, columns, channels)
    kernel : int
        The window's side, in cells.
    stride : int
    padding : int
        Less than `kernel`, so that each window meets the picture.

    Raises
    ------
    ValueError
        When a number is wrong, the window is larger than `MAX_KERNEL` or than the picture with its padding.
    """

    picture: Picture
    kernel: int
    stride: int
    padding: int = 0

    def __post_init__(self) -> None:
        if self.kernel < 1 or self.stride < 1 or not 0 <= self.padding < self.kernel:
            raise ValueError(
                f"a window of {self.kernel}, stride {self.stride}, padding {self.padding}:"
                " window and stride are 1 or more, the padding is less than the window"
            )
        rows, columns, _ = self.picture
        if self.kernel > MAX_KERNEL:
            raise ValueError(f"a window of {self.kernel}: give at most {MAX_KERNEL}")
        if min(rows, columns) + 2 * self.padding < self.kernel:
            raise ValueError(
                f"a window of {self.kernel} x {self.kernel} does not fit a picture of {rows} x {columns}"
            )

    @property
    def places(self) -> tuple[int, int]:
        """How many rows and columns of windows there are."""
        rows, columns, _ = self.picture
        around = 2 * self.padding - self.kernel
        return (rows + around) // self.stride + 1, (columns + around) // self.stride + 1

    @property
    def fan_in(self) -> int:
        """How many numbers a window covers."""
        return self.kernel * self.kernel * self.picture[2]

    @property
    def met(self) -> int:
        """How many cells all windows meet, of the picture alone: one that several meet counts for each of them."""
        height, width, _ = self.picture
        rows, columns = self.places
        return self._met(height, rows) * self._met(width, columns)

    def _met(self, size: int, places: int) -> int:
        """Along one side: for each place of the window from which to which of its stands it lies on the picture."""
        return sum(
            max(0, min(places, (size - 1 - begin) // self.stride + 1) - max(0, -(begin // self.stride)))
            for begin in range(-self.padding, self.kernel - self.padding)
        )

    def padded(self, rows: int, dtype: np.dtype[np.floating]) -> Array:
        """(rows, rows of the picture and its padding, columns of them, channels): zeros for so many examples."""
        height, width, channels = self.picture
        return np.zeros((rows, height + 2 * self.padding, width + 2 * self.padding, channels), dtype)

    def inside(self, padded: Array) -> Array:
        """(rows, *picture): the part of `padded` that is not padding, a view."""
        height, width, _ = self.picture
        start = self.padding
        return padded[:, start : start + height, start : start + width]

    def covered(self, padded: Array) -> Array:
        """(rows, rows of windows, columns of windows, kernel, kernel, channels): what each covers, a view."""
        size = (self.kernel, self.kernel)
        windows = sliding_window_view(padded, size, axis=(1, 2), writeable=False)
        return windows[:, :: self.stride, :: self.stride].transpose(0, 1, 2, 4, 5, 3)

    def cells(self) -> Indices:
        """(windows, kernel * kernel): the cell that each place of each window meets; `BEYOND` the border."""
        height, width, _ = self.picture
        row, column = (
            np.arange(count)[:, None] * self.stride + np.arange(self.kernel) - self.padding
            for count in self.places
        )
        rows, columns = row[:, None, :, None], column[None, :, None, :]
        met = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
        return np.where(met, rows * width + columns, BEYOND).reshape(-1, self.kernel * self.kernel)
