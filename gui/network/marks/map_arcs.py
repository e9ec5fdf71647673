"""Residual connections of feature maps: one arc from each map to the same one of the next layer."""

from __future__ import annotations

import numpy as np

from core.arrays import Array
from gui.network.geometry.shapes import FeatureMaps, Floats, Indices, Layout
from gui.network.marks.scales import largest_of
from gui.theme.tokens import Theme

# The widest arc of a layer, in px, and the thinnest.
WIDEST_PX, THINNEST_PX = 5.0, 0.8
# So far below a map's upper edge an arc leaves it and arrives, as a part of its height: the kernels stand lower.
FROM_TOP = 0.12
# x1, y1, x2, y2 of arcs.
ArcEnds = tuple[Floats, Floats, Floats, Floats]


def maps_around(layout: Layout, layer: int) -> tuple[FeatureMaps, FeatureMaps] | None:
    """The maps of the layer before and of this one (counted from 0); None where one of them has none."""
    before, own = layout.layers[layer - 1].maps if layer else None, layout.layers[layer].maps
    return None if before is None or own is None else (before, own)


def sums_of_maps(numbers: Array, maps: int) -> tuple[Floats, Floats]:
    """(maps,) each: Σ|number| and Σ number over the cells of each map; what is not finite is left out."""
    by_cell = np.nan_to_num(numbers.astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0).reshape(-1, maps)
    return np.abs(by_cell).sum(axis=0), by_cell.sum(axis=0)


def widths_of(total: Floats, theme: Theme) -> Floats:
    """(maps,) in px: in proportion to Σ|number|, but not thinner than can be seen."""
    widest = largest_of(total) or 1.0
    return np.maximum(THINNEST_PX, WIDEST_PX * theme.scale * total / widest)


def map_arc_ends(before: FeatureMaps, own: FeatureMaps, which: Indices) -> ArcEnds:
    """(x1, y1, x2, y2): from the right side of a map to the left side of the same one behind it."""
    ends: tuple[list[float], ...] = ([], [], [], [])
    for number in which.tolist():
        start, end = before.tiles[number], own.tiles[number]
        places = (
            start.x + start.width + 1,
            start.y + FROM_TOP * start.height,
            end.x - 1,
            end.y + FROM_TOP * end.height,
        )
        for side, place in zip(ends, places, strict=True):
            side.append(place)
    x1, y1, x2, y2 = (np.array(side) for side in ends)
    return x1, y1, x2, y2
