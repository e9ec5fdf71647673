"""The field that takes the next key that is pressed, and lets the keyboard go on by Tab."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QKeySequenceEdit

from gui.widgets.qt_overrides import ReportsExceptions

_TABS = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}


class KeyField(ReportsExceptions, QKeySequenceEdit):
    """Every key is written down but Esc, which finishes, and Tab, which leads on or back: nobody can give them away."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("new_key")
        self.setMaximumSequenceLength(1)
        self.setFinishingKeyCombinations([QKeyCombination(Qt.Key.Key_Escape)])

    def event(self, event: QEvent) -> bool:
        # Qt would write them down, too, and leave no way out.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            others = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            leads_on = _TABS.get(Qt.Key(event.key()))
            if leads_on is not None and not others:
                is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                return self.focusNextPrevChild(leads_on and not is_back)
        return super().event(event)
