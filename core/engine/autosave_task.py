"""Saving the run on screen every few seconds while it changes, and those that are trained with it."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.data.own_set import OwnSet
from core.engine.autosave import Autosave
from core.engine.keeping import Keeping
from core.engine.run import Run
from core.engine.run_state import ShownRun, all_runs, state_of
from core.engine.scheduler import IsOver
from core.engine.snapshot import Example
from core.engine.window_state import WindowState

if TYPE_CHECKING:
    from core.engine.engine import Engine

Stands = tuple[tuple[int, int, int], ...]
# What is lost where the engine is ended by somebody is no older than this.
EVERY_S = 4.0
# What a user has changed by hand is saved sooner; a number that is dragged changes with every frame.
CHANGES_EVERY_S = 0.5
# So many times as long as saving takes nothing is saved again: that of millions of parameters is no small thing.
REST = 10


class AutosaveTask:
    """Knows what is saved of the run on screen, and saves it when it is due; without a folder nothing is saved.

    Where something can't be saved, on a full disk for example, that is told once, everything else goes on, and it is
    tried again every time (`core.engine.keeping`).
    """

    def __init__(self, clock: Callable[[], float], engine: Engine) -> None:
        self._clock = clock
        self._engine = engine
        self._keeping = Keeping(engine.send)
        self._autosave: Autosave | None = None
        self._saved_update = 0
        self._saved_changes = -1, 0
        self._saved_choice: Example | None = None
        # How each run stood when it was saved.
        self._saved: dict[int, tuple[int, int]] = {}
        self._tried_s, self._took_s = -math.inf, 0.0
        # How all runs stand in the session's file, and the test set of the user's in it.
        self._in_file: Stands = ()
        self._own_in_file = OwnSet()

    def open(self, folder: str) -> Autosave:
        """Save into this folder from now on. Returns it."""
        self._autosave = Autosave(Path(folder))
        self._keeping.folder = folder
        return self._autosave

    def save(self, run: Run) -> None:
        """Save it now; and that it is the one on screen, where it is."""
        autosave = self._autosave
        if autosave is not None:
            begun_s = self._clock()
            shown = self._shown(run) if run.number == self._engine.number else None
            if self._keeping.write(run.number, lambda: autosave.save(state_of(run), shown)):
                self.note_saved(run)
                if shown is not None:
                    self._saved_update, self._saved_changes = run.trainer.step_count, _changes_of(run)
                    self._saved_choice = run.sample.chosen
            else:
                # With the next ones, also where nothing changes it meanwhile.
                self._saved.pop(run.number, None)
            self._tried_s = self._clock()
            self._took_s = self._tried_s - begun_s

    def save_all(self) -> None:
        """Save the run on screen, and each other that has changed since it was saved: those that train with it."""
        shown, took_s = self._engine.current, 0.0
        # First what runs stand on: their examples.
        self._keeping.retry()
        changed = [run for run in self._engine.runs if self._saved.get(run.number) != _stand(run)]
        for run in (*(run for run in changed if run is not shown), shown):
            self.save(run)
            took_s += self._took_s
        self._took_s = took_s

    def note_saved(self, run: Run) -> None:
        """Take what lies in the folder of this run for what it is now."""
        self._saved[run.number] = _stand(run)

    def _shown(self, run: Run) -> ShownRun:
        return ShownRun(
            run.number,
            run.trainer.step_count,
            len(run.journal),
            self._engine.exact_loss.last(run.number),
            self._in_file == stands_of(self._engine.runs) and self._has_own_in_file,
            all_runs(
                (one.trainer.step_count, one.branch_update if one.parent is not None else 0, len(one.journal))
                for one in self._engine.runs
            ),
        )

    @property
    def _has_own_in_file(self) -> bool:
        own = self._engine.own.own
        return own is self._own_in_file or own.is_same(self._own_in_file)

    def note_file(self, stands: Stands, own: OwnSet) -> None:
        """All runs, as they stood then, are in a file, and this test set; () where there is none."""
        self._in_file, self._own_in_file = stands, own

    def save_data(self, choice: DatasetSpec, dataset: Dataset) -> None:
        """Save a user's own examples."""
        autosave = self._autosave
        if autosave is not None:
            self._write(choice, lambda: autosave.save_data(choice, dataset))

    def save_window(self, window: WindowState) -> None:
        """Save what the window wants back."""
        autosave = self._autosave
        if autosave is not None:
            self._write("window", lambda: autosave.save_window(window))

    def save_own(self, own: OwnSet) -> None:
        """Save the user's own test set."""
        autosave = self._autosave
        if autosave is not None:
            self._write("own", lambda: autosave.save_own(own))

    def forget(self, run: int) -> None:
        """Let go of a run that is gone."""
        self._saved.pop(run, None)
        # What is saved with the run on screen says how much there is in all.
        self._saved_changes = -1, 0
        autosave = self._autosave
        if autosave is not None:
            self._keeping.remove(lambda: autosave.forget(run))
            self._keeping.drop(lambda what: what == run)

    def keep_only(self, runs: Iterable[int], choices: Iterable[DatasetSpec]) -> None:
        """Let go of every other run, and of examples of other choices."""
        autosave = self._autosave
        if autosave is not None:
            kept = {*runs}, {*choices}
            self._keeping.remove(lambda: autosave.keep_only(*kept))
            wanted: set[Hashable] = {"window", "own", *kept[0], *kept[1]}
            self._keeping.drop(lambda what: what not in wanted)

    def keep_data(self, choices: Iterable[DatasetSpec]) -> None:
        """Let go of examples of other choices, where no run is on them any more."""
        autosave = self._autosave
        if autosave is not None:
            kept = {*choices}
            self._keeping.remove(lambda: autosave.keep_data(kept))
            self._keeping.drop(lambda what: isinstance(what, DatasetSpec) and what not in kept)

    def clear(self) -> None:
        """Let go of everything."""
        self._saved.clear()
        if self._autosave is not None:
            self._keeping.remove(self._autosave.clear)

    def seconds_until_due(self) -> float:
        """0 where the run has changed since it was saved, and that was long enough ago."""
        run = self._engine.current
        is_changed = _changes_of(run) != self._saved_changes or run.sample.chosen is not self._saved_choice
        is_due = is_changed or run.trainer.step_count != self._saved_update or self._keeping.is_failing
        if self._autosave is None or not is_due:
            return math.inf
        is_soon = is_changed and not self._keeping.is_failing
        rest_s = min(EVERY_S, max(CHANGES_EVERY_S, REST * self._took_s)) if is_soon else EVERY_S
        return max(0.0, self._tried_s + rest_s - self._clock())

    def work(self, _: IsOver) -> None:
        """Save what has changed."""
        self.save_all()

    def fail(self) -> None:
        """Try again when the next one but one is due."""
        self._tried_s = self._clock() + EVERY_S

    def _write(self, what: Hashable, write: Callable[[], None]) -> None:
        self._keeping.write(what, write, write)


def stands_of(runs: Iterable[Run]) -> Stands:
    """How far each run is, and how often it was changed."""
    return tuple((run.number, *_stand(run)) for run in runs)


def _stand(run: Run) -> tuple[int, int]:
    return run.trainer.step_count, len(run.journal)


def _changes_of(run: Run) -> tuple[int, int]:
    """Which run it is, and how often it was changed."""
    return run.number, len(run.journal)
