"""How many updates are due: a given rate per second, or without a limit."""

from __future__ import annotations

import math
from collections.abc import Callable


class RateLimiter:
    """Counts the updates that are due at a rate.

    Parameters
    ----------
    clock : callable
        Seconds that pass, from any beginning.

    Attributes
    ----------
    rate : float or None
        Updates a second; None is without a limit, 0 leaves it to step walkthroughs.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.rate: float | None = None
        self._clock = clock
        self._due = 0.0
        self._counted_s = clock()

    def set_rate(self, rate: float | None) -> None:
        """Count at this rate from now on."""
        self.rate = rate
        self.restart()

    def restart(self) -> None:
        """Nothing is due now; time that has passed does not count."""
        self._due = 0.0
        self._counted_s = self._clock()

    def take(self) -> float:
        """How many updates are due now; they are taken as done."""
        if self.rate is None:
            return math.inf
        now = self._clock()
        # What could not be done in time is dropped, not made up for: no more than a tenth of a second's worth.
        self._due = min(self._due + (now - self._counted_s) * self.rate, max(1.0, self.rate / 10))
        self._counted_s = now
        count = int(self._due)
        self._due -= count
        return count

    def seconds_until_due(self) -> float:
        """How long until an update is due; 0 without a limit, infinite at a rate of 0."""
        if self.rate is None:
            return 0.0
        missing = 1 - self._due - (self._clock() - self._counted_s) * self.rate
        return max(0.0, missing / self.rate) if self.rate else math.inf
