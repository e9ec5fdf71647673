"""What stands beside the plots' tab: which of them is seen, and its own tools."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabWidget, QWidget

from gui.curves.curve_set import KINDS
from gui.loss.plot_tools import ALONE_PX
from gui.theme.tokens import Theme
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.labels import new_label
from gui.widgets.layouts import beside
from gui.widgets.qt_overrides import ReportsExceptions

# So many letters of the plot's name have room; fewer where type is larger than this.
LETTERS, FEW_LETTERS, LARGE = 15, 8, 1.25


class CurveTools(ReportsExceptions, QWidget):
    """The corner of the tabs: which plot is seen, and that plot's own tools. It takes what the tabs leave.

    Attributes
    ----------
    choice : ChoiceBox
    """

    def __init__(self, *tools: QWidget) -> None:
        super().__init__()
        self.setObjectName("curve_tools")
        self.choice = ChoiceBox("curve_kind", KINDS, letters=LETTERS)
        self._stack = QStackedWidget()
        for each in tools:
            self._stack.addWidget(each)
        # The box may have the same words as the tab beside it: it is said what they are.
        self._caption = new_label("curve_kind_caption", "caption")
        self._row = beside(self, self._caption, self.choice, (self._stack, 1))
        # As wide as its words, and narrower only where there is no room.
        self.choice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes: the box is no higher than the tabs, and cuts its words where type is large."""
        self._caption.setFont(theme.font("caption"))
        self._caption.setVisible(theme.scale <= LARGE)
        self._row.setContentsMargins(round(theme.px(8)) if theme.scale <= LARGE else 0, 0, 0, 0)
        self.choice.setMinimumContentsLength(LETTERS if theme.scale <= LARGE else FEW_LETTERS)
        self.choice.setFixedHeight(round(theme.px(24)))
        # Qt would have it no narrower than its widest line.
        self.choice.setMinimumWidth(round(theme.px(90)))

    def show_caption(self, words: str) -> None:
        """What the box chooses, before it where there is room."""
        self._caption.setText(words)

    def show_tools(self, place: int) -> None:
        """Those of this plot."""
        self._stack.setCurrentIndex(place)

    def sizeHint(self) -> QSize:
        tabs = self.parentWidget()
        width = ALONE_PX
        if isinstance(tabs, QTabWidget):
            # All of the row that the tabs do not need.
            width = tabs.width() - tabs.tabBar().sizeHint().width() - 4
        return QSize(max(width, self.minimumSizeHint().width()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()
