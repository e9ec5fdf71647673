"""Runs that are trained together: chosen beside two networks, and why one cannot be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from core.engine.commands import TrainTogether
from core.engine.messages import Diverged, StoppedEarly, TogetherRefused
from gui.app import commands as c
from gui.app.actions import Actions
from gui.app.app_state import AppState, StateStore
from gui.app.message_bar import MessageBar
from gui.engine.client import EngineClient
from gui.presenters.side_presenter import Place, SidePresenter
from gui.side.together_text import how_to_train_both, why_no_further, why_not_together
from gui.widgets.announcement import announce


class TogetherPresenter(QObject):
    """One concern: which runs are trained with the one on screen.

    Attributes
    ----------
    runs : tuple of int
        Their numbers; () where that one is trained alone.
    handlers : dict
        What is done for each command that this takes.
    """

    def __init__(
        self,
        side: SidePresenter,
        actions: Actions,
        messages: MessageBar,
        engine: EngineClient,
        store: StateStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._side, self._actions, self._messages = side, actions, messages
        self._engine, self._store = engine, store
        self.runs: tuple[int, ...] = ()
        # Why one is not trained with it, or no further.
        self._end: TogetherRefused | Diverged | StoppedEarly | None = None
        # The run on screen and the one that was refused, and how they stood: once otherwise, that is no longer so.
        self._pair = -1, -1
        self._stood: tuple[object, ...] = ()
        self._is_connected = False
        self.handlers: dict[type, Callable[[Any], object]] = {c.TrainBoth: lambda _: self.train_both()}
        engine.together_changed.connect(self.show_together)
        engine.together_refused.connect(self.show_refused)
        engine.diverged.connect(self.show_end)
        engine.stopped_early.connect(self.show_end)
        side.refreshed.connect(self._show)
        side.hidden.connect(self._on_hidden)
        store.changed.connect(self._on_state)

    def train(self, runs: Sequence[int]) -> None:
        """Train these with the run on screen; () it alone."""
        self._end = None
        self._engine.send(TrainTogether(tuple(runs)))

    def train_both(self) -> None:
        """Train B with A, or no longer."""
        # It is checked once the engine has agreed, not because it was clicked.
        self._actions["action_train_both"].setChecked(self._store.state.trains_both)
        b = self._side.other
        if b is None or b.run == self._side.leader:
            return
        if b.run not in self.runs and b.update is not None:
            # A moment of its past cannot be trained; its run can.
            self._side.show_as("B", Place(b.run))
        self.train(sorted({*self.runs} ^ {b.run}))

    def show_together(self, runs: Sequence[int]) -> None:
        """Show which runs are trained with the one on screen."""
        self.runs = self._side.companions = tuple(runs)
        self.drop_deleted()
        self._side.refresh_soon()

    def drop_deleted(self) -> None:
        """A run that was deleted is trained no more: Undo brings it back as it was."""
        left = tuple(run for run in self.runs if run in self._side.known)
        if left != self.runs:
            self.runs = self._side.companions = left
            self.train(left)

    def show_refused(self, refused: TogetherRefused) -> None:
        """Say why a run is not trained with the one on screen, or not any more."""
        self._show_end(refused)

    def show_end(self, ended: Diverged | StoppedEarly) -> None:
        """Say what has ended the training of another run than the one on screen; that has its own words."""
        shown = self._store.state.run
        if shown is not None and ended.run != shown.run and ended.run in self._side.known:
            self._show_end(ended)

    def _show_end(self, end: TogetherRefused | Diverged | StoppedEarly) -> None:
        self._end, self._pair = end, (self._side.leader, end.run)
        self._stood = self._standing()
        if not self._side.is_shown:
            # Else it stands where it was asked for.
            self._messages.show_message(self._note)
        else:
            # The keyboard is elsewhere: on the button, or after the palette in the network.
            announce(self._side.page, self._note())
        self._side.refresh_soon()

    def _show(self) -> None:
        """Bring the page and the actions up to date."""
        side, page = self._side, self._side.page
        if not self._is_connected:
            self._is_connected = True
            page.together_wanted.connect(self.train)
        other = -1 if side.other is None else side.other.run
        if isinstance(self._end, TogetherRefused) and (
            side.leader not in self._pair or self._standing() != self._stood
        ):
            self._end = None
        page.show_together(side.leader, other, self.runs)
        page.show_note(self._note())
        self._store.update(trains_both=side.is_shown and other in self.runs)

    def _on_hidden(self, run: int) -> None:
        """One that was trained only because it was seen is trained no more; a race goes on."""
        if self.runs == (run,):
            self.train(())
        self._end = None
        self._store.update(trains_both=False)

    def _on_state(self, before: AppState, now: AppState) -> None:
        is_other = (before.running, before.trains_both) != (now.running, now.trains_both)
        if is_other and self._is_connected and self._end is None:
            self._side.page.show_note(self._note())

    def _standing(self) -> tuple[object, ...]:
        """How the two of a refusal are set, and whether they have made as many updates."""
        known = self._side.known
        settings, updates = ([of(run) for run in self._pair] for of in (known.config_of, known.live_of))
        return settings, updates[0] == updates[1]

    def _note(self) -> str:
        end, state = self._end, self._store.state
        if end is None:
            return how_to_train_both() if state.trains_both and not state.running else ""
        name = self._side.known.name_of(end.run)
        if isinstance(end, TogetherRefused):
            return why_not_together(name, end.reason)
        return why_no_further(name, end)
