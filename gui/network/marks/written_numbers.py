"""Numbers written into the picture of a small network: each connection's on its line, each hidden neuron's a in it.

A number stands where it covers nothing but its own line; one that finds no such place is left out, and counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from gui.network.geometry.columns import RING_ROOM
from gui.network.geometry.layout import SMALL_NETWORK
from gui.network.geometry.shapes import Floats, Layout, Rect
from gui.network.geometry.text_width import text_width
from gui.network.marks.mark_types import EdgeMarks, NeuronMarks, TextMark
from gui.network.marks.preferred_class_marks import token_on
from gui.theme.tokens import Theme
from gui.widgets.number_text import signed, value_text

# Where on its line a number is tried, in parts of the way that it may stand on: the middle first.
PLACES = 0.5 + np.array([0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8, 9, -9, 10, -10]) / 20
# Room that is made for each number, so that it does not jump about while it changes; and px of ground around it.
USUAL_NUMBER = "+0.00"
AROUND_PX = 1.0


@dataclass(frozen=True)
class WrittenNumbers:
    """What is written.

    Attributes
    ----------
    texts : tuple of TextMark
        The connections' numbers, the neurons', and how many have no room.
    plates : tuple of Rect
        The ground under each connection's number, in the same order.
    missing : int
        Numbers that found no place.
    """

    texts: tuple[TextMark, ...] = ()
    plates: tuple[Rect, ...] = ()
    missing: int = 0


NOTHING = WrittenNumbers()


def written_numbers(
    edges: Sequence[EdgeMarks],
    neurons: Sequence[NeuronMarks],
    layout: Layout,
    theme: Theme,
    in_neurons: bool = True,
) -> WrittenNumbers:
    """The numbers of at most `SMALL_NETWORK` connections in sight; nothing where there are more.

    With `in_neurons` False something else is written into the neurons already.
    """
    ends, seen = _in_sight(edges, layout)
    if not 0 < seen.size <= SMALL_NETWORK:
        return NOTHING
    # In an order that does not follow their numbers.
    seen = seen[np.lexsort(ends[:, seen])]
    values = np.concatenate([marks.value for marks in edges])[seen]
    bounds = np.concatenate([np.tile([[*_room(marks, layout)]], (len(marks.value), 1)) for marks in edges])[
        seen
    ]
    texts, plates, missing = _on_lines(ends[:, seen], values, bounds, neurons, layout, theme)
    if in_neurons:
        inside, without = _in_neurons(neurons[:-1], layout, theme)
        texts, missing = [*texts, *inside], missing + without
    if missing:
        texts.append(_how_many_missing(missing, layout, theme))
    return WrittenNumbers(tuple(texts), tuple(plates), missing)


def are_written(edges: Sequence[EdgeMarks], layout: Layout) -> bool:
    """Whether these connections are so few in sight that their numbers are written: asked for in every frame."""
    return 0 < _in_sight(edges, layout)[1].size <= SMALL_NETWORK


def _in_sight(edges: Sequence[EdgeMarks], layout: Layout) -> tuple[Floats, NDArray[np.intp]]:
    """The ends (4, lines) of all lines, and the places of those in sight; none of a network that has cells."""
    nothing = np.zeros((4, 0)), np.zeros(0, np.intp)
    # Cells stand in networks with far more connections.
    if not edges or any(column.cell is not None for column in layout.layers):
        return nothing
    ends = np.array([np.concatenate([getattr(m, name) for m in edges]) for name in ("x1", "y1", "x2", "y2")])
    if not ends.size:
        return nothing
    return ends, np.flatnonzero(_crosses(_box_of(layout.content), ends)[0])


def _room(marks: EdgeMarks, layout: Layout) -> tuple[float, float]:
    """The x between which a number may stand: between the columns that its connection joins."""
    source, target = marks.source_layer, marks.target_layer
    column = layout.layers[source - 1] if source else None
    left = layout.picture.x + layout.picture.width if column is None else column.right
    return left + AROUND_PX, layout.layers[target - 1].left - AROUND_PX


def _on_lines(
    ends: Floats, values: Floats, bounds: Floats, neurons: Sequence[NeuronMarks], layout: Layout, theme: Theme
) -> tuple[list[TextMark], list[Rect], int]:
    """Each connection's number on its line."""
    size = theme.type_size("tick")
    usual = text_width(USUAL_NUMBER, "tick", theme)
    words = [signed(float(value), 2) for value in values]
    half = np.array([max(usual, text_width(text, "tick", theme)) / 2 for text in words]) + AROUND_PX
    # A figure is 0.73 of its size high.
    tall = 0.38 * size + AROUND_PX
    discs = np.concatenate(
        [np.stack([m.x, m.y, np.full(len(m.x), m.radius + RING_ROOM)]) for m in neurons], axis=1
    )
    places = _places(_key(ends), _key(half), _key(bounds), _key(discs), tall, layout.content, layout.loss)
    texts: list[TextMark] = []
    plates: list[Rect] = []
    for place, text, wide in zip(places, words, half.tolist(), strict=True):
        if place is not None:
            x, y = place
            plates.append(Rect(x - wide, y - tall, 2 * wide, 2 * tall))
            texts.append(TextMark(x, y + 0.36 * size, text, "tick", "text", "centre"))
    return texts, plates, len(words) - len(texts)


Key = tuple[bytes, tuple[int, ...]]


def _key(numbers: Floats) -> Key:
    """An array as something that can be remembered by."""
    return np.ascontiguousarray(numbers, dtype=np.float64).tobytes(), numbers.shape


@lru_cache(maxsize=8)
def _places(
    ends_key: Key, half_key: Key, bounds_key: Key, discs_key: Key, tall: float, content: Rect, loss: Rect
) -> tuple[tuple[float, float] | None, ...]:
    """The middle of each line's number, None where none is free; those with the fewest free places choose first.

    They are the same as long as lines, neurons and the numbers' widths are: while it trains, they need not be sought.
    """
    ends, half, bounds, discs = (
        np.frombuffer(data).reshape(shape) for data, shape in (ends_key, half_key, bounds_key, discs_key)
    )
    x1, y1, x2, y2 = ends[..., None]
    left, right = bounds[:, :1] + half[:, None], bounds[:, 1:] - half[:, None]
    x = left + PLACES * (right - left)
    y = y1 + (x - x1) / np.where(x2 == x1, 1.0, x2 - x1) * (y2 - y1)
    boxes = np.stack([x, y, np.broadcast_to(half[:, None], x.shape), np.full_like(x, tall)])
    crossing = _crosses(boxes.reshape(4, -1), ends).reshape(*x.shape, -1)
    crossing[np.arange(len(x)), :, np.arange(len(x))] = False
    free = ~crossing.any(axis=2) & (right >= left)
    free &= ~_touches_discs(boxes, discs)
    free &= _inside(boxes, content) & ~_overlaps(boxes, _box_of(loss))
    chosen: list[tuple[float, float] | None] = [None] * len(x)
    taken = np.zeros((4, 0))
    for i in np.argsort(free.sum(axis=1), kind="stable").tolist():
        for place in np.flatnonzero(free[i]).tolist():
            box = boxes[:, i, place]
            if not _overlaps(box[:, None], taken).any():
                taken = np.column_stack([taken, box])
                chosen[i] = float(box[0]), float(box[1])
                break
    return tuple(chosen)


def _in_neurons(neurons: Sequence[NeuronMarks], layout: Layout, theme: Theme) -> tuple[list[TextMark], int]:
    """Each neuron's a inside it, once the signal has come there."""
    size = theme.type_size("tick")
    texts, missing = [], 0
    for drawn in neurons:
        for x, y, a, fill in zip(drawn.x, drawn.y, drawn.value, drawn.fill, strict=True):
            if np.isnan(a) or not layout.content.contains(float(x), float(y)):
                continue
            words = value_text(float(a))
            if text_width(words, "tick", theme) > 1.9 * drawn.radius:
                missing += 1
                continue
            token = token_on(fill, theme)
            texts.append(TextMark(float(x), float(y) + 0.36 * size, words, "tick", token, "centre"))
    return texts, missing


def _how_many_missing(missing: int, layout: Layout, theme: Theme) -> TextMark:
    words = QCoreApplication.translate("NetworkView", "{count} numbers have no room").format(count=missing)
    if missing == 1:
        words = QCoreApplication.translate("NetworkView", "1 number has no room")
    return TextMark(layout.width - theme.px(14), layout.gaps_y, words, "tick", "dim", "right")


def _box_of(rect: Rect) -> Floats:
    """A rectangle as (4, 1): its centre, and half of its width and height."""
    half = rect.width / 2, rect.height / 2
    return np.array([[rect.x + half[0]], [rect.y + half[1]], [half[0]], [half[1]]])


def _crosses(boxes: Floats, ends: Floats) -> NDArray[np.bool_]:
    """(boxes, lines) flags: whether a line passes a box; `boxes` as `_box_of` has them, `ends` (4, lines)."""
    x, y, half, tall = boxes[..., None]
    x1, y1, x2, y2 = ends
    dx, dy = (x2 - x1) / 2, (y2 - y1) / 2
    mx, my = (x1 + x2) / 2 - x, (y1 + y2) / 2 - y
    apart = np.abs(mx * dy - my * dx) > half * np.abs(dy) + tall * np.abs(dx)
    crosses: NDArray[np.bool_] = (
        (np.abs(mx) <= half + np.abs(dx)) & (np.abs(my) <= tall + np.abs(dy)) & ~apart
    )
    return crosses


def _touches_discs(boxes: Floats, discs: Floats) -> NDArray[np.bool_]:
    """Whether a box touches one of the discs, (3, discs) of centre and radius: a neuron and where its ring may be."""
    x, y, half, tall = boxes[..., None]
    away = np.hypot(
        np.maximum(np.abs(discs[0] - x) - half, 0.0), np.maximum(np.abs(discs[1] - y) - tall, 0.0)
    )
    touches: NDArray[np.bool_] = (away < discs[2]).any(axis=-1)
    return touches


def _inside(boxes: Floats, rect: Rect) -> NDArray[np.bool_]:
    x, y, half, tall = boxes
    inside: NDArray[np.bool_] = (
        (x - half >= rect.x)
        & (x + half <= rect.x + rect.width)
        & (y - tall >= rect.y)
        & (y + tall <= rect.y + rect.height)
    )
    return inside


def _overlaps(boxes: Floats, others: Floats) -> NDArray[np.bool_]:
    overlaps: NDArray[np.bool_] = (np.abs(boxes[0] - others[0]) < boxes[2] + others[2]) & (
        np.abs(boxes[1] - others[1]) < boxes[3] + others[3]
    )
    return overlaps
