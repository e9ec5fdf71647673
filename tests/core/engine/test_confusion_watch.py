"""The matrices over a run are those of its own exact measurements, whether anybody looked or not."""

from __future__ import annotations

import numpy as np

from core.analysis.confusion_history import ConfusionsOverRun
from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine import messages as m
from core.engine.example_commands import AskConfusions
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver
from tests.core.engine.test_example_watch import outputs_by_hand


def by_hand(driver: Driver, split: str) -> list[list[int]]:
    """Three classes; where two outputs are the largest none alone is said."""
    outputs = outputs_by_hand(driver, split)[1]
    labels = driver.trainer.dataset.split(split)[1]
    table = np.zeros((3, 4), int)
    for label, y in zip(labels.tolist(), outputs, strict=True):
        largest = np.flatnonzero(y == y.max())
        table[label, largest[0] if len(largest) == 1 else 3] += 1
    return table.tolist()


def test_each_exact_measurement_has_its_matrix() -> None:
    driver, expected = Driver(), {"train": [], "test": []}
    driver.rest()
    for _ in range(3):
        for split, tables in expected.items():
            tables.append(by_hand(driver, split))
        driver.walk()
    for split, tables in expected.items():
        driver.send(AskConfusions(split))
        found = driver.last(ConfusionsOverRun)
        assert (found.run, found.split, found.updates.tolist()) == (0, split, [0, 1, 2, 3])
        assert found.counts[:3].tolist() == tables


def test_each_run_has_its_own_and_before_it_is_measured_there_is_none() -> None:
    driver = Driver()
    driver.send(AskConfusions("train"))
    driver.rest()
    assert not driver.all(ConfusionsOverRun)
    driver.send(c.BeginRun(1, ARCHITECTURE.changed(seed=8), CONFIG))
    driver.rest()
    driver.walk()
    driver.send(AskConfusions("train"))
    assert (driver.last(ConfusionsOverRun).run, driver.last(ConfusionsOverRun).updates.tolist()) == (
        1,
        [0, 1],
    )
    driver.send(c.ReturnToRun(0), c.ForgetRun(1), AskConfusions("train"))
    assert driver.last(ConfusionsOverRun).run == 0
    assert 1 not in driver.engine.examples.confusions._of
    driver.send(AskConfusions("other"))
    assert "no set" in driver.last(m.EngineFailed).details


def test_numbers_have_no_classes() -> None:
    driver = Driver()
    choice = DatasetSpec("line", "sine")
    driver.send(c.LoadData(choice))
    driver.rest()
    architecture = Architecture.dense((4,), output="identity", n_out=1)
    driver.send(c.BeginRun(1, architecture, TrainingConfig(loss="squared_error", batch_size=8), choice))
    driver.rest()
    driver.send(AskConfusions("train"))
    assert not [one for one in driver.all(ConfusionsOverRun) if one.run == 1]
