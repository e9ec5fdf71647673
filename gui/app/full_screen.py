"""Onto the whole screen and back: to where the window was, as large as it was, maximized if it was that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class FullScreen:
    """What a window was like before it took the whole screen."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._before: Qt.WindowState | None = None

    def enter(self) -> None:
        """Take the whole screen; a window that has it already keeps what it came from."""
        if self._before is None:
            self._before = self._window.windowState()
            self._window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Be as before `enter`."""
        if self._before is not None:
            self._window.setWindowState(self._before)
            self._before = None
