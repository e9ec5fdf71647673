"""The outputs for one example are those of the last exact L: of its update, and with its very bits."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.example_losses import ExampleLosses
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import messages as m
from core.engine.example_commands import AskOutputs
from core.engine.measured_outputs import outputs_of
from core.nn.architecture import Architecture
from core.nn.known_architectures import known_architecture
from core.nn.workload import chunk_rows
from core.training.config import TrainingConfig
from tests.core.engine.driver import Driver
from tests.core.engine.test_example_watch import outputs_by_hand


@pytest.mark.parametrize("split", ["train", "test"])
def test_they_are_those_of_the_exact_loss_and_name_its_update(split: str) -> None:
    driver = Driver()
    driver.train(3)
    driver.send(c.Pause(), c.WatchExamples(split))
    driver.rest()
    driver.send(AskOutputs(split, 2))
    found, losses = driver.last(m.ExampleOutputs), driver.last(ExampleLosses)
    assert (found.run, found.update, found.split, found.row) == (0, 3, split, 2)
    np.testing.assert_allclose(found.outputs, outputs_by_hand(driver, split)[1][2], rtol=1e-5)
    label = driver.trainer.dataset.split(split)[1][2]
    assert found.targets.tolist() == np.eye(len(found.targets))[label].tolist()
    np.testing.assert_allclose(-np.log(found.outputs[label]), losses.losses[2], rtol=1e-4, atol=1e-6)
    # After one more update, and before the next exact L, they are still of the same one.
    driver.engine.exact_loss._due_s = np.inf
    driver.trainer.step()
    driver.send(AskOutputs(split, 2))
    assert np.array_equal(driver.last(m.ExampleOutputs).outputs, found.outputs)


def test_of_one_update_each_change_by_hand_has_its_own() -> None:
    driver, numbers, seen = Driver(), [], []
    driver.train(3)
    driver.send(c.Pause(), c.WatchExamples("train"))
    changes = (
        (),
        (c.EditParameter(0, 1, ParameterLocation(2, 1), 9.0, 0),),
        (c.SwitchEdit(0, 1, False),),
        (c.SwitchEdit(0, 1, True),),
    )
    for change in changes:
        driver.send(*change)
        driver.rest()
        driver.send(AskOutputs("train", 2))
        found, losses = driver.last(m.ExampleOutputs), driver.last(ExampleLosses)
        assert found.update == losses.update == 3 and found.measurement == losses.measurement
        np.testing.assert_allclose(found.outputs, outputs_by_hand(driver, "train")[1][2], rtol=1e-5)
        numbers.append(found.measurement)
        seen.append(found.outputs.tolist())
    assert sorted(set(numbers)) == numbers
    assert seen[0] == seen[2] != seen[1] == seen[3]


def test_of_what_there_is_not_nothing_is_sent() -> None:
    driver = Driver()
    driver.send(AskOutputs("train", 0))
    driver.rest()
    assert not driver.all(m.ExampleOutputs)
    for row in (-1, 10**9):
        driver.send(AskOutputs("train", row))
    driver.send(AskOutputs("other", 0))
    assert not driver.all(m.ExampleOutputs) and "no set" in driver.last(m.EngineFailed).details


def test_of_another_run_they_come_when_it_is_measured() -> None:
    driver = Driver()
    driver.send(c.WatchExamples("train"))
    driver.rest()
    driver.send(c.BeginRun(1, Architecture.dense((3,), seed=8), TrainingConfig(batch_size=8)))
    driver.send(AskOutputs("train", 0))
    assert not driver.all(m.ExampleOutputs)
    driver.rest()
    driver.send(AskOutputs("train", 0))
    assert driver.last(m.ExampleOutputs).run == 1


def test_for_regression_the_targets_are_the_numbers() -> None:
    driver = Driver()
    choice = DatasetSpec("line", "sine")
    data = choice.load()
    architecture = Architecture.dense((4,), output="identity", n_out=data.n_out)
    driver.send(c.LoadData(choice))
    driver.rest()
    driver.send(c.BeginRun(1, architecture, TrainingConfig(loss="squared_error", batch_size=8), choice))
    driver.rest()
    driver.send(AskOutputs("train", 1))
    found = driver.last(m.ExampleOutputs)
    assert found.targets.tolist() == data.y_train[1].astype(np.float32).tolist()
    loss = driver.trainer.example_losses("train")[1]
    assert 0.5 * ((found.outputs - found.targets) ** 2).sum() == pytest.approx(loss, rel=1e-5)


@pytest.mark.parametrize("row", [0, 1023, 1024, 1499])
@pytest.mark.parametrize("kind", ["dense", "cnn"])
def test_bits_are_those_of_an_evaluation_in_its_chunks(row: int, kind: str) -> None:
    rng = np.random.default_rng(0)
    X = rng.random((1500, 256)).astype(np.float32)
    architecture = known_architecture("default" if kind == "dense" else "small_cnn", 0)
    network = architecture.network((256,) if kind == "dense" else (16, 16, 1))
    rows = chunk_rows(network.topology)
    start = row // rows * rows
    own = network.propagation(min(rows, len(X) - start))
    own.forward(X[start : start + rows])
    assert np.array_equal(outputs_of(network, X, row), own.output()[:, row - start])
