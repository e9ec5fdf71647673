"""The panels' docks: flat while they stand where they belong, with a title bar when they may be moved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

# As the theme's own sheet has it, but for the colour.
_SEPARATORS = "QMainWindow::separator { width: 1px; height: 1px; }"


class DockedWindow(QMainWindow):
    """A window with docks, whose separators are a pixel wide from the beginning.

    Over such a thin separator Qt puts a widget, to be dragged by. Where a window was made while separators were wider,
    Qt makes another one each time a dock is shown, and never lets go of those before.
    """

    def __init__(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication) or app.styleSheet():
            super().__init__()
            return
        app.setStyleSheet(_SEPARATORS)
        super().__init__()
        # What is made next is polished once, under the theme's sheet.
        app.setStyleSheet("")


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
