"""Which numbers the scene shows at one place on its way: each is the engine's, of a layer that there is there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.analysis.unrolling import MAPS, PIXELS
from core.arrays import Array
from core.engine.unrolling_messages import ConvolutionUnrolled
from core.nn.connections import Indices

# Cells whose lines are drawn beside those of the chosen one, where weights are shared.
OTHER_CELLS = (3 * 16 + 3, 3 * 16 + 12, 12 * 16 + 3, 12 * 16 + 12)


@dataclass(frozen=True)
class Lines:
    """The connections that end in one cell of a map, the weakest first.

    Attributes
    ----------
    cell : int
    source : (m,) array
        The pixels that they come from.
    weight : (m,) array
    scale : float
        The |w| of full colour.
    """

    cell: int
    source: Indices
    weight: Array
    scale: float


@dataclass(frozen=True)
class LayerView:
    """The layer on its way from dense (position 0) over windows (1) to shared weights (2).

    The cells are cut, then tied, one after the other: in between some have their new weights, and some their old ones.

    Attributes
    ----------
    made : ConvolutionUnrolled
    position : float
    map : int
        The map whose cells are shown.
    cell : int
        The one whose connections are drawn.
    """

    made: ConvolutionUnrolled
    position: float
    map: int
    cell: int

    @property
    def stage(self) -> int:
        """The kind that is left, 0 or 1; the next one is entered."""
        return min(1, max(0, int(self.position)))

    @property
    def done(self) -> int:
        """How many cells are of the next kind already, from 0 to 256."""
        return min(PIXELS, max(0, round((self.position - self.stage) * PIXELS)))

    def kind_of(self, cell: int) -> int:
        """Of which kind a cell is: 0 dense, 1 with a window, 2 with shared weights."""
        return self.stage + (cell < self.done)

    @property
    def weights(self) -> int:
        """How many weights the layer has here."""
        return self.made.layers.weights_at(self.position)

    @cached_property
    def scales(self) -> tuple[float, float, float]:
        """For each kind the |w| of full colour: its largest; what was cut keeps the colours that it had."""
        drawn, _, tied = (float(np.abs(matrix).max(initial=0.0)) for matrix in self.made.layers.matrices)
        return drawn, drawn, tied

    def lines_to(self, cell: int) -> Lines:
        """The connections that end in this cell of the map."""
        kind, unit = self.kind_of(cell), cell * MAPS + self.map
        layers = self.made.layers
        source = np.arange(PIXELS) if not kind else layers.source[layers.target == unit]
        weight = layers.matrices[kind][source, unit]
        order = np.argsort(np.abs(weight), kind="stable")
        return Lines(cell, source[order], weight[order], self.scales[kind])

    def other_lines(self) -> tuple[Lines, ...]:
        """Those of some more cells, where weights are shared."""
        return tuple(
            self.lines_to(cell) for cell in OTHER_CELLS if cell != self.cell and self.kind_of(cell) == 2
        )

    @property
    def z(self) -> float:
        """Of the chosen cell."""
        return float(self.made.z[self.kind_of(self.cell), self.cell * MAPS + self.map])

    def activations(self) -> tuple[Array, float]:
        """(256,): a = max(z, 0) of the map's cells; and the largest of it in any of the three layers."""
        of_map = np.maximum(self.made.z[:, self.map :: MAPS], 0.0)
        kinds = self.stage + (np.arange(PIXELS) < self.done)
        return of_map[kinds, np.arange(PIXELS)], float(of_map.max(initial=0.0))

    def kernel(self, number: int) -> Array:
        """(3, 3): the shared weights of a map."""
        return self.made.layers.kernels.reshape(3, 3, MAPS)[..., number]
