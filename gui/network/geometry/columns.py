"""Where one layer's neurons stand: in one column or in staggered ones, and what does not fit in a collapsed group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np

from gui.network.geometry.shapes import Column, Floats, Indices, Rect
from gui.network.geometry.text_width import line_height, text_width
from gui.theme.tokens import Theme

# Neurons: radius as a part of the pitch, its bounds in px, and the pitch below which a layer stands in
# several staggered sub-columns.
RADIUS_OF_PITCH = 0.4
SMALLEST_RADIUS = 3.2
LARGEST_RADIUS = 13.0
# The same in a network so small that numbers are written into its neurons, and on its lines.
LARGEST_OF_SMALL = 18.0
# From one hidden neuron to the next, and from one output to the next, at most; and the same in a small network.
WIDEST_PITCH, WIDEST_OUTPUT_PITCH = 56.0, 38.0
SMALL_PITCH, SMALL_OUTPUT_PITCH = 110.0, 80.0
COMFORTABLE_PITCH = 9.0
MAX_SUB_COLUMNS = 4
# Outputs are collapsed only from more than this many on.
MIN_OUTPUTS = 10
# More neurons than this are never shown one by one.
MAX_SHOWN = 1024
# What stands outside a neuron's outline: half the outline, 1 px of air, the widest ring.
RING_ROOM = 4.8
# The room of the numbers behind the bars: of shares, and of outputs that may be negative and beyond their bar.
WIDEST_SHARE, WIDEST_NUMBER = "−0.00", "‹ −11,900"
# An output's name in px.
LONGEST_NAME, SHORTEST_BAR = 120.0, 40.0
# Enlarged neurons grow up to this radius.
LARGEST_ZOOMED_RADIUS = 40.0
# Columns nearer than this show their neurons as cells; more than one neuron a px cannot be distinguished.
CLOSEST_DISCS = 12.0
SMALLEST_CELL = 1.0
# The smallest radius of a layer that is expanded.
EXPANDED_RADIUS = 1.2


@dataclass(frozen=True)
class Frame:
    """What the columns may use: from `top` to `bottom`, and the outputs to `output_bottom`; enlarged so many times.

    A small network has larger neurons, farther apart, for numbers are written into it.
    """

    top: float
    bottom: float
    output_bottom: float
    scale: float = 1.0
    is_small: bool = False

    def largest_radius(self, theme: Theme) -> float:
        """A neuron's largest radius, in px."""
        radius = theme.px(LARGEST_OF_SMALL if self.is_small else LARGEST_RADIUS)
        return max(radius, min(radius * self.scale, LARGEST_ZOOMED_RADIUS))


def spread(size: int, count: int, wanted: Indices | None) -> Indices:
    """`count` ascending indices of a layer: the first of the wanted ones, the rest evenly spread.

    `wanted` names each at most once.
    """
    if count >= size:
        return np.arange(size)
    even = np.floor((np.arange(count) + 0.5) * size / count).astype(np.intp)
    if wanted is None:
        return even
    chosen = np.sort(wanted[(wanted >= 0) & (wanted < size)][:count])
    others = np.setdiff1d(even, chosen)[: count - chosen.size]
    return np.sort(np.concatenate([chosen, others])).astype(np.intp)


def hidden_column(
    size: int,
    centre: float,
    available_width: float,
    frame: Frame,
    theme: Theme,
    wanted: Indices | None,
    expanded: bool = False,
) -> Column:
    """One hidden layer, in one column or in up to four staggered ones, collapsed where even those do not do."""
    height = frame.bottom - frame.top
    if available_width < CLOSEST_DISCS and size * SMALLEST_CELL <= height:
        return _cells(size, centre, available_width, frame)
    smallest_pitch = SMALLEST_RADIUS / RADIUS_OF_PITCH
    # Half of the distance to the next column stays free for the edges.
    widest = 0.55 * available_width
    alone = 2 * (SMALLEST_RADIUS + RING_ROOM)
    sub_columns = 1
    most = min(MAX_SUB_COLUMNS, 1 + max(0, int((widest - alone) / smallest_pitch)))
    comfortable = COMFORTABLE_PITCH * max(1.0, theme.scale)
    while sub_columns < most and sub_columns * height / size < comfortable:
        sub_columns += 1

    group_height = line_height("tick", theme) + theme.px(4)
    fitting = int(height * sub_columns / smallest_pitch)
    collapsed = size > min(fitting, MAX_SHOWN)
    if collapsed:
        height = max(smallest_pitch, height - group_height - theme.px(4))
        if expanded and size <= MAX_SHOWN:
            return _expanded(size, centre, available_width, frame, height, theme)
        fitting = max(1, min(MAX_SHOWN, size - 1, int(height * sub_columns / smallest_pitch)))
    count = fitting if collapsed else size
    widest_pitch = SMALL_PITCH if frame.is_small else WIDEST_PITCH
    pitch = min(height / count, theme.px(widest_pitch) * frame.scale / sub_columns)
    own_pitch = pitch * sub_columns
    radius = min(RADIUS_OF_PITCH * own_pitch, frame.largest_radius(theme))
    radius = max(min(radius, widest / 2 - RING_ROOM), SMALLEST_RADIUS)
    # Neighbours stand in different sub-columns: far enough apart that their outlines do not touch.
    apart = sqrt(max(0.0, (2 * radius + 1.5) ** 2 - pitch**2)) if sub_columns > 1 else 0.0

    place = np.arange(count)
    used = pitch * count
    start = frame.top + (height - used) / 2
    shown = spread(size, count, wanted)
    collapsed_group = None
    x = np.full(size, centre)
    y = np.full(size, 0.0)
    half = (sub_columns - 1) / 2 * apart + radius + RING_ROOM * max(1.0, theme.line_scale)
    if collapsed:
        # Never over the neighbour's.
        group_width = min(max(2 * half, min(theme.px(44), 0.8 * available_width)), 0.9 * available_width)
        collapsed_group = Rect(
            centre - group_width / 2, frame.bottom - group_height, group_width, group_height
        )
        y[:] = collapsed_group.y + collapsed_group.height / 2
    x[shown] = centre + (place % sub_columns - (sub_columns - 1) / 2) * apart
    y[shown] = start + (place + 0.5) * pitch
    return Column(size, x, y, radius, shown, collapsed_group, centre - half, centre + half)


def _cells(size: int, centre: float, available_width: float, frame: Frame) -> Column:
    """A layer among many: each neuron a cell, as high as there is room, so that its whole width is seen."""
    pitch = (frame.bottom - frame.top) / size
    width = available_width
    x = np.full(size, centre)
    y: Floats = frame.top + (np.arange(size, dtype=np.float64) + 0.5) * pitch
    cell = (width, pitch * (1 if pitch < 3 else 0.88))
    radius = max(SMALLEST_RADIUS, min(width, pitch) / 2)
    return Column(size, x, y, radius, np.arange(size), None, centre - width / 2, centre + width / 2, cell)


def _expanded(
    size: int, centre: float, available_width: float, frame: Frame, height: float, theme: Theme
) -> Column:
    """All neurons of a layer that had to be collapsed, in as many sub-columns as they need, as small as they must
    be.
    """
    group_height = line_height("tick", theme) + theme.px(4)
    width = 0.8 * available_width
    cell = min(SMALLEST_RADIUS / RADIUS_OF_PITCH, sqrt(width * height / size))
    sub_columns = max(1, ceil(size * cell / height))
    rows = ceil(size / sub_columns)
    across = min(width / sub_columns, height / rows)
    place = np.arange(size)
    x: Floats = centre + ((place % sub_columns).astype(np.float64) - (sub_columns - 1) / 2) * across
    y: Floats = frame.top + ((place // sub_columns).astype(np.float64) + 0.5) * height / rows
    radius = max(EXPANDED_RADIUS, RADIUS_OF_PITCH * min(across, height / rows))
    half = sub_columns * across / 2 + radius
    group_width = max(theme.px(44), min(2 * half, 0.8 * available_width))
    collapsed_group = Rect(centre - group_width / 2, frame.bottom - group_height, group_width, group_height)
    return Column(size, x, y, radius, place, collapsed_group, centre - half, centre + half, expanded=True)


def output_column(
    size: int,
    centre: float,
    available_width: float,
    frame: Frame,
    theme: Theme,
    wanted: Indices | None,
) -> Column:
    """The output layer: one column, because each neuron has its bar beside it."""
    height = frame.output_bottom - frame.top
    smallest_pitch = SMALLEST_RADIUS / RADIUS_OF_PITCH
    group_height = line_height("tick", theme) + theme.px(4)
    # The ten answers are never collapsed, however low the view.
    collapsed = size > max(MIN_OUTPUTS, int(height / smallest_pitch))
    if collapsed:
        height = max(smallest_pitch, height - group_height - theme.px(4))
    count = min(size - 1, max(MIN_OUTPUTS, int(height / smallest_pitch))) if collapsed else size
    widest_pitch = SMALL_OUTPUT_PITCH if frame.is_small else WIDEST_OUTPUT_PITCH
    pitch = min(height / count, theme.px(widest_pitch) * frame.scale)
    radius = min(RADIUS_OF_PITCH * pitch, frame.largest_radius(theme), 0.35 * available_width - RING_ROOM)
    radius = max(radius, min(SMALLEST_RADIUS, RADIUS_OF_PITCH * pitch))
    half = radius + RING_ROOM * max(1.0, theme.line_scale)
    shown = spread(size, count, wanted)
    x = np.full(size, centre)
    y = np.full(size, 0.0)
    collapsed_group = None
    if collapsed:
        group_width = max(2 * half, theme.px(44))
        collapsed_group = Rect(centre - half, frame.output_bottom - group_height, group_width, group_height)
        y[:] = collapsed_group.y + collapsed_group.height / 2
    start = frame.top + (height - pitch * count) / 2
    y[shown] = start + (np.arange(count) + 0.5) * pitch
    return Column(size, x, y, radius, shown, collapsed_group, centre - half, centre + half)


def bar_rects(
    outputs: Column, width: float, theme: Theme, names: Sequence[str] = (), number: str = WIDEST_SHARE
) -> tuple[Rect, ...]:
    """One track per output, between the answer's name and its y; of height 0 for a collapsed output.

    Behind the tracks there is room for `number`.
    """
    pitch = float(np.diff(outputs.y[outputs.shown][:2])[0]) if outputs.shown.size > 1 else theme.px(24)
    names = names or ["0" * len(str(outputs.size - 1))]
    longest = max(text_width(name, "body", theme, bold=True) for name in names)
    value_width = text_width(number, "caption", theme)
    right = width - min(theme.px(14), 0.03 * width) - value_width - theme.px(8)
    available_width = right - outputs.right - theme.px(10)
    # Longer names are cut: what they name is the bar, which keeps some room of its own.
    name_width = min(
        longest, theme.px(LONGEST_NAME), max(available_width - theme.px(SHORTEST_BAR), 0.5 * available_width)
    )
    name_width = max(name_width, theme.px(10))
    left = outputs.right + theme.px(3) + name_width + theme.px(7)
    height = min(theme.px(10), 0.6 * pitch)
    tracks = [Rect(left, float(y), max(8.0, right - left), 0.0) for y in outputs.y]
    for index in outputs.shown:
        track = tracks[index]
        tracks[index] = Rect(track.x, track.y - height / 2, track.width, height)
    return tuple(tracks)
