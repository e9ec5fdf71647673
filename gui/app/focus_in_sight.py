"""What gets the keyboard is brought into sight, wherever the keyboard comes from."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gui.widgets.tabs_and_scrolling import bring_into_sight


class FocusInSight(QObject):
    """Panels that scroll follow the keyboard: by themselves they do so only while Tab leads within them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        # What is clicked is in sight, and does not move under the pointer.
        if now is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        # A panel that has just been opened has its place by then.
        QTimer.singleShot(0, now, lambda: bring_into_sight(now) if now.hasFocus() else None)
