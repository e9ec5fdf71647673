"""Training as it is asked for: so many updates, to the end of an epoch, on and on, and again after a pause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.engine import commands as c
from core.engine import messages as m
from core.optim.early_stopping import EarlyStopping
from tests.core.engine.driver import CONFIG, Driver, headless, same_parameters


@pytest.fixture
def driver() -> Driver:
    driver = Driver()
    driver.rest()
    return driver


def test_a_step_is_one_update(driver: Driver) -> None:
    driver.train(1)
    assert [message.running for message in driver.all(m.RunningChanged)] == [True, False]
    assert driver.snapshot.update == 1 and same_parameters(driver.snapshot, headless(1))


def test_so_many_updates_are_made_and_no_more(driver: Driver) -> None:
    driver.train(7)
    driver.send(c.Train())
    driver.until(lambda: driver.trainer.step_count > 40)
    # Whoever asks for it twice is told once.
    driver.send(c.Train())
    assert [message.running for message in driver.all(m.RunningChanged)] == [True, False, True]
    driver.send(c.Pause(), c.Train(2))
    before = driver.trainer.step_count
    driver.rest()
    assert driver.trainer.step_count == before + 2


def test_an_epoch_ends_where_the_next_begins(driver: Driver) -> None:
    # 50 examples are 6 batches of 8.
    for updates in (6, 12):
        driver.send(c.TrainEpoch())
        driver.rest()
        assert driver.trainer.step_count == updates
    driver.train(2)
    driver.send(c.TrainEpoch())
    driver.rest()
    assert driver.snapshot.update == 18


def test_a_training_that_is_resumed_ends_where_it_was_to_end(driver: Driver) -> None:
    driver.train(3)
    driver.send(c.Train(20))
    assert driver.last(m.RunningChanged) == m.RunningChanged(True, 23)
    driver.send(c.Pause(), c.Resume(23))
    driver.rest()
    assert driver.trainer.step_count == 23 and not driver.last(m.RunningChanged).running
    # What was to be made is made: it ends at once.
    driver.send(c.Resume(23))
    assert driver.trainer.step_count == 23 and not driver.last(m.RunningChanged).running


def test_patience_that_has_begun_to_pass_is_not_given_anew_by_resuming() -> None:
    driver = Driver(config=replace(CONFIG, patience=3, learning_rate=0.5))
    driver.until(lambda: True)
    run = driver.engine.current
    run.stopping = EarlyStopping(3, 0.0, 0, 2, since=0)
    driver.send(c.Resume())
    driver.until(lambda: bool(driver.all(m.StoppedEarly)))
    assert run.trainer.step_count == 6
