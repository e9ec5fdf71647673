"""Paints the picture of two compared runs: grid, curves, axis, answers, and the line that one reads at."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf, log

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from core.analysis.solutions import SHARES
from gui.loss.curve_signs import pen_of
from gui.solutions.solutions_marks import (
    AXIS_PX,
    KEYS,
    ROW_PX,
    TITLE_PX,
    AnswerCell,
    Panel,
    SolutionsMarks,
)
from gui.theme.tokens import Theme
from gui.widgets.number_text import percents, plain

DOT_PX, DIAMOND_PX, RING_PX = 2.3, 3.4, 6.0
WIDTHS = {"straight": 1.5, "matched": 1.5}
DASHES = {"straight": (), "matched": (4.0, 3.0)}
# Numbers under the axis, between A and B.
NUMBERED = (5, 10, 15)
SIGN_PX, NAME_GAP_PX = 26.0, 6.0


class SolutionsPainter:
    """One painting, with its painter, theme and places."""

    def __init__(self, painter: QPainter, theme: Theme, marks: SolutionsMarks) -> None:
        self._painter, self._theme, self._marks = painter, theme, marks
        self._font = theme.font("tick")
        self._metrics = QFontMetricsF(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)

    def paint_panel(self, panel: Panel, title: str, token: str, title_end: float = inf) -> None:
        """A picture with its title; `token` is the colour of its curves.

        The title begins where the picture does, or as far left of it as it has to, to end at `title_end`.
        """
        painter, theme, plot = self._painter, self._theme, panel.plot
        faint = theme.colour("line")
        faint.setAlphaF(0.6)
        for tick in panel.ticks:
            y = panel.y(tick.place)
            if y < plot.bottom() - 1:
                painter.setPen(QPen(faint, 1))
                painter.drawLine(QPointF(plot.left(), _sharp(y)), QPointF(plot.right(), _sharp(y)))
            text = percents(tick.text) if panel.is_share else tick.text
            half = theme.px(9)
            self._text(QRectF(0, y - half, plot.left() - theme.px(8), 2 * half), text, "dim", right=True)
        painter.setPen(QPen(theme.colour("node"), 1))
        painter.drawLine(
            QPointF(plot.left(), _sharp(plot.bottom())), QPointF(plot.right(), _sharp(plot.bottom()))
        )
        # Not over the axis: the numbers of both pictures reach into its line.
        top = plot.top() - theme.px(TITLE_PX - 2)
        left = min(plot.left(), title_end - self._metrics.horizontalAdvance(title))
        above = QRectF(max(theme.px(8), left), top, plot.width(), theme.px(TITLE_PX - 6))
        self._text(above, title, "dim")
        for key in KEYS:
            self._curve(panel.points[key], key, token)

    def _curve(self, points: NDArray[np.float64], key: str, token: str) -> None:
        colour = self._theme.colour(token)
        self._painter.setPen(pen_of(colour, WIDTHS[key] * self._theme.line_scale, DASHES[key]))
        for line in lines_of(points):
            self._painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line.tolist()]))
        for x, y in points[~np.isnan(points[:, 1])].tolist():
            self._dot(QPointF(x, y), key, colour)

    def _dot(self, at: QPointF, key: str, colour: QColor) -> None:
        painter, px = self._painter, self._theme.px
        if key == "straight":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(at, px(DOT_PX), px(DOT_PX))
            return
        painter.setPen(QPen(colour, 1.2 * self._theme.line_scale))
        painter.setBrush(self._theme.colour("canvas"))
        size = px(DIAMOND_PX)
        corners = (QPointF(0, -size), QPointF(size, 0), QPointF(0, size), QPointF(-size, 0))
        painter.drawPolygon(QPolygonF([at + corner for corner in corners]))

    def names_left(self, names: Iterable[tuple[str, str]]) -> float:
        """Where these begin, (key, words), and what is at their left ends."""
        px = self._theme.px
        widths = [
            self._metrics.horizontalAdvance(words) + px(NAME_GAP_PX + SIGN_PX + 18) for _, words in names
        ]
        return self._marks.loss.plot.right() - sum(widths)

    def paint_names(self, names: Iterable[tuple[str, str]]) -> None:
        """Each line's sign and name, (key, words), to the right of the first title."""
        px, plot = self._theme.px, self._marks.loss.plot
        middle, right = plot.top() - px(TITLE_PX / 2 + 1), plot.right()
        for key, words in reversed(list(names)):
            width = self._metrics.horizontalAdvance(words)
            self._text(QRectF(right - width, middle - px(9), width + 1, px(18)), words, "text")
            self._sign(QPointF(right - width - px(NAME_GAP_PX + SIGN_PX), middle), key, "text")
            right -= width + px(NAME_GAP_PX + SIGN_PX + 18)

    def _sign(self, left: QPointF, key: str, token: str) -> None:
        colour = self._theme.colour(token)
        self._painter.setPen(pen_of(colour, WIDTHS[key] * self._theme.line_scale, DASHES[key]))
        end = left + QPointF(self._theme.px(SIGN_PX), 0)
        self._painter.drawLine(left, end)
        self._dot((left + end) / 2, key, colour)

    def paint_axis(self) -> None:
        """A and B at its ends, and some t between them."""
        px, y = self._theme.px, self._marks.axis_y
        painter = self._painter
        painter.setPen(QPen(self._theme.colour("dim"), 1))
        for x in self._marks.x.tolist():
            painter.drawLine(QPointF(_sharp(x), y), QPointF(_sharp(x), y + px(3)))
        for place in NUMBERED:
            text = plain(SHARES[place]) if place != NUMBERED[0] else f"t = {plain(SHARES[place])}"
            self._below(float(self._marks.x[place]), text, "dim")
        bold = QFont(self._theme.font("body", bold=True))
        painter.setFont(bold)
        for place, name in ((0, "A"), (len(SHARES) - 1, "B")):
            self._below(float(self._marks.x[place]), name, "text")
        painter.setFont(self._font)

    def _below(self, x: float, text: str, token: str) -> None:
        px, y = self._theme.px, self._marks.axis_y
        self._text(QRectF(x - px(40), y + px(3), px(80), px(AXIS_PX - 3)), text, token, centred=True)

    def paint_answers(self, title: str) -> None:
        """Each answer in its cell, lit by its output; that of the right class is framed and bold."""
        px, marks = self._theme.px, self._marks
        if not marks.rows:
            return
        top = marks.rows[KEYS[0]] - px(ROW_PX / 2 + TITLE_PX)
        self._text(QRectF(px(8), top, marks.loss.plot.right(), px(TITLE_PX - 4)), title, "dim")
        for key, middle in marks.rows.items():
            self._sign(QPointF(px(10), middle), key, "text")
        for cell in marks.answers:
            self._cell(cell)

    def _cell(self, cell: AnswerCell) -> None:
        painter, theme = self._painter, self._theme
        painter.fillRect(cell.box, theme.blend("lit", "canvas", cell.confidence))
        if cell.is_right:
            painter.setPen(QPen(theme.colour("text"), 1.4 * theme.line_scale))
        else:
            painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cell.box.adjusted(0.5, 0.5, -0.5, -0.5))
        if cell.is_right:
            painter.setFont(theme.font("tick", bold=True))
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, cell.box.width() - 2)
        self._text(cell.box, text, self.token_on(cell.confidence), centred=True)
        painter.setFont(self._font)

    def token_on(self, confidence: float) -> str:
        """The colour of text that has the greater contrast with a cell."""
        theme = self._theme
        lit, canvas = theme.rgb("lit"), theme.rgb("canvas")
        cell = _luminance(canvas + confidence * (lit - canvas))
        return max("canvas", "text", key=lambda token: abs(log(_luminance(theme.rgb(token)) / cell)))

    def paint_cursor(self, place: int) -> None:
        """A line at this place of the axis, and a ring around each point that is read there."""
        painter, theme, marks = self._painter, self._theme, self._marks
        x = _sharp(float(marks.x[place]))
        painter.setPen(pen_of(theme.colour("text"), 1, (2.0, 2.0)))
        painter.drawLine(QPointF(x, marks.loss.plot.top()), QPointF(x, marks.axis_y + theme.px(3)))
        painter.setPen(QPen(theme.colour("text"), 1.4 * theme.line_scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for panel in (marks.loss, marks.test):
            for points in () if panel is None else panel.points.values():
                if not np.isnan(points[place, 1]):
                    painter.drawEllipse(
                        QPointF(*points[place].tolist()), theme.px(RING_PX), theme.px(RING_PX)
                    )

    def _text(self, box: QRectF, text: str, token: str, right: bool = False, centred: bool = False) -> None:
        across = Qt.AlignmentFlag.AlignLeft
        if right or centred:
            across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignHCenter
        flags = across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine
        self._painter.setPen(self._theme.colour(token))
        self._painter.drawText(box, flags, text)


def _luminance(rgb: NDArray[np.float64]) -> float:
    """WCAG 2's, with what it adds for the room's light."""
    return float(np.dot((0.2126, 0.7152, 0.0722), (rgb / 255) ** 2.2)) + 0.05


def lines_of(points: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """Those runs of neighbouring points that are measured; a line is drawn through each."""
    known = ~np.isnan(points[:, 1])
    breaks = np.flatnonzero(np.diff(known.astype(np.int8))) + 1
    return [part for part in np.split(points, breaks) if len(part) > 1 and not np.isnan(part[0, 1])]


def _sharp(place: float) -> float:
    """The middle of a px: a hairline there is one px wide."""
    return float(int(place)) + 0.5
