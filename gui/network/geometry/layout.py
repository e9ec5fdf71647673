"""Where everything in the picture of a network stands, in pixels of the view."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil, sqrt

import numpy as np

from core.analysis.function_grid import MAX_INPUTS
from core.engine.snapshot import Snapshot
from core.nn.topology import Topology
from gui.network.geometry.bottom_lines import LEAST_NETWORK_PX, bottom_lines
from gui.network.geometry.columns import (
    WIDEST_NUMBER,
    WIDEST_SHARE,
    Frame,
    bar_rects,
    hidden_column,
    output_column,
)
from gui.network.geometry.feature_maps import columns_with_maps
from gui.network.geometry.loss_place import loss_rect
from gui.network.geometry.shapes import Indices, Layout, Rect, Zoom
from gui.network.geometry.text_width import BASELINE, line_height, text_width
from gui.network.geometry.zoom import shifted, shifted_rect, within
from gui.theme.tokens import Theme

# So many inputs that are no picture have room for their names and numbers.
MAX_IN_COLUMN = 16
# The upper edge, with the title: the height of one line of news, which may lie over it.
NEWS_PX = 36.0
# A picture that is lower, at 100 %, has one line for title and walkthrough.
LOW_PX = 450.0
# And one that is lower than this has one line for both also where each is cut: the network needs the other.
LOWEST_PX, TITLE_SHARE = 150.0, 0.45
# The button for another example stands in the line below the news, and is as high at least.
BUTTON_PX = 24.0
# It is no lower in small type either: there its line leaves room for the keyboard's frame above it, too, wherever
# rounding puts both.
LEAST_BUTTON_PX, ABOVE_PX = 24.0, 3.0
WHOLE = Zoom()
RIBBON_WORDS = " · 128 ribbons, by the sign of their sum"
# The first gap's part of what is left of the outputs, however many layers there are.
MIN_FIRST_GAP = 0.12
# So many connections in sight have their numbers written, and the neurons have room for theirs.
SMALL_NETWORK = 40
# And the last one, behind a hundred layers.
MIN_LAST_GAP_PX = 30.0
# The outputs’ names have so much room anyway, in a low picture and in another, also behind the largest neurons; longer
# ones get so much more at most, and so much of the width with it.
LOW_NAME_PX, NAME_PX, MORE_FOR_NAMES_PX, MORE_SHARE = 10.0, 26.0, 110.0, 0.1
# And the inputs' names so much at most.
LONGEST_INPUT_PX = 150.0


def make_layout(
    sizes: tuple[int, ...],
    width: float,
    height: float,
    theme: Theme,
    prefer: Sequence[Indices | None] = (),
    inputs: tuple[int, int] | None = None,
    names: Sequence[str] = (),
    zoom: Zoom = WHOLE,
    expanded: Collection[int] = (),
    groups: Sequence[int] = (),
    input_names: Sequence[str] = (),
    are_shares: bool = True,
    topology: Topology | None = None,
) -> Layout:
    """Place a network of `sizes` (the input first) in a view of `width` x `height` px.

    The input is a picture a quarter of the width wide; the first gap is the widest; the outputs stand at the
    right with their bars. A layer that does not fit one by one, even in four staggered sub-columns, shows
    evenly spread neurons and a collapsed group that holds the others. Columns too near for discs consist of cells.

    Parameters
    ----------
    prefer : sequence of index arrays or None, one per layer
        Neurons to show first where a layer has to be collapsed; by default evenly spread ones.
    inputs : (rows, columns), optional
        How the inputs are laid out; the nearest square by default. In one column each has its name beside it.
    names : sequence of str
        What the outputs are called, for the room between them and their bars; numbers by default.
    zoom : Zoom
        How much the network is enlarged, and what part of it is seen; words keep their size and their place.
    expanded : collection of int
        Layers, counted from 0, that show all their neurons however small they are.
    groups : sequence of int
        How many connections each group has, for the room of legend and coverage; by default each neuron has one
        from all of the layer before.
    input_names : sequence of str
        What a table calls its inputs, for their room where they stand in a column.
    are_shares : bool
        Whether the outputs stay between 0 and 1; the numbers of others have more room beside their bars.
    topology : Topology, optional
        Of a network with layers of feature maps.

    Raises
    ------
    ValueError
        If `sizes` has no output layer or a size under 1.
    """
    if len(sizes) < 2 or min(sizes) < 1:
        raise ValueError(f"sizes is {sizes}: it needs an input and an output layer, each of 1 neuron or more")
    groups = groups or [before * after for before, after in pairwise(sizes)]
    is_small = sum(groups) <= SMALL_NETWORK
    theme = fitting_theme(width, height, theme)
    n_layers = len(sizes) - 1
    margin = min(theme.px(18), 0.03 * width)
    small = height < theme.px(LOW_PX)
    title, walkthrough, caption_y = _top_lines(width, height, margin, theme)
    has_maps = topology is not None and any(len(shape) == 3 for shape in topology.shapes[1:])
    # What ribbons stand for is said besides.
    ribbons = text_width(RIBBON_WORDS, "caption", theme) if has_maps else 0.0
    top = caption_y + theme.px(10)
    lines = bottom_lines(groups, width, height, margin, theme, top, ribbons)
    legend, floor, gaps_y = lines.legend, lines.floor, lines.gaps_y
    content = Rect(0.0, top - theme.px(6), width, floor - top + theme.px(6))
    rows, columns = inputs or picture_shape(sizes[0])

    longest = max((text_width(name, "body", theme, bold=True) for name in names), default=0.0)
    free = theme.px(LOW_NAME_PX if small else NAME_PX)
    for_names = min(max(longest - free, 0.0), theme.px(MORE_FOR_NAMES_PX))
    number = WIDEST_SHARE if are_shares else WIDEST_NUMBER
    more = for_names + text_width(number, "caption", theme) - text_width(WIDEST_SHARE, "caption", theme)
    widest = 0.32 * width + min(for_names, MORE_SHARE * width)
    bars_width = min(theme.px(150 if small else 190) + more, widest)
    whole = _picture_rect(rows, columns, margin, width, Frame(top, floor, floor))
    _, room = _column_centres(n_layers, whole.x + whole.width, width - bars_width, is_small)
    zoom = within(zoom, content, room)
    enlarged = width * zoom.scale
    output_x = enlarged - bars_width
    bottom = top + (floor - top) * zoom.tall
    under = lines.loss_height + (0.0 if lines.is_shared else theme.px(4))
    frame = Frame(top, bottom, max(top + LEAST_NETWORK_PX, bottom - under), zoom.tall, is_small)

    map_rect = None
    if inputs is not None and columns == 1 and rows <= MAX_INPUTS:
        map_rect, picture = _map_rects(rows, margin, enlarged, frame, theme)
    elif inputs is not None and columns == 1:
        picture = _inputs_rect(rows, margin, enlarged, frame, theme, input_names)
    else:
        picture = _picture_rect(rows, columns, margin, enlarged, frame)

    centres, room = _column_centres(n_layers, picture.x + picture.width, output_x, is_small)
    wanted = [*prefer, *([None] * n_layers)]
    layers = [
        hidden_column(sizes[i + 1], centres[i], room, frame, theme, wanted[i], i in expanded)
        for i in range(n_layers - 1)
    ]
    if topology is not None and has_maps:
        layers = columns_with_maps(topology, layers, picture.x + picture.width, output_x, frame, theme)
    layers.append(output_column(sizes[-1], output_x, room, frame, theme, wanted[n_layers - 1]))
    bars = bar_rects(layers[-1], enlarged, theme, names, number)

    dx, dy = -zoom.x, -zoom.y
    picture = shifted_rect(picture, dx, dy)
    marks_line = _marks_line(picture, layers[0].left + dx, groups[0], margin, width, gaps_y, theme)
    edge = min(theme.px(14), margin)
    if lines.is_shared:
        coverage, loss = lines.shared(marks_line.x + marks_line.width, width - edge, theme)
    else:
        coverage = lines.coverage
        loss = loss_rect(layers, enlarged - edge, frame.output_bottom, lines.loss_height, theme)
        loss = shifted_rect(loss, dx, dy)
    cell = picture.width / columns
    pixel = np.arange(sizes[0], dtype=np.float64)
    return Layout(
        width=width,
        height=height,
        picture=picture,
        rows=rows,
        columns=columns,
        pixel_x=picture.x + (pixel % columns + 0.5) * cell,
        pixel_y=picture.y + (pixel // columns + 0.5) * picture.height / rows,
        layers=tuple(shifted(column, dx, dy) for column in layers),
        bars=tuple(shifted_rect(bar, dx, dy) for bar in bars),
        title=title,
        walkthrough=walkthrough,
        legend=legend,
        coverage=coverage,
        loss=loss,
        caption_y=caption_y,
        map=None if map_rect is None else shifted_rect(map_rect, dx, dy),
        gaps_y=gaps_y,
        zoom=zoom,
        content=content,
        marks_line=marks_line,
        shares_line=lines.is_shared,
    )


def layout_of(
    snapshot: Snapshot,
    size: tuple[int, int],
    theme: Theme,
    prefer: Sequence[Indices | None],
    zoom: Zoom,
    expanded: Collection[int],
    are_shares: bool,
) -> Layout:
    """`make_layout` of a snapshot's network, with the names of its inputs and outputs; `size` is in px."""
    return make_layout(
        snapshot.sizes,
        max(1, size[0]),
        max(1, size[1]),
        theme,
        prefer,
        input_shape(snapshot),
        [snapshot.output_name(i) for i in range(snapshot.sizes[-1])],
        zoom,
        expanded,
        [group.count for group in snapshot.connections],
        snapshot.data.input_names,
        are_shares,
        snapshot.topology,
    )


def fitting_theme(width: float, height: float, theme: Theme) -> Theme:
    """The theme with its type made no larger than the picture has room for.

    At 816 x 388 px type grows to 129 %: with more, lines of text would leave no room for ten outputs.
    """
    largest = max(0.8, min(width / 400, height / 300))
    return replace(theme, scale=largest) if theme.scale > largest else theme


def news_room(width: float, height: float, theme: Theme) -> float:
    """How many px of a picture's top news may cover while its title stays in sight, below them and above the heads.

    None where the picture is low: there the walkthrough's words share the title's line.
    """
    theme = fitting_theme(width, height, theme)
    margin = min(theme.px(18), 0.03 * width)
    title, walkthrough, heads_y = _top_lines(width, height, margin, theme)
    if walkthrough.y == title.y:
        return 0.0
    return heads_y - BASELINE * line_height("caption", theme) - title.height


def input_shape(snapshot: Snapshot) -> tuple[int, int]:
    """Rows and columns of the inputs: of the picture that they are; a few numbers stand in one column."""
    n_in, picture = snapshot.sizes[0], snapshot.data.picture
    if picture is not None and picture[0] * picture[1] == n_in:
        return picture
    return (n_in, 1) if n_in <= MAX_IN_COLUMN else picture_shape(n_in)


def picture_shape(n_in: int) -> tuple[int, int]:
    """Rows and columns of a picture of `n_in` pixels: the nearest square; its last row may be incomplete."""
    columns = ceil(sqrt(n_in))
    return ceil(n_in / columns), columns


def _top_lines(width: float, height: float, margin: float, theme: Theme) -> tuple[Rect, Rect, float]:
    """Title and walkthrough: the walkthrough below, or beside; and the baseline of the columns' heads.

    All but the title, and a walkthrough beside it for want of height, stands below the band for the news.
    """
    line = line_height("head", theme)
    top = theme.px(8)
    room = width - 2 * margin
    band = theme.px(NEWS_PX)
    walkthrough_width = text_width("n" * 52, "head", theme, bold=True)
    if height < theme.px(LOWEST_PX):
        walkthrough_width = min(walkthrough_width, (1 - TITLE_SHARE) * room)
    has_both = room - walkthrough_width >= theme.px(260)
    if height < theme.px(LOWEST_PX) or (height < theme.px(LOW_PX) and has_both):
        title = Rect(margin, top, room - walkthrough_width - theme.px(8), line)
        walkthrough = Rect(width - margin - walkthrough_width, top, walkthrough_width, line)
        below = band
    else:
        title = Rect(margin, top, room, line)
        high = max(line, theme.px(BUTTON_PX))
        walkthrough = Rect(
            margin, band, room, high if high >= LEAST_BUTTON_PX else LEAST_BUTTON_PX + ABOVE_PX
        )
        below = band + walkthrough.height
    return title, walkthrough, below + theme.px(2) + 0.8 * line_height("caption", theme)


def _marks_line(
    picture: Rect, first: float, count: int, margin: float, width: float, gaps_y: float, theme: Theme
) -> Rect:
    """The folded legend: in the line of the gaps' texts, left of the first one, which ends before x = `first`."""
    line = line_height("tick", theme)
    gap = text_width(f"{count:,} of {count:,} · 100 %", "tick", theme)
    free = (picture.x + picture.width + first - gap) / 2 - theme.px(12) - margin
    needed = text_width("Legend ▴", "tick", theme)
    return Rect(margin, gaps_y - BASELINE * line, max(min(free, 0.25 * width), needed), line)


def _picture_rect(rows: int, columns: int, margin: float, width: float, frame: Frame) -> Rect:
    """The input picture: a quarter of the width, bounded by the height, centred vertically."""
    side = min(0.25 * width, (frame.bottom - frame.top) * columns / rows)
    height = side * rows / columns
    return Rect(margin, (frame.top + frame.bottom - height) / 2, side, height)


def _map_rects(rows: int, margin: float, width: float, frame: Frame, theme: Theme) -> tuple[Rect, Rect]:
    """The map of all inputs, and right of it the one or two inputs, each below its name and number."""
    # Its words: a line above, and three below.
    line = line_height("tick", theme)
    room = frame.bottom - frame.top
    side = max(40.0, min(0.24 * width, 0.8 * room, room - 4.4 * line))
    middle = (frame.top + frame.bottom) / 2
    pitch = theme.px(100 if frame.is_small else 70)
    across = text_width("x₁ = −0.00", "body", theme)
    cell = theme.px(26)
    if frame.is_small:
        # Its first gap has numbers written into it: the room of the words comes from the map.
        side = max(40.0, side - (across - cell) / 2)
    # The words end where the inputs do: behind them their connections fan out.
    left = margin + side + theme.px(8) + across - cell
    return (
        Rect(margin, middle - side / 2 - 1.2 * line, side, side),
        Rect(left, middle - rows * pitch / 2, cell, rows * pitch),
    )


def _inputs_rect(
    rows: int, margin: float, width: float, frame: Frame, theme: Theme, names: Sequence[str]
) -> Rect:
    """A column of single inputs, with room at its left for "x₁₆ = −0.00", or as far as can be for longer names."""
    cell = min(theme.px(30), (frame.bottom - frame.top) / (1.25 * rows))
    usual = text_width("x₁₆ = −0.00", "body", theme)
    longest = max((text_width(f"{name} = −0.00", "body", theme) for name in names), default=usual)
    room = min(max(usual, longest), theme.px(LONGEST_INPUT_PX), 0.2 * width)
    left = max(margin + room + theme.px(8), 0.125 * width)
    return Rect(left, (frame.top + frame.bottom - rows * cell) / 2, cell, rows * cell)


def _column_centres(n_layers: int, left: float, output_x: float, is_small: bool) -> tuple[list[float], float]:
    """The hidden columns' x, and the distance between two of them.

    The first gap takes 40 % of what is left of the outputs; with many layers less, but twice as much as any
    other. It and the last one always have enough for their edges to be seen. In a small network all are alike: there is
    as much to write into each.
    """
    distance = output_x - left
    if n_layers == 1:
        return [], distance
    n_hidden = n_layers - 1
    first = 1 / n_layers if is_small else max(min(0.4, 2 / (n_hidden + 2)), MIN_FIRST_GAP)
    room = distance * (1 - first) / n_hidden
    if room < MIN_LAST_GAP_PX and n_hidden > 1:
        room = (distance * (1 - first) - min(MIN_LAST_GAP_PX, 0.1 * distance)) / (n_hidden - 1)
    return [left + first * distance + i * room for i in range(n_hidden)], room
