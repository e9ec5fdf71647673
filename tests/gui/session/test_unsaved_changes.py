"""What would be lost: updates, settings, edits and runs of one's own, and not that another run is looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from core.engine.messages import RunInfo
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.session.unsaved_changes import UnsavedChanges


class Desk:
    """A session of the runs 0 and 1, of 10 and 20 updates, just opened; and what is done in it."""

    def __init__(self) -> None:
        self.changes = UnsavedChanges()
        self.changes.begin(2)
        self.config = TrainingConfig()

    @property
    def are_there(self) -> bool:
        return self.changes.are_there

    def show(self, run: int, update: int, edits: int = 0, **config: Any) -> None:
        """It comes on screen, or has other settings, and its snapshot follows."""
        config_now = replace(self.config, **config)
        info = RunInfo(run, Architecture.dense(), config_now, (256, 10), 2570, 100, 100, 3, update=update)
        self.changes.show_run(info)
        self.train(run, update, edits)

    def train(self, run: int, update: int, edits: int = 0) -> None:
        snapshot = cast(Snapshot, _Snapshot(run, update, edits))
        self.changes.show_snapshot(snapshot)

    def save(self, run: int, update: int, next_number: int = 2) -> None:
        self.changes.ask_for_saving()
        self.changes.begin_saving(next_number)
        self.changes.take_saved(run, update)


class _Snapshot:
    def __init__(self, run: int, update: int, edits: int) -> None:
        self.run, self.update, self.edit_count = run, update, edits


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    assert not desk.changes.knows_a_run
    desk.show(0, 10, edits=2)
    assert desk.changes.knows_a_run
    return desk


def test_to_look_at_another_run_and_back_changes_nothing(desk: Desk) -> None:
    desk.show(1, 20, edits=1)
    assert not desk.are_there
    desk.show(0, 10, edits=2)
    assert not desk.are_there


@pytest.mark.parametrize("how", ["update", "edit", "setting", "note"])
def test_what_was_done_to_one_run_is_there_while_another_is_looked_at_until_it_is_saved(
    desk: Desk, how: str
) -> None:
    if how == "update":
        desk.train(0, 11, edits=2)
    elif how == "edit":
        desk.train(0, 10, edits=3)
    elif how == "setting":
        desk.show(0, 10, edits=2, l2=0.5)
    else:
        desk.changes.note()
    assert desk.are_there
    desk.show(1, 20)
    assert desk.are_there
    desk.save(1, 20)
    assert not desk.are_there
    # That other one is in the file as it stands.
    desk.show(0, 11 if how == "update" else 10, 3 if how == "edit" else 2, l2=0.5 if how == "setting" else 0)
    assert not desk.are_there


def test_what_is_set_back_is_as_it_was(desk: Desk) -> None:
    desk.show(0, 10, edits=2, l2=0.5)
    assert desk.are_there
    desk.show(0, 10, edits=2)
    assert not desk.are_there


def test_a_run_that_has_begun_is_work_while_it_is_on_screen_and_where_it_was_trained(desk: Desk) -> None:
    desk.show(2, 0)
    assert desk.are_there
    # Undone at once.
    desk.show(0, 10, edits=2)
    assert not desk.are_there
    desk.show(2, 0)
    desk.train(2, 5)
    desk.show(0, 10, edits=2)
    assert desk.are_there
    desk.save(0, 10, next_number=3)
    assert not desk.are_there
    desk.show(2, 5)
    assert not desk.are_there


def test_what_is_done_while_it_is_saved_is_not_in_the_file(desk: Desk) -> None:
    desk.train(0, 15, edits=2)
    desk.changes.ask_for_saving()
    desk.changes.begin_saving(2)
    desk.train(0, 18, edits=2)
    desk.changes.take_saved(0, 15)
    assert desk.are_there
    desk.save(0, 18)
    assert not desk.are_there
    desk.changes.ask_for_saving()
    desk.changes.begin_saving(2)
    desk.changes.note()
    desk.changes.take_saved(0, 18)
    assert desk.are_there
    desk.changes.begin_saving(2)
    desk.changes.end_saving()
    desk.changes.take_saved(0, 18)
    assert desk.are_there


def test_nothing_is_lost_where_nothing_was_done_and_all_where_it_was_left_by_a_window() -> None:
    desk = Desk()
    desk.show(0, 0)
    desk.show(0, 0, l2=0.5)
    assert not desk.are_there
    desk.changes.begin(1, is_left=True)
    assert desk.are_there
    desk.show(0, 7)
    assert desk.are_there
    desk.save(0, 7)
    assert not desk.are_there
