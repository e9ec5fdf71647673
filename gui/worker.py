"""The training worker: the only owner of trainers, on a thread of its own.

It works in slices of a few milliseconds and takes commands, which arrive as queued slots, between two slices. A
training at full speed makes its updates in another process (`gui.apart.lent_training`); a command takes it back.
What it tells are frozen messages; only one snapshot is under way, the next goes out when it has been painted.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from core.data_choice import DataChoice
from core.datasets import Dataset, DatasetError, load_dataset
from core.engine.loss_meter import ExactLossMeter, ExactLossSchedule
from core.engine.rate_limiter import Pace
from core.engine.run import Run
from core.engine.snapshots import data_info
from core.engine.time_slice import train_slice
from core.messages import DataInfo, Example, Snapshot
from core.structure import Structure
from core.trainer import DivergenceError, Trainer, TrainingConfig
from gui.apart.lent_training import LentTraining
from gui.example_slots import ExampleSlots
from gui.guarded import guarded
from gui.hand_slots import HandSlots
from gui.story_slots import StorySlots

# What is drawn goes out between two slices, and must be on the bars while the pen is still there.
SLICE_S, DRAWING_SLICE_S = 0.005, 0.002
# A snapshot of a deep network takes as long as several updates: one in so many times of its own, but five a second.
SNAPSHOT_REST, LONGEST_REST_S = 20.0, 0.19
# While a training is away, there is a look this often: whether its picture can be shown, and whether L is due.
LISTEN_MS = 4


class TrainingWorker(QObject):
    """Trains, shows and evaluates; everything it says is a message of core.messages."""

    load_failed = Signal(str)
    run_changed = Signal(object)
    running_changed = Signal(bool)
    snapshot_taken = Signal(object)
    exact_loss_known = Signal(object)
    activity_known = Signal(object)
    diverged = Signal(int, str)
    # Nothing was gained for long; the second is the update of the least test loss.
    stopped_early = Signal(int, int)
    failed = Signal(str)

    def __init__(self, dataset_name: str = "digits") -> None:
        super().__init__()
        self._dataset_name = dataset_name
        self._runs: dict[int, Run] = {}
        self.number = 0
        self._timer: QTimer | None = None
        self._apart = LentTraining()
        self._running = False
        self._updates_left: int | None = None
        self._until: Callable[[], bool] | None = None
        self._pace = Pace()
        self._in_flight = 0
        self._heard_s = self._rested_s = 0.0
        # What takes longer than a slice, in the order it was asked for; nothing is trained meanwhile.
        self._tasks: deque[Iterator[None]] = deque()
        self._changed = False
        self._watched = False
        self._meter: ExactLossMeter | None = None
        self._schedule = ExactLossSchedule()
        self.examples, self.by_hand, self.story = ExampleSlots(self), HandSlots(self), StorySlots(self)
        self.parts = self.examples, self.by_hand, self.story

    # --- the life of the thread

    @Slot(object, object)
    @guarded
    def start(self, structure: Structure, config: TrainingConfig) -> None:
        """Load the digits and begin run 0."""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._slice)
        try:
            dataset = load_dataset(self._dataset_name)
        except DatasetError as error:
            self.load_failed.emit(str(error))
            return
        self._enter(0, Run.begin(structure, config, dataset, data_info(DataChoice(), dataset)))

    @Slot()
    def shut_down(self) -> None:
        """Stop the timer where it lives, then end this thread."""
        self._running = False
        if self._timer is not None:
            self._timer.stop()
            self._timer.deleteLater()
            self._timer = None
        self._apart.close()
        QThread.currentThread().quit()

    # --- training

    @Slot()
    @guarded
    def run(self) -> None:
        """Train until told to pause."""
        self._set_going(None)

    @Slot()
    @guarded
    def step(self) -> None:
        """Train for one update."""
        self._set_going(1)

    @Slot()
    @guarded
    def step_epoch(self) -> None:
        """Train to the end of this epoch."""
        trainer = self._trainer
        end = trainer.epoch + 1
        self._set_going(None, lambda: trainer.epoch >= end)

    @Slot()
    @guarded
    def pause(self) -> None:
        """Train no further; the exact loss of where it stands follows."""
        self.stop_training()
        self._send_snapshot()
        self._arm()

    @Slot(object)
    @guarded
    def set_rate(self, updates_per_second: float | None) -> None:
        """Train at this rate; None is as fast as possible, 0 leaves the pace to told updates."""
        self._take_back()
        self._pace.set_rate(updates_per_second)
        self._arm()

    @Slot(object)
    @guarded
    def reconfigure(self, config: TrainingConfig) -> None:
        """Go on with other settings; nothing that was learned is lost."""
        if self.current.reconfigure(config):
            self._schedule.forget(self.number)
        self.run_changed.emit(self.current.info(self.number))
        self._arm()

    # --- runs

    @Slot(int, object, object)
    @guarded
    def begin_run(self, run: int, structure: Structure, config: TrainingConfig) -> None:
        """Start a new network under this number; the old one stays in memory until it is forgotten."""
        now = self.current
        self._enter(run, Run.begin(structure, config, now.trainer.dataset, now.data, now.shown))

    @Slot(int, object, object, object, object)
    @guarded
    def begin_run_on(
        self, run: int, structure: Structure, config: TrainingConfig, dataset: Dataset, data: DataInfo
    ) -> None:
        """The same, on other examples."""
        self._enter(run, Run.begin(structure, config, dataset, data))

    @Slot(int)
    @guarded
    def return_to_run(self, run: int) -> None:
        """Show and train an earlier run again, as it was left."""
        self._enter(run)

    @Slot(int)
    @guarded
    def forget_run(self, run: int) -> None:
        """Free a run that no undo can reach any more."""
        if run != self.number:
            self._runs.pop(run, None)
            self._schedule.forget(run)

    def _enter(self, number: int, new: Run | None = None) -> None:
        self.stop_training()
        if new is not None:
            self._runs[number] = new
        if number != self.number and self.number in self._runs:
            self._trainer.rest()
            self.current.finite = None
        self.number = number
        run = self.current
        run.watched = self._watched
        self._tasks.clear()
        self.story.is_open, self._meter = False, None
        self._schedule.begin()
        self.run_changed.emit(self.current.info(self.number))
        self._changed = True
        self._send_snapshot(at_once=True)
        if run.finite is None:
            # Too many are under way to send one more, but the way back must be known.
            run.snapshot(number, keep_losses=True)
        if run.diverged is not None:
            self.diverged.emit(*run.diverged)
        self._arm()

    # --- what is told of

    @Slot()
    @guarded
    def snapshot_painted(self) -> None:
        """The last snapshot is on screen: the next one may go."""
        self._in_flight = max(0, self._in_flight - 1)
        if not self._running:
            self._send_snapshot()

    def example_changed(self) -> None:
        """Another example is shown: tell it at once."""
        self._changed = True
        self._send_snapshot(at_once=True)

    @Slot(bool)
    @guarded
    def watch_updates(self, watched: bool) -> None:
        """Whether snapshots also tell the last update's gradient and change: a picture shows them."""
        self._watched = watched
        if self._runs:
            self.current.watched = watched
            self.example_changed()

    # --- slices

    @property
    def current(self) -> Run:
        """The run on screen; its training is here, wherever it was."""
        self._take_back()
        return self.told

    @property
    def told(self) -> Run:
        """The run on screen as it was told last; its training may be away, and further."""
        return self._runs[self.number]

    @property
    def _trainer(self) -> Trainer:
        return self.current.trainer

    def do_later(self, task: Iterator[None]) -> None:
        """Work on this in slices, from one `yield` to the next; nothing is trained meanwhile."""
        self._tasks.append(task)
        self._arm()

    def change_made(self) -> Snapshot:
        """Parameters were changed by hand: what was told or measured of the old ones is over. Returns how it stands."""
        self.story.is_open, self._meter = False, None
        self._schedule.forget(self.number)
        self._schedule.begin()
        snapshot = self.snapshot()
        self._arm()
        return snapshot

    def stop_training(self) -> None:
        """Train no further, and say so; nothing else changes."""
        self._take_back()
        was_running = self._running
        self._running = False
        self._updates_left, self._until = None, None
        if was_running:
            self.running_changed.emit(False)

    def end_at_failure(self, details: str) -> None:
        """Train no further and say why; the app goes on."""
        self.stop_training()
        self._tasks.clear()
        self.failed.emit(details)

    def end_at_divergence(self, error: DivergenceError) -> None:
        """Pause for good: these parameters are no numbers any more, so the last finite picture stays."""
        self.stop_training()
        self.current.end(error.update, error.cause)
        self._tasks.clear()
        self._changed = False
        self.diverged.emit(error.update, error.cause)
        self._arm()

    def _set_going(self, updates: int | None, until: Callable[[], bool] | None = None) -> None:
        if self.current.diverged is not None:
            self.diverged.emit(*self.current.diverged)
            return
        self.current.go_on()
        self._updates_left, self._until = updates, until
        self._pace.restart()
        if not self._running:
            self._running = True
            self._apart.leave_alone()
            self._schedule.begin()
            self.running_changed.emit(True)
        self._arm()

    def _arm(self) -> None:
        """Set the timer to what is to be done: nothing, an update now and then, or slice after slice."""
        if self._timer is None or not self._runs:
            return
        paced, trains = self._is_paced(), self._trains()
        is_of_here = self._meter is not None and self._meter.update == self.told.trainer.step_count
        if not is_of_here and not self._tasks and not trains and self._owes_exact_loss():
            # Where it rests, the L of here is wanted, and no more that of an update on the way.
            self._begin_exact_loss()
        if self._meter is not None or self._tasks or (trains and not paced):
            self._timer.start(LISTEN_MS if self._apart.is_lent and not self._tasks else 0)
        elif trains:
            self._timer.start(self._pace.wait_ms)
        else:
            self._timer.stop()

    @Slot()
    @guarded
    def _slice(self) -> None:
        if self._tasks:
            self._go_on()
        elif self._meter is not None and not (self._trains() and self._meter.leaves_turn(self._is_paced())):
            self._evaluate()
        elif self._running:
            self._train()
        if self._running or self._meter is None:
            self._send_snapshot()

    def _go_on(self) -> None:
        """Work on the first task, from one `yield` to the next, until the slice is over."""
        task, deadline = self._tasks[0], perf_counter() + SLICE_S
        while perf_counter() < deadline:
            try:
                next(task)
            except StopIteration:
                if self._tasks and self._tasks[0] is task:
                    self._tasks.popleft()
                self._arm()
                return

    def _train(self) -> None:
        now = perf_counter()
        if self._meter is None and self._schedule.is_due() and self._owes_exact_loss():
            self._begin_exact_loss()
            self._arm()
            return
        paced, left = self._is_paced(), self._updates_left
        if not paced and left is None and self._until is None and self._is_trained_apart():
            return
        most = self._pace.take() if paced else float("inf") if left is None else left
        deadline = now + (DRAWING_SLICE_S if self.told.shown.current.origin == "drawing" else SLICE_S)
        trainer = self._trainer
        before = trainer.step_count
        try:
            advance = self.current.advance if self.current.watched else trainer.advance
            is_over = train_slice(advance, self.current.losses, most, deadline, self._until)
        finally:
            if trainer.step_count > before:
                self.note_updates()
        if left is not None:
            self._updates_left = left - (trainer.step_count - before)
        if is_over and not paced:
            self.pause()

    def _is_trained_apart(self) -> bool:
        """Whether the training is away, or goes away now; how far it is, is asked when that can be shown."""
        if not self._apart.is_lent:
            is_away = self._apart.lend(self.told)
            if is_away:
                self._arm()
            return is_away
        if self._in_flight < 1 and (begun_s := perf_counter()) >= self._rested_s:
            self._apart.hear()
            self._heard_s = perf_counter() - begun_s
            self.note_updates()
        return True

    def _take_back(self) -> None:
        """Whatever is to be done with the training is done here, on its own thread."""
        if self._apart.is_lent and QThread.currentThread() == self.thread():
            try:
                self._apart.take_back()
                self.note_updates()
            except DivergenceError as error:
                self.end_at_divergence(error)
            self._arm()

    def _trains(self) -> bool:
        return self._running and not (self._is_paced() and self._pace.rate == 0)

    def _is_paced(self) -> bool:
        """Whether updates come at a rate; single steps and the way to an epoch's end do not wait."""
        return self._pace.rate is not None and self._updates_left is None and self._until is None

    def note_updates(self) -> None:
        """Updates were made: a story that was open is over, and a digit that is due is one of their batch."""
        self.story.is_open = False
        self.told.shown.follow(self.told.trainer)
        self._changed = True

    # --- what is told

    def snapshot(self, example: Example | None = None) -> Snapshot:
        """How the run on screen stands now, for telling it."""
        self._changed = False
        return self.told.snapshot(self.number, example)

    def _send_snapshot(self, at_once: bool = False) -> None:
        """Tell of this moment, unless the last telling is still on its way; another example need not wait for that."""
        if self._changed and self._in_flight < (2 if at_once else 1):
            begun_s = perf_counter()
            if self._running and not at_once and begun_s < self._rested_s:
                return
            self._in_flight += 1
            self.snapshot_taken.emit(self.snapshot())
            now = perf_counter()
            self._rested_s = now + min(LONGEST_REST_S, SNAPSHOT_REST * (now - begun_s + self._heard_s))
            self._heard_s = 0.0

    # --- the exact loss

    def _owes_exact_loss(self) -> bool:
        known = self._schedule.knows(self.number, self.told.trainer.step_count)
        return not known and self.told.diverged is None

    def _begin_exact_loss(self) -> None:
        self._meter = ExactLossMeter(self.told.trainer, self._schedule.knows_none(self.number))

    def _evaluate(self) -> None:
        assert (meter := self._meter) is not None
        if not meter.is_of(self.told.trainer):
            self._meter = None
            self._arm()
            return
        if not meter.advance(SLICE_S):
            return
        self._meter = None
        self._schedule.note(self.number, meter)
        self.activity_known.emit(meter.activity(self.number))
        exact = meter.result(self.number)
        self.exact_loss_known.emit(exact)
        best = self.told.is_to_stop(exact)
        if best is not None and self._running:
            self.stop_training()
            self.stopped_early.emit(exact.update, best)
        self._arm()
