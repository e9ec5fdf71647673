"""What is noted of runs: names, what is hidden or deleted, and which eight curves are in the plot."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from gui.loss.curve_signs import RUN_KEYS
from gui.timeline.run_notes import LONGEST_NAME, RunNote, RunNotes, name_from


def test_a_run_of_which_nothing_is_noted_has_no_note_to_be_saved(qapp: QApplication) -> None:
    notes = RunNotes()
    notes.set(RunNote(3, "mine"))
    assert notes[4] == RunNote(4) and notes.all() == (RunNote(3, "mine"),)
    notes.set(RunNote(3))
    assert notes.all() == ()


def test_a_change_is_told_once(qapp: QApplication) -> None:
    notes, told = RunNotes(), list[bool]()
    notes.changed.connect(lambda: told.append(True))
    for _ in range(2):
        notes.set(RunNote(0, "mine"))
    notes.forget(0)
    notes.forget(0)
    assert len(told) == 2


@pytest.mark.parametrize(
    "fields", [{"name": "x" * (LONGEST_NAME + 1)}, {"name": "a\nb"}, {"dash": "dotted"}, {"name": "a\u202eb"}]
)
def test_a_note_that_nobody_made_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(ValueError):
        RunNote(0, **fields)  # type: ignore[arg-type]


def with_curves(number: int) -> RunNotes:
    notes = RunNotes()
    for run in range(1, number + 1):
        note = notes.with_curve(run, 0, range(1, run))
        assert note is not None
        notes.set(note)
    return notes


def test_each_curve_has_a_dash_of_its_own_and_there_are_eight_at_most(qapp: QApplication) -> None:
    notes = with_curves(7)
    assert [notes[run].dash for run in range(1, 8)] == list(RUN_KEYS[:7])
    # The eighth is that of the run on screen.
    assert notes.with_curve(8, 0, range(1, 8)) is None
    assert notes.curves(0) == [1, 2, 3, 4, 5, 6, 7]


def test_a_curve_that_is_not_seen_takes_no_room_and_gives_its_dash_where_no_other_is_left(
    qapp: QApplication,
) -> None:
    notes = with_curves(7)
    # Run 3 is hidden, or has no exact L yet: there is room for one more, and a dash that nobody has.
    note = notes.with_curve(8, 0, {1, 2, 4, 5, 6, 7})
    assert note is not None and note.dash == RUN_KEYS[7]
    notes.set(note)
    assert notes.with_curve(9, 0, {1, 2, 4, 5, 6, 7, 8}) is None
    note = notes.with_curve(9, 0, {1, 2, 4, 5, 6, 8})
    assert note is not None and note.dash == RUN_KEYS[2]
    notes.set(note)
    assert not notes[3].dash and notes[9].dash == RUN_KEYS[2]


def test_a_dash_that_is_free_again_is_taken_first_and_the_others_stay(qapp: QApplication) -> None:
    notes = with_curves(3)
    notes.set(replace(notes[2], dash=""))
    note = notes.with_curve(9, 0, {1, 3})
    assert note is not None and note.dash == "run2" and notes[3].dash == "run3"


def test_the_run_on_screen_keeps_its_dash_for_when_another_is_shown(qapp: QApplication) -> None:
    notes = with_curves(3)
    assert notes.curves(2) == [1, 3]
    note = notes.with_curve(0, 2, {1, 3})
    assert note is not None and note.dash == "run4"


def test_hidden_and_deleted_runs_have_no_curve(qapp: QApplication) -> None:
    notes = with_curves(3)
    notes.set(replace(notes[1], is_hidden=True))
    notes.set(replace(notes[3], is_deleted=True))
    assert notes.curves(0) == [2]


def test_a_file_that_gives_two_runs_the_same_dash_gives_it_to_one(qapp: QApplication) -> None:
    notes = RunNotes()
    notes.restore([RunNote(1, dash="run2"), RunNote(2, "mine", dash="run2")])
    assert (notes[1].dash, notes[2]) == ("run2", RunNote(2, "mine"))


FAMILY, PERSIAN = (
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
)


@pytest.mark.parametrize(
    "name", [FAMILY, PERSIAN, "soft\u00adhyphen", "\ue000 mine", "\U0001f98a", "x" * LONGEST_NAME]
)
def test_a_name_may_hold_what_people_type(name: str) -> None:
    assert name_from(f"  {name}\n") == name and RunNote(0, name).name == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("a\u2028b\tc  d", "a b c d"),
        ("a\u202eb\u2066c\x00d\x7f", "abcd"),
        ("\ud83d half", "half"),
        ("y" * (LONGEST_NAME + 9), "y" * LONGEST_NAME),
        ("\u200b\u200d", ""),
        (" ", ""),
    ],
)
def test_what_no_name_has_is_left_out_of_what_was_typed(typed: str, name: str) -> None:
    assert name_from(typed) == name and RunNote(0, name).name == name
