"""A button that leaves the keyboard where it is when it is clicked, and can be reached by Tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme.style_sheet import sheet_of
from gui.theme.tokens import make_theme
from gui.widgets.buttons import close_box, set_words, tab_button, with_key


def test_a_click_calls_its_slot_and_the_keyboard_stays_where_it_was(qtbot: QtBot) -> None:
    window, line, clicked = QWidget(), QLineEdit(), list[bool]()
    qtbot.addWidget(window)
    button = tab_button(QPushButton("b"), "own_name", lambda: clicked.append(True))
    column = QVBoxLayout(window)
    column.addWidget(line)
    column.addWidget(button)
    window.show()
    line.setFocus()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert clicked == [True] and button.objectName() == "own_name"
    assert window.focusWidget() is line
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert window.focusWidget() is button


def test_without_a_slot_it_is_only_named(qtbot: QtBot) -> None:
    button = tab_button(QPushButton(), "own_name")
    qtbot.addWidget(button)
    button.click()
    assert button.objectName() == "own_name"


def test_a_button_is_called_what_is_written_on_it_without_its_letter(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    for text, name in (("框选(&L)", "框选"), ("Se&lect", "Select")):
        set_words(button, text, "tip")
        assert (button.text(), button.accessibleName()) == (text, name)
    # Who speaks to it says what is seen: a name that says more has that in it.
    for text, more, name in (
        ("&Clear", "Select none", "Clear: Select none"),
        ("F&ile…", "Choose a file", "Choose a file"),
        ("F&ile…", "Choose a folder", "File: Choose a folder"),
        ("×", "Close this message", "Close this message"),
    ):
        set_words(button, text, "tip", more)
        assert button.accessibleName() == name


def test_a_tip_names_the_key_where_there_is_one() -> None:
    assert with_key("Begin again", "Shift+R") == "Begin again (Shift+R)"
    assert with_key("Begin again", "") == "Begin again"


def test_close_has_no_icon_of_the_styles_whatever_sheet_its_dialog_wears(qtbot: QtBot) -> None:
    dialog, box = QWidget(), close_box()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(box)
    dialog.show()
    for name in ("dark", "light"):
        dialog.setStyleSheet(sheet_of(make_theme(name)))
        QTest.qWait(0)
        assert [button.icon().isNull() for button in box.buttons()] == [True]
