"""All Cⁿ by size on a logarithmic scale, and below it the bar in which width is what they add to L."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from core.analysis.last_seen import ExampleTerms, LastSeen
from core.analysis.selected_examples import Mask
from gui.ledger.curve_axes import CurveAxes, paint_placeless, region_without, width_place
from gui.ledger.curve_keys import WAYS, is_own, stepped
from gui.ledger.curve_marks import CurveMarks, curve_marks
from gui.ledger.cut_bar import THREAD_PX, paint_bar
from gui.ledger.ledger_numbers import term_numbers
from gui.ledger.ledger_words import part_words, width_words
from gui.ledger.seen_words import bar_words, figure_words
from gui.ledger.selection_marks import shares_along
from gui.ledger.wall_order import NOBODY
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.labels import line_height
from gui.widgets.own_keys import takes_key
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import listed, sentences

HEIGHT_PX, LEAST_HEIGHT_PX = 180.0, 110.0
AXIS_PX = 46.0
"""What the numbers of C take at the left, at 100 %."""
# Of the height: the fan from "every example the same width" to "width is L", and the bar.
FAN_SHARE, BAR_SHARE = 0.17, 0.15
# In the fan stands a line with so many px, in the bar another one; so many lines above and below all of it, where the
# title of the axis stands and what is too narrow for its words; and the curve itself is so many high, at the least.
FAN_PX, BAR_PX, BESIDE_LINES, CURVE_LINES = 3.0, 4.0, 2.5, 2.0
# What is selected stands along the foot of the curve, so high, in px at 100 %; a drag begins after so many.
SELECTED_PX, DRAG_PX = 9.0, 4.0


def _least_height(line: float, thread: float) -> float:
    """With less, in px, there is no room for the curve: of lines so high, and threads below the bar so long."""
    rest, fan, bar = (BESIDE_LINES + CURVE_LINES) * line + thread, line + FAN_PX, line + BAR_PX
    # Fan and bar are as high as their words at the least, and as their share of all of it.
    return max(
        rest + fan + bar,
        (rest + fan) / (1 - BAR_SHARE),
        (rest + bar) / (1 - FAN_SHARE),
        rest / (1 - FAN_SHARE - BAR_SHARE),
    )


class SortedCurve(Painted):
    """Passive.

    Attributes
    ----------
    marks : CurveMarks or None
        What is drawn.
    """

    chosen = Signal(int)
    """The example that stands at this place was clicked, or keys have led to it, by its row."""
    opened = Signal(int)
    """An example is to be seen in the network."""
    moved = Signal()
    """It stands elsewhere, or is drawn anew."""
    selected = Signal(object, bool)
    """A range of the curve was drawn, by pointer or keys: its rows, and whether they are to be added to those selected.
    """

    def __init__(self) -> None:
        super().__init__("sorted_curve", HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.frames_focus = True
        self.marks: CurveMarks | None = None
        self._losses: ExampleTerms | None = None
        self._is_cross_entropy = True
        # All but the chosen example and a range under way, as it was painted last.
        # Of the chosen example: its C, and which share of all have less.
        self._chosen: tuple[float, float] | None = None
        self._chosen_words = ""
        # The row from which on steps with Shift select.
        self._anchor = NOBODY
        # The sums of C from the least on; empty where that of all is 0 or no finite number.
        self._sums: NDArray[np.float64] = np.zeros(0)
        # Which share of each part of the curve is selected; and a range under way, as shares of all examples.
        self._mask: Mask | None = None
        self._selected: NDArray[np.float64] | None = None
        self._range: tuple[float, float] | None = None
        self._retranslate()

    def show_losses(self, losses: ExampleTerms | None, is_cross_entropy: bool) -> None:
        """Draw these; with cross-entropy the y of the right answer stands beside C."""
        self._losses, self._is_cross_entropy = losses, is_cross_entropy
        self._renew()

    def show_chosen(self, loss: float | None, share: float = 0.0, words: str = "") -> None:
        """Mark the example of this C, less than which so large a share of all have; None for none.

        `words` are what is said of it.
        """
        self._chosen, self._chosen_words = None if loss is None else (loss, share), words
        self._describe()
        self.update()

    def figure(self) -> Figure | None:
        """The curve with every C by rising size."""
        losses = self._losses
        if losses is None or not len(losses.losses):
            return None
        numbers = term_numbers(losses, (), losses.rising)
        figure = self._figure_of(numbers, run=losses.run, update=losses.update)
        if not isinstance(losses, LastSeen):
            return figure
        return replace(figure, what=listed((figure.what, figure_words(losses))))

    def show_selected(self, mask: Mask | None) -> None:
        """These are selected, (N,); None for none."""
        if mask is None and self._mask is None:
            return
        self._mask, self._image = mask, None
        self._renew_selected()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(self._theme.px(HEIGHT_PX)))

    def minimumSizeHint(self) -> QSize:
        # In Chinese lines are higher: where there is no room for the curve it would be left out.
        line, thread = line_height(self._theme.font("tick")), self._theme.px(THREAD_PX)
        needed = max(self._theme.px(LEAST_HEIGHT_PX), _least_height(line, thread))
        return QSize(120, math.ceil(needed))

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        super().set_theme(theme)
        self._renew()

    def resizeEvent(self, event: object) -> None:
        self._renew()

    def _renew(self) -> None:
        losses = self._losses
        width = max(2, round(self.width() - self._theme.px(AXIS_PX)))
        self.marks, self._sums = None, np.zeros(0)
        if isinstance(losses, LastSeen):
            self.marks = curve_marks(losses.rising_losses, width, len(losses.losses) - losses.seen_count)
        elif losses is not None:
            self.marks, self._sums = curve_marks(losses.rising_losses, width), losses.rising_sums
        if not len(self._sums) or not 0 < self._sums[-1] < np.inf:
            self._sums = np.zeros(0)
        self._renew_selected()
        self._describe()
        self._image = None
        self.update()
        self.moved.emit()

    def _describe(self) -> None:
        """Say which example is chosen, and what the bar's parts hold, for who listens."""
        losses, marks, words = self._losses, self.marks, ""
        if isinstance(losses, LastSeen):
            words = bar_words(losses)
        elif marks is not None and not np.isnan(marks.shares).any():
            parts, total = (
                zip(marks.shares.tolist(), marks.counts.tolist(), strict=True),
                int(marks.counts.sum()),
            )
            words = listed(
                part_words(i, share, count, total) for i, (share, count) in enumerate(parts) if count
            )
        self.setAccessibleDescription(sentences((self._chosen_words, words)))

    def _renew_selected(self) -> None:
        losses, mask = self._losses, self._mask
        self._selected = None
        if losses is not None and mask is not None and len(mask) == len(losses.losses):
            width = max(2, round(self.width() - self._theme.px(AXIS_PX)))
            self._selected = shares_along(mask, losses.rising, width)

    # --- drawing a range

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._losses is not None:
            share = self._share_at(event.position().x())
            self._range, self._anchor = (share, share), NOBODY

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._range is not None:
            self._range = self._range[0], self._share_at(event.position().x())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drawn, losses = self._range, self._losses
        self._range = None
        self.update()
        if drawn is None or losses is None or not len(losses.losses):
            return
        count, (start, stop) = len(losses.losses), sorted(drawn)
        if (stop - start) * (self.width() - self._theme.px(AXIS_PX)) < DRAG_PX:
            self.chosen.emit(int(losses.rising[min(count - 1, int(stop * count))]))
            return
        rows = np.sort(losses.rising[int(start * count) : math.ceil(stop * count)]).astype(np.int64)
        self.selected.emit(rows, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def _share_at(self, x: float) -> float:
        left = self._theme.px(AXIS_PX)
        return min(1.0, max(0.0, (x - left) / max(1.0, self.width() - left - 1)))

    # --- by keys

    def event(self, event: QEvent) -> bool:
        return takes_key(event, is_own) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        losses, key = self._losses, Qt.Key(event.key())
        if losses is None or not len(losses.losses):
            super().keyPressEvent(event)
        elif key in WAYS:
            self._step(losses, event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen is not None:
            self.opened.emit(int(losses.rising[self._place(losses)]))
        else:
            super().keyPressEvent(event)

    def _place(self, losses: ExampleTerms) -> int:
        """Where the chosen example stands, from the least C on."""
        count = len(losses.losses)
        return 0 if self._chosen is None else min(count - 1, int(self._chosen[1] * count))

    def _step(self, losses: ExampleTerms, event: QKeyEvent) -> None:
        """To another example; with Shift, all from where that began to it are selected."""
        rising, count = losses.rising, len(losses.losses)
        # Before the least C stand those of which none is known.
        first = count - losses.seen_count if isinstance(losses, LastSeen) and losses.seen_count else 0
        before = None if self._chosen is None else self._place(losses)
        place = stepped(before, first, count, event)
        self.chosen.emit(int(rising[place]))
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._anchor = NOBODY
            self._read_at_rest(lambda: self._chosen_words)
            return
        start = np.flatnonzero(rising == self._anchor)
        if not len(start):
            start = np.array([place if before is None else before])
            self._anchor = int(rising[start[0]])
        low, high = sorted((int(start[0]), place))
        self.selected.emit(np.sort(rising[low : high + 1]).astype(np.int64), False)

    # --- painting

    def _paint(self, painter: QPainter) -> None:
        marks, places = self.marks, self._places()
        if marks is None or places is None:
            return
        # Where only the chosen example is another one, all else stays.
        self._paint_kept(painter, lambda on: self._paint_still(on, marks, *places))
        self._paint_chosen(painter, marks, *places)
        if self._range is not None:
            curve, (start, stop) = places[0], sorted(self._range)
            left, right = (curve.left() + share * curve.width() for share in (start, stop))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("text"), 1.0, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(left, curve.top(), right - left, curve.height()))

    def _paint_still(self, painter: QPainter, marks: CurveMarks, curve: QRectF, bar: QRectF) -> None:
        theme = self._theme
        paint_placeless(painter, marks, curve, theme)
        self._axes(marks, curve).paint(painter, curve, theme, marks.unseen > 0)
        points = [
            QPointF(curve.left() + x * curve.width(), curve.bottom() - y * curve.height())
            for x, y in zip(marks.x.tolist(), marks.y.tolist(), strict=True)
        ]
        painter.setPen(QPen(theme.colour("text"), theme.px(1.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if len(points) == 1:
            # One example is no line.
            painter.drawEllipse(points[0], theme.px(2), theme.px(2))
        painter.drawPolyline(points)
        self._paint_selected(painter, curve)
        losses = self._losses
        if losses is None:
            return
        if isinstance(losses, LastSeen):
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("dim"))
            words = QFontMetricsF(theme.font("caption")).elidedText(
                bar_words(losses), Qt.TextElideMode.ElideRight, bar.width()
            )
            painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, words)
        elif marks.counts.sum() and not np.isnan(marks.shares).any():
            paint_bar(painter, marks, losses.split, curve, bar, self.height(), theme)
        painter.setFont(theme.font("tick"))
        painter.setPen(theme.colour("dim"))
        painter.drawText(*self._width_words(losses, curve, bar))

    def _width_words(self, losses: ExampleTerms, curve: QRectF, bar: QRectF) -> tuple[QRectF, str]:
        words = width_words(len(losses.losses), isinstance(losses, LastSeen))
        return width_place(words, curve, bar.top(), self._theme)

    def _axes(self, marks: CurveMarks, curve: QRectF) -> CurveAxes:
        return CurveAxes.of(marks, curve, self._is_cross_entropy, self._theme)

    @property
    def spared(self) -> tuple[QRectF, ...]:
        """Where words stand that no line may cross, in px."""
        places, marks, losses = self._places(), self.marks, self._losses
        if places is None or marks is None or losses is None:
            return ()
        return *self._axes(marks, places[0]).spared, self._width_words(losses, *places)[0]

    def _places(self) -> tuple[QRectF, QRectF] | None:
        """Where the curve stands, and the bar; None where there is no room."""
        left, below = self._theme.px(AXIS_PX), line_height(self._theme.font("tick"))
        # In the fan it is said what the width is.
        fan = max(below + FAN_PX, FAN_SHARE * self.height())
        bar = max(below + BAR_PX, BAR_SHARE * self.height())
        high = self.height() - fan - bar - BESIDE_LINES * below - self._theme.px(THREAD_PX)
        curve = QRectF(left, 1.5 * below, self.width() - left - 1, high)
        if curve.height() < CURVE_LINES * below:
            return None
        return curve, QRectF(curve.left(), curve.bottom() + fan, curve.width(), bar)

    @property
    def link_point(self) -> QPointF | None:
        """Where the chosen example stands on the curve, in px; None where it has no place there."""
        places, marks = self._places(), self.marks
        height = None if self._chosen is None or marks is None else marks.height_of(self._chosen[0])
        if places is None or self._chosen is None or height is None:
            return None
        curve = places[0]
        return QPointF(
            curve.left() + self._chosen[1] * curve.width(), curve.bottom() - height * curve.height()
        )

    def _paint_selected(self, painter: QPainter, curve: QRectF) -> None:
        """Along the foot, how much of each part is selected."""
        shares, theme = self._selected, self._theme
        if shares is not None:
            wide, high = curve.width() / len(shares), theme.px(SELECTED_PX)
            for column in np.flatnonzero(shares).tolist():
                tall = max(1.0, float(shares[column]) * high)
                place = QRectF(curve.left() + column * wide, curve.bottom() - tall, max(1.0, wide), tall)
                painter.fillRect(place, theme.colour("text"))

    def _paint_chosen(self, painter: QPainter, marks: CurveMarks, curve: QRectF, bar: QRectF) -> None:
        """Its C on the axis, its place on the curve, and where it cuts the bar: L to the right of it is of larger C."""
        if self._chosen is None:
            return
        share, theme, point = self._chosen[1], self._theme, self.link_point
        x = curve.left() + share * curve.width()
        painter.save()
        painter.setClipRegion(region_without(QRectF(self.rect()), self.spared))
        painter.setPen(QPen(theme.colour("text"), 1.0))
        painter.drawLine(QPointF(x, curve.top() if point is None else point.y()), QPointF(x, curve.bottom()))
        if len(self._sums):
            place = min(len(self._sums) - 1, int(share * len(self._sums)))
            cut = bar.left() + float(self._sums[place] / self._sums[-1]) * bar.width()
            painter.drawPolyline(
                [QPointF(x, curve.bottom()), QPointF(cut, bar.top()), QPointF(cut, bar.bottom())]
            )
            painter.setPen(QPen(theme.colour("canvas"), 1.0))
            painter.drawLine(QPointF(cut + 1, bar.top()), QPointF(cut + 1, bar.bottom()))
        if point is not None:
            painter.setPen(QPen(theme.colour("dim"), 1.0, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(curve.left(), point.y()), point)
        painter.restore()
        if point is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("text"))
            size = theme.px(4)
            end = QPointF(curve.left(), point.y())
            painter.drawPolygon([end, end + QPointF(-size, -size), end + QPointF(-size, size)])
            painter.setPen(QPen(theme.colour("text"), theme.px(1.5)))
            painter.setBrush(theme.colour("canvas"))
            painter.drawEllipse(point, size, size)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("All C by size, and the bar of their sum"))
        self.setWhatsThis(
            self.tr(
                "Every C of the set from the least to the largest, on a logarithmic scale: each example takes the same"
                " width. In the bar below, width is what they add to L: few examples make most of it. How many are 0,"
                " and so have no logarithm, is said. Drag along the curve to select a range of it, with Ctrl to add it;"
                " bars at its foot show how much of each part is selected. With the keyboard: Left and Right lead to"
                " the next example by size, with Ctrl over a hundredth of all, Home and End to the ends; with Shift"
                " they select, and Enter shows the example in the network."
            )
        )
        self._describe()
        self.update()
