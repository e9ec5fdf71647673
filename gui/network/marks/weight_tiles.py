"""Large neurons of the first layer show what they look for: their weights as a picture of the input's own size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter

from core.engine.snapshot import Snapshot
from gui.network.geometry.layout import input_shape
from gui.network.geometry.shapes import Floats, Indices, Layout
from gui.network.marks.edge_marks import LEVELS, edge_palette, levels_of
from gui.network.marks.mark_types import Colour
from gui.network.marks.scales import Scales
from gui.network.painting.primitives import draw_pixels, draw_rects, image_of, packed
from gui.theme.tokens import Theme

# From this radius on there is room for a picture, which fills so much of the square inside the neuron.
LARGE_RADIUS = 16.0
PART = 0.92


@dataclass(frozen=True)
class TileMarks:
    """The pictures in the neurons of the first layer.

    Attributes
    ----------
    kind : "weight" or "signal"
        W, or x·W of the displayed sample.
    neuron : (k,) indices
    x, y : (k,) arrays
        Each picture's top left corner; `side` is its width and height in px.
    value : (k, rows, columns) array
        NaN where no input is connected: an incomplete last row has no pixel.
    colour : (k, rows, columns, 3)
        By the same scale and palette as the edges that they are.
    unused : (rows, columns) flags or None
        Pixels that (almost) never have ink: they are hatched.
    """

    kind: str
    neuron: Indices
    x: Floats
    y: Floats
    side: float
    value: Floats
    colour: Colour
    unused: NDArray[np.bool_] | None


def tile_marks(
    snapshot: Snapshot, layout: Layout, scales: Scales, theme: Theme, of_example: bool = False
) -> TileMarks | None:
    """The pictures of those neurons that are in the view; None where they are too small or the input is no picture."""
    column = layout.layers[0]
    rows, columns = input_shape(snapshot)
    if column.maps is not None or column.radius < LARGE_RADIUS or columns == 1 or len(layout.layers) < 2:
        # `no_room_text.why_no_tiles` says so.
        return None
    seen = column.shown
    inside = (column.x[seen] > -column.radius) & (column.x[seen] < layout.width + column.radius)
    inside &= (column.y[seen] > -column.radius) & (column.y[seen] < layout.height + column.radius)
    neuron = seen[inside]
    kind = "signal" if of_example else "weight"
    # The first group leads from the input to the first layer.
    edges = snapshot.connections[0].between(layout.shown(0), neuron)
    value = np.full((neuron.size, rows * columns), np.nan)
    w = snapshot.parameters[edges.parameter].astype(np.float64)
    if of_example:
        w = w * snapshot.trace.x[edges.source].astype(np.float64)
    value[np.searchsorted(neuron, edges.target), edges.source] = w
    level = levels_of(value, scales.of(kind)[0])
    unused = snapshot.data.unused
    side = PART * np.sqrt(2) * column.radius
    height = side * rows / columns
    return TileMarks(
        kind=kind,
        neuron=neuron,
        x=column.x[neuron] - side / 2,
        y=column.y[neuron] - height / 2,
        side=float(side),
        value=value.reshape(-1, rows, columns),
        colour=edge_palette(theme, kind)[level + LEVELS].reshape(-1, rows, columns, 3),
        unused=None if unused is None or unused.size != rows * columns else unused.reshape(rows, columns),
    )


def paint_tiles(painter: QPainter, marks: TileMarks, theme: Theme) -> None:
    """Each picture with its pixels as squares, those that (almost) never have ink hatched: lines over their colours."""
    rows, columns = marks.value.shape[1:]
    cell = marks.side / columns
    pixels = packed(marks.colour)
    cells = np.empty((0, 4))
    if marks.unused is not None:
        row, column = np.nonzero(marks.unused)
        cells = np.stack(
            [column * cell, row * cell, np.full(row.size, cell), np.full(row.size, cell)], axis=1
        )
    painter.setPen(Qt.PenStyle.NoPen)
    for place, (x, y) in enumerate(zip(marks.x.tolist(), marks.y.tolist(), strict=True)):
        draw_pixels(painter, QRectF(x, y, marks.side, cell * rows), image_of(pixels[place]))
        if len(cells):
            painter.setBrush(QBrush(theme.colour("node"), Qt.BrushStyle.BDiagPattern))
            draw_rects(painter, cells + np.array([x, y, 0, 0]))
