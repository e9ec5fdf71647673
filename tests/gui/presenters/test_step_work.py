"""Long work takes a portion of each frame, and what came of it is told once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pytestqt.qtbot import QtBot

from gui.app.frame_clock import FrameClock
from gui.presenters.step_work import StepWork


def steps(count: int, taken: list[int]) -> Any:
    def all_of() -> Iterator[None]:
        for number in range(count):
            taken.append(number)
            yield
        return "done"

    return all_of()


def test_it_is_done_step_by_step_in_frames(qtbot: QtBot) -> None:
    clock, taken, ends = FrameClock(), list[int](), list[str]()
    work = StepWork(clock)
    assert not work.has_work(0.0)
    work.begin(steps(5, taken), ends.append)
    assert work.is_under_way and taken == []
    # Without any time left it takes one step all the same.
    assert work.work(0.0) and taken == [0]
    qtbot.waitUntil(lambda: ends == ["done"])
    assert taken == [0, 1, 2, 3, 4] and not work.is_under_way
    qtbot.waitUntil(lambda: not clock.is_running)


def test_what_is_dropped_or_replaced_tells_nothing() -> None:
    clock, ends = FrameClock(), list[str]()
    work = StepWork(clock)
    work.begin(steps(3, []), ends.append)
    work.drop()
    assert not work.work(100.0)
    work.begin(steps(3, []), lambda _: ends.append("first"))
    work.begin(steps(3, []), lambda _: ends.append("second"))
    assert not work.work(100.0)
    assert ends == ["second"]
    clock.stop()
