"""Flatten: the cells of all maps as one list of numbers. It computes nothing, and has no parameters."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.arrays import Array, Shape
from core.nn.activations import activation_named
from core.nn.layers import Neurons
from core.nn.weightless import Weightless


@dataclass(frozen=True)
class Flatten(Weightless):
    """a = a_prev, cell by cell, a cell's channels side by side.

    A dense layer reads all cells in this order anyway: it is for who writes networks as PyTorch does.
    """

    @property
    def activation(self) -> str:
        """None: the identity."""
        return "identity"

    def out_shape(self, in_shape: Shape) -> Shape:
        """One number for each of the input's."""
        return (math.prod(in_shape),)

    def canonical(self, in_shape: Shape) -> Flatten:
        """Itself."""
        return self

    def layer(self, in_shape: Shape, parameters: Sequence[Array], dropout: float = 0.0) -> Neurons:
        """Make the layer; nothing is dropped in it, for the layer before has done that."""
        return Neurons(_Passage(math.prod(in_shape)), activation_named("identity"))


@dataclass
class _Cache:
    """Both ways."""

    out: Array
    dx: Array


class _Passage:
    """z = x."""

    def __init__(self, units: int) -> None:
        self._units = units

    def cache(self, rows: int, dtype: np.dtype[Any], needs_dx: bool) -> _Cache:
        """Buffers for so many examples."""
        return _Cache(*np.empty((2, rows, self._units), dtype))

    def forward(self, x: Array, cache: _Cache) -> Array:
        """(rows, units): z."""
        np.copyto(cache.out, x)
        return cache.out

    def backward(self, grad: Array, cache: _Cache, grads: Sequence[Array]) -> Array:
        """dC/dx = dC/dz."""
        np.copyto(cache.dx, grad)
        return cache.dx
