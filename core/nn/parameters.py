"""Where each parameter stands in the flat vector of all of them; nothing else knows how that vector is laid out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array, Shape


@dataclass(frozen=True)
class Entry:
    """One array of parameters, kept row by row in one piece of the flat vector.

    Attributes
    ----------
    name : str
        "W" for weights, "b" for biases.
    layer : int
        Whose it is, counted from 0, the first layer after the input.
    shape : tuple of int
    start, stop : int
        Its piece.
    """

    name: str
    layer: int
    shape: Shape
    start: int
    stop: int

    def view(self, flat: NDArray[Any]) -> NDArray[Any]:
        """Its part of a flat vector, in its own shape; writing to it writes to the vector."""
        return flat[self.start : self.stop].reshape(self.shape)


class ParameterTable:
    """All entries of a network, one behind the other.

    Parameters
    ----------
    layers : iterable of mappings
        For each layer the shapes of its arrays by their names, in their order.

    Attributes
    ----------
    entries : tuple of Entry
    count : int
        How many numbers a flat vector has.
    """

    def __init__(self, layers: Iterable[Mapping[str, Shape]]) -> None:
        entries: list[list[Entry]] = []
        start = 0
        for layer, shapes in enumerate(layers):
            entries.append([])
            for name, shape in shapes.items():
                stop = start + math.prod(shape)
                entries[layer].append(Entry(name, layer, shape, start, stop))
                start = stop
        self._of_layer = entries
        self.entries = tuple(entry for own in entries for entry in own)
        self.count = start

    def index(self, name: str, layer: int, *place: int) -> int:
        """Where one parameter stands in a flat vector, by its place in the array.

        Raises
        ------
        IndexError
            When there is no such array, or no such place in it.
        """
        for entry in self._of_layer[layer] if 0 <= layer < len(self._of_layer) else ():
            inside = len(place) == len(entry.shape) and all(
                0 <= i < size for i, size in zip(place, entry.shape, strict=True)
            )
            if entry.name == name and inside:
                return entry.start + int(np.ravel_multi_index(place, entry.shape))
        raise IndexError(f"there is no {name}{list(place)} in layer {layer}")

    def views(self, flat: NDArray[Any]) -> tuple[tuple[NDArray[Any], ...], ...]:
        """For each layer its arrays, in the order of its entries."""
        return tuple(tuple(entry.view(flat) for entry in own) for own in self._of_layer)

    def named(self, name: str, flat: Array) -> tuple[Array, ...]:
        """Every layer's array of this name; an empty one for a layer without."""
        return tuple(
            next((entry.view(flat) for entry in own if entry.name == name), flat[:0])
            for own in self._of_layer
        )
