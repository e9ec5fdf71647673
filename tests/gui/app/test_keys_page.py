"""The page of keys lists all of them, gives one to a command, and refuses what another one has."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from gui.app import keys_page
from gui.app.actions import Actions
from gui.app.key_bindings import KeyBindings
from gui.app.keys_page import KeysPage
from gui.app.translation import install_language


class Given:
    """A page whose wishes are taken at once, as the window does it."""

    def __init__(self, window: QMainWindow) -> None:
        self.actions = Actions(window)
        self.bindings = KeyBindings(self.actions.all(), window)
        self.page = KeysPage(self.bindings)
        self.page.keys_wanted.connect(self.bindings.restore)

    def child(self, kind: type, name: str):  # type: ignore[no-untyped-def]
        found = self.page.findChild(kind, name)
        assert isinstance(found, kind)
        return found

    @property
    def list(self) -> QTreeWidget:
        return self.child(QTreeWidget, "keys")

    def rows(self) -> dict[str, str]:
        items = [self.list.topLevelItem(i) for i in range(self.list.topLevelItemCount())]
        return {item.text(0): item.text(1) for item in items if item is not None}

    def choose(self, text: str) -> None:
        for i in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(i)
            if item is not None and item.text(0) == text:
                self.list.setCurrentItem(item)

    def press(self, key: str) -> None:
        edit = self.child(QKeySequenceEdit, "new_key")
        edit.setKeySequence(QKeySequence(key))
        edit.editingFinished.emit()


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def given(window: QMainWindow, qtbot: QtBot) -> Given:
    given = Given(window)
    qtbot.addWidget(given.page)
    given.page.show()
    return given


def test_every_command_is_listed_with_its_keys(given: Given) -> None:
    rows = given.rows()
    assert len(rows) == len(given.actions.all())
    assert rows["Rewind"] == "R" and rows["Larger"] == "Ctrl++, Ctrl+="
    assert rows["Theme: Dark"] == "" and rows["Connections show: Weights"] == "1"


def test_a_command_gets_the_key_that_is_pressed_and_its_usual_one_back(given: Given) -> None:
    given.choose("Rewind")
    given.press("F9")
    assert given.rows()["Rewind"] == "F9"
    assert [key.toString() for key in given.actions["action_rewind"].shortcuts()] == ["F9"]
    given.child(QPushButton, "usual_keys").click()
    assert given.rows()["Rewind"] == "R"


def test_a_key_that_another_command_has_is_refused_in_a_sentence(
    given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(keys_page, "announce", lambda _field, sentence: heard.append(sentence))
    refusal = given.child(QLabel, "keys_refusal")
    given.choose("Rewind")
    given.press("N")
    assert refusal.isVisible() and "“Next test example”" in refusal.text()
    assert len(heard) == 1 and heard[0] in refusal.text()
    assert given.rows()["Rewind"] == "R" and given.rows()["Next test example"] == "N"
    given.choose("Next test example")
    assert not refusal.isVisible()


def test_the_usual_key_is_refused_where_another_command_has_it_by_now(given: Given) -> None:
    given.choose("Rewind")
    given.child(QPushButton, "remove_keys").click()
    assert given.rows()["Rewind"] == ""
    given.choose("Run")
    given.press("R")
    given.choose("Rewind")
    given.child(QPushButton, "usual_keys").click()
    assert "“Run”" in given.child(QLabel, "keys_refusal").text() and given.rows()["Rewind"] == ""
    given.child(QPushButton, "all_usual_keys").click()
    assert given.rows()["Rewind"] == "R" and given.rows()["Run"] == "Space"


def test_commands_are_found_by_name_and_by_key(given: Given) -> None:
    search, nothing = given.child(QLineEdit, "search_keys"), given.child(QLabel, "no_keys")
    search.setText("rewind")
    shown = [i for i in range(given.list.topLevelItemCount()) if not given.list.topLevelItem(i).isHidden()]
    assert [given.list.topLevelItem(i).text(0) for i in shown] == ["Rewind"] and nothing.isHidden()
    search.setText("Ctrl+Shift+P")
    shown = [i for i in range(given.list.topLevelItemCount()) if not given.list.topLevelItem(i).isHidden()]
    assert [given.list.topLevelItem(i).text(0) for i in shown] == ["All commands"]
    search.setText("zebra")
    assert nothing.isVisible() and "zebra" in nothing.text()


def test_all_of_it_can_be_read_out(given: Given) -> None:
    for kind, name in ((QLineEdit, "search_keys"), (QTreeWidget, "keys"), (QKeySequenceEdit, "new_key")):
        assert given.child(kind, name).accessibleName()


def test_the_field_invites_in_the_language_in_force(given: Given, qapp: QApplication) -> None:
    field = given.child(QKeySequenceEdit, "new_key").findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    try:
        for language, words in (("zh_CN", "按下快捷键"), ("zh_TW", "按下快速鍵"), ("en", "Press shortcut")):
            install_language(qapp, language)
            QApplication.processEvents()
            assert field.placeholderText() == words
    finally:
        install_language(qapp, "en")


def test_escape_leads_from_the_field_for_a_key_back_to_the_list(given: Given, qtbot: QtBot) -> None:
    page = given.page
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    edit = given.child(QKeySequenceEdit, "new_key")
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert given.list.hasFocus()
    refusal = given.child(QLabel, "keys_refusal")
    assert not refusal.isVisible() or not refusal.text()


def test_a_new_key_leaves_the_keyboard_in_its_field_and_is_heard(
    given: Given, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(keys_page, "announce", lambda _field, sentence: heard.append(sentence))
    given.page.activateWindow()
    qtbot.waitUntil(given.page.isActiveWindow)
    edit = given.child(QKeySequenceEdit, "new_key")
    given.choose("Rewind")
    # Sought by the key that it has, it stays in sight and chosen with another one: the next key is its, too.
    given.child(QLineEdit, "search_keys").setText("rewind R")
    edit.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    for key, words in ((Qt.Key.Key_J, "Ctrl+J"), (Qt.Key.Key_G, "Ctrl+G")):
        qtbot.keyClick(edit, key, control)
        qtbot.waitUntil(lambda words=words: given.rows()["Rewind"] == words)
        assert edit.hasFocus() and heard[-1] == f"Rewind: {words}"
        assert given.list.currentItem().text(0) == "Rewind" and not given.list.currentItem().isHidden()
    given.child(QPushButton, "remove_keys").click()
    assert heard[2:] == ["Rewind: No key"]
    # What is in force only with single letters is shown, too.
    given.bindings.set_single_letters(False)
    given.press("R")
    assert given.rows()["Rewind"] == "R" and heard[-1] == "Rewind: R"


def test_all_usual_keys_can_be_taken_back_by_the_same_button(
    given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(keys_page, "announce", lambda _field, sentence: heard.append(sentence))
    button = given.child(QPushButton, "all_usual_keys")
    given.choose("Rewind")
    given.press("F9")
    assert button.text() == "All usual keys"
    heard.clear()
    button.click()
    assert given.rows()["Rewind"] == "R" and button.text() == button.accessibleName() == "Keys as before"
    button.click()
    assert given.rows()["Rewind"] == "F9" and button.text() == "All usual keys"
    assert heard == [
        "All commands have their usual keys.",
        "All commands have the keys that they had before.",
    ]
    button.click()
    given.press("F8")
    assert button.text() == "All usual keys", "what has been chosen since is not thrown away"
    button.click()
    button.click()
    assert given.rows()["Rewind"] == "F8"
    given.child(QPushButton, "usual_keys").click()
    button.click()
    assert button.text() == "All usual keys", "there is nothing to be had back"


def test_of_what_is_found_one_is_chosen(given: Given) -> None:
    search = given.child(QLineEdit, "search_keys")
    given.choose("Rewind")
    search.setText("all commands")
    assert given.list.currentItem().text(0) == "All commands"
    search.setText("zebra")
    assert given.list.currentItem() is None and not given.child(QKeySequenceEdit, "new_key").isEnabled()
    search.setText("")
    assert given.list.currentItem() is not None and given.child(QKeySequenceEdit, "new_key").isEnabled()
