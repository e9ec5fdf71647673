"""What the engine works on next: one task after the other, the most urgent first, each for a slice of time."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

IsOver = Callable[[], bool]
"""Whether a slice is over: its time, or because a command has come."""


class Task(Protocol):
    """Something that is worked on again and again, for a slice each time."""

    def seconds_until_due(self) -> float:
        """0 when it can go on now, infinite when there is nothing to be done until a command comes."""

    def work(self, is_over: IsOver) -> None:
        """Go on until the slice is over, or with one indivisible piece of work."""

    def fail(self) -> None:
        """The last piece of work has failed: leave the schedule, or rest, so that it does not fail again at once."""


def go_on(steps: Iterator[None], is_over: IsOver) -> bool:
    """Take these steps until the slice is over, at least one; whether there are none left."""
    return all(not is_over() for _ in steps)


class Scheduler:
    """Gives each slice to the first task that is due.

    Parameters
    ----------
    tasks : sequence of Task
        The most urgent first.
    """

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = tuple(tasks)

    def seconds_until_due(self) -> float:
        """How long there is nothing to do; infinite when only a command can change that."""
        return min((task.seconds_until_due() for task in self._tasks), default=math.inf)

    def work(self, is_over: IsOver) -> None:
        """Spend a slice on the first task that is due.

        Raises
        ------
        Exception
            Whatever failed in it; `fail` of the task has been called, and it does not fail again at once.
        """
        for task in self._tasks:
            if task.seconds_until_due() <= 0:
                try:
                    task.work(is_over)
                except Exception:
                    task.fail()
                    raise
                return


class Requests:
    """What was asked for and takes longer than a slice: generators, in the order in which they were asked for.

    What stands behind it in the schedule waits meanwhile.
    """

    def __init__(self) -> None:
        self._open: deque[Iterator[None]] = deque()

    def add(self, request: Iterator[None]) -> None:
        """Work on this too, from one `yield` to the next."""
        self._open.append(request)

    def clear(self) -> None:
        """Drop all of them."""
        self._open.clear()

    def seconds_until_due(self) -> float:
        """0 while something is asked for."""
        return 0.0 if self._open else math.inf

    def work(self, is_over: IsOver) -> None:
        """Go on with the first one."""
        request = self._open[0]
        # It may have cleared the list, or been cleared.
        if go_on(request, is_over) and self._open and self._open[0] is request:
            self._open.popleft()

    def fail(self) -> None:
        """Drop the one that failed."""
        if self._open:
            self._open.popleft()
