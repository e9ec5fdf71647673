"""What of the work under way could not be written: told once, and tried again until it can be."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from core.engine.keeping_messages import KeepingChanged
from core.engine.messages import EngineFailed
from core.session.errors import writing_error

Write = Callable[[], None]


@dataclass(frozen=True)
class _Failure:
    write: Write | None
    code: str
    reason: str


class Keeping:
    """Knows what could not be written; a full disk is no fault of the app's, and whatever else fails is one.

    Parameters
    ----------
    send : callable
        Takes a message to the window.
    """

    def __init__(self, send: Callable[[Any], None]) -> None:
        self.folder = ""
        self._send = send
        # By what it is, the one that failed first in front.
        self._failures: dict[Hashable, _Failure] = {}
        self._told = "", ""
        self._has_failed = self._has_told_removal = False

    @property
    def is_failing(self) -> bool:
        """Whether something is to be tried again."""
        return bool(self._failures)

    def write(self, what: Hashable, write: Write, again: Write | None = None) -> bool:
        """Write it; whether it is written. Where it can't be, `again` is what `retry` does, if anything."""
        try:
            write()
        except OSError as error:
            refusal = writing_error(error)
            self._failures[what] = _Failure(again, refusal.code, error.strerror or str(error))
            self._tell()
            return False
        except Exception:
            self._fail()
            return False
        self._has_failed = False
        self._failures.pop(what, None)
        self._tell()
        return True

    def remove(self, remove: Callable[[], None]) -> None:
        """Let go of what is written. Where that can't be, nothing is lost: it is told, and not tried again."""
        try:
            remove()
        except OSError as error:
            if not (self._failures or self._has_told_removal):
                self._send(KeepingChanged(self.folder, "not_removed", error.strerror or str(error)))
            self._has_told_removal = True
        except Exception:
            self._fail()
        else:
            self._has_failed = self._has_told_removal = False

    def retry(self) -> None:
        """Try again what could not be written."""
        for what, failure in tuple(self._failures.items()):
            if failure.write is not None:
                self.write(what, failure.write, failure.write)

    def drop(self, is_dropped: Callable[[Hashable], bool]) -> None:
        """These need not be written any more."""
        for what in tuple(filter(is_dropped, self._failures)):
            del self._failures[what]
        self._tell()

    def _tell(self) -> None:
        first = next(iter(self._failures.values()), None)
        now = ("", "") if first is None else (first.code, first.reason)
        if now != self._told:
            self._told = now
            self._send(KeepingChanged(self.folder, *now))

    def _fail(self) -> None:
        if not self._has_failed:
            self._send(EngineFailed(traceback.format_exc()))
        self._has_failed = True
