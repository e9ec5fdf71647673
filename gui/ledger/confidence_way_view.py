"""The y of one example's right answer over the run: a small curve with a dot at each exact measurement."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from core.engine.confidence_messages import ConfidenceWay
from core.exchange.table import Column
from gui.ledger.map_words import way_words
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.painted import Painted
from gui.widgets.translated import Translated

HEIGHT_PX, DOT_PX = 64.0, 2.0
# Where dots would touch, they are smaller.
LEAST_DOT_PX = 0.9


class ConfidenceCurve(Painted):
    """Between 0 and 1, from the first measured update to the last one.

    Attributes
    ----------
    way : ConfidenceWay or None
    """

    def __init__(self) -> None:
        super().__init__("ledger_confidence_curve", HEIGHT_PX)
        self.way: ConfidenceWay | None = None

    def show_way(self, way: ConfidenceWay | None) -> None:
        """Draw this one."""
        self.way = way
        self.update()

    def figure(self) -> Figure | None:
        """The curve, and y at each exact measurement."""
        way = self.way
        if way is None or not len(way.updates):
            return None
        columns = (
            Column("set", ["train"] * len(way.updates)),
            Column("index", np.full(len(way.updates), way.row)),
            Column("update", way.updates),
            Column("y of the right answer", way.values),
        )
        return self._figure_of(columns, run=way.run, update=int(way.updates[-1]))

    def place(self) -> QRectF:
        """Where y = 0 is at the bottom and y = 1 at the top."""
        metrics, theme = QFontMetricsF(self._theme.font("tick")), self._theme
        left, line = metrics.horizontalAdvance("0") + theme.px(8), metrics.height()
        right = theme.px(4)
        return QRectF(left, line / 2, max(1.0, self.width() - left - right), max(1.0, self.height() - line))

    def points(self) -> list[QPointF]:
        """Where the dots stand, in px."""
        way, place = self.way, self.place()
        if way is None or not len(way.updates):
            return []
        first, last = int(way.updates[0]), int(way.updates[-1])
        x = place.left() + (way.updates - first) / max(1, last - first) * place.width()
        y = place.bottom() - way.values.astype(float) * place.height()
        return [QPointF(*point) for point in zip(x.tolist(), y.tolist(), strict=True)]

    def _paint(self, painter: QPainter) -> None:
        theme, place, points = self._theme, self.place(), self.points()
        painter.setFont(theme.font("tick"))
        line = QFontMetricsF(theme.font("tick")).height()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value, y in (("1", place.top()), ("0", place.bottom())):
            painter.setPen(QPen(theme.colour("line"), 1.0))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
            painter.setPen(theme.colour("dim"))
            painter.drawText(QRectF(0, y - line, place.left() - theme.px(4), 2 * line), right, value)
        if not points:
            return
        painter.setPen(QPen(theme.colour("dim"), theme.px(1.0)))
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        dot = theme.px(DOT_PX if len(points) * 2 * theme.px(DOT_PX) <= place.width() else LEAST_DOT_PX)
        for point in points:
            painter.drawEllipse(point, dot, dot)


class ConfidenceWayView(Translated, QWidget):
    """Passive; hidden where nothing was measured."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ledger_confidence_way")
        self.curve = ConfidenceCurve()
        self._words = new_label("ledger_confidence_words", role="caption", wraps=True, is_plain=True)
        self._column = column(self, self.curve, self._words)
        self.show_way(None)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        self._column.setSpacing(round(theme.px(4)))
        self.curve.set_theme(theme)
        self._words.setFont(theme.font("caption"))

    def show_way(self, way: ConfidenceWay | None) -> None:
        """Draw this one, and say of what it is; None for none."""
        way = way if way is not None and len(way.updates) else None
        self.curve.show_way(way)
        self._words.setText("" if way is None else way_words(way.updates, way.values))
        self.curve.setAccessibleDescription(self._words.text())
        self.setVisible(way is not None)

    def _retranslate(self) -> None:
        self.curve.setAccessibleName(self.tr("y of the right answer over the run"))
        tip = self.tr(
            "Each dot is the y of this example's right answer when the exact L was measured, with the parameters of"
            " that update; the line only joins them."
        )
        self.curve.setToolTip(tip)
        self.curve.setWhatsThis(tip)
        self.show_way(self.curve.way)
