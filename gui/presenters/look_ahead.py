"""An earlier update of a run that is not on screen yet: asked for right after the run itself."""

from __future__ import annotations

from core.engine.commands import LookAt, ReturnToLive
from gui.engine.client import EngineClient
from gui.presenters.run_presenter import RunPresenter


class LookAhead:
    """One concern: what is asked for last has the last word, also where the run that it is of is still awaited.

    The engine is asked at once, as what it is asked for next is of that update; the window follows with the run.

    Attributes
    ----------
    update : int or None
        That of the run that is awaited; None is its newest one.
    """

    def __init__(self, runs: RunPresenter, engine: EngineClient) -> None:
        self._runs, self._engine = runs, engine
        self.update: int | None = None
        self._run = -1

    def awaited(self, on_screen: int) -> int | None:
        """The run that was asked for and is not on screen yet, or not with its settings; None where none was."""
        info = self._runs.info
        if info is None or (info.run == on_screen and not self._engine.awaits_run):
            return None
        return info.run

    def ask(self, run: int, update: int) -> None:
        """Have this update of the awaited run shown as soon as that is there."""
        self._run, self.update = run, update
        self._engine.send(LookAt(update))

    def leave(self) -> None:
        """Have its newest one shown."""
        if self.update is not None:
            self.update = None
            self._engine.send(ReturnToLive())

    def forget(self) -> None:
        """Another run is asked for, or all of them are gone."""
        self.update = None

    def take(self, run: int) -> int | None:
        """The update that is to be shown of this run, which is there; None for its newest one."""
        if self.awaited(run) is not None:
            # It is only on the way to another one.
            return None
        update, self.update = self.update if self._run == run else None, None
        return update
