"""Whose turn it is: the exact loss beside the training, and at once where that rests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.analysis.neuron_statistics import NeuronStatistics
from core.data.dataset import Dataset
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless
from tests.core.small_data import small_data


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
