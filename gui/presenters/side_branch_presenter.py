"""Of two networks side by side, the one that a branch goes off: that whose picture was last clicked, or tabbed to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gui.app import commands as c
from gui.app.app_state import StateStore
from gui.presenters.side_presenter import Place, SidePresenter
from gui.presenters.time_presenter import TimePresenter
from gui.side.side_area import SideArea
from gui.timeline.moment import Moment
from gui.timeline.past_bar import PastBar


class SideBranchPresenter(QObject):
    """One concern: A or B; actions and buttons name it.

    A branch goes off the run on screen, which is A. So B is put on screen first: the two are swapped, and the branch
    is A then.

    Attributes
    ----------
    handlers : dict
        What is done for each command that this takes.
    """

    def __init__(
        self,
        side: SidePresenter,
        time: TimePresenter,
        area: SideArea,
        bar: PastBar,
        store: StateStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._side, self._time, self._area, self._bar, self._store = side, time, area, bar, store
        # Where the branch is to go off, until that is on screen.
        self._awaited: Place | None = None
        self.handlers: dict[type, Callable[[Any], object]] = {
            c.BranchHere: lambda command: self.branch(command.letter or store.state.branches)
        }
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        side.refreshed.connect(self._show)
        side.hidden.connect(lambda _: self._show())
        time.moment_changed.connect(self._on_moment_changed)

    def branch(self, letter: str) -> None:
        """Begin a run of its own where "B" looks back; of any other letter, where the run on screen stands."""
        self._awaited = None
        place = self._side.other
        if letter != "B" or place is None:
            self._time.branch_here()
        elif place.update is not None:
            self._awaited = place
            self._side.swap()
            # Where A has stood there too nothing else will be heard of it.
            self._on_moment_changed(self._time.moment)

    # --- parts

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        # The window may be gone by then; whatever else has the focus, the picture clicked last is meant.
        if not self._side.is_shown or now is None:
            return
        for letter, view in (("A", self._area.network), ("B", self._area.other)):
            if now is view or view.isAncestorOf(now):
                self._show(letter)

    def _show(self, letter: str = "") -> None:
        """Say which one is meant."""
        other = self._side.other
        letter = "" if other is None else letter or self._store.state.branches or "A"
        self._bar.show_letter("" if other is None else "A")
        moment = None if other is None else other.update
        self._store.update(branches=letter, beside_moment=moment)

    def _on_moment_changed(self, moment: Moment | None) -> None:
        place = self._awaited
        if place is None or moment is None or (self._side.leader, moment.update) != (place.run, place.update):
            return
        self._awaited = None
        # Once the engine was asked for the moment: else that would be asked of the branch.
        QTimer.singleShot(0, self, self._time.branch_here)
