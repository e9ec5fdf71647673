"""A convolution's windows without its sharing: each place of a window has weights of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from core.arrays import Array, Shape
from core.nn.connections import Connections, Indices
from core.nn.window_connections import WindowConnections
from core.nn.window_spec import WindowSpec
from core.nn.windows import BEYOND, Windows

if TYPE_CHECKING:
    from core.nn.topology import Topology


@dataclass(frozen=True)
class LocallyConnected2d(WindowSpec):
    """z of a cell of a map = the window around the cell times the cell's own weights, and its own bias.

    W is (weights,): window by window, of each its places row by row, their channels, and the maps; a place beyond the
    border has none. b is (rows * columns * maps,).
    """

    def parameter_shapes(self, in_shape: Shape) -> Mapping[str, Shape]:
        """W and b."""
        windows = self.windows(in_shape)
        rows, columns = windows.places
        return {"W": (windows.met * windows.picture[2] * self.maps,), "b": (rows * columns * self.maps,)}

    def connections(self, topology: Topology, number: int) -> tuple[Connections, ...]:
        """One group, from the layer before."""
        windows = self.windows(topology.in_shapes[number - 1])
        first = topology.table.index("W", number - 1, 0)
        present = _present(windows, self.maps)
        parameters = np.full(_count(windows, self.maps), BEYOND)
        parameters[present] = first + np.arange(present.size)
        group = parameters.reshape(-1, windows.fan_in, self.maps)
        return (WindowConnections(number - 1, number, windows, group),)

    def initialize(self, parameters: Sequence[Array], draw: Callable[[int, int], Array]) -> None:
        """Draw W; b stays. A number goes to at most kernel * kernel cells of each map."""
        W, b = parameters
        cells = self.kernel * self.kernel
        # As many numbers lead to a cell as lead to it on the average.
        fan_in = max(1, round(W.size / b.size))
        columns = -(-W.size // fan_in)
        drawn = [draw(fan_in, cells * self.maps) for _ in range(-(-columns // (cells * self.maps)))]
        W[...] = np.concatenate([part.ravel() for part in drawn])[: W.size]

    def gradients(self, in_shape: Shape, x: Array, delta: Array) -> Mapping[str, Array]:
        """dC/dw = x δ of each connection, and dC/db = δ, of one example."""
        windows = self.windows(in_shape)
        padded = windows.padded(1, x.dtype)
        windows.inside(padded)[...] = x.reshape(1, *windows.picture)
        columns = windows.covered(padded).reshape(-1, windows.fan_in, 1)
        whole = columns * delta.reshape(-1, 1, self.maps)
        return {"W": whole.ravel()[_present(windows, self.maps)] + 0.0, "b": delta.ravel() + 0.0}

    def present(self, windows: Windows) -> Indices:
        """The places of the whole (windows, fan_in, maps) array that do not lie beyond the border."""
        return _present(windows, self.maps)

    def affine(self, windows: Windows, parameters: Sequence[Array]) -> LocalSums:
        """Make what computes z."""
        W, b = parameters
        return LocalSums(windows, self.maps, W, b)


def _count(windows: Windows, maps: int) -> int:
    rows, columns = windows.places
    return rows * columns * windows.fan_in * maps


@lru_cache(maxsize=16)
def _present(windows: Windows, maps: int) -> Indices:
    """The places of the whole (windows, fan_in, maps) array that do not lie beyond the border."""
    met = windows.cells() != BEYOND
    return np.flatnonzero(np.repeat(met, windows.picture[2] * maps))


@dataclass
class _Cache:
    """What `LocalSums` needs; `columns` is what each window covers, (windows, rows, fan_in)."""

    inside: Array
    covered: Array
    columns: Array
    by_window: Array
    out: Array
    ones: Array
    back_columns: Array
    back: Array
    dx: Array
    needs_dx: bool


class LocalSums:
    """z = (what a window covers) times the weights of that window, + b."""

    def __init__(self, windows: Windows, maps: int, W: Array, b: Array) -> None:
        self._windows, self._maps, self._W, self._b = windows, maps, W, b
        self._present = _present(windows, maps)
        self._matrices = np.zeros((b.size // maps, windows.fan_in, maps), W.dtype)

    def cache(self, rows: int, dtype: np.dtype[Any], needs_dx: bool) -> _Cache:
        """Buffers for so many examples."""
        windows = self._windows
        count, fan_in, maps = self._matrices.shape
        padded = windows.padded(rows, dtype)
        inside = windows.inside(padded)
        back = rows if needs_dx else 0
        return _Cache(
            inside,
            windows.covered(padded),
            np.empty((count, rows, fan_in), dtype),
            np.empty((count, rows, maps), dtype),
            np.empty((rows, count * maps), dtype),
            np.ones(rows, dtype),
            np.empty((count, back, fan_in), dtype),
            windows.padded(back, dtype),
            np.empty((back, inside[0].size), dtype),
            needs_dx,
        )

    def forward(self, x: Array, cache: _Cache) -> Array:
        """(rows, units): z."""
        rows, (high, wide) = len(cache.out), self._windows.places
        np.copyto(cache.inside, x.reshape(cache.inside.shape))
        kernel, channels = self._windows.kernel, self._windows.picture[2]
        columns = cache.columns.reshape(high, wide, rows, kernel, kernel, channels)
        np.copyto(columns, cache.covered.transpose(1, 2, 0, 3, 4, 5))
        self._matrices.ravel()[self._present] = self._W
        np.matmul(cache.columns, self._matrices, out=cache.by_window)
        np.copyto(cache.out.reshape(rows, -1, self._maps), cache.by_window.transpose(1, 0, 2))
        np.add(cache.out, self._b, cache.out)
        return cache.out

    def backward(self, grad: Array, cache: _Cache, grads: Sequence[Array]) -> Array:
        """From dC/dz to dC/dx; writes dC/dW and dC/db, summed over the examples."""
        rows = len(grad)
        np.copyto(cache.by_window, grad.reshape(rows, -1, self._maps).transpose(1, 0, 2))
        if grads:
            dW, db = grads
            np.take(np.matmul(cache.columns.transpose(0, 2, 1), cache.by_window), self._present, out=dW)
            np.dot(cache.ones, grad, db)
        if cache.needs_dx:
            windows, (high, wide) = self._windows, self._windows.places
            np.matmul(cache.by_window, self._matrices.transpose(0, 2, 1), out=cache.back_columns)
            kernel, step, channels = windows.kernel, windows.stride, windows.picture[2]
            parts = cache.back_columns.reshape(high, wide, rows, kernel, kernel, channels).transpose(
                2, 0, 1, 3, 4, 5
            )
            cache.back.fill(0)
            for i in range(kernel):
                for j in range(kernel):
                    met = cache.back[:, i : i + step * high : step, j : j + step * wide : step]
                    met[:, :high, :wide] += parts[:, :, :, i, j]
            np.copyto(cache.dx.reshape(rows, *windows.picture), windows.inside(cache.back))
        return cache.dx
