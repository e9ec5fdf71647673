"""Keys of the window that belong to the widget with the keyboard, where that has a use for them and none is lent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
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
RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
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

    Parameters
    ----------
    window : QMainWindow
    is_lent : callable
        Whether a key, as Qt writes it, does something just now wherever the keyboard is: Space plays a film, the page
        keys lead through a walkthrough. While Space does, Return presses the button and opens the list that has it.
    """

    def __init__(self, window: QMainWindow, is_lent: Callable[[str], bool] = lambda key: False) -> None:
        super().__init__(window)
        self._window, self._is_lent = window, is_lent
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and kept_by(old):
            old.removeEventFilter(self)
        if new is not None and kept_by(new) and new.window() is self._window:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in kept_by(watched):
                # Accepted, the key goes to the widget instead of to the shortcut; a plot would accept it itself.
                event.setAccepted(not self._is_lent(QKeySequence(event.key()).toString()))
                return True
            is_return = event.type() == QEvent.Type.KeyPress and event.key() in RETURN
            if is_return and not event.isAutoRepeat() and self._is_lent("Space"):
                return _press(watched)
        return super().eventFilter(watched, event)


def _press(widget: QWidget) -> bool:
    """What Space else does to a button or a closed list; False for anything else."""
    if isinstance(widget, QComboBox):
        widget.showPopup()
    elif isinstance(widget, QAbstractButton):
        widget.click()
    else:
        return False
    return True


def kept_by(widget: QWidget) -> frozenset[Qt.Key]:
    """The keys that a widget keeps from the window while it has the keyboard."""
    return frozenset().union(*(keys for kind, keys in KEPT if isinstance(widget, kind)))
