"""What is at a point of the picture: a neuron, an edge, or another kind of mark."""

from __future__ import annotations

import numpy as np

from gui.network.geometry.shapes import Layout
from gui.network.geometry.text_width import line_height
from gui.network.interaction.neuron_values import Edge
from gui.network.marks.edge_choice import EdgeChoice
from gui.network.marks.edge_marks import legend_strip
from gui.theme.tokens import Theme

# Half of the smallest area that can be hit, in px; and how far from an edge the pointer may be.
HIT_PX = 12.0
EDGE_HIT_PX = 5.0


def kind_at(layout: Layout, theme: Theme, x: float, y: float) -> str | None:
    """A key of `mark_catalog.mark_kinds`, apart from neurons and edges; None where nothing of these stands."""
    line = line_height("caption", theme)
    strip, legend = legend_strip(layout.legend, theme), layout.legend
    if strip.x <= x <= strip.x + strip.width and abs(y - strip.y - strip.height / 2) <= line / 2:
        return "legend"
    for key, rect in (("scale", legend), ("coverage", layout.coverage)):
        if rect.contains(x, y):
            return key
    if abs(y - layout.gaps_y + 4) <= line / 2:
        return "gap_coverage"
    if abs(y - layout.caption_y + 4) <= line / 2:
        return "head" if x < layout.layers[-1].left else "verdict"
    for column in layout.layers:
        if column.collapsed_group is not None and column.collapsed_group.contains(x, y):
            return "band"
    if layout.map is not None and layout.map.contains(x, y):
        return "map"
    if layout.picture.contains(x, y):
        return "input"
    if layout.loss.contains(x, y):
        return "loss" if y < layout.loss.y + line_height("head", theme) else "place"
    for track in layout.bars:
        if track.height and track.x <= x <= layout.width and abs(y - track.y - track.height / 2) <= line / 2:
            return "bar"
    return None


def hit_neuron(layout: Layout, x: float, y: float) -> tuple[int, int] | None:
    """(layer, index) of the neuron at a point: the nearest one within 12 px or its radius.

    An output's bar counts as its neuron.
    """
    best: tuple[int, int] | None = None
    nearest = np.inf
    for layer, column in enumerate(layout.layers):
        reach = max(HIT_PX, column.radius + 4)
        if not column.left - reach <= x <= column.right + reach:
            continue
        distance = np.hypot(column.x[column.shown] - x, column.y[column.shown] - y)
        place = int(np.argmin(distance))
        if distance[place] <= reach and distance[place] < nearest:
            nearest = float(distance[place])
            best = layer, int(column.shown[place])
    if best is not None:
        return best
    outputs = layout.layers[-1]
    for index in (int(i) for i in outputs.shown):
        track = layout.bars[index]
        middle = track.y + track.height / 2
        if outputs.right <= x < layout.width and abs(y - middle) <= max(track.height / 2, outputs.radius):
            return len(layout.layers) - 1, index
    return None


def hit_edge(layout: Layout, choice: EdgeChoice, x: float, y: float) -> Edge | None:
    """(group, source, target) of the edge of `choice` nearest to a point, within 5 px.

    `choice` is a highlighted neuron's edges: only those can be hit.
    """
    best: Edge | None = None
    nearest = EDGE_HIT_PX
    for number, (group, edges) in enumerate(zip(choice.connections, choice.edges, strict=True)):
        if len(edges) == 0:
            continue
        x1, y1, x2, y2 = layout.ends((group.source_layer, edges.source), (group.target_layer, edges.target))
        along_x, along_y = x2 - x1, y2 - y1
        length_squared = np.maximum(along_x**2 + along_y**2, 1e-9)
        part = np.clip(((x - x1) * along_x + (y - y1) * along_y) / length_squared, 0, 1)
        distance = np.hypot(x1 + part * along_x - x, y1 + part * along_y - y)
        place = int(np.argmin(distance))
        if distance[place] <= nearest:
            nearest = float(distance[place])
            best = number, int(edges.source[place]), int(edges.target[place])
    return best
