"""What stands out over all else: the edges of the selected neuron and of what is pinned, and rings around neurons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtGui import QPainter, QPen

from core.analysis.weight_places import KernelWeight, edges_of_weight
from core.engine.snapshot import Snapshot
from core.nn.connections import NO_EDGES, Connections, Edges
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.shapes import Rect
from gui.network.interaction.neuron_values import Edge
from gui.network.interaction.selection import Neuron, SelectionItem, ends_of
from gui.network.interaction.shared_weight import sharing_edges
from gui.network.marks.blank_inputs import blank_words
from gui.network.marks.edge_choice import EdgeChoice, edges_of, highlighted_edges, one_edge
from gui.network.marks.edge_marks import HIGHLIGHTED_PX, LEVELS, edge_marks, edge_palette
from gui.network.marks.mark_types import EdgeMarks, NeuronMarks
from gui.network.marks.scales import largest_of
from gui.network.marks.window_frames import window_frames
from gui.network.painting.edge_layers import EdgeLayers
from gui.network.painting.edge_picture import EdgeContent, prepare_strokes
from gui.network.painting.map_painter import paint_frames
from gui.network.painting.painter import paint_hovered
from gui.network.painting.primitives import draw_lines, is_vector
from gui.network.painting.render_context import RenderContext
from gui.theme.tokens import Theme

# What an edge that is selected is wider than it was.
SELECTED_PX = 1.5
# Its outline on both sides, and the canvas between: so much in all.
OUTLINE_PX = 2.4
# Of a weight's connections each is so much thinner than a neuron's.
THIN_PART = 0.5


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
    weight : KernelWeight or None
        A kernel's weight, whose connections stand out in place of any neuron's.
    """

    neuron: Neuron | None = None
    pins: tuple[SelectionItem, ...] = ()
    edge: Edge | None = None
    weight: KernelWeight | None = None

    @property
    def is_any(self) -> bool:
        """Whether anything's edges stand out, so that the rest fades."""
        return self.neuron is not None or self.weight is not None

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
        neuron that is collapsed: then it comes from the collapsed group, or leads to it. A hidden sign is hidden here
        too: of such an edge that is pinned or pointed at its outline is left, as of one that is 0.
        """
        snapshot = layers.displayed
        if not self.is_any or snapshot is None:
            return ()
        if self.weight is not None:
            own = EdgeChoice(snapshot.connections, tuple(self._sharing(snapshot)))
            thick = _marks_of(own, layers, animation, _scales_of((own,), layers, animation))
            # Hundreds of lines through one point would be one blot.
            return tuple(replace(mark, width=THIN_PART * mark.width) for mark in thick)
        layout = layers.context.layout
        whole = [highlighted_edges(snapshot, *neuron, layout) for neuron in self.neurons]
        lone = [one_edge(snapshot, *edge) for edge in self._edges]
        scale_of = _scales_of((*whole, *lone), layers, animation)
        marks = [mark for choice in whole for mark in _marks_of(choice, layers, animation, scale_of)]
        # All that share its weight stand out with an edge, by the scale of the neuron's own.
        sharing = EdgeChoice(snapshot.connections, tuple(self._sharing(snapshot)))
        marks += _marks_of(sharing, layers, animation, scale_of)
        for choice in lone:
            marks += [
                replace(mark, width=mark.width + SELECTED_PX, outlined=True)
                for mark in _marks_of(choice, layers, animation, scale_of, keeps_hidden=True)
            ]
        return tuple(marks)

    def total(self, snapshot: Snapshot) -> int:
        """How many connections the highlighted neurons have, those that are not drawn included.

        With an edge of a shared weight those of others that share it, too; of a weight all that have it.
        """
        if self.weight is not None:
            return sum(len(edges) for edges in self._sharing(snapshot))
        total = sum(edges_of(snapshot, *neuron) for neuron in self.neurons)
        for group, edges in enumerate(self._sharing(snapshot)):
            connections = snapshot.connections[group]
            of_others = np.ones(len(edges), np.bool_)
            for layer, index in self.neurons:
                of_others &= (connections.target_layer != layer + 1) | (edges.target != index)
                of_others &= (connections.source_layer != layer + 1) | (edges.source != index)
            total += int(np.count_nonzero(of_others))
        return total

    def counted(self, snapshot: Snapshot) -> tuple[int, str]:
        """How many there are in all, and that some of these are left out, as their inputs are 0; else ""."""
        return self.total(snapshot), blank_words(snapshot, self.neurons)

    @property
    def _edges(self) -> list[Edge]:
        return [pin for pin in self.pins if len(pin) == 3] + ([] if self.edge is None else [self.edge])

    def _sharing(self, snapshot: Snapshot) -> list[Edges]:
        """For each group all connections that share a weight with an edge, or a weight, that is pointed at."""
        if self.weight is not None:
            own = edges_of_weight(snapshot.connections, self.weight)
            return [
                own if group == self.weight.group else NO_EDGES for group in range(len(snapshot.connections))
            ]
        weights: list[set[int]] = [set() for _ in snapshot.connections]
        for group, source, target in self._edges if self.neuron is not None else ():
            connections = snapshot.connections[group]
            parameter = connections.parameter(source, target) if connections.is_shared else None
            weights[group] |= set() if parameter is None else {parameter}
        pairs = zip(snapshot.connections, weights, strict=True)
        return [sharing_edges(group, frozenset(own)) if own else NO_EDGES for group, own in pairs]

    @property
    def neurons(self) -> tuple[Neuron, ...]:
        """Those whose edges stand out; where none is highlighted, nobody's do."""
        whole = [self.neuron, *((pin[0], pin[1]) for pin in self.pins if len(pin) == 2)]
        return () if self.neuron is None else tuple(dict.fromkeys(neuron for neuron in whole if neuron))


def _scales_of(
    choices: Sequence[EdgeChoice], layers: EdgeLayers, animation: AnimationState
) -> tuple[float, ...]:
    """For each group the |value| of full colour: of these edges the largest, NaN where all are 0.

    Where the scales are locked it is their group's, as long as that is known, so that before and after can be compared;
    and so it is beside another network.
    """
    scales, locked = [], layers.context.scales.locked or layers.context.scales.is_shared
    for group in range(len(choices[0].edges)):
        content = layers.content_at(group, animation)
        sizes = [
            largest_of(content.values.at(group, choice.edges[group])) or 0.0
            for choice in choices
            if content is not None
        ]
        kept = (
            layers.context.scales.of(content.kind)[group] if locked and content is not None else float("nan")
        )
        scales.append(max(sizes, default=0.0) or float("nan") if np.isnan(kept) else kept)
    if layers.context.scales.same_for_all:
        scales = [float(np.nanmax(scales))] * len(scales) if np.isfinite(scales).any() else scales
    return tuple(scales)


def _marks_of(
    choice: EdgeChoice,
    layers: EdgeLayers,
    animation: AnimationState,
    scale_of: Sequence[float],
    keeps_hidden: bool = False,
) -> list[EdgeMarks]:
    """These edges, with the numbers that `layers` show at this moment; those of a hidden sign only to be outlined."""
    context, marks = layers.context, []
    for group, edges in enumerate(choice.edges):
        content = layers.content_at(group, animation)
        if not len(edges) or content is None:
            continue
        (of_group,) = edge_marks(
            content.values, content.kind, choice, context.layout, scale_of, context.theme, [group]
        )
        every = of_group, *_unfinite(of_group, choice, content, context)
        of_group, *broken = (_of_sign(own, content.choice.sign, keeps_hidden) for own in every)
        marks += broken
        # Between two rows of pixels a line of 1 px would be half as dark in both: the thinnest is wider.
        thinnest, widest = HIGHLIGHTED_PX
        width = thinnest + (widest - thinnest) * np.abs(of_group.level) / LEVELS
        # One whose edges are all of the hidden sign still has a legend.
        if len(every[0].value):
            marks.append(replace(of_group, width=width * context.theme.line_scale, opacity=1.0))
    return marks


def _of_sign(marks: EdgeMarks, sign: int, keeps_hidden: bool) -> EdgeMarks:
    """Without those of the hidden sign, or with them in the colour of 0; NaN has none that could be hidden."""
    if not sign:
        return marks
    is_hidden = marks.value * sign < 0
    return (
        replace(marks, level=np.where(is_hidden, 0, marks.level)) if keeps_hidden else marks.only(~is_hidden)
    )


def _unfinite(
    like: EdgeMarks, choice: EdgeChoice, content: EdgeContent, context: RenderContext
) -> list[EdgeMarks]:
    """The edges of a group whose value is NaN or infinite: they are there all the same."""
    edges = choice.edges[like.group]
    value = content.values.at(like.group, edges)
    broken = np.flatnonzero(~np.isfinite(value))
    if not broken.size:
        return []
    some = edges.only(broken)
    x1, y1, x2, y2 = context.layout.ends((like.source_layer, some.source), (like.target_layer, some.target))
    return [
        replace(
            like,
            source=some.source,
            target=some.target,
            value=value[broken].astype(np.float64),
            x1=x1,
            y1=y1,
            x2=x2,
            y2=y2,
            level=np.zeros(broken.size, np.int64),
            width=np.full(broken.size, HIGHLIGHTED_PX[0] * context.theme.line_scale),
            unfinite=True,
        )
    ]


def _paint_unfinite(painter: QPainter, group: EdgeMarks, theme: Theme) -> None:
    """Dashed, in the colour of errors."""
    pen = QPen(theme.colour("error"), float(group.width.max(initial=1.0)))
    pen.setDashPattern([3.0, 3.0])
    painter.setPen(pen)
    draw_lines(painter, np.ascontiguousarray(np.stack([group.x1, group.y1, group.x2, group.y2], axis=1)))


def paint_highlighted(painter: QPainter, marks: Sequence[EdgeMarks], theme: Theme) -> None:
    """Edges by their strength, over everything, to the pixels' centres; what is outlined last."""
    for group in sorted(marks, key=lambda group: group.outlined):
        palette = edge_palette(theme, group.kind, highlighted=True)
        if group.outlined:
            ends = np.ascontiguousarray(np.stack([group.x1, group.y1, group.x2, group.y2], axis=1))
            for token, more in (("text", 2 * OUTLINE_PX), ("canvas", OUTLINE_PX)):
                width = (float(group.width.max(initial=0)) + more) * theme.line_scale
                painter.setPen(QPen(theme.colour(token), width))
                draw_lines(painter, ends)
        if group.unfinite:
            _paint_unfinite(painter, group, theme)
            continue
        # What is 0 has the canvas's colour: over ink it would be a line of its own.
        coloured = group if group.outlined else group.only(group.level != 0)
        lines, strokes = prepare_strokes((coloured,), palette, one_each=is_vector(painter))
        for stroke in strokes:
            stroke.paint(painter, lines)


def paint_selected(
    painter: QPainter,
    selected: dict[Neuron, bool],
    neurons: Sequence[NeuronMarks],
    context: RenderContext,
    snapshot: Snapshot,
) -> None:
    """The rings around the selected neurons that stand there one by one; of a map's cell frames, also of its window."""
    for (layer, index), is_kept in selected.items():
        column = context.layout.layers[layer]
        if column.maps is not None:
            half = column.radius
            own = Rect(float(column.x[index]) - half, float(column.y[index]) - half, 2 * half, 2 * half)
            seen = window_frames(snapshot, context.layout, layer, index)
            paint_frames(painter, (own, *seen), context.theme)
            continue
        place = int(np.searchsorted(column.shown, index))
        if place < column.shown.size and column.shown[place] == index:
            ring = float(neurons[layer].ring[place])
            x, y = float(column.x[index]), float(column.y[index])
            paint_hovered(painter, x, y, column.radius, ring, context.theme, is_kept)
