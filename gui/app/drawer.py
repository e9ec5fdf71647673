"""A drawer over the left edge of a narrow window: it covers, and Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from gui.widgets.translated import Translated

# The line at its right edge.
EDGE_PX = 1


class Drawer(Translated, QFrame):
    """Holds one widget while the window is too narrow to show it at the side."""

    right_edge_changed = Signal(int)
    """It covers the parent as far as this x, in px; 0 where it is shut."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        # What had the keyboard when it came out.
        self._before: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, EDGE_PX, 0)
        # No sheet: it would cost the time of all that is in it, which wears its own.
        self.setAutoFillBackground(True)
        self.hide()
        self._retranslate()

    def set_content(self, widget: QWidget) -> None:
        """Take this widget in, unless it is there already."""
        if not self.isAncestorOf(widget):
            self._layout.addWidget(widget)
            widget.show()

    def open_over(self, top: int, bottom: int, width: int) -> None:
        """Come out over the parent's left edge, between these two heights."""
        focused = QApplication.focusWidget()
        if focused is not None and focused is not self and not self.isAncestorOf(focused):
            self._before = focused
        self.setGeometry(0, top, width, bottom - top)
        self.show()
        self.raise_()
        self.right_edge_changed.emit(width)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_content(self) -> None:
        """Go back behind the edge; the keyboard goes back to where it was before.

        It is let go of first, else Qt would hand it to anyone.
        """
        focused, before = QApplication.focusWidget(), self._before
        had_keyboard = focused is not None and (focused is self or self.isAncestorOf(focused))
        if had_keyboard and focused is not None:
            focused.clearFocus()
        self.hide()
        self.right_edge_changed.emit(0)
        self._before = None
        if had_keyboard and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = QRect(self.width() - EDGE_PX, 0, EDGE_PX, self.height())
        QPainter(self).fillRect(edge, self.palette().mid())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide_content()
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The lecture's three steps"))
