"""A training that was lent comes back as if it had never been away; and whatever happens to it, a training goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.data.dataset import Dataset
from core.data.dataset_spec import DataChoice
from core.engine.run import Run
from core.engine.snapshots import data_info
from core.nn.architecture import Structure
from core.training.trainer import DivergenceError, Trainer, TrainingConfig
from gui.apart import lent_training, other_process
from gui.apart.lent_training import LentTraining
from tests.core.small_data import small_data

STRUCTURE = Structure((8, 8), ("tanh", "relu"), 4, skip=True)
SETTINGS = {"batch_size": 8, "dropout": 0.2, "optimizer": "adam"}


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Those that were started."""
    started: list[subprocess.Popen[bytes]] = []
    start = other_process._started

    def remembered() -> subprocess.Popen[bytes]:
        started.append(start())
        return started[-1]

    monkeypatch.setattr(other_process, "_started", remembered)
    return started


@pytest.fixture
def lent(monkeypatch: pytest.MonkeyPatch, processes: list[subprocess.Popen[bytes]]) -> Iterator[LentTraining]:
    monkeypatch.setattr(lent_training, "LEND_AFTER_S", 0.0)
    lent = LentTraining()
    yield lent
    lent.close()
    assert all(process.returncode is not None for process in processes)


def run_with(dataset: Dataset | None = None, **settings: Any) -> Run:
    data = dataset or small_data(60)
    return Run.begin(
        STRUCTURE, TrainingConfig(**{**SETTINGS, **settings}), data, data_info(DataChoice(), data)
    )


def lend(lent: LentTraining, run: Run) -> None:
    until = time.monotonic() + 10
    while not lent.lend(run):
        assert time.monotonic() < until
        time.sleep(0.01)


def hear_of(lent: LentTraining, run: Run, update: int) -> None:
    until = time.monotonic() + 10
    while run.trainer.step_count < update:
        assert time.monotonic() < until
        lent.hear()


def made_here(run: Run, first_loss: int = 0) -> Trainer:
    """The same training, made here alone; the run stands where that stands, and has been told each loss."""
    alone = run_with(run.trainer.dataset).trainer
    losses = [alone.step() for _ in range(run.trainer.step_count)]
    where = run.trainer.checkpoint().values
    assert {**where, "updates": 0} == {**alone.checkpoint().values, "updates": 0}
    assert np.array_equal(run.trainer.network.parameters, alone.network.parameters)
    assert np.array_equal(run.trainer.batch_rows, alone.batch_rows)
    assert run.losses == losses[first_loss:]
    return alone


def with_fresh_optimizer(trainer: Trainer) -> Trainer:
    """As the process that knew the optimizer's vectors left it."""
    known = trainer.checkpoint()
    trainer.restore(replace(known, updates=0, vectors=tuple(np.zeros_like(v) for v in known.vectors)))
    return trainer


def check_they_go_on_alike(first: Trainer, second: Trainer) -> None:
    for trainer in (first, second):
        for _ in range(10):
            trainer.step()
    assert first.checkpoint().checksum == second.checkpoint().checksum


def test_it_is_told_of_on_the_way_and_comes_back_with_the_same_bits(lent: LentTraining) -> None:
    run = run_with()
    assert run.trainer.step() is not None
    run.losses.append(run_with().trainer.step())
    lend(lent, run)
    assert lent.is_lent
    for _ in range(3):
        hear_of(lent, run, run.trainer.step_count + 5)
        made_here(run)
    lent.take_back()
    assert not lent.is_lent and run.trainer.step_count > 15
    alone = made_here(run)
    assert run.trainer.checkpoint().checksum == alone.checkpoint().checksum
    assert np.array_equal(run.trainer.network.gradients, alone.network.gradients)
    check_they_go_on_alike(run.trainer, alone)


def test_another_one_can_be_lent_then_on_other_examples(
    lent: LentTraining, processes: list[subprocess.Popen[bytes]]
) -> None:
    first, other = run_with(), run_with(small_data(90))
    for run in (first, other, first):
        run.losses.clear()
        start = run.trainer.step_count
        lend(lent, run)
        hear_of(lent, run, start + 10)
        lent.take_back()
        alone = made_here(run, first_loss=start)
        assert run.trainer.checkpoint().checksum == alone.checkpoint().checksum
    assert len(processes) == 1


def test_of_a_watched_run_its_last_gradient_and_change_are_told(lent: LentTraining) -> None:
    run = run_with()
    run.watched = True
    lend(lent, run)
    hear_of(lent, run, 10)
    snapshot = run.snapshot(0)
    alone = run_with().trainer
    for _ in range(run.trainer.step_count - 1):
        alone.step()
    before = [layer.W.copy() for layer in alone.network.layers]
    alone.step()
    for layer, old, mean_dW, change in zip(
        alone.network.layers, before, snapshot.mean_dW, snapshot.change_W, strict=True
    ):
        assert np.array_equal(mean_dW, layer.dW)
        assert np.array_equal(change, layer.W - old)


def test_a_divergence_is_the_same_one(lent: LentTraining) -> None:
    wild = {"optimizer": "sgd", "learning_rate": 1000.0, "l2": 1.0, "dropout": 0.0}
    run, alone = run_with(**wild), run_with(**wild).trainer
    with pytest.raises(DivergenceError) as expected:
        for _ in range(1_000):
            alone.step()
    lend(lent, run)
    with pytest.raises(DivergenceError) as told:
        hear_of(lent, run, 1_000)
    assert not lent.is_lent
    assert (told.value.update, told.value.cause) == (expected.value.update, expected.value.cause)


def test_what_fails_there_is_raised_here(lent: LentTraining, monkeypatch: pytest.MonkeyPatch) -> None:
    run = run_with()
    lend(lent, run)
    head, arrays = lent._process.ask({"asked": "end"})
    monkeypatch.setattr(lent._process, "ask", lambda asked: ({**head, "failed": "ZeroDivisionError"}, arrays))
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        lent.hear()
    assert not lent.is_lent
    made_here(run)


def test_where_somebody_ends_the_process_it_goes_on_here_from_what_was_told(
    lent: LentTraining, processes: list[subprocess.Popen[bytes]]
) -> None:
    run = run_with()
    lend(lent, run)
    hear_of(lent, run, 20)
    told = run.trainer.step_count
    processes[0].kill()
    processes[0].wait()
    lent.take_back()
    assert not lent.is_lent and run.trainer.step_count == told
    check_they_go_on_alike(run.trainer, with_fresh_optimizer(made_here(run)))
    assert not lent.lend(run)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes cannot be stopped from outside here")
def test_where_the_process_stands_still_it_goes_on_here(
    lent: LentTraining, processes: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(other_process, "PATIENCE_S", 0.2)
    monkeypatch.setattr(other_process, "LOOK_S", 0.05)
    run = run_with()
    lend(lent, run)
    hear_of(lent, run, 20)
    os.kill(processes[0].pid, signal.SIGSTOP)
    lent.hear()
    assert not lent.is_lent
    check_they_go_on_alike(run.trainer, with_fresh_optimizer(made_here(run)))


def test_a_training_is_lent_only_between_updates_that_are_made_in_one_piece(lent: LentTraining) -> None:
    run = run_with()
    lend(lent, run)
    lent.take_back()
    run.trainer.do_phase()
    assert not lent.lend(run)
    while run.trainer.next_phase != "batch":
        run.trainer.do_phase()
    assert lent.lend(run)
    lent.take_back()
    whole = run_with(small_data(20_000), optimizer="sgd", batch_size=None)
    assert not lent.lend(whole)


def test_one_that_was_just_needed_here_stays_for_a_moment(
    lent: LentTraining, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = run_with()
    lend(lent, run)
    lent.take_back()
    monkeypatch.setattr(lent_training, "LEND_AFTER_S", 1000.0)
    assert lent.lend(run)
    lent.take_back()
    assert not lent.lend(run)
