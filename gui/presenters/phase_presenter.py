"""Which way the keys lead that walk through an update: through it, through a page's steps, or through the past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition


class PhasePresenter(QObject):
    """One concern: an update is told in the network, so it goes on only where that is seen."""

    def __init__(self, root: Composition) -> None:
        super().__init__(root)
        self._root = root
        root.window.leads_phases = self.leads_everywhere

    def lead(self, by: int) -> None:
        """A phase on or back; on a page with steps a step; looking back an update."""
        page, time = self._root.window.network_area.page, self._root.time
        if page is not None and page.has_steps:
            page.lead(by)
        elif by > 0:
            time.onwards(lambda: self._walk(by))
        else:
            time.back(lambda: self._walk(by))

    def leads_everywhere(self) -> bool:
        """Whether the keys lead through a walkthrough that is seen, whatever in the window has the keyboard.

        So the status line promises it. A page that covers the network keeps them to scroll.
        """
        root, page = self._root, self._root.window.network_area.page
        if root.store.state.moment is not None or not (page is None or page.shows_phases):
            return False
        player = root.network.player
        return player.walkthrough is not None or player.is_wanted or root.status.promises_phases

    def why_covered(self, by: int) -> str:
        """Why the key does nothing on the page that covers the network; "" where it does something."""
        root, page = self._root, self._root.window.network_area.page
        if page is None or page.shows_phases or page.has_steps or root.store.state.moment is not None:
            return ""
        player = root.network.player
        is_told = player.walkthrough is not None or player.is_wanted
        if by < 0 and not is_told:
            # It leads to the update before, whose numbers are on the page.
            return ""
        return self.tr("The phases of an update are shown in the network: Esc leads back to it.")

    def _walk(self, by: int) -> None:
        page = self._root.window.network_area.page
        if page is None or page.shows_phases:
            self._root.transport.go_to_phase(by)
