"""Keys that are a widget's own while it has the keyboard, though the window has shortcuts on them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent


def takes_key(event: QEvent, is_own: Callable[[QKeyEvent], bool]) -> bool:
    """Whether Qt asks for whom a key is, and it is the widget's own: then the event is accepted.

    An overridden `event` begins with it: the window's shortcuts would have the key first.

    Parameters
    ----------
    event : QEvent
    is_own : callable
        Whether a key is the widget's own, with the modifiers that are held.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or not is_own(event):
        return False
    event.accept()
    return True
