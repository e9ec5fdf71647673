"""Where runs take the place of others and something fails on the way, all is as it was before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine import messages as m
from core.engine.all_or_nothing import all_or_nothing
from core.engine.autosave import Autosave
from core.engine.history import History
from core.engine.run import Run, replayed
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver
from tests.core.small_data import small_data


def fail(*_: Any) -> Any:
    raise MemoryError("planted")


def test_what_fails_inside_leaves_runs_data_past_and_what_was_told() -> None:
    driver = Driver()
    driver.train(130)
    engine, run = driver.engine, driver.engine.current
    kept, told = engine.time.history.updates(0).tolist(), len(driver.heard)
    with pytest.raises(MemoryError), all_or_nothing(engine):
        other = Run(7, run.origin, small_data())
        engine.take_runs([other], {DatasetSpec("line"): small_data()})
        engine.send(m.LiveShown(7))
        fail()
    assert engine.runs == (run,) and engine.current is run
    assert kept == engine.time.history.updates(0).tolist() == [128]
    assert engine.time.history.nbytes > 0 and not len(engine.time.history.updates(7))
    assert driver.all(m.LiveShown) == [] and len(driver.heard) == told


@pytest.mark.parametrize(
    ("owner", "name"), [(History, "restore"), (Run, "info"), (Run, "snapshot")], ids=lambda part: str(part)
)
def test_a_session_that_can_not_be_opened_whole_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: type, name: str
) -> None:
    folder, path = tmp_path / "autosave", str(tmp_path / "a")
    driver = Driver(autosave=str(folder))
    driver.train(9)
    driver.send(c.SaveSession(path, m.WindowState()), c.BeginRun(1, ARCHITECTURE, CONFIG))
    driver.train(5)
    numbers = [run.number for run in driver.engine.runs]
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, fail)
        driver.send(c.OpenSession(path, 20))
    (failed,) = driver.all(m.EngineFailed)
    assert "planted" in failed.details and driver.all(m.SessionOpened) == []
    assert [run.number for run in driver.engine.runs] == numbers == [0, 1]
    driver.train(2)
    assert driver.snapshot.run == 1 and driver.snapshot.update == 7
    # And whoever is ended now finds these, and no part of the others.
    driver.engine.save()
    assert {state.number for state in Autosave(folder).states()} == {0, 1}
    driver.send(c.OpenSession(path, 20))
    assert driver.last(m.SessionOpened).saved_as == (0,) and driver.engine.number == 20
    assert {state.number for state in Autosave(folder).states()} == {20}


def test_what_was_saved_is_there_until_all_of_the_new_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, path = tmp_path / "autosave", str(tmp_path / "a")
    driver = Driver(autosave=str(folder))
    driver.train(9)
    driver.send(c.SaveSession(path, m.WindowState()))
    found: list[set[int]] = []
    keep_only = Autosave.keep_only

    def look(self: Autosave, runs: Any, choices: Any) -> None:
        found.append({state.number for state in self.states()})
        keep_only(self, runs, choices)

    monkeypatch.setattr(Autosave, "keep_only", look)
    driver.send(c.OpenSession(path, 20))
    assert found == [{0, 20}]


def test_a_change_that_fails_in_the_middle_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = Driver()
    driver.train(9)
    run = driver.engine.current
    with monkeypatch.context() as patch:
        # The settings are taken by then, the optimizer is a new one, and the mark is not made yet.
        patch.setattr("core.engine.run.setting_marks", fail)
        driver.send(c.Reconfigure(m.TrainingConfig(optimizer="sgd", batch_size=4)))
        patch.setattr("core.engine.run.edit_mark", fail)
        driver.send(c.EditParameter(0, 1, c.ParameterLocation(0, 1), 0.5, 0))
    assert len(driver.all(m.EngineFailed)) == 2
    assert run.journal == [] and run.trainer.config == CONFIG and run.edits.all == () and run.marks == ()
    driver.train(30)
    again = replayed(run, 39, small_data())
    assert again.trainer.checkpoint().checksum == run.trainer.checkpoint().checksum
