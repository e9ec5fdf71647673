"""The map of a run is of the y of its right answers at its own exact measurements, whether anybody looked or not."""

from __future__ import annotations

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine.confidence_messages import ConfidenceMap, ConfidenceWay
from core.engine.confidence_watch import ConfidenceWatch
from core.engine.example_commands import AskConfidenceMap, AskConfidenceWay
from core.engine.protocol import Envelope, frame_of, message_of
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver
from tests.core.engine.test_example_watch import outputs_by_hand


def right_by_hand(driver: Driver) -> np.ndarray:
    """(N,): y of the right class in float64."""
    y = outputs_by_hand(driver, "train")[1]
    return y[np.arange(len(y)), driver.trainer.dataset.y_train]


def map_of(driver: Driver) -> ConfidenceMap:
    driver.send(AskConfidenceMap())
    return driver.last(ConfidenceMap)


def measured(driver: Driver, updates: int) -> np.ndarray:
    """(updates + 1, N): y by hand, while so many updates are made; each is measured."""
    seen = []
    for _ in range(updates):
        driver.rest()
        seen.append(right_by_hand(driver))
        driver.walk()
    return np.array([*seen, right_by_hand(driver)])


def test_mean_and_spread_are_those_by_hand() -> None:
    driver = Driver()
    y = measured(driver, 4)
    found = map_of(driver)
    # That before the first update is in no mean.
    assert (found.run, found.updates.tolist()) == (0, [1, 2, 3, 4])
    np.testing.assert_allclose(found.means, y[1:].mean(axis=0), atol=2e-5)
    np.testing.assert_allclose(found.deviations, y[1:].std(axis=0), atol=2e-5)
    assert found.deviations.max() > 1e-3
    driver.send(AskConfidenceWay(7), AskConfidenceWay(-1), AskConfidenceWay(50))
    (way,) = driver.all(ConfidenceWay)
    assert (way.run, way.row, way.updates.tolist()) == (0, 7, [0, 1, 2, 3, 4])
    np.testing.assert_allclose(way.values, y[:, 7], atol=2e-5)
    # As they come to the window.
    for message in (found, way):
        came = message_of(frame_of(Envelope(message, 1))).content
        assert type(came) is type(message)
        for name, value in vars(message).items():
            assert np.array_equal(getattr(came, name), value), name


def test_before_the_first_update_there_is_no_mean_and_that_comes_to_the_window() -> None:
    driver = Driver()
    driver.rest()
    found = map_of(driver)
    assert found.updates.size == 0 and len(found.means) == len(driver.trainer.dataset.y_train)
    came = message_of(frame_of(Envelope(found, 1))).content
    assert isinstance(came, ConfidenceMap)
    assert np.isnan(came.means).all() and np.isnan(came.deviations).all()


def test_what_is_measured_again_from_the_past_counts_once() -> None:
    driver = Driver()
    measured(driver, 4)
    first = map_of(driver)
    driver.send(c.LookAt(2))
    driver.rest()
    # The same update was measured once more, and the map is of the whole run all the same.
    for _ in range(2):
        again = map_of(driver)
        assert again.updates.tolist() == [1, 2, 3, 4]
        assert np.array_equal(again.means, first.means)
        assert np.array_equal(again.deviations, first.deviations)
        driver.send(c.ReturnToLive())
        driver.rest()


@pytest.mark.parametrize(
    ("output", "loss"),
    [("sigmoid", "cross_entropy"), ("sigmoid", "squared_error"), ("softmax", "squared_error")],
)
def test_with_other_losses_y_is_the_output_itself(output: str, loss: str) -> None:
    driver = Driver()
    architecture = Architecture.dense((4,), output=output, seed=2)
    driver.send(c.BeginRun(1, architecture, TrainingConfig(loss=loss, batch_size=8)))
    driver.rest()
    driver.walk()
    y, data, found = _outputs(driver), driver.trainer.dataset, map_of(driver)
    assert (found.run, found.updates.tolist()) == (1, [1])
    driver.send(AskConfidenceWay(3))
    assert driver.last(ConfidenceWay).values[-1] == pytest.approx(float(y[3, data.y_train[3]]), abs=2e-5)


def _outputs(driver: Driver) -> np.ndarray:
    network, data = driver.trainer.network, driver.trainer.dataset
    a = data.X_train.astype(np.float64)
    for i, layer in enumerate(network.layers):
        z = a @ layer.W.astype(np.float64) + layer.b
        if i < len(network.layers) - 1:
            a = 1 / (1 + np.exp(-z)) if network.activations[i] == "sigmoid" else np.maximum(z, 0)
    if network.activations[-1] == "sigmoid":
        return np.asarray(1 / (1 + np.exp(-z)))
    return np.asarray(np.exp(z) / np.exp(z).sum(axis=1, keepdims=True))


def test_of_what_is_no_confidence_nothing_is_kept() -> None:
    driver = Driver()
    linear = Architecture.dense((4,), output="identity", seed=2)
    driver.send(c.BeginRun(1, linear, TrainingConfig(loss="squared_error", batch_size=8)))
    driver.rest()
    assert (map_of(driver).run, len(map_of(driver).updates), len(map_of(driver).means)) == (1, 0, 0)
    choice = DatasetSpec("line", "sine")
    driver.send(c.LoadData(choice))
    driver.rest()
    numbers = Architecture.dense((4,), output="identity", n_out=1)
    driver.send(c.BeginRun(2, numbers, TrainingConfig(loss="squared_error", batch_size=8), choice))
    driver.rest()
    assert (map_of(driver).run, len(map_of(driver).updates)) == (2, 0)


def test_all_runs_have_one_size_together_and_a_gone_one_none() -> None:
    driver = Driver()
    # 50 examples of two bytes: seven measurements.
    driver.engine.examples.confidences._most_bytes = 700
    measured(driver, 9)
    # With that before the first update.
    assert len(map_of(driver).updates) == 6 and map_of(driver).updates[-1] == 9
    driver.send(c.BeginRun(1, ARCHITECTURE.changed(seed=8), CONFIG))
    measured(driver, 5)
    assert map_of(driver).updates[-1] == 5
    watch: ConfidenceWatch = driver.engine.examples.confidences
    assert sum(own.nbytes for own in watch._of.values()) <= 700
    driver.send(c.ReturnToRun(0))
    assert map_of(driver).updates[-1] == 9
    driver.send(c.ForgetRun(1))
    assert list(watch._of) == [0]


def test_two_are_kept_however_large_they_are() -> None:
    driver = Driver()
    driver.engine.examples.confidences._most_bytes = 10
    measured(driver, 3)
    assert map_of(driver).updates.tolist() == [3]
    driver.send(AskConfidenceWay(0))
    assert driver.last(ConfidenceWay).updates.tolist() == [0, 3]
