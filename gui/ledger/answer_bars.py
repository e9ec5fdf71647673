"""The outputs y of an example as bars: the right one outlined, a wrong answer hatched, and where C comes from."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QMoveEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy

from core.exchange.table import Column
from gui.ledger.answer_rows import ONE, AnswerRows
from gui.network.geometry.shapes import Rect
from gui.network.painting.painter import paint_bars
from gui.widgets.figure import Figure
from gui.widgets.number_text import LEAST_SHARE, equals, share_text, value_text
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import labelled, listed

# At 100 %: a row, of which the bar takes a part; the left margin, in which the line to the curve comes in.
ROW_PX, BAR_SHARE, MARGIN_PX = 17.0, 0.6, 12.0
MOST_NAME_PX = 70.0


class AnswerBars(Painted):
    """Passive; that it stands elsewhere is told.

    Attributes
    ----------
    rows : AnswerRows or None
        What is drawn.
    """

    moved = Signal()
    """It stands elsewhere, or shows other rows."""

    def __init__(self) -> None:
        super().__init__("ledger_outputs", 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.rows: AnswerRows | None = None
        self._moment: tuple[int | None, int | None] = (None, None)
        self._retranslate()

    def show_rows(
        self, rows: AnswerRows | None, moment: tuple[int | None, int | None] = (None, None)
    ) -> None:
        """Draw these; None for none. `moment` are the run and the update that they are of."""
        count = self._lines
        self.rows, self._moment = rows, moment
        if self._lines != count:
            self.updateGeometry()
        self.setVisible(rows is not None)
        self._describe()
        self.update()
        self.moved.emit()

    def figure(self) -> Figure | None:
        """The bars, and each y that has one; those of the others together are the last row."""
        rows = self.rows
        if rows is None or np.isnan(rows.y).any():
            # They have not all come yet.
            return None
        count, rest = len(rows.y), bool(rows.left_out)
        targets = rows.targets.tolist() if len(rows.targets) == count else [None] * count
        columns = (
            Column("output", [*rows.names, *[_others_in_english(rows.left_out)] * rest]),
            Column("y", [*rows.y.tolist(), *[rows.left_out_sum] * rest]),
            Column("target", [*targets, *[None] * rest]),
            Column("right", [*(i == rows.right for i in range(count)), *[None] * rest]),
            Column("said", [*(i == rows.predicted for i in range(count)), *[None] * rest]),
        )
        run, update = self._moment
        return self._figure_of(columns, run=run, update=update)

    @property
    def anchor(self) -> QPointF | None:
        """Where the line to the curve ends, in its own px: at the right answer's bar, or at a bracket along all."""
        rows = self.rows
        if rows is None or not self.isVisible():
            return None
        line = self._line
        if rows.mapping == ONE and rows.right is not None:
            return QPointF(self._theme.px(MARGIN_PX) - 3, (rows.right + 0.5) * line)
        return QPointF(self._theme.px(MARGIN_PX) / 2, len(rows.y) * line / 2)

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(120, math.ceil(self._lines * self._line))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.moved.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        self.moved.emit()

    def showEvent(self, event: QShowEvent) -> None:
        self.moved.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.moved.emit()

    # --- parts

    @property
    def _lines(self) -> int:
        rows = self.rows
        return 0 if rows is None else len(rows.y) + bool(rows.left_out)

    @property
    def _line(self) -> float:
        return max(self._theme.px(ROW_PX), QFontMetricsF(self._theme.font("tick")).height())

    def _paint(self, painter: QPainter) -> None:
        rows, theme = self.rows, self._theme
        if rows is None:
            return
        bold, usual = theme.font("caption", bold=True), theme.font("caption")
        tick, bold_tick = theme.font("tick"), theme.font("tick", bold=True)
        metrics, line = QFontMetricsF(bold), self._line
        left, names = theme.px(MARGIN_PX), [_value_text(y, rows.has_negatives) for y in rows.y.tolist()]
        wide = min(theme.px(MOST_NAME_PX), max(map(metrics.horizontalAdvance, rows.names)))
        number = max(map(QFontMetricsF(tick).horizontalAdvance, (*names, LEAST_SHARE)))
        start = left + wide + theme.px(8)
        width = max(8.0, self.width() - start - number - theme.px(8))
        high = BAR_SHARE * line
        tracks = [Rect(start, (i + 0.5) * line - high / 2, width, high) for i in range(len(rows.y))]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.blend("text", "canvas", 0.12))
        for track in tracks:
            painter.drawRect(QRectF(track.x, track.y, track.width, track.height))
        paint_bars(painter, tracks, rows.bars(width), theme)
        for i, (name, text) in enumerate(zip(rows.names, names, strict=True)):
            is_right = i == rows.right
            painter.setPen(theme.colour("text" if is_right else "dim"))
            painter.setFont(bold if is_right else usual)
            place = QRectF(left, i * line, wide, line)
            cut = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, wide)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, cut)
            painter.setFont(bold_tick if is_right else tick)
            place = QRectF(start + width, i * line, self.width() - start - width, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        if rows.left_out:
            painter.setPen(theme.colour("dim"))
            painter.setFont(tick)
            place = QRectF(left, len(rows.y) * line, self.width() - left, line)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._rest_words(rows)
            )
        if rows.mapping != ONE:
            # All of them make C: a bracket along them.
            x, end = theme.px(MARGIN_PX) / 2, len(rows.y) * line - 2
            painter.setPen(QPen(theme.colour("text"), 1.0))
            for y in (2.0, end):
                painter.drawLine(QPointF(x, y), QPointF(x + theme.px(4), y))
            painter.drawLine(QPointF(x, 2.0), QPointF(x, end))

    def _rest_words(self, rows: AnswerRows) -> str:
        text = self.tr("{count} others together {sum}")
        if rows.left_out == 1:
            text = self.tr("1 other {sum}")
        return text.format(count=f"{rows.left_out:,}", sum=_value_text(rows.left_out_sum, rows.has_negatives))

    def _describe(self) -> None:
        rows = self.rows
        if rows is None:
            self.setAccessibleDescription("")
            return
        values = [_value_text(y, rows.has_negatives) for y in rows.y.tolist()]
        said = [
            labelled(name, equals("y", value))
            for name, value in zip(rows.names, values, strict=True)
            if value
        ]
        if rows.left_out:
            said.append(self._rest_words(rows))
        self.setAccessibleDescription(listed(said))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("All outputs y for this example"))
        self.setWhatsThis(
            self.tr(
                "All outputs y for the example beside, with the parameters of the update that the page names. The"
                " right answer’s bar is outlined, a wrong answer is hatched. With softmax and cross-entropy C = −ln y"
                " of the right answer: a line leads from its bar to C on the axis and to its place on the curve. With"
                " other losses all bars make C: a bracket stands along them, and a tick at each ŷ."
            )
        )
        self._describe()


def _value_text(y: float, may_be_negative: bool) -> str:
    """ "" before it has come."""
    if math.isnan(y):
        return ""
    # What is not 0 is not called 0.
    return value_text(y) if may_be_negative or y > 1 else share_text(y)


def _others_in_english(count: int) -> str:
    """What their row is called in a table, whose names stay in English."""
    return "1 other" if count == 1 else f"{count} others together"
