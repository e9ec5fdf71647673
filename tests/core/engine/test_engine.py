"""The engine: commands between slices, one snapshot under way, and the same bits as a training without it."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.data.refusals import SENTENCES, DatasetError
from core.engine import commands as c
from core.engine import messages as m
from core.engine.engine import Engine
from core.engine.run import replayed
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.nn.initial_weights import InitialWeights
from tests.core.engine.driver import (
    ARCHITECTURE,
    CONFIG,
    Driver,
    headless,
    load,
    parameters_of,
    same_parameters,
)
from tests.core.small_data import small_data

PLANE = DatasetSpec("plane", "spirals", count=60, class_count=3)


@pytest.fixture
def driver() -> Driver:
    driver = Driver()
    driver.rest()
    return driver


def test_it_begins_with_the_run_its_untrained_network_and_its_exact_loss(driver: Driver) -> None:
    assert driver.last(m.RunInfo).sizes == (6, 5, 4, 3)
    assert driver.snapshot.update == 0 and same_parameters(driver.snapshot, headless(0))
    assert driver.last(m.ExactLoss).train_total == headless(0).total_loss("train")
    assert driver.engine.seconds_until_due() == math.inf


def test_watching_does_not_change_a_bit(driver: Driver) -> None:
    driver.send(c.Train())
    driver.until(lambda: driver.snapshot.update >= 30)
    driver.send(c.ShowTestSample("random"), c.WatchUpdates(True), c.ShowTestSample("wrong"))
    driver.until(lambda: driver.snapshot.update >= 300)
    driver.send(
        c.ShowDrawing(np.ones(6, np.float32), 2), c.ReleaseSample(), c.NextTrainingSample(), c.Pause()
    )
    driver.rest()
    last = driver.snapshot
    assert last.update >= 300 and same_parameters(last, headless(last.update))


def test_every_loss_is_told_once_and_in_order(driver: Driver) -> None:
    driver.send(c.Train())
    driver.until(lambda: driver.snapshot.update >= 200)
    driver.send(c.Pause())
    driver.rest()
    losses = np.concatenate([snapshot.losses for snapshot in driver.all(Snapshot)])
    reference = headless(0)
    expected = np.array([reference.step() for _ in range(driver.snapshot.update)], np.float32)
    np.testing.assert_array_equal(losses, expected)


def test_the_exact_loss_is_of_its_update_while_the_training_goes_on(driver: Driver) -> None:
    driver.send(c.Train())
    driver.until(lambda: len(driver.all(m.ExactLoss)) >= 4)
    for told in driver.all(m.ExactLoss):
        alone = headless(told.update)
        assert told.train_total == alone.total_loss("train")
        assert told.test_total == alone.total_loss("test")
        assert told.train_accuracy == alone.accuracy("train")
    assert driver.engine.training.running and driver.all(m.ExactLoss)[2].update > 0


def test_a_command_is_taken_in_the_middle_of_a_slice() -> None:
    driver = Driver(tick_s=1e-7)
    driver.rest()
    driver.send(c.Train())
    commands = iter([False] * 10 + [True])
    driver.engine.advance(driver.clock.now + 1000, lambda: next(commands))
    # The eleventh was the last to be begun in haste; one more is made whose gradient and change are kept.
    assert driver.trainer.step_count == 12


def test_a_changed_learning_rate_counts_from_the_next_update(driver: Driver) -> None:
    driver.train(1)
    changed = replace(CONFIG, learning_rate=0.01)
    driver.send(c.Reconfigure(changed))
    driver.train(1)
    reference = headless(1)
    reference.reconfigure(changed)
    reference.step()
    assert driver.last(m.RunInfo).config == changed
    assert same_parameters(driver.snapshot, reference)


def test_other_penalties_are_measured_anew_for_the_same_update(driver: Driver) -> None:
    driver.send(c.Reconfigure(replace(CONFIG, learning_rate=0.5)))
    driver.rest()
    assert len(driver.all(m.ExactLoss)) == 1
    driver.send(c.Reconfigure(replace(CONFIG, l2=0.5)))
    driver.rest()
    W = [layer.W.astype(float) for layer in headless(0).network.layers]
    told = driver.all(m.ExactLoss)
    assert [exact.update for exact in told] == [0, 0]
    assert told[1].l2 == pytest.approx(0.5 * 0.5 * sum((w**2).sum() for w in W), rel=1e-6)


def test_the_same_commands_at_the_same_updates_give_the_same_bits_whatever_the_clock_does() -> None:
    """Nothing that decides anything looks at the time: a machine that is a thousand times as slow trains the same."""
    ends = []
    for tick_s in (1e-7, 0.0005, 0.5):
        driver = Driver(config=replace(CONFIG, patience=3, learning_rate=0.05, dropout=0.2), tick_s=tick_s)
        driver.train(13)
        driver.walk()
        driver.send(c.SortNeurons(0, 1))
        driver.rest()
        driver.send(c.Train())
        driver.until(lambda d=driver: bool(d.all(m.StoppedEarly)))  # type: ignore[misc]
        driver.rest()
        ends.append((driver.last(m.StoppedEarly), driver.trainer.checkpoint().checksum))
    assert ends[0] == ends[1] == ends[2]


# --- runs


def test_rewinding_gives_the_same_initial_weights_and_the_old_run_stays(driver: Driver) -> None:
    driver.train(1)
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG))
    assert (driver.snapshot.run, driver.snapshot.update) == (1, 0)
    assert same_parameters(driver.snapshot, headless(0))
    driver.send(c.ReturnToRun(0))
    assert (driver.snapshot.run, driver.snapshot.update) == (0, 1)
    driver.train(4)
    assert same_parameters(driver.snapshot, headless(5))


def test_a_run_that_is_left_while_it_trains_stops_there(driver: Driver) -> None:
    driver.send(c.Train())
    driver.work(3)
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG))
    assert driver.last(m.RunningChanged).running is False
    driver.work(5)
    driver.send(c.ReturnToRun(0))
    left = driver.snapshot
    assert left.update > 0 and same_parameters(left, headless(left.update))


def test_a_chosen_example_stays_when_the_network_changes_and_not_when_the_data_do(driver: Driver) -> None:
    driver.send(c.ShowTestSample("next"))
    driver.rest()
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG))
    assert driver.snapshot.example.origin == "test"
    driver.send(c.BeginRun(2, Architecture.dense((4,)), CONFIG, PLANE))
    assert driver.snapshot.example.origin == "train"


def test_a_run_can_begin_on_other_examples_and_be_left_again(driver: Driver) -> None:
    dataset, architecture = PLANE.load(), Architecture.dense((4,), seed=3)
    driver.send(c.LoadData(PLANE))
    assert driver.last(m.DataLoaded) == m.DataLoaded(PLANE, 2, 48, 12, 3, dataset.nbytes)
    driver.send(c.BeginRun(1, architecture, CONFIG, PLANE))
    snapshot, info = driver.snapshot, driver.last(m.RunInfo)
    assert snapshot.sizes == info.sizes == (2, 4, 3)
    assert info.data.choice == PLANE and (info.train_count, info.test_count) == (48, 12)
    assert info.baseline_loss == pytest.approx(math.log(3))
    np.testing.assert_array_equal(snapshot.example.x, dataset.X_train[0])
    driver.send(c.TrainEpoch())
    driver.rest()
    assert driver.snapshot.update == 6
    assert same_parameters(driver.snapshot, headless(6, architecture, CONFIG, dataset))
    driver.send(c.ReturnToRun(0))
    assert driver.snapshot.sizes == (6, 5, 4, 3)


def weights_of(architecture: Architecture, n_in: int = 6) -> InitialWeights:
    """Weights that no seed gives: 0.01, 0.02 and so on."""
    count = architecture.network((n_in,)).parameter_count
    return InitialWeights("mine.safetensors", np.arange(1, count + 1, dtype=np.float32) / 100)


def test_a_run_can_begin_with_the_weights_of_a_file_and_each_of_its_updates_can_be_had_again(
    driver: Driver,
) -> None:
    architecture = ARCHITECTURE.with_outputs(3)
    weights = weights_of(architecture)
    driver.send(c.BeginRun(1, architecture, CONFIG, weights=weights))
    np.testing.assert_array_equal(parameters_of(driver.snapshot), weights.parameters)
    assert driver.last(m.RunInfo).weights_name == "mine.safetensors"
    alone = headless(0, architecture)
    alone.network.parameters[:] = weights.parameters
    driver.train(7)
    for _ in range(7):
        alone.step()
    assert same_parameters(driver.snapshot, alone)
    again = replayed(driver.engine.current, 7, small_data()).trainer
    assert again.checkpoint().checksum == driver.trainer.checkpoint().checksum


def test_a_run_begins_again_with_the_weights_of_the_file_wherever_they_fit(driver: Driver) -> None:
    architecture = ARCHITECTURE.with_outputs(3)
    weights = weights_of(architecture)
    driver.send(c.BeginRun(1, architecture, CONFIG, weights=weights))
    driver.train(3)
    driver.send(c.BeginRun(2, architecture, CONFIG, keeps_weights=True))
    np.testing.assert_array_equal(parameters_of(driver.snapshot), weights.parameters)
    assert driver.last(m.RunInfo).weights_name == "mine.safetensors"
    # Points in the plane have two inputs, not six: the first layer is another one.
    driver.send(c.LoadData(PLANE), c.BeginRun(3, architecture, CONFIG, PLANE, keeps_weights=True))
    assert driver.last(m.RunInfo).weights_name == ""
    assert same_parameters(driver.snapshot, headless(0, architecture, CONFIG, PLANE.load()))
    driver.send(c.ReturnToRun(2), c.BeginRun(4, architecture, CONFIG))
    assert same_parameters(driver.snapshot, headless(0)) and driver.last(m.RunInfo).weights_name == ""


def test_examples_of_ones_own_come_along(driver: Driver) -> None:
    choice = DatasetSpec("own", path="/nowhere/own.csv")
    driver.send(c.LoadData(choice, small_data(30, 4, 2)), c.BeginRun(1, ARCHITECTURE, CONFIG, choice))
    assert driver.last(m.RunInfo).sizes == (4, 5, 4, 2)
    assert not driver.all(m.EngineFailed)


@pytest.mark.parametrize("error", [DatasetError("a_folder", path="x"), ValueError("It is wrong.")])
def test_examples_that_can_not_be_loaded_are_refused_with_their_reason(error: Exception) -> None:
    def show_error(choice: DatasetSpec) -> object:
        if choice == PLANE:
            raise error
        return load(choice)

    driver = Driver(load=show_error)  # type: ignore[arg-type]
    driver.send(c.LoadData(PLANE))
    refused = driver.last(m.DataRefused)
    assert SENTENCES[refused.code].format(**refused.fields) == str(error)
    assert not driver.all(m.EngineFailed)


def test_a_run_that_is_forgotten_frees_its_examples_and_the_one_on_screen_is_kept(driver: Driver) -> None:
    driver.send(
        c.BeginRun(1, ARCHITECTURE, CONFIG, PLANE), c.BeginRun(2, ARCHITECTURE, CONFIG, DatasetSpec())
    )
    driver.send(c.ForgetRun(1), c.ForgetRun(2), c.ForgetRun(9))
    assert PLANE not in driver.engine._data and DatasetSpec() in driver.engine._data
    # A run that is not there (with an engine that was ended, for example) can't be returned to: told is which one is.
    driver.heard.clear()
    driver.send(c.ReturnToRun(1))
    assert driver.last(m.RunInfo).run == 2 and not driver.all(m.EngineFailed)
    driver.train(2)
    assert (driver.snapshot.run, driver.snapshot.update) == (2, 2)


def test_settings_that_do_not_suit_are_refused_and_the_run_goes_on(driver: Driver) -> None:
    driver.send(c.Reconfigure(replace(CONFIG, batch_size=51)))
    assert "batch size 51" in driver.last(m.EngineFailed).details
    driver.train(2)
    assert same_parameters(driver.snapshot, headless(2))


# --- what can go wrong


def test_without_the_digits_nothing_is_done_and_nothing_fails() -> None:
    def missing(choice: DatasetSpec) -> object:
        raise DatasetError("digits_damaged", path="a")

    driver = Driver(load=missing)  # type: ignore[arg-type]
    why = m.DigitsMissing("digits_damaged", {"path": "a"})
    assert driver.heard == [why]
    # Whoever wants something hears once more why it can't be had.
    for command in (
        c.Train(),
        c.TrainEpoch(),
        c.SortNeurons(0, 1),
        c.ComputeGradient(),
        c.ShowTestSample("next"),
        c.ShowDrawing(np.ones(256, np.float32), None),
        c.ReleaseSample(),
    ):
        driver.heard.clear()
        driver.send(command)
        assert driver.heard == [why]
    driver.heard.clear()
    driver.send(c.Pause(), c.Close())
    driver.send(c.SetRate(5.0), c.WatchUpdates(True), c.AcknowledgeSnapshot())
    driver.work()
    driver.engine.save()
    assert driver.heard == [] and driver.engine.seconds_until_due() == math.inf


def test_an_exception_in_a_command_stops_the_training_and_is_told(driver: Driver) -> None:
    driver.send(c.Train())
    driver.work(3)
    driver.send(c.ShowDrawing("not an array", None))  # type: ignore[arg-type]
    assert "Traceback" in driver.last(m.EngineFailed).details
    assert driver.last(m.RunningChanged).running is False
    driver.train(1)
    assert same_parameters(driver.snapshot, headless(driver.snapshot.update))
    assert len(driver.all(m.EngineFailed)) == 1


def test_an_exception_in_the_training_stops_it_and_is_told_once(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(driver.trainer, "advance", lambda: 1 / 0)
        driver.send(c.Train())
        driver.work(5)
    assert len(driver.all(m.EngineFailed)) == 1 and "ZeroDivisionError" in driver.last(m.EngineFailed).details
    driver.train(2)
    assert same_parameters(driver.snapshot, headless(2))


def test_a_snapshot_that_fails_is_told_and_the_next_one_comes_with_all_losses(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_memory(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(driver.trainer, "trace", no_memory)
        driver.send(c.Train(3))
        driver.work(5)
    assert "MemoryError" in driver.last(m.EngineFailed).details
    driver.train(2)
    assert len(driver.snapshot.losses) == driver.snapshot.update == driver.trainer.step_count


def test_a_lasting_memory_error_in_the_exact_loss_is_told_once_a_minute_and_the_training_goes_on(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FOUND E7: it was tried 3,700 times a second."""

    def no_memory(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("core.engine.loss_meter.Evaluation", no_memory)
    driver.send(c.Train())
    driver.until(lambda: bool(driver.all(m.EngineFailed)))
    failed_s, made = driver.clock.now, driver.trainer.step_count
    assert driver.last(m.RunningChanged).running is False
    # Whoever goes on all the same is not stopped by it again at once.
    driver.send(c.Train(50))
    driver.until(lambda: driver.trainer.step_count == made + 50)
    driver.train(3)
    assert len(driver.all(m.EngineFailed)) == 1 and driver.trainer.step_count == made + 53
    driver.clock.tick_s = 0.1
    driver.send(c.Train())
    driver.until(lambda: len(driver.all(m.EngineFailed)) == 2)
    assert driver.clock.now - failed_s >= 60


def test_saving_goes_on_by_itself_and_closing_takes_it_away(tmp_path: Path) -> None:
    driver = Driver(autosave=str(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {"run-0.frame", "shown.frame"}
    driver.send(c.Close())
    assert not list(tmp_path.iterdir())
    assert driver.engine.seconds_until_due() == math.inf
    driver.work()
    assert isinstance(driver.engine, Engine)


def test_what_the_last_update_followed_and_changed_is_told_on_demand(driver: Driver) -> None:
    assert driver.snapshot.mean_gradient is driver.snapshot.change is None
    driver.send(c.WatchUpdates(True))
    driver.train(3)
    snapshot, alone = driver.snapshot, headless(2)
    before = alone.network.parameters.copy()
    alone.step()
    assert same_parameters(snapshot, alone)
    np.testing.assert_array_equal(snapshot.mean_gradient, alone.network.gradients)
    np.testing.assert_array_equal(snapshot.change, alone.network.parameters - before)
    driver.send(c.WatchUpdates(False))
    driver.train(1)
    assert driver.snapshot.mean_gradient is None and np.array_equal(
        parameters_of(driver.snapshot), headless(4).network.parameters
    )


@pytest.mark.parametrize(
    "how", ["paused", "so many", "an epoch", "early", "a step", "at a rate", "walkthrough"]
)
@pytest.mark.parametrize("clip_norm", [0.0, 0.01])
def test_at_rest_the_last_update_is_known_however_the_training_ended(how: str, clip_norm: float) -> None:
    """Nobody watched while it trained, and the pictures of it are asked for afterwards."""
    config = replace(CONFIG, clip_norm=clip_norm, patience=2 if how == "early" else 0)
    driver = Driver(config=config, tick_s=1e-6)
    if how == "at a rate":
        driver.send(c.SetRate(100.0))
    if how in ("paused", "early", "at a rate"):
        driver.send(c.Train())
        if how == "early":
            driver.until(lambda: bool(driver.all(m.StoppedEarly)))
        else:
            driver.until(lambda: driver.trainer.step_count > 20)
        driver.send(c.Pause())
    elif how == "an epoch":
        driver.send(c.TrainEpoch())
    elif how == "walkthrough":
        driver.walk()
    else:
        driver.train(1 if how == "a step" else 33)
    driver.rest()
    driver.send(c.WatchUpdates(True))
    driver.rest()
    snapshot = driver.snapshot
    alone = headless(snapshot.update - 1, config=config)
    before = alone.network.parameters.copy()
    alone.step()
    assert same_parameters(snapshot, alone) and snapshot.clip_factor == alone.clip_factor
    np.testing.assert_array_equal(snapshot.mean_gradient, alone.network.gradients)
    np.testing.assert_array_equal(snapshot.change, alone.network.parameters - before)
