"""Training as a task: how far, how fast, and when the test loss is measured."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import pytest

from core.engine import commands as c
from core.engine import messages as m
from core.engine.training_task import train_slice
from core.training.trainer import DivergenceError
from tests.core.engine.driver import CONFIG, Driver, headless, same_parameters


def made_in(driver: Driver, seconds: float) -> int:
    """Updates made while so many seconds pass."""
    before, until_s = driver.trainer.step_count, driver.clock.now + seconds
    while driver.clock.now < until_s:
        driver.clock.now += min(driver.engine.seconds_until_due(), until_s - driver.clock.now)
        driver.work()
    return driver.trainer.step_count - before


@pytest.fixture
def driver() -> Driver:
    driver = Driver(tick_s=1e-5)
    driver.rest()
    return driver


@pytest.mark.parametrize("rate", [0.5, 5.0, 60.0])
def test_at_a_rate_there_are_as_many_updates_a_second(driver: Driver, rate: float) -> None:
    driver.send(c.SetRate(rate), c.Train())
    assert made_in(driver, 20) == pytest.approx(20 * rate, abs=1.5)


def test_a_rate_of_zero_leaves_the_pace_to_walkthroughs(driver: Driver) -> None:
    driver.send(c.SetRate(0.0), c.Train())
    assert driver.engine.training.running and not driver.engine.training.trains
    assert made_in(driver, 5) == 0 and driver.engine.seconds_until_due() == math.inf
    driver.walk()
    assert driver.trainer.step_count == 1 and driver.engine.training.running


def test_single_updates_and_the_way_to_an_epochs_end_do_not_wait_for_a_rate(driver: Driver) -> None:
    driver.send(c.SetRate(0.01))
    before_s = driver.clock.now
    driver.train(5)
    driver.send(c.TrainEpoch())
    driver.rest()
    assert driver.trainer.step_count == 6 and driver.clock.now - before_s < 1


def test_a_large_batch_at_a_rate_is_worked_on_until_it_is_an_update(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of its pieces fills a slice: it must not wait for the next second with each of them."""
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 8)
    driver = Driver(config=replace(CONFIG, batch_size=None), tick_s=0.003)
    driver.rest()
    driver.send(c.SetRate(1.0), c.Train())
    assert made_in(driver, 20) == pytest.approx(20, abs=1.5)


def test_a_command_comes_between_two_pieces_of_a_large_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 8)
    driver = Driver(config=replace(CONFIG, batch_size=None), tick_s=0.006)
    driver.rest()
    driver.send(c.Train())
    driver.work()
    assert driver.trainer.step_count == 0 and driver.trainer.batch_is_open
    driver.send(c.Pause())
    driver.rest()
    assert driver.trainer.step_count == 0
    driver.train(1)
    assert same_parameters(driver.snapshot, headless(1, config=replace(CONFIG, batch_size=None)))


def test_the_test_loss_is_measured_at_the_end_of_each_epoch_and_only_where_somebody_stops_by_it() -> None:
    """FOUND A5: measured by the clock, another machine stopped at another update."""
    for patience, expected in ((0, 0), (100, 5)):
        driver = Driver(config=replace(CONFIG, patience=patience))
        # 6 updates an epoch.
        driver.train(33)
        assert driver.engine.current.validated_epoch == expected
        if patience:
            losses = {}
            trainer = headless(0)
            for _ in range(5):
                trainer.run_epoch()
                losses[trainer.total_loss("test")] = trainer.step_count
            least = min(losses)
            stopping = driver.engine.current.stopping
            assert stopping is not None and (stopping.best_update, stopping.best) == (losses[least], least)


def test_an_end_of_an_epoch_that_was_asked_for_is_one_with_patience_too() -> None:
    driver = Driver(config=replace(CONFIG, patience=100))
    driver.send(c.TrainEpoch())
    driver.rest()
    driver.send(c.TrainEpoch())
    driver.rest()
    assert driver.trainer.step_count == 12 and len(driver.all(m.StoppedEarly)) == 0


def test_a_setting_of_patience_that_changes_begins_to_count_anew() -> None:
    driver = Driver(config=replace(CONFIG, patience=50, learning_rate=0.05))
    driver.train(60)
    best = driver.engine.current.stopping
    driver.send(c.Reconfigure(replace(CONFIG, patience=1, learning_rate=0.05)))
    driver.train(6)
    assert best is not None and driver.engine.current.best_update in (60, 66)


def test_without_a_measurement_the_best_update_is_the_present_one(driver: Driver) -> None:
    driver.train(4)
    assert driver.engine.current.best_update == 4


# --- a slice: so many updates, until its end or its time


def batches(pieces: int) -> Iterator[float | None]:
    """Each update takes so many pieces, and its mean C is its number."""
    update = 0
    while True:
        update += 1
        for _ in range(pieces - 1):
            yield None
        yield float(update)


def test_so_many_updates_are_made_and_each_mean_is_kept() -> None:
    losses = [0.5]
    train_slice(batches(3).__next__, losses, 2, lambda: False)
    assert losses == [0.5, 1.0, 2.0]


def test_it_is_over_after_the_piece_that_was_begun() -> None:
    losses: list[float] = []
    over = iter([False] * 4 + [True])
    train_slice(batches(3).__next__, losses, 10, lambda: next(over))
    assert losses == [1.0]


@pytest.mark.parametrize(
    ("most", "over_after", "made"), [(4, 99, 4), (4, 2, 3), (4, 1, 2), (1, 1, 1), (0, 1, 0)]
)
def test_the_last_update_of_a_slice_is_made_by_what_keeps_it(most: int, over_after: int, made: int) -> None:
    losses: list[float] = []
    updates, looks, kept = batches(1), iter(range(1, 100)), []

    def keep() -> float | None:
        kept.append(len(losses) + 1)
        return next(updates)

    train_slice(updates.__next__, losses, most, lambda: next(looks) >= over_after, keep)
    assert losses == [float(update) for update in range(1, made + 1)]
    assert kept == [made] * (made > 0)


def test_nothing_due_is_nothing_made() -> None:
    losses: list[float] = []
    train_slice(batches(1).__next__, losses, 0, lambda: False)
    assert losses == []


def test_the_losses_before_a_divergence_are_kept() -> None:
    losses: list[float] = []
    numbers = iter([1.0, 2.0])

    def advance() -> float:
        try:
            return next(numbers)
        except StopIteration:
            raise DivergenceError(3, "loss") from None

    with pytest.raises(DivergenceError):
        train_slice(advance, losses, 10, lambda: False)
    assert losses == [1.0, 2.0]


def test_it_wants_its_turn_where_an_update_is_due_and_none_was_worked_on_meanwhile(driver: Driver) -> None:
    training = driver.engine.training
    assert not training.wants_turn(training.slices), "nothing is trained"
    driver.send(c.Train())
    before = training.slices
    assert training.wants_turn(before)
    driver.until(lambda: training.slices > before)
    assert not training.wants_turn(before)
    driver.send(c.Pause())
    assert not training.wants_turn(training.slices)
