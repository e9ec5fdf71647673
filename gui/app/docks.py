"""The panels' docks: flat while they stand where they belong, with a title bar when they may be moved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDockWidget,
    QMainWindow,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from gui.widgets.qt_overrides import ReportsExceptions

# As `FrameStyle` has it, but for the colour.
_SEPARATORS = "QMainWindow::separator { width: 1px; height: 1px; }"


# A line between two panels, and the ground of a title's button under the pointer.
_FILLED = (
    QStyle.PrimitiveElement.PE_IndicatorDockWidgetResizeHandle,
    QStyle.PrimitiveElement.PE_PanelButtonTool,
)


class FrameStyle(ReportsExceptions, QProxyStyle):
    """A window's separators, the titles of its docks and the buttons in them, in the palette's colours.

    A button is two windows in the colour of the text, on a ground of its own under the pointer. A sheet on the window,
    or on a dock, would cost the time of all that is in it each time the look changes, or a panel is moved; a style is
    the widget's alone.
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
        if element in _FILLED:
            painter.fillRect(option.rect, option.palette.mid())
        elif element != QStyle.PrimitiveElement.PE_FrameDockWidget:
            # A floating dock's own frame would be seen beside what has no ground of its own, in the style's colours.
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

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control != QStyle.ComplexControl.CC_ToolButton:
            super().drawComplexControl(control, option, painter, widget)
            return
        side = max(5, min(option.rect.width(), option.rect.height()) // 2)
        apart = max(2, side // 3)
        left = option.rect.center().x() - (side + apart) // 2
        top = option.rect.center().y() - (side + apart) // 2
        painter.setPen(option.palette.color(QPalette.ColorRole.WindowText))
        painter.setBrush(option.palette.base())
        for x, y in ((left + apart, top), (left, top + apart)):
            painter.drawRect(x, y, side, side)


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
        # Qt's own, in the title: a style is not handed on to what stands in a widget.
        self._buttons = self.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for button in self._buttons:
            button.setStyle(self._style)
        self._no_title = QWidget(self)
        self.set_locked(True)
        window.addDockWidget(area, self)

    def show_words(self, title: str, tip: str) -> None:
        """The panel's name, and what the button beside it does."""
        self.setWindowTitle(title)
        for button in self._buttons:
            button.setToolTip(tip)

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


def resize_dock(window: QMainWindow, dock: QDockWidget, size: int, orientation: Qt.Orientation) -> None:
    """Give a panel this width or height, in px, where it stands in the window.

    One that floats is left as it is, and one that has no place there while it is dragged, of which Qt would complain.
    And so it would of nothing, which is what is left of a low panel that gives up its timeline.
    """
    if not dock.isFloating() and window.dockWidgetArea(dock) != Qt.DockWidgetArea.NoDockWidgetArea:
        window.resizeDocks([dock], [max(1, size)], orientation)
