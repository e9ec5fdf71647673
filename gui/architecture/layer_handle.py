"""The name of a row of layers, by which it can be dragged to another place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gui.widgets.qt_overrides import ReportsExceptions


class LayerHandle(ReportsExceptions, QLabel):
    """Two short lines of text; with the left button held it says where it is dragged, then that it was let go."""

    dragged = Signal(QPoint)
    """The pointer's place on the screen."""
    dropped = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "caption")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._from: QPoint | None = None
        self._is_dragged = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._is_dragged = event.globalPosition().toPoint(), False
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        at = event.globalPosition().toPoint()
        if self._is_dragged or (at - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._is_dragged = True
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragged, self._from, self._is_dragged = self._is_dragged, None, False
        if was_dragged:
            self.dropped.emit()
