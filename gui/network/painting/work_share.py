"""How long a portion of a frame's work goes on: by the clock, and where others take the machine by its own time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter, thread_time

# Work that takes longer is late: on a machine that has much else to do, a few ms by the clock may be none of its own.
LATE_AFTER_S = 0.5
# So long, by the clock, a frame may wait for what is its own share then.
LONGEST_PORTION_S = 0.05


class WorkShare:
    """One piece of work after another, each in portions. Of one that is late no portion is lost to others."""

    def __init__(self) -> None:
        # Since when there has been something to do without an end; None where there is nothing.
        self._since_s: float | None = None

    def portions(self, budget_ms: float, has_work: Callable[[], bool]) -> Iterator[float]:
        """Yields how many ms are left, for each step of one portion, until it is over or nothing is left to do."""
        began_s, used_s, budget_s = perf_counter(), thread_time(), budget_ms / 1000
        if self._since_s is None:
            self._since_s = began_s
        is_late = began_s - self._since_s > LATE_AFTER_S
        gone_s = 0.0
        while has_work():
            yield (budget_s - gone_s) * 1000
            gone_s = perf_counter() - began_s
            is_owed = is_late and gone_s < LONGEST_PORTION_S and thread_time() - used_s < budget_s
            if gone_s >= budget_s and not is_owed:
                break
        if not has_work():
            self._since_s = None
