"""The words of the window's actions, written some at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtGui import QAction

from gui.app.key_names import key_name
from gui.widgets.buttons import with_key

# The window and each menu and button hear of each word: those of all actions would take 10 to 30 ms.
AT_A_TIME = 20


def write_words(actions: Mapping[str, QAction], texts: Mapping[str, tuple[str, str]]) -> Iterator[None]:
    """Write each action's text, and its tip with its key, by its name; a step for so many of them."""
    for number, (name, (text, tip)) in enumerate(texts.items(), 1):
        action = actions[name]
        action.setText(text)
        action.setToolTip(with_key(tip, key_name(action.shortcut())))
        action.setWhatsThis(tip)
        if number % AT_A_TIME == 0:
            yield
