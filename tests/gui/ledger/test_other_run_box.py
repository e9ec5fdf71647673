"""Which run is subtracted, and at which update, is told together."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.ledger.other_run_box import NEWEST, NO_RUN, OWN_MOMENT, SAME, OtherRunBox
from gui.side.run_choice import RunChoice

RUNS = RunChoice(1, "seed 1", 0, 30), RunChoice(4, "η 0.01", 1, 20)


@pytest.fixture
def box(qtbot: QtBot) -> OtherRunBox:
    box = OtherRunBox()
    qtbot.addWidget(box)
    box.show()
    return box


def test_without_another_run_it_says_what_begins_one(box: OtherRunBox) -> None:
    assert not box.runs.isEnabled() and "no other run" in box.runs.toolTip()
    box.show_choices(RUNS)
    assert box.runs.isEnabled() and box.runs.value == NO_RUN and "no other" not in box.runs.toolTip()
    assert [box.runs.itemText(i) for i in range(3)] == ["nothing", "seed 1", RUNS[1].line]


def test_what_is_chosen_is_told_with_its_update(box: OtherRunBox) -> None:
    box.show_choices(RUNS)
    told: list[tuple[int, str]] = []
    box.wanted.connect(lambda run, updates: told.append((run, updates)))
    box.runs.show_value(4)
    box.runs.chosen.emit(4)
    box.updates.show_value(SAME)
    box.updates.chosen.emit(SAME)
    assert told == [(4, NEWEST), (4, SAME)]


def test_the_update_is_asked_where_a_run_is_subtracted(box: OtherRunBox) -> None:
    box.show_choices(RUNS)
    assert not box.updates.isVisible()
    box.show_run(4, SAME)
    assert box.updates.isVisible() and (box.runs.value, box.updates.value) == (4, SAME)
    # Another name of it, or another run, leaves it chosen; once it is gone nothing is.
    box.show_choices((RunChoice(4, "slow", 0, 20),))
    assert box.runs.value == 4 and box.runs.currentText() == "slow"
    box.show_choices(RUNS[:1])
    assert box.runs.value == NO_RUN


def test_a_moment_that_is_subtracted_is_named_for_as_long_as_it_is(box: OtherRunBox) -> None:
    box.show_moment(1_250)
    assert box.runs.isEnabled() and box.runs.currentText() == "this run at update 1,250"
    assert not box.updates.isVisible()
    # Other runs are offered beside it, and another moment takes its place.
    box.show_choices(RUNS)
    assert box.runs.value == OWN_MOMENT and box.runs.count() == 4
    box.show_moment(2_500)
    assert box.runs.currentText() == "this run at update 2,500" and box.runs.count() == 4
    box.show_run(4, SAME)
    assert box.runs.value == 4 and box.updates.isVisible()
    box.show_moment(None)
    assert box.runs.value == 4 and [box.runs.itemText(i) for i in range(3)][0] == "nothing"
    assert box.runs.count() == 3


def test_everything_in_it_has_a_name(box: OtherRunBox) -> None:
    for part in (box.runs, box.updates):
        assert part.objectName() and part.accessibleName() and part.toolTip()
