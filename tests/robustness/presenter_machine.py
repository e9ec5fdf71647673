"""Engine and presenters of one window that nobody looks at, used in any order; nothing is painted, so a step is cheap.

One window serves all orders, each of which begins with a new session. Its engine is on the test's own thread and moves
only where a step says so, by a clock that stands still between them; every command and message passes as frames. What
the engine says is held against runs that are made again, as in `engine_machine`, and what the presenters have against
what the engine said: at each step what is soon looked at, and at the end of an order everything.
"""

from __future__ import annotations

import gc
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.nn.architecture import Architecture
from gui.app import commands as w
from gui.app.speed_slider import FULL_SPEED
from tests.gui import local_engine
from tests.robustness.engine_machine import MEMORY
from tests.robustness.presenter_desk import PresenterDesk, StillClock, few_digits
from tests.robustness.witness import check

ARCHITECTURES = (
    Architecture.dense(hidden=(4, 3), seed=1),
    Architecture.dense(hidden=(3, 3, 3), activation="tanh", seed=2, skip=True),
    Architecture.dense(hidden=(), seed=3),
)
SETTINGS: tuple[tuple[str, object], ...] = (
    *(("learning_rate", 0.01), ("learning_rate", 0.05), ("optimizer", "sgd"), ("optimizer", "adam")),
    *(("batch_size", 8), ("batch_size", 20), ("dropout", 0.3), ("dropout", 0.0), ("l2", 0.01)),
    *(("schedule", "cosine"), ("patience", 1)),
)
PICTURES = "weight", "signal", "gradient", "mean_gradient", "change"
# What an order is made of: everything, or some of it, so that the same things meet more often.
KINDS = st.none() | st.sets(st.integers(0, 27), min_size=4, max_size=18)
# So many after a step; -1 is until nothing is left to be done.
SO_MANY = 0, 0, 0, 1, 1, 1, 3, 3, 8, -1


class PresenterMachine(RuleBasedStateMachine):
    """One order of steps; `desk` is what all of them share."""

    desk: PresenterDesk

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="backlight-machine-", dir=MEMORY))
        self._killed = False
        self.desk.wrong.clear()
        self.desk.failures.clear()
        self.desk.begin_anew()
        self.desk.issue(w.SetSpeed(FULL_SPEED))
        self._steps: tuple[Callable[[int], Any], ...] = (
            *(self._run, self._train, self._train, self._step, self._speed),
            *(self._build, self._set, self._set, self._edit, self._sort, self._undo, self._undo),
            *(self._do_and_undo, self._scrub, self._scrub, self._live, self._branch, self._show_run),
            *(self._note_run, self._side, self._example, self._draw, self._picture, self._page),
            *(self._save, self._open, self._anew, self._kill),
        )

    @initialize(kinds=KINDS)
    def choose(self, kinds: set[int] | None) -> None:
        """Only these things are done."""
        if kinds is not None:
            self._steps = tuple(self._steps[kind] for kind in sorted(kinds))

    def teardown(self) -> None:
        try:
            self.desk.rest()
            self.look()
            self._look_at_everything()
            self.desk.is_sound = True
        finally:
            self.desk.transport.blockSignals(False)
            shutil.rmtree(self.folder, ignore_errors=True)

    # One rule: to choose among thirty takes Hypothesis as long as all that they do.
    @rule(which=st.integers(0, 27), value=st.integers(0, 1000), turns=st.sampled_from(SO_MANY))
    def do(self, which: int, value: int, turns: int) -> None:
        """One thing, and then so many turns; -1 is until it rests."""
        self.do_one(which, value, turns)

    @invariant()
    def what_is_shown_is_what_was_computed(self) -> None:
        """What is soon looked at."""
        self.look()

    def do_one(self, which: int, value: int, turns: int) -> None:
        """As `do`, which belongs to Hypothesis."""
        wanted = self._steps[which % len(self._steps)](value)
        if wanted is not None:
            self.desk.issue(wanted)
        if turns < 0:
            self.desk.rest()
        else:
            self.desk.turn(turns)

    def look(self) -> None:
        """What is soon looked at."""
        desk = self.desk
        check(not desk.wrong, "; ".join(desk.wrong))
        check(not desk.failures, "; ".join(desk.failures))
        shown, moment = desk.composition.network.displayed, desk.composition.time.moment
        if shown is None or not desk.composition.engine.has_answered:
            return
        shadow = desk.witness.runs.get(shown.run)
        # What was lost with an engine is on screen until the next one has something else.
        if shadow is not None and (shown.update, shown.edit_count) in shadow.thetas:
            theta = shadow.thetas[shown.update, shown.edit_count]
            check(np.array_equal(shown.parameters, theta), f"other parameters at update {shown.update}")
        if moment is not None:
            check(shown.update == moment.shown, f"{moment} with update {shown.update} on screen")

    def _look_at_everything(self) -> None:
        """At rest: pictures, curves, settings, the list of runs and words, against runs that were made again."""
        desk, root, witness = self.desk, self.desk.composition, self.desk.witness
        engine, shown = desk.engine, root.network.displayed
        witness.look()
        witness.look_at_history()
        assert shown is not None
        witness.check_snapshot(replace(shown, losses=shown.losses[:0]), is_whole=False)
        moment = root.time.moment
        live = engine.current.trainer.step_count
        at = live if moment is None else moment.update
        check(shown.run == engine.number == root.runs.info.run, f"run {shown.run} is shown")
        check(shown.update == at == engine.shown.trainer.step_count, f"update {shown.update} for {at}")
        check(engine.time.is_looking_back == (moment is not None), "window and engine are at other times")
        # What the label shows of it may be cut off where there is no room.
        said = root.window.status_label.whole
        check(f"update {at:,}" in said, said)
        check(root.store.state.moment == (None if moment is None else at), "another moment in the state")
        check(not root.store.state.running, "it is said to run")
        rows = root.run_tree._rows
        for run in engine.runs:
            told = rows.live.get(run.number, 0)
            check(told == run.trainer.step_count, f"run {run.number} at {told}, not {run.trainer.step_count}")
        told, config = (
            replace(each, schedule_start=0) for each in (root.runs.info.config, engine.current.trainer.config)
        )
        check(told == config, f"{told} for {config}, moment {moment}")
        self._look_at_losses(live)

    def _look_at_losses(self, live: int) -> None:
        """Each batch's mean that the plot has is the run's own; L is finite, or it is said why not."""
        loss, number = self.desk.composition.loss, self.desk.engine.number
        shadow = self.desk.witness.runs[number]
        check(loss.updates == live, f"{loss.updates} losses of {live} updates")
        for curve in loss.saved():
            known, run = curve.losses.recent, self.desk.engine.run(curve.run)
            if run is None or curve.losses.first or curve.run not in self.desk.witness.runs:
                continue
            own = self.desk.witness.runs[curve.run]
            # One that is not on screen is made again only as far as somebody asks for.
            own.go_to(len(known))
            means = np.array([own.steps[update].mean for update in range(1, len(known) + 1)], np.float32)
            # What an engine that was killed had not sent yet nobody knows, nor what a branch's run was before.
            is_known = ~np.isnan(known)
            check(np.array_equal(known[is_known], means[is_known]), f"other losses of run {curve.run}")
            is_whole = run.parent is None and not self._killed
            check(is_known.all() or not is_whole, f"losses of run {curve.run} are gone")
        exact = loss.exact
        if exact is not None and exact.run == number:
            large = np.abs(shadow.thetas[exact.update, shadow.edits_at(exact.update)]).max() > 30
            check(large or np.isfinite(exact.train_total), f"L is {exact.train_total}")

    # --- training

    def _run(self, _: int) -> Any:
        return w.ToggleRunning()

    def _train(self, value: int) -> Any:
        return c.Train((1, 5, 30)[value % 3])

    def _step(self, value: int) -> Any:
        return (w.MakeUpdate(), w.StepBack(), w.NextPhase(), w.PreviousPhase())[value % 4]

    def _speed(self, value: int) -> Any:
        return w.SetSpeed((0, 60, FULL_SPEED, FULL_SPEED)[value % 4])

    # --- changing, and undoing it

    def _build(self, value: int) -> Any:
        return w.SetArchitecture(ARCHITECTURES[value % len(ARCHITECTURES)])

    def _set(self, value: int) -> Any:
        return w.SetConfig(*SETTINGS[value % len(SETTINGS)])

    def _edit(self, value: int) -> None:
        shown = self.desk.composition.network.displayed
        if shown is not None:
            sizes = shown.sizes
            where = ParameterLocation(len(sizes) - 2, value % sizes[-1], value % sizes[-2])
            self.desk.composition.edits._on_value_wanted(where, value / 500 - 1, False)

    def _sort(self, _: int) -> Any:
        return w.SortNeurons()

    def _undo(self, value: int) -> None:
        stack = self.desk.window.undo_stack
        (stack.redo if value % 3 == 2 else stack.undo)()

    def _do_and_undo(self, value: int) -> None:
        desk = self.desk
        desk.issue(c.ReturnToLive())
        desk.rest()
        if desk.composition.time.moment is not None:
            # What was played went on into the past, of which another run is made: to undo that leads to the present.
            return
        stack, before = desk.window.undo_stack, self._state()
        steps, what = stack.index(), value % 5
        if what == 0:
            self._edit(value)
        else:
            desk.issue(
                (w.SetConfig("learning_rate", 0.03), w.Rewind(), w.BranchHere(), w.SortNeurons())[what - 1]
            )
        desk.settle()
        while stack.index() > steps:
            stack.undo()
            desk.settle()
        check(self._state() == before, f"what was undone has changed something: {what}")

    # --- time and runs

    def _scrub(self, value: int) -> Any:
        return c.LookAt(round(value / 1000 * self.desk.engine.current.trainer.step_count))

    def _live(self, _: int) -> Any:
        return c.ReturnToLive()

    def _branch(self, _: int) -> Any:
        return w.BranchHere()

    def _number(self, value: int) -> int:
        runs = sorted(run.number for run in self.desk.engine.runs)
        return int(runs[value % len(runs)])

    def _show_run(self, value: int) -> Any:
        return w.ShowRun(self._number(value))

    def _note_run(self, value: int) -> Any:
        number = self._number(value)
        return (w.HideRun(number, value % 2 == 0), w.DeleteRun(number), w.ShowCurve(number, True))[value % 3]

    def _side(self, value: int) -> Any:
        number = self._number(value)
        return (w.ToggleSide(), w.ShowAs("AB"[value % 2], number, None), w.SwapSides(), w.TrainBoth())[
            value % 4
        ]

    # --- what is seen

    def _example(self, value: int) -> Any:
        return c.ShowTestSample(("previous", "next", "random", "wrong")[value % 4])

    def _draw(self, value: int) -> Any:
        # Where it waits for a branch it is taken in the same turn as that, and what came before is heard after it.
        self.desk.settle()
        ink = np.random.default_rng(value).random(256).round().astype(np.float32)
        return c.ShowDrawing(ink, None if value % 2 else value % 10)

    def _picture(self, value: int) -> Any:
        return w.Choose("edge_value", PICTURES[value % len(PICTURES)])

    def _page(self, value: int) -> Any:
        return (w.ShowLedger(), w.ShowFindings(), w.ShowFlips(), w.ShowFilm())[value % 4]

    # --- files and processes

    def _path(self, value: int) -> str:
        return str(self.folder / f"{'ab'[value % 2]}.backlight")

    def _save(self, value: int) -> None:
        self.desk.settle()
        path = self._path(value)
        self.desk.issue(w.SaveFile(path))
        self.desk.settle()
        self.desk.witness.check_file(path)

    def _open(self, value: int) -> None:
        # A session that is begun, or opened, is counted as well.
        self.desk.settle()
        path, witness = self._path(value), self.desk.witness
        opened = witness.opened
        self.desk.composition.sessions.files.open_session(path)
        self.desk.settle()
        check((witness.opened > opened) == (path in witness.files), f"{path}: {witness.refused[-1:]}")

    def _anew(self, _: int) -> Any:
        # What was told of the runs before is heard when these are there already.
        self.desk.settle()
        return w.BeginSession()

    def _kill(self, _: int) -> None:
        self._killed = True
        self.desk.transport.kill()
        # The next one has no run before it was told to go on.
        while not self.desk.engine.runs:
            self.desk.transport.step()

    def _state(self) -> tuple[Any, ...]:
        """All that the next update depends on, and what is on screen."""
        engine, shown = self.desk.engine, self.desk.composition.network.displayed
        plain = replace(engine.current.trainer.checkpoint(), edit_count=0).checksum
        return engine.number, plain, engine.current.trainer.config, shown.run, shown.parameters.tobytes()


def use(machine: type[PresenterMachine], seed: int, steps: int) -> None:
    """One order without Hypothesis, which does the one that fails three times before it says so."""
    chance, used = random.Random(seed), machine()
    try:
        for _ in range(steps):
            used.do_one(chance.randint(0, 27), chance.randint(0, 1000), chance.choice(SO_MANY))
            used.look()
    finally:
        used.teardown()


@contextmanager
def presenter_machine() -> Iterator[type[PresenterMachine]]:
    """The machine, with one window for all that it does."""
    clock, load = StillClock(), local_engine.load_once
    local_engine.load_once = few_digits  # type: ignore[assignment]
    clock.install()
    desk = PresenterDesk(clock)
    # What a window is made of stays: it need not be looked through again and again.
    gc.collect()
    gc.freeze()
    try:
        yield type("PresenterMachine", (PresenterMachine,), {"desk": desk})
    finally:
        desk.close()
        clock.remove()
        local_engine.load_once = load
