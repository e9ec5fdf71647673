"""What of a set's examples one looks at: their terms of L one by one, their classes, or the map of their y."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words
from gui.widgets.layouts import beside
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.translated import Translated

VIEWS = "terms", "classes", "map"


class _ViewButton(ReportsExceptions, QPushButton):
    """One of the views; to a screen reader a radio button: Tab leads to the chosen one, arrow keys choose another."""

    def __init__(self, view: str) -> None:
        super().__init__()
        self.setObjectName(f"ledger_{view}")
        self.setProperty("role", "picture")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.toggled.connect(self._reach)
        self._reach(False)

    def _reach(self, is_chosen: bool) -> None:
        # A click leaves the keyboard where it is.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_chosen else Qt.FocusPolicy.NoFocus)


class ViewSwitch(Translated, QWidget):
    """Passive; which is wanted is told."""

    chosen = Signal(object)
    """The user has chosen this one of `VIEWS`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ledger_view")
        self._buttons = {view: _ViewButton(view) for view in VIEWS}
        for view, button in self._buttons.items():
            button.clicked.connect(lambda _=False, view=view: self.chosen.emit(view))
        self._row = beside(self, *self._buttons.values())
        self._has_classes = True
        self.show_view("terms", True)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._row.setSpacing(round(theme.px(2)))

    def show_view(self, view: str, has_classes: bool) -> None:
        """Which one is shown, and whether there are classes to be looked at."""
        self._buttons[view].setChecked(True)
        for own in ("classes", "map"):
            self._buttons[own].setEnabled(has_classes)
        if has_classes != self._has_classes:
            self._has_classes = has_classes
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What is looked at"))
        set_words(
            self._buttons["terms"], self.tr("Terms"), self.tr("Every C, and how they add up to the sum")
        )
        none = "" if self._has_classes else self.tr("There are no classes: the targets are numbers")
        tip = self.tr("Which class is taken for which, and the mistakes")
        set_words(self._buttons["classes"], self.tr("Classes"), none or tip)
        tip = self.tr("How large y of the right answer was over the run, and how much it went up and down")
        set_words(self._buttons["map"], self.tr("Map"), none or tip)
