"""The small button at the end of a card that shows the rest of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from gui.theme.tokens import Theme
from gui.widgets.tabs_and_scrolling import reveal


class MoreButton(QToolButton):
    """Shows and hides `rest`, which is hidden at first; once opened by the user it is scrolled into view."""

    def __init__(self, name: str, rest: QWidget) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "more")
        self._rest = rest
        rest.hide()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setArrowType(Qt.ArrowType.DownArrow)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.toggled.connect(self._on_toggled)
        self.clicked.connect(self._on_clicked)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes."""
        # As low as can still be hit, so that all three steps are seen at once.
        self.setFixedHeight(round(theme.px(24)))
        self.setIconSize(QSize(round(theme.px(10)), round(theme.px(10))))

    def _on_toggled(self, shown: bool) -> None:
        self._rest.setVisible(shown)
        self.setArrowType(Qt.ArrowType.UpArrow if shown else Qt.ArrowType.DownArrow)

    def _on_clicked(self, shown: bool) -> None:
        if shown:
            reveal(self, self._rest)
