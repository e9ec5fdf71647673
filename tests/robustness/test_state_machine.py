"""Whatever is done in whatever order: what is shown is what was computed, and nothing is lost.

`BACKLIGHT_MACHINE=200x50` makes so many orders of so many steps, others each time. What presenters add to it is in
`test_presenter_machine`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter
from types import SimpleNamespace
from typing import Any, ClassVar, cast

import numpy as np
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from PySide6.QtWidgets import QApplication

from core.engine import commands as c
from core.engine import history, past
from core.engine.messages import (
    BesideShown,
    Diverged,
    GradientComputed,
    JournalMarked,
    LiveShown,
    LossesAdded,
)
from core.engine.run import Run
from core.training.checkpoint import Checkpoint
from core.training.config import TrainingConfig
from gui.engine import client
from tests.audit.desk import small_dataset
from tests.audit.panel_readings import read_status
from tests.audit.picture_readings import Truth
from tests.audit.report import Report
from tests.core.engine.driver import Clock
from tests.robustness.engine_machine import SETTINGS, EngineMachine
from tests.robustness.orders import a_picture_too_old, keep_short_runs, run
from tests.robustness.window_machine import ARCHITECTURES, WindowMachine
from tests.robustness.witness import Witness, reference_of
from tests.robustness.witnessed_desk import HeardEngine


@pytest.fixture(autouse=True)
def short_runs_have_a_history(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_short_runs(monkeypatch.setattr)


@pytest.mark.timeout(7200)
def test_an_engine_that_is_used_in_any_order_stays_true() -> None:
    # In 100 more it is used with its presenters, in `test_presenter_machine`: there are files, kills and undo, too.
    run(EngineMachine, 50, 50)


@pytest.mark.timeout(36_000)
def test_a_window_that_is_used_in_any_order_stays_true(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However often its engines end, it is by our hand.
    monkeypatch.setattr(client, "WITHIN_S", 0.0)
    run(WindowMachine, 3, 10)


def test_orders_are_the_same_each_time() -> None:
    class Drawn(RuleBasedStateMachine):
        values: ClassVar[list[int]] = []

        @rule(value=st.integers(0, 10**9))
        def take(self, value: int) -> None:
            self.values.append(value)

    run(Drawn, 20, 20)
    before = Drawn.values.copy()
    Drawn.values.clear()
    run(Drawn, 20, 20)
    assert Drawn.values == before and len(set(before)) > 100


# --- what it has found, in as few steps as there are


def test_a_gradient_that_overflows_is_told_as_it_was_computed() -> None:
    machine = EngineMachine()
    try:
        machine.start(history_bytes=0)
        machine.change_settings(change=SETTINGS[-1], work=0)
        machine.train(updates=7, work=-1)
        assert machine.driver.last(Diverged).cause == "loss"
        # It is trained on from other parameters, and their numbers are as large.
        machine.edit(place=(0, 0, None), value=0.5, is_same=False, work=-1)
        machine.compute_gradient(work=-1)
        told, trainer = machine.driver.last(GradientComputed), machine.driver.trainer
        data, rows = trainer.dataset, trainer.batch_rows
        with np.errstate(over="ignore", invalid="ignore"):
            sums = reference_of(machine.witness.runs[0], trainer.network.parameters)
            z = sums.run(data.X_train[rows], data.y_train[rows]).z[-1]
        assert np.isfinite(told.snapshot.parameters).all() and np.abs(z).max() > np.finfo(np.float32).max
        assert not np.isfinite(told.mean_gradient).all()
        with pytest.raises(AssertionError, match="another gradient is told"):
            machine.witness.hear(replace(told, mean_gradient=np.zeros_like(told.mean_gradient)))
    finally:
        machine.teardown()


def test_an_update_that_a_run_is_on_its_way_back_to_may_be_kept() -> None:
    machine = EngineMachine()
    try:
        machine.start(history_bytes=None)
        machine.train(updates=3, work=-1)
        machine.change_settings(change=SETTINGS[-1], work=0)
        machine.train(updates=30, work=-1)
        machine.everything_is_what_it_was_made_of()
        run = machine.driver.engine.current
        assert run.diverged == (9, "loss") and run.trainer.step_count == 8
        assert machine.driver.engine.time.history.updates(run.number).tolist() == [8]
    finally:
        machine.teardown()


def test_a_run_beside_is_told_in_the_order_of_the_neurons_on_screen() -> None:
    machine = EngineMachine()
    try:
        machine.start(history_bytes=0)
        machine.train(updates=30, work=-1)
        machine.sort(work=-1)
        machine.branch_aside(change=None, update=2, work=-1)
        machine.show_beside(which=1, update=2, work=-1)
        shown = machine.driver.last(BesideShown)
        assert shown.run == 1 and shown.order_of == (0, 1)
        with pytest.raises(AssertionError, match="other parameters"):
            machine.witness.hear(replace(shown, order_of=(1, 0)))
    finally:
        machine.teardown()


def test_what_stands_beside_has_the_example_of_the_picture_that_comes_with_it() -> None:
    machine = EngineMachine()
    try:
        machine.start(history_bytes=20_000)
        machine.show_beside(which=0, update=36, work=-1)
        machine.compute_gradient(work=3)
        # The branch comes on screen, and what waited for it chooses another example, in one slice.
        machine.branch(update=26, change=None, work=0)
        machine.release(work=3)
        machine.everything_is_what_it_was_made_of()
        witness, snapshot = machine.witness, machine.driver.snapshot
        # And one that no picture has is found: where the next picture comes, and where none does.
        witness.told, witness._awaited = (
            None,
            replace(snapshot.example, label=1 - (snapshot.example.label or 0)),
        )
        with pytest.raises(AssertionError, match="another example is shown beside, and in no picture"):
            witness.look()
        with pytest.raises(AssertionError, match="another example is shown beside$"):
            witness.hear(snapshot)
        witness._awaited = None
    finally:
        machine.teardown()


def test_losses_that_come_without_a_picture_came_while_an_earlier_update_was_shown() -> None:
    machine = EngineMachine()
    try:
        machine.start(history_bytes=0)
        machine.train_on(work=4)
        # In the slice in which the branch has begun, an earlier update is looked at and left again.
        machine.branch_aside(change=None, update=0, work=0)
        machine.step(by=-1, work=0)
        machine.change_settings(change=SETTINGS[0], work=1)
        machine.everything_is_what_it_was_made_of()
        witness, told = machine.witness, machine.driver.last(LossesAdded)
        assert told.run == witness.shown and machine.driver.all(LiveShown)
        # And without that it is wrong.
        witness.hear(told)
        with pytest.raises(AssertionError, match="the losses of the run on screen come with its pictures"):
            witness.look()
        witness.hear(LiveShown(0))
    finally:
        machine.teardown()


def test_a_session_is_saved_once_the_round_that_was_begun_is_done() -> None:
    machine = EngineMachine()
    try:
        machine.start(history_bytes=20_000)
        machine.branch_aside(update=9, change={"optimizer": "adam"}, work=-1)
        machine.walk(first=3, second=1)
        assert machine.driver.engine.companions.is_behind
        machine.save(name="b", with_data=False)
    finally:
        machine.teardown()


def test_a_run_that_is_to_be_forgotten_is_there_until_the_branch_before_it_has_begun() -> None:
    witness, wrong = Witness(), list[str]()
    engine = HeardEngine(witness, wrong, perf_counter, small_dataset)
    engine.handle(c.Start(ARCHITECTURES[0], TrainingConfig()))
    for number in (1, 2):
        engine.handle(c.BranchRun(number, 0))
        if number == 2:
            engine.handle(c.ForgetRun(1))
            assert engine.run(1) is not None
        while engine.number != number:
            engine.advance(perf_counter() + 0.005)
    assert not wrong and set(witness.runs) == {0, 2} == {run.number for run in engine.runs}


def test_a_run_may_be_set_otherwise_and_forgotten_in_the_slice_in_which_it_has_begun() -> None:
    witness, wrong = Witness(), list[str]()
    engine, config = HeardEngine(witness, wrong, Clock(1e-6), small_dataset), TrainingConfig()
    engine.handle(c.Start(ARCHITECTURES[0], config))
    engine.handle(c.BranchRun(1, 0))
    for command in (c.Reconfigure(replace(config, dropout=0.3)), c.ReturnToRun(0), c.ForgetRun(1)):
        engine.handle(command)
    told: list[Any] = []
    while engine.run(1) is not None or engine.number != 0 or not told:
        told = [
            message for message in engine.advance(engine._clock() + 1.0) if isinstance(message, JournalMarked)
        ]
    assert not wrong and [mark.run for mark in told] == [1] and set(witness.runs) == {0}


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ("", 0),
        ("  ·  no phase to go back to: Page Down begins the next update", 0),
        ("  ·  dead and saturated neurons: update 6", 1),
    ],
)
def test_words_of_the_status_bar_that_name_no_update_are_not_taken_for_one(more: str, wrong: int) -> None:
    label = SimpleNamespace(whole=f"update 7  ·  epoch 0{more}")
    desk = SimpleNamespace(
        window=SimpleNamespace(status_label=label),
        trainer=SimpleNamespace(epoch=0),
        frame=SimpleNamespace(look=SimpleNamespace(statistics=None)),
    )
    report = Report()
    read_status(
        cast(Truth, SimpleNamespace(desk=desk, at_rest=True, snapshot=SimpleNamespace(update=7))), report
    )
    assert len(report.differences) == wrong


# --- and what is not true is found: each of these is a fault in one place


def _without_settings(plant: Callable[..., None]) -> None:
    """An earlier update is made again with the settings of now."""
    run_from = past.run_from

    def faulty(kept: history.KeptState | None, live: Run) -> Run:
        again = run_from(kept, live)
        again.trainer.reconfigure(live.trainer.config)
        return again

    plant(past, "run_from", faulty)


def _without_vectors(plant: Callable[..., None]) -> None:
    """What was saved goes on without what the optimizer had gathered."""

    def faulty(self: Checkpoint, parameters: Any, optimizer: Any) -> None:
        np.copyto(parameters, self.parameters)
        optimizer.t = self.updates

    plant(Checkpoint, "load", faulty)


@pytest.mark.parametrize("fault", [_without_settings, _without_vectors, a_picture_too_old])
def test_a_planted_fault_is_found(fault: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    fault(monkeypatch.setattr)
    with pytest.raises(AssertionError):
        run(EngineMachine, 200, 50)
