"""Flatten: the cells of all maps as one list of numbers. It computes nothing, and has no parameters."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from core.arrays import Array, Shape
from core.nn.activations import activation_named
from core.nn.connections import Connections
from core.nn.layers import Neurons

if TYPE_CHECKING:
    from core.nn.topology import Topology


@dataclass(frozen=True)
class Flatten:
    """a = a_prev, cell by cell, a cell's channels side by side.

    A dense layer reads all cells in this order anyway: it is for who writes networks as PyTorch does.
    """

    @property
    def activation(self) -> str:
        """None: the identity."""
        return "identity"

    def sources(self, number: int) -> tuple[int, ...]:
        """The layer before."""
        return (number - 1,)

    def out_shape(self, in_shape: Shape) -> Shape:
        """One number for each of the input's."""
        return (math.prod(in_shape),)

    def is_residual(self, in_shape: Shape) -> bool:
        """Never."""
        return False

    def canonical(self, in_shape: Shape) -> Flatten:
        """Itself."""
        return self

    def parameter_shapes(self, in_shape: Shape) -> Mapping[str, Shape]:
        """None."""
        return {}

    def products(self, in_shape: Shape) -> int:
        """None."""
        return 0

    def connections(self, topology: Topology, number: int) -> tuple[Connections, ...]:
        """None: a connection has a weight."""
        return ()

    def initialize(self, parameters: Sequence[Array], draw: Callable[[int, int], Array]) -> None:
        """There is nothing to draw."""

    def gradients(self, in_shape: Shape, x: Array, delta: Array) -> Mapping[str, Array]:
        """None."""
        return {}

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
