"""The data sets at hand: each is loaded once, and let go of when no run is on it."""

from __future__ import annotations

from dataclasses import replace

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine import messages as m
from core.engine.engine import Engine
from core.engine.loaded_data import LoadedData
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
