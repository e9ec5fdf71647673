"""A row leads to its update and no further, and its second button looks closer or cancels that."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.timeline.question_row import QuestionRow


@pytest.fixture
def row(qtbot: QtBot) -> QuestionRow:
    row = QuestionRow("sign")
    qtbot.addWidget(row)
    row.set_words("When?", "Go there", "Show where")
    row.show()
    return row


def button(row: QuestionRow, name: str) -> QPushButton:
    found = row.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_only_an_answer_leads_somewhere(row: QuestionRow) -> None:
    wanted: list[int] = []
    row.update_wanted.connect(wanted.append)
    row.show_answer("never", None)
    assert not button(row, "go_to_sign").isEnabled()
    row.show_answer("update 0", 0)
    button(row, "go_to_sign").click()
    assert wanted == [0]
    assert button(row, "go_to_sign").accessibleName() == "Go there: Show where"


def test_the_second_button_is_there_for_a_closer_look_and_to_end_it(row: QuestionRow) -> None:
    heard: list[str] = []
    row.closer_wanted.connect(lambda: heard.append("closer"))
    row.cancel_wanted.connect(lambda: heard.append("cancel"))
    closer = button(row, "closer_sign")
    assert not closer.isVisible()
    row.show_closer("Every update: about 3 s", "Makes all updates again")
    assert closer.isVisible() and closer.accessibleName() == "When? Every update: about 3 s"
    closer.click()
    row.show_closer("Cancel", "", is_searching=True)
    closer.click()
    row.show_closer("", "")
    assert heard == ["closer", "cancel"] and not closer.isVisible()


def test_the_answer_and_what_leads_there_stand_on_one_line_where_there_is_a_choice_too(qtbot: QtBot) -> None:
    choice = QLabel("the first of 3")
    row = QuestionRow("sign", None, choice)
    qtbot.addWidget(row)
    row.resize(500, 120)
    row.show()
    row.show_answer("update 0", 0)
    for is_there in (True, False):
        choice.setVisible(is_there)
        QApplication.processEvents()
        go = button(row, "go_to_sign").geometry()
        assert go.top() <= row.answer.geometry().center().y() <= go.bottom()
