"""The marks of neurons, of the input picture and of the outputs' bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

import numpy as np
from numpy.typing import NDArray

from core.analysis.neuron_statistics import NeuronStatistics
from core.arrays import Array
from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.shapes import Column, Floats, Layout
from gui.network.marks.mark_types import BarMarks, Colour, NeuronMarks, PictureMarks, are_beyond
from gui.network.marks.scales import Scales
from gui.theme.tokens import Theme
from gui.widgets.number_text import compact, share_text, value_text

# A ring's width in px, for the smallest δ and for one at its scale.
THINNEST_RING, WIDEST_RING = 1.0, 3.2
# Under this √(|δ| / scale) a ring fades into the canvas: it cannot become thinner.
FADING_RING = 0.25
# A pixel without ink is this part of ink over canvas.
NO_INK = 0.11
NONE_DROPPED: NDArray[np.bool_] = np.zeros(0, np.bool_)
NO_STATE: NDArray[np.int64] = np.zeros(0, np.int64)
# Activations that are shares of 1.
UNIT_ACTIVATIONS = ("sigmoid", "softmax")


def is_blank(snapshot: Snapshot) -> bool:
    """Whether the user's canvas is empty: then the network is asked nothing, and answers nothing."""
    return snapshot.example.origin == "drawing" and not np.any(snapshot.trace.x)


def target_known(snapshot: Snapshot, animation: AnimationState) -> bool:
    """Whether y is on screen: the signal has arrived, and there was something to read."""
    return animation.revealed >= len(snapshot.activations) and not is_blank(snapshot)


def neuron_marks(
    snapshot: Snapshot,
    layout: Layout,
    animation: AnimationState,
    scales: Scales,
    theme: Theme,
    statistics: NeuronStatistics | None = None,
    mean_delta: Sequence[Array] | None = None,
) -> tuple[NeuronMarks, ...]:
    """Every layer's shown neurons: filled by a, ringed by δ; with a badge where `statistics` calls for one.

    With a `mean_delta`, one array a layer, the rings are the batch's mean δ; it is known as ∂C/∂b, and so not of
    neurons that share a bias or have none.
    """
    trace, columns = snapshot.trace, layout.layers
    known_y = target_known(snapshot, animation)
    deltas_of = trace.delta if mean_delta is None else _of_neurons(mean_delta, columns)
    has_delta = trace.has_gradient or mean_delta is not None
    counts = [column.shown.size for column in columns]
    arrived = [layer < animation.revealed for layer in range(len(columns) - 1)] + [known_y]
    # Of neurons that share a bias there is no mean δ: it is known as ∂C/∂b.
    own = trace.delta if mean_delta is None else mean_delta
    ringed = [
        has_delta and layer >= animation.deltas_from and len(own[layer]) == column.size
        for layer, column in enumerate(columns)
    ]
    scale_of_a = scales.of("activation")
    full = [
        1.0 if activation in UNIT_ACTIVATIONS and not skip else scale
        for activation, skip, scale in zip(snapshot.activations, snapshot.skips, scale_of_a, strict=True)
    ]
    # All layers at once: of a deep network one by one would take longer than a frame.
    known_a, known_delta = np.repeat(arrived, counts), np.repeat(ringed, counts)
    values = np.where(known_a, _of_shown(trace.a, columns, any(arrived)), np.nan)
    deltas = np.where(known_delta, _of_shown(deltas_of, columns, any(ringed)), np.nan)
    broken = ~np.isfinite(values) & known_a | ~np.isfinite(deltas) & known_delta
    some_broken = bool(broken.any())
    cells = np.repeat([column.cell is not None for column in columns], counts)
    full_of = np.repeat(full, counts)
    fill, all_within = fill_colours(values / full_of, theme), not are_beyond(values, full_of).any()
    widest = scales.of("delta" if mean_delta is None else "mean_delta")
    ring, ring_colour = np.zeros(deltas.size), np.zeros((deltas.size, 3), np.uint8)
    # A cell of a feature map has no room for one: of thousands of them none is made.
    room: slice | NDArray[np.bool_] = slice(None)
    if any(column.maps is not None for column in columns):
        room = np.repeat([column.maps is None for column in columns], counts)
    ringed_delta = deltas[room]
    strength = np.sqrt(np.clip(np.nan_to_num(np.abs(ringed_delta) / np.repeat(widest, counts)[room]), 0, 1))
    width = (THINNEST_RING + (WIDEST_RING - THINNEST_RING) * strength) * theme.line_scale
    ring[room] = np.where(np.isfinite(ringed_delta) & (ringed_delta != 0), width, 0.0)
    ring_colour[room] = _ring_colours(ringed_delta, strength, theme, cells[room])
    marks = []
    end = 0
    for layer, column in enumerate(columns):
        begin, end = end, end + counts[layer]
        of_layer, shown = slice(begin, end), column.shown
        is_whole = shown.size == column.size
        marks.append(
            NeuronMarks(
                layer=layer,
                neuron=shown,
                x=column.x if is_whole else column.x[shown],
                y=column.y if is_whole else column.y[shown],
                radius=column.radius,
                fill=fill[of_layer],
                ring=ring[of_layer],
                ring_colour=ring_colour[of_layer],
                value=values[of_layer],
                delta=deltas[of_layer],
                state=statistics.states(layer)[shown]
                if has_statistics_of(statistics, snapshot, layer)
                and (column.maps is None or statistics.can_be_idle(layer))
                else NO_STATE,
                cell=column.cell,
                dropped=trace.masks[layer][shown] == 0 if layer < len(trace.masks) else NONE_DROPPED,
                full=full[layer],
                widest=widest[layer],
                broken=broken[of_layer] if some_broken and broken[of_layer].any() else NONE_DROPPED,
                maps=column.maps,
                all_within=all_within,
            )
        )
    return tuple(marks)


def _of_neurons(mean_delta: Sequence[Array], columns: Sequence[Column]) -> list[Array]:
    """One number for each neuron of each layer; NaN where the biases are not the neurons' own."""
    return [
        own if own.size == column.size else np.full(column.size, np.nan)
        for own, column in zip(mean_delta, columns, strict=True)
    ]


def _of_shown(layers: Sequence[Array], columns: Sequence[Column], is_known: bool) -> Floats:
    """(shown neurons of all layers,): their numbers, in float64; NaN where none are known."""
    if not is_known:
        return np.full(sum(column.shown.size for column in columns), np.nan)
    parts = [
        numbers if column.shown.size == column.size else numbers[column.shown]
        for numbers, column in zip(layers, columns, strict=True)
    ]
    return np.concatenate(parts, dtype=np.float64)


def has_statistics_of(
    statistics: NeuronStatistics | None, snapshot: Snapshot, layer: int
) -> TypeGuard[NeuronStatistics]:
    """Whether it holds this layer of the snapshot's run."""
    return statistics is not None and statistics.run == snapshot.run and layer < len(statistics.flat)


def fill_colours(share: Floats, theme: Theme) -> Colour:
    """(k, 3): canvas → lit for 0 … 1, canvas → minus for 0 … −1; the canvas where a is not known."""
    known = np.nan_to_num(np.clip(share, -1, 1), nan=0.0)[:, None]
    canvas = theme.rgb("canvas")
    full = np.where(known < 0, theme.rgb("minus"), theme.rgb("lit"))
    return np.rint(canvas + np.abs(known) * (full - canvas)).astype(np.uint8)


def _ring_colours(delta: Floats, strength: Floats, theme: Theme, cells: NDArray[np.bool_]) -> Colour:
    """(k, 3): the sign's colour; a δ too small for a thinner ring fades instead, and a cell's line always does."""
    canvas = theme.rgb("canvas")
    full = np.where((delta < 0)[:, None], theme.rgb("grad_minus"), theme.rgb("grad_plus"))
    blend = np.minimum(1.0, strength / np.where(cells, 1.0, FADING_RING))[:, None]
    return np.rint(canvas + blend * (full - canvas)).astype(np.uint8)


def ink_colours(values: Floats, theme: Theme) -> Colour:
    """(k, 3): from 11 % of ink over the canvas for 0 to ink for 1."""
    canvas = theme.rgb("canvas")
    share = NO_INK + (1 - NO_INK) * np.clip(values, 0, 1).astype(np.float64)
    return np.rint(canvas + share[:, None] * (theme.rgb("lit") - canvas)).astype(np.uint8)


def picture_marks(
    x: NDArray[np.floating], layout: Layout, theme: Theme, scales: NDArray[np.floating] | None = None
) -> PictureMarks:
    """The input picture; a pixel without ink is 11 % lit, so that the picture's square is seen.

    With `scales` (n_in,) the inputs are numbers and no picture: each is coloured like an activation, full at its own
    |x| there.
    """
    cell = layout.picture.width / layout.columns
    gap = min(1.0, 0.12 * cell)
    if scales is not None:
        gap = 0.2 * cell if layout.map is None else cell - theme.px(24)
    values = np.nan_to_num(np.asarray(x, dtype=np.float64))
    if scales is None:
        fill = ink_colours(values, theme)
    else:
        fill = fill_colours(values / scales, theme)
    offset = (cell - gap) / 2
    return PictureMarks(layout.pixel_x - offset, layout.pixel_y - offset, cell - gap, fill)


def _beyond(value: float, scale: float, is_share: bool) -> str:
    """Y as text; with an arrow where the bar is longer than its track, and so is cut."""
    if is_share:
        return share_text(value)
    # Figures for which there is room behind the bar, that of `WIDEST_NUMBER`.
    size, text = abs(value), value_text(value)
    if 0 < size < 0.005:
        text = compact(value, 1)
    elif size >= 100:
        text = compact(value, 3 if size < 1e5 else 2)
    return text if abs(value) <= scale * (1 + 1e-6) else f"{text} ›" if value > 0 else f"‹ {text}"


def bar_marks(snapshot: Snapshot, layout: Layout, animation: AnimationState) -> BarMarks:
    """The outputs' bars: y = 1 fills the track. Nothing before the signal arrives, nor for a blank canvas.

    Outputs that may be negative begin in the middle of the track, and fill half of it at their scale.
    """
    y = snapshot.trace.probabilities.astype(np.float64)
    known = target_known(snapshot, animation) and bool(np.isfinite(y).all())
    tracks = np.array([bar.width for bar in layout.bars])
    unit = snapshot.output in UNIT_ACTIVATIONS
    scale = 1.0 if unit else snapshot.data.output_scale
    full, least = (tracks, 0.0) if unit else (tracks / 2, -1.0)
    length = np.clip(y / scale, least, 1) * full if known else np.full(y.size, np.nan)
    label, target = snapshot.example.label, snapshot.example.target
    has_answer = known and target is None and bool(snapshot.data.class_names)
    ticks = () if target is None else np.clip(target.astype(np.float64) / scale, least, 1) * full
    return BarMarks(
        length=length,
        label=tuple(_beyond(value, scale, unit) if known else "" for value in y),
        names=tuple(snapshot.output_name(i) for i in range(y.size)),
        right=label if label is not None and 0 <= label < y.size else None,
        predicted=snapshot.trace.said if has_answer else None,
        zero=0.0 if unit else 0.5,
        target=tuple(float(tick) for tick in ticks),
    )
