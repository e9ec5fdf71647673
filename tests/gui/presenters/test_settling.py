"""The edges of where the training rests: in short turns, and for a bounded time."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.presenters import settling as settling_module
from gui.presenters.settling import SETTLING_MS, TURN_MS, Settling


class Drawing:
    """Draws so many portions; each takes `portion_ms` of a clock that only it moves."""

    def __init__(self, portions: int, portion_ms: float, monkeypatch: pytest.MonkeyPatch) -> None:
        self.portions, self.portion_ms, self.now_ms = portions, portion_ms, 0.0
        self.budgets: list[float] = []
        self.settled = 0
        monkeypatch.setattr(settling_module, "perf_counter", lambda: self.now_ms / 1000)
        self.settling = Settling(self, self.settle)

    def work(self, budget_ms: float) -> bool:
        self.budgets.append(budget_ms)
        self.now_ms += self.portion_ms
        self.portions -= 1
        return self.portions > 0

    def settle(self) -> None:
        self.settled += 1


def test_nothing_is_drawn_in_the_turn_that_asks_for_it_and_all_of_it_before_the_painting(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing = Drawing(3, 8.0, monkeypatch)
    drawing.settling.begin()
    assert drawing.settling.is_under_way and not drawing.budgets
    qtbot.waitUntil(lambda: drawing.settled == 1)
    assert drawing.budgets == [TURN_MS] * 3 and not drawing.settling.is_under_way


def test_what_takes_longer_is_painted_all_the_same(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = Drawing(1000, 9.0, monkeypatch)
    drawing.settling.begin()
    qtbot.waitUntil(lambda: drawing.settled == 1)
    # 9 ms at a time: the fifth has 40 - 36 left.
    assert drawing.budgets == pytest.approx([TURN_MS] * 4 + [SETTLING_MS - 36])


def test_what_comes_all_the_time_keeps_nothing_from_being_painted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing = Drawing(1000, 8.0, monkeypatch)
    for _ in range(10):
        drawing.settling.begin()
        drawing.settling._take_turn()
        if drawing.settled:
            break
    assert drawing.settled == 1 and len(drawing.budgets) == SETTLING_MS / 8.0
    drawing.settling._timer.stop()


def test_another_rest_meanwhile_is_painted_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = Drawing(2, 8.0, monkeypatch)
    drawing.settling.begin()
    drawing.settling.begin()
    qtbot.waitUntil(lambda: drawing.settled > 0)
    assert drawing.settled == 1 and len(drawing.budgets) == 2
