"""A button that folds is one for a screen reader too."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from gui.widgets import fold_button
from gui.widgets.fold_button import FoldButton


def test_it_is_a_button_that_is_expanded_or_collapsed_and_can_be_pressed(qtbot: QtBot) -> None:
    button = FoldButton()
    qtbot.addWidget(button)
    button.setAccessibleName("1 Function set")
    button.clicked.connect(lambda: button.show_open(not button.is_open))
    read = QAccessible.queryAccessibleInterface(button)
    assert read.role() == QAccessible.Role.Button and read.text(QAccessible.Text.Name) == "1 Function set"
    assert read.state().expandable and read.state().expanded and not read.state().collapsed
    actions = read.actionInterface()
    assert actions is not None
    actions.doAction(actions.pressAction())
    assert not button.is_open
    assert read.state().expandable and read.state().collapsed and not read.state().expanded


def test_whoever_listens_is_told_once_of_each_change(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[QAccessible.Event] = []

    listener = SimpleNamespace(
        State=QAccessible.State,
        isActive=lambda: True,
        updateAccessibility=lambda event: told.append(event.type()),
    )
    button = FoldButton()
    qtbot.addWidget(button)
    monkeypatch.setattr(fold_button, "QAccessible", listener)
    for is_open in (True, False, False, True):
        button.show_open(is_open)
    assert told == [QAccessible.Event.StateChanged] * 2


def test_nothing_is_kept_of_one_that_is_gone(qtbot: QtBot) -> None:
    button = FoldButton()
    QAccessible.queryAccessibleInterface(button)
    address = id(button)
    assert address in fold_button._made
    button.deleteLater()
    qtbot.waitUntil(lambda: address not in fold_button._made)
