"""The lower area of the window: L over the updates with the timeline, and the list of runs."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gui.theme.tokens import Theme
from gui.timeline.loss_page import LossPage
from gui.timeline.run_tree import RunTree
from gui.widgets.fitting_tabs import FittingTabs
from gui.widgets.keyboard_focus import order_keys, stops_in
from gui.widgets.translated import Translated


class PlotTabs(Translated, FittingTabs):
    """Both behind tabs, which stand closer where the tools beside them leave less room.

    Attributes
    ----------
    loss_page : LossPage
    run_tree : RunTree
    """

    def __init__(self) -> None:
        loss_page, run_tree = LossPage(), RunTree()
        super().__init__("plot_tabs", loss_page, run_tree)
        self.loss_page, self.run_tree = loss_page, run_tree
        # The tools are the plot's.
        tools = self.loss_page.tools
        self.setCornerWidget(tools)
        # They stand beside the tabs, above the plot.
        order_keys(self.tabBar(), *stops_in(tools))
        self.loss_page.kind_changed.connect(self._name_page)
        self.currentChanged.connect(lambda _: tools.setVisible(self.currentWidget() is self.loss_page))
        # After the tab is to the front: the keys of a list that has just been clicked for are the list's.
        self.tabBarClicked.connect(self._on_tab_clicked, Qt.ConnectionType.QueuedConnection)
        self.run_tree.front_wanted.connect(lambda: self.setCurrentWidget(self.run_tree))
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self.loss_page.set_theme(theme)
        self.run_tree.set_theme(theme)

    def show_loss(self) -> None:
        """Bring L to the front, with the keyboard."""
        self.setCurrentWidget(self.loss_page)
        self.loss_page.shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_runs(self) -> None:
        """Bring the list of runs to the front, with the keyboard."""
        self.setCurrentWidget(self.run_tree)
        self.run_tree.take_keyboard()

    def _name_page(self) -> None:
        is_loss = self.loss_page.kind == "loss"
        self.setTabText(0, self.tr("Total loss L") if is_loss else self.tr("Curves"))

    def _on_tab_clicked(self, tab: int) -> None:
        if self.currentWidget() is self.run_tree and tab == self.currentIndex():
            self.run_tree.take_keyboard()

    def _retranslate(self) -> None:
        self.show_name(self.tr("Plots"))
        self._name_page()
        self.setTabText(1, self.tr("Runs"))
