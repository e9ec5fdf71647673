"""What each example adds to L: sent where somebody looks, of one update, and the same as by hand."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.example_losses import ExampleLosses
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.engine.example_commands import MOST_PICTURES
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver


def by_hand(driver: Driver, split: str) -> tuple[np.ndarray, np.ndarray]:
    """Every Cⁿ and answer in float64."""
    losses, y = outputs_by_hand(driver, split)
    return losses, y.argmax(axis=1)


def outputs_by_hand(driver: Driver, split: str) -> tuple[np.ndarray, np.ndarray]:
    """Every Cⁿ and all outputs y in float64, layer by layer: tanh, ReLU, softmax."""
    network, data = driver.trainer.network, driver.trainer.dataset
    X, y = (data.X_train, data.y_train) if split == "train" else (data.X_test, data.y_test)
    a = X.astype(np.float64)
    for i, layer in enumerate(network.layers):
        z = a @ layer.W.astype(np.float64) + layer.b
        a = (np.tanh, lambda z: np.maximum(z, 0), lambda z: z)[i](z)
    shifted = a - a.max(axis=1, keepdims=True)
    losses = np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(y)), y]
    return losses, np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)


@pytest.mark.parametrize("split", ["train", "test"])
def test_each_exact_loss_comes_with_its_terms(split: str) -> None:
    driver = Driver()
    driver.send(c.WatchExamples(split))
    driver.rest()
    for _ in range(3):
        driver.walk()
        found = driver.last(ExampleLosses)
        losses, answers = by_hand(driver, split)
        assert (found.run, found.update, found.split) == (0, driver.trainer.step_count, split)
        np.testing.assert_allclose(found.losses, losses, rtol=1e-4, atol=1e-6)
        assert found.answers.tolist() == answers.tolist()
        y = outputs_by_hand(driver, split)[1]
        np.testing.assert_allclose(found.confidences, y.max(axis=1), rtol=1e-5)
        exact = driver.last(m.ExactLoss)
        assert found.total == (exact.train_total if split == "train" else exact.test_total)
    assert [one.update for one in driver.all(ExampleLosses)] == [0, 1, 2, 3]


def test_where_nobody_looks_nothing_is_sent_and_what_is_known_comes_at_once() -> None:
    driver = Driver()
    driver.rest()
    driver.walk()
    assert not driver.all(ExampleLosses)
    driver.send(c.WatchExamples("test"))
    assert driver.last(ExampleLosses).update == 1
    driver.send(c.WatchExamples(""))
    driver.walk()
    assert len(driver.all(ExampleLosses)) == 1


def test_who_begins_to_look_gets_the_losses_at_once_and_the_confidences_soon() -> None:
    driver = Driver()
    driver.rest()
    driver.walk()
    driver.send(c.WatchExamples("test"))
    at_once = driver.last(ExampleLosses)
    assert at_once.lacks_confidences and len(at_once.losses)
    driver.rest()
    found = driver.last(ExampleLosses)
    assert found.update == at_once.update and not found.lacks_confidences
    assert np.array_equal(found.losses, at_once.losses)
    np.testing.assert_allclose(found.confidences, outputs_by_hand(driver, "test")[1].max(axis=1), rtol=1e-5)
    # Nobody looks any more: they are not worked out.
    driver.send(c.WatchExamples(""))
    driver.walk()
    assert all(losses.lacks_confidences for losses in driver.engine.examples._last.values())


def test_of_a_run_that_is_returned_to_they_are_measured_again() -> None:
    driver = Driver()
    driver.send(c.WatchExamples("train"))
    driver.rest()
    driver.send(c.BeginRun(1, ARCHITECTURE.changed(seed=8), CONFIG))
    driver.rest()
    assert driver.last(ExampleLosses).run == 1
    driver.send(c.WatchExamples(""), c.ReturnToRun(0))
    driver.rest()
    driver.send(c.WatchExamples("train"))
    driver.rest()
    found = driver.last(ExampleLosses)
    assert found.run == 0
    np.testing.assert_allclose(found.losses, by_hand(driver, "train")[0], rtol=1e-4, atol=1e-6)


def test_back_from_the_past_the_terms_are_those_of_the_present_again() -> None:
    driver = Driver()
    driver.train(6)
    driver.send(c.Pause(), c.WatchExamples("train"))
    driver.rest()
    for update in (4, 2):
        driver.send(c.LookAt(update))
        driver.until(lambda update=update: driver.last(ExampleLosses).update == update)
    driver.send(c.ReturnToLive())
    driver.until(lambda: driver.last(ExampleLosses).update == 6)
    np.testing.assert_allclose(
        driver.last(ExampleLosses).losses, by_hand(driver, "train")[0], rtol=1e-4, atol=1e-6
    )


def test_of_a_parameter_that_was_set_by_hand_they_are_new() -> None:
    driver = Driver()
    driver.send(c.WatchExamples("train"))
    driver.rest()
    before = driver.last(ExampleLosses)
    driver.send(c.EditParameter(0, 1, ParameterLocation(1, 3, 2), 4.0, 0))
    driver.rest()
    after = driver.last(ExampleLosses)
    assert after.update == before.update and after.total != before.total
    np.testing.assert_allclose(after.losses, by_hand(driver, "train")[0], rtol=1e-4, atol=1e-6)


def test_pictures_are_those_of_the_rows_that_were_asked_for() -> None:
    driver = Driver()
    driver.send(c.AskExamples("test", np.array([3, 0, 10**9, -1, 3])))
    seen = driver.last(m.ExamplesSeen)
    data = driver.trainer.dataset
    assert (seen.run, seen.split, seen.rows.tolist()) == (0, "test", [3, 0, 3])
    assert np.array_equal(seen.pixels, data.X_test[[3, 0, 3]].astype(int) * 255)
    # They are no picture: what the network gets are their numbers.
    assert data.picture is None and np.array_equal(seen.numbers, data.X_test[[3, 0, 3]])
    driver.send(c.AskExamples("train", np.zeros(MOST_PICTURES + 1, np.int64)))
    assert len(driver.last(m.ExamplesSeen).rows) == MOST_PICTURES


@pytest.mark.parametrize("split", ["train", "test"])
def test_the_example_of_a_row_is_shown(split: str) -> None:
    driver = Driver()
    driver.send(c.ShowExample(split, 2))
    example = driver.engine.current.sample.current
    data = driver.trainer.dataset
    X = data.X_train if split == "train" else data.X_test
    assert (example.origin, example.index) == (split, 2) and np.array_equal(example.x, X[2])
    driver.send(c.ShowExample(split, 10**9))
    assert driver.engine.current.sample.current.index == 2


def test_labels_that_were_shuffled_are_told_of_the_training_set_alone() -> None:
    choice = DatasetSpec("digits", count=200, shuffled_labels=0.5)
    driver = Driver()
    driver.send(c.LoadData(choice))
    driver.send(c.BeginRun(1, ARCHITECTURE.with_outputs(10), CONFIG, choice), c.WatchExamples("train"))
    driver.rest()
    found, data = driver.last(ExampleLosses), driver.trainer.dataset
    assert found.run == 1 and data.wrong_labels is not None and data.wrong_labels.any()
    assert np.array_equal(found.shuffled, data.wrong_labels)
    assert [found.is_shuffled(row) for row in range(9)] == data.wrong_labels[:9].tolist()
    driver.send(c.WatchExamples("test"))
    assert not driver.last(ExampleLosses).is_shuffled(0)


def test_who_looks_gets_the_order_with_the_losses() -> None:
    driver = Driver()
    driver.send(c.WatchExamples("train"))
    driver.rest()
    driver.walk()
    found = driver.last(ExampleLosses)
    assert found.order.tolist() == sorted(range(len(found.losses)), key=lambda row: (found.losses[row], row))
    driver.send(c.WatchExamples(""))
    driver.walk()
    driver.send(c.WatchExamples("test"))
    assert not len(driver.last(ExampleLosses).order)
