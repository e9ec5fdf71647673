"""The data sets at hand: each is loaded once, and let go of when no run is on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine import messages as m
from core.engine.engine import Engine
from core.engine.loaded_data import LoadedData
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver
from tests.core.small_data import small_data

PLANE = DatasetSpec("plane", "xor", count=40)


def test_examples_are_loaded_once_and_again_when_they_were_let_go_of() -> None:
    asked: list[DatasetSpec] = []

    def load(choice: DatasetSpec) -> Dataset:
        asked.append(choice)
        return small_data()

    data = LoadedData(Engine(load=load), load)
    assert data.of(PLANE) is data.of(PLANE) and asked == [PLANE]
    own = small_data(40, 4, 2)
    data.add(DatasetSpec(), own)
    assert data.of(DatasetSpec()) is own and asked == [PLANE]
    data.keep_only({DatasetSpec()})
    assert PLANE not in data and DatasetSpec() in data
    data.of(PLANE)
    assert asked == [PLANE, PLANE]


def test_what_was_loaded_is_reported() -> None:
    engine = Engine(load=lambda choice: small_data(40, 4, 2))
    (loaded,) = engine.handle(c.LoadData(PLANE))
    assert loaded == m.DataLoaded(PLANE, 4, 40, 20, 2, loaded.nbytes)


def test_data_that_are_pictures_are_reported_with_their_rows_and_columns() -> None:
    pictures = replace(small_data(40, 6, 2), picture=(2, 3))
    (loaded,) = Engine(load=lambda choice: pictures).handle(c.LoadData(PLANE))
    assert loaded.picture == (2, 3)


@pytest.mark.parametrize("is_other", [False, True])
def test_runs_on_a_file_that_was_read_again_are_on_the_same_examples_unless_it_is_another_by_now(
    is_other: bool,
) -> None:
    driver, own = Driver(), DatasetSpec("own", path="/nowhere/own.csv")
    again = small_data(40, 4, 2)
    if is_other:
        again = replace(again, y_train=1 - again.y_train)
    for number, examples in ((1, small_data(40, 4, 2)), (2, again)):
        driver.send(c.LoadData(own, examples), c.BeginRun(number, ARCHITECTURE, CONFIG, own))
    driver.send(c.ShowTestSample("next"), c.ShowBeside(1))
    driver.rest()
    first, second = (driver.engine.run(number) for number in (1, 2))
    assert first is not None and second is not None
    assert (first.trainer.dataset is second.trainer.dataset) is not is_other
    shown, beside = driver.snapshot.example, driver.last(m.BesideShown).snapshot.example
    # One that is on other examples has its own displayed.
    assert shown.origin == "test" and (beside is shown) is not is_other
    driver.send(c.TrainTogether((1,)))
    refused = [] if not is_other else [m.TogetherRefused(1, "data")]
    assert driver.all(m.TogetherRefused) == refused
