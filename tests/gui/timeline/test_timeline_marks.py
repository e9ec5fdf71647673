"""Every mark of the timeline is an update of the engine's, put where the plot has that update."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gui.timeline.run_row import ChangeSign, RunRow
from gui.timeline.timeline_marks import RowMarks, marks_of
from tests.gui.timeline.placed import axis_of

EDIT = ChangeSign(1_200, True, "w")
SETTING = ChangeSign(700, False, "η")


def only(row: RunRow, first: float = 0.0, last: float = 4_000.0) -> RowMarks:
    (marks,) = marks_of([row], axis_of(first, last), 0.0, False)
    return marks


def test_each_mark_stands_at_its_update() -> None:
    kept = np.array([0, 500, 1_000, 3_000])
    marks = only(RunRow(0, live=3_000, kept=kept, changes=(EDIT, SETTING), best_update=2_500))
    assert (marks.begin, marks.end, marks.live) == (100, 400, 400)
    np.testing.assert_array_equal(marks.kept[:, 0], [100.5, 150.5, 200.5, 400.5])
    assert (marks.edits, marks.settings, marks.best) == ([220], [170], 350)
    assert [mark for _, mark in marks.signs] == [SETTING, EDIT]


def test_the_least_test_loss_stands_at_its_own_update_also_where_something_was_changed() -> None:
    # Ten updates are one px: at the same place, and up to ten px before and behind, one of both leaves the line.
    for best_update, place in ((700, 170), (740, 174), (660, 166), (800, 180), (600, 160)):
        marks = only(RunRow(0, live=3_000, changes=(SETTING, EDIT), best_update=best_update))
        assert (marks.settings, marks.edits, marks.best) == ([170], [220], place)
        assert marks.above_best(1.0) == {170}
    for best_update in (None, 810, 590):
        marks = only(RunRow(0, live=3_000, changes=(SETTING,), best_update=best_update))
        assert marks.above_best(1.0) == set()
    assert marks.above_best(2.0) == {170}


def test_what_is_out_of_sight_has_no_mark_and_the_line_goes_to_the_edge() -> None:
    kept = np.array([0, 500, 1_000, 3_000])
    row = RunRow(0, live=3_000, kept=kept, changes=(EDIT, SETTING), best_update=2_500)
    marks = only(row, 800, 1_200)
    assert (marks.begin, marks.end, marks.live, marks.best) == (100, 500, None, None)
    # Of the 400 updates in sight each takes one px.
    np.testing.assert_array_equal(marks.kept[:, 0], [300.5])
    assert (marks.edits, marks.settings) == ([500], [])


@pytest.mark.parametrize(
    ("last", "goes_on"), [(2_000.0, True), (2_900.0, True), (3_000.0, False), (4_000.0, False)]
)
def test_a_run_goes_on_where_the_axis_ends_before_it_does(last: float, goes_on: bool) -> None:
    rows = [RunRow(0, live=1_000), RunRow(1, live=3_000, parent=0, branch_update=500)]
    parent, branch = marks_of(rows, axis_of(0.0, last), 0.0, False)
    assert (parent.goes_on, branch.goes_on) == (False, goes_on)
    assert (branch.live is None) == goes_on


@pytest.mark.parametrize(("states", "height"), [(1, 3), (2, 4), (3, 4), (4, 5), (10, 6), (1_000, 6)])
def test_a_tick_is_higher_where_more_kept_states_share_its_px(states: int, height: float) -> None:
    # Ten updates are one px; more states than that are a made-up crowd at one update.
    kept = np.sort(1_000 + np.arange(states) % 10)
    marks = only(RunRow(0, live=3_000, kept=kept))
    np.testing.assert_array_equal(marks.kept, [[200.5, height]])


def test_a_branch_begins_at_its_branch_point_below_its_parent() -> None:
    rows = [RunRow(0, live=3_000), RunRow(1, live=2_000, parent=0, branch_update=1_500)]
    parent, branch = marks_of(rows, axis_of(), 40.0, False)
    assert (parent.y, branch.y) == (40 + 16, 40 + 25 + 16)
    assert (branch.begin, branch.end) == (250, 300)
    assert branch.fork == (250, parent.y) and parent.fork is None


def test_what_a_branch_has_from_its_parent_is_marked_at_the_parent_only() -> None:
    kept = np.array([0, 500, 1_500, 1_800])
    changes = (SETTING, replace(EDIT, update=1_700))
    row = RunRow(1, live=2_000, kept=kept, changes=changes, parent=0, branch_update=1_500, best_update=900)
    _, branch = marks_of([RunRow(0, live=3_000), row], axis_of(), 0.0, False)
    np.testing.assert_array_equal(branch.kept[:, 0], [250.5, 280.5])
    assert (branch.settings, branch.edits, branch.best) == ([], [270], None)


def test_lanes_grow_with_the_type_and_are_lower_where_there_is_little_room() -> None:
    rows = [RunRow(0), RunRow(1, parent=0)]
    assert [marks.y for marks in marks_of(rows, axis_of(scale=2.0), 0.0, False)] == [32, 82]
    assert [marks.y for marks in marks_of(rows, axis_of(), 0.0, True)] == [7, 25]
