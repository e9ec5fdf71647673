"""Where a kernel's weight is at work: what it sees of the map that is read, and the places of the map that is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.weight_places import KernelWeight, weight_places
from core.engine.snapshot import Snapshot
from gui.network.geometry.shapes import Layout, Rect
from gui.network.interaction.kernel_weights import weight_rect
from gui.network.marks.kernel_marks import KernelMarks


@dataclass(frozen=True)
class WeightFrames:
    """What is framed of one weight.

    Attributes
    ----------
    own : Rect or None
        The weight itself; None where its kernel has no room.
    seen : Rect
        All cells that it meets, on the map that is read.
    places : Rect
        The places that have it as a connection, on the map that is made.
    border : tuple of Rect
        The places where it meets the border's zeros.
    """

    own: Rect | None
    seen: Rect
    places: Rect
    border: tuple[Rect, ...]


def weight_frames(
    snapshot: Snapshot, layout: Layout, kernels: Sequence[KernelMarks], weight: KernelWeight
) -> WeightFrames:
    """The frames of a weight; the network has it, or `ValueError` is raised."""
    group = snapshot.connections[weight.group]
    places = weight_places(snapshot.connections, snapshot.trace, weight)
    rows, columns = np.nonzero(places.meets)
    first = places.cell_at(int(rows.min()), int(columns.min()))
    last = places.cell_at(int(rows.max()), int(columns.max()))
    seen = _cells(_tile(layout, group.source_layer, weight.from_map), places.source.shape, first, last)
    tile = _tile(layout, group.target_layer, weight.to_map)
    shape = places.meets.shape
    inside = _cells(tile, shape, (int(rows.min()), int(columns.min())), (int(rows.max()), int(columns.max())))
    return WeightFrames(weight_rect(kernels, weight), seen, inside, _outside(tile, places.meets))


def _tile(layout: Layout, layer: int, number: int) -> Rect:
    """Where a map stands; the input counts as layer 0."""
    maps = layout.layers[layer - 1].maps if layer else None
    return layout.picture if maps is None else maps.tiles[number]


def _cells(tile: Rect, shape: tuple[int, ...], first: tuple[int, int], last: tuple[int, int]) -> Rect:
    """The rectangle from one cell of a map to another."""
    high, wide = tile.height / shape[0], tile.width / shape[1]
    return Rect(
        tile.x + first[1] * wide,
        tile.y + first[0] * high,
        (last[1] - first[1] + 1) * wide,
        (last[0] - first[0] + 1) * high,
    )


def _outside(tile: Rect, meets: NDArray[np.bool_]) -> tuple[Rect, ...]:
    """The strips of a map at whose places the border is met: whole rows, and columns between them."""
    rows, columns = np.flatnonzero(meets.any(axis=1)), np.flatnonzero(meets.any(axis=0))
    high, wide = meets.shape
    top, bottom = int(rows[0]), int(rows[-1])
    left, right = int(columns[0]), int(columns[-1])
    strips = [
        ((0, 0), (top - 1, wide - 1), top > 0),
        ((bottom + 1, 0), (high - 1, wide - 1), bottom < high - 1),
        ((top, 0), (bottom, left - 1), left > 0),
        ((top, right + 1), (bottom, wide - 1), right < wide - 1),
    ]
    return tuple(_cells(tile, meets.shape, first, last) for first, last, is_there in strips if is_there)
