"""The real window, used in any order; its engine is on the test's own thread, and is killed now and then.

After each step everything that the engine has said is held against runs that are made again, and so is what is on
screen; at rest every mark of the picture is computed again, as the audit does it.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.nn.architecture import Architecture
from gui.app import commands as w
from gui.app.speed_slider import FULL_SPEED
from tests.audit.actions import Chance
from tests.audit.panel_readings import read_panels
from tests.audit.picture_readings import read_picture
from tests.audit.report import Report
from tests.robustness.engine_machine import MEMORY
from tests.robustness.witness import check
from tests.robustness.witnessed_desk import WitnessedDesk

SETTINGS = (
    ("learning_rate", 0.01),
    ("optimizer", "sgd"),
    ("batch_size", 8),
    ("dropout", 0.3),
    ("l2", 0.01),
    ("schedule", "cosine"),
)
ARCHITECTURES = (
    Architecture.dense(hidden=(9, 7), seed=1),
    Architecture.dense(hidden=(6, 6, 6), activation="tanh", seed=2, skip=True),
    Architecture.dense(hidden=(), seed=3),
)
PICTURES = ("weight", "signal", "gradient", "mean_gradient", "change")
# What is done is under way still when the next thing is done, or it is at rest.
RESTS = st.sampled_from((False, False, True))


class WindowMachine(RuleBasedStateMachine):
    """One user with one window after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="backlight-machine-", dir=MEMORY))
        self._stack = ExitStack()
        self._open_window(ARCHITECTURES[0])

    def teardown(self) -> None:
        try:
            self._rest()
        finally:
            self._stack.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _open_window(self, architecture: Architecture) -> None:
        files = self.desk.witness.files if hasattr(self, "desk") else {}
        self.desk = self._stack.enter_context(WitnessedDesk().opened())
        self.desk.witness.files = files
        self._issue(w.SetSpeed(FULL_SPEED), w.SetArchitecture(architecture))
        self._rest()

    @invariant()
    def everything_on_screen_is_what_was_computed(self) -> None:
        desk = self.desk
        check(not desk.wrong, "; ".join(desk.wrong))
        check(not desk.failures, "; ".join(desk.failures))
        shown = desk.view.displayed_snapshot
        assert shown is not None
        # What was lost with an engine is on screen until the next one has something else.
        if shown.run in desk.witness.runs and desk.composition.engine.has_answered:
            desk.witness.check_snapshot(replace(shown, losses=shown.losses[:0]), is_whole=False)

    @rule()
    def be_idle(self) -> None:
        """What is tried first, and what is left of an order that is shortened: it has to take no time."""
        self._turn(False)

    # --- training

    @rule(rests=RESTS)
    def run_or_pause(self, rests: bool) -> None:
        self._do(rests, w.ToggleRunning())

    @rule(updates=st.sampled_from((1, 5, 30)))
    def train(self, updates: int) -> None:
        self._issue(c.Train(updates))
        self.desk.wait_until(lambda: not self.desk.engine.training.running, "so many updates")

    @rule(
        command=st.sampled_from((w.MakeUpdate(), w.StepBack(), w.NextPhase(), w.PreviousPhase())), rests=RESTS
    )
    def step(self, command: Any, rests: bool) -> None:
        self._do(rests, command)

    @rule(position=st.sampled_from((0, 60, FULL_SPEED)), rests=RESTS)
    def choose_speed(self, position: int, rests: bool) -> None:
        self._do(rests, w.SetSpeed(position))

    # --- changing, and undoing it

    @rule(architecture=st.sampled_from(ARCHITECTURES), rests=RESTS)
    def build(self, architecture: Architecture, rests: bool) -> None:
        self._do(rests, w.SetArchitecture(architecture))

    @rule(setting=st.sampled_from(SETTINGS), rests=RESTS)
    def change_a_setting(self, setting: tuple[str, object], rests: bool) -> None:
        self._do(rests, w.SetConfig(*setting))

    @rule(value=st.floats(-2, 2, width=16), place=st.integers(0, 50), rests=RESTS)
    def edit(self, value: float, place: int, rests: bool) -> None:
        self._edit(value, place)
        self._turn(rests)

    @rule(
        what=st.sampled_from(("edit", "setting", "network", "branch", "sorting")),
        value=st.floats(-2, 2, width=16),
    )
    def do_and_undo(self, what: str, value: float) -> None:
        self._rest()
        if self.desk.composition.time.moment is not None:
            # Undone is the change, and not that one has come back to the present for it.
            self._do(True, c.ReturnToLive())
        stack, before = self.desk.window.undo_stack, self._state()
        steps = stack.index()
        if what == "edit":
            self._edit(value, 3)
        elif what == "setting":
            self._issue(w.SetConfig("learning_rate", 0.03))
        elif what == "network":
            self._issue(w.SetArchitecture(ARCHITECTURES[1]), w.Rewind())
        elif what == "branch":
            self._issue(w.BranchHere())
        else:
            self._issue(w.SortNeurons())
        self._rest()
        while stack.index() > steps:
            stack.undo()
            self._rest()
        after = self._state()
        check(after == before, f"undone: {what}, and it is {after}, which was {before}")

    @rule(is_undo=st.booleans(), rests=RESTS)
    def undo_or_redo(self, is_undo: bool, rests: bool) -> None:
        stack = self.desk.window.undo_stack
        (stack.undo if is_undo else stack.redo)()
        self._turn(rests)

    # --- time and runs

    @rule(part=st.sampled_from((0.0, 0.1, 0.5, 0.9, 1.0)), rests=RESTS)
    def scrub(self, part: float, rests: bool) -> None:
        live = self.desk.engine.current.trainer.step_count
        self._do(rests, c.LookAt(round(part * live)))

    @rule(rests=RESTS)
    def return_to_live(self, rests: bool) -> None:
        self._do(rests, c.ReturnToLive())

    @rule(rests=RESTS)
    def branch(self, rests: bool) -> None:
        self._do(rests, w.BranchHere())

    @rule(which=st.integers(0, 9), rests=RESTS)
    def show_run(self, which: int, rests: bool) -> None:
        runs = sorted(run.number for run in self.desk.engine.runs)
        self._do(rests, w.ShowRun(runs[which % len(runs)]))

    # --- what is seen

    @rule(seed=st.integers(0, 1000), kind=st.sampled_from(("_draw", "_digit", "_pin", "_point", "_details")))
    def use_the_hand(self, seed: int, kind: str) -> None:
        Chance(self.desk, seed).__getattribute__(kind)().do()
        self._turn(False)

    @rule(picture=st.sampled_from(PICTURES), rests=RESTS)
    def choose_a_picture(self, picture: str, rests: bool) -> None:
        self._do(rests, w.Choose("edge_value", picture))

    # --- files and processes

    @rule(name=st.sampled_from("ab"))
    def save(self, name: str) -> None:
        path = str(self.folder / f"{name}.backlight")
        self._do(True, w.SaveFile(path))
        self.desk.witness.check_file(path)

    @rule(name=st.sampled_from("ab"), rests=RESTS)
    def open(self, name: str, rests: bool) -> None:
        path, witness = str(self.folder / f"{name}.backlight"), self.desk.witness
        before = witness.opened, len(witness.refused)
        self._issue(w.OpenFile(path))
        if path in witness.files:
            # The window may say by itself that there is no such file.
            self.desk.wait_until(lambda: (witness.opened, len(witness.refused)) != before, "the file")
        self._turn(rests)
        is_opened = witness.opened > before[0]
        check(is_opened == (path in witness.files), f"{path}: {witness.refused[-1:]}")

    @rule(rests=RESTS)
    def begin_anew(self, rests: bool) -> None:
        self._do(rests, w.BeginSession())

    @rule(rests=RESTS)
    def kill_the_engine(self, rests: bool) -> None:
        self.desk.kill_the_engine()
        self._turn(rests)

    @rule()
    def close_the_window(self) -> None:
        self._stack.close()
        self._open_window(ARCHITECTURES[0])

    # --- parts

    def _issue(self, *commands: Any) -> None:
        for command in commands:
            self.desk.composition.dispatcher.issue(command)

    def _do(self, rests: bool, command: Any) -> None:
        self._issue(command)
        self._turn(rests)

    def _turn(self, rests: bool) -> None:
        if rests:
            self._rest()
        else:
            self.desk.pass_time(0.05)

    def _rest(self) -> None:
        """Until nothing moves; then every mark is computed again."""
        desk = self.desk
        desk.rest()
        report = Report()
        truth = read_picture(desk, report, at_rest=True)
        if truth is not None and desk.composition.time.moment is None:
            read_panels(truth, report)
        check(truth is not None, "nobody knows what is on screen")
        check(not report.differences, "; ".join(report.differences[:4]))

    def _edit(self, value: float, place: int) -> None:
        sizes = self.desk.displayed.sizes
        where = ParameterLocation(len(sizes) - 2, place % sizes[-1], place % sizes[-2])
        self.desk.composition.edits._on_value_wanted(where, value, False)

    def _state(self) -> tuple[Any, ...]:
        """All that the next update depends on, and what is on screen."""
        trainer = self.desk.engine.current.trainer
        plain = replace(trainer.checkpoint(), edit_count=0).checksum
        shown = self.desk.displayed
        return self.desk.engine.number, plain, trainer.config, shown.run, shown.parameters.tobytes()
