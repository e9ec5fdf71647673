"""The choice of a window for the mean of the last batches."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.loss.smoothing import WINDOWS
from gui.loss.smoothing_menu import SmoothingMenu


def test_it_is_off_at_first_and_emits_what_the_user_wants_and_nothing_else(qtbot: QtBot) -> None:
    plot = QWidget()
    qtbot.addWidget(plot)
    menu, wanted = SmoothingMenu(plot), []
    menu.window_wanted.connect(wanted.append)
    actions = {window: menu.findChild(QAction, f"smoothing_{window}") for window in WINDOWS}
    assert [window for window, action in actions.items() if action.isChecked()] == [0]
    menu.show_window(512)
    assert [window for window, action in actions.items() if action.isChecked()] == [512] and not wanted
    actions[4096].trigger()
    assert wanted == [4096]
    assert actions[4096].text() == "Mean of the last 4,096 batches"
