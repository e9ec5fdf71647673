"""The engine: every run, and whatever is to be done with them, as one plain object.

`handle` takes a command, `advance` works for a slice; both return the messages that have come of it. There is no
thread, process or stream in here, and its only clock is the one that it is given: `core.engine.program` runs it for the
window, tests and scripts call it themselves.
"""

from __future__ import annotations

import math
import traceback
from collections.abc import Callable, Iterable, Mapping
from time import perf_counter
from typing import Any

import numpy as np

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.data.refusals import DatasetError
from core.engine import commands as c
from core.engine import messages as m
from core.engine.autosave_task import AutosaveTask
from core.engine.beside import Beside
from core.engine.companions import Companions
from core.engine.displayed_sample import SampleChoice
from core.engine.exact_loss_task import ExactLossTask
from core.engine.example_watch import ExampleWatch
from core.engine.filter_task import FilterTask
from core.engine.flip_task import FlipTask
from core.engine.history import HISTORY_BYTES, KeptState
from core.engine.influence_task import InfluenceTask
from core.engine.journal import Origin
from core.engine.layer_curve_watch import LayerCurveWatch
from core.engine.life_watch import LifeWatch
from core.engine.loaded_data import LoadedData
from core.engine.manual_editing import ManualEditing
from core.engine.own_examples import OwnExamples
from core.engine.question_task import QuestionTask
from core.engine.run import Run
from core.engine.run_commands import RunCommands
from core.engine.scheduler import Requests, Scheduler
from core.engine.session_keeping import SessionKeeping
from core.engine.session_task import SessionTask
from core.engine.settings_commands import SettingsCommands
from core.engine.snapshot import Example, Snapshot
from core.engine.snapshot_sender import SnapshotSender
from core.engine.solutions_task import SolutionsTask
from core.engine.time_travel import TimeTravel
from core.engine.training_commands import TrainingCommands
from core.engine.training_ends import TrainingEnds
from core.engine.training_task import TrainingTask
from core.engine.unrolling_task import UnrollingTask
from core.engine.walkthrough import Walkthrough

Messages = tuple[Any, ...]
# What can be done where nothing has begun, or nothing could be loaded to begin with.
WITHOUT_RUN = (
    *(c.Start, c.Recover, c.NewSession, c.OpenSession, c.OpenAutosave),
    *(c.SetRate, c.SetHistorySize, c.LoadData, c.WatchUpdates, c.WatchLayerCurves),
    *(c.AcknowledgeSnapshot, c.Close),
)


class Engine:
    """Trains, evaluates, and reports the state of everything.

    Parameters
    ----------
    clock : callable
        Seconds that pass, from any beginning.
    load : callable
        Gives the examples of a choice, as `DatasetSpec.load` does.
    history_bytes : int
        What all states that are kept of runs may take together.
    work_clock : callable, optional
        Seconds that this process has worked: on a machine with other work fewer pass than on the clock. The clock
        itself by default.
    """

    def __init__(
        self,
        clock: Callable[[], float] = perf_counter,
        load: Callable[[DatasetSpec], Dataset] = DatasetSpec.load,
        history_bytes: int = HISTORY_BYTES,
        work_clock: Callable[[], float] | None = None,
    ) -> None:
        self._clock = clock
        self._data = LoadedData(self, load)
        self._missing: m.DigitsMissing | None = None
        self._outbox: list[Any] = []
        self._runs: dict[int, Run] = {}
        self._first_number = 0  # Runs of earlier sessions had the numbers below.
        self.number = -1
        self._watched = False
        self.snapshots = SnapshotSender(clock, self)
        self.requests = Requests()
        self.training = TrainingTask(clock, self)
        self.exact_loss = ExactLossTask(clock, self, work_clock)
        self.examples, self.own = ExampleWatch(self), OwnExamples(self)
        self.layer_curves, self.lives = LayerCurveWatch(self), LifeWatch(clock, self)
        self.autosave = AutosaveTask(clock, self)
        self.time = TimeTravel(clock, self, history_bytes)
        self.beside = Beside(clock, self)
        self.companions = Companions(self)
        self.ends = TrainingEnds(self)
        self.questions = QuestionTask(clock, self)
        self.sessions = SessionTask(clock, self)
        self.solutions = SolutionsTask(clock, self)
        self.unrolling = UnrollingTask(clock, self)
        self.filters = FilterTask(clock, self)
        self.influence = InfluenceTask(clock, self)
        self.flips = FlipTask(clock, self, work_clock)
        looking = self.time, self.beside, self.sessions, self.questions
        measured = self.autosave, self.flips, self.exact_loss, self.solutions
        seldom = *measured, self.examples.counting, self.filters, self.unrolling, self.influence
        self._scheduler = Scheduler(
            (self.requests, *looking, self.companions, *seldom, self.training, self.ends.searches)
        )
        self._walkthrough = Walkthrough(self)
        self._handlers: dict[type, Callable[[Any], None]] = {
            c.Start: self._start,
            c.WatchUpdates: self._watch_updates,
            c.AcknowledgeSnapshot: lambda _: self.snapshots.acknowledge(),
            c.Close: self._close,
            **self._data.handlers,
            **RunCommands(self, self._data).handlers,
            **SettingsCommands(self).handlers,
            **TrainingCommands(self).handlers,
            **self.companions.handlers,
            **self.beside.handlers,
            **SampleChoice(self).handlers,
            **self.examples.handlers,
            **self.layer_curves.handlers,
            **self.lives.handlers,
            **self.own.handlers,
            **ManualEditing(self).handlers,
            **self._walkthrough.handlers,
            **self.time.handlers,
            **self.questions.handlers,
            **self.solutions.handlers,
            **self.unrolling.handlers,
            **self.filters.handlers,
            **self.influence.handlers,
            **self.flips.handlers,
            **self.sessions.handlers,
            **SessionKeeping(self).handlers,
        }

    # --- from outside

    @np.errstate(over="ignore", invalid="ignore")
    def handle(self, command: Any) -> Messages:
        """Take a command. Whatever fails in it pauses the training and is among the messages.

        Where there is no run most of them can do nothing, and the answer is once more why there is none.
        """
        try:
            self.sessions.make_way(command)
        except Exception:
            self._fail()
        try:
            if self._runs or isinstance(command, WITHOUT_RUN):
                self.take(command)
                self._report()
            elif self._missing is not None and not isinstance(command, c.Pause):
                self.send(self._missing)
        except Exception:
            self._fail()
        return self._take_outbox()

    # What is no longer finite is reported, without a warning.
    @np.errstate(over="ignore", invalid="ignore")
    def advance(self, deadline: float, is_interrupted: Callable[[], bool] = lambda: False) -> Messages:
        """Work until the clock is at `deadline`, or somebody interrupts; at least one piece of work."""
        clock = self._clock
        if self._runs:
            try:
                self._scheduler.work(lambda: is_interrupted() or clock() >= deadline)
                if self.training.running or not self.exact_loss.is_under_way:
                    self.snapshots.send()
                self._report()
            except Exception:
                self._fail()
        return self._take_outbox()

    def seconds_until_due(self) -> float:
        """How long there is nothing to do; infinite when only a command can change that."""
        if not self._runs:
            return math.inf
        return min(self._scheduler.seconds_until_due(), self.snapshots.seconds_until_due())

    def save(self) -> None:
        """Save what is under way: nobody can ask for it any more."""
        if self._runs:
            self.autosave.save_all()
        self.sessions.drop()

    # --- for the parts

    def take(self, command: Any) -> None:
        """Do what a command says, unless it has to wait for another run to come on screen."""
        if not self.time.holds_back(command):
            self._handlers[type(command)](command)

    @property
    def current(self) -> Run:
        """The run on screen."""
        return self._runs[self.number]

    @property
    def runs(self) -> tuple[Run, ...]:
        """Every run."""
        return tuple(self._runs.values())

    def run(self, number: int) -> Run | None:
        """The run of this number; None where there is none."""
        return self._runs.get(number)

    def is_taken(self, number: int) -> bool:
        """Whether a run has this number, or one of an earlier session may have had it."""
        return number in self._runs or number < self._first_number

    def free_number(self, wanted: int) -> int:
        """The number that is wanted for another session's first run, or one beyond all runs that there were."""
        return max([wanted, self._first_number, *(number + 1 for number in self._runs)])

    @property
    def standing(self) -> Messages:
        """All runs with their data and past, which is on screen, and what is told: to be put back as it was."""
        data, past, own = self._data.standing, self.time.history.standing, self.own.own
        return dict(self._runs), self.number, self._missing, list(self._outbox), data, past, own

    @standing.setter
    def standing(self, standing: Messages) -> None:
        self._runs, self.number, self._missing, self._outbox, data, past, self.own.own = standing
        self._data.standing, self.time.history.standing = data, past

    def dataset_of(self, choice: DatasetSpec) -> Dataset:
        """The examples of this choice; a user's own files are read again, as they may be others by now."""
        return self._data.anew(choice)

    @property
    def choices(self) -> set[DatasetSpec]:
        """Those that a run is on, or is about to begin on."""
        return self._data.kept(run.origin.choice for run in self._runs.values())

    def send(self, message: Any) -> None:
        """Let the window know."""
        self._outbox.append(message)

    def sample_changed(self) -> None:
        """Another example is shown: send it at once."""
        self.snapshots.is_owed = True
        self.time.show_again()
        self.snapshots.send(at_once=True)

    @property
    def shown(self) -> Run:
        """The run on screen as it is shown: at an earlier update, where somebody looks back."""
        return self.time.past or self.current

    def parameters_changed(self) -> Snapshot:
        """Parameters were changed by hand: measurements of the old ones are dropped. Returns a new snapshot."""
        self._walkthrough.is_open = False
        self.exact_loss.forget(self.number)
        self.exact_loss.begin()
        self.solutions.on_changed_by_hand(self.current)
        return self.snapshot()

    def snapshot(self, example: Example | None = None) -> Snapshot:
        """How the run on screen stands now; what is shown beside it is to follow."""
        self.snapshots.is_owed = False
        self.beside.is_owed = True
        return self.current.snapshot(example)

    def stop_training(self) -> None:
        """Stop training, and report it; nothing else changes."""
        self.training.stop()
        self.send(m.RunningChanged(False))

    def on_updates(self, run: Run) -> None:
        """Updates were made: a walkthrough that was open is over, and an example that is due is one of their batch."""
        self.time.on_updates(run)
        if run is self.current:
            self._walkthrough.is_open = False
            run.sample.follow(run.trainer)
            self.snapshots.is_owed = True

    # --- commands

    def _start(self, command: c.Start) -> None:
        choice = DatasetSpec()
        self.time.set_limit(command.history_bytes)
        if command.autosave:
            self.autosave.open(command.autosave)
        try:
            dataset = self._data.of(choice)
        except DatasetError as error:
            self._missing = m.DigitsMissing(error.code, error.fields)
            self.send(self._missing)
            return
        self.enter(Run(0, Origin(command.architecture, command.config, choice), dataset))

    def take_runs(
        self,
        runs: Iterable[Run],
        datasets: dict[DatasetSpec, Dataset],
        past: Mapping[int, tuple[KeptState, ...]] | None = None,
    ) -> None:
        """These runs are all there are, on these examples; one of them is to be entered next.

        `past` are earlier states of theirs by a run's number, where they come from a file that holds some.
        """
        if self.training.running:
            self.stop_training()
        self._first_number = self.free_number(self._first_number)
        for number in self._runs:
            self.exact_loss.forget(number)
            self.examples.forget(number)
            self.time.history.forget(number)
        self._runs = {run.number: run for run in runs}
        self._data.keep_only({DatasetSpec()})
        for choice, dataset in datasets.items():
            self._data.add(choice, dataset)
        for run in self._runs.values():
            self.lives.attach(run)
            self.time.history.restore(run, (past or {}).get(run.number, ()))
        self._missing, self.number = None, -1
        self.influence.give_up("gone")

    def begin_aside(self, run: Run) -> None:
        """Take this new run, which is not on screen."""
        self._runs[run.number] = run
        self.lives.attach(run)
        self.autosave.save(run)
        self.send(m.RunBegun(run.info()))

    def forget(self, number: int) -> None:
        """Let go of a run that is not on screen."""
        if number != self.number and self._runs.pop(number, None) is not None:
            self.exact_loss.forget(number)
            self.examples.forget(number)
            self.time.history.forget(number)
            self.autosave.forget(number)
            self._data.keep_only({run.origin.choice for run in self._runs.values()} | {DatasetSpec()})
            self.autosave.keep_data(self.choices)

    def enter(self, run: Run) -> None:
        """Have this run on screen, and train it from now on."""
        if self.training.running:
            self.stop_training()
        before = self._runs.get(self.number)
        if before is not None and run.number != self.number:
            self.autosave.save(before)
            before.trainer.release_buffers()
        self._runs[run.number] = run
        self.lives.attach(run)
        self.number = run.number
        run.watched = self._watched
        self.ends.drop_requests()
        self.questions.drop()
        self._walkthrough.is_open = False
        self.exact_loss.drop()
        self.exact_loss.begin()
        self.autosave.save(run)
        self.time.on_entered(run)
        self.send(run.info())
        self.companions.on_entered(before, run)
        self.sample_changed()
        if run.diverged is not None:
            self.ends.report_divergence(run)

    def _watch_updates(self, command: c.WatchUpdates) -> None:
        self._watched = command.watched
        if self._runs:
            self.current.watched = command.watched
            self.sample_changed()

    def _close(self, _: c.Close) -> None:
        self.autosave.clear()
        self._runs.clear()

    # --- parts

    def _fail(self) -> None:
        """Something failed that should not: stop training, and report the traceback."""
        self.stop_training()
        self.requests.clear()
        self.send(m.EngineFailed(traceback.format_exc()))

    def _report(self) -> None:
        if self._runs:
            of_runs = self.time, self.companions, self.beside, self.exact_loss
            for part in (*of_runs, self.examples, self.layer_curves, self.lives, self.own):
                part.report()

    def _take_outbox(self) -> Messages:
        outbox, self._outbox = self._outbox, []
        return tuple(outbox)
