"""What somebody who listens hears of the keys of a picture, once they rest."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.widgets import key_reading


def heard_of(
    widget: QWidget,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    *keys: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> list[str]:
    """Press these keys one after the other while it has the keyboard, and wait until they rest."""
    heard: list[str] = []
    with monkeypatch.context() as patch:
        patch.setattr(key_reading, "announce", lambda _widget, sentence: heard.append(sentence))
        patch.setattr(key_reading, "RESTS_MS", 0)
        patch.setattr(widget, "hasFocus", lambda: True)
        if hasattr(widget, "_reading"):
            # With the shorter rest.
            widget._reading = key_reading.KeyReading(widget)
        for key in keys:
            QTest.keyClick(widget, key, modifiers)
        qtbot.wait(1)
    return heard
