"""Commands about the example that is shown: it is sent at once, whatever else is done."""

from __future__ import annotations

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from tests.core.engine.driver import Driver, headless
from tests.core.small_data import small_data


@pytest.fixture
def driver() -> Driver:
    driver = Driver()
    driver.rest()
    return driver


def test_a_test_example_is_shown_with_its_class(driver: Driver) -> None:
    driver.send(c.ShowTestSample("next", 2))
    driver.rest()
    example = driver.snapshot.example
    labels = small_data().y_test
    assert (example.origin, example.label, example.index) == ("test", 2, int(np.flatnonzero(labels == 2)[0]))


def test_a_wrong_one_is_one_that_this_network_gets_wrong(driver: Driver) -> None:
    driver.train(20)
    wrong = np.flatnonzero(
        driver.trainer.network.predict(small_data().X_test).argmax(1) != small_data().y_test
    )
    for row in wrong[:3]:
        driver.send(c.ShowTestSample("wrong"))
        driver.rest()
        assert driver.snapshot.example.index == row
    assert int(driver.snapshot.trace.a[-1].argmax()) != driver.snapshot.example.label


def test_wrong_ones_are_looked_for_anew_where_a_parameter_is_set_meanwhile() -> None:
    data = small_data(3000)
    data = type(data)(data.X_train, data.y_train, data.X_train, data.y_train, data.class_names)
    driver = Driver(load=lambda _: data, tick_s=0.006)
    driver.send(c.ShowTestSample("wrong"))
    driver.work(2)
    # From now on every answer is class 1.
    driver.send(c.EditParameter(0, 1, ParameterLocation(2, 1), 1000.0, 0))
    driver.rest()
    assert driver.snapshot.example.index == int(np.flatnonzero(data.y_test != 1)[0])


def test_where_there_is_none_of_the_kind_it_says_so(driver: Driver) -> None:
    driver.send(c.ShowTestSample("next", 7))
    driver.rest()
    assert driver.last(m.NoSuchSample).how == "next" and driver.snapshot.example.origin == "train"


def test_a_drawing_without_an_answer_has_no_loss_and_no_gradient(driver: Driver) -> None:
    x = np.array([0, 1, 1, 0, 0, 1], np.float32)
    driver.send(c.ShowDrawing(x, None))
    trace = driver.snapshot.trace
    assert driver.snapshot.example.origin == "drawing" and trace.loss is None and not trace.has_gradient
    np.testing.assert_array_equal(trace.probabilities, headless(0).trace(x).probabilities)
    driver.send(c.ShowDrawing(x, 1))
    assert driver.snapshot.trace.loss == pytest.approx(
        -np.log(driver.snapshot.trace.probabilities[1]), rel=1e-5
    )


def test_while_it_trains_a_drawing_is_answered_at_once_and_by_the_network_of_its_update(
    driver: Driver,
) -> None:
    driver.send(c.Train())
    for pixel in range(3):
        driver.work(7)
        x = np.zeros(6, np.float32)
        x[pixel] = 1
        driver.send(c.ShowDrawing(x, None))
        snapshot = driver.snapshot
        assert snapshot.update == driver.trainer.step_count and snapshot.example.x[pixel] == 1
        expected = headless(snapshot.update).trace(x).probabilities
        np.testing.assert_array_equal(snapshot.trace.probabilities, expected)


def test_the_choice_goes_back_to_the_training(driver: Driver) -> None:
    driver.train(2)
    driver.send(c.ShowTestSample("random"))
    driver.rest()
    driver.send(c.ReleaseSample())
    assert driver.snapshot.example.origin == "train"
    assert driver.snapshot.example.index == headless(2).batch_rows[0]


def test_the_next_training_example_is_one_of_the_next_batch(driver: Driver) -> None:
    driver.train(1)
    assert driver.snapshot.example.index == 0
    driver.send(c.NextTrainingSample())
    driver.train(1)
    assert driver.snapshot.example.index == headless(2).batch_rows[0]
    driver.train(1)
    assert driver.snapshot.example.index == headless(2).batch_rows[0]


def test_where_numbers_are_to_be_met_they_are_told(driver: Driver) -> None:
    choice = DatasetSpec("line", "sine", count=20)
    config = TrainingConfig(seed=3, batch_size=5, loss="squared_error")
    driver.send(c.BeginRun(1, Architecture.dense((4,), seed=3, output="identity"), config, choice))
    dataset = choice.load()
    for how in ("next", "wrong", "random"):
        driver.send(c.ShowTestSample(how))
        driver.rest()
        snapshot = driver.snapshot
        target, y = dataset.y_test[snapshot.example.index or 0], snapshot.trace.a[-1]
        assert snapshot.example.label is None and np.array_equal(snapshot.example.target, target)
        assert snapshot.trace.loss == pytest.approx(0.5 * float((y - target) @ (y - target)), rel=1e-5)
        driver.send(c.ReleaseSample())
        assert driver.snapshot.example.origin == "train"
    assert driver.snapshot.function_grid is not None and not driver.all(m.EngineFailed)
