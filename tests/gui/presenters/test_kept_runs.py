"""Runs are kept as long as a step of undo leads to them, and as memory goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

from core.engine.messages import RunInfo
from gui.presenters import kept_runs
from gui.presenters.kept_runs import KeptRuns
from gui.widgets.undoable import Undoable

MakeInfo = Callable[..., RunInfo]


def step(*runs: int) -> Undoable:
    return Undoable("", lambda _: None, None, None, runs=runs)


def test_runs_are_numbered_in_the_order_in_which_they_are_begun(
    qapp: QApplication, run_info: MakeInfo
) -> None:
    runs = KeptRuns(QUndoStack(), lambda _: None)
    assert [runs.add(run_info(), run_info(), 0).run for _ in range(3)] == [1, 2, 3]
    assert 2 in runs and 4 not in runs and runs[3].run == 3


def test_only_what_no_step_leads_to_is_forgotten(qapp: QApplication, run_info: MakeInfo) -> None:
    stack, forgotten = QUndoStack(), list[int]()
    runs = KeptRuns(stack, forgotten.append)
    first = run_info()
    second = runs.add(first, first, 0)
    stack.push(step(0, 1))
    runs.forget_unreachable(second)
    assert forgotten == []
    stack.clear()
    runs.forget_unreachable(second)
    assert forgotten == [0] and 0 not in runs and 1 in runs


def test_a_run_that_the_engine_shows_after_it_was_let_go_of_is_forgotten_again_when_it_goes(
    qapp: QApplication, run_info: MakeInfo
) -> None:
    forgotten = list[int]()
    runs = KeptRuns(QUndoStack(), forgotten.append)
    first = run_info()
    runs.show(first)
    second = runs.add(first, first, 0)
    runs.forget_unreachable(first)
    assert forgotten == [1] and runs.is_gone(1) and not runs.is_gone(0)
    # The engine began it before it heard that; everybody takes note of it.
    runs.show(second)
    runs.show(second)
    assert forgotten == [1]
    runs.show(first)
    runs.show(first)
    assert forgotten == [1, 1] and 0 in runs


def test_a_run_that_came_late_stays_where_a_step_has_begun_at_it(
    qapp: QApplication, run_info: MakeInfo
) -> None:
    stack, forgotten = QUndoStack(), list[int]()
    runs = KeptRuns(stack, forgotten.append)
    first = run_info()
    second = runs.add(first, first, 0)
    runs.forget_unreachable(first)
    runs.show(second)
    runs.note(second)
    # Another network is made of it while it is on screen: Undo leads back to it.
    third = runs.add(second, second, 0)
    stack.push(step(second.run, third.run))
    runs.show(third)
    assert forgotten == [second.run] and runs[second.run].run == second.run
    assert not runs.is_gone(second.run)
    # Once no step leads to it, it goes as others do.
    stack.clear()
    runs.forget_unreachable(third)
    assert forgotten == [second.run, first.run, second.run]
    assert second.run not in runs


def test_runs_that_a_session_has_replaced_are_gone_and_its_own_are_not(
    qapp: QApplication, run_info: MakeInfo
) -> None:
    runs = KeptRuns(QUndoStack(), lambda _: None)
    first = run_info()
    second = runs.add(first, first, 0)
    runs.replace_all([replace(first, run=2)])
    assert [runs.is_gone(run) for run in (0, second.run, 2)] == [True, True, False]


def test_where_memory_ends_earlier_runs_are_let_go_and_that_on_screen_is_not(
    qapp: QApplication, run_info: MakeInfo, monkeypatch: pytest.MonkeyPatch
) -> None:
    stack, forgotten = QUndoStack(), list[int]()
    runs = KeptRuns(stack, forgotten.append)
    info = run_info()
    runs.note_size(info)
    second = runs.add(info, info, 0)
    stack.push(step(0, 1))
    # Two of 8,922 parameters fit, three do not.
    monkeypatch.setattr(kept_runs, "MAX_BYTES", 2.5 * 28 * 8_922)
    third = runs.add(second, second, 0)
    assert forgotten == [0] and stack.count() == 0
    assert (second.run in runs, third.run in runs) == (True, True)


def test_a_run_that_is_wanted_stays_though_no_step_leads_to_it(
    qapp: QApplication, run_info: MakeInfo, monkeypatch: pytest.MonkeyPatch
) -> None:
    stack, forgotten = QUndoStack(), list[int]()
    runs = KeptRuns(stack, forgotten.append)
    runs.is_wanted = lambda run: run == 0
    first = run_info()
    runs.note_size(first)
    second = runs.add(first, first, 0)
    runs.forget_unreachable(second)
    assert forgotten == [] and 0 in runs
    # Where memory ends there is no room for it.
    monkeypatch.setattr(kept_runs, "MAX_BYTES", 2.5 * 28 * 8_922)
    runs.add(second, second, 0)
    assert forgotten == [0]


def test_a_run_of_a_file_is_freed_only_when_it_was_released(qapp: QApplication, run_info: MakeInfo) -> None:
    forgotten = list[int]()
    runs = KeptRuns(QUndoStack(), forgotten.append)
    runs.replace_all([run_info(run=4), run_info(run=5)])
    runs.forget_unreachable(run_info(run=5))
    assert forgotten == []
    runs.release(4)
    runs.forget_unreachable(run_info(run=5))
    assert forgotten == [4] and 4 not in runs
