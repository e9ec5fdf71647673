"""What a filter answers to, asked of the engine: by turns with the training, which stays the same to the bit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.analysis.exciting_windows import WindowSearch
from core.analysis.patterns import PatternCount, pattern_windows
from core.engine import commands as c
from core.engine import messages as m
from core.engine.filter_task import WINDOWS
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from tests.core.engine.driver import Driver
from tests.core.nn.test_picture_layers import LENET_1989, SMALL_CNN, digits

DIGITS = digits(60)
CONFIG = TrainingConfig(seed=3, batch_size=8)
KINDS = m.PatternsCounted, m.WindowsFound, m.FilterRefused, m.FilterProgress


def driver_of(layers: tuple = SMALL_CNN, dataset: Any = DIGITS, **more: Any) -> Driver:
    return Driver(Architecture(layers, seed=3), CONFIG, load=lambda _: dataset, **more)


def told(driver: Driver) -> list[Any]:
    return [message for message in driver.heard if isinstance(message, KINDS)]


def test_of_a_first_layer_on_ink_the_patterns_are_counted_once() -> None:
    driver = driver_of()
    driver.send(c.ReadFilter(4, 0, 7))
    driver.rest()
    counted = driver.last(m.PatternsCounted)
    windows = pattern_windows(driver.trainer.network.topology, 0)
    assert windows is not None
    assert np.array_equal(counted.counts, PatternCount(DIGITS.X_train, windows).finish().counts)
    assert (counted.ask, counted.run, counted.layer, counted.map, counted.examples) == (4, 0, 0, 7, 60)
    driver.send(c.ReadFilter(5, 0, 2))
    assert driver.last(m.PatternsCounted) == replace(counted, ask=5, map=2), "at once"
    assert not driver.all(m.FilterRefused)


def test_they_are_counted_anew_for_other_windows() -> None:
    driver = driver_of()
    driver.send(c.ReadFilter(1, 0, 0))
    driver.rest()
    first = replace(SMALL_CNN[0], kernel=2, padding=0)
    driver.send(c.BeginRun(1, Architecture((first, *SMALL_CNN[1:]), seed=3), CONFIG), c.ReadFilter(2, 0, 0))
    driver.rest()
    counted = driver.last(m.PatternsCounted)
    assert (counted.ask, counted.run, len(counted.counts)) == (2, 1, 16)
    assert counted.counts.sum() == 60 * 15 * 15


@pytest.mark.parametrize("layers, layer", [(SMALL_CNN, 2), (LENET_1989, 0), (LENET_1989, 1)])
def test_of_other_filters_the_most_exciting_windows_are_found(layers: tuple, layer: int) -> None:
    driver = driver_of(layers)
    driver.train(12)
    driver.send(c.ReadFilter(9, layer, 5))
    driver.rest()
    found = driver.last(m.WindowsFound)
    expected = (
        WindowSearch(driver.trainer.network, layer, 5, DIGITS.X_train, np.arange(60), WINDOWS).finish().found
    )
    assert (found.ask, found.run, found.update, found.layer, found.map) == (9, 0, 12, layer, 5)
    assert (found.examples, found.total, len(found.row)) == (60, 60, WINDOWS)
    for name in ("row", "cell", "z", "a"):
        assert np.array_equal(getattr(found, name), getattr(expected, name))
    assert np.array_equal(found.X, DIGITS.X_train[found.row])
    assert np.array_equal(found.labels, DIGITS.y_train[found.row])


def test_of_a_part_of_the_set_every_so_manyth_picture_is_looked_at() -> None:
    driver = driver_of()
    driver.send(c.ReadFilter(1, 2, 0, examples=20))
    driver.rest()
    found = driver.last(m.WindowsFound)
    assert (found.examples, found.total) == (20, 60)
    assert len(found.row) == 20 and set(found.row.tolist()) == set(range(0, 60, 3))


def test_grey_pictures_have_no_table() -> None:
    driver = driver_of(dataset=replace(DIGITS, X_train=DIGITS.X_train * np.float32(0.7)))
    for ask in (1, 2):
        driver.send(c.ReadFilter(ask, 0, 0))
        driver.rest()
    assert [type(message) for message in told(driver)] == [m.WindowsFound, m.WindowsFound]


def test_progress_is_told_and_nothing_more_once_nobody_waits() -> None:
    driver = driver_of()
    driver.clock.tick_s = 0.15
    driver.send(c.ReadFilter(1, 2, 0))
    driver.engine.filters._under_way.work._chunk = 2  # type: ignore[union-attr]
    driver.until(lambda: bool(driver.all(m.FilterProgress)))
    progress = driver.last(m.FilterProgress)
    assert progress.ask == 1 and 0 < progress.done < progress.total == 60
    driver.send(c.DropFilter())
    driver.rest()
    assert not driver.all(m.WindowsFound)


def test_of_several_questions_only_the_last_is_answered() -> None:
    driver = driver_of()
    driver.send(c.ReadFilter(1, 2, 0), c.ReadFilter(2, 2, 1))
    driver.rest()
    assert [found.ask for found in driver.all(m.WindowsFound)] == [2]


def test_windows_say_whose_labels_were_shuffled() -> None:
    wrong = np.arange(60) % 3 == 0
    driver = driver_of(dataset=replace(DIGITS, wrong_labels=wrong))
    driver.send(c.ReadFilter(1, 2, 3))
    driver.rest()
    found = driver.last(m.WindowsFound)
    assert found.shuffled.tolist() == [row % 3 == 0 for row in found.row.tolist()]
    plain = driver_of()
    plain.send(c.ReadFilter(1, 2, 3))
    plain.rest()
    assert not len(plain.last(m.WindowsFound).shuffled)


@pytest.mark.parametrize("layer, number", [(0, 8), (0, -1), (1, 0), (4, 0), (5, 0), (-1, 0)])
def test_what_is_no_filter_is_refused(layer: int, number: int) -> None:
    driver = driver_of()
    driver.send(c.ReadFilter(3, layer, number))
    driver.rest()
    assert told(driver) == [m.FilterRefused(3, "none")]


def test_the_training_goes_on_meanwhile_with_the_same_bits() -> None:
    driver, alone = driver_of(), driver_of()
    driver.send(c.Train(), c.ReadFilter(1, 2, 3))
    begun = driver.trainer.step_count
    driver.engine.filters._under_way.work._chunk = 2  # type: ignore[union-attr]
    driver.until(lambda: bool(driver.all(m.WindowsFound)))
    assert driver.trainer.step_count > begun
    assert driver.last(m.WindowsFound).update == begun
    driver.send(c.Pause())
    driver.rest()
    alone.train(driver.trainer.step_count)
    assert driver.trainer.checkpoint().checksum == alone.trainer.checkpoint().checksum


def test_an_earlier_update_that_is_looked_at_is_asked() -> None:
    driver = driver_of()
    driver.train(20)
    driver.send(c.LookAt(7))
    driver.rest()
    driver.send(c.ReadFilter(1, 2, 3))
    driver.rest()
    assert driver.last(m.WindowsFound).update == 7


def test_what_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Any) -> bool:
        raise MemoryError

    driver = driver_of()
    monkeypatch.setattr(WindowSearch, "advance", fail)
    driver.send(c.ReadFilter(6, 2, 3))
    driver.rest()
    assert told(driver) == [m.FilterRefused(6, "failed")]


def test_a_training_digit_can_be_shown_and_stays_while_the_training_goes_on() -> None:
    driver = driver_of()
    driver.send(c.ShowExample("train", 37))
    snapshot = driver.snapshot
    assert (snapshot.example.origin, snapshot.example.index, snapshot.is_chosen) == ("train", 37, True)
    assert np.array_equal(snapshot.example.x, DIGITS.X_train[37]) and not snapshot.follows_training
    driver.send(c.NextTrainingSample())
    driver.train(5)
    assert driver.snapshot.example.index == 37
    driver.send(c.ReleaseSample())
    assert not driver.snapshot.is_chosen and driver.snapshot.follows_training
    driver.send(c.ShowExample("train", 60))
    assert not driver.snapshot.is_chosen, "there is no such digit"


def test_what_the_user_chose_is_no_example_of_the_trainings() -> None:
    driver = driver_of()
    driver.send(c.ShowTestSample("next"))
    driver.rest()
    assert driver.snapshot.is_chosen and not driver.snapshot.follows_training
