"""Editing: what is typed or dragged becomes a command that can be undone, and what was told of before is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from core.analysis.exact_losses import ExactLoss
from core.editing.parameter_edits import AppliedEdit, ParameterLocation
from core.engine.commands import EditParameter, SwitchEdit, SwitchSorting
from core.engine.messages import EditRefused, ParameterEdited, RunInfo
from core.engine.snapshot import Snapshot
from gui.presenters.edit_presenter import ANSWER_TIMEOUT_S, EditPresenter
from gui.widgets.translated import Words, text_of
from gui.widgets.undoable import Undoable

PLACE = ParameterLocation(0, 2, 1)


class Field(QObject):
    """Stands for the field: what is wanted in it."""

    value_wanted = Signal(object, float, bool)
    drag_ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.place: ParameterLocation | None = PLACE
        self.usual = 0.0
        self.given_up = 0

    def set_typical_size(self, size: float) -> None:
        self.usual = size

    def release(self) -> None:
        self.given_up += 1


class Others:
    """Stands for the message bar, the network and the plot."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.changed: list[Snapshot] = []
        self.marks: list[tuple[int, int, AppliedEdit]] = []

    def show_message(self, words: Words) -> None:
        self.said.append(text_of(words))

    def show_changed(self, snapshot: Snapshot) -> None:
        self.changed.append(snapshot)

    def mark_edit(self, run: int, edit_id: int, made: AppliedEdit) -> None:
        self.marks.append((run, edit_id, made))

    def add(self, mover: object) -> None:
        pass

    def wake(self) -> None:
        pass


class Desk:
    def __init__(self, engine: Any, run_info: Callable[..., RunInfo], snapshot: Snapshot) -> None:
        self.field, self.others, self.stack = Field(), Others(), QUndoStack()
        self.engine = engine
        others: Any = self.others
        self.presenter = EditPresenter(
            [self.field],  # type: ignore[list-item]
            others,
            others,
            others,
            engine,
            self.stack,
            others,
        )
        self.presenter.show_run(run_info())
        self.presenter.show_displayed_snapshot(snapshot)

    @property
    def set_to(self) -> list[float]:
        return [command.value for command in self.engine.sent if isinstance(command, EditParameter)]

    def answer(self, exact: bool = True) -> None:
        if exact:
            self.presenter.note_exact(ExactLoss(0, 0, 1.0, 1, 1.0, 1.0, 1, 1.0))


@pytest.fixture
def desk(engine: Any, run_info: Callable[..., RunInfo], snapshot_of: Callable[..., Snapshot]) -> Desk:
    return Desk(engine, run_info, snapshot_of(3))


def test_what_is_typed_is_set_at_once_and_can_be_undone(desk: Desk) -> None:
    desk.field.value_wanted.emit(PLACE, 0.5, False)
    assert desk.engine.sent == [EditParameter(0, 1, PLACE, 0.5, 0)]
    desk.stack.undo()
    desk.stack.redo()
    assert desk.engine.sent[1:] == [SwitchEdit(0, 1, False), SwitchEdit(0, 1, True)]
    assert "this number only" in desk.stack.undoText()


def test_a_drag_is_one_command_whatever_it_passes_through(desk: Desk) -> None:
    for value in (0.1, 0.2, 0.3):
        desk.field.value_wanted.emit(PLACE, value, True)
        desk.answer()
        desk.presenter.move(0.0)
    desk.field.drag_ended.emit()
    assert desk.stack.count() == 1
    assert desk.set_to == pytest.approx([0.1, 0.2, 0.3])
    desk.field.value_wanted.emit(PLACE, 0.9, True)
    assert desk.stack.count() == 2


def test_while_l_is_measured_only_the_newest_value_waits(desk: Desk) -> None:
    for value in (0.1, 0.2, 0.3, 0.4):
        desk.field.value_wanted.emit(PLACE, value, True)
        assert desk.presenter.move(desk.presenter._sent_s) == (value > 0.1)
    assert desk.set_to == pytest.approx([0.1])
    assert not desk.presenter.move(desk.presenter._sent_s + 1.01 * ANSWER_TIMEOUT_S)
    assert desk.set_to == pytest.approx([0.1, 0.4])


def test_the_end_of_a_drag_sends_what_waits(desk: Desk) -> None:
    desk.field.value_wanted.emit(PLACE, 0.1, True)
    desk.field.value_wanted.emit(PLACE, 0.2, True)
    desk.field.drag_ended.emit()
    assert desk.set_to == pytest.approx([0.1, 0.2])


def test_an_undo_in_the_middle_of_a_drag_comes_after_what_waits(desk: Desk) -> None:
    desk.field.value_wanted.emit(PLACE, 0.1, True)
    desk.field.value_wanted.emit(PLACE, 0.2, True)
    desk.stack.undo()
    assert desk.engine.kinds() == [EditParameter, EditParameter, SwitchEdit]
    desk.field.value_wanted.emit(PLACE, 0.3, True)
    assert [command.edit_id for command in desk.engine.sent if isinstance(command, EditParameter)] == [
        1,
        1,
        2,
    ]


def test_another_parameter_is_another_command(desk: Desk) -> None:
    desk.field.value_wanted.emit(PLACE, 0.1, True)
    desk.field.value_wanted.emit(ParameterLocation(1, 0), 0.1, True)
    assert desk.stack.count() == 2


def test_a_drag_goes_by_the_mean_size_of_its_layers_weights(desk: Desk) -> None:
    assert desk.field.usual == 3.0  # all weights of the snapshot are its update's number


def made(is_on: bool = True, since: bool = False) -> AppliedEdit:
    return AppliedEdit(PLACE, 0.25, 0.5, 3, 7 if since else 3, is_on, since)


def test_what_was_set_is_marked_and_shown(desk: Desk, snapshot_of: Callable[..., Snapshot]) -> None:
    snapshot = snapshot_of(3)
    desk.presenter.show_edited(ParameterEdited(1, made(), snapshot))
    assert desk.others.changed == [snapshot]
    assert desk.others.marks == [(0, 1, made())]
    assert desk.others.said == []


def test_it_says_so_when_training_lies_between(desk: Desk, snapshot_of: Callable[..., Snapshot]) -> None:
    desk.presenter.show_edited(ParameterEdited(1, made(False, True), snapshot_of(7)))
    assert desk.others.said == ["w is 0.25 again; what was trained since stays."]


def test_what_comes_late_of_another_run_is_not_shown(
    desk: Desk, run_info: Callable[..., RunInfo], snapshot_of: Callable[..., Snapshot]
) -> None:
    desk.presenter.show_run(run_info(run=1))
    desk.presenter.show_edited(ParameterEdited(1, made(), snapshot_of(3)))
    assert desk.others.changed == desk.others.marks == []
    assert desk.field.given_up == 1


def test_an_edit_on_the_way_back_from_a_divergence_is_refused_with_that_reason(desk: Desk) -> None:
    desk.field.value_wanted.emit(PLACE, 0.1, False)
    desk.presenter.show_refused(EditRefused(7, 1, is_returning=True))
    assert desk.others.said == [
        "Nothing was changed: the run is on its way back to its last finite weights. Try again in a moment."
    ]


def test_a_refused_edit_says_so_and_is_nothing_to_undo(desk: Desk) -> None:
    sorting = Undoable("Tidy", lambda _: None, None, SwitchSorting(0, 1, False), SwitchSorting(0, 1, True))
    desk.stack.push(sorting)
    desk.field.value_wanted.emit(PLACE, 0.1, False)
    desk.presenter.show_refused(EditRefused(7, 1))
    assert desk.stack.command(1).isObsolete() is False
    desk.presenter.show_refused(EditRefused(desk.stack.command(1).revert.run, 1))
    # A sorting with the same number is another change.
    assert not sorting.isObsolete()
    del desk.others.said[1:]
    assert desk.others.said == ["Nothing was changed: the neurons have just moved, or this run has ended."]
    desk.stack.undo()
    assert desk.stack.count() == 1 and desk.stack.command(0) is sorting
