"""Comparing two runs in the engine: by turns with the training, which stays the same to the bit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.analysis.solutions import SolutionComparison
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless, parameters_of

OTHER_SEED = replace(ARCHITECTURE, seed=4)


def two_runs(
    architecture: Architecture = OTHER_SEED,
    config: TrainingConfig = CONFIG,
    choice: DatasetSpec | None = None,
) -> Driver:
    """Run 0 after 30 updates, and run 1 on screen after 20."""
    driver = Driver()
    driver.train(30)
    driver.send(c.BeginRun(1, architecture, config, choice))
    driver.train(20)
    return driver


def test_what_is_sent_last_is_the_comparison_of_both_runs_as_they_stand() -> None:
    driver = two_runs()
    trainers = {run.number: run.trainer for run in driver.engine.runs}
    driver.send(c.CompareSolutions(0, 1))
    driver.rest()
    last = driver.last(m.SolutionsCompared)
    assert (last.run_a, last.run_b, last.update_a, last.update_b) == (0, 1, 30, 20)
    assert last.is_complete and last.done == 2 * 21 * (50 + 20)
    assert (last.train_count, last.train_total, last.test_count, last.test_total) == (50, 50, 20, 20)
    assert last.class_names == ("0", "1", "2")
    example = driver.snapshot.example
    assert last.example.is_same_sample(example)
    expected = SolutionComparison(
        trainers[0].network, trainers[1].network, trainers[0].dataset, "cross_entropy", example.x
    ).finish()
    assert last.matching == expected.matching
    for name in ("train_means", "train_errors", "test_means", "test_errors", "answers"):
        for path, wanted in ((last.straight, expected.straight), (last.matched, expected.matched)):
            assert np.array_equal(getattr(path, name), getattr(wanted, name))
    # Its ends are what the engine measures of the runs themselves.
    exact = {each.run: each for each in driver.all(m.ExactLoss)}
    assert last.straight.train_means[0] == exact[0].train_mean
    assert last.straight.test_means[-1] == exact[1].test_mean


def test_it_is_sent_a_few_times_on_the_way_with_what_is_measured_so_far() -> None:
    driver = two_runs()
    driver.clock.tick_s = 0.02
    driver.send(c.CompareSolutions(0, 1))
    first = driver.last(m.SolutionsCompared)
    assert first.done == 0 and np.isnan(first.straight.train_means).all() and first.matching is None
    driver.rest()
    sent = driver.all(m.SolutionsCompared)
    assert len(sent) > 3
    done = [message.done for message in sent]
    assert done == sorted(done)
    measured = [int(np.isfinite(message.straight.train_means).sum()) for message in sent]
    assert measured[0] == 0 and measured[-1] == 21 and len(set(measured)) > 2


def test_the_training_goes_on_meanwhile_with_the_same_bits() -> None:
    driver = two_runs()
    driver.send(c.Train(), c.CompareSolutions(0, 1))
    begun = driver.trainer.step_count
    driver.until(lambda: any(message.is_complete for message in driver.all(m.SolutionsCompared)))
    assert driver.engine.training.running
    assert driver.trainer.step_count > begun
    assert driver.last(m.SolutionsCompared).update_b == begun == 20
    driver.send(c.Pause())
    alone = headless(driver.trainer.step_count, OTHER_SEED)
    assert np.array_equal(parameters_of(driver.snapshot), alone.network.parameters)


def test_a_training_at_full_speed_and_the_comparison_take_turns() -> None:
    driver = two_runs()
    driver.send(c.Train(), c.CompareSolutions(0, 1))
    slices = []
    for _ in range(20):
        before = driver.engine.training.slices, driver.last(m.SolutionsCompared).done
        driver.work()
        slices.append(driver.engine.training.slices > before[0])
    # The exact loss has its share, too.
    assert 5 <= sum(slices) <= 15


def test_a_comparison_that_is_cancelled_goes_no_further() -> None:
    driver = two_runs()
    driver.send(c.CompareSolutions(0, 1))
    driver.work(2)
    driver.send(c.CancelComparison())
    driver.rest()
    assert not driver.last(m.SolutionsCompared).is_complete


def test_only_the_last_one_that_was_asked_for_is_made() -> None:
    driver = two_runs()
    driver.send(c.CompareSolutions(0, 1), c.CompareSolutions(1, 0))
    driver.rest()
    complete = [message for message in driver.all(m.SolutionsCompared) if message.is_complete]
    assert [(message.run_a, message.run_b) for message in complete] == [(1, 0)]


def changed(driver: Driver) -> tuple[bool, bool]:
    driver.rest()
    last = driver.last(m.SolutionsCompared)
    assert last.is_complete
    return last.changed


def test_what_is_set_by_hand_after_the_same_update_is_told_of_either_end_and_its_undo_too() -> None:
    driver = two_runs()
    place = ParameterLocation(0, 1, 2)
    driver.send(c.CompareSolutions(0, 1))
    assert changed(driver) == (False, False)
    # Run 1 is on screen: it is B.
    driver.send(c.EditParameter(1, 1, place, 3.0, 0))
    assert changed(driver) == (False, True)
    driver.send(c.ReturnToRun(0), c.EditParameter(0, 2, place, 3.0, 0))
    assert changed(driver) == (True, True)
    # The network of before is there again, though it was changed twice.
    driver.send(c.SwitchEdit(0, 2, False))
    assert changed(driver) == (False, True)
    # After another update there is another name for what is set there.
    driver.train(1)
    driver.send(c.EditParameter(0, 3, place, 3.0, 0))
    assert changed(driver) == (False, True)
    # B stays what it was measured as, also where it goes on.
    driver.send(c.ReturnToRun(1))
    driver.train(1)
    driver.send(c.SwitchEdit(1, 1, False))
    assert changed(driver) == (False, True)
    # The other way round it is measured anew.
    driver.send(c.CompareSolutions(1, 0))
    assert changed(driver) == (False, False)
    driver.send(c.EditParameter(1, 4, place, -3.0, 0))
    assert changed(driver) == (True, False)


def test_neurons_in_another_order_are_the_same_network() -> None:
    driver = two_runs()
    place = ParameterLocation(0, 1, 2)
    driver.send(c.CompareSolutions(0, 1))
    driver.send(c.SortNeurons(1, 1))
    assert changed(driver) == (False, False) and driver.engine.current.permutations == 1
    # What is set in the other order, and set back there.
    driver.send(c.EditParameter(1, 2, place, 3.0, 1))
    assert changed(driver) == (False, True)
    driver.send(c.SwitchEdit(1, 2, False))
    assert changed(driver) == (False, False)
    # Set in the one order, and set back in the other.
    driver.send(c.SwitchEdit(1, 2, True), c.SwitchSorting(1, 1, False))
    assert changed(driver) == (False, True)
    driver.send(c.SwitchEdit(1, 2, False))
    assert changed(driver) == (False, False) and driver.engine.current.permutations == 2
    # Measured in one order, it is the same in the other.
    driver.send(c.CompareSolutions(1, 0), c.SwitchSorting(1, 1, True))
    assert changed(driver) == (False, False)


def sorted_since(driver: Driver) -> tuple[bool, bool]:
    driver.rest()
    return driver.last(m.SolutionsCompared).sorted_since


def straight_line(driver: Driver) -> np.ndarray:
    """Measured anew, beside what is told."""
    a, b = (run.trainer for run in driver.engine.runs)
    x = driver.snapshot.example.x
    return (
        SolutionComparison(a.network, b.network, a.dataset, "cross_entropy", x).finish().straight.train_means
    )


def test_that_neurons_were_sorted_is_told_while_the_straight_line_is_another_one() -> None:
    driver = two_runs()
    driver.send(c.CompareSolutions(0, 1))
    assert sorted_since(driver) == (False, False)
    told = driver.last(m.SolutionsCompared).straight.train_means
    np.testing.assert_array_equal(told, straight_line(driver))
    driver.send(c.SortNeurons(1, 1))
    assert sorted_since(driver) == (False, True) and changed(driver) == (False, False)
    assert np.abs(told - straight_line(driver)).max() > 1e-3
    # Each is told by itself, and an edit takes nothing of it back.
    driver.send(c.EditParameter(1, 2, ParameterLocation(0, 1, 2), 3.0, 1))
    assert sorted_since(driver) == (False, True) and changed(driver) == (False, True)
    driver.send(c.SwitchEdit(1, 2, False), c.SwitchSorting(1, 1, False))
    assert sorted_since(driver) == changed(driver) == (False, False)
    np.testing.assert_allclose(told, straight_line(driver), atol=1e-6)
    # A as well, where both do not come into the same order.
    driver.send(c.SwitchSorting(1, 1, True), c.ReturnToRun(0), c.SortNeurons(0, 3))
    assert sorted_since(driver) == (True, True)
    # Measured in this order, it is another one without the sorting.
    driver.send(c.CompareSolutions(0, 1))
    assert sorted_since(driver) == (False, False)
    driver.send(c.SwitchSorting(0, 3, False))
    assert sorted_since(driver) == (True, False)
    # What has gone on stays what it was measured as.
    driver.train(1)
    driver.send(c.SwitchSorting(0, 3, True))
    assert sorted_since(driver) == (True, False)


def test_two_that_come_into_the_same_order_have_the_same_straight_line() -> None:
    driver = Driver()
    driver.train(30)
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG))
    driver.train(30)
    driver.send(c.CompareSolutions(0, 1), c.SortNeurons(1, 1))
    assert sorted_since(driver) == (False, True)
    driver.send(c.ReturnToRun(0), c.SortNeurons(0, 2))
    assert sorted_since(driver) == (False, False)


def test_what_is_set_by_hand_while_it_is_measured_is_told_with_what_is_measured() -> None:
    driver = two_runs()
    driver.send(c.CompareSolutions(1, 0))
    driver.work(2)
    before = driver.trainer.network.copy()
    driver.send(c.EditParameter(1, 1, ParameterLocation(0, 1, 2), 3.0, 0))
    assert driver.last(m.SolutionsCompared).changed == (True, False)
    assert changed(driver) == (True, False)
    X, y = driver.trainer.dataset.X_train, driver.trainer.dataset.y_train
    p = before.predict(X.astype(np.float32)).astype(np.float64)[np.arange(len(y)), y]
    mean = driver.last(m.SolutionsCompared).straight.train_means[0]
    assert mean == pytest.approx(-np.log(p).mean(), rel=1e-5)


def refusal(driver: Driver, a: int = 0, b: int = 1) -> str:
    driver.send(c.CompareSolutions(a, b))
    assert driver.all(m.SolutionsCompared) == []
    refused = driver.last(m.SolutionsRefused)
    assert (refused.run_a, refused.run_b) == (a, b)
    return refused.reason


def test_runs_of_other_layers_data_or_losses_are_not_compared() -> None:
    assert refusal(two_runs(Architecture.dense((5, 5), ("tanh", "relu"), seed=4))) == "structure"
    assert refusal(two_runs(Architecture.dense((5, 4), "tanh", seed=4))) == "structure"
    assert refusal(two_runs(config=replace(CONFIG, loss="squared_error"))) == "loss"
    assert refusal(two_runs(), 1, 1) == "same"
    assert refusal(two_runs(), 0, 7) == "gone"


def test_runs_on_other_examples_are_not_compared() -> None:
    architecture = Architecture.dense((5, 4), ("tanh", "relu"), seed=4)
    driver = two_runs()
    for run, noise in ((2, 0.1), (3, 0.2)):
        choice = DatasetSpec("plane", "circle", count=60, noise=noise)
        driver.send(c.LoadData(choice), c.BeginRun(run, architecture, CONFIG, choice))
        driver.rest()
    assert refusal(driver, 0, 2) == "structure"
    assert refusal(driver, 2, 3) == "data"


def test_runs_on_equal_examples_that_were_loaded_twice_are_on_the_same_ones_and_are_compared() -> None:
    choice = DatasetSpec("plane", "circle", count=60)
    driver = two_runs()
    for run, loaded in ((2, choice.load()), (3, choice.load())):
        driver.send(c.LoadData(choice, loaded), c.BeginRun(run, OTHER_SEED, CONFIG, choice))
        driver.rest()
    one, two = (run.trainer.dataset for run in driver.engine.runs[-2:])
    assert one is two
    driver.send(c.CompareSolutions(2, 3))
    driver.rest()
    assert driver.last(m.SolutionsCompared).is_complete


def test_a_run_that_is_freed_ends_the_comparison() -> None:
    driver = two_runs()
    driver.send(c.CompareSolutions(0, 1))
    driver.work()
    driver.send(c.ForgetRun(0))
    driver.rest()
    assert driver.last(m.SolutionsRefused).reason == "gone"
    assert not driver.last(m.SolutionsCompared).is_complete


def test_a_comparison_that_fails_is_given_up_and_both_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = two_runs()
    driver.send(c.CompareSolutions(0, 1))

    def fail(_: SolutionComparison) -> bool:
        raise MemoryError

    monkeypatch.setattr(SolutionComparison, "advance", fail)
    driver.rest()
    assert driver.last(m.SolutionsRefused).reason == "failed"
    assert "MemoryError" in driver.last(m.EngineFailed).details
    driver.train(1)
    assert driver.trainer.step_count == 21
