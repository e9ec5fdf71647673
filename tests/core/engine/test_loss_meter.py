"""The exact loss beside the training: of one update, in turns, and dropped when it is of nothing any more."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data.dataset_spec import DataChoice
from core.engine.loss_meter import ExactLossMeter, ExactLossSchedule
from core.nn.network import Network
from core.training.trainer import Trainer, TrainingConfig
from gui import exact_loss


@pytest.fixture
def trainer() -> Trainer:
    network = Network.dense((256, 12, 10), seed=1)
    return Trainer(network, DataChoice(count=3000).load(), TrainingConfig(seed=1, l2=0.01))


def test_it_is_of_the_update_it_began_at_however_far_the_training_has_gone(trainer: Trainer) -> None:
    for _ in range(20):
        trainer.step()
    losses = {split: trainer.example_losses(split) for split in ("train", "test")}
    W = [layer.W.astype(np.float64) for layer in trainer.network.layers]
    meter = ExactLossMeter(trainer)
    while not meter.advance(0):
        trainer.step()
    told = meter.result(7)
    assert trainer.step_count > 22
    assert (told.run, told.update) == (7, 20)
    assert told.train_total == losses["train"].sum() and told.test_total == losses["test"].sum()
    assert told.l2 == pytest.approx(0.5 * 0.01 * sum((w**2).sum() for w in W), rel=1e-6)
    assert meter.activity(7).update == 20


def test_a_portion_is_followed_by_the_trainings_turn(
    trainer: Trainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr(exact_loss, "perf_counter", lambda: now)
    meter = ExactLossMeter(trainer)
    assert not meter.leaves_turn(paced=False)
    advance = meter._train.advance

    def slow() -> bool:
        nonlocal now
        now += 0.01
        return advance()

    monkeypatch.setattr(meter._train, "advance", slow)
    meter.advance(0)
    # Ten milliseconds of work, and nothing known yet of how long it all takes: twice as long for the training.
    assert [meter.leaves_turn(paced=False) for _ in range(2)] == [True, True]
    now += 0.019
    assert meter.leaves_turn(paced=False)
    now += 0.002
    assert not meter.leaves_turn(paced=False)


def test_a_paced_training_is_only_looked_at_in_between(trainer: Trainer) -> None:
    meter = ExactLossMeter(trainer)
    meter.advance(0)
    assert [meter.leaves_turn(paced=True) for _ in range(3)] == [True, False, False]


def test_what_takes_long_leaves_the_training_nearly_all_the_time(
    trainer: Trainer, monkeypatch: pytest.MonkeyPatch
) -> None:
    meter = ExactLossMeter(trainer)
    meter.seconds = 5.0
    times = iter((0.0, 0.01, 0.01))
    monkeypatch.setattr(exact_loss, "perf_counter", lambda: next(times))
    meter.advance(0)
    monkeypatch.setattr(exact_loss, "perf_counter", lambda: 0.12)
    assert [meter.leaves_turn(paced=False) for _ in range(2)] == [True, True]
    monkeypatch.setattr(exact_loss, "perf_counter", lambda: 0.14)
    assert not meter.leaves_turn(paced=False)


def test_the_first_of_a_run_does_not_wait_as_long(trainer: Trainer, monkeypatch: pytest.MonkeyPatch) -> None:
    schedule = ExactLossSchedule()
    assert schedule.knows_none(4)
    meter = ExactLossMeter(trainer, is_first=True)
    meter.seconds = 5.0
    times = iter((0.0, 0.01, 0.01))
    monkeypatch.setattr(exact_loss, "perf_counter", lambda: next(times))
    meter.advance(0)
    monkeypatch.setattr(exact_loss, "perf_counter", lambda: 0.031)
    assert [meter.leaves_turn(paced=False) for _ in range(2)] == [True, False]
    schedule.note(4, meter)
    assert not schedule.knows_none(4) and schedule.knows_none(5)


def test_it_is_dropped_when_its_past_is_not_the_trainings_any_more(trainer: Trainer) -> None:
    trainer.step()
    before = trainer.checkpoint()
    trainer.step()
    meter = ExactLossMeter(trainer)
    trainer.step()
    assert meter.is_of(trainer)
    trainer.restore(before)
    assert not meter.is_of(trainer)
    meter = ExactLossMeter(trainer)
    with trainer.by_hand() as (parameters, *_):
        parameters[0] += 1
    assert not meter.is_of(trainer)
    meter = ExactLossMeter(trainer)
    trainer.reconfigure(replace(trainer.config, learning_rate=0.5))
    assert meter.is_of(trainer)
    trainer.reconfigure(replace(trainer.config, l2=0.5))
    assert not meter.is_of(trainer)
    other = Trainer(Network.dense((256, 12, 10), seed=1), trainer.dataset, trainer.config)
    assert not ExactLossMeter(trainer).is_of(other)
