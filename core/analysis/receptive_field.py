"""What a cell of a feature map sees of the input's picture, through all layers before it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.arrays import Array
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.nn.topology import Topology
from core.nn.window_spec import WindowSpec


@dataclass(frozen=True)
class ReceptiveField:
    """Rows and columns of the picture, the first and how many; part of it may lie beyond the border.

    References
    ----------
    Luo, Li, Urtasun, Zemel, Understanding the Effective Receptive Field in Deep Convolutional Neural Networks (2016)
    """

    top: int
    left: int
    rows: int
    columns: int

    def piece(self, picture: Array) -> Array:
        """(rows, columns): what the cell sees of a (height, width) picture; NaN beyond the border."""
        height, width = picture.shape
        piece: Array = np.full((self.rows, self.columns), np.nan, np.float32)
        top, left = max(0, self.top), max(0, self.left)
        bottom, right = min(height, self.top + self.rows), min(width, self.left + self.columns)
        inside = picture[top:bottom, left:right]
        piece[top - self.top : bottom - self.top, left - self.left : right - self.left] = inside
        return piece


def receptive_field(topology: Topology, layer: int, cell: int, picture: tuple[int, int]) -> ReceptiveField:
    """Of a cell of this layer's maps, both counted from 0; behind other layers the whole (rows, columns) picture."""
    rows, columns = divmod(cell, topology.shapes[layer + 1][1])
    low, high = np.array([rows, columns]), np.array([rows, columns])
    for number in range(layer, -1, -1):
        spec = topology.layers[number]
        if isinstance(spec, WindowSpec):
            size, step, before = spec.kernel, spec.stride, spec.padding
        elif isinstance(spec, MaxPool2d | AvgPool2d):
            size, step, before = spec.size, spec.size, 0
        else:
            return ReceptiveField(0, 0, *picture)
        low = low * step - before
        high = high * step - before + size - 1
    (top, left), (bottom, right) = low.tolist(), high.tolist()
    return ReceptiveField(top, left, bottom - top + 1, right - left + 1)
