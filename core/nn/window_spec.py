"""What all layers have in common that weigh what a window covers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from core.arrays import Array, Shape
from core.nn.activations import ACTIVATIONS, activation_named
from core.nn.layers import Layer, Neurons, Residual
from core.nn.windows import Windows, picture_of


@dataclass(frozen=True)
class WindowSpec:
    """A layer of so many feature maps; a cell of a map sees one window of the picture.

    Attributes
    ----------
    maps : int
        How many feature maps it makes, 1 or more.
    kernel : int
        The window's side, in cells.
    stride : int
        How many cells further the next window stands.
    padding : int
        So many cells beyond the picture's border count as 0.
    activation : str
        One of `core.nn.activations.ACTIVATIONS`.
    skip : bool
        Whether it adds its input to its output, wherever both have the same shape.
    picture : (rows, columns) or None
        How its input lies that comes as a list of numbers: needed by a network's first layer alone.

    Raises
    ------
    ValueError
        When there is no map or no such activation.
    """

    maps: int
    kernel: int = 3
    stride: int = 1
    padding: int = 0
    activation: str = "relu"
    skip: bool = False
    picture: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        if int(self.maps) != self.maps or self.maps < 1:
            raise ValueError(f"{self.maps} maps: give a whole number, 1 or more")
        if self.activation not in ACTIVATIONS:
            raise ValueError(f"{self.activation!r} is no activation")

    def windows(self, in_shape: Shape) -> Windows:
        """Where its windows stand.

        Raises
        ------
        ValueError
            When such an input is no picture, or is too small.
        """
        return Windows(picture_of(in_shape, self.picture), self.kernel, self.stride, self.padding)

    def products(self, in_shape: Shape) -> int:
        """A weight for each number that a window covers, of each window and map; the border's zeros among them."""
        windows = self.windows(in_shape)
        return math.prod(windows.places) * windows.fan_in * self.maps

    def sources(self, number: int) -> tuple[int, ...]:
        """The layer before."""
        return (number - 1,)

    def out_shape(self, in_shape: Shape) -> Shape:
        """(rows, columns, maps)."""
        return *self.windows(in_shape).places, self.maps

    def is_residual(self, in_shape: Shape) -> bool:
        """Whether the input is added, which takes equal shapes."""
        return self.skip and self.out_shape(in_shape) == picture_of(in_shape, self.picture)

    def canonical(self, in_shape: Shape) -> Self:
        """Without a skip where there can't be one, and without what the input says itself."""
        picture = self.picture if len(in_shape) == 1 else None
        return replace(self, skip=self.is_residual(in_shape), picture=picture)

    def affine(self, windows: Windows, parameters: Sequence[Array]) -> Layer:
        """Make what computes z, with these arrays of parameters."""
        raise NotImplementedError

    def layer(self, in_shape: Shape, parameters: Sequence[Array], dropout: float = 0.0) -> Neurons | Residual:
        """Make the hidden layer."""
        affine = self.affine(self.windows(in_shape), parameters)
        neurons = Neurons(affine, activation_named(self.activation), dropout)
        return Residual(neurons) if self.is_residual(in_shape) else neurons
