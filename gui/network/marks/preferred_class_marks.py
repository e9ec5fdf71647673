"""For which class each neuron is strongest over the test set, written into it or beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.analysis.neuron_statistics import NeuronStatistics
from core.engine.snapshot import Snapshot
from gui.network.geometry.shapes import FeatureMaps, Floats
from gui.network.geometry.text_width import text_width
from gui.network.marks.mark_types import NeuronMarks, TextMark
from gui.network.marks.neuron_marks import has_statistics_of
from gui.network.marks.weight_tiles import LARGE_RADIUS
from gui.theme.tokens import Theme

# From this radius on a sign has room inside.
ROOM_INSIDE = 8.0
# Names beneath each other are at least so far apart, in parts of their size; a capital is 0.73 of it high.
APART = 1.05
# A digit in a neuron is so far across, in parts of its size, from corner to corner.
ACROSS = 1.0
# Of the neuron it may take so many radii: its outline stays free.
ACROSS_NEURON = 1.7
# Where large type has no room, names have smaller type, down to that of a desk.
SMALLEST_PX = 11.0
# Beside a neuron, in px from its outline: its ring reaches 4.8 px out.
BESIDE = 6.0
# Beside a map, in px from its outline.
BESIDE_MAP = 4.0


def preferred_class_marks(
    snapshot: Snapshot,
    neurons: tuple[NeuronMarks, ...],
    statistics: NeuronStatistics | None,
    theme: Theme,
) -> tuple[TextMark, ...]:
    """The names of the preferred classes, where they have room; nothing for a neuron that prefers none."""
    marks: list[TextMark] = []
    full = theme.type_size("tick")
    for drawn in neurons[:-1]:
        if not has_statistics_of(statistics, snapshot, drawn.layer) or drawn.cell:
            continue
        if drawn.maps is not None:
            marks += _names_of_maps(snapshot, drawn.layer, drawn.maps, statistics, neurons, theme)
            continue
        preferred_class = statistics.preferred_class(drawn.layer)
        if preferred_class is None:
            continue
        prefers = statistics.has_preferred_class(drawn.layer)
        columns = np.unique(np.round(drawn.x, 3))
        room = 1.9 * drawn.radius
        if columns.size > 1:
            room = min(room, float(np.diff(columns).min()) - 1)
        part, inside, beside = room_for_names(drawn.x, drawn.y, drawn.radius, full)
        if not inside and not beside:
            continue
        size, own = part * full, replace(theme, scale=part * theme.scale)
        for place, neuron in enumerate(drawn.neuron.tolist()):
            name = snapshot.output_name(int(preferred_class[neuron]))
            width = text_width(name, "tick", own, bold=True)
            if not prefers[neuron] or width > max(2 * drawn.radius, 2.5 * size):
                continue
            x, y = float(drawn.x[place]), float(drawn.y[place]) + 0.36 * size
            if inside and width <= room:
                token = token_on(drawn.fill[place], theme)
                marks.append(TextMark(x, y, name, "tick", token, "centre", bold=True, part=part))
            elif beside:
                left = columns.size == 2 and x < columns.mean()
                x += (drawn.radius + max(BESIDE, theme.px(BESIDE))) * (-1 if left else 1)
                align = "right" if left else "left"
                marks.append(TextMark(x, y, name, "tick", "text", align, bold=True, part=part))
    return tuple(marks)


def _names_of_maps(
    snapshot: Snapshot,
    layer: int,
    maps: FeatureMaps,
    statistics: NeuronStatistics,
    neurons: Sequence[NeuronMarks],
    theme: Theme,
) -> list[TextMark]:
    """Right of each map the class for which its cells' mean a is largest, where nothing else stands there."""
    of_maps = statistics.by_map(snapshot.topology.maps[1:-1])
    preferred_class = of_maps.preferred_class(layer)
    tiles, full = maps.tiles, theme.type_size("tick")
    left, behind = tiles[-1].x + tiles[-1].width, neurons[layer + 1]
    next_left = behind.maps.tiles[0].x if behind.maps is not None else float(behind.x.min()) - behind.radius
    part = part_beside_maps(maps, full)
    if preferred_class is None or not part:
        return []
    size, own = part * full, replace(theme, scale=part * theme.scale)
    marks, prefers = [], of_maps.has_preferred_class(layer)
    for number, tile in enumerate(tiles):
        name = snapshot.output_name(int(preferred_class[number]))
        if (
            not prefers[number]
            or text_width(name, "tick", own, bold=True) > next_left - left - 2 * BESIDE_MAP
        ):
            continue
        x, y = left + BESIDE_MAP, tile.y + tile.height / 2 + 0.36 * size
        marks.append(TextMark(x, y, name, "tick", "text", bold=True, part=part))
    return marks


def part_beside_maps(maps: FeatureMaps, size: float) -> float:
    """What part of `size` px the names beside a layer's maps may have at most; 0 where they have no room.

    Of maps that stand beside each other no name would be known whose it is.
    """
    tiles, least = maps.tiles, min(1.0, SMALLEST_PX / size)
    pitch = tiles[1].y - tiles[0].y if len(tiles) > 1 else np.inf
    part = min(1.0, float(pitch) / (APART * size))
    return 0.0 if part < least or tiles[0].x != tiles[-1].x else part


def room_for_names(x: Floats, y: Floats, radius: float, size: float) -> tuple[float, bool, bool]:
    """What part of `size` px the names of a layer may have at most, and whether there is room inside and beside then.

    Where even the smallest type has no room, neither place has any.
    """
    least = min(1.0, SMALLEST_PX / size)
    for part in (*np.arange(1.0, least, -0.1).tolist(), least):
        inside, beside = places_of_names(x, y, radius, part * size)
        if inside or beside:
            break
    return part, inside, beside


def places_of_names(x: Floats, y: Floats, radius: float, size: float) -> tuple[bool, bool]:
    """Whether names `size` px high have room in the neurons of a layer, and whether they have it beside them."""
    inside = ROOM_INSIDE <= radius < LARGE_RADIUS and ACROSS * size <= ACROSS_NEURON * radius
    # Beside it there is room only where nobody else stands there: of two sub-columns on either side.
    columns = np.unique(np.round(x, 3)).size
    pitch = float(np.diff(y[:2]).sum()) if y.size > 1 else np.inf
    return inside, columns <= 2 and columns * pitch >= APART * size


def token_on(fill: np.typing.NDArray[np.uint8], theme: Theme) -> str:
    """The token that is read best on a fill: text or canvas."""
    brightness = fill @ np.array([0.2126, 0.7152, 0.0722])
    apart = {
        token: abs(float(theme.rgb(token) @ np.array([0.2126, 0.7152, 0.0722])) - brightness)
        for token in ("text", "canvas")
    }
    return max(apart, key=lambda token: apart[token])
