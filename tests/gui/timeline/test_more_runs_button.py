"""Runs without a lane are counted, and one click away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.timeline.run_row import RunRow
from gui.timeline.timeline import MOST_ROWS, MOST_ROWS_LOW, Timeline
from tests.gui.timeline.placed import axis_of


def more_of(timeline: Timeline) -> QPushButton:
    button = timeline.findChild(QPushButton, "timeline_more")
    assert button is not None
    return button


def show(timeline: Timeline, row: RunRow, runs: int, shown: int = 0) -> None:
    timeline.show_runs([replace(row, run=run, name=f"seed {run}") for run in range(runs)], shown)
    timeline.resize(700, timeline.sizeHint().height())
    timeline.refresh()


@pytest.mark.parametrize(("is_low", "most"), [(False, MOST_ROWS), (True, MOST_ROWS_LOW)])
def test_runs_without_a_lane_are_counted(timeline: Timeline, row: RunRow, is_low: bool, most: int) -> None:
    timeline.set_low(is_low)
    for runs in (1, most):
        show(timeline, row, runs)
        assert not more_of(timeline).isVisible()
    show(timeline, row, most + 3, shown=most + 2)
    button = more_of(timeline)
    assert button.isVisible() and button.text() == "+3 more" and "3 more runs" in button.accessibleName()
    show(timeline, row, most + 1, shown=most)
    assert button.isVisible() and button.accessibleName().startswith("+1 more: 1 more run has no room here")
    show(timeline, row, most + 3, shown=most + 2)
    # In the lane of the run on screen, which has no box, and left of the axis.
    lane = next(marks for marks in timeline.marks if marks.row.run == most + 2)
    assert button.geometry().top() - 4 <= lane.y <= button.geometry().bottom() + 4
    assert button.geometry().left() >= 0 and button.geometry().right() < axis_of().plot.left()
    show(timeline, row, most)
    assert not button.isVisible()


def test_where_there_is_little_room_the_number_stays(timeline: Timeline, row: RunRow) -> None:
    show(timeline, row, MOST_ROWS + 12)
    narrow = replace(axis_of(), plot=axis_of().plot.adjusted(-62, 0, 0, 0))
    timeline.show_axis(narrow)
    timeline.refresh()
    assert more_of(timeline).text() == "+12"


def test_a_click_asks_for_the_list_and_moves_no_moment(timeline: Timeline, row: RunRow, qtbot: QtBot) -> None:
    show(timeline, row, 9)
    moved: list[int] = []
    timeline.update_wanted.connect(moved.append)
    with qtbot.waitSignal(timeline.list_wanted, timeout=1000):
        more_of(timeline).click()
    assert moved == []
