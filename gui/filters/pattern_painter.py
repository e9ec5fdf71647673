"""Paints the picture of a filter's answers: the patterns over their z, the share of the windows below, the legend."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen

from core.analysis.patterns import patterns
from gui.filters.answers import FilterAnswers
from gui.filters.filter_words import bar_words, brightness_words, or_more_words, side_words, sides
from gui.filters.pattern_marks import LEAST_LIGHT, MORE_LIGHT, PatternMarks
from gui.network.marks.neuron_marks import NO_INK
from gui.network.painting.primitives import TRANSPARENT, draw_pixels, packed
from gui.theme.tokens import Theme
from gui.widgets.number_text import plain

BARS_PX, GAP_PX, FRAME_PX = 34.0, 6.0, 8.0
# A picture that is lower has its heads in one line.
LOW_PX = 300.0
SEPARATOR = "  ·  "
# The ground on which patterns stand whose z is above 0.
GROUND = 0.04
BAR_LIGHT = 0.85


@dataclass(frozen=True)
class PlotPlaces:
    """Where the parts of the picture stand: heads, stacks, axis, bars, and two lines of words."""

    heads: QRectF
    stacks: QRectF
    bars: QRectF
    words: QRectF
    legend: QRectF
    line: float

    @classmethod
    def of(cls, width: float, height: float, theme: Theme) -> PlotPlaces:
        """For so much room."""
        line = QFontMetricsF(theme.font("caption")).height()
        # Room for the frame that says where the keyboard is.
        left, above = theme.px(FRAME_PX), theme.px(FRAME_PX) / 2
        width, height = width - 2 * left, height - above
        tick = QFontMetricsF(theme.font("tick")).height()
        gap, bars = theme.px(GAP_PX), min(theme.px(BARS_PX), height / 8)
        legend = QRectF(left, height - line, width, line)
        words = QRectF(left, legend.top() - line - gap / 2, width, line)
        below = QRectF(left, words.top() - gap / 2 - bars, width, bars)
        axis = below.top() - tick - gap
        heads = QRectF(left, above, width, (1 if height < LOW_PX * theme.scale else 3) * line)
        stacks = QRectF(left, heads.bottom() + gap, width, axis - heads.bottom() - gap)
        return cls(heads, stacks, below, words, legend, line)


class PatternPainter:
    """One painting, with its painter, theme and places."""

    def __init__(
        self, painter: QPainter, theme: Theme, places: PlotPlaces, answers: FilterAnswers, marks: PatternMarks
    ) -> None:
        self._painter, self._theme, self._places = painter, theme, places
        # Where the line at z = 0 begins: below the heads, where one of them stands there.
        self._line_top = places.heads.top()
        self._answers, self._marks = answers, marks

    def paint(self) -> None:
        """All but what is chosen."""
        self._ground()
        self._heads()
        self._patterns()
        self._axis()
        self._bars()
        self._legend()

    def paint_chosen(self, code: int) -> None:
        """A frame around the chosen pattern."""
        at = np.flatnonzero(self._marks.code == code)
        if at.size:
            place, side = int(at[0]), self._marks.side
            x = self._places.stacks.left() + int(self._marks.x[place])
            y = self._places.stacks.bottom() - int(self._marks.y[place]) - side
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            # Dark around light, so that it stands out of its neighbours.
            for token, out, wide in (("canvas", 4.0, 2.0), ("text", 2.5, 2.0)):
                self._painter.setPen(QPen(self._theme.colour(token), wide))
                self._painter.drawRect(QRectF(x, y, side, side).adjusted(-out, -out, out, out))

    # --- parts

    def _ground(self) -> None:
        places, marks = self._places, self._marks
        left = places.stacks.left() + marks.zero_x
        right = places.stacks.left() + marks.total_width
        ground = QRectF(
            left, places.heads.top(), max(0.0, right - left), places.stacks.bottom() - places.heads.top()
        )
        self._painter.fillRect(ground, self._theme.blend("lit", "canvas", GROUND))

    def _heads(self) -> None:
        """What the filter makes of both sides of 0, each beside the line there, and never over each other."""
        places, theme, marks, answers = self._places, self._theme, self._marks, self._answers
        fonts = theme.font("caption", bold=True), theme.font("caption")
        heads = [
            [title, *side_words(answers, speaks)]
            for title, speaks in zip(sides(answers.activation), (False, True), strict=True)
        ]
        in_one_line = places.heads.height() < 2 * places.line
        metrics = [QFontMetricsF(font) for font in fonts]

        def widths_of(heads: list[list[str]]) -> list[list[float]]:
            return [
                [metrics[min(n, 1)].horizontalAdvance(text) for n, text in enumerate(own)] for own in heads
            ]

        if in_one_line:
            lines = [[title, SEPARATOR.join(("", *rest))] for title, *rest in heads]
            if sum(map(sum, widths_of(lines))) + theme.px(16) > places.heads.width():
                # The share of the windows is what the bars below tell, too.
                lines = [[title, SEPARATOR.join(("", rest[0]))] for title, *rest in heads]
            heads = lines
        wide = widths_of(heads)
        widths = [sum(own) if in_one_line else max(own) for own in wide]
        right = min(marks.zero_x + theme.px(8), places.heads.width() - widths[1])
        right = max(right, widths[0] + theme.px(12))
        if marks.zero_x < widths[0] or right <= marks.zero_x < right + widths[1]:
            self._line_top = places.heads.bottom() + theme.px(2)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for left, own, token, own_wide in zip((0.0, right), heads, ("dim", "text"), wide, strict=True):
            for n, text in enumerate(own):
                x, y = (own_wide[0] * n, 0.0) if in_one_line else (0.0, n * places.line)
                room = places.heads.adjusted(left + x, y, 0, 0)
                room.setHeight(places.line)
                self._painter.setFont(fonts[min(n, 1)])
                self._painter.setPen(theme.colour("dim" if n else token))
                self._painter.drawText(room, flags, text)

    def _patterns(self) -> None:
        """All in one image, a pixel for each px: there may be hundreds, several times a second."""
        marks, stacks, theme = self._marks, self._places.stacks, self._theme
        width, height = int(marks.total_width) + marks.side, int(stacks.height()) + 1
        image = np.zeros((height, width), np.uint32)
        cell, side = marks.binning.cell, marks.side
        ink = patterns(self._answers.windows.kernel)[marks.code].astype(bool)
        ink = ink.repeat(cell, axis=1).repeat(cell, axis=2)
        full = np.where(marks.speaks[:, None], theme.rgb("lit"), theme.rgb("dim"))
        canvas = theme.rgb("canvas")
        of_ink = packed(np.rint(canvas + marks.light[:, None] * (full - canvas)))
        of_none = packed(np.rint(canvas + NO_INK * (theme.rgb("lit") - canvas))[None])[0]
        pixels = np.where(ink, of_ink[:, None, None], of_none)
        top = height - 1 - marks.y - side
        rows, columns = (
            top[:, None, None] + np.arange(side)[:, None],
            marks.x[:, None, None] + np.arange(side),
        )
        # In this order: of those that overlap, the higher one is seen whole.
        rows, columns = np.broadcast_arrays(np.maximum(rows, 0), np.maximum(columns, 0))
        image[rows.ravel(), columns.ravel()] = pixels.ravel()
        rect = QRectF(stacks.left(), stacks.bottom() - height + 1, width, height)
        draw_pixels(self._painter, rect, _with_alpha(image))

    def _axis(self) -> None:
        painter, theme, stacks = self._painter, self._theme, self._places.stacks
        y = round(stacks.bottom()) + 2.5
        painter.setPen(QPen(theme.colour("node"), 1))
        painter.drawLine(QPointF(stacks.left(), y), QPointF(stacks.right(), y))
        metrics = QFontMetricsF(theme.font("tick"))
        below = QRectF(0, y + 1, 0, metrics.height())
        last = -1e9
        painter.setFont(theme.font("tick"))
        for x, z in self._marks.ticks:
            text = plain(z, 3) if z <= 0 else f"+{plain(z, 3)}"
            text = f"z = {text}" if z == 0 else text
            wide = metrics.horizontalAdvance(text) + 2
            left = min(max(stacks.left() + x - wide / 2, stacks.left()), stacks.right() - wide)
            if left > last:
                painter.setPen(QPen(theme.colour("node"), 1))
                painter.drawLine(QPointF(stacks.left() + x, y - 3), QPointF(stacks.left() + x, y))
                painter.setPen(theme.colour("text" if z == 0 else "dim"))
                painter.drawText(
                    QRectF(left, below.top(), wide, below.height()), Qt.AlignmentFlag.AlignHCenter, text
                )
                last = left + wide + theme.px(4)
        painter.setPen(QPen(theme.colour("dim"), 1, Qt.PenStyle.DashLine))
        x = round(stacks.left() + self._marks.zero_x) + 0.5
        painter.drawLine(QPointF(x, self._line_top), QPointF(x, y))

    def _bars(self) -> None:
        marks, place, theme, painter = self._marks, self._places.bars, self._theme, self._painter
        colours = theme.blend("dim", "canvas", 0.6), theme.blend("lit", "canvas", BAR_LIGHT)
        for number, share in enumerate(marks.bars.tolist()):
            if not share:
                continue
            is_cut = number == marks.cut
            length = place.height() * min(1.0, share / marks.top)
            x = place.left() + number * marks.width
            colour = colours[marks.first + number >= 0]
            painter.fillRect(QRectF(x + 1, place.top(), max(1, marks.width - 2), max(1.0, length)), colour)
            if is_cut:
                self._cut(QRectF(x, place.bottom() - theme.px(9), marks.width, theme.px(3)))

    def _cut(self, rect: QRectF) -> None:
        """Two gaps across a bar that would be longer."""
        self._painter.fillRect(rect, self._theme.colour("canvas"))

    def _legend(self) -> None:
        theme, painter, places, marks = self._theme, self._painter, self._places, self._marks
        caption = theme.font("caption")
        metrics = QFontMetricsF(caption)
        painter.setFont(caption)
        painter.setPen(theme.colour("dim"))
        # In full, or so short that both have room.
        pairs, middle = bar_words(self._answers, marks), Qt.AlignmentFlag.AlignVCenter
        room = places.words.width() - theme.px(12)
        fits = (pair for pair in pairs if metrics.horizontalAdvance("".join(pair)) <= room)
        left, right = next(fits, pairs[-1])
        most = room - metrics.horizontalAdvance(right)
        left = metrics.elidedText(left, Qt.TextElideMode.ElideRight, max(0.0, most))
        painter.drawText(places.words, middle, left)
        painter.drawText(places.words, middle | Qt.AlignmentFlag.AlignRight, right)
        # The longest legend that has room.
        powers = [*range(0, marks.power, 2), marks.power]
        rows = [(brightness_words(), powers), ("", powers), ("", [0, marks.power])]
        for title, shown in rows:
            texts = [title, *(f"{10**power:,}" for power in shown)]
            if shown:
                texts[-1] = or_more_words(10 ** shown[-1])
            box, gap = places.line * 0.55, theme.px(5)
            widths = [metrics.horizontalAdvance(text) for text in texts]
            if sum(widths) + len(shown) * (box + 3 * gap) <= places.legend.width() or shown is rows[-1][1]:
                self._legend_row(texts, widths, shown, box, gap)
                return

    def _legend_row(
        self, texts: list[str], widths: list[float], powers: list[int], box: float, gap: float
    ) -> None:
        row, painter, theme = self._places.legend, self._painter, self._theme
        x = row.left()
        for number, (text, width) in enumerate(zip(texts, widths, strict=True)):
            if number:
                light = LEAST_LIGHT + MORE_LIGHT * powers[number - 1] / self._marks.power
                place = QRectF(x, row.center().y() - box / 2, box, box)
                painter.fillRect(place, theme.blend("lit", "canvas", light))
                x += box + gap
            painter.setPen(theme.colour("dim"))
            line = QRectF(x, row.top(), width + 2, row.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
            x += width + (2 * gap if width else 0)


def _with_alpha(pixels: NDArray[np.uint32]) -> QImage:
    """(rows, columns) packed colours, 0 where nothing is painted, as an image with memory of its own."""
    rows, columns = pixels.shape
    return QImage(pixels.tobytes(), columns, rows, 4 * columns, TRANSPARENT).copy()
