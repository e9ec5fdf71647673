"""Each item of a menu has a letter of its own, in every language, and keeps its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from gui.app.actions import Actions
from gui.app.menus import Menus
from gui.app.mnemonics import plain, with_letters
from gui.app.translation import install_language


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Rewind", "Run"], ["&Rewind", "R&un"]),
        (["New weights", "Next", "Weights"], ["&New weights", "N&ext", "&Weights"]),
        (["Training data…"], ["&Training data…"]),
        (["&Old mark"], ["&Old mark"]),
        (["a", "a"], ["&a", "a"]),
    ],
)
def test_a_latin_text_has_the_letter_in_it(texts: list[str], expected: list[str]) -> None:
    assert with_letters(texts, ["x"] * len(texts)) == expected


def test_a_chinese_text_has_it_in_brackets_behind_from_the_english_name() -> None:
    texts = ["运行", "回到起点", "训练数据…", "显示 L"]
    expected = ["运行(&R)", "回到起点(&E)", "训练数据(&D)…", "显示 L(&L)"]
    assert with_letters(texts, ["run", "rewind", "data", "log"]) == expected


@pytest.mark.parametrize("text", ["New &weights…", "New weights", "新权重(&N)…", "新权重", "&Help"])
def test_without_its_letter_a_text_is_as_before(text: str) -> None:
    assert plain(with_letters([text], ["n"])[0]) == plain(text)
    assert "&" not in plain(text)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QMainWindow]:
    window = QMainWindow()
    qtbot.addWidget(window)
    yield window
    install_language(qapp, "en")


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_every_item_of_every_menu_has_a_letter_of_its_own(
    window: QMainWindow, qapp: QApplication, language: str
) -> None:
    install_language(qapp, language)
    actions, stack = Actions(window), QUndoStack(window)
    clear = QAction("Clear", window)
    clear.setObjectName("action_clear_canvas")
    menus = Menus(actions, stack, clear, QAction(window), window)
    stack.push(QUndoCommand("Add a layer"))
    for menu in menus.findChildren(QMenu):
        texts = [action.text() for action in menu.actions()]
        before = [plain(text) for text in texts]
        menu.aboutToShow.emit()
        items = [action.text() for action in menu.actions() if not action.isSeparator()]
        letters = [match.group(1).upper() for text in items for match in re.finditer(r"&(\w)", text)]
        assert len(letters) == len(set(letters)) == len(items), menu.objectName()
        assert [plain(action.text()) for action in menu.actions()] == before
        # A button of the same action shows no letter: it would stand there in brackets.
        menu.aboutToHide.emit()
        assert [action.text() for action in menu.actions()] == [text.replace("&", "") for text in texts]
    bar = [re.findall(r"&(\w)", action.text()) for action in menus.actions()]
    assert all(len(found) == 1 for found in bar) and len({found[0] for found in bar}) == len(bar)
