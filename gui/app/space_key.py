"""The space bar, which runs and pauses: unless the keyboard has gone to something that Space presses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QMainWindow, QWidget

from gui.widgets.qt_overrides import ReportsExceptions

PRESSED_BY_SPACE = (QAbstractButton, QComboBox)


class SpaceKey(ReportsExceptions, QObject):
    """Lets Space press the button or list of this window that has the keyboard.

    It listens to that one widget alone: a filter on the whole window would be Python around all of its painting.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, PRESSED_BY_SPACE):
            old.removeEventFilter(self)
        if isinstance(new, PRESSED_BY_SPACE) and new.window() is self._window:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
        ):
            # Accepted, the key goes to the widget instead of to the shortcut.
            event.accept()
            return True
        return super().eventFilter(watched, event)
