"""Answers when something was so in the run on screen, and leads there."""

from __future__ import annotations

from collections.abc import Callable
from math import floor, log10

from PySide6.QtCore import QObject, Qt

from core.analysis.exact_losses import ExactLoss
from core.engine.commands import LookAt
from gui.app.window_frame import WindowFrame
from gui.presenters.loss_presenter import LossPresenter
from gui.timeline.question_dialog import QuestionDialog
from gui.timeline.questions import first_below, least_test_loss

# The first number that is offered for L: so much of what it was when it was measured first.
HALF = 0.5


class QuestionPresenter(QObject):
    """One concern: questions about the past."""

    def __init__(
        self, window: WindowFrame, loss: LossPresenter, issue: Callable[[object], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._loss, self._issue = window, loss, issue
        self._dialog: QuestionDialog | None = None
        window.actions_["action_when"].triggered.connect(self.open)
        loss.exact_changed.connect(self._on_exact_changed)

    def open(self) -> None:
        """Open the questions, or bring them to the front."""
        if self._dialog is None:
            dialog = self._dialog = QuestionDialog(self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.set_theme(self._window.theme)
            dialog.total_wanted.connect(lambda _: self._answer())
            dialog.update_wanted.connect(lambda update: self._issue(LookAt(update)))
            dialog.finished.connect(self._forget)
            history = self._loss.history
            first = None if history is None else history.exact_losses.before(0)
            dialog.total.show_value(1.0 if first is None else _two_figures(HALF * first.train_total))
        self._answer()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _forget(self) -> None:
        self._dialog = None

    def _on_exact_changed(self, _: ExactLoss | None) -> None:
        if self._dialog is not None:
            self._answer()

    def _answer(self) -> None:
        dialog, history = self._dialog, self._loss.history
        if dialog is None or history is None:
            return
        exact = history.exact_losses
        dialog.show_answers(
            least_test_loss(exact), first_below(exact, float(dialog.total.value)), exact.count
        )


def _two_figures(value: float) -> float:
    """The number rounded to two figures that count."""
    return round(value, 1 - floor(log10(value))) if value > 0 else value
