"""How many updates are due: a rate a second, told, or without a limit."""

from __future__ import annotations

from time import perf_counter

LONGEST_WAIT_MS = 50


class Pace:
    """Counts the updates that are due at a rate.

    Attributes
    ----------
    rate : float or None
        Updates a second; None is without a limit, 0 leaves the pace to told updates.
    """

    def __init__(self) -> None:
        self.rate: float | None = None
        self._due = 0.0
        self._counted_s = 0.0

    def set_rate(self, rate: float | None) -> None:
        """Count at this rate from now on."""
        self.rate = rate
        self.restart()

    def restart(self) -> None:
        """Nothing is due now; time that has passed does not count."""
        self._due = 0.0
        self._counted_s = perf_counter()

    def take(self) -> float:
        """How many updates are due now; they are taken as done."""
        if self.rate is None:
            return float("inf")
        now = perf_counter()
        # What could not be done in time is dropped, not made up for: no more than a tenth of a second's worth.
        self._due = min(self._due + (now - self._counted_s) * self.rate, max(1.0, self.rate / 10))
        self._counted_s = now
        count = int(self._due)
        self._due -= count
        return count

    @property
    def wait_ms(self) -> int:
        """How long to sleep between two looks at what is due: half an update's time, within bounds."""
        return max(1, min(LONGEST_WAIT_MS, round(500 / self.rate))) if self.rate else 0
