"""Whose turn it is: the exact loss beside the training, and at once where that rests."""

from __future__ import annotations

import math
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from core.analysis.exact_losses import ExactLoss
from core.analysis.neuron_statistics import NeuronStatistics
from core.data.dataset import Dataset
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.nn.architecture import Architecture
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless
from tests.core.engine.resting import Measured, Resting
from tests.core.small_data import small_data

OTHER = Architecture.dense(hidden=(7,), activation="relu", seed=9)


@pytest.fixture
def many() -> Dataset:
    """Examples of ten chunks."""
    return small_data(10_000)


def test_where_nothing_is_trained_each_update_has_its_exact_loss() -> None:
    driver = Driver()
    driver.rest()
    for _ in range(3):
        driver.walk()
    assert [told.update for told in driver.all(m.ExactLoss)] == [0, 1, 2, 3]
    driver.train(1)
    driver.send(c.Pause())
    driver.rest()
    assert driver.last(m.ExactLoss).train_total == headless(4).total_loss("train")
    assert len(driver.all(m.ExactLoss)) == 5
    # What the neurons do is told with it.
    assert [told.update for told in driver.all(NeuronStatistics)] == [0, 1, 2, 3, 4]


def test_at_rest_what_the_neurons_do_comes_first(many: Dataset) -> None:
    """The picture marks the dead ones, and waits for it; L has its own line, which names its update."""
    driver = Driver(load=lambda _: many, tick_s=0.002)
    driver.train(5)
    assert [type(told) for told in driver.heard if getattr(told, "update", 0) == 5][-2:] == [
        NeuronStatistics,
        m.ExactLoss,
    ]
    first, last = (driver.heard.index(driver.last(kind)) for kind in (NeuronStatistics, m.ExactLoss))
    assert first < last


def test_between_two_portions_the_training_has_its_turn(many: Dataset) -> None:
    driver = Driver(load=lambda _: many, tick_s=0.002)
    driver.send(c.Train())
    driver.until(lambda: len(driver.all(m.ExactLoss)) == 2)
    # The first had ten portions, and more than twice as many slices of the training between them.
    first, second = driver.all(m.ExactLoss)
    assert first.update == 0 and second.update > 20


def test_at_a_rate_it_takes_the_time_between_two_updates(many: Dataset) -> None:
    driver = Driver(load=lambda _: many, tick_s=0.002)
    driver.send(c.SetRate(2.0), c.Train())
    driver.until(lambda: bool(driver.all(m.ExactLoss)))
    assert driver.trainer.step_count <= 1


def test_one_of_an_update_on_the_way_is_given_up_where_the_training_rests(many: Dataset) -> None:
    driver = Driver(load=lambda _: many, tick_s=0.002)
    driver.send(c.Train())
    driver.until(lambda: driver.trainer.step_count > 5)
    assert driver.engine.exact_loss.is_under_way and not driver.all(m.ExactLoss)
    driver.send(c.Pause())
    driver.rest()
    assert [told.update for told in driver.all(m.ExactLoss)] == [driver.trainer.step_count]


def test_a_change_by_hand_has_it_measured_anew(many: Dataset) -> None:
    driver = Driver(load=lambda _: many, tick_s=0.002)
    driver.work(2)
    assert driver.engine.exact_loss.is_under_way
    driver.send(c.EditParameter(0, 1, ParameterLocation(2, 1), 3.0, 0))
    driver.rest()
    reference = headless(0, dataset=many)
    reference.network.layers[2].b[1] = 3.0
    assert [told.train_total for told in driver.all(m.ExactLoss)] == [reference.total_loss("train")]


def test_one_whose_loss_is_another_by_now_is_given_up(many: Dataset) -> None:
    driver = Driver(load=lambda _: many, tick_s=0.002)
    driver.work(2)
    driver.send(c.Reconfigure(replace(CONFIG, loss="squared_error")))
    driver.rest()
    reference = headless(0, config=replace(CONFIG, loss="squared_error"), dataset=many)
    assert [told.train_total for told in driver.all(m.ExactLoss)] == [reference.total_loss("train")]


def test_the_one_of_a_run_that_is_left_is_given_up(many: Dataset) -> None:
    driver = Driver(load=lambda _: many, tick_s=0.002)
    driver.work(2)
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG))
    driver.rest()
    assert [(told.run, told.update) for told in driver.all(m.ExactLoss)] == [(1, 0)]
    driver.send(c.ReturnToRun(0))
    driver.rest()
    assert [told.run for told in driver.all(m.ExactLoss)] == [1, 0]
    # What is known of a run is known when it is shown again.
    driver.send(c.ReturnToRun(1), c.ReturnToRun(0))
    driver.rest()
    assert len(driver.all(m.ExactLoss)) == 2


# --- how long it rests, where the training runs


@pytest.fixture
def resting(monkeypatch: pytest.MonkeyPatch) -> Resting:
    return Resting(monkeypatch)


def test_it_is_due_at_the_beginning_and_then_rests_as_long_as_its_share_asks(resting: Resting) -> None:
    # Late in a training 3 % of the time, but for the first 0.4 s: 33 times as long as the other 0.6 s took.
    resting.now += 10_000
    resting.measure()
    assert resting.task.seconds_until_due() == math.inf
    assert not resting.is_due(19.7)
    assert resting.is_due(0.2)


@pytest.mark.parametrize(
    ("worked_s", "lasted_s", "rest_s"),
    [
        (0.1, 0.5, 1.9),
        (0.02, 0.1, 1.0),
        (0.04, 0.2, 1.6),
        (0.3, 0.5, 5.7),
        (0.3, 3.0, 5.7),
        (0.03, 3.0, 0.57),
    ],
)
def test_what_is_soon_done_comes_again_soon_and_takes_a_twentieth_of_the_time_at_most(
    resting: Resting, monkeypatch: pytest.MonkeyPatch, worked_s: float, lasted_s: float, rest_s: float
) -> None:
    """Also where it lasts long because others use the machine: 3 % of that would be a minute and more."""
    monkeypatch.setattr(Measured, "seconds", worked_s)
    resting.now += 10_000
    resting.task.work(lambda: False)
    resting.now += lasted_s
    resting.task.work(lambda: False)
    assert not resting.is_due(rest_s - 0.01)
    assert resting.is_due(0.02)


@pytest.mark.parametrize(
    ("after_s", "worked_s", "rest_s"),
    [
        (2.0, 0.04, 1.0),
        (2.0, 0.1, 1.9),
        (0.1, 0.1, 1.9),
        (0.1, 0.01, 0.3),
        (4.0, 1.0, 12.0),
        (0.1, 0.5, 9.5),
        (100.0, 5.0, 30.0),
    ],
)
def test_early_it_is_due_more_often_and_takes_a_twentieth_of_the_time_at_most(
    resting: Resting, monkeypatch: pytest.MonkeyPatch, after_s: float, worked_s: float, rest_s: float
) -> None:
    """But for what takes longer than 0.6 s: after more than twelve without a new point a curve seems to be over."""
    monkeypatch.setattr(Measured, "seconds", worked_s)
    resting.now += after_s
    resting.measure()
    assert not resting.is_due(rest_s - 0.01)
    assert resting.is_due(0.02)


def test_what_takes_long_waits_for_some_updates_of_training(resting: Resting) -> None:
    resting.measure()
    resting.task.begin(trains=True)
    assert not resting.is_due(0.29)
    assert resting.is_due(0.02)
    # A number that somebody has set by hand is no training.
    resting.measure()
    resting.task.begin()
    assert resting.is_due(0.0)


def test_the_first_one_of_a_training_that_begins_is_awaited(resting: Resting) -> None:
    resting.measure()
    resting.task.begin(trains=True)
    for _ in range(2):
        assert resting.is_due(12.0)
        resting.measure()
    assert [meter.is_awaited for meter in resting.reported] == [False, True, False]


def test_what_was_under_way_as_the_training_began_is_soon_followed_by_the_awaited_one(
    resting: Resting,
) -> None:
    """It is of the update before."""
    resting.task.work(lambda: False)
    resting.task.begin(trains=True)
    resting.task.work(lambda: False)
    assert not resting.is_due(0.29) and resting.is_due(0.02)
    resting.measure()
    assert [meter.is_awaited for meter in resting.reported] == [False, True]
    assert not resting.is_due(11.99) and resting.is_due(0.02)


def test_after_a_failure_it_is_left_alone_for_a_minute_whatever_begins(resting: Resting) -> None:
    resting.task.fail()
    resting.task.begin()
    assert resting.task.seconds_until_due() == pytest.approx(60.0)
    resting.now += 59.9
    assert resting.task.seconds_until_due() == pytest.approx(0.1)
    resting.now += 0.2
    assert resting.task.seconds_until_due() == 0


def test_of_a_run_that_is_gone_nothing_is_known(resting: Resting) -> None:
    resting.measure()
    resting.task.begin()
    assert resting.is_due(0.0)
    resting.measure()
    resting.task.forget(4)
    resting.task.forget(4)
    resting.task.begin()
    resting.measure()
    assert [meter.is_first for meter in resting.reported] == [True, False, True]


# --- the past


def test_of_a_past_that_is_looked_at_l_is_measured_too_and_the_runs_own_stays_known() -> None:
    driver = Driver()
    driver.train(300)
    own = driver.last(ExactLoss)
    driver.send(c.LookAt(140))
    driver.rest()
    shown, then = driver.last(ExactLoss), headless(140)
    assert (own.update, shown.update) == (300, 140)
    assert shown.train_total == pytest.approx(then.total_loss("train"), rel=1e-6)
    assert shown.test_accuracy == then.accuracy("test")
    assert driver.engine.exact_loss.last(0) == own
    measured = len(driver.all(ExactLoss))
    driver.send(c.ReturnToLive())
    driver.rest()
    # It is known already.
    assert len(driver.all(ExactLoss)) == measured


def test_each_past_is_measured_once_it_rests_on_screen() -> None:
    driver = Driver()
    driver.train(300)
    for update in (100, 200, 100):
        driver.send(c.LookAt(update))
        driver.rest()
    assert [exact.update for exact in driver.all(ExactLoss)][-3:] == [100, 200, 100]


# --- runs that are trained together, and what is shown beside


def measured(driver: Driver) -> list[tuple[int, int]]:
    return [(exact.run, exact.update) for exact in driver.all(ExactLoss)]


def two_together(**more: Any) -> Driver:
    driver = Driver(**more)
    driver.send(c.BeginRun(1, OTHER, CONFIG, is_shown=False))
    driver.rest()
    driver.send(c.TrainTogether((1,)))
    driver.rest()
    driver.heard.clear()
    return driver


def test_at_a_pause_l_of_all_that_are_trained_together_is_measured() -> None:
    driver = two_together()
    driver.train(7)
    assert measured(driver) == [(0, 7), (1, 7)]
    own, other = driver.all(ExactLoss)
    assert own.train_total == headless(7).total_loss("train")
    alone = headless(7, OTHER)
    assert other.train_total == alone.total_loss("train") and other.test_accuracy == alone.accuracy("test")
    # The picture that is on screen marks its own neurons.
    assert [(told.run, told.update) for told in driver.all(NeuronStatistics)] == [(0, 7)]
    assert driver.engine.exact_loss.last(1) == other
    # Known is known, whoever is on screen.
    driver.send(c.ReturnToRun(1))
    driver.rest()
    assert len(driver.all(ExactLoss)) == 2
    assert [(told.run, told.update) for told in driver.all(NeuronStatistics)] == [(0, 7), (1, 7)]


def test_while_they_train_each_measurement_is_of_the_same_update_of_all(many: Dataset) -> None:
    driver = two_together(load=lambda _: many, tick_s=0.002)
    driver.send(c.Train())
    driver.until(lambda: len(driver.all(ExactLoss)) == 4)
    assert [run for run, _ in measured(driver)] == [0, 1, 0, 1]
    updates = [update for _, update in measured(driver)]
    assert 0 < updates[0] == updates[1] < updates[2] == updates[3]
    assert driver.trainer.step_count > updates[3]
    for exact in driver.all(ExactLoss):
        alone = headless(exact.update, (ARCHITECTURE, OTHER)[exact.run], dataset=many)
        assert exact.train_total == pytest.approx(alone.total_loss("train"), rel=1e-9)


def test_together_they_take_no_more_of_the_time_than_one_alone(resting: Resting) -> None:
    resting.now += 10_000
    other = SimpleNamespace(number=5, is_returning=False, trainer=SimpleNamespace(step_count=0))
    engine: Any = resting.task._engine
    engine.companions.runs = (other,)
    engine.run = lambda number: resting.run if number == 4 else other
    for _ in range(3):
        assert resting.task.seconds_until_due() == 0
        resting.task.work(lambda: False)
    assert not resting.is_due(33 * 1.6 - 0.1) and resting.is_due(0.2)


def test_l_of_what_is_shown_beside_is_measured_of_a_run_and_of_an_earlier_update() -> None:
    driver = two_together()
    driver.send(c.TrainTogether(()))
    driver.train(30)
    driver.heard.clear()
    driver.send(c.ShowBeside(1))
    driver.rest()
    # It was measured when it stood at update 0 already.
    assert measured(driver) == []
    driver.send(c.ShowBeside(0, 12))
    driver.rest()
    assert measured(driver) == [(0, 12)]
    assert driver.last(ExactLoss).train_total == pytest.approx(headless(12).total_loss("train"), rel=1e-6)
    assert driver.engine.exact_loss.last(0) is not None
    driver.send(c.LookAt(20))
    driver.rest()
    assert measured(driver) == [(0, 12), (0, 20)]
    driver.send(c.BeginRun(3, OTHER, CONFIG, is_shown=False), c.ShowBeside(3))
    driver.rest()
    assert measured(driver)[2:] == [(3, 0)]
