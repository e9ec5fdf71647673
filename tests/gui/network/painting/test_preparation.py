"""A change is put off until all of its parts are made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gui.network.painting import preparation as module
from gui.network.painting.preparation import LONGEST_S, Preparation


@pytest.fixture(autouse=True)
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The clock, which stands still unless it is moved."""
    seconds = [100.0]
    monkeypatch.setattr(module, "perf_counter", lambda: seconds[0])
    return seconds


class Parts:
    """Three steps, of which those that were taken are counted."""

    def __init__(self) -> None:
        self.taken = 0

    def steps(self) -> Iterator[None]:
        for _ in range(3):
            self.taken += 1
            yield


def test_without_time_each_turn_takes_a_step_and_the_last_one_finds_that_it_is_over() -> None:
    parts = Parts()
    preparation = Preparation(lambda: None)
    preparation.begin(parts.steps())
    taken = []
    while preparation.work(0.0):
        taken.append((parts.taken, preparation.is_under_way))
    assert taken == [(1, True), (2, True), (3, True), (3, False)]


def test_with_time_all_is_done_in_one_turn() -> None:
    parts = Parts()
    preparation = Preparation(lambda: None)
    preparation.begin(parts.steps())
    assert preparation.work(10_000.0) and parts.taken == 3 and not preparation.is_under_way
    assert not preparation.work(10_000.0)


def test_what_begins_anew_begins_with_the_first_step() -> None:
    parts = Parts()
    preparation = Preparation(lambda: None)
    preparation.begin(parts.steps())
    preparation.work(0.0)
    preparation.begin(parts.steps())
    preparation.work(10_000.0)
    assert parts.taken == 1 + 3


def test_what_is_dropped_is_not_under_way() -> None:
    parts = Parts()
    preparation = Preparation(lambda: None)
    preparation.begin(parts.steps())
    preparation.drop()
    assert not preparation.is_under_way and not preparation.work(0.0)


def test_what_takes_too_long_is_given_up(now: list[float]) -> None:
    """The frame that is painted next makes what is left of it."""
    parts = Parts()
    preparation = Preparation(lambda: None)
    preparation.begin(parts.steps())
    now[0] += LONGEST_S - 0.001
    assert preparation.work(0.0) and preparation.is_under_way
    now[0] += 0.002
    assert preparation.work(0.0) and not preparation.is_under_way and parts.taken == 2


def test_what_waits_for_the_release_is_done_once_and_only_the_newest() -> None:
    preparation, done = Preparation(lambda: None), list[str]()
    preparation.once_released(lambda: done.append("at once"))
    assert done == ["at once"]
    preparation.hold()
    preparation.once_released(lambda: done.append("overtaken"))
    preparation.once_released(lambda: done.append("newest"))
    assert preparation.keeps_old and done == ["at once"]
    for _ in range(2):
        preparation.release(is_due=True)
        assert not preparation.keeps_old and done == ["at once", "newest"]


def test_a_frame_that_is_due_is_composed_once_before_something_else_is_held() -> None:
    composed: list[bool] = []
    preparation = Preparation(lambda: composed.append(preparation.is_held))
    preparation.hold()
    assert composed == []
    preparation.release(is_due=True)
    for _ in range(2):
        preparation.hold()
        assert composed == [False] and preparation.is_held
    preparation.release(is_due=False)
    preparation.take_in()
    assert len(composed) == 1
