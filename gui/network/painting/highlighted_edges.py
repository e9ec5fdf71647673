"""What stands out over all else: the edges of the selected neuron and of what is pinned, and rings around neurons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtGui import QPainter

from core.nn.connections import Connections
from gui.network.animation.timeline import AnimationState
from gui.network.interaction.neuron_values import Edge
from gui.network.interaction.selection import Neuron, SelectionItem, ends_of
from gui.network.marks.edge_choice import EdgeChoice, highlighted_edges, one_edge
from gui.network.marks.edge_marks import LEVELS, WIDE_PX, edge_marks, edge_palette
from gui.network.marks.mark_types import EdgeMarks, NeuronMarks
from gui.network.painting.edge_layers import EdgeLayers, RenderContext
from gui.network.painting.edge_picture import prepare_strokes
from gui.network.painting.painter import paint_hovered
from gui.network.painting.primitives import is_vector
from gui.theme.tokens import Theme

# What an edge that is selected is wider than it was.
SELECTED_PX = 1.5


@dataclass(frozen=True)
class Highlight:
    """What stands out.

    Attributes
    ----------
    neuron : (layer, index) or None
        The neuron whose edges stand out; where there is none, nobody's do.
    pins : tuple of neurons and edges
        What is pinned, whose edges do so too.
    edge : (group, source, target) or None
        An edge that is drawn wider.
    """

    neuron: Neuron | None = None
    pins: tuple[SelectionItem, ...] = ()
    edge: Edge | None = None

    def selected(self, connections: Sequence[Connections]) -> dict[Neuron, bool]:
        """The neurons that have a ring, and whether each is kept."""
        kept = {end: True for pin in self.pins for end in ends_of(pin, connections)}
        now = {} if self.neuron is None else {self.neuron: False}
        if self.edge is not None:
            now |= {end: False for end in ends_of(self.edge, connections)}
        return now | kept

    def marks(self, layers: EdgeLayers, animation: AnimationState) -> tuple[EdgeMarks, ...]:
        """The edges, with the numbers that `layers` show at this moment.

        An edge that is pinned or pointed at stands out among its neuron's edges by its width. It may be one of a
        neuron that is collapsed: then it comes from the collapsed group, or leads to it.
        """
        snapshot = layers.displayed
        if self.neuron is None or snapshot is None:
            return ()
        whole = [self.neuron, *((pin[0], pin[1]) for pin in self.pins if len(pin) == 2)]
        layout = layers.context.layout
        marks = [
            mark
            for neuron in dict.fromkeys(whole)
            for mark in full_colour_marks(highlighted_edges(snapshot, *neuron, layout), layers, animation)
        ]
        edges = [pin for pin in self.pins if len(pin) == 3] + ([] if self.edge is None else [self.edge])
        for edge in edges:
            lone = full_colour_marks(one_edge(snapshot, *edge), layers, animation)
            marks += [replace(mark, width=mark.width + SELECTED_PX) for mark in lone]
        return tuple(marks)


def full_colour_marks(
    choice: EdgeChoice, layers: EdgeLayers, animation: AnimationState
) -> tuple[EdgeMarks, ...]:
    """These edges, with the numbers that `layers` show at this moment."""
    context, marks = layers.context, []
    for group, edges in enumerate(choice.edges):
        if not len(edges):
            continue
        kind, values = layers.values_at(group, animation)
        (of_group,) = edge_marks(values, kind, choice, context.layout, context.scales, context.theme, [group])
        # Between two rows of pixels a line of 1 px is half as dark in both, and would miss a contrast of 3.
        width = np.maximum(of_group.width, WIDE_PX * context.theme.line_scale)
        marks.append(replace(of_group, width=width))
    return tuple(marks)


def paint_highlighted(painter: QPainter, marks: Sequence[EdgeMarks], theme: Theme) -> None:
    """Edges at full colour, over everything, to the pixels' centres."""
    for group in marks:
        palette = edge_palette(theme, group.kind).copy()
        palette[:LEVELS], palette[LEVELS + 1 :] = palette[0], palette[-1]
        # All of a sign have one colour: a stroke for each width will do, the widest last.
        rank = np.unique(group.width, return_inverse=True)[1] + 1
        of_rank = (replace(group, level=np.sign(group.level) * rank),)
        lines, strokes = prepare_strokes(of_rank, palette, one_each=is_vector(painter))
        for stroke in strokes:
            stroke.paint(painter, lines)


def paint_selected(
    painter: QPainter, selected: dict[Neuron, bool], neurons: Sequence[NeuronMarks], context: RenderContext
) -> None:
    """The rings around the selected neurons that stand there one by one."""
    for (layer, index), is_kept in selected.items():
        column = context.layout.layers[layer]
        place = int(np.searchsorted(column.shown, index))
        if place < column.shown.size and column.shown[place] == index:
            ring = float(neurons[layer].ring[place])
            x, y = float(column.x[index]), float(column.y[index])
            paint_hovered(painter, x, y, column.radius, ring, context.theme, is_kept)
