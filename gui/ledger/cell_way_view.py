"""The way of a cell over the run as a small curve with a dot at each exact measurement; a dot is chosen to subtract."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from core.exchange.table import Column
from gui.ledger.cell_way import CellWay, Counts
from gui.widgets.figure import Figure
from gui.widgets.keyboard_focus import paint_focus
from gui.widgets.own_keys import takes_key
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import listed

HEIGHT_PX, DOT_PX, RING_PX = 92.0, 2.2, 4.0
FAINT = 0.16
KEYS = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_Backspace
# Of more measurements than this, dots would be a band.
MOST_DOTS = 120

Floats = np.ndarray[tuple[int], np.dtype[np.float64]]


class CellWayView(Painted):
    """Passive; the moment that is to be subtracted is told."""

    moment_wanted = Signal(object)
    """The measurement after so many updates is to be subtracted; None for none."""

    def __init__(self) -> None:
        super().__init__("cell_way", HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.way: CellWay | None = None
        self._names = "", ""
        self._moment: int | None = None
        self._past: tuple[int, int] | None = None
        self._run: int | None = None
        self._retranslate()

    def show_way(
        self,
        way: CellWay | None,
        names: tuple[str, str],
        moment: int | None,
        past: tuple[int, int] | None = None,
        run: int | None = None,
    ) -> None:
        """Draw this of a run; `names` are the cell's and its mirror's, `moment` is the measurement that is subtracted.

        `past` is the update that one looks back to, with the cell's count there; None where that is the last one.
        """
        self.way, self._names, self._moment, self._past = way, names, moment, past
        self._run = run
        self._describe()
        self.update()

    def figure(self) -> Figure | None:
        """The curves, and the counts at each exact measurement; of all others together."""
        way = self.way
        if way is None or len(way.updates) < 2:
            return None
        columns = [Column("update", way.updates), Column("examples", way.own)]
        if way.mirror is not None:
            columns.append(Column("class and answer exchanged", way.mirror))
        columns.append(Column("all others of their kind", way.others.sum(axis=0)))
        made = self._figure_of(tuple(columns), run=self._run, update=int(way.updates[-1]))
        return replace(made, what=listed((made.what, *filter(None, self._names))))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, round(self._theme.px(HEIGHT_PX)))

    def event(self, event: QEvent) -> bool:
        return takes_key(event, lambda asked: asked.key() in KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, way = event.key(), self.way
        if way is None or key not in KEYS or len(way.updates) < 2:
            super().keyPressEvent(event)
        elif key in KEYS[2:]:
            self.moment_wanted.emit(None)
        else:
            last = len(way.updates) - 1
            known = np.flatnonzero(way.updates == self._moment)
            at = int(known[0]) if len(known) else last
            at = min(max(0, at + (1 if key == Qt.Key.Key_Right else -1)), last)
            self.moment_wanted.emit(int(way.updates[at]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        way, place = self.way, self._place()
        if event.button() != Qt.MouseButton.LeftButton or way is None or len(way.updates) < 2:
            return
        at = int(np.abs(self._x(way, place) - event.position().x()).argmin())
        update = int(way.updates[at])
        self.moment_wanted.emit(None if update == self._moment else update)

    def focusInEvent(self, event: QEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.update()

    # --- parts

    def _place(self) -> QRectF:
        theme = self._theme
        line = QFontMetricsF(theme.font("tick")).height()
        names = max(map(QFontMetricsF(theme.font("caption")).horizontalAdvance, self._names))
        left, right = theme.px(48), names + theme.px(14)
        return QRectF(left, line, max(20.0, self.width() - left - right), self.height() - 2.7 * line)

    def _x(self, way: CellWay, place: QRectF) -> Floats:
        return self._x_of(way.updates, way, place)

    def _x_of(self, updates: Counts, way: CellWay, place: QRectF) -> Floats:
        first, last = way.updates[[0, -1]].tolist()
        x: Floats = place.left() + (updates - first) / max(1, last - first) * place.width()
        return x

    def _y(self, way: CellWay, count: int, place: QRectF) -> float:
        return place.bottom() - float(way.heights(np.array(count))) * place.height()

    def past_point(self) -> QPointF | None:
        """Where the count stands at the update that one looks back to, in px; None where one does not."""
        way, place = self.way, self._place()
        if way is None or self._past is None or len(way.updates) < 2:
            return None
        update, count = self._past
        if not way.updates[0] <= update <= way.updates[-1]:
            return None
        x = float(self._x_of(np.array([update]), way, place)[0])
        return QPointF(x, self._y(way, count, place))

    def _paint(self, painter: QPainter) -> None:
        way, theme, place = self.way, self._theme, self._place()
        tick = theme.font("tick")
        line = QFontMetricsF(tick).height()
        painter.setFont(tick)
        painter.setPen(theme.colour("dim"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if way is None or len(way.updates) < 2:
            words = self.tr("After the next exact measurement the way of a cell over the run stands here.")
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, words)
            return
        x, most = self._x(way, place), way.most
        logarithm = self.tr("counts by their logarithm") if way.is_log else ""
        for count in (0, 1, most) if way.is_log and most > 1 else (0, most):
            y = self._y(way, count, place)
            painter.setPen(QPen(theme.colour("line"), 1.0))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
            painter.setPen(theme.colour("dim"))
            painter.drawText(QRectF(0, y - line, place.left() - theme.px(6), 2 * line), right, f"{count:,}")
        below = QRectF(place.left(), place.bottom() + 2, place.width(), 1.6 * line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, f"{int(way.updates[0]):,}")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"{int(way.updates[-1]):,}")
        painter.drawText(
            below,
            Qt.AlignmentFlag.AlignHCenter,
            "  ·  ".join(filter(None, (self.tr("updates; a dot is an exact measurement"), logarithm))),
        )

        def points(counts: Counts) -> list[QPointF]:
            y = place.bottom() - way.heights(counts) * place.height()
            return [QPointF(*point) for point in zip(x.tolist(), y.tolist(), strict=True)]

        painter.setPen(QPen(theme.blend("text", "canvas", FAINT), 1.0))
        for other in way.others:
            painter.drawPolyline(points(other))
        if self._moment is not None and self._moment in way.updates:
            at = float(x[np.flatnonzero(way.updates == self._moment)[0]])
            painter.setPen(QPen(theme.colour("text"), 1.0))
            painter.drawLine(QPointF(at, place.top() - line / 2), QPointF(at, place.bottom()))
        ends: list[tuple[float, str]] = []
        if way.mirror is not None:
            painter.setPen(QPen(theme.colour("text"), theme.px(1.2), Qt.PenStyle.DashLine))
            painter.drawPolyline(points(way.mirror))
            ends.append((self._y(way, int(way.mirror[-1]), place), self._names[1]))
        own = points(way.own)
        painter.setPen(QPen(theme.colour("text"), theme.px(1.6)))
        painter.drawPolyline(own)
        if len(own) <= MOST_DOTS:
            painter.setBrush(theme.colour("text"))
            for point in own:
                painter.drawEllipse(point, theme.px(DOT_PX), theme.px(DOT_PX))
        past = self.past_point()
        if past is not None:
            # A ring: a line would be what is subtracted.
            painter.setPen(QPen(theme.colour("text"), theme.px(1.6)))
            painter.setBrush(theme.colour("canvas"))
            painter.drawEllipse(past, theme.px(RING_PX), theme.px(RING_PX))
        ends.append((self._y(way, int(way.own[-1]), place), self._names[0]))
        self._paint_names(painter, place, ends)
        if self.hasFocus():
            paint_focus(painter, self, theme)

    def _paint_names(self, painter: QPainter, place: QRectF, ends: list[tuple[float, str]]) -> None:
        """At the ends of their lines, one below the other where these are close."""
        theme = self._theme
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text"))
        line = QFontMetricsF(theme.font("caption")).height()
        ends = sorted(ends)
        if len(ends) == 2 and ends[1][0] - ends[0][0] < line:
            middle = (ends[0][0] + ends[1][0]) / 2
            middle = min(max(middle, line), self.height() - line)
            ends = [(middle - line / 2, ends[0][1]), (middle + line / 2, ends[1][1])]
        for y, name in ends:
            beside = QRectF(place.right() + theme.px(8), y - line / 2, self.width(), line)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, name)

    def _describe(self) -> None:
        way = self.way
        self.setAccessibleDescription("" if way is None else "  ·  ".join(filter(None, self._names)))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("How many examples the cell has had over the run"))
        self.setWhatsThis(
            self.tr(
                "The count of the chosen cell at every exact measurement of this run: solid; that of the cell with"
                " class and answer exchanged dashed; all others of their kind faint. A click on a dot, or the arrow"
                " keys, choose a moment: the matrix then shows what has become more or fewer since. A second click, or"
                " Del, subtracts nothing. Who looks back finds a ring at that update, and its counts beside the lines."
            )
        )
        self._describe()
        self.update()
