"""Which parameter joins which cell of a picture to which cell of a map: the connections of layers with windows."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.nn.connections import NO_EDGES, Connections, Edges, Indices
from core.nn.windows import BEYOND, Windows


class WindowConnections(Connections):
    """Each cell of each map is joined to the cells of its window.

    What lies beyond the picture's border is no cell, and so joined to nothing.

    Parameters
    ----------
    source_layer, target_layer : int
    windows : Windows
    parameters : (1 or windows, fan_in, maps) array
        The index of each weight in the flat vector, `BEYOND` where there is none; of one window where all share them.

    Attributes
    ----------
    windows : Windows
    """

    def __init__(self, source_layer: int, target_layer: int, windows: Windows, parameters: Indices) -> None:
        self.source_layer, self.target_layer = source_layer, target_layer
        self.windows = windows
        self._cells, self._parameters = windows.cells(), parameters
        self._channels, self._maps = windows.picture[2], parameters.shape[2]
        self.is_shared = len(parameters) < len(self._cells)
        height, width, channels = windows.picture
        self.shape = height * width * channels, len(self._cells) * self._maps
        # So many weights lead from each place of a window, of each window or of all.
        weights = np.sum(parameters.reshape(len(parameters), -1, channels * self._maps) != BEYOND, axis=2)
        self.count = int(np.sum((self._cells != BEYOND) * weights))
        # Places beyond the border may have no weight; where one has some, it is to have all of them.
        present = parameters[parameters != BEYOND]
        self._first = int(present[0]) if present.size else 0
        a_place = self._channels * self._maps
        is_whole = bool(np.isin(weights, (0, a_place)).all())
        if is_whole and np.array_equal(present, self._first + np.arange(present.size)):
            self.block_shape = present.size // a_place, self._channels, self._maps

    @property
    def kernels(self) -> Indices:
        """(channels, maps, kernel, kernel): the weights from each channel to each map that all windows share.

        `BEYOND` where there is none.

        Raises
        ------
        ValueError
            When each window has its own.
        """
        if not self.is_shared:
            raise ValueError("each window has weights of its own")
        side = self.windows.kernel
        return self._parameters.reshape(side, side, self._channels, self._maps).transpose(2, 3, 0, 1)

    def kernel(self, channel: int, to_map: int) -> Indices:
        """(kernel, kernel): those from one channel to one map; raises as `kernels` does."""
        one: Indices = self.kernels[channel, to_map]
        return one

    def weights(self) -> Indices:
        """All weights that there are, by rising index in the flat vector."""
        return np.unique(self._parameters[self._parameters != BEYOND])

    def met(self, row: int, column: int) -> Indices:
        """(rows of windows, columns of them): the cell that this place of each window meets; `BEYOND` the border."""
        return self._cells[:, row * self.windows.kernel + column].reshape(self.windows.places)

    def between(self, sources: Indices, targets: Indices) -> Edges:
        """All from any of these sources to any of these targets, source by source, by rising target."""
        if (sources.size, targets.size) == self.shape:
            return self.every
        if not sources.size or not targets.size:
            return NO_EDGES
        return self._between(sources, targets)

    def block(self, vector: NDArray[Any]) -> NDArray[Any]:
        """(places, channels, maps): the weights, a view."""
        if self.block_shape is None:
            return super().block(vector)
        return vector[self._first : self._first + math.prod(self.block_shape)].reshape(self.block_shape)

    def sums_by_map(self, vector: Array, sent: Array) -> tuple[Array, Array] | None:
        """(channels, maps) each: Σ|a·w| and Σ a·w, in float64; None where no weight is shared, or one is not finite.

        A shared weight meets the same numbers whatever the map: their sum times the weight is the sum over all of its
        connections.
        """
        numbers = sent.reshape(-1, self._channels).astype(np.float64)
        index = self._parameters[0]
        weights = np.where(index == BEYOND, 0.0, vector[index]).reshape(-1, self._channels, self._maps)
        weights = weights.astype(np.float64)
        if not self.is_shared or not np.isfinite(np.abs(numbers).sum() + np.abs(weights).sum()):
            return None
        # `BEYOND` is the last one.
        seen = np.concatenate([numbers, np.zeros((1, self._channels))])[self._cells]
        carried, total = seen.sum(axis=0)[..., None], np.abs(seen).sum(axis=0)[..., None]
        return (np.abs(weights) * total).sum(axis=0), (weights * carried).sum(axis=0)

    def total(self, vector: Array, sent: Array | None = None, received: Array | None = None) -> float:
        """Σ |number|, in float64; not finite where one of them is not."""
        sums = None if sent is None or received is not None else self.sums_by_map(vector, sent)
        return super().total(vector, sent, received) if sums is None else float(sums[0].sum())

    def parameter(self, source: int, target: int) -> int | None:
        """The weight that joins these two; None where nothing does, or there are no such units."""
        fits = 0 <= source < self.shape[0] and 0 <= target < self.shape[1]
        return super().parameter(source, target) if fits else None

    def outgoing(self, source: int) -> Edges:
        """All that begin at this unit, by rising target."""
        windows = np.flatnonzero((self._cells == source // self._channels).any(axis=1))
        targets = windows[:, None] * self._maps + np.arange(self._maps)
        return self._between(np.array([source]), targets.ravel())

    @cached_property
    def every(self) -> Edges:
        """All of them, source by source."""
        return self._between(*(np.arange(size) for size in self.shape))

    def _between(self, sources: Indices, targets: Indices) -> Edges:
        window, m = np.divmod(targets, self._maps)
        cells = self._cells[window]
        source = cells[:, :, None] * self._channels + np.arange(self._channels)
        shared = len(self._parameters) == 1
        parameter = self._parameters[np.zeros_like(window) if shared else window, :, m].reshape(source.shape)
        wanted = np.zeros(self.shape[0], np.bool_)
        wanted[sources] = True
        found = (cells != BEYOND)[:, :, None] & (parameter != BEYOND) & wanted[source]
        target = np.broadcast_to(targets[:, None, None], source.shape)[found]
        edges = Edges(source[found], target, parameter[found])
        return edges.only(np.lexsort((edges.target, edges.source)))
