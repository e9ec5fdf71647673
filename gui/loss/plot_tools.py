"""What stands beside the plot's tab: the cursor's reading, and the plot's buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabWidget, QToolButton, QWidget

from gui.loss.loss_reading import LossReading
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import tab_button
from gui.widgets.keyboard_focus import order_keys
from gui.widgets.layouts import fill
from gui.widgets.qt_overrides import ReportsExceptions

# What it is wide where it stands beside no tab.
ALONE_PX = 480


class PlotTools(ReportsExceptions, QWidget):
    """The corner of the plot's tabs. It takes what the tabs leave, so that nothing it shows moves anything else.

    Attributes
    ----------
    reading : LossReading
    buttons : list of QToolButton
    """

    def __init__(self, actions: Sequence[QAction], names: Sequence[str], icons: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("loss_tools")
        self._actions, self._icons = actions, icons
        self.reading = LossReading()
        self.buttons = [tab_button(QToolButton(), name) for name in names]
        for button, action in zip(self.buttons, actions, strict=True):
            action.setIconVisibleInMenu(False)
            button.setDefaultAction(action)
            button.setAutoRaise(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 1, 8, 1)
        self._row.setSpacing(6)
        fill(self._row, (self.reading, 1), *self.buttons)

    def add_menu(self, name: str, menu: QMenu, icon_name: str) -> QToolButton:
        """A button that opens a menu, after the others."""
        action = QAction(self)
        action.setIconVisibleInMenu(False)
        button = tab_button(QToolButton(), name)
        button.setDefaultAction(action)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAutoRaise(True)
        self.buttons.append(button)
        self._actions, self._icons = [*self._actions, action], [*self._icons, icon_name]
        self._row.addWidget(button)
        return button

    def add_chip(self, chip: QWidget) -> None:
        """Put this between the reading and the buttons."""
        self._row.insertWidget(1, chip)
        order_keys(self.buttons[0], chip, self.buttons[0])

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self.reading.set_theme(theme)
        side = round(theme.px(16))
        for button, action, name in zip(self.buttons, self._actions, self._icons, strict=True):
            action.setIcon(icon(name, theme))
            button.setIconSize(QSize(side, side))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        tabs = self.parentWidget()
        width = ALONE_PX
        if isinstance(tabs, QTabWidget):
            # All of the row that the tabs do not need.
            width = tabs.width() - tabs.tabBar().sizeHint().width() - 4
        return QSize(max(width, self.minimumSizeHint().width()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()
