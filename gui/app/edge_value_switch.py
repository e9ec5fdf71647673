"""Which of the edges' numbers is shown: five buttons in a row, or one with a menu where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from gui.app.actions import Actions
from gui.app.mnemonics import plain
from gui.network.marks.edge_values import PICTURES
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.translated import Translated


class EdgeValueButton(ReportsExceptions, QPushButton):
    """One of the pictures. To a screen reader it is a radio button: a QToolButton would be a check box.

    As in any such group, Tab leads to the chosen one, and the arrow keys choose another.
    """

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setObjectName(f"{action.objectName().removeprefix('action_')}_button")
        self.setProperty("role", "picture")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._show_action)
        self._show_action()

    def _show_action(self) -> None:
        # Its letter is the menu's.
        set_words(self, plain(self._action.text()), self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())
        # A click leaves the keyboard where it is.
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.TabFocus if self._action.isChecked() else policy.NoFocus)


class EdgeValueSwitch(Translated, QWidget):
    """The five pictures, in the order of their keys."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picture_switch")
        self._actions = [actions[f"action_picture_{picture}"] for picture in PICTURES]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._buttons = []
        for action in self._actions:
            self._buttons.append(EdgeValueButton(action))
            action.toggled.connect(self._name_choice)
        self._choice = QToolButton()
        self._choice.setObjectName("picture_button")
        self._choice.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._choice)
        menu.addActions(self._actions)
        self._choice.setMenu(menu)
        # Space stays Run.
        self._choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button in (*self._buttons, self._choice):
            self._row.addWidget(button)
        self._compact = True
        self.set_compact(False)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        self._row.setSpacing(round(theme.px(2)))

    def set_compact(self, compact: bool) -> None:
        """One button with a menu, or five."""
        if compact != self._compact:
            self._compact = compact
            # Else the bar and the window would be laid out anew for each of them.
            self._row.setEnabled(False)
            for button in self._buttons:
                button.setVisible(not compact)
            self._choice.setVisible(compact)
            self._row.setEnabled(True)
            self._row.activate()

    def full_width(self) -> int:
        """What five buttons need, in px."""
        spaces = self._row.spacing() * (len(self._buttons) - 1)
        return sum(button.sizeHint().width() for button in self._buttons) + spaces

    def compact_width(self) -> int:
        """What the one button needs, in px."""
        return self._choice.sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        # The style's own least width is that of an icon: the word would be cut to nothing, where the whole switch can
        # be behind the bar's arrow.
        least = super().minimumSizeHint()
        return QSize(max(least.width(), self.compact_width()), least.height())

    def _chosen(self) -> QAction:
        return next((action for action in self._actions if action.isChecked()), self._actions[0])

    def _name_choice(self) -> None:
        self._choice.setText(self._chosen().text())

    def _retranslate(self) -> None:
        name = self.tr("What the connections show")
        self.setAccessibleName(name)
        self._choice.setAccessibleName(name)
        self._choice.setToolTip(name)
        self._name_choice()
