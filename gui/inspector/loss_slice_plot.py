"""C along one weight: the curve, where we are, its slope there, and the step that gradient descent would take."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from core.analysis.loss_slice import LossSlice
from core.exchange.table import Column
from gui.widgets.figure import Figure
from gui.widgets.number_text import compact
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import clauses, labelled, listed

HEIGHT_PX = 110


class LossSlicePlot(Painted):
    """A curve of C over w; the tangent is drawn as far as the curve's height lasts."""

    def __init__(self) -> None:
        super().__init__("valley", HEIGHT_PX)
        self._loss_slice: LossSlice | None = None
        self._step: float | None = None
        self._change: float | None = None
        self._retranslate()

    def show_loss_slice(self, loss_slice: LossSlice, step: float | None, change: float | None = None) -> None:
        """Show this curve; `step` is -η·∂C/∂w, `change` the last update's ΔW that led here; None where not known."""
        self._loss_slice, self._step, self._change = loss_slice, step, change
        w, c = loss_slice.here
        self.setAccessibleDescription(
            clauses(
                (listed((f"w = {compact(w, 3)}", f"C = {compact(c, 3)}")), labelled("C", self.range_text))
            )
        )
        self.update()

    def figure(self) -> Figure | None:
        """The curve and its points."""
        given = self._loss_slice
        if given is None:
            return None
        columns = Column("w", given.weight), Column("C", given.loss, "nats")
        return self._figure_of(columns, update=given.update)

    @property
    def range_text(self) -> str:
        """The least and the largest C of the curve: what stands at the bottom and at the top."""
        assert self._loss_slice is not None
        finite = self._loss_slice.loss[np.isfinite(self._loss_slice.loss)]
        if not finite.size:
            return "NaN"
        low, high = compact(float(finite.min())), compact(float(finite.max()))
        return low if low == high else f"{low} … {high}"

    def place(self, weight: float, loss: float) -> tuple[float, float]:
        """Where a weight and its C stand, in px."""
        assert self._loss_slice is not None
        area = self._area()
        weights, finite = self._loss_slice.weight, self._loss_slice.loss[np.isfinite(self._loss_slice.loss)]
        low, high = float(finite.min(initial=np.inf)), float(finite.max(initial=-np.inf))
        if not low < high:
            low, high = loss - 0.5, loss + 0.5
        x = area.left() + (weight - weights[0]) / (weights[-1] - weights[0]) * area.width()
        y = area.bottom() - (loss - low) / (high - low) * area.height()
        return float(x), float(y)

    def _paint(self, painter: QPainter) -> None:
        if self._loss_slice is None:
            return
        theme, loss_slice, (_, c) = self._theme, self._loss_slice, self._loss_slice.here
        finite = np.isfinite(loss_slice.loss)
        curve = zip(loss_slice.weight[finite].tolist(), loss_slice.loss[finite].tolist(), strict=True)
        painter.setPen(QPen(theme.colour("dim"), 1.6 * theme.line_scale))
        painter.drawPolyline(QPolygonF([QPointF(*self.place(*point)) for point in curve]))
        left, right = float(loss_slice.weight[0]), float(loss_slice.weight[-1])
        if np.isfinite(c) and np.isfinite(loss_slice.slope):
            self._paint_here(painter, loss_slice, left, right)
        painter.setPen(theme.colour("dim"))
        painter.setFont(theme.font("tick"))
        area = QRectF(self.rect()).adjusted(4, 2, -4, -2)
        painter.drawText(
            area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, f"C  {self.range_text}"
        )
        right_top = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(area, right_top, self.tr("update {update}").format(update=f"{loss_slice.update:,}"))
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | bottom, f"w = {compact(left)}")
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | bottom, compact(right))

    def _paint_here(self, painter: QPainter, loss_slice: LossSlice, left: float, right: float) -> None:
        """The dot, the slope, and the steps from there."""
        theme, (w, c) = self._theme, loss_slice.here
        area = self._area()
        painter.save()
        # Above and below stand numbers.
        painter.setClipRect(area.adjusted(-area.left(), -1, area.left(), 1))
        painter.setPen(QPen(theme.colour("node"), 1.0, Qt.PenStyle.DashLine))
        ends = (left, c + loss_slice.slope * (left - w)), (right, c + loss_slice.slope * (right - w))
        painter.drawLine(QPointF(*self.place(*ends[0])), QPointF(*self.place(*ends[1])))
        here = QPointF(*self.place(w, c))
        if self._step is not None:
            aim = min(right, max(left, w + self._step))
            tip = QPointF(*self.place(aim, c + loss_slice.slope * (aim - w)))
            painter.setPen(QPen(theme.colour("plus" if self._step > 0 else "minus"), 3.0 * theme.line_scale))
            painter.drawLine(here, tip)
        painter.restore()
        if self._change is not None:
            # Below the dot, and dotted: it belongs to the batch, not to this example's slope.
            start = min(right, max(left, w - self._change))
            token = "plus" if self._change > 0 else "minus"
            painter.setPen(QPen(theme.colour(token), 3.0 * theme.line_scale, Qt.PenStyle.DotLine))
            below = min(here.y() + theme.px(8), area.bottom() + 1)
            painter.drawLine(QPointF(self.place(start, c)[0], below), QPointF(here.x(), below))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        painter.drawEllipse(here, theme.px(4), theme.px(4))

    def _area(self) -> QRectF:
        line = self._theme.px(14)
        return QRectF(self.rect()).adjusted(6, line, -6, -line - 2)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("C along this weight"))
        self.setToolTip(
            self.tr(
                "C of the shown example while this weight alone is moved. The dot is where it is, the dashed line the"
                " slope ∂C/∂w; the thick line is −η·∂C/∂w, what plain gradient descent would do for this example"
                " alone, and the dotted one below it what the last update has really changed, by its whole batch"
            )
        )
