"""Work that may take long, done beside the window: on a thread that is given up when nobody wants its result.

A read from a drive that hangs may never return, and no thread can be ended from outside. So nobody waits for one
without a bound, and none belongs to an object of Qt, which ends the process when its running thread is destroyed.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from threading import Event, Lock, Thread
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

# What only has to notice that it is stopped has ended by then; what has not may never end.
LONGEST_END_S = 1.0


class RefusedError(Exception):
    """The work cannot be done; the text is one sentence for the user."""


class StoppedError(Exception):
    """Raised by work that notices that it is cancelled."""


class Job:
    """One piece of work, as its own thread sees it.

    Attributes
    ----------
    stop : Event
        Set when the result is not wanted any more: the work should end soon.
    """

    def __init__(self, work: Work, report: Callable[[Job, str, object], None]) -> None:
        self.stop = Event()
        self._work = work
        self._report: Callable[[Job, str, object], None] | None = report
        self._lock = Lock()
        self._is_final = False

    def progress(self, share: float) -> bool:
        """Report the share that is done, 0 to 1; whether the work should go on."""
        self._send("progressed", share)
        return not self.stop.is_set()

    def begin_last_step(self) -> bool:
        """Whether the step that cannot be undone may be made; after a True, nobody can cancel the work."""
        with self._lock:
            self._is_final = not self.stop.is_set()
            return self._is_final

    def run(self) -> None:
        """Do the work and report how it ended; on the job's own thread."""
        try:
            outcome: tuple[str, object] = "succeeded", self._work(self)
        except RefusedError as error:
            outcome = "refused", str(error)
        except Exception:
            outcome = "failed", traceback.format_exc()
        self._send(*outcome)

    def cancel(self) -> bool:
        """Ask the work to end. False when its last step has begun, and its outcome will be reported."""
        with self._lock:
            if not self._is_final:
                self.stop.set()
                self._report = None
            return not self._is_final

    def abandon(self) -> None:
        """Report nothing from now on, whatever the work does."""
        with self._lock:
            self._report = None

    def _send(self, kind: str, value: object) -> None:
        # With the lock held: after `cancel` and `abandon` the receiver may be destroyed at any time.
        with self._lock:
            if self._report is not None:
                self._report(self, kind, value)


Work = Callable[[Job], object]


class BackgroundTask(QObject):
    """Does one piece of work at a time. Exactly one signal reports how it ended, on the receiver's thread.

    Parameters
    ----------
    name : str
        The name of its threads.
    """

    progressed = Signal(float)
    succeeded = Signal(object)
    """What the work returned."""

    refused = Signal(str)
    """One sentence for the user."""

    cancelled = Signal()
    failed = Signal(str)
    """The traceback of an exception that nobody expected; `cancelled` follows."""

    rested = Signal()
    """Nothing is under way any more; after one of the others."""

    _reported = Signal(object, str, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._job: Job | None = None
        self._threads: list[Thread] = []
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether work is under way."""
        return self._job is not None

    def start(self, work: Work) -> None:
        """Begin `work` on a thread of its own; what was under way is cancelled."""
        self.cancel()
        self._job = Job(work, self._reported.emit)
        # Python ends without waiting for a daemon.
        thread = Thread(target=self._job.run, name=self.objectName(), daemon=True)
        self._threads = [thread, *(other for other in self._threads if other.is_alive())]
        thread.start()

    def cancel(self) -> None:
        """Give the work up at once, even if it never ends; its last step is not given up, and soon reported."""
        if self._job is not None and self._job.cancel():
            self._job = None
            self.cancelled.emit()
            self.rested.emit()

    def stop(self, within_s: float = LONGEST_END_S) -> bool:
        """Give the work up and report nothing more. True when all threads have ended in time."""
        if self._job is not None:
            self._job.cancel()
        until = monotonic() + within_s
        for thread in self._threads:
            thread.join(max(0.0, until - monotonic()))
        if self._job is not None:
            self._job.abandon()
            self._job = None
        return not any(thread.is_alive() for thread in self._threads)

    def _on_reported(self, job: Job, kind: str, value: Any) -> None:
        if job is not self._job:
            # It was sent before the job was cancelled.
            return
        if kind != "progressed":
            self._job = None
        getattr(self, kind).emit(value)
        if kind == "failed":
            self.cancelled.emit()
        if kind != "progressed":
            self.rested.emit()
