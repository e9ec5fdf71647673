"""The matrix of another run is counted exactly, of the same examples, or it is said why not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine import messages as m
from core.engine.confusion_messages import ConfusionCounted, ConfusionRefused
from core.engine.example_commands import CountConfusion, DropConfusion
from core.nn.architecture import Architecture
from core.nn.network import Network
from core.training.config import TrainingConfig
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless
from tests.core.engine.driver import load as load_small
from tests.core.nn.test_picture_layers import SMALL_CNN, digits
from tests.core.small_data import small_data

WIDE = Architecture.dense(hidden=(7,), activation="relu", seed=9)
F = {"tanh": np.tanh, "relu": lambda z: np.maximum(z, 0)}


def by_hand(network: Network, X: np.ndarray, labels: np.ndarray, names: tuple[str, ...]) -> list[list[int]]:
    """Three classes, in float64; where two outputs are the largest none alone is said."""
    a = X.astype(np.float64)
    for layer, name in zip(network.layers, (*names, ""), strict=True):
        z = a @ layer.W.astype(np.float64) + layer.b
        a = F[name](z) if name else z
    table = np.zeros((3, 4), int)
    for label, z in zip(labels.tolist(), a, strict=True):
        largest = np.flatnonzero(z == z.max())
        table[label, largest[0] if len(largest) == 1 else 3] += 1
    return table.tolist()


def of_other(updates: int, split: str) -> list[list[int]]:
    """What run 0 of `two_runs` counts after so many updates, trained without an engine."""
    data = small_data()
    return by_hand(headless(updates).network, *data.split(split), ("tanh", "relu"))


def two_runs(
    architecture: Architecture = WIDE, config: TrainingConfig = CONFIG, driver: Driver | None = None
) -> Driver:
    """Run 0 after 30 updates, and run 1 on screen after 20."""
    driver = driver or Driver()
    driver.train(30)
    driver.send(c.BeginRun(1, architecture, config))
    driver.train(20)
    return driver


def asked(driver: Driver, run: int = 0, split: str = "train", update: int | None = None) -> ConfusionCounted:
    driver.send(CountConfusion(5, run, split, update))
    driver.rest()
    return driver.last(ConfusionCounted)


def refusal(driver: Driver, run: int = 0, split: str = "train", update: int | None = None) -> str:
    count = len(driver.all(ConfusionCounted))
    driver.send(CountConfusion(6, run, split, update))
    driver.rest()
    assert len(driver.all(ConfusionCounted)) == count
    refused = driver.last(ConfusionRefused)
    assert (refused.ask, refused.run) == (6, run)
    return refused.reason


@pytest.mark.parametrize("split", ["train", "test"])
def test_the_newest_state_of_another_run_is_counted(split: str) -> None:
    driver = two_runs()
    found = asked(driver, split=split)
    assert (found.ask, found.run, found.update, found.split) == (5, 0, 30, split)
    assert found.counts.tolist() == of_other(30, split)
    # It is another function than that on screen, and the training is where it was.
    own = asked(driver, 1, split)
    assert own.update == 20
    data = small_data()
    assert own.counts.tolist() == by_hand(driver.trainer.network, *data.split(split), ("relu",))
    assert own.counts.tolist() != found.counts.tolist()
    assert np.array_equal(driver.trainer.network.parameters, headless(20, WIDE).network.parameters)


@pytest.mark.parametrize("update", [0, 7, 20])
def test_an_earlier_state_is_made_again(update: int) -> None:
    driver = two_runs()
    found = asked(driver, update=update)
    assert found.update == update
    assert found.counts.tolist() == of_other(update, "train")
    # The other run stays where it is.
    assert asked(driver).update == 30


def test_the_same_run_twice_is_the_same_matrix() -> None:
    driver = two_runs()
    first, again = asked(driver, 1), asked(driver, 1, update=20)
    assert first.counts.tolist() == again.counts.tolist()
    assert first.counts.tolist() == driver.engine.examples.confusions.counts_at(1, "train", 20).tolist()


def test_what_is_known_is_not_counted_again_unless_anything_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    from core.engine import confusion_task

    begun: list[int] = []

    class Counting(confusion_task.Evaluation):
        def __init__(self, *of: object) -> None:
            begun.append(1)
            super().__init__(*of)  # type: ignore[arg-type]

    monkeypatch.setattr(confusion_task, "Evaluation", Counting)
    driver = two_runs()
    assert asked(driver).counts.tolist() == asked(driver).counts.tolist()
    assert len(begun) == 1
    # Another set, another run, and this one once it was trained on.
    asked(driver, split="test")
    asked(driver, 1)
    assert len(begun) == 3
    driver.send(c.ReturnToRun(0))
    driver.train(5)
    driver.send(c.ReturnToRun(1))
    found = asked(driver)
    assert found.update == 35 and found.counts.tolist() == of_other(35, "train") and len(begun) == 4


def test_while_it_trains_the_newest_is_counted_and_nothing_is_made_again() -> None:
    driver = two_runs()
    driver.send(c.Train(), CountConfusion(5, 0, "train"))
    driver.until(lambda: bool(driver.all(ConfusionCounted)))
    assert driver.engine.training.running
    assert driver.last(ConfusionCounted).counts.tolist() == of_other(30, "train")
    driver.send(CountConfusion(6, 0, "train", 7))
    assert driver.last(ConfusionRefused) == ConfusionRefused(6, 0, "trains")
    driver.send(c.Pause())
    assert asked(driver, update=7).counts.tolist() == of_other(7, "train")
    # A way that was begun ends when the training begins.
    driver.send(CountConfusion(7, 0, "train", 9), c.Train())
    driver.until(lambda: driver.last(ConfusionRefused).ask == 7)
    assert driver.last(ConfusionRefused).reason == "trains"
    driver.send(c.Pause())
    alone = headless(driver.trainer.step_count, WIDE)
    assert np.array_equal(driver.trainer.network.parameters, alone.network.parameters)


def test_runs_that_are_trained_together_are_counted_where_they_are_measured() -> None:
    driver = Driver()
    driver.send(c.BeginRun(1, WIDE, CONFIG, is_shown=False))
    driver.rest()
    driver.send(c.TrainTogether((1,)), c.Train())
    driver.until(lambda: sum(exact.run == 0 and exact.update > 0 for exact in driver.all(m.ExactLoss)) > 1)
    update = [exact.update for exact in driver.all(m.ExactLoss) if exact.run == 0][-1]
    driver.send(CountConfusion(5, 1, "test", update))
    driver.until(lambda: bool(driver.all(ConfusionCounted)))
    assert driver.engine.training.running
    found, data = driver.last(ConfusionCounted), small_data()
    assert found.update == update
    expected = by_hand(headless(update, WIDE).network, data.X_test, data.y_test, ("relu",))
    assert found.counts.tolist() == expected
    # One that it will not be measured at: known once the training rests.
    driver.send(CountConfusion(6, 1, "test", 1))
    driver.work(20)
    assert driver.last(ConfusionCounted).ask == 5
    driver.send(c.Pause())
    driver.until(lambda: driver.last(ConfusionCounted).ask == 6)
    assert driver.last(ConfusionCounted).counts.tolist() == by_hand(
        headless(1, WIDE).network, data.X_test, data.y_test, ("relu",)
    )


def test_it_is_said_why_it_is_not_counted() -> None:
    driver = two_runs()
    assert refusal(driver, 7) == "gone"
    assert refusal(driver, update=31) == refusal(driver, update=-1) == "short"
    driver.send(CountConfusion(5, 0, "train"), c.ForgetRun(0))
    driver.rest()
    assert driver.last(ConfusionRefused) == ConfusionRefused(5, 0, "gone")
    driver.send(CountConfusion(5, 1, "every"))
    assert "no set" in driver.last(m.EngineFailed).details


def test_runs_on_other_examples_are_not_subtracted() -> None:
    def load(choice: DatasetSpec) -> Dataset:
        data = small_data()
        if choice.path == "/shuffled":
            y_train = data.y_train.copy()
            y_train[:2] = (y_train[:2] + 1) % 3
            return replace(data, y_train=y_train)
        if choice.path == "/renamed":
            return replace(data, class_names=("a", "b", "c"))
        return data if choice.path == "/again" else load_small(choice)

    driver = two_runs(driver=Driver(load=load))
    for run, path in ((2, "/shuffled"), (3, "/renamed"), (4, "/again")):
        choice = DatasetSpec("own", path=path)
        driver.send(c.LoadData(choice), c.BeginRun(run, ARCHITECTURE, CONFIG, choice))
        driver.train(3)
    driver.send(c.ReturnToRun(1))
    assert refusal(driver, 2) == refusal(driver, 3) == "data"
    # The same examples that were loaded twice are the same; so is the test set of shuffled labels.
    assert asked(driver, 4).counts.tolist() == of_other(3, "train")
    assert asked(driver, 2, "test").run == 2
    driver.send(c.ReturnToRun(3))
    assert refusal(driver, 0) == "data"


def test_numbers_have_no_classes_and_own_examples_may_be_none() -> None:
    driver = two_runs()
    # None are kept: an empty table, not a refusal.
    assert not asked(driver, split="own").counts.any()
    choice = DatasetSpec("line", "sine")
    architecture = Architecture.dense((4,), output="identity", n_out=1)
    config = TrainingConfig(loss="squared_error", batch_size=8)
    driver.send(c.LoadData(choice), c.BeginRun(2, architecture, config, choice))
    driver.rest()
    assert refusal(driver, 0) == "classes"


def test_a_question_that_is_dropped_is_not_answered_and_one_that_fails_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from core.engine import confusion_task

    driver = two_runs()
    driver.send(CountConfusion(5, 0, "train"), DropConfusion())
    driver.rest()
    driver.send(CountConfusion(6, 0, "train"), CountConfusion(7, 0, "test"))
    driver.rest()
    assert [one.ask for one in driver.all(ConfusionCounted)] == [7]

    def fails(*_: object) -> None:
        raise MemoryError("no more")

    monkeypatch.setattr(confusion_task, "Evaluation", fails)
    assert refusal(driver, split="train") == "failed"
    assert "no more" in driver.last(m.EngineFailed).details


def test_where_several_outputs_are_the_largest_none_alone_is_said() -> None:
    # All weights 0: every output is as large as every other.
    driver = Driver(replace(ARCHITECTURE, initializer="zero"))
    driver.rest()
    driver.send(c.BeginRun(1, WIDE, CONFIG))
    driver.train(2)
    of_class = np.bincount(small_data().y_test, minlength=3).tolist()
    assert asked(driver, split="test").counts.tolist() == [[0, 0, 0, count] for count in of_class]


def test_in_the_past_and_during_a_walkthrough_other_runs_are_counted_as_well() -> None:
    driver = two_runs()
    driver.send(c.LookAt(7))
    driver.rest()
    assert asked(driver, update=7).counts.tolist() == of_other(7, "train")
    # This run at its newest update, while an earlier one is looked at.
    assert asked(driver, 1).update == 20
    driver.send(c.ReturnToLive(), c.ComputeGradient())
    driver.rest()
    assert asked(driver).counts.tolist() == of_other(30, "train")
    driver.send(c.ApplyUpdate())
    driver.rest()
    assert np.array_equal(driver.trainer.network.parameters, headless(21, WIDE).network.parameters)


def test_a_network_of_windows_and_a_dense_one_are_subtracted_of_the_same_pictures() -> None:
    data = digits(60)
    driver = Driver(Architecture(SMALL_CNN, seed=3), CONFIG, load=lambda _: data)
    driver.train(3)
    driver.send(c.BeginRun(1, WIDE, CONFIG))
    driver.train(4)
    found = asked(driver)
    # As it was measured exactly when it was on screen.
    measured = driver.engine.examples.confusions.counts_at(0, "train", 3)
    assert measured is not None and found.counts.tolist() == measured.tolist()
    assert found.counts.sum(axis=1).tolist() == np.bincount(data.y_train, minlength=10).tolist()
    again = asked(driver, update=2).counts
    assert again.sum() == 60 and again.shape == (10, 11)
