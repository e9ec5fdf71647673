"""A convolution: the same small matrix of weights (kernel) at every place of a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from core.arrays import Array, Shape
from core.nn.connections import Connections, Indices
from core.nn.window_connections import WindowConnections
from core.nn.window_spec import WindowSpec
from core.nn.windows import Windows, picture_of

if TYPE_CHECKING:
    from core.nn.topology import Topology

# Where a window's rows are shorter than this, a column of windows is copied faster than a window.
SHORT_RUN = 16


@dataclass(frozen=True)
class Conv2d(WindowSpec):
    """z of a cell of a map = the window around the cell times the map's kernels, and the map's bias.

    W is (kernel, kernel, channels, maps): the window's rows and columns, the maps read, the maps made; b (maps,).

    Attributes
    ----------
    maps, kernel, stride, padding, activation, skip, picture
        As `core.nn.window_spec.WindowSpec` has them.
    reads : tuple of tuples of int
        For each map the channels that it reads, by rising number; empty where each reads all. W is then (weights,),
        those of the whole matrix that there are, row by row.
    bias_per_cell : bool
        Whether each cell has a bias of its own; b is then (rows * columns * maps,).

    Raises
    ------
    ValueError
        When a number is wrong or there is no such activation.

    References
    ----------
    LeCun, Boser, Denker et al., Backpropagation Applied to Handwritten Zip Code Recognition (1989): maps that read only
    some channels, a bias for each cell.
    """

    reads: tuple[tuple[int, ...], ...] = ()
    bias_per_cell: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.reads and (
            len(self.reads) != self.maps
            or any(not own or list(own) != sorted(set(own)) or own[0] < 0 for own in self.reads)
        ):
            raise ValueError(f"{self.maps} maps: name the channels that each of them reads, by rising number")

    def windows(self, in_shape: Shape) -> Windows:
        """Where its windows stand.

        Raises
        ------
        ValueError
            When such an input is no picture, is too small, or lacks a channel that is read.
        """
        windows = super().windows(in_shape)
        channels = windows.picture[2]
        if any(own[-1] >= channels for own in self.reads):
            raise ValueError(f"a map reads channel {max(own[-1] for own in self.reads)} of {channels}")
        return windows

    def canonical(self, in_shape: Shape) -> Conv2d:
        """Without a skip where there can't be one, and without what the input says itself."""
        channels = tuple(range(picture_of(in_shape, self.picture)[2]))
        reads = () if all(own == channels for own in self.reads) else self.reads
        return replace(super().canonical(in_shape), reads=reads)

    def parameter_shapes(self, in_shape: Shape) -> Mapping[str, Shape]:
        """W and b."""
        windows = self.windows(in_shape)
        rows, columns = windows.places
        reads = self.kernel * self.kernel * sum(map(len, self.reads))
        return {
            "W": (reads,) if self.reads else (self.kernel, self.kernel, windows.picture[2], self.maps),
            "b": (rows * columns * self.maps if self.bias_per_cell else self.maps,),
        }

    def connections(self, topology: Topology, number: int) -> tuple[Connections, ...]:
        """One group, from the layer before; what meets the border is no connection."""
        windows = self.windows(topology.in_shapes[number - 1])
        entry = next(e for e in topology.table.entries if (e.layer, e.name) == (number - 1, "W"))
        whole = np.arange(windows.fan_in * self.maps)
        present = self.present(windows)
        if present is not None:
            whole = np.full(whole.size, -1)
            whole[present] = np.arange(present.size)
        matrix = np.where(whole < 0, -1, entry.start + whole).reshape(1, windows.fan_in, self.maps)
        return (WindowConnections(number - 1, number, windows, matrix),)

    def initialize(self, parameters: Sequence[Array], draw: Callable[[int, int], Array]) -> None:
        """Draw W; b stays. A number goes to at most kernel * kernel cells of each map."""
        W, _ = parameters
        cells = self.kernel * self.kernel
        if not self.reads:
            W[...] = draw(W.size // self.maps, cells * self.maps)[:, : self.maps].reshape(W.shape)
            return
        columns = [draw(cells * len(own), cells * self.maps)[:, 0] for own in self.reads]
        channels = max(own[-1] for own in self.reads) + 1
        whole = np.zeros((cells, channels, self.maps))
        for m, (own, column) in enumerate(zip(self.reads, columns, strict=True)):
            whole[:, own, m] = column.reshape(cells, -1)
        W[...] = whole[:, _read(self.reads, channels)].ravel()

    def gradients(self, in_shape: Shape, x: Array, delta: Array) -> Mapping[str, Array]:
        """dC/dW = Σ over the cells of (window) δ, and dC/db = Σ δ, of one example."""
        windows, shapes = self.windows(in_shape), self.parameter_shapes(in_shape)
        sums = self.affine(windows, [np.zeros(shape, x.dtype) for shape in shapes.values()])
        cache = sums.cache(1, x.dtype, needs_dx=False)
        sums.read(x.reshape(1, -1), cache)
        grads = {name: np.empty(shape, x.dtype) for name, shape in shapes.items()}
        sums.backward(np.ascontiguousarray(delta).reshape(1, -1), cache, tuple(grads.values()))
        return {name: grad + 0.0 for name, grad in grads.items()}

    def present(self, windows: Windows) -> Indices | None:
        """The places of the whole (fan_in, maps) array that have a weight, one after another; None for all of them."""
        return _present(self, windows)

    def affine(self, windows: Windows, parameters: Sequence[Array]) -> Convolution:
        """Make what computes z."""
        W, b = parameters
        return Convolution(windows, self.maps, W, b, self.present(windows))


def _read(reads: tuple[tuple[int, ...], ...], channels: int) -> np.ndarray:
    """(channels, maps): whether the map reads the channel."""
    read = np.zeros((channels, len(reads)), np.bool_)
    for m, own in enumerate(reads):
        read[own, m] = True
    return read


@lru_cache(maxsize=16)
def _present(spec: Conv2d, windows: Windows) -> Indices | None:
    """The places of the whole (fan_in, maps) matrix that have a weight, one after another; None for all of them."""
    if not spec.reads:
        return None
    read = _read(spec.reads, windows.picture[2])
    whole = np.broadcast_to(read, (spec.kernel * spec.kernel, *read.shape))
    return np.flatnonzero(whole)


@dataclass
class _Cache:
    """What `Convolution` needs for so many examples.

    `columns` holds what each window covers, a row each; `spread` dC/dz where its cells stand among zeros, and
    `back_columns` what each cell of the input finds around it there.
    """

    inside: Array
    covered: Array
    copied: Array
    columns: Array
    out: Array
    z: Array
    bias: Array
    ones: Array
    dx: Array
    needs_dx: bool
    spread: Array
    places: Array
    around: Array
    back_copied: Array
    back_columns: Array
    turned: Array


class Convolution:
    """z = (what a window covers) W + b, at every place of the window.

    What the windows cover is copied into one matrix, so that all of them are one product. dC/dx is a convolution of
    dC/dz with the kernels turned by half a turn: its cells are spread by the stride, with zeros between them.

    References
    ----------
    Dumoulin and Visin, A guide to convolution arithmetic for deep learning (2016), chapter 4
    """

    def __init__(
        self, windows: Windows, maps: int, W: Array, b: Array, present: Indices | None = None
    ) -> None:
        self._windows, self._maps, self._W, self._b, self._present = windows, maps, W, b, present
        # A row for each number that a window covers: W itself, or the numbers that it has and zeros.
        shape = windows.fan_in, maps
        self._matrix = W.reshape(shape) if present is None else np.zeros(shape, W.dtype)
        kernel, channels = windows.kernel, windows.picture[2]
        # Turned by half a turn, from the maps back to the channels.
        self._turned = self._matrix.reshape(kernel, kernel, channels, maps)[::-1, ::-1].transpose(0, 1, 3, 2)

    def cache(self, rows: int, dtype: np.dtype[Any], needs_dx: bool) -> _Cache:
        """Buffers for so many examples."""
        windows, maps, kernel = self._windows, self._maps, self._windows.kernel
        (high, wide), (height, width, channels) = windows.places, windows.picture
        units = high * wide * maps
        padded = windows.padded(rows, dtype)
        covered = windows.covered(padded)
        copied, columns = _columns(covered, dtype)
        out = np.empty((rows, units), dtype)
        back = rows if needs_dx else 0
        step, first = windows.stride, kernel - 1 - windows.padding
        spread = np.zeros((back, height + kernel - 1, width + kernel - 1, maps), dtype)
        around = Windows((*spread.shape[1:3], maps), kernel, 1).covered(spread)
        back_copied, back_columns = _columns(around, dtype)
        return _Cache(
            windows.inside(padded),
            covered,
            copied,
            columns,
            out,
            out.reshape(-1, maps),
            np.empty(units, dtype),
            np.ones(rows * (1 if self._b.size == units else high * wide), dtype),
            np.empty((back, height * width * channels), dtype),
            needs_dx,
            spread,
            spread[:, first : first + step * high : step, first : first + step * wide : step][
                :, :high, :wide
            ],
            around,
            back_copied,
            back_columns,
            np.empty((kernel, kernel, maps, channels), dtype),
        )

    def read(self, x: Array, cache: _Cache) -> None:
        """Copy what each window covers."""
        np.copyto(cache.inside, x.reshape(cache.inside.shape))
        np.copyto(cache.copied, cache.covered)

    def forward(self, x: Array, cache: _Cache) -> Array:
        """(rows, units): z."""
        self.read(x, cache)
        if self._present is not None:
            self._matrix.ravel()[self._present] = self._W
        np.dot(cache.columns, self._matrix, cache.z)
        # A bias for each cell is added many times as fast as one for each map.
        np.copyto(cache.bias.reshape(-1, self._b.size), self._b)
        np.add(cache.out, cache.bias, cache.out)
        return cache.out

    def backward(self, grad: Array, cache: _Cache, grads: Sequence[Array]) -> Array:
        """From dC/dz to dC/dx; writes dC/dW and dC/db, summed over examples and, where they are shared, cells."""
        delta = grad.reshape(cache.z.shape)
        if grads:
            dW, db = grads
            if self._present is None:
                np.dot(cache.columns.T, delta, dW.reshape(self._matrix.shape))
            else:
                np.take(np.dot(cache.columns.T, delta), self._present, out=dW)
            np.dot(cache.ones, grad.reshape(cache.ones.size, -1), db)
        if cache.needs_dx:
            np.copyto(cache.places, delta.reshape(cache.places.shape))
            np.copyto(cache.back_copied, cache.around)
            np.copyto(cache.turned, self._turned)
            channels = cache.turned.shape[-1]
            np.dot(cache.back_columns, cache.turned.reshape(-1, channels), cache.dx.reshape(-1, channels))
        return cache.dx


def _columns(covered: Array, dtype: np.dtype[Any]) -> tuple[Array, Array]:
    """A buffer for a copy of (rows, high, wide, kernel, kernel, channels), in its shape and as (windows, fan_in)."""
    rows, high, wide, kernel, _, channels = covered.shape
    if kernel * channels >= SHORT_RUN:
        copied = np.empty(covered.shape, dtype)
        return copied, copied.reshape(rows * high * wide, kernel * kernel * channels)
    turned = np.empty((kernel, kernel, channels, rows, high, wide), dtype)
    return turned.transpose(3, 4, 5, 0, 1, 2), turned.reshape(
        kernel * kernel * channels, rows * high * wide
    ).T
