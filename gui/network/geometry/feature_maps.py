"""Where a layer's feature maps stand: each a picture of its cells, below and beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, inf

import numpy as np

from core.nn.topology import Topology
from gui.network.geometry.columns import Frame
from gui.network.geometry.shapes import Column, FeatureMaps, Floats, Rect
from gui.network.geometry.zoom import shifted
from gui.theme.tokens import Theme

# Between two maps, in px.
AIR_PX = 1.5
# In one column as long as a cell is so large, in px.
ROOMY_CELL = 1
# A map is not larger than this, in px, before it is enlarged.
LARGEST_MAP = 84.0
# So much of the room between input and outputs one layer's maps may take, and all of them together.
WIDEST_PART, MAPS_PART = 0.16, 0.5
# The gap before a layer without weights, which only looks at the layer before, as a part of the others.
GAP_OF_POOL = 0.2
# The outline of a map.
LINE_PX = 1.0


def columns_with_maps(
    topology: Topology,
    columns: Sequence[Column],
    left: float,
    right: float,
    frame: Frame,
    theme: Theme,
) -> list[Column]:
    """The hidden layers from x = `left` on, the outputs at `right`: feature maps in place of those that have them.

    Connections have the room that maps do not take. `columns` are all layers, as if none had maps.
    """
    distance = right - left
    shapes = [shape if len(shape) == 3 else None for shape in topology.shapes[1:-1]]

    joined = {group.target_layer for group in topology.connections}

    def placed(widest: float) -> list[Column]:
        result: list[Column] = []
        for layer, (shape, column) in enumerate(zip(shapes, columns, strict=True), start=1):
            if shape is None:
                result.append(column)
                continue
            before = result[-1].maps if result else None
            # A pool's maps are no larger than those that it looks at.
            largest = inf if before is None or layer in joined else before.tiles[0].width
            rows, columns_of_cells, count = shape
            result.append(map_column((rows, columns_of_cells, count), 0.0, widest, frame, theme, largest))
        return result

    own = placed(WIDEST_PART * distance)
    needed = sum(column.right - column.left for column in own)
    if needed > MAPS_PART * distance:
        own = placed(WIDEST_PART * distance * MAPS_PART * distance / needed)
        needed = sum(column.right - column.left for column in own)
    weights = [1.0 if layer in joined else GAP_OF_POOL for layer in range(1, len(topology.layers) + 1)]
    unit = max(0.0, distance - needed) / sum(weights)
    x, result = left, []
    for weight, column in zip(weights, own, strict=False):
        x += weight * unit
        result.append(shifted(column, _whole(x - column.left), 0.0))
        x += column.right - column.left
    return result


def map_column(
    shape: tuple[int, int, int],
    centre: float,
    width: float,
    frame: Frame,
    theme: Theme,
    largest_map: float = inf,
) -> Column:
    """One layer of feature maps, (rows, columns, maps), in one column, or in as many as make its cells largest.

    They take `width` px at most, and each map `largest_map`. A cell is a whole number of px wide and high, where it has
    one: so all are alike.
    """
    rows, columns, count = shape
    height = frame.bottom - frame.top
    largest = min(largest_map, theme.px(LARGEST_MAP) * frame.scale) / max(rows, columns)
    cells = {
        across: min(largest, _cell(rows, columns, ceil(count / across), across, height, width))
        for across in range(1, count + 1)
    }
    # Of equals the fewest columns.
    best = max(cells, key=lambda across: (floor(cells[across]) or cells[across], -across))
    beside = next((across for across, side in cells.items() if side >= ROOMY_CELL), best)
    cell = cells[beside]
    cell = float(floor(cell)) if cell >= 1 else cell
    below = ceil(count / beside)
    across, down = columns * cell, rows * cell
    air = AIR_PX
    left = centre - (beside * across + (beside - 1) * air) / 2
    # Spread over the height, but not farther apart than a map.
    pitch = min(height / below, 2 * down + air)
    top = (frame.top + frame.bottom - below * pitch) / 2 + (pitch - down) / 2
    tiles = tuple(
        Rect(_whole(left + m // below * (across + air)), _whole(top + m % below * pitch), across, down)
        for m in range(count)
    )
    corner_x, corner_y = (np.array([getattr(tile, side) for tile in tiles]) for side in "xy")
    row, column = np.divmod(np.arange(rows * columns), columns)
    x: Floats = (corner_x + ((column + 0.5) * cell)[:, None]).ravel()
    y: Floats = (corner_y + ((row + 0.5) * cell)[:, None]).ravel()
    size = rows * columns * count
    maps = FeatureMaps(rows, columns, cell, tiles)
    start, end = tiles[0].x - LINE_PX, tiles[-1].x + across + LINE_PX
    return Column(size, x, y, cell / 2, np.arange(size), None, start, end, maps=maps)


def _cell(rows: int, columns: int, below: int, beside: int, height: float, width: float) -> float:
    """The side of a cell of so many maps below and beside one another."""
    high = (height / below - AIR_PX) / rows
    wide = (width - (beside - 1) * AIR_PX) / (beside * columns)
    return max(0.05, min(high, wide))


def _whole(px: float) -> float:
    return float(round(px))
