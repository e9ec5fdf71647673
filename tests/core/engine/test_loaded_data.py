"""The data sets at hand: each is loaded once, and let go of when no run is on it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.data.refusals import DatasetError
from core.engine import commands as c
from core.engine import messages as m
from core.engine.autosave import Autosave
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


OWN = DatasetSpec("own", path="/nowhere/own.csv")
OLD = small_data(40, 4, 2)
NEW = replace(OLD, y_train=1 - OLD.y_train)


def of_two_times() -> Driver:
    """Run 1 is on a file, and run 2 on what it was when it had changed."""
    driver = Driver()
    for number, examples in ((1, OLD), (2, NEW)):
        driver.send(c.LoadData(OWN, examples))
        driver.send(c.BeginRun(number, ARCHITECTURE, CONFIG, driver.last(m.DataLoaded).choice))
    return driver


def test_the_window_is_told_that_a_file_which_has_changed_is_another_choice() -> None:
    driver = of_two_times()
    first, second = (driver.engine.run(number) for number in (1, 2))
    assert first is not None and second is not None
    told = [loaded.choice for loaded in driver.all(m.DataLoaded)]
    assert told == [OWN.of(OLD), OWN.of(NEW)] and told[0] != told[1]
    assert [run.info().data.choice for run in (first, second)] == told
    driver.send(c.LoadData(OWN, replace(OLD)))
    assert driver.last(m.DataLoaded).choice == told[0]


@pytest.mark.parametrize("number", [1, 2])
def test_a_run_that_is_begun_again_is_on_the_examples_of_the_one_before_it(number: int) -> None:
    driver = of_two_times()
    driver.send(c.ReturnToRun(number), c.BeginRun(3, ARCHITECTURE, CONFIG))
    begun, before = driver.engine.run(3), driver.engine.run(number)
    assert begun is not None and before is not None
    assert begun.trainer.dataset is before.trainer.dataset and begun.origin.choice == before.origin.choice


def test_examples_for_a_run_that_is_yet_to_begin_stay_when_another_is_forgotten(tmp_path: Path) -> None:
    driver = Driver(autosave=str(tmp_path))
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG), c.LoadData(OWN, OLD), c.ForgetRun(0))
    # Read again there would be nothing.
    driver.send(c.BeginRun(2, ARCHITECTURE, CONFIG, driver.last(m.DataLoaded).choice))
    assert driver.trainer.dataset.is_same(OLD) and len(list(tmp_path.glob("data-*"))) == 1
    driver.send(c.LoadData(OWN, NEW), c.BeginRun(3, ARCHITECTURE, CONFIG, OWN))
    assert len(list(tmp_path.glob("data-*"))) == 2
    driver.send(c.ForgetRun(2))
    (kept,) = Autosave(tmp_path).imported_data()
    assert kept.choice == OWN.of(NEW) and OWN.of(OLD) not in driver.engine._data


def test_a_file_that_was_not_read_here_must_be_the_one_that_is_asked_for() -> None:
    data = LoadedData(Engine(load=lambda _: NEW), lambda _: NEW)
    with pytest.raises(DatasetError, match="other examples by now"):
        data.of(OWN.of(OLD))
    assert data.of(OWN.of(NEW)) is NEW and data.resolved(OWN) == OWN.of(NEW)
