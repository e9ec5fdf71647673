"""A dialog that is opened again begins at its first stop, whatever had the keyboard when it closed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.opened_anew import begin_at_first_stop, forget_keyboard


def dialog_of(qtbot: QtBot, *parts: QWidget) -> QDialog:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    for part in parts:
        column.addWidget(part)
    return dialog


def test_it_begins_at_its_first_stop_again(qtbot: QtBot) -> None:
    hidden, disabled, first, last = QLineEdit(), QLineEdit(), QLineEdit(), QPushButton()
    dialog = dialog_of(qtbot, QLabel(), hidden, disabled, first, last)
    hidden.hide()
    disabled.setEnabled(False)
    forget_keyboard(dialog)  # Nothing has it yet.
    last.setFocus()
    begin_at_first_stop(dialog)
    assert dialog.focusWidget() is last, "what was chosen for it has it"
    forget_keyboard(dialog)
    assert dialog.focusWidget() is None
    begin_at_first_stop(dialog)
    assert dialog.focusWidget() is first


def test_which_of_buttons_alone_is_first_is_left_to_qt(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, QPushButton(), QPushButton())
    begin_at_first_stop(dialog)
    assert dialog.focusWidget() is None
    begin_at_first_stop(dialog_of(qtbot, QLabel()))
