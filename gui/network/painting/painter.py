"""Paints marks: the input picture, bars and lines of text. Decides nothing, computes no number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf, isnan

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen

from core.analysis.neuron_statistics import DEAD
from gui.network.geometry.shapes import Column, Layout, Rect
from gui.network.marks.mark_types import BarMarks, Colour, NeuronMarks, PictureMarks, TextMark
from gui.network.marks.preferred_class_marks import token_on
from gui.network.painting.neuron_sprites import OUTLINE_PX, RING_GAP_PX, ROOMY_RADIUS, ring_inside
from gui.network.painting.primitives import draw_cells, draw_pixels, draw_rects, image_of, packed
from gui.theme.tokens import Theme

HOVERED_PX = 2.0
ANSWER_PX = 1.4
# And it stands so far from the bar, in px; where the bars stand close, no nearer to the next one than to its own.
FRAME_PX = 3.0


def to_rect(rect: Rect) -> QRectF:
    """A rectangle as Qt's."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def paint_picture(painter: QPainter, layout: Layout, marks: PictureMarks, theme: Theme) -> None:
    """The input picture, opaque over the edges, with its frame; single inputs beside a map have none."""
    rect = to_rect(layout.picture)
    painter.fillRect(rect, theme.colour("canvas"))
    cells = np.empty((len(marks.x), 4))
    cells[:, 0], cells[:, 1], cells[:, 2:] = marks.x, marks.y, marks.size
    draw_cells(painter, cells, marks.fill)
    painter.setPen(QPen(theme.colour("line"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if layout.map is not None:
        draw_rects(painter, cells)
        return
    painter.drawRect(rect.adjusted(-1, -1, 1, 1))


def paint_collapsed(painter: QPainter, columns: Iterable[Column], theme: Theme) -> None:
    """The collapsed group that stand for the neurons that are not shown one by one."""
    painter.setPen(QPen(theme.colour("node"), 1.0))
    painter.setBrush(theme.colour("panel"))
    for column in columns:
        if column.collapsed_group is not None:
            painter.drawRoundedRect(to_rect(column.collapsed_group), theme.px(4), theme.px(4))


def paint_hovered(
    painter: QPainter,
    x: float,
    y: float,
    radius: float,
    ring: float,
    theme: Theme,
    pinned: bool = False,
) -> None:
    """The mark of the pointer or the focus around a neuron: 2 px, 1 px away from what the neuron has on."""
    reach = hover_reach(radius, ring, theme)
    pen = QPen(theme.colour("text"), HOVERED_PX)
    if pinned:
        pen.setDashPattern([2.0, 1.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(x, y), reach, reach)


def hover_reach(radius: float, ring: float, theme: Theme) -> float:
    """The radius of that mark's line, to its middle."""
    inside = radius + OUTLINE_PX / 2 * theme.line_scale + RING_GAP_PX
    if ring > 0:
        inside = ring_inside(radius, theme) + ring + RING_GAP_PX
    return inside + HOVERED_PX / 2


def paint_plates(painter: QPainter, plates: Sequence[Rect], theme: Theme) -> None:
    """The ground under numbers that are written on lines."""
    for plate in plates:
        painter.fillRect(to_rect(plate), theme.colour("canvas"))


def paint_tracks(painter: QPainter, tracks: Sequence[Rect], theme: Theme) -> None:
    """The tracks of the outputs' bars: y = 1 fills one."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.blend("lit", "canvas", 0.07))
    for track in tracks:
        if track.height > 0:
            painter.drawRect(to_rect(track))


def paint_dropped(painter: QPainter, layers: Sequence[NeuronMarks], theme: Theme) -> None:
    """A stroke through every disc whose neuron dropout keeps silent for this example."""
    painter.setPen(QPen(theme.colour("dim"), 1.4 * theme.line_scale))
    for marks in layers:
        half = marks.radius
        for place in np.flatnonzero(marks.dropped).tolist():
            x, y = float(marks.x[place]), float(marks.y[place])
            painter.drawLine(QPointF(x - half, y + half), QPointF(x + half, y - half))


def paint_badges(painter: QPainter, layers: Sequence[NeuronMarks], theme: Theme) -> None:
    """× beside a dead neuron, = beside a saturated one; in it where neurons are too close to each other for that."""
    for marks in layers:
        beside = marks.radius >= ROOMY_RADIUS
        half = max(2.0, (0.28 if beside else 0.5) * marks.radius)
        for place in np.flatnonzero(marks.state).tolist():
            x, y = float(marks.x[place]), float(marks.y[place])
            if beside:
                x, y = x + marks.radius + half, y - marks.radius
            token = "text" if beside else token_on(marks.fill[place], theme)
            painter.setPen(QPen(theme.colour(token), 1.4 * theme.line_scale))
            draw_badge(painter, x, y, half, bool(marks.state[place] == DEAD))


def draw_badge(painter: QPainter, x: float, y: float, half: float, dead: bool) -> None:
    """× of what is dead, = of what is saturated, `half` px to each side of a point."""
    if dead:
        painter.drawLine(QPointF(x - half, y - half), QPointF(x + half, y + half))
        painter.drawLine(QPointF(x - half, y + half), QPointF(x + half, y - half))
    else:
        painter.drawLine(QPointF(x - half, y - half / 2), QPointF(x + half, y - half / 2))
        painter.drawLine(QPointF(x - half, y + half / 2), QPointF(x + half, y + half / 2))


def paint_bars(painter: QPainter, tracks: Sequence[Rect], bars: BarMarks, theme: Theme) -> None:
    """The bars; the wrong answer's is hatched, the right answer's has an outline, a regression target a tick."""
    painter.setPen(Qt.PenStyle.NoPen)
    lit = theme.colour("lit")
    wrong = bars.predicted if bars.right is not None and bars.predicted != bars.right else None
    for i, (track, length) in enumerate(zip(tracks, bars.length.tolist(), strict=True)):
        if track.height <= 0 or length == 0 or isnan(length):
            continue
        zero = track.x + bars.zero * track.width
        bar = QRectF(zero + min(length, 0), track.y, abs(length), track.height)
        if length < 0:
            painter.fillRect(bar, theme.colour("minus"))
        elif i == wrong:
            painter.fillRect(bar, theme.blend("lit", "canvas", 0.3))
            painter.fillRect(bar, QBrush(lit, Qt.BrushStyle.BDiagPattern))
        else:
            painter.fillRect(bar, lit)
    painter.setPen(QPen(theme.colour("text"), ANSWER_PX * theme.line_scale))
    for track, tick in zip(tracks, bars.target, strict=False):
        x = track.x + bars.zero * track.width + tick
        if track.height > 0:
            painter.drawLine(QPointF(x, track.y - 4), QPointF(x, track.y + track.height + 4))
    if bars.right is not None and tracks[bars.right].height > 0:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        above = min(FRAME_PX, gap_of_bars(tracks) / 2)
        around = to_rect(tracks[bars.right]).adjusted(-FRAME_PX, -above, FRAME_PX, above)
        rounded = min(theme.px(4), around.height() / 2)
        painter.drawRoundedRect(around, rounded, rounded)


def gap_of_bars(tracks: Sequence[Rect]) -> float:
    """How many px lie between two bars, one below the other; without end where there is one alone."""
    shown = sorted((track for track in tracks if track.height > 0), key=lambda track: track.y)
    return min((below.y - above.y - above.height for above, below in pairwise(shown)), default=inf)


def paint_legend(painter: QPainter, strip: Rect, colours: Colour) -> None:
    """The legend's strip of colours, from full minus to full plus."""
    draw_pixels(painter, to_rect(strip), image_of(packed(colours[None])))


class TextPainter:
    """Draws lines of text; keeps the fonts and their metrics."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts: dict[tuple[str, bool, bool, float], tuple[QFont, QFontMetricsF]] = {}

    def width(self, mark: TextMark) -> float:
        """How wide a line is, in px."""
        return self._font(mark)[1].horizontalAdvance(mark.text)

    def draw(self, painter: QPainter, marks: Iterable[TextMark]) -> None:
        """Draw every line at its baseline."""
        for mark in marks:
            if not mark.text:
                continue
            painter.setFont(self._font(mark)[0])
            painter.setPen(self._theme.colour(mark.token))
            shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[mark.align]
            x = mark.x - (shift * self.width(mark) if shift else 0.0)
            painter.drawText(QPointF(x, mark.y), mark.text)

    def _font(self, mark: TextMark) -> tuple[QFont, QFontMetricsF]:
        key = (mark.role, mark.bold, mark.italic, mark.part)
        if key not in self._fonts:
            theme = replace(self._theme, scale=self._theme.scale * mark.part)
            font = theme.font(mark.role, mark.bold, mark.italic)
            self._fonts[key] = font, QFontMetricsF(font)
        return self._fonts[key]
