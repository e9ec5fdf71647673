"""Panels that a small window, or one with large type, has no room for: folded into a strip, opened one at a time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDockWidget, QTabWidget, QWidget

from gui.app.actions import Actions
from gui.app.network_area import NetworkArea
from gui.app.panel_strip import PanelStrip

SIDE, PLOTS = "side", "plots"
PAGES = {SIDE: frozenset({"draw", "inspect"}), PLOTS: frozenset({"loss", "runs"})}


@dataclass(frozen=True)
class Foldable:
    """The panels that can be folded away, and where they stand.

    Attributes
    ----------
    pages : dict
        Of each name in the strip its page, in the tabs at the side or in those of the plots.
    """

    side: QTabWidget
    side_dock: QDockWidget
    plots: QTabWidget
    plots_dock: QDockWidget
    center: NetworkArea
    strip: PanelStrip
    pages: dict[str, QWidget]


class Folding(QObject):
    """Which of the side and the plots are folded, and which of them is open all the same.

    A folded side opens beside the network; folded plots take the network's place, for beside or below it neither
    would have room enough.
    """

    changed = Signal()
    """Another panel is to be open."""

    def __init__(self, parts: Foldable, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._actions = parts, actions
        self._folded: frozenset[str] = frozenset()
        self._height = 0
        self.opened = ""
        """The folded panel that is open: "side", "plots" or none."""
        for tabs in (parts.side, parts.plots):
            tabs.currentChanged.connect(lambda _: self._show_strip())
        for page in PAGES[PLOTS]:
            actions[f"action_focus_{page}"].triggered.connect(lambda: self.open(PLOTS))
        actions["action_focus_network"].triggered.connect(self.show_network)
        parts.strip.page_wanted.connect(self._toggle)

    def open(self, panel: str) -> None:
        """Open this panel, where it is folded."""
        if panel in self._folded and self.opened != panel:
            self.opened = panel
            self.changed.emit()

    def fold(self) -> None:
        """Fold away what is open."""
        if self.opened:
            self.opened = ""
            self.changed.emit()

    def show_network(self) -> None:
        """Give the network its place back, where the plots have it."""
        if self.opened == PLOTS:
            self.fold()

    def leave(self, focused: QWidget | None) -> None:
        """Fold away what is open, where the keyboard is in it; the network has the keyboard then."""
        opened = self._opened_tabs()
        if opened is not None and focused is not None and opened.isAncestorOf(focused):
            self.fold()
        self._actions["action_focus_network"].trigger()

    def _toggle(self, page: str) -> None:
        if page == self._open_page():
            self.fold()
            self._actions["action_focus_network"].trigger()
        else:
            self._actions[f"action_focus_{page}"].trigger()

    def _opened_tabs(self) -> QTabWidget | None:
        return {SIDE: self._parts.side, PLOTS: self._parts.plots}.get(self.opened)

    def show(self, folded: frozenset[str], height: int, away: frozenset[str] = frozenset()) -> None:
        """Fold these panels, in a window with so much height for the strip, in px; for a class none is.

        Those that are `away` are hidden, and not folded.
        """
        parts = self._parts
        self._folded, self._height = folded, height
        if self.opened not in folded:
            self.opened = ""
        if self.opened == PLOTS:
            parts.center.show_instead(parts.plots)
        elif parts.center.show_instead(None):
            parts.plots_dock.setWidget(parts.plots)
        # One that is shown for a moment only takes room that Qt gives back later, when that has been on screen.
        parts.plots_dock.setVisible(PLOTS not in folded | away)
        parts.side_dock.setVisible(SIDE not in folded | away or self.opened == SIDE)
        self._show_strip()

    def _open_page(self) -> str:
        tabs = self._opened_tabs()
        front = None if tabs is None else tabs.currentWidget()
        return next((name for name, page in self._parts.pages.items() if page is front), "")

    def _show_strip(self) -> None:
        pages: frozenset[str] = frozenset().union(*(PAGES[panel] for panel in self._folded))
        self._parts.strip.show_pages(pages, self._open_page(), self._height)
