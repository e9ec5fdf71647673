"""Where everything in the picture of a network stands, in pixels of the view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray

from gui.network.text_width import coverage_width, legend_width, line_height, text_width
from gui.theme import Theme

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]


@dataclass(frozen=True)
class Rect:
    """A rectangle in pixels: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    def contains(self, x: float, y: float) -> bool:
        """Whether the point is inside."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True)
class Column:
    """Where one layer's neurons stand.

    Attributes
    ----------
    size : int
        Neurons in the layer.
    x, y : (size,) arrays
        Each neuron's centre; for a folded neuron the middle of the band.
    radius : float
        Of every neuron of the column.
    shown : (k,) ascending indices
        The neurons drawn one by one.
    band : Rect or None
        Stands for the ``size - k`` neurons that are folded; None when all are shown.
    left, right : float
        The column's extent, rings included: edges to it are seen left of `left`.
    """

    size: int
    x: Floats
    y: Floats
    radius: float
    shown: Indices
    band: Rect | None
    left: float
    right: float


@dataclass(frozen=True)
class Layout:
    """The whole picture's geometry.

    Attributes
    ----------
    width, height : float
        Of the view.
    picture : Rect
        The input picture; square where it has as many rows as columns.
    rows, columns : int
        Pixels of the input picture.
    pixel_x, pixel_y : (n_in,) arrays
        Each input pixel's centre, row by row.
    layers : tuple of Column
        Hidden layers and the output layer; ``layers[i]`` is the target of gap i.
    bars : tuple of Rect
        One track per output: a bar of y = 1 fills it.
    title, story, legend, coverage, loss : Rect
        Where the lines of text go: what is shown (top left), what is happening (top right), the scale
        (bottom left), what is drawn (bottom right), C and its place in L (below the outputs).
    caption_y : float
        The baseline of the columns' heads.
    """

    width: float
    height: float
    picture: Rect
    rows: int
    columns: int
    pixel_x: Floats
    pixel_y: Floats
    layers: tuple[Column, ...]
    bars: tuple[Rect, ...]
    title: Rect
    story: Rect
    legend: Rect
    coverage: Rect
    loss: Rect
    caption_y: float = 0.0

    def sources(self, gap: int) -> tuple[Floats, Floats]:
        """Centres (x, y) of what stands left of a gap: the input's pixels or a layer's neurons."""
        if gap == 0:
            return self.pixel_x, self.pixel_y
        return self.layers[gap - 1].x, self.layers[gap - 1].y

    def gap_bounds(self, gap: int) -> tuple[float, float]:
        """The x from which to which a gap's edges are seen."""
        left = self.picture.x + self.picture.width if gap == 0 else self.layers[gap - 1].right
        return left, self.layers[gap].left


# Neurons: radius as a part of the pitch, its bounds in px, and the pitch below which a layer stands in
# several staggered sub-columns.
RADIUS_OF_PITCH = 0.4
SMALLEST_RADIUS = 3.2
LARGEST_RADIUS = 13.0
COMFORTABLE_PITCH = 9.0
MOST_SUB_COLUMNS = 4
# More neurons than this are never shown one by one.
MOST_SHOWN = 1024
# What stands outside a neuron's outline: half the outline, 1 px of air, the widest ring.
RING_ROOM = 4.8


@dataclass(frozen=True)
class _Frame:
    """What the columns may use: from `top` to `bottom`, and the outputs to `output_bottom`."""

    top: float
    bottom: float
    output_bottom: float


def make_layout(
    sizes: tuple[int, ...],
    width: float,
    height: float,
    theme: Theme,
    prefer: Sequence[Indices | None] = (),
) -> Layout:
    """Place a fully connected network of `sizes` (the input first) in a view of `width` x `height` px.

    The input is a picture a quarter of the width wide; the first gap is the widest; the outputs stand at the
    right with their bars. A layer that does not fit one by one, even in four staggered sub-columns, shows
    evenly spread neurons and a band that holds the others.

    Parameters
    ----------
    prefer : sequence of index arrays or None, one per layer
        Neurons to show first where a layer has to be folded; by default evenly spread ones.

    Raises
    ------
    ValueError
        If `sizes` has no output layer or a size under 1.
    """
    if len(sizes) < 2 or min(sizes) < 1:
        raise ValueError(f"sizes is {sizes}: it needs an input and an output layer, each of 1 neuron or more")
    n_layers = len(sizes) - 1
    margin = min(theme.px(18), 0.03 * width)
    title, story, caption_y = _top_lines(width, margin, theme)
    legend, coverage = _bottom_lines(sizes, width, height, margin, theme)

    small = height < theme.px(450)
    bars_width = min(theme.px(150 if small else 190), 0.32 * width)
    output_x = width - bars_width
    top = caption_y + theme.px(10)
    bottom = max(top + 20, min(legend.y, coverage.y) - theme.px(8))
    loss_height = line_height("head", theme) + line_height("caption", theme)
    frame = _Frame(top, bottom, max(top + 20, bottom - loss_height - theme.px(4)))

    rows, columns = picture_shape(sizes[0])
    picture = _picture_rect(rows, columns, margin, width, frame)
    cell = picture.width / columns
    pixel = np.arange(sizes[0], dtype=np.float64)
    pixel_x = picture.x + (pixel % columns + 0.5) * cell
    pixel_y = picture.y + (pixel // columns + 0.5) * cell

    centres, room = _column_centres(n_layers, picture.x + picture.width, output_x)
    wanted = [*prefer, *([None] * n_layers)]
    layers = [
        _hidden_column(sizes[i + 1], centres[i], room, frame, theme, wanted[i]) for i in range(n_layers - 1)
    ]
    layers.append(_output_column(sizes[-1], output_x, room, frame, theme, wanted[n_layers - 1]))
    loss = _loss_rect(layers, width, margin, frame, loss_height, theme)
    return Layout(
        width=width,
        height=height,
        picture=picture,
        rows=rows,
        columns=columns,
        pixel_x=pixel_x,
        pixel_y=pixel_y,
        layers=tuple(layers),
        bars=_bar_rects(layers[-1], width, theme),
        title=title,
        story=story,
        legend=legend,
        coverage=coverage,
        loss=loss,
        caption_y=caption_y,
    )


def picture_shape(n_in: int) -> tuple[int, int]:
    """Rows and columns of a picture of `n_in` pixels: the nearest square; its last row may be incomplete."""
    columns = ceil(sqrt(n_in))
    return ceil(n_in / columns), columns


def _top_lines(width: float, margin: float, theme: Theme) -> tuple[Rect, Rect, float]:
    """Title and story: side by side, or the story below; and the baseline of the columns' heads."""
    line = line_height("head", theme)
    top = theme.px(6)
    room = width - 2 * margin
    story_width = text_width("n" * 54, "head", theme, bold=True)
    if room - story_width >= theme.px(260):
        title = Rect(margin, top, room - story_width - theme.px(8), line)
        story = Rect(width - margin - story_width, top, story_width, line)
        below = top + line
    else:
        title = Rect(margin, top, room, line)
        story = Rect(margin, top + line, room, line)
        below = top + 2 * line
    return title, story, below + theme.px(2) + 0.8 * line_height("caption", theme)


def _bottom_lines(
    sizes: tuple[int, ...], width: float, height: float, margin: float, theme: Theme
) -> tuple[Rect, Rect]:
    """Legend and coverage: side by side where both fit, else the coverage above the legend."""
    line = line_height("caption", theme)
    room = width - 2 * margin
    floor = height - theme.px(6)
    needed = legend_width(len(sizes) - 1, theme)
    total = sum(fan_in * fan_out for fan_in, fan_out in pairwise(sizes))
    right = coverage_width(total, theme)
    if needed + theme.px(16) + right <= room:
        y = floor - line
        legend = Rect(margin, y, room - right - theme.px(16), line)
        return legend, Rect(width - margin - right, y, right, line)
    lines = min(3, ceil(needed / room))
    legend = Rect(margin, floor - lines * line, room, lines * line)
    return legend, Rect(margin, legend.y - line, room, line)


def _picture_rect(rows: int, columns: int, margin: float, width: float, frame: _Frame) -> Rect:
    """The input picture: a quarter of the width, bounded by the height, centred vertically."""
    side = min(0.25 * width, (frame.bottom - frame.top) * columns / rows)
    height = side * rows / columns
    return Rect(margin, (frame.top + frame.bottom - height) / 2, side, height)


def _column_centres(n_layers: int, left: float, output_x: float) -> tuple[list[float], float]:
    """The hidden columns' x, and the distance between two of them.

    The first gap takes 40 % of what is left of the outputs; with many layers less, but twice as much as any
    other.
    """
    distance = output_x - left
    if n_layers == 1:
        return [], distance
    n_hidden = n_layers - 1
    first = min(0.4, 2 / (n_hidden + 2))
    room = distance * (1 - first) / n_hidden
    return [left + first * distance + i * room for i in range(n_hidden)], room


def _spread(size: int, count: int, wanted: Indices | None) -> Indices:
    """`count` ascending indices of a layer: the wanted ones first, the rest evenly spread."""
    if count >= size:
        return np.arange(size)
    even = np.floor((np.arange(count) + 0.5) * size / count).astype(np.intp)
    if wanted is None:
        return even
    chosen = np.unique(wanted[(wanted >= 0) & (wanted < size)])[:count]
    others = np.setdiff1d(even, chosen)[: count - chosen.size]
    return np.sort(np.concatenate([chosen, others])).astype(np.intp)


def _hidden_column(
    size: int,
    centre: float,
    room: float,
    frame: _Frame,
    theme: Theme,
    wanted: Indices | None,
) -> Column:
    """One hidden layer, in one column or in up to four staggered ones, folded where even those do not do."""
    height = frame.bottom - frame.top
    smallest_pitch = SMALLEST_RADIUS / RADIUS_OF_PITCH
    # Half of the distance to the next column stays free for the edges.
    widest = 0.55 * room
    alone = 2 * (SMALLEST_RADIUS + RING_ROOM)
    sub_columns = 1
    most = min(MOST_SUB_COLUMNS, 1 + max(0, int((widest - alone) / smallest_pitch)))
    while sub_columns < most and sub_columns * height / size < COMFORTABLE_PITCH:
        sub_columns += 1

    band_height = line_height("tick", theme) + theme.px(4)
    fitting = int(height * sub_columns / smallest_pitch)
    folded = size > min(fitting, MOST_SHOWN)
    if folded:
        height = max(smallest_pitch, height - band_height - theme.px(4))
        fitting = max(1, min(MOST_SHOWN, size - 1, int(height * sub_columns / smallest_pitch)))
    count = fitting if folded else size
    pitch = min(height / count, theme.px(56) / sub_columns)
    own_pitch = pitch * sub_columns
    radius = min(RADIUS_OF_PITCH * own_pitch, theme.px(LARGEST_RADIUS))
    radius = max(min(radius, widest / 2 - RING_ROOM), SMALLEST_RADIUS)
    # Neighbours stand in different sub-columns: far enough apart that their outlines do not touch.
    apart = sqrt(max(0.0, (2 * radius + 1.5) ** 2 - pitch**2)) if sub_columns > 1 else 0.0

    place = np.arange(count)
    used = pitch * count
    start = frame.top + (height - used) / 2
    shown = _spread(size, count, wanted)
    band = None
    x = np.full(size, centre)
    y = np.full(size, 0.0)
    half = (sub_columns - 1) / 2 * apart + radius + RING_ROOM * max(1.0, theme.line_scale)
    if folded:
        band_width = min(max(2 * half, theme.px(44)), max(2 * half, 0.8 * room))
        band = Rect(centre - band_width / 2, frame.bottom - band_height, band_width, band_height)
        y[:] = band.y + band.height / 2
    x[shown] = centre + (place % sub_columns - (sub_columns - 1) / 2) * apart
    y[shown] = start + (place + 0.5) * pitch
    return Column(size, x, y, radius, shown, band, centre - half, centre + half)


def _output_column(
    size: int,
    centre: float,
    room: float,
    frame: _Frame,
    theme: Theme,
    wanted: Indices | None,
) -> Column:
    """The output layer: one column, because each neuron has its bar beside it."""
    height = frame.output_bottom - frame.top
    smallest_pitch = SMALLEST_RADIUS / RADIUS_OF_PITCH
    band_height = line_height("tick", theme) + theme.px(4)
    folded = size > int(height / smallest_pitch)
    if folded:
        height = max(smallest_pitch, height - band_height - theme.px(4))
    count = max(1, min(size - 1, int(height / smallest_pitch))) if folded else size
    pitch = min(height / count, theme.px(38))
    radius = min(RADIUS_OF_PITCH * pitch, theme.px(LARGEST_RADIUS), 0.35 * room - RING_ROOM)
    radius = max(radius, SMALLEST_RADIUS)
    half = radius + RING_ROOM * max(1.0, theme.line_scale)
    shown = _spread(size, count, wanted)
    x = np.full(size, centre)
    y = np.full(size, 0.0)
    band = None
    if folded:
        band_width = max(2 * half, theme.px(44))
        band = Rect(centre - half, frame.output_bottom - band_height, band_width, band_height)
        y[:] = band.y + band.height / 2
    start = frame.top + (height - pitch * count) / 2
    y[shown] = start + (np.arange(count) + 0.5) * pitch
    return Column(size, x, y, radius, shown, band, centre - half, centre + half)


def _bar_rects(outputs: Column, width: float, theme: Theme) -> tuple[Rect, ...]:
    """One track per output, between the answer's name and its y; of height 0 for a folded output."""
    pitch = float(np.diff(outputs.y[outputs.shown][:2])[0]) if outputs.shown.size > 1 else theme.px(24)
    name_width = text_width("0" * len(str(outputs.size - 1)), "body", theme, bold=True)
    value_width = text_width("0.00", "caption", theme)
    left = outputs.right + theme.px(3) + name_width + theme.px(7)
    right = width - min(theme.px(14), 0.03 * width) - value_width - theme.px(6)
    height = min(theme.px(10), 0.6 * pitch)
    tracks = [Rect(left, float(y), max(8.0, right - left), 0.0) for y in outputs.y]
    for index in outputs.shown:
        track = tracks[index]
        tracks[index] = Rect(track.x, track.y - height / 2, track.width, height)
    return tuple(tracks)


def _loss_rect(
    layers: Sequence[Column],
    width: float,
    margin: float,
    frame: _Frame,
    height: float,
    theme: Theme,
) -> Rect:
    """C and its place in L: under the outputs, further left where the type is large."""
    right = width - min(theme.px(14), margin)
    needed = text_width("C = −ln y₅ = 0.0012", "head", theme, bold=True)
    left = min(layers[-1].right, right - needed)
    if len(layers) > 1:
        left = max(left, layers[-2].right + theme.px(4))
    return Rect(left, frame.output_bottom + theme.px(4), right - left, height)
