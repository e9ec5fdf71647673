"""The list of runs: what they are called, which are hidden and deleted, and whose curves are in the plot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.engine.messages import RunInfo
from gui.app import commands as c
from gui.app.window_frame import WindowFrame
from gui.presenters.loss_presenter import LossPresenter
from gui.presenters.run_presenter import RunPresenter
from gui.presenters.run_rows import RunRows
from gui.presenters.time_presenter import TimePresenter
from gui.timeline.run_notes import RunNote
from gui.timeline.run_row import RunRow, in_tree_order
from gui.widgets.announcement import announce
from gui.widgets.translated import Words
from gui.widgets.undoable import Undoable


@dataclass(frozen=True)
class NoteChange:
    """What is noted of a run from now on; `show` is the run that comes on screen with it, None for that which is."""

    note: RunNote
    show: int | None = None


class RunTreePresenter(QObject):
    """One concern: what a user makes of the runs, as steps of undo.

    Attributes
    ----------
    handlers : dict
        What is done for each command that this takes.
    """

    noted = Signal()
    """Somebody has changed what a session keeps of the runs."""

    def __init__(
        self,
        window: WindowFrame,
        rows: RunRows,
        time: TimePresenter,
        loss: LossPresenter,
        runs: RunPresenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tree, self._timeline = window.run_tree, window.timeline
        self._messages, self._undo_stack = window.message_bar, window.undo_stack
        self._rows, self._notes = rows, rows.notes
        self._time, self._loss, self._runs = time, loss, runs
        # The runs that were on screen already: a new one brings the curve of the run that it follows along.
        self._known: set[int] = set()
        self._last: int | None = None
        # Runs whose curves were brought along so, the oldest first: where there is no room it gives way.
        self._brought: list[int] = []
        # Why something was not done, as it was said last.
        self._reason: Words = ""
        self.handlers: dict[type, Callable[[Any], object]] = {
            c.RenameRun: lambda command: self.rename(command.run, command.name),
            c.HideRun: lambda command: self.hide(command.run, command.is_hidden),
            c.DeleteRun: lambda command: self.delete(command.run),
            c.ShowCurve: lambda command: self.show_curve(command.run, command.is_shown),
        }
        runs.kept.is_wanted = self.is_wanted
        runs.run_forgotten.connect(self._forget)
        time.rows_changed.connect(self._show_rows)
        self._notes.changed.connect(time.renew_rows)
        self._notes.changed.connect(self._show_curves)

    def connect_commands(self, issue: Callable[[object], object]) -> None:
        """Whatever asks for something of these issues a command."""
        tree, timeline = self._tree, self._timeline
        for show in (tree.run_wanted, timeline.run_wanted):
            show.connect(lambda run: issue(c.ShowRun(run)))
        tree.name_wanted.connect(lambda run, name: issue(c.RenameRun(run, name)))
        tree.hiding_wanted.connect(lambda run, is_hidden: issue(c.HideRun(run, is_hidden)))
        tree.comparison_wanted.connect(lambda run: issue(c.CompareRuns(run)))
        tree.deletion_wanted.connect(lambda run: issue(c.DeleteRun(run)))
        for curve in (tree.curve_wanted, timeline.curve_wanted):
            curve.connect(lambda run, is_shown: issue(c.ShowCurve(run, is_shown)))
        timeline.menu_wanted.connect(lambda run, place: timeline.offer(tree.actions_of(run), place))

    # --- what the user wants

    def rename(self, run: int, name: str) -> None:
        """Call a run so; "" for what differs in it."""
        if run in self._rows.infos:
            self._push(replace(self._notes[run], name=name), lambda: self.tr("Rename a run"))

    def hide(self, run: int, is_hidden: bool) -> None:
        """Take a run out of timeline and plot, or put it back; that on screen stays."""
        if run not in self._rows.infos:
            return
        self._messages.withdraw(self._reason)
        if is_hidden and run == self._shown_run:
            self._refuse(lambda: self.tr("The run on screen cannot be hidden: show another one first."))
            return
        self._push(
            replace(self._notes[run], is_hidden=is_hidden),
            lambda: self.tr("Hide a run") if is_hidden else self.tr("Show a hidden run"),
        )
        words = self.tr("hidden: {run}") if is_hidden else self.tr("no longer hidden: {run}")
        announce(self._tree, words.format(run=self._rows.name_of(run)))

    def show_curve(self, run: int, is_shown: bool) -> None:
        """Put a run's curve beside that of the run on screen, or take it away: at most eight in all."""
        self._messages.withdraw(self._reason)
        if is_shown and (why := self._why_no_curve(run)):
            self._refuse(why)
            return
        # Whatever is wished of it now, it is a choice from here on.
        self._brought = [other for other in self._brought if other != run]
        if is_shown:
            note = self._notes.with_curve(run, self._shown_run, self._rows.drawn(self._shown_run))
            if note is None:
                self._messages.show_message(
                    lambda: self.tr(
                        "Eight curves are in the plot: no more can be told apart by their dashes."
                    )
                )
                self._time.renew_rows()
                return
        else:
            note = replace(self._notes[run], dash="")
        self._notes.set(note)
        self.noted.emit()
        words = self.tr("curve in the plot: {run}") if is_shown else self.tr("curve taken away: {run}")
        announce(self._tree, words.format(run=self._rows.name_of(run)))

    def _refuse(self, why: Words) -> None:
        # Said until something else is done with the runs: it may hold no more then.
        self._reason = why
        self._messages.show_message(why)

    def _why_no_curve(self, run: int) -> Words:
        """Why this run's curve is not to be chosen; "" where it is."""
        if run == self._shown_run:
            return lambda: self.tr("The curve of the run on screen is always in the plot.")
        row = next((row for row in self._rows.rows(self._shown_run) if row.run == run), None)
        if row is not None and row.is_hidden:
            return lambda: self.tr("A hidden run has no curve in the plot: H shows the run again.")
        if row is not None and not row.is_comparable:
            return lambda: self.tr(
                "L of this run is of other examples, or by another loss: its curve is not drawn beside this one."
            )
        return ""

    def delete(self, run: int) -> None:
        """Delete a run; that on screen gives way to the one that it branches from, or to its neighbour."""
        rows = in_tree_order(self._rows.rows(self._shown_run))
        places = {row.run: place for place, row in enumerate(rows)}
        if run not in places:
            return
        if len(rows) == 1:
            self._messages.show_message(lambda: self.tr("This is the only run; it stays."))
            return
        next_run = None
        if run == self._shown_run:
            parent, place = rows[places[run]].parent, places[run]
            next_run = parent if parent in places else rows[place - 1 if place else 1].run
        name = rows[places[run]].name
        self._runs.kept.release(run)
        self._push(
            replace(self._notes[run], is_deleted=True),
            lambda: self.tr("Delete a run"),
            show=next_run,
            show_before=None if next_run is None else run,
        )
        self._messages.offer_undo(lambda: self.tr("Deleted: {run}").format(run=name), self._undo_stack)

    # --- what the engine tells

    def show_run(self, info: RunInfo) -> None:
        """Another run is on screen, or the same with other settings."""
        is_new = info.run not in self._known
        self._known.add(info.run)
        before, self._last = self._last, info.run
        if is_new and not self._notes[info.run].dash:
            self._bring_curve(info.parent if info.parent in self._rows.infos else before, info.run)
        self._show_curves()

    def _bring_curve(self, run: int | None, shown_run: int) -> None:
        """A branch is drawn beside its parent, and a run with new weights or another structure beside the one before.

        What has learned nothing has no curve.
        """
        if run is None or self._notes[run].dash or not self._rows.is_drawn_beside(run, shown_run):
            return
        drawn = self._rows.drawn(shown_run)
        note = self._notes.with_curve(run, shown_run, drawn)
        oldest = next((other for other in self._brought if other in drawn), None)
        if note is None and oldest is not None:
            self._notes.set(replace(self._notes[oldest], dash=""))
            self._brought.remove(oldest)
            note = self._notes.with_curve(run, shown_run, drawn - {oldest})
        if note is not None:
            self._notes.set(note)
            self._brought.append(run)

    def is_wanted(self, run: int) -> bool:
        """Whether a run stays though no step of undo leads to it: it is in the list, and has learned something."""
        return not self._notes[run].is_deleted and self._rows.has_own_updates(run)

    # --- sessions

    def saved(self) -> tuple[RunNote, ...]:
        """What a session keeps."""
        return self._notes.all()

    def restore(self, notes: Sequence[RunNote], numbers: Mapping[int, int]) -> None:
        """Take what a session has kept, with each run's number as it is now; what was deleted is let go."""
        taken = [replace(note, run=numbers[note.run]) for note in notes if note.run in numbers]
        self._known, self._brought = set(numbers.values()), []
        self._notes.restore(note for note in taken if not note.is_deleted)
        for note in taken:
            if note.is_deleted:
                self._runs.kept.discard(note.run)

    # --- parts

    @property
    def _shown_run(self) -> int:
        return -1 if self._runs.info is None else self._runs.info.run

    def _push(
        self, note: RunNote, words: Words, show: int | None = None, show_before: int | None = None
    ) -> None:
        before = self._notes[note.run]
        if note == before:
            return
        runs = (note.run,) if show is None else (note.run, show)
        make, revert = NoteChange(note, show), NoteChange(before, show_before)
        self._undo_stack.push(Undoable(words, self._apply, make, revert, runs=runs))
        self._runs.kept.forget_unreachable(self._runs.info)

    def _apply(self, change: NoteChange) -> None:
        # What has a curve is not part of a step.
        self._notes.set(replace(change.note, dash=self._notes[change.note.run].dash))
        if change.show is not None:
            self._runs.return_to(change.show)
        self.noted.emit()

    def _forget(self, run: int) -> None:
        self._known.discard(run)
        self._brought = [other for other in self._brought if other != run]
        self._notes.forget(run)

    def _show_rows(self, rows: Sequence[RunRow], shown_run: int) -> None:
        self._tree.show_rows(rows, shown_run)
        self._show_curves()

    def _show_curves(self) -> None:
        self._loss.show_curves(*self._rows.curves(self._shown_run))
