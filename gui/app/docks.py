"""The panels' docks: flat while they stand where they belong, with a title bar when they may be moved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QMainWindow,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QWidget,
)

from gui.widgets.qt_overrides import ReportsExceptions

# As `FrameStyle` has it, but for the colour.
_SEPARATORS = "QMainWindow::separator { width: 1px; height: 1px; }"


class FrameStyle(ReportsExceptions, QProxyStyle):
    """A window's separators and the titles of its docks, in the palette's colours.

    A sheet on the window, or on a dock, would cost the time of all that is in it each time the look changes, or a panel
    is moved; a style is the widget's alone.
    """

    def __init__(self) -> None:
        super().__init__("fusion")

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric == QStyle.PixelMetric.PM_DockWidgetSeparatorExtent:
            return 1
        return super().pixelMetric(metric, option, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.PrimitiveElement.PE_IndicatorDockWidgetResizeHandle:
            painter.fillRect(option.rect, option.palette.mid())
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.ControlElement.CE_DockWidgetTitle:
            painter.fillRect(option.rect, option.palette.base())
        super().drawControl(element, option, painter, widget)


class DockedWindow(QMainWindow):
    """A window with docks, whose separators are a pixel wide from the beginning.

    Over such a thin separator Qt puts a widget, to be dragged by. Where a window was made while separators were wider,
    Qt makes another one each time a dock is shown, and never lets go of those before.
    """

    def __init__(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication) or app.styleSheet():
            super().__init__()
        else:
            app.setStyleSheet(_SEPARATORS)
            super().__init__()
            # What is made next is polished once, under the theme's sheet.
            app.setStyleSheet("")
        self._frames = FrameStyle()
        self.setStyle(self._frames)


class PanelDock(QDockWidget):
    """A dock around one panel.

    Locked, it shows no title bar, so that the panel has all the room; unlocked, it can be dragged and floated.
    """

    def __init__(self, name: str, content: QWidget, area: Qt.DockWidgetArea, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self.setWidget(content)
        self._style = FrameStyle()
        self.setStyle(self._style)
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
