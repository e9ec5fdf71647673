"""Paints what stands beside each row of the matrix: recall and precision on one axis, and the share of L as a bar."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gui.ledger.matrix_marks import MatrixMarks
from gui.ledger.matrix_places import MatrixPlaces
from gui.ledger.matrix_words import MatrixWords
from gui.theme.tokens import Theme
from gui.widgets.number_text import percents

BAR_SHADE, JOIN_SHADE = 0.55, 0.4
AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClassRowsPainter:
    """Everything is painted by `paint`: a full dot is recall, an empty one precision."""

    def __init__(
        self, painter: QPainter, theme: Theme, marks: MatrixMarks, places: MatrixPlaces, words: MatrixWords
    ) -> None:
        self._painter, self._theme = painter, theme
        self._marks, self._places, self._words = marks, places, words
        self._caption, self._tick = theme.font("caption"), theme.font("tick")
        self._text, self._dim, self._canvas = (theme.colour(token) for token in ("text", "dim", "canvas"))
        self._bar, self._join = (theme.blend("text", "canvas", shade) for shade in (BAR_SHADE, JOIN_SHADE))
        self._of_caption, self._of_tick = QFontMetricsF(self._caption), QFontMetricsF(self._tick)
        # What the longest number beside a bar takes.
        self._number = self._of_tick.horizontalAdvance(percents("100"))

    def paint(self) -> None:
        """Heads, the axis with its ends, and all rows; nothing where there is no room."""
        marks, places, words, theme = self._marks, self._places, self._words, self._theme
        if places.axis is None or places.bars is None:
            return
        painter, (left, right) = self._painter, places.axis
        line, radius = self._of_caption.height(), min(theme.px(4), 0.32 * places.high)
        painter.setFont(self._caption)
        for which, text in enumerate((words.recall, words.precision)):
            y = places.top - (2 - which) * line - theme.px(3)
            self._paint_dot(QPointF(left + theme.px(4), y + line / 2), theme.px(4), not which)
            painter.setPen(self._dim)
            place = QRectF(left + theme.px(13), y, places.bars[0] - left, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        place = QRectF(places.bars[0], places.top - line - theme.px(3), 10 * line, line)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words.share)
        painter.setPen(QPen(theme.colour("line"), 1.0))
        for share in (0.0, 0.5, 1.0):
            x = round(left + share * (right - left)) + 0.5
            painter.drawLine(QPointF(x, places.top), QPointF(x, places.bottom))
        painter.setFont(self._tick)
        painter.setPen(self._dim)
        below = QRectF(left, places.bottom + theme.px(3), right - left, self._of_tick.height())
        for end, text in zip(
            (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), words.axis, strict=True
        ):
            painter.drawText(below, end, text)
        for i in range(marks.classes):
            top, bottom = places.row(i)
            self._paint_row(i, (top + bottom) / 2, radius)

    def _paint_row(self, i: int, y: float, radius: float) -> None:
        marks, places, theme, painter = self._marks, self._places, self._theme, self._painter
        assert places.axis is not None and places.bars is not None
        left, right = places.axis
        found = [marks.on_axis(float(values[i])) for values in (marks.recall, marks.precision)]
        at = [None if share is None else QPointF(left + share * (right - left), y) for share in found]
        recall, precision = at
        if recall is not None and precision is not None:
            painter.setPen(QPen(self._join, 1.0))
            painter.drawLine(recall, precision)
        fits = 0.9 * self._of_tick.height() <= places.high
        if precision is not None:
            self._paint_dot(precision, radius, False)
        if recall is not None:
            self._paint_dot(recall, radius, True)
        painter.setFont(self._tick)
        if fits and (recall is None or precision is None):
            # What has no number has no place on the axis: said at its right end, for what has one is 0 then.
            painter.setPen(self._dim)
            words = self._words.recall if recall is None else self._words.precision
            text = "–" if recall is None and precision is None else f"{words} –"
            place = QRectF(left, y - self._of_tick.height(), right - left, 2 * self._of_tick.height())
            painter.drawText(place, AT_RIGHT, text)
        share, first = float(marks.loss_shares[i]), places.bars[0]
        text = self._words.shares[i]
        most = places.bars[1] - first - self._number - theme.px(5)
        wide = 0.0 if np.isnan(share) or not marks.bar_scale else share / marks.bar_scale * most
        high = max(1.0, min(theme.px(10), 0.6 * places.high))
        painter.fillRect(QRectF(first, y - high / 2, wide, high), self._bar)
        if fits:
            painter.setPen(self._dim)
            place = QRectF(first + wide + theme.px(5), y - 20, 100, 40)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_dot(self, at: QPointF, radius: float, is_full: bool) -> None:
        self._painter.setPen(QPen(self._text, max(1.0, 0.3 * radius)))
        self._painter.setBrush(self._text if is_full else self._canvas)
        self._painter.drawEllipse(at, radius - 0.5, radius - 0.5)
