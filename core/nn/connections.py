"""Connections: which parameter joins which two units. What is drawn asks for these, whatever kind a layer is of.

Layers are counted with the input as 0, so layer k is the output of ``network.layers[k - 1]``. A layer's weights may
come from any earlier layer; those from one source layer to one target layer are a group.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array

Indices = NDArray[np.intp]


@dataclass(frozen=True)
class Edges:
    """Some connections of a group, one row each.

    Attributes
    ----------
    source, target : (m,) arrays
        The units that they join, by their numbers in their layers.
    parameter : (m,) array
        Each one's weight, as an index into the flat vector of all parameters. Shared weights occur more than once.
    """

    source: Indices
    target: Indices
    parameter: Indices

    def __len__(self) -> int:
        return int(self.source.size)

    def only(self, which: NDArray[np.intp] | NDArray[np.bool_]) -> Edges:
        """Those at these places, or those that are flagged."""
        return Edges(self.source[which], self.target[which], self.parameter[which])


NO_EDGES = Edges(*(np.zeros(0, np.intp) for _ in range(3)))


@dataclass(frozen=True)
class Incoming:
    """How strong the connections to some units are, a row for each unit.

    Attributes
    ----------
    strength : (units, most) array
        |number| of each connection, 0 where it is not finite; rows of units that have fewer end in zeros. Sources whose
        numbers are all 0 may be left out.
    edges : function of two (m,) index arrays
        The connections at these rows and columns of `strength`.
    """

    strength: Array
    edges: Callable[[Indices, Indices], Edges]


class Connections(ABC):
    """All connections from one layer to a later one.

    A number of a connection is its parameter's in a flat vector: of parameters, of a gradient, of changes. It is
    multiplied by what its source sends, where that is given (`sent`, a number for each source), and by what its target
    hands back (`received`, a number for each target).

    Attributes
    ----------
    source_layer, target_layer : int
        The layers, the input counted as 0.
    shape : (int, int)
        How many units they have.
    count : int
        How many connections there are.
    is_shared : bool
        Whether several connections have one weight: its gradient is then the sum over all of them.
    block_shape : (places, sources, targets) or None
        How its weights lie: maps of the target layer have a weight for each map of the source layer at each place that
        a window covers. Units that are no cells of maps are one map each. None where the weights lie otherwise, or some
        maps are not joined: their numbers are then more than names.
    """

    is_shared = False
    source_layer: int
    target_layer: int
    shape: tuple[int, int]
    count: int
    block_shape: tuple[int, int, int] | None = None

    @abstractmethod
    def between(self, sources: Indices, targets: Indices) -> Edges:
        """All from any of these sources to any of these targets, source by source, by rising target."""

    def incoming(self, target: int) -> Edges:
        """All that end in this unit, by rising source."""
        return self.between(np.arange(self.shape[0]), np.array([target]))

    def outgoing(self, source: int) -> Edges:
        """All that begin at this unit, by rising target."""
        return self.between(np.array([source]), np.arange(self.shape[1]))

    def parameter(self, source: int, target: int) -> int | None:
        """The weight that joins these two; None where nothing does."""
        found = self.between(np.array([source]), np.array([target])).parameter
        return int(found[0]) if found.size else None

    @cached_property
    def every(self) -> Edges:
        """All of them, source by source."""
        return self.between(np.arange(self.shape[0]), np.arange(self.shape[1]))

    def block(self, vector: NDArray[Any]) -> NDArray[Any]:
        """The weights' part of a flat vector, in `block_shape`, a view.

        Raises
        ------
        ValueError
            When they have no such shape.
        """
        raise ValueError("the weights do not lie map by map")

    def values(self, vector: Array, sent: Array | None = None, received: Array | None = None) -> Array:
        """(count,): every connection's number, source by source."""
        return numbers_of(self.every, vector, sent, received)

    def some_values(
        self, vector: Array, most: int, sent: Array | None = None, received: Array | None = None
    ) -> Array:
        """Enough of `values` to know how large they are: about `most`, or all; zeros may be left out."""
        return self.values(vector, sent, received)

    def total(self, vector: Array, sent: Array | None = None, received: Array | None = None) -> float:
        """Σ |number|, in float64; not finite where one of them is not."""
        return float(np.sum(np.abs(self.values(vector, sent, received)), dtype=np.float64))

    def sums_by_map(self, vector: Array, sent: Array) -> tuple[Array, Array] | None:
        """(channels, maps) each, in float64: Σ|number| and Σ number of all connections from one map to another.

        None where weights are not shared, and where a number is not finite: then they are added up one by one.
        """
        return None

    def back(self, vector: Array, received: Array) -> Array:
        """(sources,): the sum of all that is backpropagated to each source."""
        every = self.every
        back = np.bincount(every.source, numbers_of(every, vector, received=received), self.shape[0])
        return back.astype(vector.dtype)

    def strengths(
        self,
        vector: Array,
        sources: Indices,
        targets: Indices,
        sent: Array | None = None,
        received: Array | None = None,
    ) -> Incoming:
        """How strong the connections from any of these sources to each of these targets are."""
        edges = self.between(sources, targets)
        strength = finite(np.abs(numbers_of(edges, vector, sent, received)))
        row_of = np.empty(self.shape[1], np.intp)
        row_of[targets] = np.arange(targets.size)
        rows = row_of[edges.target]
        order = np.argsort(rows, kind="stable")
        order = order[strength[order] != 0]
        rows = rows[order]
        counts = np.bincount(rows, minlength=targets.size)
        columns = np.arange(rows.size) - np.repeat(np.cumsum(counts) - counts, counts)
        shape = targets.size, int(counts.max(initial=0))
        table, place = np.zeros(shape, strength.dtype), np.zeros(shape, np.intp)
        table[rows, columns], place[rows, columns] = strength[order], order
        return Incoming(table, lambda row, column: edges.only(place[row, column]))


def numbers_of(
    edges: Edges, vector: Array, sent: Array | None = None, received: Array | None = None
) -> Array:
    """(m,): the number of each of these connections (`Connections`)."""
    numbers: Array = vector[edges.parameter]
    if sent is not None:
        numbers = sent[edges.source] * numbers
    return numbers if received is None else received[edges.target] * numbers


def finite(strength: Array) -> Array:
    """|numbers|, 0 where one is not finite."""
    if np.isfinite(np.sum(strength)):
        return strength
    return np.where(np.isfinite(strength), strength, 0)


class DenseConnections(Connections):
    """Every unit of one layer is joined to every one of the other; `first` is the weight from unit 0 to unit 0.

    Its numbers are a matrix, and are worked with as such: that is many times as fast as one by one.
    """

    def __init__(self, source_layer: int, target_layer: int, shape: tuple[int, int], first: int) -> None:
        self.source_layer, self.target_layer = source_layer, target_layer
        self.shape = shape
        self.count = shape[0] * shape[1]
        self.block_shape = 1, *shape
        self._first = first

    def between(self, sources: Indices, targets: Indices) -> Edges:
        """All from any of these sources to any of these targets, source by source, by rising target."""
        return self._edges(np.repeat(sources, targets.size), np.tile(targets, sources.size))

    def block(self, vector: NDArray[Any]) -> NDArray[Any]:
        """(1, sources, targets): the matrix, a view."""
        return vector[self._first : self._first + self.count].reshape(1, *self.shape)

    def parameter(self, source: int, target: int) -> int | None:
        """The weight that joins these two; None where there are no such units."""
        fits = 0 <= source < self.shape[0] and 0 <= target < self.shape[1]
        return self._first + source * self.shape[1] + target if fits else None

    def values(self, vector: Array, sent: Array | None = None, received: Array | None = None) -> Array:
        """(count,): every connection's number, source by source; of a vector alone a view of it."""
        matrix = self._matrix(vector)
        if sent is not None:
            matrix = sent[:, None] * matrix
        return np.ravel(matrix if received is None else matrix * received)

    def some_values(
        self, vector: Array, most: int, sent: Array | None = None, received: Array | None = None
    ) -> Array:
        """Those of evenly spread units, of those that send or hand back something."""
        matrix, factor = self._matrix(vector), sent
        if received is not None:
            matrix, factor = matrix.T, received
        if factor is None or (sent is not None and received is not None):
            return self.values(vector, sent, received)
        rows = np.flatnonzero(factor)
        if rows.size * matrix.shape[1] > most:
            rows = rows[:: -(-rows.size * matrix.shape[1] // most)]
        return np.ravel(factor[rows, None] * matrix[rows])

    def total(self, vector: Array, sent: Array | None = None, received: Array | None = None) -> float:
        """Σ |number|, in float64; not finite where one of them is not."""
        if sent is None or received is not None:
            return super().total(vector, sent, received)
        a_source = np.add.reduce(np.abs(self._matrix(vector)), axis=1, dtype=np.float64)
        return float(np.dot(np.abs(sent), a_source))

    def back(self, vector: Array, received: Array) -> Array:
        """(sources,): the sum of all that is backpropagated to each source, W δ."""
        return self._matrix(vector) @ received

    def strengths(
        self,
        vector: Array,
        sources: Indices,
        targets: Indices,
        sent: Array | None = None,
        received: Array | None = None,
    ) -> Incoming:
        """How strong the connections are: a part of the matrix, transposed, without sources that send nothing."""
        if received is not None:
            return super().strengths(vector, sources, targets, sent, received)
        matrix = self._matrix(vector)
        sources = sources[np.any(matrix[sources], axis=1) if sent is None else sent[sources] != 0]
        whole = targets.size == self.shape[1]
        part = matrix[sources] if whole else matrix[np.ix_(sources, targets)]
        strength = np.ascontiguousarray(part.T)
        np.abs(strength, out=strength)
        if sent is not None:
            strength *= np.abs(sent[sources])
        return Incoming(finite(strength), lambda row, column: self._edges(sources[column], targets[row]))

    def _matrix(self, vector: Array) -> Array:
        """(sources, targets), a view."""
        return vector[self._first : self._first + self.count].reshape(self.shape)

    def _edges(self, source: Indices, target: Indices) -> Edges:
        return Edges(source, target, self._first + source * self.shape[1] + target)
