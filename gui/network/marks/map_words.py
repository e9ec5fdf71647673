"""What stands around the map: what its axes reach, what its marks mean, and what cannot be seen in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter, QPen

from core.engine.snapshot import Snapshot
from gui.network.geometry.shapes import Layout
from gui.network.geometry.text_width import BASELINE, elide, line_height, text_width
from gui.network.marks.input_map import curve_is_seen, output_range
from gui.network.marks.mark_types import TextMark
from gui.theme.class_marks import paint_points
from gui.theme.tokens import Theme
from gui.widgets.number_text import compact

KEY_PX = 2.6
LINE_PX = 14.0


@dataclass(frozen=True)
class KeyMark:
    """One entry of the key: a class's mark, or a piece of the curve where `label` is None, and its name.

    (x, y) is the middle of the mark.
    """

    x: float
    y: float
    label: int | None
    words: TextMark


def map_text_marks(snapshot: Snapshot, layout: Layout, theme: Theme) -> list[TextMark]:
    """The lines above and below the map, as many as there is room for, and the words of the key."""
    rect, data = layout.map, snapshot.data
    if rect is None or not data.map_ranges:
        return []
    marks = []
    # As far as the inputs reach, which stand right of the map.
    room = rect.width + theme.px(80)
    upright = _upright_axis(snapshot)
    if upright is not None:
        words = _axis("↑", *upright, room, theme)
        marks.append(TextMark(rect.x, rect.y - theme.px(6), words, "tick"))
    level = _axis("→", snapshot.input_name(0), data.map_ranges[0], room, theme)
    key = map_key(snapshot, layout, theme)
    last = max((entry.words.y for entry in key), default=_baseline(layout, theme, 0))
    marks.append(TextMark(rect.x, _baseline(layout, theme, 0), level, "tick"))
    marks += [entry.words for entry in key]
    step = line_height("tick", theme)
    above = rect.y - theme.px(6) - (0.0 if upright is None else step)
    for words in _notes(snapshot):
        words = elide(words, room, "tick", theme)
        # Below the other lines, and above the map where there is no more room.
        last += step
        if last < layout.gaps_y - step:
            y = last
        else:
            y, above = above, above - step
        marks.append(TextMark(rect.x, y, words, "tick"))
    highest = layout.title.y + layout.title.height + step
    # The legend is folded into the line of the gaps, whose left end is below the map.
    return [mark for mark in marks if highest <= mark.y < layout.gaps_y - step]


def map_key(snapshot: Snapshot, layout: Layout, theme: Theme) -> list[KeyMark]:
    """Which mark is which class; or that the line is the network, where it is in the map, and the dots the examples."""
    rect, data = layout.map, snapshot.data
    if rect is None or not data.map_ranges:
        return []
    entries: list[tuple[int | None, str]] = list(enumerate(data.class_names))
    if data.choice.source == "plane":
        words = QCoreApplication.translate("NetworkView", "class {label}")
        entries = [(label, words.format(label=name)) for label, name in enumerate(data.class_names)]
    if not entries:
        entries = [(0, QCoreApplication.translate("NetworkView", "examples"))]
        if curve_is_seen(snapshot, layout, theme):
            entries.insert(0, (None, QCoreApplication.translate("NetworkView", "the network")))
    marks = []
    x, line = rect.x, 1
    for label, name in entries:
        before = theme.px(LINE_PX if label is None else 2 * KEY_PX) + theme.px(4)
        room = rect.width - before
        name = elide(name, room, "tick", theme)
        wide = before + text_width(name, "tick", theme)
        if x > rect.x and x + wide > rect.x + rect.width:
            x, line = rect.x, line + 1
        y = _baseline(layout, theme, line)
        middle = x + (before - theme.px(4)) / 2
        rise = 0.32 * line_height("tick", theme)
        marks.append(KeyMark(middle, y - rise, label, TextMark(x + before, y, name, "tick")))
        x += wide + theme.px(10)
    return [mark for mark in marks if mark.words.y < layout.gaps_y - line_height("tick", theme)]


def paint_key(painter: QPainter, key: list[KeyMark], theme: Theme) -> None:
    """The marks of the key; their words are painted with all others."""
    for entry in key:
        if entry.label is not None:
            paint_points(painter, [(entry.x, entry.y)], [entry.label], theme.px(KEY_PX), theme)
        else:
            painter.setPen(QPen(theme.colour("minus"), 2.0 * theme.line_scale))
            half = theme.px(LINE_PX) / 2
            painter.drawLine(QPointF(entry.x - half, entry.y), QPointF(entry.x + half, entry.y))


def _baseline(layout: Layout, theme: Theme, line: int) -> float:
    """Of the lines below the map, counted from 0."""
    assert layout.map is not None
    step = line_height("tick", theme)
    return layout.map.y + layout.map.height + theme.px(4) + (line + BASELINE) * step


def _upright_axis(snapshot: Snapshot) -> tuple[str, tuple[float, float]] | None:
    """What the map's height means, and how far it reaches.

    None where one input has classes, whose marks stand at a height each.
    """
    ranges = snapshot.data.map_ranges
    if len(ranges) > 1:
        return snapshot.input_name(1), ranges[1]
    return None if snapshot.data.class_names else ("y", output_range(snapshot))


def is_standardised(snapshot: Snapshot) -> bool:
    """Whether the inputs are a table's columns brought to mean 0 and standard deviation 1."""
    data = snapshot.data
    return data.picture is None and data.choice.source == "own" and data.choice.standardised


def _axis(arrow: str, name: str, ends: tuple[float, float], room: float, theme: Theme) -> str:
    """ "→ weight: −1.2 to 3.4"; where there is little room the name is cut, and never a number."""
    low, high = (compact(value) for value in ends)
    text = QCoreApplication.translate("NetworkView", "{name}: {low} to {high}")

    def words(of: str) -> str:
        return f"{arrow} {text.format(name=of, low=low, high=high)}"

    left = room - text_width(words(""), "tick", theme)
    if left < text_width("…", "tick", theme):
        return elide(f"{arrow} {name}", room, "tick", theme)
    return words(elide(name, left, "tick", theme))


def _notes(snapshot: Snapshot) -> list[str]:
    """What is not in the map: examples that are left out, answers and the shown example where they lie beyond it.

    And that the numbers are not those of the table, where its columns are standardised.
    """
    data, lines = snapshot.data, []
    if is_standardised(snapshot) and (data.constant is None or not data.constant.all()):
        lines.append(QCoreApplication.translate("NetworkView", "columns standardised: mean 0, deviation 1"))
    constant = () if data.constant is None or data.choice.source != "own" else np.flatnonzero(data.constant)
    for index in constant:
        words = QCoreApplication.translate("NetworkView", "{name}: one number in all training examples")
        lines.append(words.format(name=snapshot.input_name(int(index))))
    drawn = 0 if data.points is None else len(data.points[0])
    if drawn < data.train_count:
        words = QCoreApplication.translate("NetworkView", "{drawn} of {count} examples drawn")
        lines.append(words.format(drawn=f"{drawn:,}", count=f"{data.train_count:,}"))
    x = snapshot.trace.x
    if any(not low <= value <= high for value, (low, high) in zip(x.tolist(), data.map_ranges, strict=True)):
        lines.append(QCoreApplication.translate("NetworkView", "This example lies beyond the map."))
    answers = snapshot.function_grid
    if answers is None:
        return lines
    broken = int((~np.isfinite(answers).all(axis=1)).sum())
    if broken:
        words = QCoreApplication.translate("NetworkView", "y not finite at {part} of {count} places")
        lines.append(words.format(part=f"{broken:,}", count=f"{len(answers):,}"))
    if not data.class_names:
        low, high = output_range(snapshot)
        # An infinite one is told of already.
        beyond = int((np.isfinite(answers[:, 0]) & ((answers[:, 0] < low) | (answers[:, 0] > high))).sum())
        if beyond:
            words = QCoreApplication.translate("NetworkView", "y beyond the map at {part} of {count} places")
            lines.append(words.format(part=f"{beyond:,}", count=f"{len(answers):,}"))
    return lines
