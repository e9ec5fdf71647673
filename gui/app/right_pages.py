"""Pages that come and go behind the tabs at the right: Help, and what compares two networks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDockWidget, QTabWidget, QWidget
from shiboken6 import Shiboken

from gui.app.arrangement import Arrangement
from gui.theme.tokens import Theme
from gui.theme.worn_sheet import WornSheet, wear
from gui.widgets.keyboard_focus import order_keys, stops_in

# What stands in the middle beside these pages has the plots' room, too.
WITHOUT_PLOTS = frozenset({"compare", "ledger", "influence"})


class ThemedPage(Protocol):
    """What a page is besides a widget."""

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme."""


class RightPages:
    """Puts them into the tabs, and takes them out.

    Parameters
    ----------
    always : QWidget
        The page that comes to the front in the layout for a class, which has no tabs.
    """

    def __init__(
        self, tabs: QTabWidget, dock: QDockWidget, arrangement: Arrangement, always: QWidget
    ) -> None:
        self._tabs, self._dock, self._arrangement, self._always = tabs, dock, arrangement, always
        self._pages: dict[str, tuple[QWidget, Callable[[], str]]] = {}
        # What stood there before the layout for a class, and what of it in front.
        self._names_before: frozenset[str] = frozenset()
        self._front_before: QWidget = always

    def __iter__(self) -> Iterator[ThemedPage]:
        """Those that are there."""
        for name in tuple(self._pages):
            # One may be taken out between one turn of a new look and the next.
            if name in self._pages:
                page = self._pages[name][0]
                yield from (WornSheet(page), cast(ThemedPage, page))

    def show_page(self, name: str, page: QWidget, title: Callable[[], str], theme: Theme) -> None:
        """Put this page in, under its title, and bring it to the front."""
        if name not in self._pages:
            self._pages[name] = page, title
            self._tabs.addTab(page, title())
            # What is on it follows its tab: it would come after all that is in the window.
            order_keys(self._tabs.tabBar(), *stops_in(page))
            wear(page, theme)
            cast(ThemedPage, page).set_theme(theme)
        self._tabs.setCurrentWidget(page)
        self._dock.show()
        self._arrangement.show_side()
        if name in WITHOUT_PLOTS:
            self._arrangement.show_network()
        self._arrange()

    def take_page(self, name: str) -> None:
        """Take it out again."""
        page, _ = self._pages.pop(name, (None, None))
        if page is not None:
            self._tabs.removeTab(self._tabs.indexOf(page))
            self._arrangement.hide_side()
            if self._arrangement.is_projector:
                self._tabs.setCurrentWidget(self._always)
        self._arrange()

    def front_for_class(self) -> QWidget:
        """What comes to the front in the layout for a class, which begins: there are no tabs to bring it there.

        A page that is in front stays, and one that belongs to what stands in the middle comes.
        """
        front = self._front_before = self._tabs.currentWidget()
        self._names_before = frozenset(self._pages)
        if any(front is page for page, _ in self._pages.values()):
            return front
        beside = (page for name, (page, _) in self._pages.items() if name in WITHOUT_PLOTS)
        return next(beside, self._always)

    def front_as_before(self, otherwise: QWidget) -> QWidget:
        """What comes to the front after that layout: what was there before, or a page that has come meanwhile."""
        front, before = self._tabs.currentWidget(), self._front_before
        if any(front is page for name, (page, _) in self._pages.items() if name not in self._names_before):
            return front
        # A page of its own may be gone.
        is_there = Shiboken.isValid(before) and self._tabs.indexOf(before) >= 0
        return before if is_there else otherwise

    def retranslate(self) -> None:
        """Write their titles in the language in force."""
        for page, title in self._pages.values():
            self._tabs.setTabText(self._tabs.indexOf(page), title())

    def _arrange(self) -> None:
        arrangement = self._arrangement
        arrangement.has_page = "help" in self._pages
        arrangement.is_side = not WITHOUT_PLOTS.isdisjoint(self._pages)
        arrangement.arrange()
        arrangement.fit()
        # The tabs are as wide as their widest page until their layout is made anew.
        QTimer.singleShot(0, self._tabs, arrangement.fit)
