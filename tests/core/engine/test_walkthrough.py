"""Commands of a step walkthrough: its halves, and what makes an end of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless, parameters_of, same_parameters
from tests.core.small_data import small_data


@pytest.fixture
def driver() -> Driver:
    driver = Driver()
    driver.rest()
    return driver


def compute(driver: Driver) -> m.GradientComputed:
    driver.send(c.ComputeGradient())
    driver.rest()
    return driver.last(m.GradientComputed)


def test_an_update_in_two_halves_is_the_same_update(driver: Driver) -> None:
    opened = compute(driver)
    assert opened.snapshot.update == 0 and same_parameters(opened.snapshot, headless(0))
    driver.send(c.ApplyUpdate())
    driver.rest()
    applied = driver.last(m.UpdateApplied)
    assert applied.snapshot.update == 1 and same_parameters(applied.snapshot, headless(1))
    change = applied.snapshot.parameters - opened.snapshot.parameters
    np.testing.assert_array_equal(change, applied.change)


@pytest.mark.parametrize(
    "settings",
    [{}, {"batch_size": None}, {"l2": 0.1, "clip_norm": 0.01}, {"dropout": 0.5, "batch_size": 40}],
    ids=str,
)
def test_each_number_is_that_of_the_batch(settings: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    # A batch of over 16 examples is worked through in several pieces.
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 16)
    config = replace(CONFIG, **settings)
    driver, alone = Driver(config=config), headless(4, config=config)
    driver.train(4)
    driver.walk()
    opened, applied = driver.last(m.GradientComputed), driver.last(m.UpdateApplied)
    before = alone.network.parameters.copy()
    while not alone.accumulate_gradient():
        pass
    rows = alone.batch_rows.copy()
    assert opened.batch_size == len(rows)
    # The whole network's, also where the gradient is one of a part of its neurons.
    assert opened.batch_mean == pytest.approx(alone.evaluation_of_rows(rows).finish().losses.mean(), rel=1e-6)
    np.testing.assert_array_equal(opened.mean_gradient, alone.network.gradients)
    alone.apply_update()
    np.testing.assert_array_equal(applied.change, alone.network.parameters - before)
    assert applied.batch_mean == alone.evaluation_of_rows(rows).finish().losses.mean()
    assert applied.batch_mean != opened.batch_mean
    assert (opened.snapshot.update, applied.snapshot.update) == (4, 5)


MODES: dict[str, dict[str, Any]] = {
    "a batch": {},
    "one example": {"batch_size": 1},
    "the whole set": {"batch_size": None},
    "dropout": {"dropout": 0.5, "batch_size": 20},
    "penalties": {"l1": 0.01, "l2": 0.1},
    "clipped": {"clip_norm": 0.01},
    "squared error": {"loss": "squared_error"},
    "a schedule": {"schedule": "step", "schedule_period": 2, "schedule_factor": 0.5},
}


def losses_in_double_precision(parameters: np.ndarray, rows: np.ndarray, loss: str) -> np.ndarray:
    """Each C of these training examples, of a 6-5-4-3 network with tanh, ReLU and softmax; nothing of core is used."""
    data, flat, sizes = small_data(), parameters.astype(np.float64), (6, 5, 4, 3)
    a, start = data.X_train[rows].astype(np.float64), 0
    for layer, (before, after) in enumerate(pairwise(sizes)):
        W = flat[start : start + before * after].reshape(before, after)
        b = flat[start + before * after : start + (before + 1) * after]
        start += (before + 1) * after
        z = a @ W + b
        a = (np.tanh(z), np.maximum(z, 0), z)[layer]
    y = np.exp(a - a.max(axis=1, keepdims=True))
    y /= y.sum(axis=1, keepdims=True)
    target = np.eye(3)[data.y_train[rows]]
    return (
        -np.log((y * target).sum(axis=1)) if loss == "cross_entropy" else ((y - target) ** 2).sum(axis=1) / 2
    )


@pytest.mark.parametrize("mode", MODES)
def test_every_c_before_and_after_is_right_in_every_mode(mode: str) -> None:
    config = replace(CONFIG, optimizer="sgd", learning_rate=0.3, **MODES[mode])
    driver = Driver(config=config)
    driver.train(5)
    driver.walk()
    opened, applied = driver.last(m.GradientComputed), driver.last(m.UpdateApplied)
    rows = driver.trainer.batch_rows
    assert opened.batch_size == len(rows) == (config.batch_size or 50)
    example = opened.snapshot.example
    assert example.position is not None and rows[example.position] == example.index
    assert applied.snapshot.example == example
    one = np.array([example.index])
    for message in (opened, applied):
        snapshot = message.snapshot
        means = losses_in_double_precision(snapshot.parameters, rows, config.loss).mean()
        assert message.batch_mean == pytest.approx(means, rel=1e-5)
        if not snapshot.trace.masks:
            c_of_example = losses_in_double_precision(snapshot.parameters, one, config.loss)[0]
            assert snapshot.trace.loss == pytest.approx(c_of_example, rel=1e-5)
    # With neurons dropped it is the batch's own C, of another network: the window leaves it out.
    assert bool(opened.snapshot.trace.masks) == (mode == "dropout") and not applied.snapshot.trace.masks
    assert opened.dropout == (0.5 if mode == "dropout" else 0)
    # 5 updates are made: the schedule has halved the rate twice.
    rate = 0.3 * 0.5**2 if mode == "a schedule" else 0.3
    np.testing.assert_allclose(
        applied.change, -rate * opened.snapshot.clip_factor * opened.mean_gradient, rtol=1e-3, atol=1e-6
    )
    assert (opened.snapshot.clip_factor < 1) == (mode == "clipped")


def test_the_example_is_one_of_the_batch(driver: Driver) -> None:
    example = compute(driver).snapshot.example
    rows = headless(1).batch_rows
    assert example.position is not None and rows[example.position] == example.index


def test_the_example_has_the_largest_c_of_its_batch_also_with_dropout_in_several_chunks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 8)
    driver = Driver(config=replace(CONFIG, batch_size=None, dropout=0.5))
    positions = set()
    for _ in range(6):
        opened = compute(driver).snapshot
        losses = driver.trainer.batch_losses
        assert opened.example.position is not None and opened.trace.masks
        assert opened.example.position == int(np.argmax(losses))
        assert opened.trace.loss == pytest.approx(float(losses.max()), rel=1e-5)
        positions.add(opened.example.position)
        driver.send(c.ApplyUpdate())
        driver.rest()
    # Not all of them were in the last chunk, of rows 48 and 49.
    assert min(positions) < 48


def test_its_first_half_again_changes_nothing(driver: Driver) -> None:
    first, second = compute(driver), compute(driver)
    assert len(driver.all(m.GradientComputed)) == 2
    np.testing.assert_array_equal(first.mean_gradient, second.mean_gradient)
    driver.send(c.ApplyUpdate())
    driver.rest()
    assert same_parameters(driver.last(m.UpdateApplied).snapshot, headless(1))


@pytest.mark.parametrize(
    "change", [{"clip_norm": 0.0}, {"clip_norm": 1e-4}, {"l2": 0.5}, {"l1": 0.5}], ids=str
)
def test_a_setting_that_is_changed_in_between_leaves_what_was_told_true(change: dict[str, Any]) -> None:
    config = replace(CONFIG, optimizer="sgd", learning_rate=10.0, clip_norm=0.01)
    driver = Driver(config=config)
    opened = compute(driver)
    driver.send(c.Reconfigure(replace(config, **change)))
    again = compute(driver)
    assert again.snapshot.clip_factor == opened.snapshot.clip_factor < 1
    assert again.snapshot.penalties == ()
    driver.send(c.ApplyUpdate())
    driver.rest()
    # Gradient descent: η times the share that was told of the gradient that was told.
    expected = -10.0 * opened.snapshot.clip_factor * opened.mean_gradient
    applied = driver.last(m.UpdateApplied)
    np.testing.assert_allclose(applied.change, expected, rtol=1e-4, atol=3e-7)
    # What the update followed is named after it, too.
    assert applied.snapshot.penalties == () and applied.snapshot.clip_factor == opened.snapshot.clip_factor


def test_without_a_first_half_there_is_no_second(driver: Driver) -> None:
    driver.send(c.ApplyUpdate())
    driver.rest()
    compute(driver)
    driver.send(c.ApplyUpdate(), c.ApplyUpdate())
    driver.rest()
    driver.send(c.ApplyUpdate())
    driver.rest()
    assert driver.trainer.step_count == len(driver.all(m.UpdateApplied)) == 1


def test_an_edit_ends_it(driver: Driver) -> None:
    compute(driver)
    driver.send(c.EditParameter(0, 1, ParameterLocation(0, 0), 1.0, 0), c.ApplyUpdate())
    driver.rest()
    assert driver.trainer.step_count == 0 and not driver.trainer.batch_is_open
    driver.walk()
    reference = headless(0)
    reference.network.layers[0].b[0] = 1.0
    reference.step()
    assert same_parameters(driver.last(m.UpdateApplied).snapshot, reference)


def test_an_update_that_waits_behind_a_sorting_is_given_up_with_its_gradient(driver: Driver) -> None:
    compute(driver)
    driver.send(c.SortNeurons(0, 1), c.ApplyUpdate())
    driver.rest()
    assert driver.all(m.NeuronsPermuted) and driver.trainer.step_count == 0
    assert not driver.all(m.EngineFailed) and not driver.all(m.UpdateApplied)


@pytest.mark.parametrize("half", ["first", "second"])
def test_a_half_that_an_edit_comes_into_is_not_told(half: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its numbers would be of two networks."""
    monkeypatch.setattr("core.nn.workload.CHUNK_ROWS", 16)
    config = replace(CONFIG, batch_size=None)
    driver = Driver(config=config, tick_s=0.006)
    if half == "first":
        driver.send(c.ComputeGradient())
        driver.work()
    else:
        compute(driver)
        driver.send(c.ApplyUpdate())
        driver.work()
        assert driver.trainer.step_count == 1
    driver.send(c.EditParameter(0, 1, ParameterLocation(0, 0), 1.0, 0))
    driver.rest()
    assert not driver.all(m.UpdateApplied) and len(driver.all(m.GradientComputed)) == (half == "second")
    assert driver.last(m.ParameterEdited).snapshot.update == (half == "second")


def test_training_on_ends_it_with_its_update(driver: Driver) -> None:
    compute(driver)
    driver.train(1)
    driver.send(c.ApplyUpdate())
    driver.rest()
    assert driver.trainer.step_count == 1 and not driver.all(m.UpdateApplied)
    assert same_parameters(driver.snapshot, headless(1))


def test_another_run_ends_it(driver: Driver) -> None:
    compute(driver)
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG), c.ApplyUpdate())
    driver.rest()
    driver.send(c.ReturnToRun(0), c.ApplyUpdate())
    driver.rest()
    assert driver.trainer.step_count == 0
    driver.train(2)
    np.testing.assert_array_equal(parameters_of(driver.snapshot), headless(2).network.parameters)


def test_regression_targets_are_walked_through_too(driver: Driver) -> None:
    config = TrainingConfig(seed=3, batch_size=5, loss="squared_error")
    architecture, choice = (
        Architecture.dense((4,), seed=3, output="identity"),
        DatasetSpec("line", "sine", count=20),
    )
    driver.send(c.BeginRun(1, architecture, config, choice))
    driver.walk()
    assert driver.last(m.GradientComputed).snapshot.loss == "squared_error"
    applied = driver.last(m.UpdateApplied).snapshot
    assert same_parameters(applied, headless(1, architecture, config, choice.load()))
    assert not driver.all(m.EngineFailed)


@pytest.mark.parametrize("dropout", [0.0, 0.5])
def test_the_mean_of_losses_near_float32s_end_is_their_mean(dropout: float) -> None:
    driver = Driver(config=replace(CONFIG, optimizer="sgd", learning_rate=1e-6, dropout=dropout))
    for layer in driver.trainer.network.layers:
        layer.W[:] = 0
    # Nothing but the last bias is in an output, so C is 0, 9e37 or 18e37 by the class: eight add up to no float32.
    driver.trainer.network.layers[-1].b[:] = -9e37, 0, 9e37
    driver.walk()
    opened, applied = driver.last(m.GradientComputed), driver.last(m.UpdateApplied)
    expected = np.choose(driver.trainer.dataset.y_train[driver.trainer.batch_rows], (18e37, 9e37, 0.0))
    assert expected.sum() > float(np.finfo(np.float32).max)
    for message in (opened, applied):
        assert message.batch_mean == pytest.approx(expected.mean(), rel=1e-6)
