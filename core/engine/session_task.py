"""Saving and opening a session, step by step: how far it is, and that it can be cancelled.

Nothing is trained meanwhile. What is soon done is done at once.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.engine import commands as c
from core.engine.messages import SessionCancelled, SessionProgress, SessionRefused
from core.engine.scheduler import IsOver
from core.session.errors import SessionError
from core.session.steps import Steps

if TYPE_CHECKING:
    from core.engine.engine import Engine

# Most sessions are small: that long everything else waits for them.
AT_ONCE_S = 0.02
TELL_EVERY_S = 0.1
# These change all runs, or begin the next file: what is under way is done before.
_AFTER_SAVING = c.SaveSession, c.OpenSession, c.OpenAutosave, c.NewSession, c.Recover, c.Close
# The runs that they are meant for are not there yet, or not any more. These are meant for none.
_WHILE_OPENING = (
    *(c.CancelSession, c.AcknowledgeSnapshot, c.Pause, c.KeepWindow),
    *(c.SetRate, c.SetHistorySize, c.WatchUpdates, c.Close),
)


@dataclass(frozen=True)
class _Work:
    path: str
    is_saving: bool
    steps: Steps[None]


class SessionTask:
    """At most one session is saved or opened at a time."""

    def __init__(self, clock: Callable[[], float], engine: Engine) -> None:
        self._clock = clock
        self._engine = engine
        self._work: _Work | None = None
        self._told_s = -math.inf
        self.handlers: dict[type, Callable[[Any], None]] = {c.CancelSession: lambda _: self._cancel()}

    def begin(self, path: str, is_saving: bool, steps: Steps[None]) -> None:
        """Take these steps; a `SessionError` in one of them is told, and everything is as it was."""
        self._work = _Work(path, is_saving, steps)
        self._tell(0.0)
        # Without a run there is nothing to be worked on by turns.
        until_s = self._clock() + (AT_ONCE_S if self._engine.runs else math.inf)
        self.work(lambda: self._clock() >= until_s)

    def make_way(self, command: Any) -> None:
        """Before a command is taken: whatever must not come in between is done first."""
        work = self._work
        if work is None:
            return
        if type(command) is c.Close and not work.is_saving:
            self.drop()
        elif (
            isinstance(command, _AFTER_SAVING) if work.is_saving else not isinstance(command, _WHILE_OPENING)
        ):
            self.work(lambda: False)

    def drop(self) -> None:
        """Leave it: the file and all runs stay as they are."""
        work, self._work = self._work, None
        if work is not None:
            work.steps.close()

    def seconds_until_due(self) -> float:
        """0 while something is saved or opened."""
        return math.inf if self._work is None else 0.0

    def work(self, is_over: IsOver) -> None:
        """Go on with it."""
        work = self._work
        assert work is not None
        try:
            for share in work.steps:
                if self._clock() - self._told_s >= TELL_EVERY_S:
                    self._tell(share)
                if is_over():
                    return
            self._work = None
        except SessionError as error:
            self._refuse(error.code, error.fields)
        except Exception as error:
            self._refuse("not_written" if work.is_saving else "unreadable", {"reason": type(error).__name__})
            raise

    def fail(self) -> None:
        """It was told already."""

    def _cancel(self) -> None:
        work = self._work
        if work is not None:
            self.drop()
            self._engine.send(SessionCancelled(work.path, work.is_saving))

    def _refuse(self, code: str, fields: dict[str, Any]) -> None:
        work, self._work = self._work, None
        if work is not None:
            self._engine.send(SessionRefused(work.path, code, fields, work.is_saving))

    def _tell(self, share: float) -> None:
        work = self._work
        if work is not None:
            self._told_s = self._clock()
            self._engine.send(SessionProgress(work.path, work.is_saving, share))
