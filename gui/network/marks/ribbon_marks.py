"""Ribbons: all connections from one feature map to another, or to a neuron, in one mark: each by itself would be a grey
haze.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isnan

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.engine.snapshot import Snapshot
from core.kept_with import kept_with
from core.nn.connections import Connections, Edges
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.shapes import Floats, Indices, Layout
from gui.network.marks.edge_marks import LEVELS, edge_palette, levels_of
from gui.network.marks.edge_values import OF_UPDATE, ConnectionValues, gradient_of, signals
from gui.network.marks.mark_types import Colour
from gui.network.marks.scales import largest_of
from gui.network.marks.shown_numbers import ShownNumbers, own_numbers
from gui.theme.tokens import Theme
from gui.widgets.number_text import compact

# The widest ribbon, in px; and what all ribbons at a map may take of its height together.
WIDEST_PX, STACK_PART = 16.0, 0.94
# Of more ribbons than this between two layers only the widest are drawn.
MOST_RIBBONS = 512
# Where there are too many ribbons, so many into each map or neuron stay: the widest.
MOST_INTO_MAP = 8


@dataclass(frozen=True)
class RibbonMarks:
    """The ribbons of one group of connections, those whose colour is weakest first.

    ``source`` and ``target`` are the maps that each joins, by their numbers; 0 where the input is the source, and of a
    target layer without maps the neurons. ``total`` is Σ|value| over its connections, in whose proportion it is
    ``width`` px wide, and `net` is Σ value, which gives the ``colour`` (k, 3). Each leads from (x1, y1) to (x2, y2).
    `widest` is the total that is `widest_px` wide; `scale` the |net| of full colour. Each stands for so many
    `connections`, and all of them have this `share` of the group's Σ|value|; `left_out` ribbons have no room.
    """

    kind: str
    group: int
    source_layer: int
    target_layer: int
    source: Indices
    target: Indices
    total: Floats
    net: Floats
    width: Floats
    colour: Colour
    x1: Floats
    y1: Floats
    x2: Floats
    y2: Floats
    widest: float
    widest_px: float
    scale: float
    connections: Indices
    share: float = 1.0
    left_out: int = 0

    @property
    def legend_key(self) -> tuple[object, ...]:
        """What the words below the picture depend on."""
        return self.kind, self.group, self.source.size, round(self.share, 3), compact(self.scale)


def ribbon_marks(
    snapshot: Snapshot,
    layout: Layout,
    animation: AnimationState,
    theme: Theme,
    picture: str,
    sign: int = 0,
    numbers: ShownNumbers | None = None,
) -> tuple[RibbonMarks, ...]:
    """The ribbons to and from every layer of feature maps, as far as a signal has come; those of one `sign` of Σ value.

    In the pictures of weights and of signals they are of a·w of the displayed sample; in that of its gradient of what
    each connection alone adds to ∂C/∂w; in those of the last update of the gradient or change of each weight, as far
    as it is known. `numbers` are what the edges show; None: the snapshot's own.
    """
    numbers = numbers or own_numbers(snapshot, picture)
    kinds = ribbon_kinds(snapshot, layout, animation, picture, numbers.picture)
    of_update = numbers.of_update
    marks = (ribbons_of(snapshot, n, kind, layout, theme, sign, of_update) for n, kind in enumerate(kinds))
    return tuple(own for own in marks if own is not None)


def ribbons_of(
    snapshot: Snapshot,
    number: int,
    kind: str,
    layout: Layout,
    theme: Theme,
    sign: int = 0,
    of_update: Array | None = None,
) -> RibbonMarks | None:
    """Those of one group of connections, of this of its numbers; None where it has none ("" among `ribbon_kinds`).

    `of_update` is the gradient or change of an update that the edges show; None where they show none: of a displayed
    snapshot's own, which may be of an earlier update, nothing is shown.
    """
    values = _values_of(snapshot, kind, of_update) if kind else None
    return None if values is None else _ribbons(values, number, layout, theme, kind, sign)


def coloured(marks: RibbonMarks, scale: float, theme: Theme) -> RibbonMarks:
    """The same ribbons where this |net| has full colour: it stays where scales are locked, or is one for all gaps."""
    if marks.scale == scale or isnan(scale):
        return marks
    level = levels_of(marks.net, scale) if marks.source.size else np.zeros(0, np.int64)
    return replace(marks, colour=edge_palette(theme, marks.kind)[level + LEVELS], scale=scale)


def ribbon_kinds(
    snapshot: Snapshot, layout: Layout, animation: AnimationState, picture: str, ahead: str = "weight"
) -> tuple[str, ...]:
    """For each group of connections which number its ribbons show; "" of one that has none.

    `picture` is what the edges show, and `ahead` what those do that a backward front has not passed yet.
    """
    return tuple(
        _kind_of(group, animation, picture, ahead)
        if layout.has_ribbons(group.source_layer, group.target_layer)
        else ""
        for group in snapshot.connections
    )


def _kind_of(group: Connections, animation: AnimationState, picture: str, ahead: str) -> str:
    if animation.phase == "forward" and group.target_layer > animation.gap + 1:
        # The signal is not there yet.
        return ""
    if animation.phase == "backward":
        # The front is at a layer when all that leads into it has its gradient.
        picture = "gradient" if group.source_layer >= animation.gradient_from else ahead
    return kind_beside(picture)


def kind_beside(picture: str) -> str:
    """What ribbons show beside edges of this picture."""
    return picture if picture in ("gradient", *OF_UPDATE) else "signal"


def _values_of(snapshot: Snapshot, kind: str, of_update: Array | None) -> ConnectionValues | None:
    if kind in OF_UPDATE:
        return None if of_update is None else ConnectionValues(snapshot.connections, of_update)
    return gradient_of(snapshot) if kind == "gradient" else signals(snapshot)


def ribbon_sums(values: ConnectionValues, number: int, layout: Layout, kind: str) -> tuple[Floats, Floats]:
    """(source maps, target maps or neurons) each: Σ|value| and Σ value of all connections from one to the other.

    What belongs to weights and not to connections, the gradient or change of an update, counts once for each weight.
    """
    group = values.connections[number]
    vector, sent, received = values.factors(number)
    by_map = None if sent is None or received is not None else group.sums_by_map(vector, sent)
    if by_map is not None:
        # Of tens of thousands of connections that is a hundredth of the work.
        return by_map[0].astype(np.float64), by_map[1].astype(np.float64)
    sources, targets = layout.maps_of(group.source_layer), _targets_of(layout, group)
    of_weights = kind in OF_UPDATE
    edges, pair = _pairs(group, sources, targets, of_weights)
    value = values.at(number, edges).astype(np.float64)
    value = np.nan_to_num(value, nan=0.0, posinf=0.0, neginf=0.0)
    size = sources * targets
    total, net = (
        np.bincount(pair, of, size).astype(np.float64).reshape(sources, targets)
        for of in (np.abs(value), value)
    )
    return total, net


def _targets_of(layout: Layout, group: Connections) -> int:
    """How many maps a group leads to, or neurons where these are no cells of maps."""
    is_of_maps = layout.layers[group.target_layer - 1].maps is not None
    return layout.maps_of(group.target_layer) if is_of_maps else group.shape[1]


@kept_with
def _pairs(
    group: Connections, sources: int, targets: int, of_weights: bool
) -> tuple[Edges, NDArray[np.intp]]:
    """Which connections count, all or one for each weight; and for each the pair of maps that it joins."""
    edges = group.every
    if of_weights:
        edges = edges.only(np.unique(edges.parameter, return_index=True)[1])
    return edges, edges.source % sources * targets + edges.target % targets


@kept_with
def _counts(group: Connections, sources: int, targets: int) -> Indices:
    """(source maps, target maps): how many connections lead from the one to the other."""
    _, pair = _pairs(group, sources, targets, False)
    return np.bincount(pair, minlength=sources * targets).astype(np.intp).reshape(sources, targets)


def _ribbons(
    values: ConnectionValues, number: int, layout: Layout, theme: Theme, kind: str, sign: int
) -> RibbonMarks:
    group = values.connections[number]
    total, net = ribbon_sums(values, number, layout, kind)
    is_seen = _seen(layout, group.target_layer, total.shape[1])
    shown = _shown(total) & is_seen
    left, top_left, high_left = _ends(layout, group.source_layer)
    right, top_right, high_right = _target_ends(layout, group.target_layer)
    seen = np.where(shown, total, 0.0)
    # The widest ribbon and the fullest map of either side bound the scale.
    limits = [
        WIDEST_PX * theme.scale / max(float(seen.max()), 1e-300),
        *(STACK_PART * high_left / np.maximum(seen.sum(axis=1), 1e-300)).tolist(),
        *(STACK_PART * high_right / np.maximum(seen.sum(axis=0), 1e-300)).tolist(),
    ]
    px = min(limits) if seen.any() else 0.0
    width = seen * px
    y1 = _stacked(width, top_left + high_left / 2)
    y2 = _stacked(width.T, top_right + high_right / 2).T
    is_drawn = shown & (total > 0) & ((sign == 0) | (net * sign > 0))
    source, target = np.nonzero(is_drawn)
    order = np.argsort(np.abs(net[source, target]), kind="stable")
    source, target = source[order], target[order]
    scale = largest_of(net) or float("nan")
    level = levels_of(net[source, target], scale) if source.size else np.zeros(0, np.int64)
    return RibbonMarks(
        kind=kind,
        group=number,
        source_layer=group.source_layer,
        target_layer=group.target_layer,
        source=source,
        target=target,
        total=total[source, target],
        net=net[source, target],
        width=width[source, target],
        colour=edge_palette(theme, kind)[level + LEVELS],
        x1=left[source],
        y1=y1[source, target],
        x2=right[target],
        y2=y2[source, target],
        widest=float(seen.max()),
        widest_px=float(width.max(initial=0)),
        scale=scale,
        connections=_counts(group, *total.shape)[source, target],
        share=float(total[source, target].sum() / total.sum()) if total.any() else 0.0,
        left_out=int(np.count_nonzero(~shown & is_seen & (total > 0))),
    )


def _seen(layout: Layout, layer: int, targets: int) -> NDArray[np.bool_]:
    """(targets,) flags: which maps or neurons of a layer are drawn one by one; all maps are."""
    column = layout.layers[layer - 1]
    return (
        np.ones(targets, np.bool_) if column.maps is not None else np.isin(np.arange(targets), column.shown)
    )


def _shown(total: Floats) -> NDArray[np.bool_]:
    """Which ribbons have room: all, or the widest into each map or neuron."""
    if total.size <= MOST_RIBBONS:
        return np.ones(total.shape, np.bool_)
    rank = np.argsort(np.argsort(-total, axis=0, kind="stable"), axis=0)
    return np.asarray(rank < MOST_INTO_MAP)


def _ends(layout: Layout, layer: int) -> tuple[Floats, Floats, Floats]:
    """Where ribbons leave each map of a layer: x, and the map's top and height; a layer without maps is one."""
    maps = layout.layers[layer - 1].maps if layer else None
    if maps is not None:
        tiles = maps.tiles
        x = np.array([tile.x + tile.width + 1 for tile in tiles])
        return x, np.array([tile.y for tile in tiles]), np.array([tile.height for tile in tiles])
    if layer == 0:
        one = layout.picture
        return np.array([one.x + one.width]), np.array([one.y]), np.array([one.height])
    column = layout.layers[layer - 1]
    top, bottom = float(column.y.min()) - column.radius, float(column.y.max()) + column.radius
    return np.array([column.right]), np.array([top]), np.array([bottom - top])


def _target_ends(layout: Layout, layer: int) -> tuple[Floats, Floats, Floats]:
    """Where ribbons come to each map of a layer, or to each neuron: x, and its top and height."""
    column = layout.layers[layer - 1]
    if column.maps is not None:
        tiles = column.maps.tiles
        x = np.array([tile.x - 1 for tile in tiles])
        return x, np.array([tile.y for tile in tiles]), np.array([tile.height for tile in tiles])
    wide, high = column.cell or (2 * column.radius, 2 * column.radius)
    return column.x - wide / 2, column.y - high / 2, np.full(column.size, high)


def _stacked(width: Floats, middle: Floats) -> Floats:
    """The middles of ribbons that lie side by side, row by row, around the middle of their row."""
    ends = np.cumsum(width, axis=1)
    middles: Floats = ends - width / 2 + (middle - ends[:, -1] / 2)[:, None]
    return middles
