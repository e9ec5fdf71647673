"""An engine without a process, used in any order: trained, changed, looked back at, saved, opened, killed.

Hypothesis draws the order; a `Witness` holds every message, and the engine after every step, against runs that are
made a second time. Where it fails Hypothesis prints the shortest order that it has found.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine.engine import Engine
from core.engine.window_state import WindowArray, WindowState
from core.nn.architecture import Architecture
from core.session.file import read_session
from core.training.config import TrainingConfig
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, load
from tests.core.small_data import small_data
from tests.robustness.witness import Witness, check

OWN = DatasetSpec("own", path="/nowhere/own.csv")
OWN_EXAMPLES = small_data(40, 4, 2)
ARCHITECTURES = (
    ARCHITECTURE,
    Architecture.dense(hidden=(4, 4, 4), activation="relu", seed=5, skip=True),
    Architecture.dense(hidden=(), seed=1),
)
# Each is a change to what is set; the last one makes numbers infinite within some updates.
SETTINGS: tuple[dict[str, Any], ...] = (
    {"learning_rate": 0.05},
    {"learning_rate": 0.001},
    {"optimizer": "sgd"},
    {"optimizer": "nesterov"},
    {"optimizer": "adam"},
    {"batch_size": None},
    {"batch_size": 3},
    {"dropout": 0.3},
    {"dropout": 0.0},
    {"clip_norm": 0.1},
    {"l1": 0.01, "l2": 0.01},
    {"schedule": "cosine", "schedule_period": 50, "warm_up": 5},
    {"patience": 1},
    {"optimizer": "sgd", "learning_rate": 1000.0, "l2": 10.0},
)
# Where there is such a disk, a thousand small files take no time.
MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") else None
# What a killed engine may lose, and a killed window with it.
MOST_LOST_S = 10.0
# So many slices after a command: none, some, or until nothing is left to be done.
WORK = st.sampled_from((0, 1, 3, -1, -1))
# Enough for some states of the smallest network only, or for all.
HISTORY_BYTES = st.sampled_from((0, 20_000, None))


class Watched(Driver):
    """A driver whose messages are all heard by a witness."""

    def __init__(self, witness: Witness, **more: Any) -> None:
        self.witness = witness
        super().__init__(start=False, load=_load, **more)
        witness.engine = self.engine

    def _hear(self, messages: tuple[Any, ...]) -> None:
        for message in messages:
            self.witness.hear(message)
        super()._hear(messages)
        # Only what is asked for is looked up, and that has just come.
        del self.heard[:-50]


def _load(choice: DatasetSpec) -> Any:
    return OWN_EXAMPLES if choice.unread == OWN else load(choice)


class EngineMachine(RuleBasedStateMachine):
    """One window's life with its engines."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="backlight-machine-", dir=MEMORY))
        self.witness = Witness()
        self.next_run = self.next_edit = self.folders = 0
        self.made: deque[int] = deque(maxlen=4)
        # When how much of which run was there.
        self.past: deque[tuple[float, int, int, int]] = deque()

    def teardown(self) -> None:
        try:
            if self.witness.runs:
                self._rest()
                self.witness.look_at_history()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    @initialize(history_bytes=HISTORY_BYTES)
    def start(self, history_bytes: int | None) -> None:
        self.history_bytes = history_bytes
        self._start()

    def _start(self) -> None:
        self.witness.runs, self.next_run = {}, max(1, self.next_run)
        self.witness.begun = {0: (ARCHITECTURE, CONFIG, small_data())}
        self.driver = Watched(self.witness)
        self.autosave = self._new_folder()
        self.past.clear()
        self.driver.send(c.Start(ARCHITECTURE, CONFIG, self.autosave, self.history_bytes))

    def _new_folder(self) -> str:
        self.folders += 1
        return str(self.folder / f"autosave-{self.folders}")

    # --- what is so after every step

    @invariant()
    def everything_is_what_it_was_made_of(self) -> None:
        if self.witness.runs:
            self.witness.look()
            run = self.driver.engine.current
            self.past.append((self.driver.clock.now, run.number, run.trainer.step_count, len(run.journal)))

    @rule()
    def be_idle(self) -> None:
        """What is tried first, and what is left of an order that is shortened: it has to take no time."""

    # --- training

    @rule(updates=st.sampled_from((1, 2, 7, 30)), work=WORK)
    def train(self, updates: int, work: int) -> None:
        self._do(work, c.Train(updates))

    @rule(work=st.integers(0, 4))
    def train_on(self, work: int) -> None:
        self._do(work, c.Train())

    @rule(work=WORK)
    def train_an_epoch(self, work: int) -> None:
        self._do(work, c.TrainEpoch())

    @rule(work=WORK)
    def pause(self, work: int) -> None:
        self._do(work, c.Pause())
        check(not self.driver.engine.training.running or work == 0, "it trains on after a pause")

    @rule(rate=st.sampled_from((None, None, 0.0, 200.0)))
    def set_rate(self, rate: float | None) -> None:
        self._do(0, c.SetRate(rate))

    @rule(first=WORK, second=WORK)
    def walk(self, first: int, second: int) -> None:
        self._do(first, c.ComputeGradient())
        self._do(second, c.ApplyUpdate())

    @rule(work=WORK)
    def compute_gradient(self, work: int) -> None:
        self._do(work, c.ComputeGradient())

    @rule(watched=st.booleans())
    def watch(self, watched: bool) -> None:
        self._do(0, c.WatchUpdates(watched))

    # --- changing

    @rule(change=st.sampled_from(SETTINGS), work=WORK)
    def change_settings(self, change: dict[str, Any], work: int) -> None:
        self._do(work, c.Reconfigure(replace(self._config, **change)))

    @rule(change=st.sampled_from(SETTINGS[:-1]))
    def change_settings_and_undo_it(self, change: dict[str, Any]) -> None:
        self._rest()
        before = self._config
        self._do(0, c.Reconfigure(replace(before, **change)), c.Reconfigure(before))
        check(self._config == before, "settings that were put back are others")

    @rule(
        place=st.tuples(st.integers(0, 2), st.integers(0, 4), st.none() | st.integers(0, 4)),
        value=st.floats(-2, 2, width=32),
        is_same=st.booleans(),
        work=WORK,
    )
    def edit(self, place: tuple[int, int, int | None], value: float, is_same: bool, work: int) -> None:
        self._do(work, self._edit(place, value, is_same))

    @rule(place=st.tuples(st.integers(0, 2), st.integers(0, 4), st.none()), value=st.floats(-2, 2, width=32))
    def edit_and_undo_it(self, place: tuple[int, int, int | None], value: float) -> None:
        self._rest()
        before = self._state()
        edit = self._edit(place, value, False)
        self._do(0, edit, c.SwitchEdit(edit.run, edit.edit_id, False))
        check(self._state() == before, "an edit that was undone has changed something")

    @rule(is_on=st.booleans(), work=WORK)
    def switch(self, is_on: bool, work: int) -> None:
        for edit_id in list(self.made)[-1:]:
            self._do(work, c.SwitchEdit(self._shown, edit_id, is_on))
            self._do(work, c.SwitchSorting(self._shown, edit_id, is_on))

    @rule(work=WORK)
    def sort(self, work: int) -> None:
        self._do(work, c.SortNeurons(self._shown, self._number_of_change()))

    @rule()
    def sort_and_undo_it(self) -> None:
        self._rest()
        before, number = self._state(), self._number_of_change()
        self._do(-1, c.SortNeurons(self._shown, number))
        self._do(0, c.SwitchSorting(self._shown, number, False))
        check(self._state() == before, "a sorting that was undone has changed something")

    # --- runs and time

    @rule(architecture=st.sampled_from(ARCHITECTURES), own=st.booleans(), work=WORK)
    def begin_run(self, architecture: Architecture, own: bool, work: int) -> None:
        choice, data = (OWN, OWN_EXAMPLES) if own else (DatasetSpec(), small_data())
        number = self._number_of_run()
        config = replace(CONFIG, seed=number)
        self.witness.begun[number] = architecture, config, data
        if own:
            self._do(0, c.LoadData(OWN, OWN_EXAMPLES))
        self._do(work, c.BeginRun(number, architecture, config, choice))

    @rule(which=st.integers(0, 9), work=WORK)
    def return_to_run(self, which: int, work: int) -> None:
        runs = sorted(self.witness.runs)
        self._do(work, c.ReturnToRun(runs[which % len(runs)]))

    @rule(which=st.integers(0, 9))
    def forget_run(self, which: int) -> None:
        # The window never forgets what it is on its way to.
        self._rest()
        others = sorted(set(self.witness.runs) - {self._shown})
        if others:
            run = others[which % len(others)]
            self._do(0, c.ForgetRun(run))
            del self.witness.runs[run]

    @rule(update=st.integers(-1, 60), work=WORK)
    def look_at(self, update: int, work: int) -> None:
        self._do(work, c.LookAt(update))

    @rule(by=st.sampled_from((-1, 1, 0)), work=WORK)
    def step(self, by: int, work: int) -> None:
        self._do(work, c.LookAt(self.driver.engine.shown.trainer.step_count + by))

    @rule(work=WORK)
    def return_to_live(self, work: int) -> None:
        self._do(work, c.ReturnToLive())
        check(not self.driver.engine.time.is_looking_back or work == 0, "it looks back still")

    @rule(update=st.integers(-1, 60), change=st.none() | st.sampled_from(SETTINGS), work=WORK)
    def branch(self, update: int, change: dict[str, Any] | None, work: int) -> None:
        number = self._number_of_run()
        self.witness.asked_branches[number] = update
        config = None if change is None else replace(self._config, **change)
        self._do(work, c.BranchRun(number, update, config))

    # --- several runs at once

    @rule(architecture=st.sampled_from(ARCHITECTURES), change=st.sampled_from(SETTINGS), work=WORK)
    def begin_aside(self, architecture: Architecture, change: dict[str, Any], work: int) -> None:
        self._rest()
        now, number = self.driver.engine.current, self._number_of_run()
        config = replace(CONFIG, seed=self._config.seed, **change)
        self.witness.begun[number] = architecture, config, now.trainer.dataset
        self._do(work, c.BeginRun(number, architecture, config, is_shown=False))
        self._do(work, c.TrainTogether((number,)))

    @rule(
        update=st.just(10**9) | st.integers(-1, 60), change=st.none() | st.sampled_from(SETTINGS), work=WORK
    )
    def branch_aside(self, update: int, change: dict[str, Any] | None, work: int) -> None:
        number = self._number_of_run()
        self.witness.asked_branches[number] = update
        config = None if change is None else replace(self._config, **change)
        together = tuple(run.number for run in self.driver.engine.companions.runs)
        self._do(work, c.BranchRun(number, update, config, is_shown=False))
        self._do(work, c.TrainTogether((*together, number)))

    @rule(which=st.lists(st.integers(0, 9), max_size=4), work=WORK)
    def train_together(self, which: list[int], work: int) -> None:
        runs = sorted(self.witness.runs)
        self._do(work, c.TrainTogether(tuple(runs[each % len(runs)] for each in which)))

    @rule(which=st.integers(0, 9), update=st.none() | st.integers(-1, 60), work=WORK)
    def show_beside(self, which: int, update: int | None, work: int) -> None:
        runs = sorted(self.witness.runs)
        self._do(work, c.ShowBeside(runs[which % len(runs)], update))

    @rule(work=WORK)
    def hide_beside(self, work: int) -> None:
        self._do(work, c.HideBeside())

    # --- what is shown

    @rule(
        values=st.lists(st.sampled_from((0.0, 1.0)), min_size=6, max_size=6),
        label=st.none() | st.integers(0, 1),
    )
    def draw(self, values: list[float], label: int | None) -> None:
        self._rest()
        n_in = self.driver.trainer.dataset.n_in
        self._do(0, c.ShowDrawing(np.array(values[:n_in], np.float32), label))

    @rule(how=st.sampled_from(("previous", "next", "random", "wrong")), work=WORK)
    def show_example(self, how: str, work: int) -> None:
        self._do(work, c.ShowTestSample(how))

    @rule(work=WORK)
    def release(self, work: int) -> None:
        self._do(work, c.ReleaseSample(), c.NextTrainingSample())

    # --- files

    @rule(name=st.sampled_from("ab"), with_data=st.booleans())
    def save(self, name: str, with_data: bool) -> None:
        path, window = str(self.folder / name), WindowState(name, (WindowArray("x", np.arange(3.0)),))
        if self._is_waiting or self.driver.engine.companions.is_behind:
            # Else it is heard of only after what was asked for next, or the round that was begun, is done, too.
            self._rest()
        saved = len(self.witness.files)
        self._do(0, c.SaveSession(path, window, with_data))
        check(
            path in self.witness.files or len(self.witness.files) > saved, "it is not said that it was saved"
        )
        self.witness.check_file(path)
        check(read_session(path).window.text == name, "what the window wants back is not in the file")

    @rule(name=st.sampled_from("ab"), work=WORK)
    def open(self, name: str, work: int) -> None:
        path = str(self.folder / name)
        refused = len(self.witness.refused)
        self._do(work, c.OpenSession(path, self.next_run))
        if self._is_waiting:
            self._rest()
        if path in self.witness.files:
            check(len(self.witness.refused) == refused, f"{self.witness.refused[-1:]}")
        else:
            check(len(self.witness.refused) == refused + 1, "a file that is not there is opened")
        self._note_numbers()

    @rule(cut=st.integers(0, 3000))
    def open_damaged(self, cut: int) -> None:
        saved = next(iter(path for path in self.witness.files if Path(path).is_file()), None)
        if saved is None:
            return
        self._rest()
        damaged = self.folder / "damaged"
        damaged.write_bytes(Path(saved).read_bytes()[: -1 - cut])
        refused, before = len(self.witness.refused), self._state()
        self._do(0, c.OpenSession(str(damaged), self.next_run))
        check(len(self.witness.refused) == refused + 1, "a damaged file is opened")
        check(self._state() == before, "a refused file has changed something")

    # --- the end of processes

    @rule(seconds=st.sampled_from((0.3, 3.0, 5.0)))
    def wait(self, seconds: float) -> None:
        self.driver.clock.now += seconds
        self.driver.work(3)

    @rule(how=st.sampled_from(("engine", "engine", "window", "closed", "new")), work=WORK)
    def end(self, how: str, work: int) -> None:
        """A process is killed, the window is closed, or everything is begun anew."""
        if how == "engine":
            self._kill_the_engine(work)
        elif how == "window":
            self._kill_the_window(work)
        elif how == "closed":
            self.driver.send(c.Close())
            left = list(Path(self.autosave).glob("*.frame*"))
            check(not left, "a window that was closed in order has left something")
            self._start()
        else:
            self._rest()
            number = self._number_of_run()
            self.witness.begun[number] = ARCHITECTURE, CONFIG, small_data()
            self._do(-1, c.NewSession(number, ARCHITECTURE, CONFIG))

    def _kill_the_engine(self, work: int) -> None:
        """Another one goes on from what was saved."""
        now, past = self.driver.clock.now, self.past.copy()
        self._begin_another()
        self._do(0, c.Recover(self.autosave, self.history_bytes))
        run = self.driver.engine.current
        for when, number, update, changes in reversed(past):
            if when <= now - MOST_LOST_S:
                stands = run.trainer.step_count, len(run.journal)
                is_there = number != run.number or stands >= (update, changes) or run.diverged is not None
                check(is_there, f"update {update} was there {now - when:.1f} s before the end")
                break
        self._do(work)

    def _kill_the_window(self, work: int) -> None:
        """Its engine sees its input end and saves; the next window opens what was left."""
        engine, left = self.driver.engine, self.autosave
        engine.save()
        self.witness.note_file(left)
        before, shown = _stands(engine), engine.number
        self._begin_another()
        self._start()
        self._do(0, c.OpenAutosave(left, self.next_run))
        self._note_numbers()
        after = _stands(self.driver.engine)
        check(list(after.values()) == list(before.values()), "updates are lost")
        check(list(before).index(shown) == list(after).index(self._shown), "another run is on screen")
        self._do(work)

    # --- parts

    @property
    def _shown(self) -> int:
        return self.driver.engine.number

    @property
    def _config(self) -> TrainingConfig:
        return self.driver.engine.current.trainer.config

    @property
    def _is_waiting(self) -> bool:
        return self.driver.engine.time._is_branching

    def _do(self, work: int, *commands: Any) -> None:
        self.driver.send(*commands)
        if work < 0:
            self._rest()
        else:
            self.driver.work(work)

    def _rest(self) -> None:
        """Until nothing is left to be done; a training that has no end is paused."""
        engine = self.driver.engine
        self.driver.send(c.SetRate(None))
        # A training without an end may wait for a branch.
        self.driver.until(lambda: not self._is_waiting)
        if (
            engine.training.running
            and engine.training.last_update is None
            and engine.training.last_epoch is None
        ):
            self.driver.send(c.Pause())
        self.driver.rest()

    def _begin_another(self) -> None:
        clock = self.driver.clock
        self.driver = Watched(self.witness)
        self.driver.clock.now = clock.now
        self.past.clear()
        self.witness.running = False
        self.witness.begun.clear()
        self.witness.asked_branches.clear()

    def _edit(self, place: tuple[int, int, int | None], value: float, is_same: bool) -> c.EditParameter:
        network = self.driver.trainer.network
        sizes = network.sizes
        layer = place[0] % (len(sizes) - 1)
        target = place[1] % sizes[layer + 1]
        source = None if place[2] is None else place[2] % sizes[layer]
        number = self.made[-1] if is_same and self.made else self._number_of_change()
        permutations = self.driver.engine.current.permutations
        where = ParameterLocation(layer, target, source)
        return c.EditParameter(self._shown, number, where, value, permutations)

    def _number_of_change(self) -> int:
        self.next_edit += 1
        self.made.append(self.next_edit)
        return self.next_edit

    def _number_of_run(self) -> int:
        self.next_run += 1
        return self.next_run - 1

    def _note_numbers(self) -> None:
        self.next_run = max([self.next_run, *(run.number + 1 for run in self.driver.engine.runs)])

    def _state(self) -> tuple[Any, ...]:
        """θ, the optimizer's state, where it stands and its settings; all that an update depends on."""
        checkpoint = self.driver.trainer.checkpoint()
        plain = replace(checkpoint, edit_count=0)
        return self._shown, plain.checksum, self._config


def _stands(engine: Engine) -> dict[int, tuple[str, int]]:
    """How far each run is, and how often it was changed, by their numbers."""
    ordered = sorted(engine.runs, key=lambda run: run.number)
    return {run.number: (run.trainer.checkpoint().checksum, len(run.journal)) for run in ordered}
