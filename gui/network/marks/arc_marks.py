"""Residual connections as arcs from neuron to neuron, or from map to map, past the weights between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from core.arrays import Array
from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.shapes import FeatureMaps, Floats, Indices, Layout
from gui.network.marks.edge_marks import LEVELS, edge_palette, levels_of
from gui.network.marks.map_arcs import ArcEnds, map_arc_ends, maps_around, sums_of_maps, widths_of
from gui.network.marks.mark_types import Colour
from gui.network.marks.scales import Scales, largest_of
from gui.theme.tokens import Theme

# More arcs than these, of a layer and in all, cannot be distinguished and take longer than a frame: the strongest stay.
MAX_ARCS, MAX_IN_ALL = 64, 400
GRADIENTS = ("gradient", "mean_gradient")
# How far an arc rises above its straight line, in px and as a part of the distance.
RISE_PX, RISE_PART = 14.0, 0.12
ARC_PX = 1.6


@dataclass(frozen=True)
class ArcMarks:
    """One layer's arcs, from (x1, y1) to (x2, y2).

    ``value`` is what each carries: a_prev of the neuron it comes from; in the pictures of gradients ∂C/∂a of the
    neuron that it goes to: ``backwards``. ``share`` is the layer's part of signal or gradient that goes past it.
    ``scale`` is the |value| of full colour; these are the strongest of `total` arcs.

    Of feature maps there is one arc for each, by its number: ``value`` is then the sum over its cells, and it is
    ``width`` px wide in proportion to Σ|·|, of which `widest` is the largest. Arcs of neurons are all as wide.
    """

    layer: int
    neuron: Indices
    x1: Floats
    y1: Floats
    x2: Floats
    y2: Floats
    value: Floats
    colour: Colour
    share: float
    scale: float = float("nan")
    total: int = 0
    backwards: bool = False
    width: Floats | None = None
    widest: float = float("nan")


def arc_marks(
    snapshot: Snapshot, layout: Layout, animation: AnimationState, scales: Scales, theme: Theme, picture: str
) -> tuple[ArcMarks, ...]:
    """The arcs of every residual layer whose neurons stand one by one on both sides, and not in a picture."""
    layers = range(1, len(layout.layers))
    if not any(_has_room(layout, layer) and snapshot.skips[layer] for layer in layers):
        return ()
    backwards = picture in GRADIENTS and snapshot.trace.has_gradient
    palette = edge_palette(theme, "gradient" if backwards else "signal")
    marks = []
    flows = snapshot.residual_flow
    scale_of = scales.of("activation")
    a_layer = max(1, min(MAX_ARCS, MAX_IN_ALL // len(flows)))
    for layer, flow in sorted(flows.items()):
        if layer == 0 or layer > animation.revealed or not _has_room(layout, layer):
            continue
        carried, share, returns = flow.forward, flow.signal_share, False
        scale = scale_of[layer - 1]
        if backwards and flow.backward is not None and flow.gradient_share is not None:
            carried, share, returns = flow.backward, flow.gradient_share, True
            scale = float(np.max(np.abs(carried), initial=0)) or 1.0
        if (maps := maps_around(layout, layer)) is not None:
            marks.append(_of_maps(layer, *maps, carried, share, palette, returns, theme))
            continue
        before, column = layout.layers[layer - 1], layout.layers[layer]
        shown = np.intersect1d(before.shown, column.shown)
        total = shown.size
        if total > a_layer:
            strongest = np.argsort(-np.abs(carried[shown]), kind="stable")[:a_layer]
            shown = np.sort(shown[strongest])
        value = carried[shown].astype(np.float64)
        colour = palette[levels_of(value, scale) + LEVELS]
        ends = arc_ends(layout, layer, shown)
        marks.append(ArcMarks(layer, shown, *ends, value, colour, share, scale, total, returns))
    return tuple(marks)


def _has_room(layout: Layout, layer: int) -> bool:
    """Whether arcs can be drawn over this layer: between neurons that stand one by one, or between maps."""
    return layout.shows_edges(layer, layer + 1) or maps_around(layout, layer) is not None


def _of_maps(
    layer: int,
    before: FeatureMaps,
    own: FeatureMaps,
    carried: Array,
    share: float,
    palette: Colour,
    backwards: bool,
    theme: Theme,
) -> ArcMarks:
    """One arc a map, whatever goes past all of its cells."""
    count = len(own.tiles)
    total, net = sums_of_maps(carried, count)
    every = np.arange(count)
    scale = largest_of(net) or float("nan")
    colour = palette[levels_of(net, scale) + LEVELS]
    ends, widest = map_arc_ends(before, own, every), float(total.max(initial=0))
    width = widths_of(total, theme)
    return ArcMarks(
        layer, every, *ends, net, colour, share, scale, count, backwards, width=width, widest=widest
    )


def arc_ends(layout: Layout, layer: int, neuron: Indices) -> ArcEnds:
    """(x1, y1, x2, y2) of the arcs over a layer, each from the rim of a neuron to that of the same one behind it."""
    if (maps := maps_around(layout, layer)) is not None:
        return map_arc_ends(*maps, neuron)
    before, column = layout.layers[layer - 1], layout.layers[layer]
    return (
        before.x[neuron] + before.radius,
        before.y[neuron],
        column.x[neuron] - column.radius,
        column.y[neuron],
    )


def paint_arcs(painter: QPainter, marks: tuple[ArcMarks, ...], theme: Theme) -> None:
    """Each arc rises a little above the straight way; one that carries nothing is left out."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for arcs in marks:
        ends = zip(arcs.x1.tolist(), arcs.y1.tolist(), arcs.x2.tolist(), arcs.y2.tolist(), strict=True)
        plain = np.full(arcs.value.size, ARC_PX * theme.line_scale)
        width = plain if arcs.width is None else arcs.width
        values = zip(arcs.value.tolist(), arcs.colour.tolist(), width.tolist(), strict=True)
        for (x1, y1, x2, y2), (value, colour, wide) in zip(ends, values, strict=True):
            if value == 0:
                continue
            path = QPainterPath(QPointF(x1, y1))
            path.quadTo(QPointF(*control_point(x1, y1, x2, y2, theme)), QPointF(x2, y2))
            painter.setPen(QPen(QColor(*colour), wide))
            painter.drawPath(path)


def control_point(x1: float, y1: float, x2: float, y2: float, theme: Theme) -> tuple[float, float]:
    """The control point of an arc's quadratic curve, which rises half as far as this point does."""
    rise = min(theme.px(RISE_PX), RISE_PART * abs(x2 - x1))
    return (x1 + x2) / 2, (y1 + y2) / 2 - 2 * rise
