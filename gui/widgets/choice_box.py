"""A box of choices that a turning wheel does not change: who scrolls past it wants to scroll."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from gui.widgets.qt_overrides import ReportsExceptions


class ChoiceBox(ReportsExceptions, QComboBox):
    """As Qt's own, but the wheel is left to whatever scrolls around it; open, its list scrolls as usual."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
