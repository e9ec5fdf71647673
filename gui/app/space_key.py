"""Keys of the window that belong to the widget with the keyboard, where that has a use for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QMainWindow,
    QWidget,
)

from gui.curves.curve_plot import CurvePlot
from gui.loss.loss_plot import LossPlot
from gui.widgets.qt_overrides import ReportsExceptions

SPACE = frozenset({Qt.Key.Key_Space})
PAGES = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_End})
# Space runs and pauses, the page keys lead through a walkthrough, and End to the present: but here they press, choose,
# scroll and read.
KEPT: tuple[tuple[type[QWidget], frozenset[Qt.Key]], ...] = (
    (QAbstractButton, SPACE),
    (QComboBox, SPACE | PAGES),
    (QAbstractItemView, PAGES),
    (QAbstractScrollArea, PAGES),
    (QAbstractSlider, PAGES),
    (LossPlot, PAGES - {Qt.Key.Key_End}),
    (CurvePlot, PAGES - {Qt.Key.Key_End}),
)


class SpaceKey(ReportsExceptions, QObject):
    """Lets a button, a list or a plot of this window have the keys that it understands while it has the keyboard.

    It listens to that one widget alone: a filter on the whole window would be Python around all of its painting.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and kept_by(old):
            old.removeEventFilter(self)
        if new is not None and kept_by(new) and new.window() is self._window:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QWidget)
            and event.key() in kept_by(watched)
        ):
            # Accepted, the key goes to the widget instead of to the shortcut.
            event.accept()
            return True
        return super().eventFilter(watched, event)


def kept_by(widget: QWidget) -> frozenset[Qt.Key]:
    """The keys that a widget keeps from the window while it has the keyboard."""
    return frozenset().union(*(keys for kind, keys in KEPT if isinstance(widget, kind)))
