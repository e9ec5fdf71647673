"""A part of the worker with slots of its own, on the same thread: one concern, told apart from the training."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QObject

from core.divergence import DivergenceError
from core.engine.run import Run
from core.messages import Example, Snapshot


class Worker(Protocol):
    """What the parts know of the worker.

    Attributes
    ----------
    number : int
        Of the run on screen.
    """

    number: int

    @property
    def current(self) -> Run:
        """The run on screen; its training is here, wherever it was."""

    @property
    def told(self) -> Run:
        """The run on screen as it was told last; its training may be away, and further."""

    def do_later(self, task: Iterator[None]) -> None:
        """Work on this in slices, from one `yield` to the next; nothing is trained meanwhile."""

    def example_changed(self) -> None:
        """Another example is shown: tell it at once."""

    def change_made(self) -> Snapshot:
        """Parameters were changed by hand. Returns how it stands now."""

    def note_updates(self) -> None:
        """Updates were made."""

    def snapshot(self, example: Example | None = None) -> Snapshot:
        """How it stands now."""

    def end_at_divergence(self, error: DivergenceError) -> None:
        """The numbers are not finite any more."""

    def end_at_failure(self, details: str) -> None:
        """Something else failed; `details` is the traceback."""


class WorkerPart(QObject):
    """Lives where the worker lives; what fails in its slots is told by the worker.

    Parameters
    ----------
    worker : Worker
        Also its parent, with which it goes to the training thread.
    """

    def __init__(self, worker: Worker) -> None:
        assert isinstance(worker, QObject)
        super().__init__(worker)
        self._worker = worker

    def end_at_divergence(self, error: DivergenceError) -> None:
        """The numbers are not finite any more."""
        self._worker.end_at_divergence(error)

    def end_at_failure(self, details: str) -> None:
        """Something else failed; `details` is the traceback."""
        self._worker.end_at_failure(details)
