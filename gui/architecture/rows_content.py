"""What scrolls in the list of layers: it knows the keys that move a row, and marks where a dragged one goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from gui.theme.tokens import Theme
from gui.widgets.qt_overrides import ReportsExceptions

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowsContent(ReportsExceptions, QWidget):
    """The rows' parent; its height is the scroll area's business too."""

    resized = Signal()
    move_wanted = Signal(int)
    """Alt+Up or Alt+Down was pressed in a row: by so many rows it shall move."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = QFrame(self)
        self._mark.setObjectName("layer_drop_mark")
        self._mark.hide()
        self._thick = 2

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._thick = max(2, round(theme.px(2)))

    def show_mark(self, y: int | None) -> None:
        """Draw a line at this height, where a dragged row would stand; None for no line."""
        if y is not None:
            top = min(max(0, y - self._thick), self.height() - self._thick)
            self._mark.setGeometry(0, top, self.width(), self._thick)
            self._mark.raise_()
        self._mark.setVisible(y is not None)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A keypad's arrows are arrows.
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get(Qt.Key(event.key()))
        if modifiers == Qt.KeyboardModifier.AltModifier and step is not None:
            self.move_wanted.emit(step)
        else:
            super().keyPressEvent(event)
