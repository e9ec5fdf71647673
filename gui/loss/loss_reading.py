"""What the plot's cursor reads: the numbers of one update, each with its curve's own sign, in bounded room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_columns import BatchColumns
from core.analysis.loss_history import LossHistory
from gui.loss.batch_kinds import KindChange, dropout_share, kinds_between
from gui.loss.curve_signs import DASH_SIGN_PX, RUN_KEYS, paint_sign
from gui.loss.loss_curves import FEWEST_FOR_PERCENTILES
from gui.loss.measured_moment import with_edit_note
from gui.loss.smoothing import TrailingMean
from gui.theme.tokens import Theme
from gui.widgets.number_text import mean_text, total_text
from gui.widgets.overflow_text import with_overflow
from gui.widgets.penalty_text import penalties
from gui.widgets.qt_overrides import ReportsExceptions

SIGN_PX, AFTER_PX = 16.0, 12.0


@dataclass(frozen=True)
class ReadingPart:
    """One number: the key of its curve's sign (`plot_names.ORDER`; "" for none), its text and its colour's token."""

    key: str
    text: str
    token: str

    @property
    def sign(self) -> float:
        """What the sign before it takes, in px at 100 %."""
        if not self.key:
            return 0.0
        return DASH_SIGN_PX if self.key in RUN_KEYS else SIGN_PX


def nearest_exact(record: LossHistory, update: int) -> ExactLoss | None:
    """The exact loss of this update, or that of the nearest one; None before there is one."""
    updates = record.exact_losses.updates
    if not len(updates):
        return None
    nearest = updates[np.argmin(np.abs(updates - update))]
    return record.exact_losses.before(int(nearest))


def reading_parts(
    record: LossHistory, columns: BatchColumns, update: int, trailing: TrailingMean | None = None
) -> list[ReadingPart]:
    """The numbers read at this update, the most important ones first; `trailing` where that mean is drawn."""
    parts = []
    exact = nearest_exact(record, update)
    if exact is not None:
        mean = QCoreApplication.translate("LossPlot", "mean Cⁿ {mean}")
        total = f"L {total_text(exact.train_total)}"
        if exact.update != update:
            # Right behind L: it is of the dot, not of the update that the cursor names, however little room there is.
            at = QCoreApplication.translate("LossPlot", "at {update}")
            total += " " + at.format(update=f"{exact.update:,}")
        total = with_overflow(total, exact.train_total)
        total = with_edit_note(total, record.exact_losses.is_before_edit(exact.update))
        parts.append(
            ReadingPart("train", f"{total}  {mean.format(mean=mean_text(exact.train_mean))}", "text")
        )
        if exact.test_count:
            parts.append(ReadingPart("test", mean_text(exact.test_mean), "test"))
        if exact.penalty:
            parts.append(ReadingPart("penalty", mean_text(exact.penalty), "dim"))
    column = columns.at(update)
    if column is not None and np.isfinite(columns.mean[column]):
        parts.append(ReadingPart("mean", mean_text(columns.mean[column]), "text"))
        if trailing is not None and np.isfinite(trailing.at(update)):
            parts.append(ReadingPart("smooth", mean_text(trailing.at(update)), "text"))
        span = QCoreApplication.translate("LossPlot", "{low} to {high}")
        if columns.width >= FEWEST_FOR_PERCENTILES:
            low, high = columns.tenth[column], columns.ninetieth[column]
            text = span.format(low=mean_text(low), high=mean_text(high))
            # Of what is counted in bins only, percentiles are known to 3 %.
            is_rough = columns.start[column] < columns.counted
            parts.append(ReadingPart("most", f"≈ {text}" if is_rough else text, "dim"))
        if columns.width > 1:
            up_to = QCoreApplication.translate("LossPlot", "to {high}")
            parts.append(ReadingPart("all", up_to.format(high=mean_text(columns.high[column])), "dim"))
    return parts


def reading_words(
    record: LossHistory,
    columns: BatchColumns,
    update: int,
    changes: Sequence[KindChange],
    trailing: TrailingMean | None = None,
) -> str:
    """The same in words, for who cannot see the signs; `changes` are the kinds of the run's batches."""
    parts = [QCoreApplication.translate("LossPlot", "update {update}").format(update=f"{update:,}")]
    exact = nearest_exact(record, update)
    if exact is not None:
        text = QCoreApplication.translate("LossPlot", "exact L of update {update}: {total}")
        total = with_overflow(total_text(exact.train_total), exact.train_total)
        text = text.format(update=f"{exact.update:,}", total=total)
        parts.append(with_edit_note(text, record.exact_losses.is_before_edit(exact.update)))
        if exact.test_count:
            text = QCoreApplication.translate("LossPlot", "mean Cⁿ: training {train}, test {test}")
        else:
            text = QCoreApplication.translate("LossPlot", "mean Cⁿ: training {train}")
        parts.append(text.format(train=mean_text(exact.train_mean), test=mean_text(exact.test_mean)))
        if exact.penalty:
            text = QCoreApplication.translate("LossPlot", "{penalties}: {value}")
            which = penalties(exact.l1 > 0, exact.l2 > 0)
            parts.append(text.format(penalties=which, value=mean_text(exact.penalty)))
    column = columns.at(update)
    if column is not None and np.isfinite(columns.mean[column]):
        if columns.width == 1:
            text = QCoreApplication.translate("LossPlot", "its next batch: mean Cⁿ {mean}")
        elif columns.width < FEWEST_FOR_PERCENTILES:
            text = QCoreApplication.translate(
                "LossPlot", "{count} batches from update {first} on: mean {mean}, {low} to {high}"
            )
        else:
            text = QCoreApplication.translate(
                "LossPlot",
                "{count} batches from update {first} on: mean {mean}, 80 % {tenth} to {ninetieth}, all {low} to {high}",
            )
        ends = ("low", "tenth", "mean", "ninetieth", "high")
        numbers = {name: mean_text(float(getattr(columns, name)[column])) for name in ends}
        start, stop = int(columns.start[column]), int(columns.stop[column])
        text = text.format(count=f"{stop - start:,}", first=f"{start:,}", **numbers)
        share = dropout_share(kinds_between(changes, start, stop))
        if share == "all":
            text += QCoreApplication.translate("LossPlot", " (with dropout)")
        elif share == "some":
            text += QCoreApplication.translate("LossPlot", " (some with dropout)")
        parts.append(text)
        if trailing is not None and np.isfinite(trailing.at(update)):
            text = QCoreApplication.translate("LossPlot", "mean of the last {window} up to there: {mean}")
            mean = mean_text(trailing.at(update))
            parts.append(text.format(window=f"{trailing.window:,}", mean=mean))
    return "  ·  ".join(parts)


class LossReading(ReportsExceptions, QWidget):
    """Paints the numbers in whatever width it is given, and never asks for another one.

    Attributes
    ----------
    parts : tuple of ReadingPart
        All that is read; those at the end are left out where there is no room.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("loss_reading")
        # The layout gives it what the buttons leave; its own numbers ask for nothing.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.parts: tuple[ReadingPart, ...] = ()
        self._theme = Theme()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._theme = theme
        self.setFont(theme.font("caption"))
        self.update()

    def show_parts(self, parts: list[ReadingPart], words: str) -> None:
        """Show these numbers; `words` say the same to a screen reader."""
        if tuple(parts) != self.parts:
            self.parts = tuple(parts)
            self.update()
        self.setAccessibleDescription(words)

    def shown(self) -> list[tuple[float, ReadingPart]]:
        """(left, part) for each part that has room."""
        metrics, px = QFontMetricsF(self._theme.font("caption")), self._theme.px
        left, placed = px(4), []
        for part in self.parts:
            width = px(part.sign) + metrics.horizontalAdvance(part.text)
            if left + width > self.width():
                break
            placed.append((left, part))
            left += width + px(AFTER_PX)
        return placed

    def sizeHint(self) -> QSize:
        return QSize(0, round(QFontMetricsF(self._theme.font("caption")).height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("caption"))
        px = self._theme.px
        for left, part in self.shown():
            if part.key:
                middle = left + px(part.sign) / 2 - px(2)
                paint_sign(painter, self._theme, part.key, QPointF(middle, self.height() / 2))
                left += px(part.sign)
            painter.setPen(self._theme.colour(part.token))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(QRectF(left, 0, self.width(), self.height()), flags, part.text)
        painter.end()
