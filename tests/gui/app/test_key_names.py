"""Keys have the names that are on them, in every language."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gui.app.key_names import key_name
from gui.app.translation import LANGUAGES, install_language


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> object:
    install_language(qapp, request.param)
    yield request.param
    install_language(qapp, "en")


def test_an_arrow_key_is_no_button_of_a_mouse(language: str) -> None:
    arrows = [key_name(f"Ctrl+{key}") for key in ("Left", "Right", "Up", "Down")]
    if language == "en":
        assert arrows == ["Ctrl+Left", "Ctrl+Right", "Ctrl+Up", "Ctrl+Down"]
    else:
        assert arrows == ["Ctrl+←", "Ctrl+→", "Ctrl+↑", "Ctrl+↓"]


def test_a_menu_names_a_key_as_all_else_does(language: str, qtbot: QtBot) -> None:
    # A menu writes the key of its action itself: with what Qt calls it.
    menu = QMenu()
    qtbot.addWidget(menu)
    action = QAction("x", menu)
    action.setShortcut(QKeySequence("Ctrl+Left"))
    menu.addAction(action)
    native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    assert native == key_name("Ctrl+Left") == key_name(QKeySequence("Ctrl+Left"))


def test_letters_and_no_key_at_all(language: str) -> None:
    assert (key_name("Shift+L"), key_name(""), key_name("[")) == ("Shift+L", "", "[")
