"""The questions: answers with their update, a number of one's own, and a way there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.theme.tokens import make_theme
from gui.timeline.question_dialog import QuestionDialog
from gui.timeline.questions import Answer


@pytest.fixture
def dialog(qtbot: QtBot) -> QuestionDialog:
    dialog = QuestionDialog()
    qtbot.addWidget(dialog)
    dialog.set_theme(make_theme("dark"))
    return dialog


def text_of(dialog: QuestionDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def button_of(dialog: QuestionDialog, name: str) -> QPushButton:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    return button


def test_each_answer_names_its_update_and_its_number(dialog: QuestionDialog) -> None:
    dialog.show_answers(Answer(19_000, 0.138), Answer(640, 19_873.0), 54)
    assert text_of(dialog, "least_answer") == "update 19,000: mean Cⁿ 0.138"
    assert text_of(dialog, "below_answer") == "update 640: L = 19,873"
    assert "54 updates" in text_of(dialog, "measured_note")


def test_what_never_was_so_leads_nowhere(dialog: QuestionDialog) -> None:
    dialog.show_answers(None, None, 0)
    assert text_of(dialog, "least_answer") == text_of(dialog, "below_answer") == "not yet"
    assert not button_of(dialog, "go_to_least").isEnabled()
    assert not button_of(dialog, "go_to_below").isEnabled()


@pytest.mark.parametrize(("name", "update"), [("go_to_least", 19_000), ("go_to_below", 640)])
def test_each_button_asks_for_its_own_update(dialog: QuestionDialog, name: str, update: int) -> None:
    wanted: list[int] = []
    dialog.update_wanted.connect(wanted.append)
    dialog.show_answers(Answer(19_000, 0.138), Answer(640, 19_873.0), 54)
    button_of(dialog, name).click()
    assert wanted == [update]


def test_a_number_that_is_typed_is_asked_for(dialog: QuestionDialog) -> None:
    wanted: list[float] = []
    dialog.total_wanted.connect(wanted.append)
    dialog.show()
    dialog.total.setFocus()
    dialog.total.selectAll()
    QTest.keyClicks(dialog.total, "12500")
    QTest.keyClick(dialog.total, Qt.Key.Key_Return)
    assert wanted == [12_500.0] and dialog.isVisible()
