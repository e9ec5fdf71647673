"""When a snapshot of the run on screen is sent: no more of them than the window has taken, and than the training bears.

A snapshot of a deep network takes as long as several updates, and the window three times as long again to read and
show it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.engine.engine import Engine

# One in so many times of its own, but five a second.
SNAPSHOT_REST, LONGEST_REST_S = 70.0, 0.19


class SnapshotSender:
    """Sends snapshots one after the other, each when the last one was acknowledged.

    Attributes
    ----------
    is_owed : bool
        Whether something is otherwise than in the last snapshot.
    in_flight : int
        Snapshots that are not acknowledged yet.
    """

    def __init__(self, clock: Callable[[], float], engine: Engine) -> None:
        self._clock = clock
        self._engine = engine
        self.is_owed = False
        self.in_flight = 0
        self._rests_until_s = -math.inf

    def seconds_until_due(self) -> float:
        """How long until the next one may be sent; infinite where none is owed, or that needs a command."""
        if not self.is_owed or self.in_flight or self._engine.time.is_looking_back:
            return math.inf
        return max(0.0, self._rests_until_s - self._clock())

    def send(self, at_once: bool = False) -> None:
        """Send one, unless the last one is still on its way; another example, `at_once`, need not wait for that."""
        engine = self._engine
        if not self.is_owed or engine.time.is_looking_back or engine.current.is_returning:
            return
        if self.in_flight >= (2 if at_once else 1):
            return
        begun_s = self._clock()
        if engine.training.running and not at_once and begun_s < self._rests_until_s:
            return
        if engine.training.running and engine.companions.is_behind and not at_once:
            # It is shown with that of a companion of the same update, which is on its way.
            return
        snapshot = engine.snapshot()
        engine.companions.send_losses()
        # First what stands beside it, so that both are there where this one is.
        engine.beside.report()
        engine.send(snapshot)
        self.in_flight += 1
        now = self._clock()
        self._rests_until_s = now + min(LONGEST_REST_S, SNAPSHOT_REST * (now - begun_s))

    def acknowledge(self) -> None:
        """The window has taken one."""
        self.in_flight = max(0, self.in_flight - 1)
        if not self._engine.training.running:
            self.send()
