"""A large session is saved and opened step by step: it says how far it is, can be left, and nothing comes between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data.refusals import DatasetError
from core.engine import commands as c
from core.engine import messages as m
from core.engine import session_task
from core.engine.window_state import WindowArray, WindowState
from core.session import container
from core.session import file as file_module
from core.session.file import read_session
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver, headless, load, same_parameters
from tests.core.session.sample_sessions import OWN, OWN_EXAMPLES

LARGE = WindowState("large", (WindowArray("curve", np.arange(400.0)),))


@pytest.fixture(autouse=True)
def in_many_steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Few bytes are many, and nothing is soon done."""
    for module in (file_module, container):
        monkeypatch.setattr(module, "STEP_BYTES", 256)
    monkeypatch.setattr(session_task, "AT_ONCE_S", 0.0)
    monkeypatch.setattr(session_task, "TELL_EVERY_S", 0.0)
    yield


def a_file(folder: Path) -> str:
    """A session of 9 updates."""
    driver = Driver()
    driver.train(9)
    path = str(folder / "a.backlight")
    driver.send(c.SaveSession(path, LARGE))
    driver.until(lambda: bool(driver.all(m.SessionSaved)))
    return path


def saving(folder: Path, path: str = "b") -> Driver:
    """An engine that trains, and begins to save after its 9th update."""
    driver = Driver()
    driver.train(9)
    driver.send(c.Train(20), c.SaveSession(str(folder / path), LARGE))
    assert not driver.all(m.SessionSaved)
    return driver


def opening(path: str, **more: Any) -> Driver:
    driver = Driver(**more)
    driver.train(4)
    driver.send(c.OpenSession(path, 5))
    assert not driver.all(m.SessionOpened)
    return driver


@pytest.mark.parametrize("is_saving", [True, False])
def test_how_far_it_is_is_told_from_0_on(tmp_path: Path, is_saving: bool) -> None:
    path = str(tmp_path / "b") if is_saving else a_file(tmp_path)
    driver = saving(tmp_path) if is_saving else opening(path)
    driver.rest()
    told = driver.all(m.SessionProgress)
    shares = [progress.share for progress in told]
    assert {(progress.path, progress.is_saving) for progress in told} == {(path, is_saving)}
    assert shares[0] == 0 < shares[1] and shares == sorted(shares) and 0.9 < shares[-1] <= 1
    assert len(shares) > 20
    assert driver.all(m.SessionSaved if is_saving else m.SessionOpened)


def test_no_more_often_than_somebody_can_see(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_task, "TELL_EVERY_S", 0.1)
    monkeypatch.setattr(session_task, "AT_ONCE_S", 0.02)
    driver = Driver()
    begun = driver.clock.now
    driver.send(c.SaveSession(str(tmp_path / "b"), LARGE))
    driver.until(lambda: bool(driver.all(m.SessionSaved)))
    assert 1 <= len(driver.all(m.SessionProgress)) <= 1 + (driver.clock.now - begun) / 0.1


def test_nothing_is_trained_meanwhile_and_afterwards_it_goes_on(tmp_path: Path) -> None:
    driver = saving(tmp_path)
    while not driver.all(m.SessionSaved):
        assert driver.trainer.step_count == 9
        driver.work()
    driver.rest()
    assert driver.trainer.step_count == 29 and same_parameters(driver.snapshot, headless(29))


def test_what_is_saved_is_how_it_stood_when_that_began(tmp_path: Path) -> None:
    driver = saving(tmp_path)
    driver.send(c.Reconfigure(replace(CONFIG, learning_rate=0.5)), c.BeginRun(1, ARCHITECTURE, CONFIG))
    driver.work(3)
    driver.send(c.ForgetRun(0))
    driver.rest()
    assert driver.last(m.SessionSaved) == m.SessionSaved(str(tmp_path / "b"), 0, 9)
    (run,) = read_session(str(tmp_path / "b")).runs
    assert run.state.checkpoint.checksum == headless(9).checkpoint().checksum
    assert run.state.config == CONFIG and run.state.journal == ()


def test_what_has_changed_since_is_not_taken_for_saved(tmp_path: Path) -> None:
    folder = str(tmp_path / "autosave")
    driver = Driver(autosave=folder)
    driver.train(9)
    driver.send(c.SaveSession(str(tmp_path / "b"), LARGE), c.Reconfigure(replace(CONFIG, learning_rate=0.5)))
    driver.rest()
    driver.engine.save()
    shown = driver.engine.autosave.open(folder).shown()
    assert shown is not None and not shown.is_saved
    driver.send(c.SaveSession(str(tmp_path / "b"), LARGE))
    driver.rest()
    driver.engine.save()
    shown = driver.engine.autosave.open(folder).shown()
    assert shown is not None and shown.is_saved


def test_who_cancels_saving_has_the_old_file_and_no_part_of_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"old")
    driver = saving(tmp_path)
    driver.work(2)
    assert len(list(tmp_path.iterdir())) == 2
    driver.send(c.CancelSession())
    assert driver.last(m.SessionCancelled) == m.SessionCancelled(str(tmp_path / "b"), True)
    assert (tmp_path / "b").read_bytes() == b"old" and len(list(tmp_path.iterdir())) == 1
    driver.rest()
    assert driver.trainer.step_count == 29 and not driver.all(m.SessionSaved)


def test_who_cancels_opening_goes_on_with_what_was_there(tmp_path: Path) -> None:
    driver = opening(a_file(tmp_path))
    driver.work(3)
    driver.send(c.CancelSession(), c.CancelSession())
    assert len(driver.all(m.SessionCancelled)) == 1 and not driver.last(m.SessionCancelled).is_saving
    driver.train(3)
    assert driver.engine.number == 0 and same_parameters(driver.snapshot, headless(7))


def test_cancelled_when_it_is_done_it_stays_done(tmp_path: Path) -> None:
    driver = saving(tmp_path)
    driver.until(lambda: bool(driver.all(m.SessionSaved)))
    driver.send(c.CancelSession())
    assert not driver.all(m.SessionCancelled)


@pytest.mark.parametrize("command", [c.NewSession(8, ARCHITECTURE, CONFIG), c.Close()])
def test_what_leaves_all_runs_comes_after_they_are_saved(tmp_path: Path, command: Any) -> None:
    driver = saving(tmp_path)
    driver.send(command)
    kinds = [type(message) for message in driver.heard]
    assert m.SessionSaved in kinds and (tmp_path / "b").exists()
    if m.SessionOpened in kinds:
        assert kinds.index(m.SessionSaved) < kinds.index(m.SessionOpened)


def test_two_files_are_saved_one_after_the_other(tmp_path: Path) -> None:
    driver = saving(tmp_path)
    driver.send(c.SaveSession(str(tmp_path / "c"), LARGE))
    driver.rest()
    assert [Path(saved.path).name for saved in driver.all(m.SessionSaved)] == ["b", "c"]


def test_what_is_meant_for_the_runs_of_a_file_waits_for_them(tmp_path: Path) -> None:
    driver = opening(a_file(tmp_path))
    driver.work()
    driver.send(c.BranchRun(6, 9), c.Train(3))
    driver.rest()
    assert [run.number for run in driver.engine.runs] == [5, 6]
    assert driver.snapshot.run == 6 and same_parameters(driver.snapshot, headless(12))


def test_closing_does_not_wait_for_a_file_that_is_opened(tmp_path: Path) -> None:
    driver = opening(a_file(tmp_path))
    driver.send(c.Close())
    assert not driver.all(m.SessionOpened)


def test_who_is_ended_in_the_middle_leaves_no_part_of_a_file(tmp_path: Path) -> None:
    driver = saving(tmp_path)
    driver.work()
    driver.engine.save()
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_in_the_middle_is_told_and_the_training_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = saving(tmp_path)

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file_module.os, "fsync", fail)
    driver.rest()
    refused = driver.last(m.SessionRefused)
    assert (refused.code, refused.is_saving) == ("no_space", True) and list(tmp_path.iterdir()) == []
    assert driver.trainer.step_count == 29 and not driver.all(m.EngineFailed)


@pytest.mark.parametrize("is_saving", [True, False])
def test_no_memory_in_the_middle_is_told_twice_and_asked_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_saving: bool
) -> None:
    path = a_file(tmp_path)
    driver = saving(tmp_path) if is_saving else opening(path)

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(container, "_object" if not is_saving else "_with_checksum", fail)
    driver.rest()
    refused = driver.last(m.SessionRefused)
    assert refused.fields == {"reason": "MemoryError"} and refused.is_saving == is_saving
    assert refused.code == ("not_written" if is_saving else "unreadable")
    assert len(driver.all(m.EngineFailed)) == 1 and driver.engine.number == 0
    monkeypatch.undo()
    driver.send(c.SaveSession(str(tmp_path / "c"), LARGE))
    driver.rest()
    assert driver.last(m.SessionSaved).path == str(tmp_path / "c")


def test_a_failure_before_it_takes_no_command_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = saving(tmp_path)

    def fail(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(file_module, "_sync", fail)
        driver.send(c.NewSession(8, ARCHITECTURE, CONFIG))
    assert driver.last(m.SessionRefused).is_saving and driver.engine.number == 8


def test_an_engine_without_data_opens_a_file_that_has_them(tmp_path: Path) -> None:
    first = Driver()
    first.send(c.LoadData(OWN, OWN_EXAMPLES), c.BeginRun(3, ARCHITECTURE, CONFIG, OWN), c.ForgetRun(0))
    path = str(tmp_path / "a")
    first.send(c.SaveSession(path, LARGE, with_data=True))
    first.rest()

    def missing(choice: Any) -> Any:
        if choice != OWN:
            raise DatasetError("digits_damaged", path="digits")
        return load(choice)

    driver = Driver(load=missing)
    assert not driver.engine.runs
    driver.send(c.OpenSession(path, 1))
    assert driver.engine.number == 1 and driver.all(m.SessionOpened)
