"""What is shown before memory is measured has its windows then, and nothing was chosen."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.robustness import shown_window
from tests.robustness.shown_window import open_lists, open_menus


class Box(QComboBox):
    """Counts how often its list was opened."""

    opened = 0

    def showPopup(self) -> None:
        """Once more."""
        self.opened += 1
        super().showPopup()


def test_each_list_that_is_seen_is_opened_once_and_nothing_is_chosen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown_window, "OPENED_MS", 1)
    window: Any = QWidget()
    qtbot.addWidget(window)
    seen, hidden, grey = (Box(window) for _ in range(3))
    for box in (seen, hidden, grey):
        box.addItems(["one", "two"])
    hidden.hide()
    grey.setEnabled(False)
    window.show()
    opened = set[QComboBox]()
    for _ in range(2):
        open_lists(window, opened)
    assert (seen.opened, hidden.opened, grey.opened) == (1, 0, 0)
    assert seen.currentText() == "one"
    assert seen.view().window().windowHandle() is not None
    assert not seen.view().isVisible()


def test_each_menu_is_opened_and_nothing_of_it_is_done(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown_window, "OPENED_MS", 1)
    window: Any = QWidget()
    qtbot.addWidget(window)
    menu, inner, empty = QMenu(window), QMenu(window), QMenu(window)
    done: list[str] = []
    for each in (menu, inner):
        each.addAction("act", lambda: done.append("act"))
    menu.addMenu(inner)
    window.show()
    open_menus(window)
    assert [each.windowHandle() is not None for each in (menu, inner, empty)] == [True, True, False]
    assert not any(each.isVisible() for each in (menu, inner))
    assert done == []
