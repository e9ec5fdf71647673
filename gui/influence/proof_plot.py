"""What leaving out examples did: C of every network that was trained again as a point, on one axis for all of them."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from core.analysis.retraining import RANDOM, WITH, WITHOUT
from core.engine.influence_messages import InfluenceProof
from core.exchange.table import Column
from gui.influence.influence_words import kind_words, values_words
from gui.loss.plot_axes import Tick, loss_ticks
from gui.widgets.figure import Figure
from gui.widgets.keyboard_focus import FOCUS_PX
from gui.widgets.number_text import loss_text, whole
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import labelled, sentences

KINDS = WITH, WITHOUT, RANDOM
LINE_PX, MARKS_PX, AXIS_PX, EDGE_PX, DOT_PX = 16.0, 15.0, 18.0, 12.0, 3.6
# Words begin and end so far from the edges, and lines so far from the upper and lower one, in px: clear of the frame
# of what has the keyboard.
WORDS_PX, CLEAR_PX = FOCUS_PX + 3.0, FOCUS_PX + 1
# The axis is at least so wide, in powers of ten; a number takes so much of it.
LEAST_DECADES, TICK_PX = 1.0, 44.0


def axis_of(losses: np.ndarray) -> tuple[float, float] | None:
    """The powers of ten at both ends of the axis; None where no C is a finite number over 0."""
    positive = losses[np.isfinite(losses) & (losses > 0)]
    if not len(positive):
        return None
    low, high = math.log10(float(positive.min())), math.log10(float(positive.max()))
    more = max(0.0, LEAST_DECADES - (high - low)) / 2
    return low - more, high + more


def place_of(loss: float, axis: tuple[float, float] | None) -> float:
    """Where on the axis a C stands, from 0 to 1: 0 at its left end, what is infinite at its right end."""
    if loss <= 0 or axis is None:
        return 0.0 if loss <= 0 else 1.0
    if math.isinf(loss):
        return 1.0
    return (math.log10(loss) - axis[0]) / (axis[1] - axis[0])


class ProofPlot(Painted):
    """Three rows of points, each with its name above, over one logarithmic axis."""

    def __init__(self) -> None:
        super().__init__("influence_plot", 3 * (LINE_PX + MARKS_PX) + AXIS_PX)
        self._proof: InfluenceProof | None = None
        self._moment: tuple[int | None, int | None] = (None, None)
        self._own: float | None = None
        self._axis_words = ""
        self._retranslate()

    def show_proof(
        self, proof: InfluenceProof | None, moment: tuple[int | None, int | None] = (None, None)
    ) -> None:
        """Show what is trained so far; None for nothing.

        `moment` are the run and the update of the network that was measured: those beside it may have fewer updates.
        """
        self._proof, self._moment = proof, moment
        self._describe()
        self.update()

    def show_measured(self, loss: float | None, axis_words: str = "") -> None:
        """C of the network that was measured, for comparison, and what the axis is of; None for none."""
        if loss is not None and math.isnan(loss):
            loss = None
        if (loss, axis_words) != (self._own, self._axis_words):
            self._own, self._axis_words = loss, axis_words
            self.updateGeometry()
            self._describe()
            self.update()

    def figure(self) -> Figure | None:
        """The points, and C of each network; what is not trained yet is no number."""
        proof = self._proof
        if proof is None:
            return None
        kinds, networks = np.indices(proof.losses.shape).reshape(2, -1)
        names = tuple(kind_words(kind, proof.left_out) for kind in KINDS)
        columns = (
            Column("trained", kinds, names=names),
            Column("network", networks + 1),
            Column("updates", np.full(kinds.shape, proof.updates)),
            Column("C", proof.losses.ravel().copy(), "nats"),
        )
        # The update in the figure's line is that of the network that was measured.
        what = self.tr("C of the networks that were trained again, {updates} updates each")
        if proof.updates == 1:
            what = self.tr("C of the networks that were trained again, 1 update each")
        what = what.format(updates=whole(proof.updates))
        run, update = self._moment
        return replace(self._figure_of(columns, run=run, update=update), what=what)

    def sizeHint(self) -> QSize:
        lines = 3 + (self._own is not None) + bool(self._axis_words)
        return QSize(
            120,
            self._line_height() * lines
            + round(self._theme.px(3 * MARKS_PX))
            + self._axis_height()
            + 2 * CLEAR_PX,
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _line_height(self) -> int:
        """Of a row's name in the language in force: Chinese may be higher than what the font itself says."""
        metrics = QFontMetricsF(self._theme.font("tick"))
        return math.ceil(
            max(metrics.size(0, text).height() for text in (kind_words(WITH, 0), self._axis_words))
        )

    def _axis_height(self) -> int:
        return self._line_height() + round(self._theme.px(6))

    def _paint(self, painter: QPainter) -> None:
        proof, theme = self._proof, self._theme
        if proof is None:
            return
        painter.setFont(theme.font("tick"))
        painter.save()
        painter.translate(0, CLEAR_PX)
        px, line = theme.px, self._line_height()
        axis = axis_of(self._all_losses(proof))
        left, width = px(EDGE_PX), self.width() - 2 * px(EDGE_PX)
        top = float(line) if self._axis_words else 0.0
        self._paint_own(painter, axis, (left, width, top))
        for kind in KINDS:
            painter.setPen(theme.colour("text"))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            metrics = QFontMetricsF(painter.font())
            name = kind_words(kind, proof.left_out)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, self.width() - 2 * px(WORDS_PX))
            painter.drawText(QRectF(px(WORDS_PX), top, self.width() - px(WORDS_PX), line), flags, shown)
            middle = top + line + px(MARKS_PX) / 2
            self._row(painter, kind, proof.losses[kind], axis, (left, width, middle))
            top += line + px(MARKS_PX)
        self._axis(painter, axis, (left, width, top))
        painter.restore()

    def _all_losses(self, proof: InfluenceProof) -> np.ndarray:
        own = [] if self._own is None else [self._own]
        return np.concatenate([proof.losses.ravel(), np.array(own, np.float64)])

    def _own_words(self) -> str:
        """What the dashed line is."""
        if self._own is None:
            return ""
        return self.tr("dashed: this network, {loss}").format(loss=loss_text(self._own))

    def _paint_own(
        self, painter: QPainter, axis: tuple[float, float] | None, place: tuple[float, float, float]
    ) -> None:
        """C of the network that was measured: a line across each row's points, and below the axis what it is."""
        if self._own is None:
            return
        theme, line, (left, width, top) = self._theme, self._line_height(), place
        row = line + theme.px(MARKS_PX)
        # Between two pixels it would be two dim ones.
        x, bottom = math.floor(left + width * place_of(self._own, axis)) + 0.5, top + 3 * row
        painter.setPen(QPen(theme.colour("dim"), 1.0, Qt.PenStyle.DashLine))
        for kind in KINDS:
            # Not through the names above the points.
            painter.drawLine(QPointF(x, top + kind * row + line), QPointF(x, top + (kind + 1) * row))
        aside = theme.px(WORDS_PX)
        below = QRectF(aside, bottom + self._axis_height(), self.width() - 2 * aside, line)
        words = QFontMetricsF(painter.font()).elidedText(
            self._own_words(), Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)

    def _row(
        self,
        painter: QPainter,
        kind: int,
        losses: np.ndarray,
        axis: tuple[float, float] | None,
        place: tuple[float, float, float],
    ) -> None:
        theme, (left, width, middle) = self._theme, place
        known = losses[~np.isnan(losses)]
        xs = [left + width * place_of(loss, axis) for loss in known.tolist()]
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QPointF(left, middle), QPointF(left + width, middle))
        if xs:
            # From the least to the largest: the range that decides.
            painter.setPen(QPen(theme.colour("node"), theme.px(2)))
            painter.drawLine(QPointF(min(xs), middle), QPointF(max(xs), middle))
        for x in xs:
            self._mark(painter, kind, QPointF(x, middle))

    def _mark(self, painter: QPainter, kind: int, at: QPointF) -> None:
        """A dot, a diamond or a square: kinds differ by their shapes."""
        theme, size = self._theme, self._theme.px(DOT_PX)
        painter.setPen(QPen(theme.colour("text"), 1.2 * theme.line_scale))
        painter.setBrush(theme.colour("text" if kind == WITH else "canvas"))
        if kind == WITH:
            painter.drawEllipse(at, size, size)
        elif kind == WITHOUT:
            ends = QPointF(0, -size), QPointF(size, 0), QPointF(0, size), QPointF(-size, 0)
            painter.drawPolygon(QPolygonF([at + end * 1.25 for end in ends]))
        else:
            painter.drawRect(QRectF(at.x() - size * 0.85, at.y() - size * 0.85, 1.7 * size, 1.7 * size))

    def _axis(
        self, painter: QPainter, axis: tuple[float, float] | None, place: tuple[float, float, float]
    ) -> None:
        theme, (left, width, top) = self._theme, place
        painter.setPen(theme.colour("dim"))
        metrics, line = QFontMetricsF(painter.font()), self._line_height()
        aside = theme.px(WORDS_PX)
        above = QRectF(aside, 0, self.width() - 2 * aside, line)
        words = metrics.elidedText(self._axis_words, Qt.TextElideMode.ElideMiddle, above.width())
        painter.drawText(above, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, words)
        under = QRectF(0, top + theme.px(4), self.width(), line)
        for tick in self._ticks(axis, width):
            x = left + width * tick.place
            wide = metrics.horizontalAdvance(tick.text)
            painter.drawLine(QPointF(x, top), QPointF(x, top + theme.px(3)))
            if x - wide / 2 >= 0 and x + wide / 2 <= self.width():
                painter.drawText(
                    QRectF(x - wide, under.top(), 2 * wide, under.height()),
                    Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
                    tick.text,
                )

    def _ticks(self, axis: tuple[float, float] | None, width: float) -> list[Tick]:
        """The numbers of the axis, their places from 0 to 1."""
        if axis is None:
            return []
        most = max(2, int(width / self._theme.px(TICK_PX)))
        return [
            Tick((tick.place - axis[0]) / (axis[1] - axis[0]), tick.text)
            for tick in loss_ticks(*axis, most, log=True)
        ]

    def _describe(self) -> None:
        proof, said = self._proof, ""
        if proof is not None:
            rows = [
                labelled(kind_words(kind, proof.left_out), values_words(proof.losses[kind])) for kind in KINDS
            ]
            said = sentences([text for text in (*rows, self._own_words()) if text])
        self.setAccessibleDescription(said)
        self.setToolTip(said)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("C of the networks that were trained again"))
        self.updateGeometry()
        self._describe()
