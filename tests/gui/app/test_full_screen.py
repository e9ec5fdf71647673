"""A window that takes the whole screen comes back as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.app.full_screen import FullScreen


@pytest.mark.parametrize("before", [Qt.WindowState.WindowNoState, Qt.WindowState.WindowMaximized])
def test_it_comes_back_as_it_was(qtbot: QtBot, before: Qt.WindowState) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowState(before)
    window.show()
    full = FullScreen(window)
    full.leave()
    assert window.windowState() == before
    for _ in range(2):
        full.enter()
    assert window.isFullScreen()
    full.leave()
    assert window.windowState() == before
