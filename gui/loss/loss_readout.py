"""L and the accuracy as text, for where the second step's card is out of sight: large, or in one line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.analysis.exact_losses import ExactLoss
from gui.loss.measured_moment import not_measured_words, of_update_words
from gui.theme.tokens import TYPE, Theme
from gui.theme.type_sizes import type_size
from gui.widgets.fitting_label import FittingLabel
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.number_text import percent_to_tenths, total_text
from gui.widgets.overflow_text import with_overflow
from gui.widgets.sentence_text import labelled
from gui.widgets.translated import Translated


class LossLine(Translated, FittingLabel):
    """One line in the status bar: L and both accuracies, and after which update they were so."""

    def __init__(self) -> None:
        super().__init__("loss_line")
        # As wide as all of its text where there is room.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._exact: ExactLoss | None = None
        self._is_before_edit = False
        self._retranslate()

    def show_exact(self, exact: ExactLoss | None, is_before_edit: bool = False) -> None:
        """Show these exact losses, and whether a parameter was set by hand since; None before the first are known."""
        self._exact, self._is_before_edit = exact, is_before_edit
        if exact is None:
            self.show_statements([])
            return
        total = with_overflow(total_text(exact.train_total), exact.train_total)
        total = labelled(of_update_words(exact.update, is_before_edit), f"L = {total}")
        accuracy = self.tr("accuracy {train}, test {test}").format(
            train=percent_to_tenths(exact.train_accuracy), test=percent_to_tenths(exact.test_accuracy)
        )
        self.show_statements([(1, total), (0, accuracy)])

    def sizeHint(self) -> QSize:
        # Of all statements: of those that are shown it would never get the room of the others back.
        return QSize(self.width_of(self.whole), super().sizeHint().height())

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("L and accuracy"))
        self.show_exact(self._exact, self._is_before_edit)


class LossReadout(Translated, QWidget):
    """For a class: L as large as there is room, its update, the accuracy on both sets, and the picture's updates."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("loss_readout")
        self._theme = Theme()
        self._exact: ExactLoss | None = None
        self._is_before_edit = False
        self._is_measured = True
        self._pictured_updates: tuple[int, int] | None = None
        self._total = new_label("readout_total")
        self._total.setTextFormat(Qt.TextFormat.RichText)
        self._words = [new_label(f"readout_{name}") for name in ("update", "train", "test")]
        # Measured beside the training, L is older than the picture.
        self._pictured = [new_label(f"readout_{name}") for name in ("weights", "signal")]
        self._column = column(self, self._total, *self._words, *self._pictured)
        for label in (self._total, *self._words, *self._pictured):
            # The window's parts keep their widths, whatever the numbers are.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._theme = theme
        self._column.setSpacing(0)
        self._column.setContentsMargins(*(theme.margin(n) for n in (12, 2, 12, 8)))
        self._fit()

    def show_exact(self, exact: ExactLoss | None, is_before_edit: bool = False) -> None:
        """Show these exact losses, and whether a parameter was set by hand since; None before the first are known."""
        self._exact, self._is_before_edit = exact, is_before_edit
        texts = ("…", "", "", "") if self._is_measured else ("–", not_measured_words(), "", "")
        if exact is not None:
            of_update = of_update_words(exact.update, is_before_edit)
            texts = (
                total_text(exact.train_total),
                with_overflow(of_update, exact.train_total),
                self.tr("accuracy: {share}").format(share=percent_to_tenths(exact.train_accuracy)),
                self.tr("accuracy, test: {share}").format(share=percent_to_tenths(exact.test_accuracy)),
            )
        for label, text in zip((self._total, *self._words), texts, strict=True):
            label.setText(f"<i>L</i> = {text}" if label is self._total else text)
        self._total.setAccessibleName(f"L = {texts[0]}")
        self._fit()

    def set_measured(self, is_measured: bool) -> None:
        """Whether the losses that are not known yet are coming: without an engine nothing is measured."""
        if is_measured != self._is_measured:
            self._is_measured = is_measured
            self.show_exact(self._exact, self._is_before_edit)

    def show_picture(self, weights: int, signal: int) -> None:
        """Of which update the weights in the picture are, -1 where it shows none, and its signal."""
        self._pictured_updates = weights, signal
        for label, text in zip(self._pictured, pictured_texts(weights, signal), strict=True):
            label.setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """L and the words as large as their roles are, but never wider than the column."""
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for labels, role, least in (
            ((self._total,), "readout", "body"),
            ([*self._words, *self._pictured], "body", "tick"),
        ):
            font = self._theme.font(role)
            texts = [label.accessibleName() or label.text() for label in labels]
            wide = max(QFontMetricsF(font).horizontalAdvance(text) for text in texts)
            if wide > room > 0:
                font.setPixelSize(max(TYPE[least], type_size(int(font.pixelSize() * room / wide))))
            for label in labels:
                if font != label.font():
                    label.setFont(font)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("L and accuracy"))
        self.show_exact(self._exact, self._is_before_edit)
        if self._pictured_updates is not None:
            self.show_picture(*self._pictured_updates)


def pictured_texts(weights: int, signal: int) -> tuple[str, str]:
    """Of which update the weights in the picture are, "" where it shows none (-1), and its signal."""
    of_weights = QCoreApplication.translate("LossReadout", "weights: update {update}")
    return (
        of_weights.format(update=f"{weights:,}") if weights >= 0 else "",
        QCoreApplication.translate("LossReadout", "signal: update {update}").format(update=f"{signal:,}"),
    )
