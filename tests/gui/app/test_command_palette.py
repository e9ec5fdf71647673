"""The palette: every command by name, chosen by keys alone; it says when nothing is called so."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QMenuBar, QTreeWidget
from pytestqt.qtbot import QtBot

from gui.app import command_palette
from gui.app import commands as c
from gui.app.actions import Actions
from gui.app.command_palette import CommandPalette
from gui.app.menus import Menus
from gui.app.mnemonics import plain
from gui.app.translation import install_language

CHINESE = re.compile("[\u4e00-\u9fff]")


class Given:
    """A palette over the real menus, and what their actions issue."""

    def __init__(self, window: QMainWindow) -> None:
        self.actions = Actions(window)
        clear = QAction("Clear", window)
        clear.setObjectName("action_clear_canvas")
        self.menus = Menus(self.actions, QUndoStack(window), clear, QAction(window), window)
        window.setMenuBar(self.menus)
        self.palette = CommandPalette(self.menus, window)
        self.issued: list[object] = []
        self.actions.issued.connect(self.issued.append)
        self.palette.show_all()

    @property
    def search(self) -> QLineEdit:
        found = self.palette.findChild(QLineEdit, "search_commands")
        assert isinstance(found, QLineEdit)
        return found

    @property
    def list(self) -> QTreeWidget:
        found = self.palette.findChild(QTreeWidget, "commands")
        assert isinstance(found, QTreeWidget)
        return found

    def rows(self) -> list[tuple[str, str]]:
        items = [self.list.topLevelItem(i) for i in range(self.list.topLevelItemCount())]
        return [(item.text(0), item.text(1)) for item in items if item is not None]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def given(window: QMainWindow) -> Given:
    return Given(window)


def test_every_action_is_in_it_with_its_menus_and_its_key(given: Given) -> None:
    rows = given.rows()
    assert len(rows) == len(given.actions.all()) + 4
    assert ("Training › New weights", "Shift+R") in rows
    assert ("View › Theme › Dark", "") in rows
    assert ("Edit › Undo: not available now", "Ctrl+Z") in rows


def test_enter_does_the_first_and_arrow_keys_choose_another(given: Given) -> None:
    QTest.keyClicks(given.search, "weights")
    QTest.keyClick(given.search, Qt.Key.Key_Return)
    assert given.issued == [c.Choose("edge_value", "weight")] and not given.palette.isVisible()
    given.palette.show_all()
    assert given.search.text() == ""
    QTest.keyClicks(given.search, "theme")
    for _ in range(2):
        QTest.keyClick(given.search, Qt.Key.Key_Down)
    QTest.keyClick(given.search, Qt.Key.Key_Up)
    QTest.keyClick(given.search, Qt.Key.Key_Return)
    assert given.issued[1:] == [c.Choose("theme", "light")]


def test_it_says_when_nothing_is_called_so_and_enter_does_nothing(given: Given) -> None:
    nothing = given.palette.findChild(QLabel, "no_commands")
    assert nothing is not None and nothing.isHidden()
    QTest.keyClicks(given.search, "zebra")
    assert nothing.isVisible() and "“zebra”" in nothing.text() and not given.list.isVisible()
    QTest.keyClick(given.search, Qt.Key.Key_Return)
    assert given.issued == [] and given.palette.isVisible()
    given.search.clear()
    assert nothing.isHidden() and given.list.isVisible()


def test_what_can_not_be_done_now_is_shown_so_and_not_done(given: Given) -> None:
    given.actions["action_rewind"].setEnabled(False)
    given.palette.show_all()
    QTest.keyClicks(given.search, "rewind")
    item = given.list.topLevelItem(0)
    assert item is not None and item.text(0) == "Training › Rewind: not available now"
    assert item.foreground(0) != given.palette.palette().text()
    assert given.list.currentItem() is item, "the arrow keys reach it all the same"
    QTest.keyClick(given.search, Qt.Key.Key_Return)
    assert given.issued == [] and given.palette.isVisible()


def test_what_is_switched_on_is_marked(given: Given) -> None:
    given.actions["action_waves"].setChecked(True)
    given.palette.show_all()
    assert ("✓ View › Waves", "W") in given.rows()


def test_what_the_chosen_one_does_is_written_below_and_read_out(given: Given) -> None:
    given.search.setText("full speed")
    tip = given.palette.findChild(QLabel, "command_tip")
    assert tip is not None and tip.text() == given.actions["action_full_speed"].whatsThis()
    assert "Full speed" in given.search.accessibleDescription()


def test_what_the_arrow_keys_reach_is_read_out_and_that_nothing_was_found(
    given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(command_palette, "announce", lambda _field, sentence: heard.append(sentence))
    given.search.setText("theme")
    QTest.keyClick(given.search, Qt.Key.Key_Down)
    given.search.setText("zebra")
    assert heard[0].endswith("As the system") and heard[1].endswith("Light")
    assert heard[-1] == "No command is called “zebra”. Try fewer letters."


def test_what_stays_the_first_to_be_found_is_heard_once(
    given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(command_palette, "announce", lambda _field, sentence: heard.append(sentence))
    given.search.setText("rewind")
    given.palette.show_all()
    first = given.rows()[0]
    assert heard[1:] == [" ".join(first).strip()], "also where the field had to be emptied"
    heard.clear()
    for end in range(3, 7):
        given.search.setText("rewind"[:end])
    assert len(heard) == 1 and "Rewind" in heard[0]
    given.search.setText("zebra")
    given.search.setText("rewind")
    assert len(heard) == 3


def test_where_nothing_is_found_that_is_heard_once_and_the_last_hit_is_described_no_more(
    given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(command_palette, "announce", lambda _field, sentence: heard.append(sentence))
    given.search.setText("theme")
    assert "Theme" in given.search.accessibleDescription()
    heard.clear()
    for words in ("zebra", "zebras", "zebras here"):
        given.search.setText(words)
        assert given.search.accessibleDescription() == ""
    assert heard == ["No command is called “zebra”. Try fewer letters."]
    given.search.setText("theme")
    assert "Theme" in given.search.accessibleDescription()
    given.search.setText("zebra")
    assert heard[1].startswith("View › Theme") and heard[2:] == [
        "No command is called “zebra”. Try fewer letters."
    ]


def test_a_click_does_it_and_escape_does_nothing(given: Given) -> None:
    QTest.keyClicks(given.search, "rewind")
    item = given.list.topLevelItem(0)
    given.list.itemClicked.emit(item, 0)
    assert given.issued == [c.Rewind()]
    given.palette.show_all()
    QTest.keyClick(given.search, Qt.Key.Key_Escape)
    assert not given.palette.isVisible() and len(given.issued) == 1


def test_what_only_a_panel_does_is_found_and_done_and_known_where_it_cannot_be(
    window: QMainWindow, qtbot: QtBot
) -> None:
    cnn, done = QAction("CNN: Small convolutional network", window), list[str]()
    cnn.triggered.connect(lambda: done.append("cnn"))
    palette = CommandPalette(QMenuBar(), window, lambda: [("1  Function set", cnn)])
    search, listed = palette.findChild(QLineEdit), palette.findChild(QTreeWidget)
    assert search is not None and listed is not None
    palette.show_all()
    QTest.keyClicks(search, "cnn")
    item = listed.topLevelItem(0)
    assert item is not None and item.text(0) == "1  Function set › CNN: Small convolutional network"
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert done == ["cnn"]
    cnn.setEnabled(False)
    palette.show_all()
    item = listed.topLevelItem(0)
    assert item is not None and "not available now" in item.text(0)


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_in_chinese_commands_are_found_by_their_english_names_too(
    given: Given, qtbot: QtBot, language: str
) -> None:
    app = QApplication.instance()
    assert app is not None
    try:
        install_language(app, language)
        given.actions.retranslate()
        app.processEvents()
        given.palette.show_all()
        for words, action in (("film", "film"), ("grad", "picture_gradient"), ("theme dark", "theme_dark")):
            given.search.setText(words)
            assert given.rows()[0][0].endswith(plain(given.actions[f"action_{action}"].text())), words
            assert CHINESE.search(given.rows()[0][0])
    finally:
        install_language(app, "en")
