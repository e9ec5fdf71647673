"""Which runs the engine keeps: those that Undo or Redo leads to, as far as memory goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtGui import QUndoStack

from core.engine.commands import ReconfigureSeveral
from core.engine.messages import RunInfo
from gui.widgets.undoable import Undoable

# Parameters, gradients, an optimizer's two states, and the checkpoint that the trainer keeps of all but the gradients;
# all runs that Undo reaches may take this much together.
BYTES_PER_PARAMETER = 28
MAX_BYTES = 400_000_000


class KeptRuns:
    """Counts runs and what they take.

    Parameters
    ----------
    undo_stack : QUndoStack
    forget : callable
        Called with the number of each run that no step leads to any more.

    Attributes
    ----------
    next_number : int
        What the next run is called by.
    is_wanted : callable
        Asked whether a run that no step leads to is kept nevertheless.
    """

    def __init__(self, undo_stack: QUndoStack, forget: Callable[[int], object]) -> None:
        self._undo_stack = undo_stack
        self._forget = forget
        # What each run was when it was left, or is to be when it is begun.
        self._infos: dict[int, RunInfo] = {}
        self._kept = {0}
        # Those that were let go of; and one of them that the engine has shown since, which had not heard of it yet.
        self._gone: set[int] = set()
        self._late: int | None = None
        # What each takes; examples are counted for the run that brought them.
        self._bytes: dict[int, int] = {}
        self.next_number = 1
        self.is_wanted: Callable[[int], bool] = lambda _: False

    def __contains__(self, run: int) -> bool:
        return run in self._infos

    def __getitem__(self, run: int) -> RunInfo:
        return self._infos[run]

    def note(self, info: RunInfo) -> None:
        """So this run is now, or is to be."""
        self._infos[info.run] = info

    def reconfigure(self, command: ReconfigureSeveral) -> None:
        """These runs have these settings, or are to have them."""
        for run, config in zip(command.runs, command.configs, strict=True):
            if run in self._infos:
                self._infos[run] = replace(self._infos[run], config=config)

    def note_size(self, info: RunInfo) -> None:
        """A run has so many parameters."""
        size = info.parameter_count * BYTES_PER_PARAMETER
        self._bytes[info.run] = max(self._bytes.get(info.run, 0), size)

    def is_gone(self, run: int) -> bool:
        """Whether a run was let go of, which never comes back."""
        return run in self._gone

    def show(self, info: RunInfo) -> None:
        """Take note of what is on screen. A run that was let go of before it came is let go of again when it goes.

        Unless it was on screen for long enough that something was done to it, which Undo leads back to.
        """
        late, self._late = self._late, info.run if info.run in self._gone else None
        if late is not None and late != info.run:
            if late in self._reachable:
                self._gone.discard(late)
                self._kept.add(late)
            else:
                self.discard(late)
        if self._late is None:
            self.note_size(info)

    def add(self, left: RunInfo, begun: RunInfo, data_bytes: int) -> RunInfo:
        """Give the next number to a run that is to be begun when another is left, and make room for it."""
        wanted = left.parameter_count * BYTES_PER_PARAMETER + data_bytes
        if sum(self._bytes.get(run, 0) for run in self._kept) + wanted > MAX_BYTES:
            # Networks this large can't all be kept: the earlier ones are let go, the one on screen is not.
            self._undo_stack.clear()
            self.forget_unreachable(left, also_wanted=True)
        begun = replace(begun, run=self.next_number)
        self.next_number += 1
        self._infos |= {left.run: left, begun.run: begun}
        self._kept.add(begun.run)
        self._bytes[begun.run] = wanted
        return begun

    def replace_all(self, infos: Iterable[RunInfo]) -> set[int]:
        """These runs take the place of all before, and none of them is ever freed. Returns those that are gone."""
        left = set(self._infos) | self._kept
        self._infos = {info.run: info for info in infos}
        self.next_number = max([self.next_number, *(run + 1 for run in self._infos)])
        self._kept, self._bytes = set(), {}
        self._gone |= left - set(self._infos)
        return left

    def release(self, run: int) -> None:
        """A run is let go as soon as no step leads to it, also where it came from a file."""
        if run in self._infos:
            self._kept.add(run)

    def discard(self, run: int) -> None:
        """Let go of a run, whatever leads to it."""
        self._kept.discard(run)
        self._bytes.pop(run, None)
        self._infos.pop(run, None)
        self._gone.add(run)
        self._forget(run)

    def forget_unreachable(self, shown: RunInfo | None, also_wanted: bool = False) -> None:
        """Let go of the runs that neither Undo nor Redo leads to any more; that on screen stays.

        One that is wanted stays as well, unless there is no room for it: `also_wanted`.
        """
        reachable = self._reachable
        if shown is not None:
            reachable.add(shown.run)
        for run in sorted(self._kept - reachable):
            if also_wanted or not self.is_wanted(run):
                self.discard(run)

    @property
    def _reachable(self) -> set[int]:
        """Those that a step leads to, or changes."""
        steps = [self._undo_stack.command(i) for i in range(self._undo_stack.count())]
        return {run for step in steps if isinstance(step, Undoable) for run in step.runs}
