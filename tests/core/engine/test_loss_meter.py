"""The exact loss beside the training: of one update, in turns, and dropped when it is of nothing any more."""

from __future__ import annotations

import gc
import itertools
import weakref
from dataclasses import replace

import numpy as np
import pytest

from core.data.own_set import OwnSet
from core.engine.last_update import LastUpdate
from core.engine.layer_curve_meter import LayerCurveMeter
from core.engine.loss_meter import ExactLossMeter
from core.nn.network import Network
from core.training.trainer import Trainer, TrainingConfig
from tests.core.small_data import small_data


class Time:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def trainer() -> Trainer:
    data = small_data(3000)
    return Trainer(Network.dense((6, 5, 3), seed=1), data, TrainingConfig(seed=1, l2=0.01))


@pytest.fixture
def time() -> Time:
    return Time()


def slow(meter: ExactLossMeter, time: Time, seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of its chunks of the training set takes so long; the test set, which comes first, is done in no time."""
    meter.advance(0)
    advance = meter._train.advance

    def waiting() -> bool:
        time.now += seconds
        return advance()

    monkeypatch.setattr(meter._train, "advance", waiting)


def test_it_is_of_the_update_it_began_at_however_far_the_training_has_gone(
    trainer: Trainer, time: Time
) -> None:
    for _ in range(20):
        trainer.step()
    losses = {split: trainer.example_losses(split) for split in ("train", "test")}
    accuracies = {split: trainer.accuracy(split) for split in ("train", "test")}
    W = [layer.W.astype(np.float64) for layer in trainer.network.layers]
    meter = ExactLossMeter(7, trainer, time)
    while not meter.advance(0):
        trainer.step()
    told = meter.result()
    assert trainer.step_count > 22
    assert (told.run, told.update) == (7, 20)
    assert told.train_total == losses["train"].sum() and told.test_total == losses["test"].sum()
    assert (told.train_accuracy, told.test_accuracy) == (accuracies["train"], accuracies["test"])
    assert (told.train_count, told.test_count) == (3000, 20)
    assert told.l1 == 0 and told.l2 == pytest.approx(0.5 * 0.01 * sum((w**2).sum() for w in W), rel=1e-6)
    statistics = meter.new_statistics()
    assert statistics is not None and (statistics.run, statistics.update) == (7, 20)
    assert meter.new_statistics() is None


def test_what_the_neurons_do_is_known_before_the_training_set_is_through(
    trainer: Trainer, time: Time
) -> None:
    meter = ExactLossMeter(7, trainer, time)
    assert meter.new_statistics() is None
    assert not meter.advance(0)
    statistics = meter.new_statistics()
    assert statistics is not None and statistics.count == 20


def test_a_portion_is_at_least_a_chunk_and_lasts_as_long_as_it_may(
    trainer: Trainer, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    meter = ExactLossMeter(0, trainer, time)
    slow(meter, time, 0.01, monkeypatch)
    # 3,000 examples are three chunks.
    assert not meter.advance(0) and meter.seconds == pytest.approx(0.01)
    assert meter.advance(0.015) and meter.seconds == pytest.approx(0.03)


def test_a_portion_is_followed_by_the_trainings_turn(
    trainer: Trainer, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    meter = ExactLossMeter(0, trainer, time)
    assert not meter.is_waiting()
    slow(meter, time, 0.01, monkeypatch)
    meter.advance(0)
    # Ten milliseconds of work, and nothing known yet of how long it all takes: twice as long for the training.
    time.now += 0.019
    assert meter.is_waiting()
    time.now += 0.002
    assert not meter.is_waiting()


def test_what_others_take_of_the_machine_does_not_count(
    trainer: Trainer, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A chunk lasts half a second, and is 0.01 s of work."""
    work = Time()
    meter = ExactLossMeter(0, trainer, time, work_clock=work)
    slow(meter, time, 0.5, monkeypatch)
    advance = meter._train.advance

    def working() -> bool:
        work.now += 0.01
        return advance()

    monkeypatch.setattr(meter._train, "advance", working)
    meter.advance(0)
    assert meter.seconds == pytest.approx(0.01)
    assert meter.is_waiting()
    time.now += 0.021
    assert not meter.is_waiting()


@pytest.mark.parametrize(("is_first", "share"), [(False, 12), (True, 2)])
def test_what_takes_long_leaves_the_training_nearly_all_the_time_but_for_a_runs_first(
    trainer: Trainer, time: Time, monkeypatch: pytest.MonkeyPatch, is_first: bool, share: int
) -> None:
    meter = ExactLossMeter(0, trainer, time, is_first)
    slow(meter, time, 0.01, monkeypatch)
    meter.seconds = 5.0
    meter.advance(0)
    time.now += share * 0.01 - 0.001
    assert meter.is_waiting()
    time.now += 0.002
    assert not meter.is_waiting()


@pytest.mark.parametrize(("after_s", "share"), [(0.0, 1.0), (1.1, 1.0), (1.3, 4.0), (2.0, 12.0)])
def test_the_awaited_one_leaves_the_training_less_of_its_first_second(
    trainer: Trainer, time: Time, monkeypatch: pytest.MonkeyPatch, after_s: float, share: float
) -> None:
    meter = ExactLossMeter(0, trainer, time, is_awaited=True)
    slow(meter, time, 0.01, monkeypatch)
    meter.seconds = after_s
    meter.advance(0)
    time.now += share * 0.01 - 0.001
    assert meter.is_waiting()
    time.now += 0.002
    assert not meter.is_waiting()


def test_it_is_dropped_when_its_past_is_not_the_trainings_any_more(trainer: Trainer, time: Time) -> None:
    def meter() -> ExactLossMeter:
        return ExactLossMeter(0, trainer, time)

    trainer.step()
    before = trainer.checkpoint()
    trainer.step()
    first = meter()
    trainer.step()
    assert first.is_valid_for(trainer)
    trainer.restore(before)
    assert not first.is_valid_for(trainer)
    second = meter()
    with trainer.manual_edit() as (parameters, *_):
        parameters[0] += 1
    assert not second.is_valid_for(trainer)
    third = meter()
    trainer.reconfigure(replace(trainer.config, learning_rate=0.5))
    assert third.is_valid_for(trainer)
    trainer.reconfigure(replace(trainer.config, l2=0.5))
    assert not third.is_valid_for(trainer)
    other = Trainer(Network.dense((6, 5, 3), seed=1), trainer.dataset, trainer.config)
    assert not meter().is_valid_for(other)


@pytest.mark.parametrize("loss", ["cross_entropy", "squared_error"])
@pytest.mark.parametrize("is_looked_at", [False, True])
def test_what_it_has_measured_with_is_let_go_of_at_once(
    trainer: Trainer, time: Time, loss: str, is_looked_at: bool
) -> None:
    """The collector of garbage is not waited for: of 60,000 examples it is 6 MB every other second."""
    trainer.reconfigure(replace(trainer.config, loss=loss))
    last = LastUpdate()
    trainer.accumulate_gradient()
    last.apply(trainer)
    gc.collect()
    gc.disable()
    try:
        layers = LayerCurveMeter(0, trainer, last)
        meter = ExactLossMeter(0, trainer, time, with_confidences=is_looked_at, layers=layers)
        while not meter.advance(1):
            pass
        assert meter.layer_curve is not None and meter.right_outputs is not None
        parts = [meter, meter._train, meter._test, meter.right_outputs, meter.network, layers]
        left = [weakref.ref(part) for part in parts]
        del meter, layers, parts
        assert [reference() for reference in left] == [None] * len(left)
    finally:
        gc.enable()


def test_each_set_of_terms_has_a_number_of_its_own(time: Time) -> None:
    trainer = Trainer(Network.dense((256, 5, 3)), small_data(300, 256, 3), TrainingConfig())
    counted = itertools.count(1)
    meter, names = ExactLossMeter(0, trainer, time, numbers=counted), ("0", "1", "2")
    numbers = []
    # The own set changes while the training set is being measured.
    for count in (2, 1):
        own = OwnSet(
            np.arange(1, 1 + count), np.zeros((count, 256), np.uint8), np.zeros(count, np.int64), names
        )
        meter.measure_own(own)
        meter.advance(0)
        found = meter.new_own()
        assert found is not None and len(found.losses) == count and meter.measured_own is own
        numbers.append(found.measurement)
    while not meter.advance(0):
        pass
    both = {meter.examples(split).measurement for split in ("train", "test")}
    assert both == {meter.measurement} and len({*both, *numbers}) == 3
    assert ExactLossMeter(0, trainer, time, numbers=counted).measurement > max(*both, *numbers)
