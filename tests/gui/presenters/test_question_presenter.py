"""The questions are answered from what was measured of the run on screen, and lead there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from core.engine.commands import LookAt
from core.engine.messages import RunInfo
from gui.app.frame_clock import FrameClock
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.presenters.loss_presenter import LossPresenter
from gui.presenters.question_presenter import QuestionPresenter
from gui.timeline.question_dialog import QuestionDialog
from tests.gui.loss.plotted import N


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[WindowFrame]:
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    window.show()
    yield window


def exact(update: int, total: float, mean: float) -> ExactLoss:
    return ExactLoss(0, update, total, N, 0.9, 10_000 * mean, 10_000, 0.8)


def test_answers_follow_the_training_and_a_click_goes_there(
    window: WindowFrame, run_info: Callable[..., RunInfo]
) -> None:
    clock = FrameClock(window)
    loss = LossPresenter(window.loss_plot, window.goodness_panel, clock, window)
    loss.show_run(run_info())
    for update, total, mean in ((0, 140_000.0, 2.3), (500, 60_000.0, 0.9), (900, 20_000.0, 0.4)):
        loss.add_exact(exact(update, total, mean))
    issued: list[object] = []
    presenter = QuestionPresenter(window, loss, issued.append, window)
    QTest.keyClick(window, Qt.Key.Key_Q)
    dialog = window.findChild(QuestionDialog, "question_dialog")
    assert isinstance(dialog, QuestionDialog) and dialog.isVisible()

    def text(name: str) -> str:
        label = dialog.findChild(QLabel, name)
        assert isinstance(label, QLabel)
        return label.text()

    # Half of what L began with is offered.
    assert dialog.total.value == 70_000.0
    assert text("below_answer") == "update 500: L = 60,000"
    assert text("least_answer") == "update 900: mean Cⁿ 0.400"
    loss.add_exact(exact(1_300, 15_000.0, 0.3))
    assert text("least_answer") == "update 1,300: mean Cⁿ 0.300"
    button = dialog.findChild(QPushButton, "go_to_below")
    assert isinstance(button, QPushButton)
    button.click()
    assert issued == [LookAt(500)]
    dialog.close()
    loss.add_exact(exact(1_700, 14_000.0, 0.2))
    presenter.open()
    assert isinstance(loss.history, LossHistory)
    again = window.findChildren(QuestionDialog, "question_dialog")[-1]
    assert again.isVisible()
    again.close()
