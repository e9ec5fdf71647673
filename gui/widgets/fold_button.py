"""A button that opens and closes what stands below it, and is read out as one that does."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAccessibleWidget, QPushButton

from gui.widgets.qt_overrides import ReportsExceptions


class FoldButton(ReportsExceptions, QPushButton):
    """Passive: whoever opens and closes says so.

    Attributes
    ----------
    is_open : bool
    """

    def __init__(self) -> None:
        super().__init__()
        _install()
        self.is_open = True

    def show_open(self, is_open: bool) -> None:
        """Whether what stands below it is seen."""
        if is_open == self.is_open:
            return
        self.is_open = is_open
        self.update()
        if QAccessible.isActive():
            changed = QAccessible.State()
            changed.expanded = changed.collapsed = True
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, changed))


class AccessibleFold(ReportsExceptions, QAccessibleWidget):
    """Qt's own knows no button that is expanded or collapsed but one with a menu."""

    def __init__(self, button: FoldButton) -> None:
        super().__init__(button, QAccessible.Role.Button)
        self._button = button

    def state(self) -> QAccessible.State:
        state: QAccessible.State = super().state()
        state.expandable = True
        state.expanded, state.collapsed = self._button.is_open, not self._button.is_open
        return state

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        if name == self.pressAction():
            self._button.click()
        else:
            super().doAction(name)


# The interfaces that Qt has asked for, by the button's address: kept here, for Qt keeps only pointers.
_made: dict[int, AccessibleFold] = {}


def _factory(kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(thing, FoldButton):
        return None
    address = id(thing)
    if address not in _made:
        _made[address] = AccessibleFold(thing)
        thing.destroyed.connect(lambda: _made.pop(address, None))
    return _made[address]


@cache
def _install() -> None:
    """Let Qt ask for all of them; once is enough."""
    QAccessible.installFactory(_factory)
