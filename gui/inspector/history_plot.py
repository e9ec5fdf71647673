"""Numbers over the updates of a run: a point for each moment that is kept."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite, log10

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from core.exchange.table import Column
from gui.widgets.figure import Figure
from gui.widgets.number_text import compact
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import bracketed, labelled

HEIGHT_PX, POINT_PX = 84.0, 1.6


class HistoryPlot(Painted):
    """Points, and no lines: between two of them nothing was computed.

    Numbers that run through many powers of ten are drawn by their size, on a log scale, which is said below: then a
    dot is plus, a dash minus, and a ring on the lowest line exactly 0.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name, HEIGHT_PX)
        self._symbol = ""
        self._updates: tuple[int, ...] = ()
        self._values: tuple[float, ...] = ()
        self._tokens = ("text", "text")
        self._by_size = False

    def show_history(
        self,
        symbol: str,
        updates: Sequence[int],
        values: Sequence[float],
        tokens: tuple[str, str],
        by_size: bool = False,
    ) -> None:
        """A number at some updates; `tokens` are the colours of plus and minus.

        With `by_size` the height is log |value|, not the value.
        """
        self._symbol, self._tokens, self._by_size = symbol, tokens, by_size
        self._updates, self._values = tuple(updates), tuple(values)
        description = ""
        if self._values:
            description = labelled(
                symbol.strip("|"), f"{compact(self._values[0])} … {compact(self._values[-1])}"
            )
            if by_size:
                description = bracketed(description, self._scale_text())
        self.setAccessibleDescription(description)
        self.update()

    def figure(self) -> Figure | None:
        """The points and their numbers."""
        if not self._values:
            return None
        updates, values = np.array(self._updates, np.int64), np.array(self._values, np.float64)
        return self._figure_of((Column("update", updates), Column(self._symbol.strip("|"), values)))

    def places(self) -> list[tuple[float, float]]:
        """Where each point stands, in px; what is not finite stands nowhere, and has NaN as its height."""
        area = self._area()
        low, high = self._range()
        first, last = self._updates[0], self._updates[-1]
        left, width = area.left(), area.width()
        places = []
        for update, value in zip(self._updates, self._values, strict=True):
            height = self._height(value)
            if self._by_size and value == 0:
                share = 0.0
            else:
                share = (height - low) / (high - low)
            x = left + (update - first) / max(1, last - first) * width
            places.append((x, area.bottom() - share * area.height()))
        return places

    def _paint(self, painter: QPainter) -> None:
        if self._values:
            for (x, y), value in zip(self.places(), self._values, strict=True):
                if isfinite(value):
                    self._paint_point(painter, QPointF(x, y), value)
            self._paint_words(painter)

    def _paint_point(self, painter: QPainter, at: QPointF, value: float) -> None:
        radius = self._theme.px(POINT_PX)
        colour = self._theme.colour(self._tokens[value < 0])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._by_size and value == 0:
            painter.setPen(QPen(self._theme.colour("dim"), 1.0))
            painter.drawEllipse(at, radius, radius)
        elif self._by_size and value < 0:
            painter.setPen(QPen(colour, radius, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(at - QPointF(1.5 * radius, 0), at + QPointF(1.5 * radius, 0))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(at, radius, radius)

    def _paint_words(self, painter: QPainter) -> None:
        area = QRectF(self.rect()).adjusted(4, 2, -4, -2)
        painter.setPen(self._theme.colour("dim"))
        painter.setFont(self._theme.font("tick"))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        painter.drawText(area, left | top, f"{self._symbol}  {self._range_text()}")
        painter.drawText(area, left | bottom, f"{self._updates[0]:,}")
        painter.drawText(area, right | bottom, f"{self._updates[-1]:,}")
        painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | bottom, self._scale_text())

    def _range_text(self) -> str:
        """The least and the largest that is drawn; zeros apart where they have a line of their own."""
        drawn = [abs(value) if self._by_size else value for value in self._values if isfinite(value)]
        if not drawn:
            return "?"
        zero = ""
        if self._by_size and 0 in drawn and any(drawn):
            zero = "0, "
            drawn = [value for value in drawn if value]
        low, high = compact(min(drawn)), compact(max(drawn))
        return zero + (low if low == high else f"{low} … {high}")

    def _scale_text(self) -> str:
        """What is to be known of the heights, "" where they are the numbers themselves."""
        return self.tr("log scale") if self._by_size else ""

    def _height(self, value: float) -> float:
        """The number by which a value stands high or low; NaN where it has none."""
        if not self._by_size or not isfinite(value):
            return value if isfinite(value) else float("nan")
        return log10(abs(value)) if value else float("nan")

    def _range(self) -> tuple[float, float]:
        """What stands at the bottom and at the top."""
        heights = [height for height in map(self._height, self._values) if isfinite(height)]
        low, high = min(heights, default=0.0), max(heights, default=0.0)
        if self._by_size and 0.0 in self._values:
            # The lowest line is for exact zeros alone.
            low -= 0.1 * (high - low) + 0.1
        return (low, high) if low < high else (low - 0.5, high + 0.5)

    def _area(self) -> QRectF:
        # A whole dot stays clear of the words above and below.
        line = 2 + QFontMetricsF(self._theme.font("tick")).height() + self._theme.px(POINT_PX) + 1
        return QRectF(self.rect()).adjusted(6, line, -6, -line)
