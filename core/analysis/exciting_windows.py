"""Which windows of a set excite a feature map most: of each picture the one cell that says most."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.nn.network import Network
from core.nn.propagation import Propagation
from core.nn.workload import chunk_rows

Indices = NDArray[np.int64]


@dataclass(frozen=True)
class ExcitingWindows:
    """The most exciting first; of pictures whose windows excite the map alike, the first of the set.

    Attributes
    ----------
    row : (n,)
        Which pictures of the set.
    cell : (n,)
        Which cell of the map, row by row.
    z, a : (n,)
        The cell's sum, and what the layer makes of it.
    """

    row: Indices
    cell: Indices
    z: Array
    a: Array


class WindowSearch:
    """Goes through a set chunk by chunk, with the parameters as they were at the beginning.

    Of one picture only the most exciting window is kept. What is no number, or infinite, is left out.

    Parameters
    ----------
    network : Network
    layer, number : int
        Which map of which layer, both counted from 0.
    X : (N, n_in)
        The set.
    rows : (n,)
        Which pictures of it are looked at.
    most : int
        How many windows are kept.

    Attributes
    ----------
    found : ExcitingWindows
        So far.
    done, total : int
        Pictures.
    """

    def __init__(
        self, network: Network, layer: int, number: int, X: NDArray[Any], rows: Indices, most: int
    ) -> None:
        self._network, self._layer, self._number = network.copy(), layer, number
        self._X, self._rows, self._most = X, rows, most
        self._maps = network.topology.maps[layer + 1]
        self._chunk = chunk_rows(network.topology)
        self._passes: dict[int, Propagation] = {}
        self.done, self.total = 0, len(rows)
        none, nothing = np.zeros(0, np.int64), np.zeros(0, network.dtype)
        self.found = ExcitingWindows(none, none, nothing, nothing)

    @np.errstate(over="ignore", invalid="ignore")
    def advance(self) -> bool:
        """Look at one chunk more; True when all are done."""
        rows = self._rows[self.done : self.done + self._chunk]
        if len(rows):
            if len(rows) not in self._passes:
                self._passes[len(rows)] = self._network.propagation(len(rows))
            propagation = self._passes[len(rows)]
            propagation.forward(self._X[rows].astype(self._network.dtype))
            z, a = (
                part[self._layer].reshape(len(rows), -1, self._maps)[:, :, self._number]
                for part in (propagation.z, propagation.a)
            )
            self._keep_best(rows, z, a)
            self.done += len(rows)
        return self.done >= self.total

    def finish(self) -> WindowSearch:
        """All chunks, in one call."""
        while not self.advance():
            pass
        return self

    def _keep_best(self, rows: Indices, z: Array, a: Array) -> None:
        """Of these pictures' cells, (pictures, cells), and of what is kept already."""
        is_finite = np.isfinite(a) & np.isfinite(z)
        most = np.where(is_finite, a, -np.inf).max(axis=1, keepdims=True)
        # Of cells that say the same, as all do that a ReLU silences, the one whose sum is largest.
        cell = np.where(is_finite & (a == most), z, -np.inf).argmax(axis=1)
        of = np.arange(len(rows)), cell
        fits = is_finite[of]
        new = ExcitingWindows(rows[fits], cell[fits].astype(np.int64), z[of][fits], a[of][fits])
        both = {
            field.name: np.concatenate([getattr(self.found, field.name), getattr(new, field.name)])
            for field in fields(ExcitingWindows)
        }
        order = np.lexsort((both["row"], -both["z"], -both["a"]))[: self._most]
        self.found = ExcitingWindows(**{name: part[order] for name, part in both.items()})
