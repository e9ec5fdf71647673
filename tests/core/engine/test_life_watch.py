"""Every training is recorded as it goes, sent where somebody looks, and begins with nothing where it is new here."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import numpy as np

from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine.example_commands import AskLife, WatchLives
from core.engine.example_messages import ExampleLife, ExampleLives
from core.engine.protocol import Envelope, frame_of, message_of
from core.training.config import TrainingConfig
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver


def train_and_look(driver: Driver, updates: int) -> ExampleLives:
    driver.train(updates)
    driver.send(c.Pause(), WatchLives(True))
    return driver.last(ExampleLives)


def test_what_is_sent_is_what_the_batches_said() -> None:
    # 50 examples in batches of 8: two of them are in no batch of an epoch.
    driver, again = Driver(), Driver()
    trainer = again.trainer
    lives: list[list[bool]] = [[] for _ in range(50)]
    last = np.full(50, np.nan)
    for _ in range(40):
        before = trainer.network.copy()
        trainer.step()
        rows = trainer.batch_rows
        answers = before.predict(trainer.dataset.X_train[rows].astype(np.float32)).argmax(axis=1)
        for row, answer, loss in zip(rows, answers, trainer.batch_losses, strict=True):
            lives[row].append(bool(answer == trainer.dataset.y_train[row]))
            last[row] = loss
    found = train_and_look(driver, 40)
    assert (found.run, found.since, found.update, found.epochs) == (0, 0, 40, 7)
    assert found.presented.tolist() == [len(life) for life in lives]
    assert found.wrong.tolist() == [life.count(False) for life in lives]
    forgotten = [sum(a and not b for a, b in zip(life, life[1:], strict=False)) for life in lives]
    assert found.forgotten.tolist() == forgotten and any(forgotten)
    np.testing.assert_array_equal(found.losses, last.astype(np.float32))
    driver.send(AskLife(7), AskLife(-1), AskLife(50))
    (life,) = driver.all(ExampleLife)
    assert (life.run, life.row, life.spacing) == (0, 7, 1)
    assert [state == 2 for state in life.states if state] == lives[7]
    # As they come to the window.
    for message in (found, life):
        came = message_of(frame_of(Envelope(message, 1))).content
        for field in fields(message):
            np.testing.assert_array_equal(getattr(came, field.name), getattr(message, field.name))


def test_while_nobody_looks_nothing_is_sent_and_then_about_once_a_second() -> None:
    driver = Driver()
    driver.train(5)
    assert not driver.all(ExampleLives)
    driver.send(WatchLives(True))
    assert [one.update for one in driver.all(ExampleLives)] == [5]
    driver.train(30)
    driver.send(c.Pause())
    assert driver.last(ExampleLives).update == driver.trainer.step_count
    assert len(driver.all(ExampleLives)) < 10
    driver.send(WatchLives(False))
    count = len(driver.all(ExampleLives))
    driver.train(40)
    assert len(driver.all(ExampleLives)) == count


def test_a_new_run_a_branch_and_a_run_that_was_saved_begin_with_nothing(tmp_path: Path) -> None:
    driver = Driver(autosave=str(tmp_path))
    train_and_look(driver, 20)
    driver.send(c.BranchRun(1, 12))
    driver.until(lambda: driver.engine.number == 1)
    found = driver.last(ExampleLives)
    assert (found.run, found.since, found.update, found.epochs) == (1, 12, 12, 0)
    assert np.isnan(found.losses).all() and not found.presented.any()
    driver.send(c.BeginRun(2, ARCHITECTURE.changed(seed=8), CONFIG))
    assert (driver.last(ExampleLives).run, driver.last(ExampleLives).since) == (2, 0)
    # Back at the first one, all of it is still there.
    driver.send(c.ReturnToRun(0))
    assert driver.last(ExampleLives).update == 20 and driver.last(ExampleLives).epochs == 4


def test_looking_back_records_nothing() -> None:
    driver = Driver()
    before = train_and_look(driver, 30)
    driver.send(c.LookAt(4))
    driver.rest()
    driver.send(c.ReturnToLive(), WatchLives(True))
    after = driver.last(ExampleLives)
    assert after is not before and after.update == before.update == 30
    assert np.array_equal(after.presented, before.presented)


def test_runs_trained_together_are_each_recorded() -> None:
    driver = Driver()
    driver.send(c.BeginRun(1, ARCHITECTURE.changed(seed=8), CONFIG), c.TrainTogether((0,)))
    first = train_and_look(driver, 10)
    driver.send(c.ReturnToRun(0))
    second = driver.last(ExampleLives)
    assert (first.run, second.run) == (1, 0) and first.update == second.update == 10
    assert not np.array_equal(first.losses, second.losses)


def test_dropout_is_said_and_regression_has_no_lives() -> None:
    driver = Driver(config=TrainingConfig(seed=3, batch_size=8, dropout=0.5))
    assert train_and_look(driver, 3).with_dropout
    choice = DatasetSpec("line", "sine")
    other = Driver()
    other.send(c.LoadData(choice))
    other.rest()
    count = len(other.all(ExampleLives))
    assert not count
