"""The field for a key takes what may be a key, and is no trap for who moves by Tab."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.app.key_field import KeyField

PLAIN, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    column = QVBoxLayout(window)
    for part in (QPushButton("before"), KeyField(), QPushButton("behind")):
        column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window


@pytest.mark.parametrize(
    ("key", "held", "to"),
    [
        (Qt.Key.Key_Tab, PLAIN, "behind"),
        # As Qt names it on most systems, and as it comes on others.
        (Qt.Key.Key_Backtab, SHIFT, "before"),
        (Qt.Key.Key_Tab, SHIFT, "before"),
    ],
)
def test_tab_leads_on_and_back(
    window: QWidget, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, to: str
) -> None:
    field = window.findChild(KeyField)
    assert field is not None
    field.setFocus()
    qtbot.keyClick(field, key, held)
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton) and focused.text() == to
    assert field.keySequence().isEmpty()


@pytest.mark.parametrize(
    ("key", "held", "written"),
    [
        (Qt.Key.Key_H, PLAIN, "H"),
        (Qt.Key.Key_L, SHIFT, "Shift+L"),
        (Qt.Key.Key_Tab, CTRL, "Ctrl+Tab"),
        (Qt.Key.Key_Escape, PLAIN, ""),
    ],
)
def test_other_keys_are_taken(
    window: QWidget, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, written: str
) -> None:
    field = window.findChild(KeyField)
    assert field is not None
    field.setFocus()
    qtbot.keyClick(field, key, held)
    assert field.keySequence().toString() == written and field.hasFocus()
