"""The worker's slots for a told update: its first half is a story, its second half makes the update."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal, Slot

from core.engine.step_walkthrough import first_half, second_half
from gui.guarded import guarded
from gui.worker_part import Worker, WorkerPart


class StorySlots(WorkerPart):
    """Takes the wishes for an update in two halves, between which the learner is told what it is made of.

    Attributes
    ----------
    is_open : bool
        Whether the gradient of a batch is told and waits to be applied.
    """

    story_opened = Signal(object)
    story_applied = Signal(object)

    def __init__(self, worker: Worker) -> None:
        super().__init__(worker)
        self.is_open = False

    @Slot()
    @guarded
    def open_story(self) -> None:
        """Choose a batch and compute its gradient, but do not apply it yet."""
        if self._worker.current.diverged is None:
            self._worker.do_later(self._tell_first_half())

    def _tell_first_half(self) -> Iterator[None]:
        run = self._worker.current
        opened = yield from first_half(run.trainer, run.shown, self._worker.snapshot)
        if opened is not None:
            self.is_open = True
            self.story_opened.emit(opened)

    @Slot()
    @guarded
    def apply_story(self) -> None:
        """Apply the told update now, at the rate that is set now."""
        if self.is_open:
            self._worker.do_later(self._tell_second_half())

    def _tell_second_half(self) -> Iterator[None]:
        self.is_open = False
        run = self._worker.current

        def apply() -> None:
            run.losses.append(run.apply())
            self._worker.note_updates()

        applied = yield from second_half(run.trainer, apply, self._worker.snapshot)
        if applied is not None:
            self.story_applied.emit(applied)
