"""A sentence is read out where somebody listens, and only there."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.widgets import announcement
from gui.widgets.announcement import announce, switched


@pytest.mark.parametrize(
    ("is_active", "sentence", "read"),
    [
        (True, "says 4: right", ["says 4: right"]),
        (True, "", []),
        (True, "⚠ 9 is too much.", ["9 is too much."]),
        (False, "says 4: right", []),
    ],
)
def test_a_sentence_is_read_out_where_somebody_listens(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, is_active: bool, sentence: str, read: list[str]
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    heard: list[str] = []

    class Listener:
        @staticmethod
        def isActive() -> bool:
            return is_active

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            assert event.object() is widget
            assert event.type() == QAccessible.Event.Announcement
            heard.append(event.message())

    monkeypatch.setattr(announcement, "QAccessible", Listener)
    announce(widget, sentence)
    assert heard == read


def test_a_switch_is_on_or_off() -> None:
    assert [switched("Lens", is_on) for is_on in (True, False)] == ["Lens: on", "Lens: off"]
