"""The words of actions are written some at a time: all of them, each with its key."""

from __future__ import annotations

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from gui.app.action_words import AT_A_TIME, write_words


def test_each_action_has_its_words_and_key_after_the_last_step(qtbot: QtBot) -> None:
    count = 2 * AT_A_TIME + 3
    actions = {f"action_{i}": QAction() for i in range(count)}
    actions["action_1"].setShortcut("R")
    texts = {name: (f"Do {name}", f"What {name} does") for name in actions}
    steps = write_words(actions, texts)
    written = [sum(bool(action.text()) for action in actions.values()) for _ in steps]
    assert written == [AT_A_TIME, 2 * AT_A_TIME]
    assert [action.text() for action in actions.values()] == [text for text, _ in texts.values()]
    assert [action.whatsThis() for action in actions.values()] == [tip for _, tip in texts.values()]
    assert actions["action_0"].toolTip() == "What action_0 does"
    assert actions["action_1"].toolTip() == "What action_1 does (R)"
