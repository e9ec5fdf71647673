"""A step of undo issues the command whose time has come, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QUndoStack

from gui.widgets.undoable import Undoable, retranslate_steps, withdraw_step


@pytest.fixture
def stack(qapp: Any) -> QUndoStack:
    return QUndoStack()


def test_it_is_made_when_it_is_pushed_taken_back_and_made_again(stack: QUndoStack) -> None:
    issued: list[str] = []
    stack.push(Undoable("Edit", issued.append, "edit", "revert", "redo"))
    stack.undo()
    stack.redo()
    stack.undo()
    assert issued == ["edit", "revert", "redo", "revert"]
    assert stack.undoText() == "" and stack.redoText() == "Edit"


def test_what_is_made_already_is_not_made_again_by_pushing_it(stack: QUndoStack) -> None:
    issued: list[str] = []
    stack.push(Undoable("Sort", issued.append, None, "revert", "redo"))
    assert issued == []
    stack.undo()
    stack.redo()
    assert issued == ["revert", "redo"]


def test_without_a_command_of_its_own_it_is_made_again_as_it_was_made(stack: QUndoStack) -> None:
    issued: list[str] = []
    stack.push(Undoable("Settings", issued.append, "new", "old"))
    stack.undo()
    stack.redo()
    assert issued == ["new", "old", "new"]


def test_a_step_that_was_never_made_is_forgotten_and_what_it_was_set_to_taken_back(stack: QUndoStack) -> None:
    issued: list[str] = []
    stack.push(Undoable("First", issued.append, "one", "not one"))
    stack.push(Undoable("Second", issued.append, "two", "not two"))
    withdraw_step(stack, "one")
    withdraw_step(stack, None)
    assert issued == ["one", "two"] and stack.count() == 2
    withdraw_step(stack, "two")
    assert issued == ["one", "two", "not two"] and stack.undoText() == "First" and not stack.canRedo()
    stack.undo()
    withdraw_step(stack, "one")
    assert stack.redoText() == "First"


def test_steps_are_called_by_their_names_in_the_language_in_force(stack: QUndoStack) -> None:
    language = ["Pen stroke"]
    stack.push(Undoable(lambda: language[0], lambda _: None, "a", "b"))
    stack.push(Undoable("Edit", lambda _: None, "a", "b"))
    language[0] = "笔画"
    retranslate_steps(stack)
    assert [stack.text(i) for i in range(2)] == ["笔画", "Edit"]
