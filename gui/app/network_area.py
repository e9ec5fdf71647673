"""The middle of the window: the network, and over its upper edge the news and the way out of the projector layout."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QWidget

from gui.app.message_bar import MessageBar
from gui.network.view import NetworkView
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.translated import Translated


class NetworkArea(Translated, QWidget):
    """The news lie over the line with the network's title, so that the network stands still when they come and go.

    Meanwhile the title stands below them.
    """

    leave_wanted = Signal()
    """The way out of the projector layout was clicked."""

    def __init__(self, network: NetworkView, messages: MessageBar) -> None:
        super().__init__()
        self.setObjectName("network_area")
        self._leave = tab_button(QToolButton(), "leave_projector", self.leave_wanted)
        self._leave.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._leave.hide()
        stack = QGridLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(network, 0, 0)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(messages, 1)
        upper.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        stack.addLayout(upper, 0, 0, Qt.AlignmentFlag.AlignTop)
        messages.raise_()
        self._leave.raise_()
        self._network, self._messages = network, messages
        messages.installEventFilter(self)
        self._retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._messages and event.type() in (
            QEvent.Type.Show,
            QEvent.Type.Hide,
            QEvent.Type.Resize,
        ):
            covered = 0 if self._messages.isHidden() else self._messages.height()
            self._network.show_covered(float(covered))
        return super().eventFilter(watched, event)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and icons."""
        side = round(theme.px(16))
        self._leave.setIcon(icon("projector", theme))
        self._leave.setIconSize(QSize(side, side))

    def set_projecting(self, projecting: bool) -> None:
        """Whether it is the projector layout, which has no menu and no toolbar to leave it by."""
        self._leave.setVisible(projecting)

    def _retranslate(self) -> None:
        tip = self.tr("Leave the projector layout: the panels come back")
        # The key's own name, as it is written on it.
        set_words(self._leave, "Esc", tip, tip)
