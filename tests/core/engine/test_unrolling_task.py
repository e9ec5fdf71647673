"""The engine proves that a convolution is a dense layer, and measures moved digits beside a race."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.analysis.shifted_digits import ShiftedEvaluation
from core.analysis.unrolling import KINDS, Unrolled, architecture
from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.engine import unrolling_task
from core.nn.initial_weights import InitialWeights
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from tests.core.engine.driver import ARCHITECTURE, Driver
from tests.core.small_data import small_data

CONFIG = TrainingConfig(seed=3, batch_size=8, optimizer="adam", learning_rate=0.002)


def digits(choice: DatasetSpec) -> Dataset:
    """40 examples of 16 x 16 in place of the digits."""
    return replace(small_data(40, 256, 10), picture=(16, 16)) if choice == DatasetSpec() else choice.load()


@pytest.fixture
def driver() -> Driver:
    return Driver(config=CONFIG, load=digits)


def unrolled(driver: Driver) -> m.ConvolutionUnrolled:
    driver.send(c.UnrollConvolution(3))
    driver.rest()
    return driver.last(m.ConvolutionUnrolled)


def begin_three(driver: Driver) -> None:
    """Runs 1, 2 and 3 begin as the same function; the convolution is on screen, the others are trained with it."""
    made = unrolled(driver)
    for number, (kind, start) in enumerate(zip(KINDS, made.starts, strict=True), 1):
        weights = InitialWeights(kind, start)
        driver.send(
            c.BeginRun(number, architecture(kind, 3), CONFIG, DatasetSpec(), weights, is_shown=number == 3)
        )
    driver.send(c.TrainTogether((1, 2)))


def test_what_is_sent_is_the_three_layers_with_the_shown_digit_through_each(driver: Driver) -> None:
    made, expected = unrolled(driver), Unrolled(3)
    assert made.layers.counts == (524_288, 16_928, 72)
    for mine, its in zip(made.layers.matrices, expected.layers.matrices, strict=True):
        assert np.array_equal(mine, its)
    assert made.example.is_same_sample(driver.snapshot.example)
    x = made.example.x.astype(np.float64)
    for z, matrix in zip(made.z, expected.layers.matrices, strict=True):
        assert np.abs(z - x @ matrix.astype(np.float64)).max() < 1e-5
    # The digit that is shown, and all of a test set of no more than 1,000.
    assert made.agreement.digits == 1 + 20
    assert 0 <= made.agreement.single < 1e-5 and made.agreement.double < 1e-12


def test_where_other_data_are_shown_it_is_the_first_test_digit(driver: Driver) -> None:
    own = DatasetSpec("own")
    driver.send(c.LoadData(own, small_data(20)), c.BeginRun(1, ARCHITECTURE, CONFIG, own))
    made = unrolled(driver)
    assert (made.example.origin, made.example.index) == ("test", 0)
    assert np.array_equal(made.example.x, digits(DatasetSpec()).X_test[0])


def test_the_three_begin_as_one_function_and_are_trained_as_if_each_were_alone(driver: Driver) -> None:
    begin_three(driver)
    X = digits(DatasetSpec()).X_test.astype(np.float32)
    runs = {run.number: run.trainer for run in driver.engine.runs}
    shared, *others = (runs[number].network.predict(X) for number in (3, 2, 1))
    assert all(np.abs(y - shared).max() < 1e-5 for y in others)
    driver.train(7)
    assert [runs[number].step_count for number in (0, 1, 2, 3)] == [0, 7, 7, 7]
    for kind, number in zip(KINDS, (1, 2, 3), strict=True):
        alone = Trainer(Unrolled(3).same[kind], digits(DatasetSpec()), CONFIG)
        for _ in range(7):
            alone.step()
        assert np.array_equal(runs[number].network.parameters, alone.network.parameters)


def test_moved_digits_are_measured_of_all_three_at_one_update_and_again_after_more(driver: Driver) -> None:
    begin_three(driver)
    driver.send(c.WatchShifted((1, 2, 3)))
    driver.rest()
    driver.train(5)
    found = driver.all(m.ShiftedMeasured)
    assert sorted({(each.run, each.update) for each in found}) == [(n, u) for n in (1, 2, 3) for u in (0, 5)]
    for each in found[-3:]:
        run = driver.engine.run(each.run)
        assert run is not None and each.digits == 20
        data = run.trainer.dataset
        evaluation = ShiftedEvaluation(run.trainer.network, data.X_test, data.y_test, (16, 16))
        while not evaluation.advance():
            pass
        assert np.array_equal(each.shifted.right, evaluation.result().right)
    # From the same start all three answer alike.
    first = [each.shifted.right.tolist() for each in found if each.update == 0]
    assert first[0] == first[1] == first[2]


def test_while_the_training_runs_all_three_are_measured_at_one_update_by_turns_with_it(
    driver: Driver,
) -> None:
    begin_three(driver)
    driver.send(c.WatchShifted((1, 2, 3)), c.Train())
    driver.until(lambda: len(driver.all(m.ShiftedMeasured)) >= 9)
    found = driver.all(m.ShiftedMeasured)[:9]
    at = [{each.update for each in found[first : first + 3]} for first in (0, 3, 6)]
    assert all(len(updates) == 1 for updates in at) and len(set.union(*at)) == 3
    # It went on while the last of them was taken.
    assert driver.trainer.step_count > max(at[2]) + 9
    assert all({each.run for each in found[first : first + 3]} == {1, 2, 3} for first in (0, 3, 6))


def test_what_is_being_measured_while_a_parameter_is_set_by_hand_is_measured_anew(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unrolling_task, "PORTION_S", 0.0)
    begin_three(driver)
    driver.send(c.WatchShifted((1, 2, 3)))
    driver.until(lambda: bool(driver.engine.unrolling._open))
    assert not driver.all(m.ShiftedMeasured)
    last = len(driver.trainer.network.topology.layers) - 1
    driver.send(c.EditParameter(3, 1, ParameterLocation(last, 5), 99.0, 0))
    driver.rest()
    found = driver.all(m.ShiftedMeasured)
    # That of before is not sent at all: it would be of the same update.
    assert [each.run for each in found] == [1, 2, 3]
    run = driver.engine.run(3)
    assert run is not None
    data = run.trainer.dataset
    assert found[2].shifted.right[0] == (data.y_test == 5).sum() != found[1].shifted.right[0]


def test_nothing_is_measured_once_nobody_watches_or_a_run_is_gone(driver: Driver) -> None:
    begin_three(driver)
    driver.send(c.WatchShifted((1, 9)))
    driver.rest()
    assert {each.run for each in driver.all(m.ShiftedMeasured)} == {1}
    driver.send(c.WatchShifted(()))
    driver.train(3)
    assert {each.update for each in driver.all(m.ShiftedMeasured)} == {0}
