"""Which parts of a window Tab comes to, one after the other."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def tab_stops(window: QWidget) -> list[Any]:
    """The parts of `window` that Tab comes to now, in their order."""
    # What has just been made is shown by then.
    QApplication.processEvents()
    stops, at = [], window.nextInFocusChain()
    while at is not None and at is not window:
        can_be_reached = at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisible() and at.isEnabled()
        if can_be_reached and at.focusProxy() is None:
            stops.append(at)
        at = at.nextInFocusChain()
    return stops
