"""How fast this machine is just now: slower where others use its memory and its core."""

from __future__ import annotations

from time import process_time


def work_s() -> float:
    """What some work takes of the processor that is always the same."""
    begun_s = process_time()
    total = 0
    for number in range(100_000):
        total += number % 7
    return process_time() - begun_s


class Pace:
    """What a piece of work takes of the processor, as a machine takes that does nothing else."""

    def __init__(self) -> None:
        self._usual_s = min(work_s() for _ in range(20))

    def alone_s(self, took_s: float) -> float:
        """Of work that has just taken so much."""
        now_s = [work_s() for _ in range(5)]
        self._usual_s = min(self._usual_s, *now_s)
        return took_s * self._usual_s / max(now_s)
