"""The edges that stand out: those of the neuron that is selected, and single ones, at full colour over all else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtGui import QPainter

from core.engine.snapshot import Snapshot
from core.nn.connections import NO_EDGES
from gui.network.geometry.shapes import Layout
from gui.network.interaction.neuron_values import neuron_edges
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.edge_marks import LEVELS, edge_palette
from gui.network.marks.mark_types import EdgeMarks
from gui.network.painting.edge_picture import prepare_strokes
from gui.network.painting.primitives import draw_lines, is_vector
from gui.theme.tokens import Theme


def highlighted_edges(snapshot: Snapshot, layer: int, index: int, layout: Layout) -> EdgeChoice:
    """A neuron's edges that pass something of the displayed sample or could: pixels without ink are left out."""
    return _inked(snapshot, neuron_edges(snapshot, layer, index, layout))


def one_edge(snapshot: Snapshot, group: int, source: int, target: int) -> EdgeChoice:
    """Only this edge; none at all where its source is a pixel without ink."""
    edges = [NO_EDGES] * len(snapshot.connections)
    edges[group] = snapshot.connections[group].between(np.array([source]), np.array([target]))
    return _inked(snapshot, EdgeChoice(snapshot.connections, tuple(edges)))


def _inked(snapshot: Snapshot, choice: EdgeChoice) -> EdgeChoice:
    """Those that do not come from a pixel without ink."""
    kept = [
        edges.only(snapshot.trace.x[edges.source] != 0) if group.source_layer == 0 else edges
        for group, edges in zip(choice.connections, choice.edges, strict=True)
    ]
    return replace(choice, edges=tuple(kept))


def paint_highlighted(painter: QPainter, marks: Sequence[EdgeMarks], theme: Theme) -> None:
    """One neuron's edges at full colour, over everything, to the pixels' centres."""
    for group in marks:
        palette = edge_palette(theme, group.kind).copy()
        palette[:LEVELS], palette[LEVELS + 1 :] = palette[0], palette[-1]
        # All of a sign have one colour: a stroke for each width will do, the widest last.
        collapsed_group = np.unique(group.width, return_inverse=True)[1] + 1
        marks_of_band = (replace(group, level=np.sign(group.level) * collapsed_group),)
        lines, strokes = prepare_strokes(marks_of_band, palette, one_each=is_vector(painter))
        for stroke in strokes:
            painter.setPen(stroke.pen)
            draw_lines(painter, lines[stroke.first : stroke.last])
