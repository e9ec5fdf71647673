"""Saving beside everything else: when it is due, and what happens where nothing can be saved."""

from __future__ import annotations

import math
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine import messages as m
from core.engine.autosave import Autosave
from core.engine.autosave_task import CHANGES_EVERY_S, EVERY_S, REST, AutosaveTask
from core.engine.run_state import RunState, ShownRun
from core.engine.window_state import WindowState
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver
from tests.core.small_data import small_data


def _raising(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


def saved_update(folder: Path, run: int = 0) -> int:
    states = {state.number: state for state in Autosave(folder).states()}
    return states[run].checkpoint.step_count


def test_it_is_saved_as_soon_as_it_begins_and_every_few_seconds_while_it_changes(tmp_path: Path) -> None:
    driver = Driver(autosave=str(tmp_path))
    driver.rest()
    assert saved_update(tmp_path) == 0 and driver.engine.seconds_until_due() == math.inf
    driver.train(3)
    assert saved_update(tmp_path) == 0
    wait_s = driver.engine.seconds_until_due()
    assert 0 < wait_s <= EVERY_S < 10
    driver.clock.now += wait_s
    driver.work()
    assert saved_update(tmp_path) == 3 and driver.engine.seconds_until_due() == math.inf
    # A change by hand, without an update, is one too.
    driver.send(c.Reconfigure(CONFIG))
    assert driver.engine.seconds_until_due() <= EVERY_S


def test_while_it_trains_no_more_than_ten_seconds_are_lost(tmp_path: Path) -> None:
    driver = Driver(autosave=str(tmp_path), tick_s=0.01)
    driver.send(c.Train())
    until_s, lost, made = driver.clock.now + 60, 0.0, {0: driver.clock.now}
    while driver.clock.now < until_s:
        driver.work()
        made.setdefault(driver.trainer.step_count, driver.clock.now)
        lost = max(lost, driver.clock.now - made[saved_update(tmp_path)])
    assert EVERY_S <= lost <= EVERY_S + 1 <= 10


def test_a_run_that_is_left_is_saved_as_it_is_left(tmp_path: Path) -> None:
    driver = Driver(autosave=str(tmp_path))
    driver.train(4)
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG))
    assert (saved_update(tmp_path, 0), saved_update(tmp_path, 1)) == (4, 0)
    shown = Autosave(tmp_path).shown()
    assert shown is not None and shown.run == 1


def test_without_a_folder_nothing_is_saved() -> None:
    driver = Driver()
    driver.engine.save()
    driver.send(c.LoadData(DatasetSpec("own"), small_data(20)), c.ForgetRun(5))
    assert driver.engine.autosave.seconds_until_due() == math.inf
    driver.send(c.Close())


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), MemoryError("No space left")])
def test_a_full_disk_or_memory_is_told_once_and_holds_up_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    kind = m.KeepingChanged if isinstance(error, OSError) else m.EngineFailed
    driver = Driver(autosave=str(tmp_path), tick_s=0.01)
    with monkeypatch.context() as patch:

        def full(*_: object) -> int:
            raise error

        patch.setattr(os, "fsync", full)
        driver.send(c.Train())
        until_s = driver.clock.now + 3 * EVERY_S
        driver.until(lambda: driver.clock.now > until_s)
        assert driver.engine.training.running
        driver.send(c.LoadData(DatasetSpec("own"), small_data(20)))
        assert driver.all(m.DataLoaded)
        told = driver.all(m.KeepingChanged) + driver.all(m.EngineFailed)
        assert [type(one) for one in told] == [kind] and "No space left" in str(told)
        # Half of a file would take what little room there is.
        assert not list(tmp_path.glob("*.new"))
    # With room again it is saved, and what fails after that is told again.
    driver.until(lambda: saved_update(tmp_path) > 0)
    monkeypatch.setattr(os, "fsync", full)
    driver.heard.clear()
    driver.until(lambda: bool(driver.all(kind)))
    assert driver.engine.training.running


def test_where_the_disk_is_full_it_is_said_once_when_that_begins_and_once_when_all_is_kept_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = Driver(autosave=str(tmp_path))
    driver.train(3)
    full = m.KeepingChanged(str(tmp_path), "no_space", "No space left on device")
    choice = DatasetSpec("own")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _raising(OSError(28, "No space left on device")))
        # Examples, a test set and the window are saved when they come, and never again: they must not be lost.
        driver.send(c.LoadData(choice, small_data(20)), c.KeepWindow(WindowState("mine")))
        driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG))
        for _ in range(3):
            driver.clock.now += EVERY_S
            driver.work()
        assert driver.all(m.KeepingChanged) == [full]
        assert not list(tmp_path.glob("*.new")) and not list(tmp_path.glob("data-*"))
    assert driver.engine.seconds_until_due() <= EVERY_S
    driver.clock.now += EVERY_S
    driver.work()
    assert driver.all(m.KeepingChanged) == [full, m.KeepingChanged(str(tmp_path))]
    assert not driver.all(m.EngineFailed)
    saved = Autosave(tmp_path)
    assert [one.choice for one in saved.imported_data()] == [
        choice.of(small_data(20))
    ] and saved.window().text == "mine"
    assert (saved_update(tmp_path, 0), saved_update(tmp_path, 1)) == (3, 0)
    driver.rest()
    assert driver.engine.seconds_until_due() == math.inf


def test_what_comes_only_once_is_tried_again_though_no_run_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = Driver(autosave=str(tmp_path))
    driver.train(3)
    driver.engine.save()
    driver.rest()
    with monkeypatch.context() as patch:
        patch.setattr(Autosave, "save_window", _raising(OSError(28, "No space left on device")))
        driver.send(c.KeepWindow(WindowState("mine")))
        assert driver.engine.autosave.seconds_until_due() <= EVERY_S
        driver.send(c.EditParameter(0, 1, c.ParameterLocation(0, 1), 0.5, 0))
        driver.engine.autosave.work(lambda: False)
        # A disk that is full is not asked with every change by hand.
        driver.send(c.EditParameter(0, 2, c.ParameterLocation(0, 1), 0.7, 0))
        assert CHANGES_EVERY_S < driver.engine.autosave.seconds_until_due() <= EVERY_S
    driver.clock.now += EVERY_S
    driver.rest()
    driver.engine.autosave.work(lambda: False)
    driver.send(c.Pause())
    assert [told.code for told in driver.all(m.KeepingChanged)] == ["no_space", ""]
    assert Autosave(tmp_path).window().text == "mine"


def test_a_run_that_is_gone_need_not_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = Driver(autosave=str(tmp_path))
    driver.train(3)
    only_0 = Autosave.save

    def save(self: Autosave, state: RunState, shown: ShownRun | None = None) -> None:
        if state.number == 0:
            raise OSError(5, "Input/output error")
        only_0(self, state, shown)

    monkeypatch.setattr(Autosave, "save", save)
    driver.send(c.BeginRun(1, ARCHITECTURE, CONFIG))
    driver.train(3)
    driver.engine.save()
    assert [told.code for told in driver.all(m.KeepingChanged)] == ["not_written"]
    driver.send(c.ForgetRun(0))
    assert [told.code for told in driver.all(m.KeepingChanged)] == ["not_written", ""]


def test_a_folder_that_can_not_be_made_does_not_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    folder = str(tmp_path / "file" / "folder")
    driver = Driver(autosave=folder)
    driver.train(2)
    assert driver.all(m.KeepingChanged) == [m.KeepingChanged(folder, "no_folder", "Not a directory")]
    assert not driver.all(m.EngineFailed) and driver.snapshot.update == 2
    (tmp_path / "file").unlink()
    driver.engine.save()
    driver.send(c.Pause())
    assert driver.last(m.KeepingChanged) == m.KeepingChanged(folder)
    assert saved_update(Path(folder)) == 2


def test_what_fails_in_another_way_rests_until_the_next_time() -> None:
    driver = Driver()
    task = AutosaveTask(driver.clock, driver.engine)
    task.open("")
    task.fail()
    assert EVERY_S < task.seconds_until_due() <= 2 * EVERY_S


def test_what_a_user_has_changed_or_chosen_is_saved_at_once_and_not_with_every_pixel(tmp_path: Path) -> None:
    driver = Driver(autosave=str(tmp_path))
    driver.rest()
    for command in (
        c.EditParameter(0, 1, c.ParameterLocation(0, 1), 0.5, 0),
        c.ShowTestSample("next"),
        c.ReleaseSample(),
    ):
        driver.send(command)
        driver.rest()
        wait_s = driver.engine.seconds_until_due()
        assert 0 < wait_s <= CHANGES_EVERY_S
        driver.clock.now += wait_s
        driver.work()
        assert driver.engine.seconds_until_due() == math.inf
    (state,) = Autosave(tmp_path).states()
    assert len(state.journal) == 1 and state.chosen is not None and state.chosen.origin == "train"


def test_saving_does_not_wait_for_the_exact_loss_that_each_change_begins_anew(tmp_path: Path) -> None:
    driver = Driver(autosave=str(tmp_path), load=lambda _: small_data(40_000), tick_s=0.01)
    driver.rest()
    begun_s = driver.clock.now
    for edit in range(1, 100):
        driver.send(c.EditParameter(0, edit, c.ParameterLocation(0, 1), 0.01 * edit, 0))
        driver.work(3)
        assert driver.engine.exact_loss.is_under_way
        if driver.clock.now > begun_s + EVERY_S + 1:
            (state,) = Autosave(tmp_path).states()
            assert len(state.journal) > 0
    assert driver.clock.now > begun_s + EVERY_S + 1


def test_what_takes_long_to_save_is_not_saved_again_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = Driver(autosave=str(tmp_path))
    driver.rest()
    save = Autosave.save

    def slow_save(autosave: Autosave, *what: object) -> None:
        driver.clock.now += 0.2
        save(autosave, *what)  # type: ignore[arg-type]

    monkeypatch.setattr(Autosave, "save", slow_save)
    for edit in (1, 2):
        driver.send(c.EditParameter(0, edit, c.ParameterLocation(0, 1), 0.5 * edit, 0))
        driver.rest()
        wait_s = driver.engine.seconds_until_due()
        driver.clock.now += wait_s
        driver.work()
    assert wait_s == pytest.approx(REST * 0.2, abs=0.1)


def test_a_folder_that_somebody_has_removed_is_made_again(tmp_path: Path) -> None:
    driver = Driver(autosave=str(tmp_path / "mine"))
    driver.rest()
    shutil.rmtree(tmp_path / "mine")
    driver.train(3)
    driver.clock.now += EVERY_S
    driver.work()
    assert saved_update(tmp_path / "mine") == 3 and not driver.all(m.EngineFailed)
