"""What is shown beside the run on screen: its numbers are those of its own run and update, its example is shared."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.analysis.neuron_statistics import NeuronStatistics
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from tests.core.engine.driver import CONFIG, Driver, headless, same_parameters

OTHER = Architecture.dense(hidden=(7,), activation="relu", seed=9)


def two_runs(updates: int = 300) -> Driver:
    """Run 0 on screen after so many updates, and run 1 after 20."""
    driver = Driver()
    driver.train(updates)
    driver.send(c.BeginRun(1, OTHER, CONFIG))
    driver.train(20)
    driver.send(c.ReturnToRun(0))
    driver.rest()
    return driver


# --- another run as it is


def test_another_run_is_shown_as_it_is_with_the_displayed_sample() -> None:
    driver = two_runs()
    driver.send(c.ShowBeside(1))
    shown = driver.last(m.BesideShown)
    assert (shown.run, shown.update, shown.live_update, shown.is_exact) == (1, 20, 20, True)
    assert (shown.snapshot.run, shown.snapshot.update) == (1, 20) and driver.engine.number == 0
    other = headless(20, OTHER)
    assert same_parameters(shown.snapshot, other)
    assert shown.snapshot.example is driver.snapshot.example
    alone = other.trace(shown.snapshot.example.x, shown.snapshot.example.answer)
    np.testing.assert_array_equal(shown.snapshot.trace.probabilities, alone.probabilities)


def test_each_other_example_comes_for_both() -> None:
    driver = two_runs()
    driver.send(c.ShowBeside(1))
    x = np.linspace(0, 1, 6, dtype=np.float32)
    for command in (c.ShowTestSample("next"), c.ShowDrawing(x, 1), c.ReleaseSample()):
        driver.send(command)
        driver.rest()
        assert driver.last(m.BesideShown).snapshot.example is driver.snapshot.example
    assert len(driver.all(m.BesideShown)) == 4


def test_what_has_not_changed_is_not_sent_again_while_the_run_on_screen_trains() -> None:
    driver = two_runs()
    driver.send(c.ShowBeside(1))
    driver.train(50)
    driver.send(c.EditParameter(0, 1, ParameterLocation(0, 1, 2), 0.5, 0))
    assert len(driver.all(m.BesideShown)) == 1


def test_a_run_can_be_shown_beside_itself_and_its_losses_stay_those_of_its_own_snapshots() -> None:
    driver = Driver()
    driver.send(c.ShowBeside(0))
    driver.train(40)
    assert driver.last(m.BesideShown).update == 40
    assert same_parameters(driver.last(m.BesideShown).snapshot, headless(40))
    assert sum(len(snapshot.losses) for snapshot in driver.all(Snapshot)) == 40
    assert not any(len(shown.snapshot.losses) for shown in driver.all(m.BesideShown))


def test_losses_of_a_run_that_was_left_come_with_its_own_snapshot_and_not_beside_another() -> None:
    driver = Driver()
    driver.acknowledge = False
    driver.train(30)
    driver.send(c.BeginRun(1, OTHER, CONFIG), c.ShowBeside(0))
    assert driver.last(m.BesideShown).update == 30
    driver.acknowledge = True
    driver.send(c.AcknowledgeSnapshot(), c.AcknowledgeSnapshot(), c.ReturnToRun(0))
    losses = [snapshot.losses for snapshot in driver.all(Snapshot) if snapshot.run == 0]
    assert sum(map(len, losses)) == 30


def test_the_last_update_is_shown_where_updates_are_watched() -> None:
    driver = two_runs()
    driver.send(c.ShowBeside(1))
    assert driver.last(m.BesideShown).snapshot.change is None
    driver.send(c.WatchUpdates(True))
    trainer = headless(19, OTHER)
    before = trainer.network.parameters.copy()
    trainer.step()
    shown = driver.last(m.BesideShown).snapshot
    np.testing.assert_array_equal(shown.change, trainer.network.parameters - before)
    np.testing.assert_array_equal(shown.mean_gradient, trainer.network.gradients)


def test_a_run_on_other_examples_shows_one_of_its_own() -> None:
    driver = Driver()
    line = DatasetSpec("line", "sine", count=20)
    config = TrainingConfig(loss="squared_error", batch_size=5)
    driver.send(c.BeginRun(1, Architecture.dense((), output="identity"), config, line, is_shown=False))
    driver.send(c.ShowBeside(1), c.ShowTestSample("next"))
    driver.rest()
    shown = driver.last(m.BesideShown).snapshot
    assert shown.sizes == (1, 1) and shown.example.x.shape == (1,)
    assert not driver.all(m.EngineFailed)


# --- a run as it stood


@pytest.mark.parametrize("update", [0, 1, 128, 129, 300])
def test_an_earlier_update_of_the_run_on_screen_is_shown_beside_it_with_its_bits(update: int) -> None:
    driver = two_runs()
    end = driver.trainer.checkpoint().checksum
    driver.send(c.ShowBeside(0, update))
    driver.rest()
    shown = driver.last(m.BesideShown)
    assert (shown.run, shown.update, shown.live_update, shown.is_exact) == (0, update, 300, True)
    assert shown.is_checked and shown.snapshot.update == update
    assert same_parameters(shown.snapshot, headless(update))
    assert driver.trainer.checkpoint().checksum == end
    assert not driver.all(m.PastShown) and not driver.all(m.PastProgress)


def test_an_earlier_update_of_another_run_is_shown_with_the_displayed_sample() -> None:
    driver = two_runs()
    driver.send(c.ShowTestSample("next"), c.ShowBeside(1, 7))
    driver.rest()
    shown = driver.last(m.BesideShown)
    assert (shown.run, shown.update, shown.live_update) == (1, 7, 20)
    assert same_parameters(shown.snapshot, headless(7, OTHER))
    assert shown.snapshot.example is driver.snapshot.example
    driver.send(c.ShowTestSample("next"))
    driver.rest()
    again = driver.last(m.BesideShown)
    assert (again.update, again.snapshot.update, again.is_checked) == (7, 7, shown.is_checked)
    assert again.snapshot.example is driver.snapshot.example is not shown.snapshot.example


def test_an_earlier_update_holds_its_gradient_and_change_where_updates_are_watched() -> None:
    driver = two_runs()
    driver.send(c.WatchUpdates(True), c.ShowBeside(0, 200))
    driver.rest()
    trainer = headless(199)
    before = trainer.network.parameters.copy()
    trainer.step()
    shown = driver.last(m.BesideShown).snapshot
    np.testing.assert_array_equal(shown.change, trainer.network.parameters - before)
    np.testing.assert_array_equal(shown.mean_gradient, trainer.network.gradients)
    driver.send(c.WatchUpdates(False))
    assert driver.last(m.BesideShown).snapshot.change is None


def test_an_earlier_update_stays_while_the_run_on_screen_trains_on() -> None:
    driver = two_runs()
    driver.send(c.ShowBeside(0, 128))
    driver.rest()
    count = len(driver.all(m.BesideShown))
    driver.train(100)
    assert len(driver.all(m.BesideShown)) == count
    # Unless another digit of the training is shown.
    driver.send(c.NextTrainingSample())
    driver.train(1)
    shown = driver.last(m.BesideShown)
    assert (shown.update, shown.live_update) == (128, 401)
    assert shown.snapshot.example is driver.snapshot.example


def test_two_moments_of_one_run_are_seen_while_somebody_looks_back() -> None:
    driver = two_runs()
    driver.send(c.LookAt(100), c.ShowBeside(0, 250))
    driver.rest()
    assert same_parameters(driver.last(m.PastShown).snapshot, headless(100))
    assert same_parameters(driver.last(m.BesideShown).snapshot, headless(250))
    driver.send(c.ShowTestSample("next"))
    driver.rest()
    example = driver.last(m.PastShown).snapshot.example
    assert driver.last(m.BesideShown).snapshot.example is example and example.origin == "test"


def test_the_nearest_kept_state_is_shown_first_where_the_way_is_long() -> None:
    driver = two_runs()
    driver.heard.clear()
    driver.clock.tick_s = 0.01
    driver.send(c.ShowBeside(0, 255))
    driver.rest()
    first, second = driver.all(m.BesideShown)[:2]
    assert (first.is_exact, first.kept_update, first.snapshot.update, first.update) == (False, 128, 128, 255)
    assert second.is_exact and same_parameters(second.snapshot, headless(255))


def test_what_was_traced_of_another_example_is_not_shown_any_more_once_the_way_is_long() -> None:
    driver = two_runs()
    driver.heard.clear()
    driver.clock.tick_s = 0.01
    driver.send(c.ShowBeside(0, 255))
    driver.work(2)
    assert not driver.all(m.BesideShown)
    driver.send(c.ShowTestSample("next"))
    driver.rest()
    shown = driver.all(m.BesideShown)
    assert shown and all(each.is_exact for each in shown)
    assert all(each.snapshot.example is driver.snapshot.example for each in shown)


def test_of_several_wishes_the_last_one_is_shown() -> None:
    driver = two_runs()
    driver.heard.clear()
    driver.clock.tick_s = 0.002
    driver.send(c.ShowBeside(0, 255))
    driver.work(3)
    driver.send(c.ShowBeside(0, 100), c.ShowBeside(1, 90))
    driver.rest()
    assert {(shown.run, shown.update) for shown in driver.all(m.BesideShown)} == {(1, 20)}


def test_going_on_from_what_is_shown_beside_gives_the_same_bits() -> None:
    driver = two_runs()
    driver.send(c.EditParameter(0, 1, ParameterLocation(0, 1, 2), 0.5, 0))
    driver.train(60)
    for update in (250, 299, 300, 301, 355, 260):
        driver.send(c.ShowBeside(0, update), c.LookAt(update))
        driver.rest()
        beside, past = driver.last(m.BesideShown).snapshot, driver.last(m.PastShown).snapshot
        np.testing.assert_array_equal(beside.parameters, past.parameters)


def test_what_is_shown_of_one_run_is_not_gone_on_from_for_another() -> None:
    driver = two_runs()
    for run, update in ((0, 5), (1, 15), (0, 18)):
        driver.send(c.ShowBeside(run, update))
        driver.rest()
        alone = headless(update, OTHER) if run else headless(update)
        assert same_parameters(driver.last(m.BesideShown).snapshot, alone)


def test_a_change_at_the_very_update_that_is_shown_beside_is_shown_too() -> None:
    driver = two_runs()
    driver.send(c.ShowBeside(0, 300))
    driver.rest()
    driver.heard.clear()
    driver.send(c.EditParameter(0, 1, ParameterLocation(2, 1), 3.0, 0))
    driver.rest()
    changed = headless(300)
    with changed.manual_edit():
        changed.network.layers[2].b[1] = 3.0
    shown = driver.last(m.BesideShown)
    assert (shown.update, shown.snapshot.edit_count) == (300, 1)
    np.testing.assert_array_equal(shown.snapshot.parameters, changed.network.parameters)
    # L of this update is that of the changed network, whoever it is measured of.
    totals = [exact.train_total for exact in driver.all(m.ExactLoss) if exact.update == 300]
    assert totals == [pytest.approx(changed.total_loss("train"), rel=1e-9)] * len(totals) and totals
    # What is changed later is not of that update.
    driver.train(5)
    driver.heard.clear()
    driver.send(c.EditParameter(0, 2, ParameterLocation(2, 1), 1.0, 0))
    driver.rest()
    assert not driver.all(m.BesideShown)


def test_a_change_while_the_very_update_is_on_its_way_is_in_the_first_picture_of_it() -> None:
    driver = two_runs()
    driver.heard.clear()
    driver.clock.tick_s = 0.01
    driver.send(c.ShowBeside(0, 300))
    driver.work(2)
    driver.send(c.EditParameter(0, 1, ParameterLocation(2, 1), 3.0, 0))
    driver.rest()
    exact = [shown for shown in driver.all(m.BesideShown) if shown.is_exact]
    assert exact and all(shown.snapshot.edit_count == 1 for shown in exact)
    assert exact[-1].snapshot.parameters.tobytes() == driver.trainer.network.parameters.tobytes()


# --- its end


def test_nothing_is_sent_any_more_once_it_is_hidden() -> None:
    driver = two_runs()
    driver.send(c.ShowBeside(1), c.HideBeside())
    assert driver.heard[-1] == m.BesideHidden()
    driver.heard.clear()
    driver.send(c.ShowTestSample("next"))
    driver.rest()
    assert not driver.all(m.BesideShown)


def test_a_run_that_is_gone_or_was_never_there_is_not_shown() -> None:
    driver = two_runs()
    driver.send(c.ShowBeside(8))
    assert driver.heard[-1] == m.BesideHidden()
    for command in (c.ForgetRun(1), c.NewSession(5, OTHER, CONFIG)):
        driver = two_runs()
        driver.send(c.ShowBeside(1))
        driver.heard.clear()
        driver.send(command)
        assert driver.all(m.BesideHidden) == [m.BesideHidden()]
        driver.train(3)
        assert not driver.all(m.BesideShown)


def test_a_diverged_run_is_shown_once_it_is_back_at_its_last_finite_numbers() -> None:
    wild = replace(CONFIG, optimizer="sgd", learning_rate=0.21, l2=10.0)
    driver = Driver()
    driver.send(c.BeginRun(1, OTHER, wild), c.Train(), c.ShowBeside(1))
    driver.until(lambda: bool(driver.all(m.Diverged)))
    driver.rest()
    end = driver.last(m.Diverged)
    shown = driver.last(m.BesideShown)
    assert shown.update == end.update - 1
    assert same_parameters(shown.snapshot, headless(end.update - 1, OTHER, wild))


# --- its neurons


def states_of(trainer: Trainer, layer: int) -> np.ndarray:
    """(n,): the share of test examples for which a ReLU neuron is silent, by the definition."""
    a = trainer.dataset.X_test.astype(np.float64)
    for each in trainer.network.layers[:layer]:
        z = a @ each.W.astype(np.float64) + each.b
        a = np.tanh(z) if each.activation == "tanh" else np.maximum(z, 0)
    last = trainer.network.layers[layer]
    return np.mean(a @ last.W.astype(np.float64) + last.b <= 0, axis=0)


def test_what_is_known_of_its_neurons_comes_with_it_and_is_its_own() -> None:
    driver = two_runs()
    driver.send(c.ShowBeside(1))
    driver.rest()
    shown = driver.last(m.BesideShown)
    assert shown.statistics is not None
    assert (shown.statistics.run, shown.statistics.update) == (1, 20)
    np.testing.assert_allclose(shown.statistics.flat[0], states_of(headless(20, OTHER), 0))


def test_the_neurons_of_an_earlier_update_are_not_taken_for_those_of_the_run_on_screen() -> None:
    driver = two_runs()
    driver.heard.clear()
    driver.send(c.ShowBeside(0, 100))
    driver.rest()
    shown = driver.last(m.BesideShown)
    assert shown.is_exact and shown.statistics is not None and shown.statistics.update == 100
    np.testing.assert_allclose(shown.statistics.flat[1], states_of(headless(100), 1))
    assert not driver.all(NeuronStatistics)


def branched_and_sorted() -> Driver:
    """Run 1, a branch of run 0 at 40 with another rate, on screen after 60 updates and then sorted."""
    driver = Driver()
    driver.train(40)
    driver.send(c.BranchRun(1, 40, replace(CONFIG, learning_rate=0.01)))
    driver.rest()
    driver.train(20)
    driver.send(c.SortNeurons(1, 1))
    driver.rest()
    return driver


@pytest.mark.parametrize(("run", "update"), [(0, None), (1, 50), (1, 0), (0, 30)])
def test_it_stands_in_the_order_of_the_sorted_network_on_screen(run: int, update: int | None) -> None:
    driver = branched_and_sorted()
    (first, second) = driver.last(m.NeuronsPermuted).orders
    driver.send(c.ShowBeside(run, update))
    driver.rest()
    shown = driver.last(m.BesideShown)
    assert shown.order_of == (1, 1) and shown.snapshot.update == (40 if update is None else update)
    reference = headless(min(40, shown.snapshot.update))
    if shown.snapshot.update > 40:
        reference.reconfigure(replace(CONFIG, learning_rate=0.01))
        for _ in range(shown.snapshot.update - 40):
            reference.step()
    W1, W2, W3 = (layer.W for layer in reference.network.layers)
    for shown_W, W in zip(
        shown.snapshot.weights, (W1[:, first], W2[first][:, second], W3[second]), strict=True
    ):
        np.testing.assert_array_equal(shown_W, W)
    trace = reference.trace(shown.snapshot.example.x, shown.snapshot.example.answer)
    np.testing.assert_array_equal(shown.snapshot.trace.a[0], trace.a[0][first])
    np.testing.assert_array_equal(shown.snapshot.trace.delta[1], trace.delta[1][second])
    np.testing.assert_array_equal(shown.snapshot.trace.probabilities, trace.probabilities)
    assert shown.statistics is not None
    np.testing.assert_allclose(shown.statistics.flat[1], states_of(reference, 1)[second])


def test_sorting_and_taking_it_back_orders_both() -> None:
    driver = Driver()
    driver.train(40)
    driver.send(c.BranchRun(1, 40, replace(CONFIG, learning_rate=0.01)), c.ShowBeside(0))
    driver.rest()
    own = driver.last(m.BesideShown).snapshot.weights[0]
    driver.send(c.SortNeurons(1, 1))
    driver.rest()
    order = driver.last(m.NeuronsPermuted).orders[0]
    assert not np.array_equal(order, np.arange(5))
    sorted_one = driver.last(m.BesideShown)
    np.testing.assert_array_equal(sorted_one.snapshot.weights[0], own[:, order])
    driver.send(c.SwitchSorting(1, 1, False))
    driver.rest()
    back = driver.last(m.BesideShown)
    assert back.order_of == (1, 2)
    np.testing.assert_array_equal(back.snapshot.weights[0], own)
    # The run itself stays as it is.
    parent = driver.engine.run(0)
    assert parent is not None and parent.permutations == 0
    np.testing.assert_array_equal(parent.trainer.network.layers[0].W, own)


def test_in_a_film_it_stands_in_the_order_that_each_picture_has() -> None:
    driver = branched_and_sorted()
    driver.send(c.ShowBeside(0))
    driver.rest()
    assert driver.last(m.BesideShown).order_of == (1, 1)
    own = driver.engine.run(0)
    assert own is not None
    driver.send(c.Film(1, (50,)))
    driver.rest()
    picture, beside = driver.last(m.FilmFrame).shown, driver.last(m.BesideShown)
    assert picture.snapshot.permutation_count == 0 and beside.order_of == (1, 0)
    np.testing.assert_array_equal(beside.snapshot.weights[0], own.trainer.network.layers[0].W)
    driver.send(c.Film(1, (60,)))
    driver.rest()
    assert driver.last(m.BesideShown).order_of == (
        1,
        driver.last(m.FilmFrame).shown.snapshot.permutation_count,
    )
