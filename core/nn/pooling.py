"""Pooling: each block of cells of a map becomes one cell. It has no parameters."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array, Shape
from core.nn.activations import ACTIVATIONS, activation_named
from core.nn.connections import Indices
from core.nn.layers import Neurons
from core.nn.max_pooling import MaxPooling
from core.nn.weightless import Weightless
from core.nn.windows import Picture, picture_of


@dataclass(frozen=True, eq=False)
class Passed:
    """What goes through a pool, one row each: a unit of its input, the cell that it reaches, and how much of it.

    Attributes
    ----------
    source, target : (m,) index arrays
    share : (m,) array
        What the source's number is multiplied by; so is dC/dz on the way back.
    """

    source: Indices
    target: Indices
    share: Array


@dataclass(frozen=True)
class _Pool2d(Weightless):
    """What both kinds have in common: blocks of `size` x `size` cells, side by side; what is left over is not read.

    Attributes
    ----------
    size : int
        The block's side, in cells; 1 or more.
    activation : str
        One of `core.nn.activations.ACTIVATIONS`.
    picture : (rows, columns) or None
        How its input lies that comes as a list of numbers: needed by a network's first layer alone.

    Raises
    ------
    ValueError
        When a number is wrong or there is no such activation.
    """

    size: int = 2
    activation: str = "identity"
    picture: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        if int(self.size) != self.size or self.size < 1:
            raise ValueError(f"blocks of {self.size}: give a whole number, 1 or more")
        if self.activation not in ACTIVATIONS:
            raise ValueError(f"{self.activation!r} is no activation")

    def out_shape(self, in_shape: Shape) -> Shape:
        """(rows, columns, channels).

        Raises
        ------
        ValueError
            When such an input is no picture, or smaller than a block.
        """
        rows, columns, channels = picture_of(in_shape, self.picture)
        if min(rows, columns) < self.size:
            raise ValueError(
                f"a block of {self.size} x {self.size} does not fit a picture of {rows} x {columns}"
            )
        return rows // self.size, columns // self.size, channels

    def canonical(self, in_shape: Shape) -> Self:
        """Without what the input says itself."""
        return replace(self, picture=self.picture if len(in_shape) == 1 else None)

    def blocks(self, in_shape: Shape) -> Indices:
        """(units, size * size): the units of the input that each cell reads, row by row."""
        picture = picture_of(in_shape, self.picture)
        units = np.arange(math.prod(picture)).reshape(1, *picture)
        blocks: Indices = _blocks(units, self.size)[0].transpose(0, 2, 4, 1, 3).reshape(-1, self.size**2)
        return blocks


@dataclass(frozen=True)
class MaxPool2d(_Pool2d):
    """z of a cell is the largest number of its block; the first of equals, row by row, gets dC/dz back."""

    def layer(self, in_shape: Shape, parameters: Sequence[Array], dropout: float = 0.0) -> Neurons:
        """Make the layer."""
        picture = picture_of(in_shape, self.picture)
        return Neurons(MaxPooling(picture, self.size), activation_named(self.activation), dropout)

    def passed(self, in_shape: Shape, x: Array) -> Passed:
        """Of each block the largest number of this input, as it is."""
        winners = self.winners(in_shape, x)
        return Passed(winners, np.arange(winners.size), np.ones(winners.size, x.dtype))

    def winners(self, in_shape: Shape, x: Array) -> Indices:
        """(units,): for each cell the unit of its input `x`, (n_in,), that is the largest of its block."""
        blocks = self.blocks(in_shape)
        # Of equals the first, as on the way back.
        winners: Indices = blocks[np.arange(len(blocks)), x[blocks].argmax(axis=1)]
        return winners


@dataclass(frozen=True)
class AvgPool2d(_Pool2d):
    """z of a cell is the mean of its block."""

    def layer(self, in_shape: Shape, parameters: Sequence[Array], dropout: float = 0.0) -> Neurons:
        """Make the layer."""
        picture = picture_of(in_shape, self.picture)
        return Neurons(AveragePooling(picture, self.size), activation_named(self.activation), dropout)

    def passed(self, in_shape: Shape, x: Array) -> Passed:
        """Of each block every number of this input, block by block, the same share of each."""
        blocks = self.blocks(in_shape)
        target = np.repeat(np.arange(len(blocks)), self.size**2)
        share = np.full(target.size, 1 / self.size**2, x.dtype)
        return Passed(blocks.ravel(), target, share)


def _blocks(pictures: NDArray[Any], size: int) -> NDArray[Any]:
    """(rows, high, size, wide, size, channels) of (rows, *picture), without what is left over; a view."""
    rows, height, width, channels = pictures.shape
    high, wide = height // size, width // size
    return pictures[:, : high * size, : wide * size].reshape(rows, high, size, wide, size, channels)


@dataclass
class _Cache:
    """Buffers: sums of whole lines of cells, z, and dC/dx with a view of its blocks."""

    lines: Array
    out: Array
    dx: Array
    back: Array


class AveragePooling:
    """z = the mean of each block."""

    def __init__(self, picture: Picture, size: int) -> None:
        self._picture, self._size = picture, size

    def cache(self, rows: int, dtype: np.dtype[Any], needs_dx: bool) -> _Cache:
        """Buffers for so many examples."""
        height, width, channels = self._picture
        high, wide = height // self._size, width // self._size
        # What no block reads gets nothing back.
        dx = np.zeros((rows if needs_dx else 0, height * width * channels), dtype)
        return _Cache(
            np.empty((rows, high, wide * self._size, channels), dtype),
            np.empty((rows, high * wide * channels), dtype),
            dx,
            _blocks(dx.reshape(-1, *self._picture), self._size),
        )

    def forward(self, x: Array, cache: _Cache) -> Array:
        """(rows, units): z."""
        blocks = _blocks(x.reshape(len(cache.out), *self._picture), self._size)
        rows, high, size, wide, _, channels = blocks.shape
        out = cache.out.reshape(rows, high, wide, channels)
        # Whole lines of cells first: a loop over a few channels only takes longer.
        lines = cache.lines.reshape(rows, high, wide, size, channels)
        np.copyto(lines, blocks[:, :, 0])
        for i in range(1, size):
            np.add(lines, blocks[:, :, i], out=lines)
        np.copyto(out, lines[:, :, :, 0])
        for j in range(1, size):
            np.add(out, lines[:, :, :, j], out=out)
        np.multiply(out, out.dtype.type(1 / size**2), out=out)
        return cache.out

    def backward(self, grad: Array, cache: _Cache, grads: Sequence[Array]) -> Array:
        """From dC/dz to dC/dx: each of the block gets the same share."""
        if len(cache.dx):
            rows, high, _, wide, _, channels = cache.back.shape
            share = grad.dtype.type(1 / self._size**2)
            np.multiply(grad.reshape(rows, high, 1, wide, 1, channels), share, out=cache.back)
        return cache.dx
