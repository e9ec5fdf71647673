"""Parameters set by hand and neurons put into order: told with what they made, and taken back exactly."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless, parameters_of
from tests.core.small_data import small_data


@pytest.fixture
def driver() -> Driver:
    driver = Driver()
    driver.rest()
    return driver


def test_an_edit_is_told_with_the_network_that_it_makes(driver: Driver) -> None:
    before = headless(0).network.parameters
    driver.send(c.EditParameter(0, 1, ParameterLocation(1, 3, 2), 0.625, 0))
    told = driver.last(m.ParameterEdited)
    # W¹ is (6, 5) and b¹ (5,); row 2 of the (5, 4) W², and in it the fourth.
    index, expected = 6 * 5 + 5 + 2 * 4 + 3, before.copy()
    expected[index] = 0.625
    np.testing.assert_array_equal(parameters_of(told.snapshot), expected)
    assert (told.edit_id, told.made.before, told.made.after) == (1, before[index], 0.625)
    assert (told.snapshot.update, told.snapshot.edit_count, told.snapshot.permutation_count) == (0, 1, 0)


def test_training_on_after_an_edit_is_training_from_the_edited_network(driver: Driver) -> None:
    reference = headless(2)
    driver.train(2)
    driver.send(c.EditParameter(0, 1, ParameterLocation(0, 4), -1.5, 0))
    driver.train(2)
    reference.network.layers[0].b[4] = -1.5
    reference.step(), reference.step()
    np.testing.assert_array_equal(driver.trainer.network.parameters, reference.network.parameters)


def test_an_edit_is_made_between_two_slices_of_a_training_that_goes_on(driver: Driver) -> None:
    driver.send(c.Train())
    driver.work(9)
    driver.send(c.EditParameter(0, 1, ParameterLocation(0, 1), 0.75, 0))
    edited = driver.last(m.ParameterEdited).snapshot.update
    driver.work(9)
    driver.send(c.Pause())
    driver.rest()
    reference = headless(edited)
    reference.network.layers[0].b[1] = 0.75
    while reference.step_count < driver.snapshot.update:
        reference.step()
    assert driver.snapshot.update > edited > 0 and driver.snapshot.edit_count == 1
    np.testing.assert_array_equal(parameters_of(driver.snapshot), reference.network.parameters)
    told = [*driver.all(Snapshot), driver.last(m.ParameterEdited).snapshot]
    assert sum(len(snapshot.losses) for snapshot in told) == driver.snapshot.update


def test_an_edit_can_be_taken_back_and_made_again(driver: Driver) -> None:
    before = headless(0).network.parameters.copy()
    driver.send(c.EditParameter(0, 4, ParameterLocation(0, 2, 5), 0.5, 0), c.SwitchEdit(0, 4, False))
    np.testing.assert_array_equal(driver.trainer.network.parameters, before)
    driver.send(c.SwitchEdit(0, 4, True))
    assert driver.trainer.network.layers[0].W[5, 2] == 0.5
    assert [told.made.is_on for told in driver.all(m.ParameterEdited)] == [True, False, True]
    # What is not there to be taken back or made again is nothing.
    driver.send(c.SwitchEdit(0, 4, True), c.SwitchEdit(0, 9, False), c.SwitchEdit(3, 4, False))
    assert len(driver.all(m.ParameterEdited)) == 3 and not driver.all(m.EngineFailed)


def test_what_was_meant_for_other_neurons_or_another_run_is_refused(driver: Driver) -> None:
    before = headless(0).network.parameters
    driver.send(
        c.EditParameter(0, 1, ParameterLocation(0, 0), 1.0, 1),
        c.EditParameter(7, 2, ParameterLocation(0, 0), 1.0, 0),
    )
    assert [refused.edit_id for refused in driver.all(m.EditRefused)] == [1, 2]
    driver.send(c.SortNeurons(7, 3), c.SwitchSorting(7, 3, False), c.SwitchSorting(7, 3, True))
    driver.rest()
    np.testing.assert_array_equal(driver.trainer.network.parameters, before)
    assert not driver.all(m.NeuronsPermuted) and not driver.all(m.EngineFailed)


@pytest.mark.parametrize(
    ("place", "value"),
    [(ParameterLocation(3, 0), 1.0), (ParameterLocation(0, 9), 1.0), (ParameterLocation(0, 0), 1e7)],
)
def test_a_parameter_that_is_not_there_or_a_value_too_large_changes_nothing(
    driver: Driver, place: ParameterLocation, value: float
) -> None:
    driver.send(c.EditParameter(0, 1, place, value, 0))
    assert driver.all(m.EngineFailed) and driver.engine.current.journal == []
    np.testing.assert_array_equal(driver.trainer.network.parameters, headless(0).network.parameters)


# --- the order of the neurons


def test_a_sorting_is_told_with_its_proof_and_taken_back_to_the_bit(driver: Driver) -> None:
    driver.train(5)
    data = small_data()
    before = driver.trainer.network.parameters.copy()
    y = driver.trainer.network.predict(data.X_test)
    driver.send(c.SortNeurons(0, 1))
    driver.rest()
    told = driver.last(m.NeuronsPermuted)
    after = driver.trainer.network.predict(data.X_test)
    assert told.difference == pytest.approx(np.abs(after - y).max(), abs=1e-7) and told.difference < 1e-5
    assert (told.edit_id, told.how, told.count, told.reordered, told.stays) == (1, "tidy", 20, (0, 9), ())
    # The preferred classes, computed here from nothing but the outputs of the layer.
    a = np.tanh(data.X_test.astype(np.float32) @ told.snapshot.weights[0] + told.snapshot.biases[0])
    means = np.stack([a[data.y_test == label].mean(axis=0) for label in range(3)])
    assert np.all(np.diff(means.argmax(axis=0)) >= 0)
    assert told.statistics is not None
    np.testing.assert_allclose(told.statistics.class_mean[0], means, rtol=1e-4, atol=1e-5)
    driver.send(c.SwitchSorting(0, 1, False))
    np.testing.assert_array_equal(parameters_of(driver.last(m.NeuronsPermuted).snapshot), before)
    driver.send(c.SwitchSorting(0, 1, True))
    again = driver.last(m.NeuronsPermuted)
    np.testing.assert_array_equal(parameters_of(again.snapshot), parameters_of(told.snapshot))
    assert [told.how for told in driver.all(m.NeuronsPermuted)] == ["tidy", "back", "again"]
    assert again.snapshot.permutation_count == again.snapshot.edit_count == 3


def test_with_training_in_between_a_sorting_is_taken_back_all_the_same(driver: Driver) -> None:
    driver.train(2)
    driver.send(c.SortNeurons(0, 1))
    driver.rest()
    driver.train(3)
    driver.send(c.SwitchSorting(0, 1, False))
    # Never sorted, but for the order of sums.
    told = driver.last(m.NeuronsPermuted).snapshot
    np.testing.assert_allclose(parameters_of(told), headless(5).network.parameters, atol=2e-5)


def test_an_edit_before_a_sorting_is_found_again_after_it(driver: Driver) -> None:
    driver.send(c.EditParameter(0, 1, ParameterLocation(1, 2, 4), 4.0, 0), c.SortNeurons(0, 2))
    driver.rest()
    assert driver.all(m.NeuronsPermuted)
    driver.send(c.SwitchEdit(0, 1, False), c.SwitchSorting(0, 2, False))
    np.testing.assert_array_equal(driver.trainer.network.parameters, headless(0).network.parameters)


def test_what_the_last_update_changed_follows_a_sorting_and_is_not_told_over_an_edit(driver: Driver) -> None:
    driver.send(c.WatchUpdates(True))
    driver.train(1)
    table = driver.snapshot.topology.table
    change, gradient = (
        table.named("W", flat)[0] for flat in (driver.snapshot.change, driver.snapshot.mean_gradient)
    )
    driver.send(c.SortNeurons(0, 1))
    driver.rest()
    told = driver.last(m.NeuronsPermuted)
    np.testing.assert_array_equal(table.named("W", told.snapshot.change)[0], change[:, told.orders[0]])
    np.testing.assert_array_equal(
        table.named("W", told.snapshot.mean_gradient)[0], gradient[:, told.orders[0]]
    )
    driver.send(c.EditParameter(0, 1, ParameterLocation(0, 0), 1.0, 1))
    edited = driver.last(m.ParameterEdited).snapshot
    assert edited.change is edited.mean_gradient is None


def test_a_gradient_that_waits_for_its_update_is_not_told_as_the_last_ones(driver: Driver) -> None:
    driver.send(c.WatchUpdates(True))
    driver.train(1)
    of_last = driver.snapshot
    driver.send(c.ComputeGradient())
    driver.rest()
    assert driver.last(m.GradientComputed).snapshot.mean_gradient is None
    driver.send(c.SortNeurons(0, 1))
    driver.rest()
    told = driver.last(m.NeuronsPermuted).snapshot
    # The same numbers of the same neurons, in other places.
    assert not np.array_equal(told.mean_gradient, of_last.mean_gradient)
    np.testing.assert_array_equal(np.sort(told.mean_gradient), np.sort(of_last.mean_gradient))
    np.testing.assert_array_equal(np.sort(told.change), np.sort(of_last.change))


@pytest.mark.parametrize(
    ("architecture", "why"),
    [(Architecture.dense(hidden=()), "no_hidden"), (Architecture.dense(hidden=(6,), skip=True), "all_stay")],
)
def test_where_nothing_can_be_ordered_it_says_why(
    driver: Driver, architecture: Architecture, why: str
) -> None:
    driver.send(c.BeginRun(1, architecture, CONFIG), c.SortNeurons(1, 1))
    driver.rest()
    assert [refused.reason for refused in driver.all(m.SortingRefused)] == [why]
    assert not driver.all(m.NeuronsPermuted) and driver.engine.current.journal == []


def test_without_classes_there_is_no_order(driver: Driver) -> None:
    config = TrainingConfig(batch_size=5, loss="squared_error")
    choice = DatasetSpec("line", "sine", count=20)
    driver.send(
        c.BeginRun(1, Architecture.dense((4,), output="identity"), config, choice), c.SortNeurons(1, 1)
    )
    assert driver.last(m.SortingRefused).reason == "no_classes"


def test_a_second_sorting_finds_everything_in_order(driver: Driver) -> None:
    driver.send(c.SortNeurons(0, 1), c.SortNeurons(0, 2))
    driver.rest()
    assert [refused.reason for refused in driver.all(m.SortingRefused)] == ["in_order"]
    assert len(driver.all(m.NeuronsPermuted)) == 1


def test_where_no_neuron_has_a_favourite_nothing_is_called_in_order(driver: Driver) -> None:
    # All weights 0: every neuron gives every example the same.
    driver.send(
        c.BeginRun(1, Architecture.dense(hidden=(6,), initializer="zero"), CONFIG), c.SortNeurons(1, 1)
    )
    driver.rest()
    assert [refused.reason for refused in driver.all(m.SortingRefused)] == ["no_favourites"]


def test_a_sorting_that_an_edit_comes_into_begins_anew() -> None:
    small = small_data(3000)
    data = Dataset(small.X_train, small.y_train, small.X_train, small.y_train, small.class_names)
    driver = Driver(load=lambda _: data, tick_s=0.006)
    driver.send(c.SortNeurons(0, 1))
    driver.work(2)
    driver.send(c.EditParameter(0, 2, ParameterLocation(0, 0, 1), 3.0, 0))
    driver.rest()
    told = driver.last(m.NeuronsPermuted)
    edited = headless(0, dataset=data)
    edited.network.layers[0].W[1, 0] = 3.0
    np.testing.assert_array_equal(told.snapshot.weights[0], edited.network.layers[0].W[:, told.orders[0]])
    a = np.tanh(data.X_test.astype(np.float32) @ told.snapshot.weights[0] + told.snapshot.biases[0])
    means = np.stack([a[data.y_test == label].mean(axis=0) for label in range(3)])
    assert np.all(np.diff(means.argmax(axis=0)) >= 0)


def test_on_the_way_back_from_a_divergence_nothing_is_changed_and_then_all_may_be(driver: Driver) -> None:
    wild = replace(CONFIG, optimizer="sgd", learning_rate=0.21, l2=10.0)
    driver.send(c.BeginRun(1, ARCHITECTURE, wild), c.Train())
    driver.until(lambda: driver.engine.current.is_returning)
    driver.send(
        c.EditParameter(1, 9, ParameterLocation(0, 0), 1.0, 0), c.SortNeurons(1, 1), c.SwitchEdit(1, 9, False)
    )
    assert driver.last(m.EditRefused) == m.EditRefused(1, 9, is_returning=True)
    driver.rest()
    assert not driver.all(m.ParameterEdited) and not driver.all(m.NeuronsPermuted)
    driver.send(c.SortNeurons(1, 1))
    driver.rest()
    assert driver.all(m.NeuronsPermuted) or driver.all(m.SortingRefused)
    # In another order the weights are as large as before.
    assert driver.engine.current.diverged is not None
    driver.send(c.EditParameter(1, 9, ParameterLocation(0, 0), 1.0, driver.engine.current.permutations))
    assert driver.last(m.ParameterEdited).edit_id == 9 and driver.engine.current.diverged is None
