"""Numbers over the updates of a run: a point for each moment that is kept."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.network.number_text import compact
from gui.theme import Theme

HEIGHT_PX, POINT_PX = 84.0, 1.6


class HistoryPicture(QWidget):
    """Points, and no lines: between two of them nothing was computed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = Theme()
        self._symbol = ""
        self._updates: tuple[int, ...] = ()
        self._values: tuple[float, ...] = ()
        self._tokens = ("text", "text")

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def show_history(
        self, symbol: str, updates: Sequence[int], values: Sequence[float], tokens: tuple[str, str]
    ) -> None:
        """A number at some updates; `tokens` are the colours of plus and minus."""
        self._symbol, self._tokens = symbol, tokens
        self._updates, self._values = tuple(updates), tuple(values)
        if self._values:
            self.setAccessibleDescription(
                f"{symbol}: {compact(self._values[0])} … {compact(self._values[-1])}"
            )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, round(self._theme.px(HEIGHT_PX)))

    def places(self) -> list[tuple[float, float]]:
        """Where each point stands, in px."""
        area = self._area()
        low, high = self._range()
        first, last = self._updates[0], self._updates[-1]
        return [
            (
                area.left() + (update - first) / max(1, last - first) * area.width(),
                area.bottom() - (value - low) / (high - low) * area.height(),
            )
            for update, value in zip(self._updates, self._values, strict=True)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        if self._values:
            painter.setPen(Qt.PenStyle.NoPen)
            for (x, y), value in zip(self.places(), self._values, strict=True):
                if np.isfinite(value):
                    painter.setBrush(theme.colour(self._tokens[value < 0]))
                    painter.drawEllipse(QPointF(x, y), theme.px(POINT_PX), theme.px(POINT_PX))
            self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        low, high = self._range()
        area = QRectF(self.rect()).adjusted(4, 2, -4, -2)
        painter.setPen(self._theme.colour("dim"))
        painter.setFont(self._theme.font("tick"))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        painter.drawText(area, left | top, f"{self._symbol}  {compact(low)} … {compact(high)}")
        painter.drawText(area, left | bottom, f"{self._updates[0]:,}")
        painter.drawText(area, right | bottom, f"{self._updates[-1]:,}")

    def _range(self) -> tuple[float, float]:
        finite = [value for value in self._values if np.isfinite(value)]
        low, high = min(finite, default=0.0), max(finite, default=0.0)
        return (low, high) if low < high else (low - 0.5, high + 0.5)

    def _area(self) -> QRectF:
        line = self._theme.px(15)
        return QRectF(self.rect()).adjusted(6, line, -6, -line - 2)
