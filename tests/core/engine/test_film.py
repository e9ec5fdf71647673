"""A film's pictures: each is a state that the run truly had, under its own update."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine import film as film_module
from core.engine import messages as m
from core.engine.snapshot import Snapshot
from tests.core.engine.driver import CONFIG, Driver, headless, same_parameters


def trained(updates: int = 400, **more: Any) -> Driver:
    driver = Driver(**more)
    driver.train(updates)
    return driver


def filmed(driver: Driver, *updates: int) -> list[m.FilmFrame]:
    """The pictures of these updates."""
    before = len(driver.all(m.FilmFrame))
    driver.send(c.Film(driver.engine.number, updates))
    driver.rest()
    return driver.all(m.FilmFrame)[before:]


@pytest.fixture
def kept_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """No update is made again for a picture, as where one takes long."""
    monkeypatch.setattr(film_module, "MOST_WORK", 0)


@pytest.mark.usefixtures("kept_only")
def test_a_kept_states_picture_has_its_arrays() -> None:
    driver = trained()
    kept = driver.engine.time.history.states(0)
    assert [state.update for state in kept] == [128, 256, 384]
    frames = filmed(driver, *(state.update for state in kept))
    for state, frame in zip(kept, frames, strict=True):
        snapshot = frame.shown.snapshot
        assert frame.update == frame.shown.update == snapshot.update == state.update
        np.testing.assert_array_equal(snapshot.parameters, state.checkpoint.parameters)
        alone = headless(state.update).trace(snapshot.example.x, snapshot.example.answer)
        np.testing.assert_array_equal(snapshot.trace.probabilities, alone.probabilities)


@pytest.mark.usefixtures("kept_only")
@pytest.mark.parametrize(
    ("asked", "shown"),
    [(-9, 0), (0, 0), (127, 0), (128, 128), (255, 128), (399, 384), (400, 400), (10**9, 400)],
)
def test_between_kept_states_the_one_before_is_shown_under_its_own_update(asked: int, shown: int) -> None:
    (frame,) = filmed(trained(), asked)
    assert (frame.update, frame.shown.update, frame.shown.live_update) == (asked, shown, 400)
    assert frame.shown.is_exact and same_parameters(frame.shown.snapshot, headless(shown))


@pytest.mark.parametrize("updates", [(0, 1, 2, 130, 131, 399, 400), (400, 399, 300, 257, 256, 255, 1, 0)])
def test_where_it_takes_little_each_picture_is_of_the_very_update(updates: tuple[int, ...]) -> None:
    config = replace(CONFIG, dropout=0.2)
    driver = trained(config=config)
    end = driver.trainer.checkpoint().checksum
    for update, frame in zip(updates, filmed(driver, *updates), strict=True):
        assert frame.update == frame.shown.update == frame.shown.snapshot.update == update
        assert same_parameters(frame.shown.snapshot, headless(update, config=config))
    assert driver.trainer.checkpoint().checksum == end


def test_no_more_is_made_again_than_fits_between_two_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = trained()
    examples, parameters = 8, driver.trainer.network.parameter_count
    monkeypatch.setattr(film_module, "MOST_WORK", 10 * examples * parameters)
    assert [frame.shown.update for frame in filmed(driver, 138, 269, 268)] == [138, 256, 256]


def test_changes_made_at_an_update_are_in_its_picture() -> None:
    driver = trained(128)
    driver.send(c.EditParameter(0, 1, ParameterLocation(0, 0, 0), 0.5, 0))
    driver.train(20)
    (frame,) = filmed(driver, 128)
    assert frame.shown.snapshot.weights[0][0, 0] == 0.5
    driver.send(c.LookAt(128))
    driver.rest()
    np.testing.assert_array_equal(
        driver.last(m.PastShown).snapshot.parameters, frame.shown.snapshot.parameters
    )


def test_what_the_last_update_changed_is_shown_where_it_is_watched() -> None:
    driver = trained()
    driver.send(c.WatchUpdates(True))
    for frame in filmed(driver, 256, 300, 200):
        before, after = headless(frame.update - 1), headless(frame.update)
        change = after.network.parameters - before.network.parameters
        np.testing.assert_array_equal(frame.shown.snapshot.change, change)


def test_a_film_pauses_the_training_and_what_trains_shows_the_run_as_it_is() -> None:
    driver = trained()
    driver.send(c.Train())
    driver.work(2)
    filmed(driver, 128)
    assert not driver.engine.training.running and driver.engine.time.is_looking_back
    snapshots = len(driver.all(Snapshot))
    driver.rest()
    assert len(driver.all(Snapshot)) == snapshots
    driver.train(1)
    assert driver.last(m.LiveShown).run == 0 and not driver.engine.time.is_looking_back


def test_another_example_is_traced_by_the_picture_that_is_shown() -> None:
    driver = trained()
    filmed(driver, 128)
    driver.send(c.ShowTestSample("next"))
    driver.rest()
    shown = driver.last(m.PastShown)
    assert (shown.update, shown.snapshot.example.origin) == (128, "test")
    alone = headless(128).trace(shown.snapshot.example.x, shown.snapshot.example.answer)
    assert shown.snapshot.trace.loss == alone.loss
    (frame,) = filmed(driver, 256)
    assert frame.shown.snapshot.example.is_same_sample(shown.snapshot.example)


def test_a_film_of_another_run_shows_nothing() -> None:
    driver = trained()
    driver.send(c.Film(7, (128,)))
    driver.rest()
    assert not driver.all(m.FilmFrame) and not driver.engine.time.is_looking_back


@pytest.mark.parametrize("updates", [(0, 1200, 1201, 700, 2000), (2000, 1000, 0), (1000,)])
def test_after_an_engines_end_the_pictures_are_of_the_very_updates_too(
    tmp_path: Path, updates: tuple[int, ...]
) -> None:
    first = trained(2000, autosave=str(tmp_path))
    first.engine.save()
    second = Driver(start=False)
    second.send(c.Recover(str(tmp_path)))
    # Only the newest state is left.
    assert second.engine.time.history.updates(0).tolist() == [2000]
    before, after = filmed(first, *updates), filmed(second, *updates)
    assert [frame.shown.update for frame in after] == list(updates)
    for one, other in zip(before, after, strict=True):
        assert one.shown.update == other.shown.update
        np.testing.assert_array_equal(one.shown.snapshot.parameters, other.shown.snapshot.parameters)
    # What was gone through once is kept: next time it is near.
    middle = 128 * (sorted(updates)[len(updates) // 2] // 128)
    assert set(range(128, middle + 1, 128)) <= set(second.engine.time.history.updates(0).tolist())


def test_where_it_takes_long_to_a_picture_it_is_told_how_far_it_is() -> None:
    driver = trained(2000, tick_s=0.01)
    driver.engine.time.history.restore(driver.engine.current, ())
    filmed(driver, 1000)
    told = driver.all(m.PastProgress)
    assert told and all((one.update, one.total) == (1000, 1000) for one in told)
    assert [one.done for one in told] == sorted(one.done for one in told)


def test_a_way_that_takes_long_is_left_for_what_is_asked_for_next() -> None:
    driver = trained(2000)
    driver.engine.time.history.restore(driver.engine.current, ())
    driver.send(c.Film(0, (1900,)))
    driver.work(1)
    driver.send(c.LookAt(5))
    driver.rest()
    assert not driver.all(m.FilmFrame) and driver.last(m.PastShown).update == 5
