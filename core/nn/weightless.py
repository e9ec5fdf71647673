"""What layers without weights have in common: pools and the like only pass on what they read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from core.arrays import Array, Shape
from core.nn.connections import Connections

if TYPE_CHECKING:
    from core.nn.topology import Topology


class Weightless:
    """The part of a `core.nn.layers.LayerSpec` that is about parameters: there are none."""

    def sources(self, number: int) -> tuple[int, ...]:
        """The layer before."""
        return (number - 1,)

    def is_residual(self, in_shape: Shape) -> bool:
        """Never."""
        return False

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
