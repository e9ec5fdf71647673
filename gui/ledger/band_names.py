"""Where the classes' names stand on the wall: on their bands, or beside them with a thread where bands are narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gui.ledger.wall_order import NOBODY, Cells
from gui.ledger.wall_places import WallPlaces
from gui.theme.tokens import Theme

# Where along the part of the wall that is in sight names stand; so many columns are looked through for one more.
NAMES_AT, LOOKED_AT = 0.69, 64
# Around a name, and from a name to what its thread leads to, in px at 100 %; of the width a name takes so much at most.
PADDING_PX, THREAD_PX, WIDEST = 4.0, 14.0, 0.3
# What is left between one name's plate and the next, in px at 100 %.
APART_PX = 2.0


@dataclass(frozen=True)
class Band:
    """What is in sight of one class's band, where its name would stand, in px of the view.

    Attributes
    ----------
    c : int
        The class.
    x, y : float
        The middle of it.
    length : float
        Its height there, or where classes stand side by side its width.
    """

    c: int
    x: float
    y: float
    length: float


@dataclass(frozen=True)
class Name:
    """A name on its plate, and where its thread ends; None where it stands on its band."""

    text: str
    plate: QRectF
    end: QPointF | None


def bands_in_sight(
    cells: Cells,
    labels: NDArray[np.integer],
    classes: int,
    places: WallPlaces,
    ends: NDArray[np.int64] | None = None,
) -> list[Band]:
    """The bands of all classes of which anything is in sight, from the first on.

    Where classes stand above each other they are those of one column; a class that has none there is looked for in
    others.

    Parameters
    ----------
    cells : (rows, columns)
    labels : (N,)
    ends : (classes + 1,), optional
        Where classes stand side by side: the cells, counted down each column and then to the right, at which each
        begins and the last one ends.
    """
    rows, columns = places.in_sight
    if ends is not None:
        return _side_by_side(cells.shape[0], ends, places)
    if rows.stop <= rows.start or columns.stop <= columns.start:
        return []
    at = columns.start + int(NAMES_AT * (columns.stop - columns.start))
    looked_at = np.unique(np.linspace(columns.start, columns.stop - 1, LOOKED_AT).round().astype(np.int64))
    # The nearest of those with the most of a class comes first.
    looked_at = looked_at[np.argsort(np.abs(looked_at - at), kind="stable")]
    seen = cells[rows, :][:, np.concatenate([[at], looked_at])]
    of = np.where(seen == NOBODY, classes, labels[np.where(seen == NOBODY, 0, seen)])
    found = []
    for c in range(classes):
        own = of == c
        counts = own.sum(axis=0)
        which = 0 if counts[0] else int(counts.argmax())
        if counts[which]:
            column = at if which == 0 else int(looked_at[which - 1])
            row = rows.start + float(np.flatnonzero(own[:, which]).mean())
            x, y = places.place_of(0, column)
            y += (row + 0.5) * places.cell[1]
            found.append(Band(c, x + places.cell[0] / 2, y, float(counts[which] * places.cell[1])))
    return found


def _side_by_side(high: int, ends: NDArray[np.int64], places: WallPlaces) -> list[Band]:
    found = []
    rows, columns = places.in_sight
    middle = places.place_of(0, 0)[1] + (rows.start + rows.stop) / 2 * places.cell[1]
    for c, (start, stop) in enumerate(zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)):
        first, last = max(start // high, columns.start), min((stop - 1) // high, columns.stop - 1)
        if start < stop and first <= last:
            y = middle
            if first == last:
                # Less than a column: there it is the cells between both ends.
                top, bottom = max(start - first * high, 0), min(stop - first * high, high)
                y = places.place_of(0, 0)[1] + (top + bottom) / 2 * places.cell[1]
            length = (last + 1 - first) * places.cell[0]
            found.append(Band(c, places.place_of(0, first)[0] + length / 2, y, length))
    return found


def names_of(
    bands: Sequence[Band], names: tuple[str, ...], is_by_class: bool, size: tuple[float, float], theme: Theme
) -> list[Name]:
    """Every band's name in a view of this size in px, none over another one."""
    metrics, padding = QFontMetricsF(theme.font("caption")), theme.px(PADDING_PX)
    (width, height), line = size, metrics.height()
    elide = Qt.TextElideMode.ElideRight
    texts = [metrics.elidedText(names[band.c], elide, max(line, WIDEST * width)) for band in bands]
    wides = [metrics.horizontalAdvance(text) + 2 * padding for text in texts]
    needed = wides if is_by_class else [line] * len(bands)
    if all(band.length >= need for band, need in zip(bands, needed, strict=True)):
        plates = [_around(band.x, band.y, wide, line) for band, wide in zip(bands, wides, strict=True)]
        made = [Name(text, plate, None) for text, plate in zip(texts, plates, strict=True)]
        return _apart(made, is_by_class, theme)
    room, thread = (width if is_by_class else height), theme.px(THREAD_PX)
    lanes = 1
    while lanes < len(bands) and any(sum(needed[lane::lanes]) > room for lane in range(lanes)):
        lanes += 1
    # They are spread by where they stand: a class that is found in another column may be anywhere beside the others.
    rising = sorted(range(len(bands)), key=lambda i: bands[i].x if is_by_class else bands[i].y)
    if not is_by_class and lanes == 1:
        rights = [_beside(band, 0, wide, 0.0, thread) for band, wide in zip(bands, wides, strict=True)]
        lefts = [right - wide for right, wide in zip(rights, wides, strict=True)]
        groups = _meeting(lefts, [max(band.x, right) for band, right in zip(bands, rights, strict=True)])
        parts = [(0, [i for i in rising if i in group]) for group in groups]
    else:
        parts = [(lane, rising[lane::lanes]) for lane in range(lanes)]
    found: dict[int, Name] = {}
    for lane, own in parts:
        centres = spread(
            [bands[i].x if is_by_class else bands[i].y for i in own], [needed[i] for i in own], room
        )
        for i, centre in zip(own, centres, strict=True):
            band = bands[i]
            if is_by_class:
                # In rows above each other at the top, the threads go down.
                plate = _around(centre, (lane + 0.5) * (line + padding), wides[i], line)
                end = QPointF(band.x, lanes * (line + padding) + thread)
            else:
                # In columns beside each other, the threads go to the right.
                right = _beside(band, lane, wides[i], max(wides), thread)
                plate, end = _around(right - wides[i] / 2, centre, wides[i], line), QPointF(band.x, band.y)
            found[i] = Name(texts[i], plate, end)
    return _apart([found[i] for i in range(len(bands))], is_by_class, theme)


def _apart(names: Sequence[Name], is_by_class: bool, theme: Theme) -> list[Name]:
    """With less of a plate where the next one's would touch it; there is nothing written there."""
    half = theme.px(APART_PX) / 2
    across, along = (half, 0.0) if is_by_class else (0.0, half)
    return [replace(name, plate=name.plate.adjusted(across, along, -across, -along)) for name in names]


def _beside(band: Band, lane: int, wide: float, widest: float, thread: float) -> float:
    """Where a name left of its band ends, in the view."""
    return max(band.x - thread - lane * (widest + thread), wide)


def _meeting(starts: Sequence[float], ends: Sequence[float]) -> list[list[int]]:
    """Those whose stretches from start to end meet, directly or through others: each group apart from the others."""
    groups: list[list[int]] = []
    reached = -inf
    for i in sorted(range(len(starts)), key=lambda i: starts[i]):
        if not groups or starts[i] > reached:
            groups.append([])
        groups[-1].append(i)
        reached = max(reached, ends[i])
    return groups


def spread(centres: Sequence[float], sizes: Sequence[float], room: float) -> list[float]:
    """Where they stand between 0 and `room`, in their order, as near as that leaves them without overlap."""
    starts: list[float] = []
    free = 0.0
    for centre, size in zip(centres, sizes, strict=True):
        starts.append(max(free, centre - size / 2))
        free = starts[-1] + size
    limit = max(room, sum(sizes))
    for i in range(len(starts) - 1, -1, -1):
        starts[i] = min(starts[i], limit - sizes[i])
        limit = starts[i]
    return [start + size / 2 for start, size in zip(starts, sizes, strict=True)]


def paint_names(painter: QPainter, names: Sequence[Name], theme: Theme, are_framed: bool = False) -> None:
    """Threads first, so that no thread is over a name; each ends in a dot on its band.

    Where they are framed a name is no picture among pictures, which may be digits themselves.
    """
    painter.setFont(theme.font("caption"))
    for name in names:
        if name.end is not None:
            start = QPointF(
                min(max(name.end.x(), name.plate.left()), name.plate.right()), name.plate.bottom()
            )
            if name.end.x() > name.plate.right():
                start = QPointF(name.plate.right(), name.plate.center().y())
            for token, width in (("canvas", 3.0), ("text", 1.0)):
                painter.setPen(QPen(theme.colour(token), width))
                painter.drawLine(start, name.end)
            size = theme.px(2.5)
            painter.setBrush(theme.colour("text"))
            painter.setPen(QPen(theme.colour("canvas"), 1.0))
            painter.drawEllipse(name.end, size, size)
    for name in names:
        painter.fillRect(name.plate, theme.colour("canvas"))
        painter.setPen(QPen(theme.colour("text"), 1.0))
        if are_framed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(name.plate)
        # A plate may be lower than a line, whose letters it has room for.
        painter.drawText(name.plate, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, name.text)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _around(x: float, y: float, wide: float, high: float) -> QRectF:
    return QRectF(x - wide / 2, y - high / 2, wide, high)
