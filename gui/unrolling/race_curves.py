"""How the three of a race answer digits that are moved: three curves for each distance, over the updates."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from core.analysis.shifted_digits import DISTANCES
from core.engine.unrolling_messages import ShiftedMeasured
from core.exchange.table import Column
from gui.architecture.weights_title import kind_names
from gui.loss.curve_signs import RUN_DASHES
from gui.unrolling.race_rows import nothing_measured
from gui.unrolling.unrolling_words import distance_names
from gui.widgets.figure import Figure
from gui.widgets.number_text import percent
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import clauses, labelled, listed

# For each kind the lengths of line and gap in turn, in px at 100 %, as in the plot of L: the run on screen is solid.
DASHES: tuple[tuple[float, ...], ...] = (RUN_DASHES["run1"], RUN_DASHES["run2"], ())
LINES = (0.0, 0.5, 1.0)
SIGN_PX = 26.0
LEAST_PX = QSize(140, 90)


class RaceCurves(Painted):
    """Passive: each point was measured; straight lines join them."""

    def __init__(self) -> None:
        super().__init__("race_curves", 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.measured: tuple[tuple[ShiftedMeasured, ...], ...] = ((), (), ())
        """For each kind what was measured, by rising update."""
        self._is_running = False
        self._retranslate()

    def show_measured(self, measured: Sequence[Sequence[ShiftedMeasured]]) -> None:
        """Draw these."""
        self.measured = tuple(tuple(own) for own in measured)
        self._describe()
        self.update()

    def show_running(self, is_running: bool) -> None:
        """Whether the three train, so that there will be numbers."""
        if is_running != self._is_running:
            self._is_running = is_running
            self._describe()
            self.update()

    def figure(self) -> Figure | None:
        """The curves and what was measured."""
        rows = [
            (place, each.update, distance, right, answers)
            for place, own in enumerate(self.measured)
            for each in own
            for distance, right, answers in zip(
                DISTANCES, each.shifted.right.tolist(), each.shifted.answers.tolist(), strict=True
            )
        ]
        if not rows:
            return None
        kinds, updates, distances, right, answers = np.array(rows, np.int64).T
        columns = (
            Column("layer", kinds, names=kind_names()),
            Column("update", updates),
            Column("moved by", distances, "pixels"),
            Column("right", right),
            Column("answers", answers),
            Column("accuracy", right / answers),
        )
        # Of three runs: each row says at which update.
        return self._figure_of(columns, is_of_run=False)

    def sizeHint(self) -> QSize:
        # A column that scrolls would be so high at the least.
        return QSize(300, LEAST_PX.height())

    def minimumSizeHint(self) -> QSize:
        return LEAST_PX

    @property
    def last_update(self) -> int:
        """Where the axis ends."""
        return max((each.update for own in self.measured for each in own), default=0)

    def points(self, kind: int, distance: int) -> list[QPointF]:
        """Where the points of a curve stand."""
        area, last = self.area(), self.last_update
        return [
            QPointF(
                area.x() + area.width() * each.update / max(1, last),
                area.bottom() - area.height() * each.shifted.accuracies[distance],
            )
            for each in self.measured[kind]
        ]

    def bundle_ends(self) -> list[float]:
        """For each distance at which height its curves end, in px: in the middle of those that reach the axis' end.

        One that is not measured there yet ends far from its name.
        """
        last = self.last_update
        there = [kind for kind, own in enumerate(self.measured) if own and own[-1].update == last]
        ends = [[self.points(kind, distance)[-1].y() for kind in there] for distance in range(len(DISTANCES))]
        return [sum(own) / len(own) if own else self.area().bottom() for own in ends]

    def area(self) -> QRectF:
        """Where the curves are."""
        theme = self._theme
        tick = QFontMetricsF(theme.font("tick"))
        left = tick.horizontalAdvance(percent(1.0)) + theme.px(6)
        right = max(map(tick.horizontalAdvance, distance_names())) + theme.px(8)
        top, below = 2 * self._line() + theme.px(8), self._line() + theme.px(4)
        return QRectF(left, top, max(1.0, self.width() - left - right), max(1.0, self.height() - top - below))

    def _line(self) -> float:
        """The height of a line, which Chinese type stands higher in."""
        return QFontMetricsF(self._theme.font("tick")).boundingRect("Ag文").height()

    # --- painting

    def _paint(self, painter: QPainter) -> None:
        theme, area = self._theme, self.area()
        painter.setFont(theme.font("tick"))
        tick = QFontMetricsF(theme.font("tick"))
        for share in LINES:
            y = area.bottom() - share * area.height()
            painter.setPen(QPen(theme.colour("line"), 1.0))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme.colour("dim"))
            where = QRectF(0, y - tick.height() / 2, area.left() - theme.px(4), tick.height())
            painter.drawText(
                where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(share)
            )
        below = QRectF(area.left(), area.bottom() + theme.px(3), area.width(), self._line())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, "0")
        if self.last_update:
            end = self.tr("update {update}").format(update=f"{self.last_update:,}")
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, end)
        self._paint_key(painter, area, tick)
        if not any(self.measured):
            # Between two lines.
            free = QRectF(area.left(), area.center().y(), area.width(), area.height() / 2)
            how = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.setPen(theme.colour("dim"))
            painter.drawText(free, how, nothing_measured(self._is_running))
        for kind in range(len(DASHES)):
            for distance in range(len(DISTANCES)):
                self._paint_curve(painter, kind, distance)
        self._paint_names(painter, area, tick)

    def _paint_key(self, painter: QPainter, area: QRectF, tick: QFontMetricsF) -> None:
        """Which dash is whose, over the curves."""
        theme = self._theme
        line, edge = self._line(), theme.px(4)
        painter.drawText(QRectF(edge, edge / 2, self.width(), line), self.tr("accuracy on moved digits"))
        x, y = edge, edge / 2 + 1.5 * line
        for kind, name in enumerate(kind_names()):
            painter.setPen(self._pen(kind))
            painter.drawLine(QPointF(x, y), QPointF(x + theme.px(SIGN_PX), y))
            x += theme.px(SIGN_PX + 4)
            painter.setPen(theme.colour("dim"))
            width = tick.horizontalAdvance(name) + 1
            painter.drawText(QRectF(x, edge / 2 + line, width, line), name)
            x += width + theme.px(10)

    def _paint_curve(self, painter: QPainter, kind: int, distance: int) -> None:
        points = self.points(kind, distance)
        painter.setPen(self._pen(kind))
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("test"))
        for point in points:
            painter.drawEllipse(point, self._theme.px(1.8), self._theme.px(1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_names(self, painter: QPainter, area: QRectF, tick: QFontMetricsF) -> None:
        """At the end of each bundle how far the digits were moved, none over another."""
        painter.setPen(self._theme.colour("dim"))
        lowest = area.bottom() + tick.height() / 2
        ends = self.bundle_ends()
        places: list[float] = []
        for end in ends:
            places.append(max(end, places[-1] + tick.height() if places else end))
        over = max(0.0, places[-1] - lowest)
        for name, y in zip(distance_names(), places, strict=True):
            if self.last_update:
                where = QRectF(
                    area.right() + self._theme.px(6),
                    y - over - tick.height() / 2,
                    self.width(),
                    tick.height(),
                )
                painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, name)

    def _pen(self, kind: int) -> QPen:
        width = 1.4 * self._theme.line_scale
        pen = QPen(self._theme.colour("test"), width)
        if DASHES[kind]:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([self._theme.px(length) / width for length in DASHES[kind]])
        return pen

    # --- words

    def _describe(self) -> None:
        parts = []
        for name, own in zip(kind_names(), self.measured, strict=True):
            if own:
                shares = (
                    labelled(distance, percent(share))
                    for distance, share in zip(distance_names(), own[-1].shifted.accuracies, strict=True)
                )
                parts.append(labelled(name, listed(shares)))
        self.setAccessibleDescription(clauses(parts) or nothing_measured(self._is_running))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Accuracy on moved digits"))
        self.setWhatsThis(
            self.tr(
                "The share of test digits that each network answers right, where they stand and where they are moved by"
                " one or two pixels. Each point was measured by the engine of all three networks at one update."
            )
        )
        self._describe()
        self.update()
