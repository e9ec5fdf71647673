"""Kernels: the few weights that all windows of a convolution share, as small pictures beside the maps they make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isnan

import numpy as np

from core.arrays import Array
from core.engine.snapshot import Snapshot
from core.nn.window_connections import WindowConnections
from core.nn.windows import BEYOND
from gui.network.geometry.shapes import Floats, Indices, Layout
from gui.network.marks.edge_marks import SIGN_TOKENS
from gui.network.marks.edge_values import OF_UPDATE
from gui.network.marks.mark_types import Colour
from gui.network.marks.scales import largest_of
from gui.network.marks.shown_numbers import ShownNumbers, own_numbers
from gui.theme.tokens import Theme

# A weight is so many px wide at least, else there are no kernels, and at most.
LEAST_PX, MOST_PX = 2.0, 9.0
# A weight's colour grows with this power of its size: that of thin lines would leave squares dark.
FILL_POWER = 1.3
# A weight of 0 is this part of the neurons' outline over canvas, so that it is seen.
ZERO_PART = 0.16
# Between two kernels, and between the last one and its map, in px.
APART_PX, BEFORE_MAP_PX = 2.0, 7.0
# Kernels may take so much of the gap: the rest is for the ribbons.
ROOM_PART = 0.5


@dataclass(frozen=True)
class KernelMarks:
    """The kernels of one convolution, from left to right one for each map that is read, in the row of the map made.

    ``kind`` is "weight", "gradient", "mean_gradient" or "change": which number of each weight ``value`` is, (k, rows,
    columns). ``source`` and ``target`` are the maps that each leads from and to. (x, y) is its top left corner, and
    each of its weights `cell` px wide and high. ``colour`` is (k, rows, columns, 3), full at `scale`.
    """

    kind: str
    group: int
    target_layer: int
    source: Indices
    target: Indices
    x: Floats
    y: Floats
    cell: float
    value: Floats
    colour: Colour
    scale: float


def kernel_marks(
    snapshot: Snapshot,
    layout: Layout,
    theme: Theme,
    ribbon_kinds: tuple[str, ...],
    numbers: ShownNumbers | None = None,
) -> tuple[KernelMarks, ...]:
    """The kernels that have room, each with the number that the ribbons of its group are made of, or else w.

    `numbers` are what the edges show; None: the snapshot's own.
    """
    marks = (
        kernels_of(snapshot, n, kind, layout, theme, numbers or own_numbers(snapshot, kind or "signal"))
        for n, kind in enumerate(ribbon_kinds)
    )
    return tuple(own for own in marks if own is not None)


def kernels_of(
    snapshot: Snapshot,
    number: int,
    ribbon_kind: str,
    layout: Layout,
    theme: Theme,
    numbers: ShownNumbers,
) -> KernelMarks | None:
    """Those of one group of connections, beside ribbons of this kind; None where it has none or there is no room.

    Beside ribbons of a signal they are the weights that the edges show, which may be newer than the snapshot.
    """
    vector = _vector_of(snapshot, ribbon_kind, numbers) if ribbon_kind else None
    if vector is None:
        return None
    kind = "weight" if ribbon_kind == "signal" else ribbon_kind
    return _kernels(snapshot, number, layout, theme, kind, vector)


def coloured(marks: KernelMarks, scale: float, theme: Theme) -> KernelMarks:
    """The same kernels where this |value| has full colour: it stays where scales are locked, or is one for all gaps."""
    if marks.scale == scale or isnan(scale):
        return marks
    return replace(marks, colour=kernel_colours(marks.value / scale, marks.kind, theme), scale=scale)


def kernel_colours(share: Floats, kind: str, theme: Theme) -> Colour:
    """(..., 3): for −1 … 1 from full minus to full plus, with 0 a little lighter than the canvas."""
    canvas = theme.rgb("canvas")
    zero = canvas + ZERO_PART * (theme.rgb("node") - canvas)
    plus, minus = (theme.rgb(token) for token in SIGN_TOKENS[kind])
    strength = np.nan_to_num(np.clip(np.abs(share), 0, 1))[..., None] ** FILL_POWER
    full = np.where((share < 0)[..., None], minus, plus)
    colours: Colour = np.rint(zero + strength * (full - zero)).astype(np.uint8)
    return colours


def _vector_of(snapshot: Snapshot, kind: str, numbers: ShownNumbers) -> Array | None:
    if kind in OF_UPDATE:
        return numbers.of_update
    if kind == "gradient":
        return snapshot.trace.gradient
    return snapshot.parameters if numbers.weights is None else numbers.weights


def _kernels(
    snapshot: Snapshot, number: int, layout: Layout, theme: Theme, kind: str, vector: Array
) -> KernelMarks | None:
    group = snapshot.connections[number]
    maps = layout.layers[group.target_layer - 1].maps
    if maps is None or not isinstance(group, WindowConnections) or not group.is_shared:
        return None
    index = group.kernels
    is_there = (index != BEYOND).any(axis=(2, 3))
    reads, side, tiles = is_there.sum(axis=0), index.shape[-1], maps.tiles
    left, right = layout.extent(group.source_layer)[1], layout.layers[group.target_layer - 1].left
    room = ROOM_PART * (right - left) - BEFORE_MAP_PX
    cell = np.floor(
        min(MOST_PX * theme.scale, (room / reads.max() - APART_PX) / side, (tiles[0].height - 2) / side)
    )
    if cell < LEAST_PX or any(tile.x != tiles[0].x for tile in tiles):
        return None
    source, target = np.nonzero(is_there)
    value = np.where(index == BEYOND, 0, vector[index]).astype(np.float64)[source, target]
    # One after another for each map made, however many it reads.
    place = reads[target] - (is_there.cumsum(axis=0) - 1)[source, target]
    pitch = side * cell + APART_PX
    middle = np.array([tile.y + tile.height / 2 for tile in tiles])
    scale = largest_of(value) or float("nan")
    return KernelMarks(
        kind=kind,
        group=number,
        target_layer=group.target_layer,
        source=source,
        target=target,
        x=np.round(tiles[0].x - BEFORE_MAP_PX - place * pitch),
        y=np.round(middle[target] - side * cell / 2),
        cell=float(cell),
        value=value,
        colour=kernel_colours(value / scale, kind, theme),
        scale=scale,
    )
