"""A step of undo issues the command whose time has come, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QUndoStack

from gui.widgets.undoable import Undoable


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
