"""Which example is shown: the training's, until the user chooses one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.engine.displayed_sample import DisplayedSample
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from tests.core.engine.driver import Driver, headless
from tests.core.small_data import small_data


@pytest.fixture
def data() -> Dataset:
    return small_data()


@pytest.fixture
def sample(data: Dataset) -> DisplayedSample:
    return DisplayedSample(data)


@pytest.fixture
def trainer() -> Trainer:
    return headless(3)


def test_it_begins_with_the_first_training_example(sample: DisplayedSample, data: Dataset) -> None:
    example = sample.current
    assert (example.origin, example.index, example.label) == ("train", 0, data.y_train[0])
    np.testing.assert_array_equal(example.x, data.X_train[0])
    assert example.x.dtype == np.float32 and not example.x.flags.writeable and not sample.is_pinned


def test_a_training_example_changes_only_when_a_new_one_is_due(
    sample: DisplayedSample, trainer: Trainer
) -> None:
    sample.follow(trainer)
    assert sample.current.index == 0
    sample.refresh()
    sample.follow(trainer)
    assert sample.current.index == trainer.batch_rows[0]
    trainer.step()
    shown = sample.current
    sample.follow(trainer)
    assert sample.current is shown


def test_what_the_learner_has_chosen_stays_until_it_is_released(
    sample: DisplayedSample, trainer: Trainer
) -> None:
    assert sample.choose_test_digit("next", None) and sample.is_pinned
    chosen = sample.current
    sample.refresh()
    sample.follow(trainer)
    assert sample.current is chosen and sample.of_batch(trainer) is chosen
    sample.release(trainer)
    assert (sample.current.origin, sample.current.index) == ("train", trainer.batch_rows[0])
    # Before the first update there is no batch.
    sample.release(headless(0))
    assert sample.current.index == 0


def test_a_walkthrough_shows_the_batchs_hardest_example(sample: DisplayedSample, trainer: Trainer) -> None:
    while not trainer.accumulate_gradient():
        pass
    example = sample.of_batch(trainer)
    losses = trainer.evaluation_of_rows(trainer.batch_rows).finish().losses
    assert example.position == int(losses.argmax())
    assert example.index == trainer.batch_rows[example.position]


def test_test_examples_come_one_after_the_other_and_around(sample: DisplayedSample, data: Dataset) -> None:
    of_two = np.flatnonzero(data.y_test == 2)
    seen = []
    for _ in range(len(of_two) + 1):
        assert sample.choose_test_digit("next", 2)
        seen.append(sample.current.index)
        assert sample.current.label == 2 and sample.current.origin == "test"
    assert seen == [*of_two, of_two[0]]
    for expected in (of_two[-1], of_two[-2]):
        assert sample.choose_test_digit("previous", 2)
        assert sample.current.index == expected
    assert sample.choose_test_digit("next", None) and sample.current.index == of_two[-2] + 1


def test_a_random_one_is_of_the_class_that_was_asked_for(sample: DisplayedSample) -> None:
    seen = set()
    for _ in range(40):
        assert sample.choose_test_digit("random", 1)
        assert sample.current.label == 1
        seen.add(sample.current.index)
    assert len(seen) > 2


def test_a_wrong_one_is_one_that_is_wrong_and_of_that_class(sample: DisplayedSample, data: Dataset) -> None:
    wrong = np.zeros(20, bool)
    wrong[[3, 7, 12]] = True
    expected = [row for row in (3, 7, 12) if data.y_test[row] == data.y_test[7]]
    for row in expected:
        assert sample.choose_test_digit("wrong", int(data.y_test[7]), wrong)
        assert sample.current.index == row
    shown = sample.current
    assert not sample.choose_test_digit("wrong", None, np.zeros(20, bool))
    assert not sample.choose_test_digit("next", 9)
    assert sample.current is shown


def test_without_classes_a_class_is_not_asked_for_and_numbers_are_met() -> None:
    data = DatasetSpec("line", "sine", count=20).load()
    sample = DisplayedSample(data)
    assert sample.choose_test_digit("next", 5)
    assert sample.current.label is None
    np.testing.assert_array_equal(sample.current.target, data.y_test[0])


def test_a_drawing_is_shown_as_the_network_reads_it(sample: DisplayedSample) -> None:
    x = np.array([0, 1, 0.5, 0, 0, 1], np.float32)
    sample.show_drawing(x, None)
    assert sample.is_pinned and sample.current.x is x
    assert (sample.current.origin, sample.current.label, sample.current.index) == ("drawing", None, None)
    sample.show_drawing(x, 2)
    assert sample.current.label == 2


@pytest.mark.parametrize(
    ("x", "label"),
    [(np.zeros(5, np.float32), None), (np.zeros((6, 1), np.float32), 0), (np.zeros(6), 3), (np.zeros(6), -1)],
)
def test_what_the_network_can_not_read_is_refused_and_what_is_shown_stays(
    sample: DisplayedSample, x: np.ndarray, label: int | None
) -> None:
    shown = sample.current
    with pytest.raises(ValueError, match="give 6"):
        sample.show_drawing(x, label)
    assert sample.current is shown and not sample.is_pinned


def test_browsing_touches_no_randomness_of_the_training(sample: DisplayedSample) -> None:
    one, other = headless(0), headless(0)
    for trainer in (one, other):
        trainer.reconfigure(replace(trainer.config, dropout=0.4))
    for _ in range(5):
        sample.choose_test_digit("random", None)
        one.step(), other.step()
    np.testing.assert_array_equal(one.network.parameters, other.network.parameters)


# --- commands about it: it is sent at once, whatever else is done


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


def test_only_a_training_example_whose_label_was_shuffled_says_so() -> None:
    data = small_data(30, 4, 2)
    wrong = np.zeros(30, np.bool_)
    wrong[0] = True
    sample = DisplayedSample(replace(data, wrong_labels=wrong))
    assert sample.current.index == 0 and sample.current.is_shuffled
    assert not DisplayedSample(replace(data, wrong_labels=~wrong)).current.is_shuffled
    assert not DisplayedSample(data).current.is_shuffled
    sample.choose_test_digit("next", None)
    assert not sample.current.is_shuffled
