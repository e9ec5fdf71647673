"""The panels' docks: flat while they stand where they belong, with a title bar when they may be moved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget


class PanelDock(QDockWidget):
    """A dock around one panel.

    Locked, it shows no title bar, so that the panel has all the room; unlocked, it can be dragged and floated.
    """

    def __init__(self, name: str, content: QWidget, area: Qt.DockWidgetArea, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self.setWidget(content)
        self._no_title = QWidget(self)
        self.set_locked(True)
        window.addDockWidget(area, self)

    def set_locked(self, locked: bool) -> None:
        """Fix the panel in its place, or let it be moved."""
        features = QDockWidget.DockWidgetFeature
        if locked:
            self.setTitleBarWidget(self._no_title)
            self._no_title.show()
            self.setFeatures(features.NoDockWidgetFeatures)
        else:
            self.setTitleBarWidget(None)  # type: ignore[arg-type]
            self._no_title.hide()
            self.setFeatures(features.DockWidgetMovable | features.DockWidgetFloatable)
