"""Who speaks to a control says what is written on it: its accessible name has that in it, and is heard once."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QMenu, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

import gui
from gui.app.errors import ErrorDialog
from gui.app.preferences import Preferences
from gui.app.settings import Settings
from gui.app.translation import install_language
from gui.app.window_frame import WindowFrame
from gui.flips.flip_side import FlipSide
from gui.session.unsaved_dialog import UnsavedDialog
from gui.theme.tokens import make_theme
from gui.widgets.mnemonic_text import without_letter

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def own_classes() -> Iterator[type[QWidget]]:
    """Every dialog of the project's own that can be made with a window alone."""
    for module in pkgutil.walk_packages(gui.__path__, "gui."):
        for _, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if kind.__module__ == module.name and issubclass(kind, QDialog):
                needed = [
                    each
                    for each in inspect.signature(kind).parameters.values()
                    if each.default is each.empty and each.name not in ("parent", "args", "kwargs")
                ]
                if not needed:
                    yield kind


@pytest.fixture(params=["en", "zh_CN", "zh_TW"])
def roots(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Iterator[list[QWidget]]:
    """The window and all of its dialogs, in one of the languages."""
    install_language(qapp, request.param)
    window = WindowFrame(Settings.in_memory())
    qtbot.addWidget(window)
    window.set_theme(make_theme("dark"))
    window.resize(1280, 800)
    dialogs = [kind(window) for kind in own_classes()]
    dialogs += [Preferences(window.key_bindings, window), ErrorDialog(window, "planted")]
    dialogs.append(UnsavedDialog("name", window))
    # A part that its page makes when it is first shown.
    side = FlipSide()
    qtbot.addWidget(side)
    assert len(dialogs) >= 10
    yield [window, *dialogs, side]
    for dialog in dialogs:
        dialog.deleteLater()
    install_language(qapp, "en")


def told(widget: QWidget, kind: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(kind).strip()


def seen_words(text: str) -> str:
    """Without the letter that is underlined, and the dots at the end; "" for a sign alone, which nobody says."""
    words = without_letter(text).rstrip("…").strip()
    return words.casefold() if any(map(str.isalpha, words)) else ""


def test_every_button_box_and_menu_is_called_what_is_written_on_it(roots: list[QWidget]) -> None:
    wrong, seen = [], 0
    for root in roots:
        for button in root.findChildren(QAbstractButton):
            words = seen_words(button.text())
            seen += bool(words)
            if words not in told(button, NAME).casefold():
                wrong.append((button.objectName(), button.text(), told(button, NAME)))
        for menu in root.findChildren(QMenu):
            tree = QAccessible.queryAccessibleInterface(menu)
            for place, action in enumerate(menu.actions()):
                heard = tree.child(place).text(NAME)
                if not action.isSeparator() and seen_words(action.text()) not in heard.casefold():
                    wrong.append((menu.objectName(), action.text(), heard))
    assert wrong == [] and seen > 100


def test_no_name_of_a_control_is_heard_twice(roots: list[QWidget]) -> None:
    twice = {
        (button.objectName(), told(button, NAME))
        for root in roots
        for button in root.findChildren(QAbstractButton)
        if told(button, NAME) and told(button, NAME) == told(button, DESCRIPTION)
    }
    assert twice == set()


def test_every_line_is_named_and_what_invites_in_it_is_heard_once(roots: list[QWidget]) -> None:
    wrong, seen = [], 0
    for root in roots:
        for line in root.findChildren(QLineEdit):
            if isinstance(line.parent(), QSpinBox):
                continue
            name, description = told(line, NAME), told(line, DESCRIPTION)
            seen += 1
            if not name or description.casefold() == name.casefold():
                wrong.append((type(line.parent()).__name__, line.objectName(), name, description))
    assert seen > 10
    assert wrong == []
