"""Keys in a picture are told of once they rest, and only while it has the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.widgets import key_reading
from gui.widgets.key_reading import KeyReading


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(key_reading, "announce", lambda _widget, sentence: heard.append(sentence))
    monkeypatch.setattr(key_reading, "RESTS_MS", 0)
    return heard


def test_many_keys_are_heard_once_as_they_stand_when_they_rest(qtbot: QtBot, heard: list[str]) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.hasFocus = lambda: True  # type: ignore[method-assign]
    reading = KeyReading(widget)
    for number in range(3):
        reading.start()
        widget.setAccessibleDescription(f"number {number}")
    assert heard == []
    qtbot.wait(1)
    assert heard == ["number 2"]
    # Nothing further: that is heard, too. A description may say more than where the key led.
    reading.start()
    qtbot.wait(1)
    reading.start(lambda: "its words")
    qtbot.wait(1)
    assert heard[1:] == ["number 2", "its words"]


def test_once_the_keyboard_is_elsewhere_nothing_is_said(qtbot: QtBot, heard: list[str]) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setAccessibleDescription("number 1")
    reading = KeyReading(widget)
    reading.start()
    qtbot.wait(1)
    assert heard == [] and not widget.hasFocus()
