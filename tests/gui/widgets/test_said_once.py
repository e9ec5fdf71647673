"""A tip is no description where the name says it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.widgets.said_once import show_tip


@pytest.mark.parametrize(
    ("name", "tip", "heard"),
    [
        ("Close", "Close", ""),
        ("File: Choose a file", "Choose a file", ""),
        ("Close", "Close (Esc)", "Close (Esc)"),
        ("Save", "Make the file", "Make the file"),
        ("Save", "", ""),
    ],
)
def test_a_tip_that_the_name_has_is_seen_only(qtbot: QtBot, name: str, tip: str, heard: str) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.setAccessibleName(name)
    # What was said before is forgotten.
    for before in ("Close", "Something else"):
        show_tip(button, before)
        show_tip(button, tip)
        told = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Description)
        assert (button.toolTip(), told.strip()) == (tip, heard)


def test_a_text_that_is_read_out_is_its_name_and_a_description_of_its_own_stays(qtbot: QtBot) -> None:
    label = QLabel("32 updates/s")
    qtbot.addWidget(label)
    show_tip(label, "32 updates/s")
    assert label.accessibleDescription().strip() == ""
    label.setAccessibleDescription("more of it")
    show_tip(label, "32 updates/s")
    assert label.accessibleDescription() == "more of it"
