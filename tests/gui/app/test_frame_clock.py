"""The frame clock: paint first, then work; and stop when nothing moves."""

from __future__ import annotations

from time import perf_counter

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from gui.app.frame_clock import FRAME_MS, FULL_MS, LATE_MS, LEAST_MS, MIN_WORK_MS, FrameClock, _budget_ms


class Recorder:
    """A mover that wants a given number of frames and writes down what it is asked."""

    def __init__(self, frames: int, portions: int = 0) -> None:
        self.frames = frames
        self.portions = portions
        self.calls: list[str] = []

    def move(self, now_s: float) -> bool:
        self.calls.append("move")
        self.frames -= 1
        return self.frames > 0

    def has_work(self, now_s: float) -> bool:
        return self.portions > 0

    def work(self, budget_ms: float) -> bool:
        self.calls.append("work")
        self.portions -= 1
        return self.portions > 0


def test_every_mover_moves_before_any_work_is_done(qtbot: QtBot) -> None:
    clock = FrameClock()
    order: list[str] = []
    first, second = Recorder(1, portions=1), Recorder(1, portions=1)
    first.calls = second.calls = order
    clock.add(first)
    clock.add(second)
    clock.wake()
    qtbot.waitUntil(lambda: not clock.is_running)
    assert order == ["move", "move", "work", "work"]


def test_the_clock_stops_when_no_mover_wants_another_frame(qtbot: QtBot) -> None:
    clock = FrameClock()
    mover = Recorder(3)
    clock.add(mover)
    clock.wake()
    qtbot.waitUntil(lambda: not clock.is_running)
    assert mover.calls.count("move") == 3


def test_work_that_is_left_keeps_the_clock_running(qtbot: QtBot) -> None:
    clock = FrameClock()
    mover = Recorder(1, portions=4)
    clock.add(mover)
    clock.wake()
    qtbot.waitUntil(lambda: not clock.is_running)
    assert mover.calls.count("work") == 4


@pytest.mark.parametrize(("gone", "budget"), [(0, 8), (2, 8), (5, 7), (6.5, 5.5), (9, 5), (200, 5)])
def test_work_takes_what_painting_has_left_of_the_frame(gone: float, budget: float) -> None:
    assert _budget_ms(gone) == budget
    assert gone > 9 or gone + budget < FRAME_MS


def test_who_has_had_no_time_in_a_frame_works_first_in_the_next(qtbot: QtBot) -> None:
    class Greedy(Recorder):
        def work(self, budget_ms: float) -> bool:
            until_s = perf_counter() + budget_ms / 1000
            while perf_counter() <= until_s:
                pass
            return super().work(budget_ms)

    clock = FrameClock()
    order: list[str] = []
    greedy, patient = Greedy(1, portions=20), Recorder(1, portions=1)
    greedy.calls = order
    clock.add(greedy)
    clock.add(patient)
    clock.wake()
    qtbot.waitUntil(lambda: "work" in patient.calls)
    assert order.count("work") <= 2 < greedy.portions
    clock.stop()


def test_who_has_nothing_to_do_takes_no_turn_from_who_has(qtbot: QtBot) -> None:
    """On a machine that others use, whoever is asked may be left with nothing of the frame."""

    class Robbed(Recorder):
        def work(self, budget_ms: float) -> bool:
            until_s = perf_counter() + budget_ms / 1000
            while perf_counter() <= until_s:
                pass
            return super().work(budget_ms)

    clock = FrameClock()
    order: list[str] = []
    busy = Robbed(1, portions=3)
    idle = [Robbed(1) for _ in range(5)]
    for mover in (busy, *idle):
        mover.calls = order
        clock.add(mover)
    clock.wake()
    qtbot.waitUntil(lambda: not clock.is_running)
    # Each portion in a frame of its own, one frame after the other.
    assert [call for call in order if call == "work"] == ["work"] * 3
    assert "".join(call[0] for call in order).startswith("mmmmmmw" * 3)


def test_with_hardly_anything_left_of_a_frame_nobody_begins(qtbot: QtBot) -> None:
    class Busy(Recorder):
        def work(self, budget_ms: float) -> bool:
            until_s = perf_counter() + (budget_ms - LEAST_MS / 2) / 1000
            while perf_counter() <= until_s:
                pass
            return super().work(budget_ms)

    clock = FrameClock()
    busy, other = Busy(1, portions=1), Recorder(1, portions=1)
    other.calls = busy.calls
    clock.add(busy)
    clock.add(other)
    clock.wake()
    qtbot.waitUntil(lambda: not clock.is_running)
    # The other one's is of the next frame.
    assert busy.calls[:6] == ["move", "move", "work", "move", "move", "work"]


def test_a_frame_that_has_room_for_the_least_of_work_is_not_full() -> None:
    assert FULL_MS + MIN_WORK_MS < FRAME_MS


def test_a_frame_that_is_full_leaves_its_work_to_the_next_but_never_two_in_turn(qtbot: QtBot) -> None:
    class Slow(Recorder):
        def move(self, now_s: float) -> bool:
            until_s = perf_counter() + (FULL_MS + 1) / 1000
            while perf_counter() <= until_s:
                pass
            return super().move(now_s)

    clock = FrameClock()
    mover = Slow(6, portions=3)
    clock.add(mover)
    clock.wake()
    qtbot.waitUntil(lambda: not clock.is_running)
    assert mover.calls == ["move", "move", "work"] * 3


def test_a_frame_that_is_late_in_any_case_does_its_work(qtbot: QtBot) -> None:
    class Late(Recorder):
        def move(self, now_s: float) -> bool:
            until_s = perf_counter() + (LATE_MS + 1) / 1000
            while perf_counter() <= until_s:
                pass
            return super().move(now_s)

    clock = FrameClock()
    mover = Late(3, portions=3)
    clock.add(mover)
    clock.wake()
    qtbot.waitUntil(lambda: not clock.is_running)
    assert mover.calls == ["move", "work"] * 3


def test_frames_that_are_held_back_are_made_once_that_is_over_where_anybody_wants_one(qtbot: QtBot) -> None:
    clock, mover = FrameClock(), Recorder(1)
    clock.add(mover)
    clock.hold()
    clock.release()
    assert not clock.is_running
    clock.hold()
    clock.wake()
    qtbot.wait(3 * FRAME_MS)
    assert mover.calls == [] and not clock.is_running
    clock.release()
    qtbot.waitUntil(lambda: mover.calls == ["move"])
    qtbot.waitUntil(lambda: not clock.is_running)


def test_a_clock_that_runs_goes_on_after_it_was_held_back_unless_it_was_stopped(qtbot: QtBot) -> None:
    clock = FrameClock()
    clock.add(Recorder(10**6))
    clock.wake()
    clock.hold()
    assert not clock.is_running
    clock.release()
    assert clock.is_running
    clock.hold()
    clock.stop()
    clock.release()
    assert not clock.is_running


@pytest.mark.parametrize("moment", ["move", "painting", "work"])
def test_whoever_wakes_it_in_the_midst_of_its_last_frame_has_another_one(qtbot: QtBot, moment: str) -> None:
    """What was drawn while the picture rests is painted by the frame that is asked for when it is done."""

    class Waking(Recorder):
        def move(self, now_s: float) -> bool:
            if self.calls.count("move") == 0:
                if moment == "move":
                    clock.wake()
                elif moment == "painting":
                    # What was posted before comes between a frame's moving and its work: so do timers, too.
                    window.objectNameChanged.emit("")
            return super().move(now_s)

        def work(self, budget_ms: float) -> bool:
            if moment == "work" and self.calls.count("work") == 0:
                clock.wake()
            return super().work(budget_ms)

    clock, window = FrameClock(), QObject()
    window.objectNameChanged.connect(clock.wake, Qt.ConnectionType.QueuedConnection)
    first, mover = Recorder(1), Waking(1, portions=1)
    clock.add(first)
    clock.add(mover)
    clock.wake()
    qtbot.waitUntil(lambda: not clock.is_running)
    assert first.calls.count("move") == mover.calls.count("move") == 2
