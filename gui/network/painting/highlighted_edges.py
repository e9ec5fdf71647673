"""The edges that stand out: those of the neuron that is attended to, and single ones, at full colour over all else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtGui import QPainter

from core.engine.messages import Snapshot
from gui.network.geometry.layout import Layout
from gui.network.interaction.neuron_values import neuron_edges
from gui.network.marks.all_marks import LEVELS, EdgeMarks, edge_palette
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.painting.edge_picture import prepare_strokes
from gui.network.painting.primitives import draw_lines, is_vector
from gui.theme.tokens import Theme


def isolated_edges(snapshot: Snapshot, layer: int, index: int, layout: Layout) -> EdgeChoice:
    """A neuron's edges that pass something of the shown example or could: pixels without ink are left out."""
    edges = neuron_edges(snapshot, layer, index, layout)
    inked = snapshot.trace.x[edges.source[0]] != 0
    if layer > 0:
        return edges
    return replace(
        edges,
        source=(edges.source[0][inked], *edges.source[1:]),
        target=(edges.target[0][inked], *edges.target[1:]),
    )


def one_edge(snapshot: Snapshot, gap: int, source: int, target: int) -> EdgeChoice:
    """Only the edge from `source`; none at all where that is a pixel without ink."""
    edges = neuron_edges(snapshot, gap, target)
    chosen = edges.source[gap] == source
    if gap == 0:
        chosen &= snapshot.trace.x != 0
    sources, targets = list(edges.source), list(edges.target)
    sources[gap], targets[gap] = sources[gap][chosen], targets[gap][chosen]
    return replace(edges, source=tuple(sources), target=tuple(targets))


def paint_isolated(painter: QPainter, marks: Sequence[EdgeMarks], theme: Theme) -> None:
    """One neuron's edges at full colour, over everything, to the pixels' centres."""
    for gap in marks:
        palette = edge_palette(theme, gap.kind).copy()
        palette[:LEVELS], palette[LEVELS + 1 :] = palette[0], palette[-1]
        # All of a sign have one colour: a stroke for each width will do, the widest last.
        band = np.unique(gap.width, return_inverse=True)[1] + 1
        marks_of_band = (replace(gap, level=np.sign(gap.level) * band),)
        lines, strokes = prepare_strokes(marks_of_band, palette, one_each=is_vector(painter))
        for stroke in strokes:
            painter.setPen(stroke.pen)
            draw_lines(painter, lines[stroke.first : stroke.last])
