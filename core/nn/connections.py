"""Connections: which parameter joins which two units. What is drawn asks for these, whatever kind a layer is of.

Layers are counted with the input as 0, so layer k is the output of ``network.layers[k - 1]``. A layer's weights may
come from any earlier layer; those from one source layer to one target layer are a group, in a dense network one a gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

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


class Connections(Protocol):
    """All connections from one layer to a later one.

    Attributes
    ----------
    source_layer, target_layer : int
        The layers, the input counted as 0.
    shape : (int, int)
        How many units they have.
    count : int
        How many connections there are.
    """

    source_layer: int
    target_layer: int
    shape: tuple[int, int]
    count: int

    def incoming(self, target: int) -> Edges:
        """All that end in this unit, by rising source."""

    def outgoing(self, source: int) -> Edges:
        """All that begin at this unit, by rising target."""

    def between(self, sources: Indices, targets: Indices) -> Edges:
        """All from any of these sources to any of these targets, source by source."""

    def parameter(self, source: int, target: int) -> int | None:
        """The weight that joins these two; None where nothing does."""


class DenseConnections:
    """Every unit of one layer is joined to every one of the other; `first` is the weight from unit 0 to unit 0."""

    def __init__(self, source_layer: int, target_layer: int, shape: tuple[int, int], first: int) -> None:
        self.source_layer, self.target_layer = source_layer, target_layer
        self.shape = shape
        self.count = shape[0] * shape[1]
        self._first = first

    def incoming(self, target: int) -> Edges:
        """All that end in this unit, by rising source."""
        return self.between(np.arange(self.shape[0]), np.array([target]))

    def outgoing(self, source: int) -> Edges:
        """All that begin at this unit, by rising target."""
        return self.between(np.array([source]), np.arange(self.shape[1]))

    def between(self, sources: Indices, targets: Indices) -> Edges:
        """All from any of these sources to any of these targets, source by source."""
        source, target = np.repeat(sources, targets.size), np.tile(targets, sources.size)
        return Edges(source, target, self._first + source * self.shape[1] + target)

    def parameter(self, source: int, target: int) -> int | None:
        """The weight that joins these two."""
        fits = 0 <= source < self.shape[0] and 0 <= target < self.shape[1]
        return self._first + source * self.shape[1] + target if fits else None


def dense_connections(sizes: Sequence[int]) -> tuple[Connections, ...]:
    """One group for each layer of a dense network whose W and b stand layer by layer in the flat vector."""
    groups: list[Connections] = []
    first = 0
    for layer, shape in enumerate(pairwise(sizes)):
        groups.append(DenseConnections(layer, layer + 1, shape, first))
        first += (shape[0] + 1) * shape[1]
    return tuple(groups)
