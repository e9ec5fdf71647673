"""Whether something was done since a session was opened or saved last: how each run stands, and how in the file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.engine.messages import RunInfo
from core.engine.snapshot import Snapshot
from core.training.config import TrainingConfig


@dataclass(frozen=True)
class Stand:
    """How a run stands: its settings, its updates, and how many edits by hand are in it."""

    config: TrainingConfig
    update: int
    edits: int


@dataclass(frozen=True)
class Saving:
    """How all stood when it began to be saved: the run on screen, each that was there, and the next run's number."""

    run: int
    stands: dict[int, Stand]
    first_new: int


class UnsavedChanges:
    """Compares the runs that have been on screen with what is in the file.

    Which run is on screen is saved too, but to look at another one is no work that could be lost.
    """

    def __init__(self) -> None:
        self._is_left = False
        self._saving: Saving | None = None
        self.begin(1)

    def begin(self, first_new: int, is_left: bool = False) -> None:
        """Other runs have taken the place of all before; those that begin since are numbered from `first_new`.

        `is_left`: they are in no file, though something was done to them.
        """
        self._run = -1
        # How each run stands that has been on screen; how those in the file stand there; and how others began.
        self._stands: dict[int, Stand] = {}
        self._saved: dict[int, Stand] = {}
        self._begun: dict[int, Stand] = {}
        self._first_new = first_new
        # Of these it is not known yet how many edits are in the file.
        self._awaited: set[int] = set()
        self._is_left = self._has_work = is_left
        # Whether something was noted that is not in the file; and whether since it began to be saved.
        self._has_notes = self._is_noted = False

    @property
    def are_there(self) -> bool:
        """Whether anything would be lost."""
        return self._has_work and (
            self._is_left or self._has_notes or any(map(self._is_changed, self._stands))
        )

    @property
    def knows_a_run(self) -> bool:
        """Whether a run has been on screen."""
        return bool(self._stands)

    def _is_changed(self, run: int) -> bool:
        if run in self._saved:
            return self._stands[run] != self._saved[run]
        # One that has begun since, and was left as it began, is gone with the step that leads to it.
        return run == self._run or self._stands[run] != self._begun.get(run)

    # --- what is done

    def show_run(self, info: RunInfo) -> None:
        """Another run is on screen, or the same with other settings."""
        run, before = info.run, self._stands.get(info.run)
        # Of the one on screen its snapshots tell.
        update = info.update if before is None or run != self._run else before.update
        stand = Stand(info.config, update, 0 if before is None else before.edits)
        self._run, self._stands[run] = run, stand
        if run >= self._first_new:
            self._begun.setdefault(run, stand)
        elif run not in self._saved:
            self._saved[run] = stand
            self._awaited.add(run)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The run on screen stands here."""
        run = self._run
        if snapshot.run != run:
            return
        self._has_work |= snapshot.update > 0 or snapshot.edit_count > 0
        stand = replace(self._stands[run], update=snapshot.update, edits=snapshot.edit_count)
        self._stands[run] = stand
        if run in self._awaited:
            # The first one of a run that is in the file: edits in it are, too.
            self._awaited.discard(run)
            self._saved[run] = stand

    def note(self) -> None:
        """Something that is saved has changed, though no update was made."""
        self._has_work = self._has_notes = self._is_noted = True

    # --- what is saved

    def ask_for_saving(self) -> None:
        """What is noted from now on may not be in the file."""
        self._is_noted = False

    def begin_saving(self, first_new: int) -> None:
        """It is saved as it stands; runs from this number on will not be in the file."""
        self._saving = Saving(self._run, dict(self._stands), first_new)

    def end_saving(self) -> None:
        """Nothing is saved."""
        self._saving = None

    def take_saved(self, run: int, update: int) -> None:
        """It is in the file, with that run on screen after so many updates."""
        saving, self._saving, self._is_left = self._saving, None, False
        if saving is None or saving.run != run or run not in saving.stands:
            return
        self._saved = {**saving.stands, run: replace(saving.stands[run], update=update)}
        self._first_new, self._has_notes = saving.first_new, self._is_noted
        self._awaited.clear()
