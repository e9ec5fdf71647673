"""Looking back: the run on screen as it stood after an earlier update, and runs that branch from there.

The live run rests meanwhile and stays as it is. What takes longer is worked on in pieces that hold up no command, and
of several wishes only the last one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from core.engine import commands as c
from core.engine.earlier_state import EarlierState, earlier_states
from core.engine.film import film_past
from core.engine.history import HISTORY_BYTES, History
from core.engine.journal import orders_since
from core.engine.messages import (
    FilmFrame,
    HistoryChanged,
    JournalMarked,
    LiveShown,
    PastProgress,
    PastShown,
)
from core.engine.past import Past
from core.engine.run import Run
from core.engine.scheduler import IsOver, go_on

if TYPE_CHECKING:
    from core.engine.engine import Engine

T = TypeVar("T")
PROGRESS_EVERY_S = 0.25
REPORT_EVERY_S = 1.0
# They change or train the live run, which is shown again before.
OF_LIVE_RUN = (
    c.Train,
    c.TrainEpoch,
    c.Resume,
    *(c.Reconfigure, c.ReconfigureSeveral),
    c.ComputeGradient,
    c.ApplyUpdate,
    c.EditParameter,
    c.SwitchEdit,
    c.SortNeurons,
    c.SwitchSorting,
)
# While a branch is on its way every other command waits for it: it is meant for the branch.
NOT_OF_BRANCH = (c.AcknowledgeSnapshot, c.Close)


class TimeTravel:
    """Keeps the history of all runs, and handles the commands that look back; a task of the scheduler.

    Attributes
    ----------
    history : History
    past : Run or None
        The run on screen at the update that is shown.
    is_looking_back : bool
        Whether an earlier update is shown, or under way.
    is_on_its_way : bool
        Whether one was asked for with `LookAt` that is not shown yet.
    """

    def __init__(
        self, clock: Callable[[], float], engine: Engine, history_bytes: int = HISTORY_BYTES
    ) -> None:
        self._clock = clock
        self._engine = engine
        self.history = History(history_bytes)
        self.past: Run | None = None
        self.is_looking_back = self.is_on_its_way = False
        self._shown: PastShown | None = None
        self._work: Iterator[None] | None = None
        self._is_branching = False
        self._waiting: list[Any] = []
        # Which run was on screen when the history was reported last, and how often it had changed by then; and of each
        # run its last change that was.
        self._reported = -1, 0
        self._reported_changes: dict[int, int] = {}
        self._reported_s = -math.inf
        self.handlers: dict[type, Callable[[Any], None]] = {
            c.LookAt: self._look_at,
            c.Film: self._film,
            c.ReturnToLive: lambda _: self.return_to_live(),
            c.BranchRun: self._branch_run,
            c.SetHistorySize: lambda command: self.set_limit(command.history_bytes),
        }

    # --- for the engine

    def set_limit(self, history_bytes: int | None) -> None:
        """What the history may take; None is as it was."""
        if history_bytes is not None:
            self.history.set_limit(history_bytes)

    def on_updates(self, run: Run) -> None:
        """Updates were made."""
        self.history.note(run)

    def holds_back(self, command: Any) -> bool:
        """Whether a command has to wait for a branch to be begun; one for the live run finds it on screen."""
        if self._is_branching and not isinstance(command, NOT_OF_BRANCH):
            self._waiting.append(command)
            return True
        if self.is_looking_back and isinstance(command, OF_LIVE_RUN):
            self.return_to_live()
        return False

    def on_entered(self, run: Run) -> None:
        """Another run is on screen."""
        self._forget()
        run.new_marks.clear()

    def send_marks(self) -> None:
        """Send what has changed the run on screen since they were sent last."""
        run = self._engine.current
        for mark in run.new_marks:
            self._engine.send(JournalMarked(run.number, mark))
        run.new_marks.clear()

    def report(self) -> None:
        """Send new marks of the journal, and which states are kept of each run, where that has changed.

        While more is to come, the latter is sent about once a second; and that of a run which comes on screen at once.
        """
        self.send_marks()
        engine, run = self._engine, self._engine.current
        state = run.number, self.history.change_count
        if state == self._reported:
            return
        is_resting = not engine.training.running and self._work is None
        at_once = is_resting or run.number != self._reported[0]
        if at_once or self._clock() >= self._reported_s + REPORT_EVERY_S:
            self._reported, self._reported_s = state, self._clock()
            changes = {one.number: self.history.last_change(one.number) for one in engine.runs}
            for number, change in changes.items():
                if number == run.number or self._reported_changes.get(number) != change:
                    kept = self.history.updates(number)
                    engine.send(HistoryChanged(number, kept, self.history.nbytes))
            self._reported_changes = changes

    def show_again(self) -> None:
        """Another example is to be traced, or the last update's gradient is wanted."""
        if self.past is not None and self._shown is not None:
            self.past.watched = self._engine.current.watched
            self._shown = replace(self._shown, snapshot=self.past.snapshot())
            self._send_shown(self._shown)

    def return_to_live(self) -> None:
        """Show the run as it is, and say so even where it is shown already: another engine may have begun."""
        self._forget()
        self._engine.send(LiveShown(self._engine.number))
        self._engine.sample_changed()

    # --- a task

    def seconds_until_due(self) -> float:
        """0 while somebody waits for an earlier update."""
        return 0.0 if self._work is not None else math.inf

    def work(self, is_over: IsOver) -> None:
        """Go on with it."""
        work = self._work
        assert work is not None
        if go_on(work, is_over) and self._work is work:
            self._work = None

    def fail(self) -> None:
        """Give it up."""
        self._waiting.clear()
        self.return_to_live()

    # --- commands

    def _look_at(self, command: c.LookAt) -> None:
        self._look_back()
        self.is_on_its_way = True
        self._work = self._looked_at(command.update)

    def _looked_at(self, update: int) -> Iterator[None]:
        run = self._engine.current
        past = self._past(update)
        past.run.watched = run.watched
        for state in self._with_progress(past, earlier_states(past, self.history, run, self._clock)):
            if state is None:
                yield
            elif self._shown is not None and self.past is past.run:
                # Another example may have been chosen meanwhile.
                self._shown = replace(self._shown, is_checked=state.is_checked)
                self._send_shown(self._shown)
            else:
                message = self._message(past, state)
                if state.is_exact:
                    self.past, self._shown = past.run, message
                    self.is_on_its_way = False
                self._send_shown(message)

    def _film(self, command: c.Film) -> None:
        if command.run == self._engine.number:
            self._look_back()
            self.is_on_its_way = False
            self._work = self._filmed(command.updates)

    def _filmed(self, updates: tuple[int, ...]) -> Iterator[None]:
        run = self._engine.current
        for asked in updates:
            past = film_past(self.history, run, self._between_ends(asked), self._take_past())
            past.run.watched = run.watched
            for _ in self._with_progress(past, past.pieces()):
                yield
            self.past = past.run
            state = EarlierState(past.run.snapshot(), is_exact=True, is_checked=past.is_checked)
            self._shown = self._message(past, state)
            self._engine.send(FilmFrame(asked, self._shown))
            # The picture's neurons may stand in another order, which what is shown beside it follows.
            self._engine.beside.is_owed = True
            yield

    def _branch_run(self, command: c.BranchRun) -> None:
        if self._engine.is_taken(command.run):
            # As with `BeginRun`: it was meant of a run that is gone. Else a run might come from one that comes from it.
            self._engine.send(self._engine.current.info())
            return
        # One that is not shown lets what is on screen, or on its way there, go on afterwards.
        before = None if command.is_shown else self._work
        if command.is_shown:
            self._begin()
        self._is_branching = True
        self._work = self._branched(command, before)

    def _branched(self, command: c.BranchRun, before: Iterator[None] | None) -> Iterator[None]:
        engine, parent = self._engine, self._engine.current
        past = self._past(command.update, command.is_shown)
        pieces = past.pieces()
        yield from self._with_progress(past, pieces) if command.is_shown else pieces
        run = past.run
        self.history.branch(parent.number, command.run, past.update, len(run.journal))
        run.number, run.parent, run.branch_update = command.run, parent.number, past.update
        run.marks = tuple(mark for mark in parent.marks if mark.update <= past.update)
        run.losses.clear()
        run.layer_curves = parent.layer_curves.until(past.update)
        # Patience begins anew: what the parent's test loss was on the way is not known of every epoch.
        run.validated_epoch = run.trainer.batches.epoch
        if command.config is not None:
            run.take(c.Reconfigure(command.config))
        if command.is_shown:
            engine.enter(run)
        else:
            self._is_branching = False
            engine.begin_aside(run)
            # What has waited may lead elsewhere: then nobody wants to get there any more.
            self._work = before
        waiting, self._waiting = self._waiting, []
        for next_command in waiting:
            engine.take(next_command)

    # --- parts

    def _begin(self) -> None:
        """What was asked for before is not wanted any more, and the live run rests."""
        self._work = None
        if self._engine.training.running:
            self._engine.stop_training()

    def _look_back(self) -> None:
        """From now on an earlier update is shown: no snapshot comes that had the losses of the last updates made."""
        self._begin()
        self.is_looking_back = True
        self._engine.companions.send_losses((self._engine.current,))

    def _past(self, update: int, is_shown: bool = True) -> Past:
        """The way to that update of the run on screen, or to its first or last one; what is shown now may go there."""
        near = self._take_past() if is_shown else None
        return Past(self.history, self._engine.current, self._between_ends(update), near)

    def _between_ends(self, update: int) -> int:
        """The update, or the first or last that there is."""
        return min(max(0, update), self._engine.current.trainer.step_count)

    def _take_past(self) -> Run | None:
        """What was shown last, to be gone on from."""
        past, self.past = self.past, None
        return past

    def _with_progress(self, past: Past, steps: Iterator[T]) -> Iterator[T]:
        """These steps on the way there; progress is reported where it takes long."""
        reported_s = self._clock()
        for step in steps:
            if past.done < past.total and (now := self._clock()) >= reported_s + PROGRESS_EVERY_S:
                reported_s = now
                self._engine.send(PastProgress(self._engine.number, past.update, past.done, past.total))
            yield step

    def _message(self, past: Past, state: EarlierState) -> PastShown:
        run = self._engine.current
        return PastShown(
            run=run.number,
            update=past.update,
            live_update=run.trainer.step_count,
            snapshot=state.snapshot,
            is_exact=state.is_exact,
            kept_update=past.kept_update,
            is_checked=state.is_checked,
            orders=orders_since(run.journal, state.snapshot.permutation_count),
            is_kept=past.is_kept,
        )

    def _send_shown(self, message: PastShown) -> None:
        self._engine.send(message)
        self._engine.beside.is_owed = True

    def _forget(self) -> None:
        self.past = self._shown = self._work = None
        self.is_looking_back = self.is_on_its_way = self._is_branching = False
