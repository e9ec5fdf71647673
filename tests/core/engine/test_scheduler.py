"""What is worked on next: the first task that is due; what fails is told so and leaves the others alone."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest

from core.engine.scheduler import IsOver, Requests, Scheduler, go_on


class Recorded:
    """A task that is due in so many seconds, and says what becomes of it."""

    def __init__(self, due_s: float, error: Exception | None = None) -> None:
        self.due_s, self.error = due_s, error
        self.worked = self.failed = 0

    def seconds_until_due(self) -> float:
        return self.due_s

    def work(self, is_over: IsOver) -> None:
        self.worked += 1
        if self.error is not None:
            raise self.error

    def fail(self) -> None:
        self.failed += 1
        self.due_s = 60.0


def never() -> bool:
    return False


def test_the_first_task_that_is_due_has_the_slice() -> None:
    waits, urgent, later = Recorded(0.5), Recorded(0.0), Recorded(0.0)
    scheduler = Scheduler((waits, urgent, later))
    scheduler.work(never)
    scheduler.work(never)
    assert (waits.worked, urgent.worked, later.worked) == (0, 2, 0)
    urgent.due_s = math.inf
    scheduler.work(never)
    assert later.worked == 1


def test_it_is_due_when_the_first_of_them_is_and_never_without_any() -> None:
    assert Scheduler((Recorded(2.0), Recorded(0.5), Recorded(math.inf))).seconds_until_due() == 0.5
    assert Scheduler(()).seconds_until_due() == math.inf
    Scheduler((Recorded(0.1),)).work(never)


def test_a_task_that_fails_is_told_and_leaves_the_schedule() -> None:
    """FOUND E7: it was tried again at once, thousands of times a second."""
    fails, other = Recorded(0.0, MemoryError()), Recorded(0.0)
    scheduler = Scheduler((fails, other))
    with pytest.raises(MemoryError):
        scheduler.work(never)
    for _ in range(5):
        scheduler.work(never)
    assert (fails.worked, fails.failed, other.worked) == (1, 1, 5)


def counting(done: list[str], name: str, pieces: int) -> Iterator[None]:
    for piece in range(pieces):
        done.append(f"{name}{piece}")
        yield


def test_steps_go_on_in_the_next_slice_and_say_when_there_are_none_left() -> None:
    done: list[int] = []

    def steps() -> Iterator[None]:
        for step in range(3):
            done.append(step)
            yield

    work = steps()
    # At least one, though the slice is over already; what is left stays for the next.
    assert not go_on(work, lambda: True) and done == [0]
    assert not go_on(work, lambda: len(done) > 2) and done == [0, 1, 2]
    assert go_on(work, lambda: True)


def test_requests_are_done_in_their_order_and_one_piece_after_the_other() -> None:
    done: list[str] = []
    requests = Requests()
    assert requests.seconds_until_due() == math.inf
    requests.add(counting(done, "a", 2))
    requests.add(counting(done, "b", 1))
    requests.work(lambda: True)
    assert done == ["a0"] and requests.seconds_until_due() == 0
    requests.work(never)
    assert done == ["a0", "a1"]
    requests.work(never)
    assert done == ["a0", "a1", "b0"] and requests.seconds_until_due() == math.inf


def test_a_request_that_fails_is_dropped_and_the_next_one_is_done() -> None:
    done: list[str] = []
    requests = Requests()
    requests.add(iter(lambda: 1 / 0, None))  # type: ignore[arg-type]
    requests.add(counting(done, "b", 1))
    with pytest.raises(ZeroDivisionError):
        Scheduler((requests,)).work(never)
    requests.work(never)
    assert done == ["b0"]
    requests.fail()
    assert requests.seconds_until_due() == math.inf


def test_a_request_may_clear_all_and_ask_for_another() -> None:
    done: list[str] = []
    requests = Requests()

    def clearing() -> Iterator[None]:
        requests.clear()
        requests.add(counting(done, "next", 1))
        yield from ()

    requests.add(clearing())
    requests.add(counting(done, "dropped", 1))
    requests.work(never)
    requests.work(never)
    assert done == ["next0"] and requests.seconds_until_due() == math.inf

    def only_clearing() -> Iterator[None]:
        requests.clear()
        yield from ()

    requests.add(only_clearing())
    requests.work(never)
    assert requests.seconds_until_due() == math.inf
