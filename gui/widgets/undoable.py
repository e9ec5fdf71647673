"""One step of undo: the command that makes a change, the one that makes it again, and the one that takes it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.translated import Words, text_of


class Undoable(ReportsExceptions, QUndoCommand):
    """A change that is a step of undo.

    Parameters
    ----------
    words : str or callable
        What the menus call it: "Undo ...", or what makes that in the language in force.
    issue : callable
        Called with each command when its time has come.
    make : command or None
        Makes the change, when it is pushed; None where it is made already.
    revert : command
        Undoes it.
    make_again : command, optional
        Redoes it; `make` unless given.
    runs : tuple of int
        Runs that it leads between, or that it changes: these are kept as long as it can be reached.
    """

    def __init__(
        self,
        words: Words,
        issue: Callable[[Any], None],
        make: Any,
        revert: Any,
        make_again: Any = None,
        runs: tuple[int, ...] = (),
    ) -> None:
        super().__init__(text_of(words))
        self._words = words
        self.make, self.revert = make, revert
        self.make_again = make if make_again is None else make_again
        self.runs = runs
        self._issue = issue
        self._is_pushed = False

    def retranslate(self) -> None:
        """Be called by its name in the language in force."""
        self.setText(text_of(self._words))

    def redo(self) -> None:
        """Make the change, or make it again."""
        command = self.make_again if self._is_pushed else self.make
        self._is_pushed = True
        if command is not None:
            self._issue(command)

    def undo(self) -> None:
        """Take it back."""
        self._issue(self.revert)


class UndoStack(ReportsExceptions, QUndoStack):
    """Takes no step whose change can't be made now: nothing would come of it, and Undo would take back nothing.

    Attributes
    ----------
    refuses : callable
        Asked about the command that makes a change, or each of several; says why, where it answers True.
    has_refused : bool
        Whether the last step that was pushed was not taken.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refuses: Callable[[Any], bool] = lambda _: False
        self.has_refused = False

    def push(self, step: QUndoCommand) -> None:
        make = step.make if isinstance(step, Undoable) else None
        makes = make if isinstance(make, tuple) else (make,)
        self.has_refused = any(self.refuses(command) for command in makes)
        if not self.has_refused:
            super().push(step)


def withdraw_step(undo_stack: QUndoStack, command: Any) -> None:
    """Forget the newest step, and what it was set to, where it is what made this command: that was never done."""
    place = undo_stack.index() - 1
    step = undo_stack.command(place) if place >= 0 else None
    if command is None or not isinstance(step, Undoable):
        return
    # The very one: whether two that hold arrays are equal can't be asked.
    if any(command is made for made in (step.make, step.make_again)):
        step.undo()
        # Qt only takes it away then.
        step.setObsolete(True)
        undo_stack.undo()


def retranslate_steps(undo_stack: QUndoStack) -> None:
    """Call every step of undo by its name in the language in force."""
    for step in map(undo_stack.command, range(undo_stack.count())):
        if isinstance(step, Undoable):
            step.retranslate()
