"""Neurons on their way to other places: the same numbers, drawn where each stands at this moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from core.editing.neuron_permutation import Order
from gui.network.geometry.shapes import Column, Floats, Indices, Layout, Rect
from gui.network.marks.arc_marks import ArcMarks, arc_ends
from gui.network.marks.edge_marks import FADED, edge_palette
from gui.network.marks.mark_types import EdgeMarks, NeuronMarks
from gui.network.marks.weight_tiles import TileMarks
from gui.network.painting.edge_picture import prepare_strokes
from gui.theme.tokens import Theme

REORDER_S = 0.6
# With more lines than these a frame would take too long: the neurons are at their new places at once.
MAX_LINES = 6_000
# With more than these, lines in motion are drawn without smoothing.
MAX_SMOOTH = 2_500


@dataclass(frozen=True)
class ReorderAnimation:
    """A part of the way from one order of the hidden neurons to the next.

    Attributes
    ----------
    orders : sequence of (n,) arrays
        For each hidden layer which neuron, by its old number, has come to each place.
    progress : float
        From 0, everything at its old place, to 1.
    shown : sequence of (k,) arrays
        Which neurons, by their old numbers, stood there one by one; all of them by default.
    """

    orders: Sequence[Order]
    progress: float = 0.0
    shown: Sequence[Indices] = ()

    def layout(self, end: Layout) -> Layout:
        """Where everything stands now, on the way to `end`; it leaves and arrives slowly."""
        share = self.progress**2 * (3 - 2 * self.progress)
        columns = list(end.layers)
        for i, order in enumerate(self.orders):
            column = columns[i]
            x, y = (places[order] for places in self._places(column, i))
            columns[i] = replace(column, x=x + share * (column.x - x), y=y + share * (column.y - y))
        return replace(end, layers=tuple(columns))

    def _places(self, column: Column, layer: int) -> tuple[Floats, Floats]:
        """(x, y) of each neuron by its old number; of one that was collapsed away, the middle of the collapsed
        group.
        """
        x, y = column.x, column.y
        if layer < len(self.shown) and column.shown.size < column.size:
            before, collapsed = self.shown[layer], np.setdiff1d(np.arange(column.size), column.shown)[0]
            places = column.shown[: before.size]
            x, y = np.full_like(x, x[collapsed]), np.full_like(y, y[collapsed])
            x[before[: places.size]] = column.x[places]
            y[before[: places.size]] = column.y[places]
        return x, y


def moved_neurons(marks: Sequence[NeuronMarks], layout: Layout) -> tuple[NeuronMarks, ...]:
    """The same neurons, where this layout has them."""
    return tuple(
        replace(m, x=layout.layers[m.layer].x[m.neuron], y=layout.layers[m.layer].y[m.neuron]) for m in marks
    )


def moved_edges(marks: Sequence[EdgeMarks], layout: Layout) -> tuple[EdgeMarks, ...]:
    """The same edges, between where this layout has their ends."""
    moved = []
    for group in marks:
        x1, y1, x2, y2 = layout.ends((group.source_layer, group.source), (group.target_layer, group.target))
        moved.append(replace(group, x1=x1, y1=y1, x2=x2, y2=y2))
    return tuple(moved)


def can_animate_reorder(marks: Sequence[EdgeMarks]) -> bool:
    """Whether so many lines can be drawn in every frame."""
    return 0 < sum(len(group.source) for group in marks) <= MAX_LINES


def moved_tiles(marks: TileMarks, end: Layout, layout: Layout) -> TileMarks:
    """The same pictures in the same neurons, from where `end` has them to where this layout has them."""
    there, here, neuron = end.layers[0], layout.layers[0], marks.neuron
    x, y = here.x[neuron] - there.x[neuron], here.y[neuron] - there.y[neuron]
    return replace(marks, x=marks.x + x, y=marks.y + y)


def moved_arcs(marks: Sequence[ArcMarks], layout: Layout) -> tuple[ArcMarks, ...]:
    """The same arcs, between where this layout has their neurons."""
    moved = []
    for arcs in marks:
        x1, y1, x2, y2 = arc_ends(layout, arcs.layer, arcs.neuron)
        moved.append(replace(arcs, x1=x1, y1=y1, x2=x2, y2=y2))
    return tuple(moved)


def clip_to_network(painter: QPainter, layout: Layout) -> None:
    """Paint no more than an enlarged network's part of the view; of the whole one all."""
    seen = layout.clip or Rect(0.0, 0.0, layout.width, layout.height)
    painter.setClipRect(QRectF(seen.x, seen.y, seen.width, seen.height))


def paint_edges(
    painter: QPainter, marks: Sequence[EdgeMarks], theme: Theme, layout: Layout, faded: bool = False
) -> None:
    """All these edges, the weakest first, from the border of the input picture on; no more than is seen of them.

    They are `faded` where others stand out.
    """
    if not marks:
        return
    palette = edge_palette(theme, marks[0].kind)
    lines, strokes = prepare_strokes(marks, palette, layout.picture, seen=layout.clip)
    painter.save()
    clip_to_network(painter, layout)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(lines) <= MAX_SMOOTH)
    for stroke in strokes:
        stroke.paint(painter, lines)
    painter.restore()
    if faded:
        overlay = theme.colour("canvas")
        overlay.setAlphaF(1 - FADED)
        painter.fillRect(QRectF(0, 0, layout.width, layout.height), overlay)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
