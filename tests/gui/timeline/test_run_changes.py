"""Beside a run's name stands what was changed in it by an update, and when."""

from __future__ import annotations

from dataclasses import replace

from core.engine.journal_marks import JournalMark
from core.training.config import TrainingConfig
from gui.timeline.run_changes import edit_words, setting_words
from tests.gui.timeline.test_run_names import EDIT, RATE, SORTED, info_of

SGD = JournalMark(532, "setting", "optimizer", "adam", "sgd")
RATE_3 = JournalMark(532, "setting", "learning_rate", 0.001, 3.0)
SETTINGS = TrainingConfig(optimizer="sgd", learning_rate=3.0)


def test_what_was_changed_is_named_from_the_update_on_that_it_made() -> None:
    info = info_of(config=SETTINGS, changes=(SGD, RATE_3))
    assert setting_words(info, 532) == ()
    assert setting_words(info, 533) == ("since update 532: SGD, η 3",)


def test_each_moment_of_change_is_named_and_what_was_set_back_is_not() -> None:
    batch = JournalMark(600, "setting", "batch_size", 32, 256)
    info = info_of(config=replace(SETTINGS, batch_size=256), changes=(SGD, RATE_3, batch))
    assert setting_words(info, 700) == ("since update 532: SGD, η 3", "since update 600: batch 256")
    back = replace(batch, update=650, before=256, after=32)
    info = info_of(config=SETTINGS, changes=(SGD, RATE_3, batch, back))
    assert setting_words(info, 640) == ("since update 532: SGD, η 3", "since update 600: batch 256")
    assert setting_words(info, 700) == ("since update 532: SGD, η 3",)


def test_what_a_run_began_with_is_in_its_name_and_not_said_again() -> None:
    first = replace(RATE, update=0)
    assert setting_words(info_of(changes=(first,)), 900) == ()
    # A branch is called by what it changed.
    assert setting_words(info_of(parent=0, branch_update=700, changes=(RATE,)), 900) == ()
    # When a schedule began is no setting that somebody chose.
    start = JournalMark(700, "setting", "schedule_start", 0, 700)
    assert setting_words(info_of(config=TrainingConfig(schedule_start=700), changes=(start,)), 900) == ()


def test_edits_are_named_once_they_are_made_and_a_sorting_is_none() -> None:
    info = info_of(changes=(SORTED, EDIT))
    assert edit_words(info, 799) == () and edit_words(info_of(changes=(SORTED,)), 900) == ()
    assert edit_words(info, 800) == ("edited by hand at update 800",)
    both = info_of(changes=(EDIT, replace(EDIT, update=1200)))
    assert edit_words(both, 1199) == ("edited by hand at update 800",)
    assert edit_words(both, 1200) == ("edited by hand, last at update 1,200",)
