"""Every training is recorded as it goes, sent where somebody looks, and saved; what is new begins with nothing."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from core.analysis.life_counts import WRONG
from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine import messages as m
from core.engine.example_commands import AskLife, WatchLives
from core.engine.example_messages import ExampleLife, ExampleLives
from core.engine.protocol import Envelope, frame_of, message_of
from core.engine.run_state import run_of, state_of
from core.engine.window_state import WindowState
from core.nn.architecture import Architecture
from core.session.check import check_run
from core.session.errors import SessionError
from core.session.session import SavedRun
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver
from tests.core.small_data import small_data


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


def test_a_new_run_and_a_branch_begin_with_nothing() -> None:
    driver = Driver()
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


def same_lives(one: Driver, other: Driver) -> bool:
    """Whether both send the same of the run that they train, which may have another number by now."""
    for driver in (one, other):
        driver.send(WatchLives(False), WatchLives(True), *map(AskLife, range(50)))
    for kind, count in ((ExampleLives, 1), (ExampleLife, 50)):
        for mine, yours in zip(one.all(kind)[-count:], other.all(kind)[-count:], strict=True):
            for field in fields(mine):
                pair = getattr(mine, field.name), getattr(yours, field.name)
                if field.name != "run" and not np.array_equal(
                    *pair, equal_nan=np.asarray(pair[0]).dtype.kind == "f"
                ):
                    return False
    return True


@pytest.mark.parametrize("way", ["file", "killed", "recovered"])
def test_a_run_that_was_saved_has_the_same_lives_and_goes_on_with_them(tmp_path: Path, way: str) -> None:
    driver = Driver(autosave=str(tmp_path / "kept"), config=replace(CONFIG, dropout=0.1))
    driver.train(20)
    driver.send(c.BranchRun(1, 12))
    driver.until(lambda: driver.engine.number == 1)
    driver.send(c.Reconfigure(replace(CONFIG, batch_size=20)))
    driver.train(23)
    other = Driver(start=False)
    if way == "file":
        path = str(tmp_path / "a.backlight")
        driver.send(c.SaveSession(path, WindowState(), with_data=False))
        driver.rest()
        other = Driver()
        other.send(c.OpenSession(path, 7))
        other.rest()
    else:
        # Every four seconds; the second time some of it is there already.
        driver.engine.save()
        driver.train(9)
        driver.engine.save()
        kept = str(tmp_path / "kept")
        other.send(c.Recover(kept) if way == "killed" else c.OpenAutosave(kept, 7))
    for runs in ((1, 1), (0, 0)):
        assert same_lives(driver, other)
        assert other.last(ExampleLives).since == driver.last(ExampleLives).since == 12 * runs[0]
        for each in (driver, other):
            each.train(30)
        assert same_lives(driver, other) and other.last(ExampleLives).update > 30
        driver.send(c.ReturnToRun(0))
        other.send(c.ReturnToRun(0 if way == "killed" else 7))
    assert not other.all(m.EngineFailed)


def test_what_was_saved_on_the_way_back_from_a_divergence_counts_no_update_twice() -> None:
    driver = Driver(config=replace(CONFIG, optimizer="sgd", learning_rate=0.21, l2=10.0))
    driver.send(c.Train())
    driver.until(lambda: driver.engine.current.diverged is not None)
    state = state_of(driver.engine.current)
    assert state.life is not None and state.life.update > state.checkpoint.step_count
    check_run(SavedRun(state, 6), small_data())
    other = Driver()
    run = run_of(state, small_data())
    other.engine.begin_aside(run)
    while run.is_returning:
        run.go_back()
    driver.rest()
    other.send(c.ReturnToRun(run.number))
    assert run.trainer.step_count == driver.trainer.step_count == state.life.update
    assert same_lives(driver, other)


def test_a_file_of_before_lives_were_kept_is_recorded_from_where_it_was_saved() -> None:
    driver = Driver()
    driver.train(20)
    run = run_of(replace(state_of(driver.engine.current), life=None), small_data())
    other = Driver()
    other.engine.begin_aside(run)
    assert run.life is not None and run.life.since == run.life.update == 20


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


def test_dropout_is_said() -> None:
    driver = Driver(config=TrainingConfig(seed=3, batch_size=8, dropout=0.5))
    assert train_and_look(driver, 3).with_dropout


def test_of_regression_each_c_is_recorded_as_last_seen_and_nothing_is_right_or_wrong() -> None:
    driver, line = Driver(), DatasetSpec("line", "sine", 50)
    config = replace(CONFIG, loss="squared_error")
    driver.send(c.BeginRun(1, Architecture.dense((4,), "tanh", 3, output="identity"), config, line))
    driver.rest()
    trainer = driver.trainer
    network, last, updates = trainer.network.copy(), np.full(50, np.nan), np.zeros(50, int)
    again = Trainer(network, line.load(), trainer.config)
    for update in range(1, 13):
        before = again.network.copy()
        again.step()
        rows = again.batch_rows
        errors = before.predict(again.dataset.X_train[rows].astype(np.float32)) - again.dataset.y_train[rows]
        last[rows], updates[rows] = 0.5 * (errors**2).sum(axis=1), update
    found = train_and_look(driver, 12)
    assert (found.run, found.since, found.update) == (1, 0, 12) and not found.wrong.any()
    np.testing.assert_allclose(found.losses, last, rtol=1e-4, atol=1e-6)
    np.testing.assert_array_equal(found.updates, updates)
    driver.send(AskLife(0))
    assert not driver.all(ExampleLife)
    run = run_of(state_of(driver.engine.current), trainer.dataset)
    assert run.life is not None
    np.testing.assert_array_equal(run.life.losses, found.losses)
    saved = SavedRun(state_of(driver.engine.current), 1)
    check_run(saved, trainer.dataset)
    # Nobody can have said that an answer was wrong.
    life = saved.state.life
    assert life is not None
    life.now[3] = WRONG
    with pytest.raises(SessionError, match="wrong answers of examples without classes"):
        check_run(saved, trainer.dataset)


def test_an_epoch_that_was_given_up_has_the_number_of_the_next_one() -> None:
    """Of 50 examples 24 are used by batches of 8, when all of them are taken at once."""
    config = replace(CONFIG, learning_rate=0.05)
    whole = replace(config, batch_size=None)
    driver, again = Driver(config=config), Driver(config=config).trainer
    first: dict[int, int] = {}
    for update, epoch in enumerate((0, 0, 0, 0, 1, 2)):
        if update == 3:
            again.reconfigure(whole)
        before = again.network.copy()
        again.step()
        answers = before.predict(again.dataset.X_train.astype(np.float32)).argmax(axis=1)
        for row in again.batch_rows[answers[again.batch_rows] == again.dataset.y_train[again.batch_rows]]:
            first.setdefault(int(row), epoch)
    assert set(first.values()) == {0, 1, 2}
    driver.train(3)
    driver.send(c.Reconfigure(whole))
    found = train_and_look(driver, 1)
    assert driver.snapshot.epoch == found.epochs == 1
    assert sorted(found.presented) == [1] * 26 + [2] * 24
    found = train_and_look(driver, 2)
    assert driver.snapshot.epoch == found.epochs == 3
    assert found.first_right.tolist() == [first.get(row, -1) for row in range(50)]
    assert int(found.right_since.max()) == 2
    twice = int(found.presented.argmax())
    driver.send(AskLife(twice))
    assert found.presented[twice] == 4 and driver.last(ExampleLife).epochs.tolist() == [0, 0, 1, 2]
