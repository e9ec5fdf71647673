"""The question before work would be lost: three answers, and none is taken by closing it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.app.translation import install_language
from gui.session.unsaved_dialog import UnsavedDialog


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


@pytest.mark.parametrize(
    ("button", "key", "expected"),
    [
        ("unsaved_save", None, ["save"]),
        ("unsaved_discard", None, ["discard"]),
        ("unsaved_cancel", None, []),
        ("", Qt.Key.Key_Return, ["save"]),
        ("", Qt.Key.Key_Escape, []),
    ],
)
def test_each_answer_is_said_once(
    parent: QWidget, qtbot: QtBot, button: str, key: Qt.Key | None, expected: list[str]
) -> None:
    heard: list[str] = []
    dialog = UnsavedDialog("a.backlight", parent)
    dialog.save_wanted.connect(lambda: heard.append("save"))
    dialog.discard_wanted.connect(lambda: heard.append("discard"))
    dialog.open()
    assert dialog.text() == "Save the changes to a.backlight?"
    if key is None:
        found = dialog.findChild(QPushButton, button)
        assert isinstance(found, QPushButton)
        found.click()
    else:
        QTest.keyClick(dialog, key)
    qtbot.waitUntil(lambda: parent.findChild(UnsavedDialog, "unsaved_dialog") is None)
    assert heard == expected


def test_without_a_file_it_speaks_of_the_training(parent: QWidget) -> None:
    assert UnsavedDialog("", parent).text() == "Save this training?"


def test_in_chinese_its_buttons_are_called_without_the_letter_that_is_underlined(
    parent: QWidget, qapp: QApplication
) -> None:
    try:
        install_language(qapp, "zh_CN")
        dialog = UnsavedDialog("", parent)
        assert {button.accessibleName() for button in dialog.buttons()} == {"保存", "不保存", "取消"}
        assert all("(&" in button.text() for button in dialog.buttons())
        dialog.close()
    finally:
        install_language(qapp, "en")
