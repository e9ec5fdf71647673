"""Whatever fails where work is kept, the engine lives, says so, and has it still: a draw of the script beside.

`BACKLIGHT_FAULTS=1180` plants so many.
"""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest

from core.engine import commands as c
from core.engine import messages as m
from core.engine import session_keeping
from core.engine.autosave import Autosave
from core.engine.history import History
from core.engine.session_keeping import SessionKeeping
from core.engine.window_state import WindowState
from tests.core.engine.driver import ARCHITECTURE, CONFIG, Driver
from tests.robustness.keeping_faults import KINDS, OWN, OWN_EXAMPLES, PLACES, Fault, draw, try_fault

# One that is met in the middle of opening, one in that of a change, and others by lot.
FAULTS = [
    Fault(PLACES.index((SessionKeeping, "_adopt")), "no memory", True),
    Fault(PLACES.index((Autosave, "_write")), "a full disk", False),
    *draw(int(os.environ.get("BACKLIGHT_FAULTS", "6")), seed=15),
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_work_outlives_it(tmp_path: Path, fault: Fault) -> None:
    times, wrong = try_fault(fault, tmp_path)
    assert wrong == []
    if fault in FAULTS[:2]:
        assert times > 0, "nothing comes to this place any more"


def test_faults_are_planted_in_every_part_that_keeps_work() -> None:
    assert len(PLACES) >= 60 and all(hasattr(owner, name) for owner, name in PLACES)
    assert {"no memory", "a full disk"} <= set(KINDS)


@pytest.mark.parametrize("name", ["shown", "window", "run-0", "run-1", "data"])
def test_half_a_frame_takes_nothing_else_with_it(tmp_path: Path, name: str) -> None:
    driver = Driver(autosave=str(tmp_path))
    driver.train(9)
    driver.send(c.LoadData(OWN, OWN_EXAMPLES), c.BeginRun(1, ARCHITECTURE, CONFIG))
    driver.train(5)
    driver.send(c.KeepWindow(WindowState("mine")))
    driver.engine.save()
    (path,) = tmp_path.glob(f"{name}*.frame")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    again = Driver(start=False)
    again.send(c.Recover(str(tmp_path)))
    there = {run.number: run.trainer.step_count for run in again.engine.runs}
    assert there == {"run-0": {1: 5}, "run-1": {0: 9}}.get(name, {0: 9, 1: 5})
    again.train(3)
    assert again.snapshot.update == there[again.engine.number] + 3 and not again.all(m.EngineFailed)


def test_numbers_that_are_not_finite_take_the_place_of_none_that_are(tmp_path: Path) -> None:
    folder, path = tmp_path / "autosave", tmp_path / "a"
    driver = Driver(autosave=str(folder))
    driver.train(9)
    driver.engine.save()
    driver.send(c.SaveSession(str(path), WindowState()))
    content = path.read_bytes()
    driver.trainer.network.parameters[3] = np.nan
    driver.engine.save()
    driver.send(c.SaveSession(str(path), WindowState()))
    assert len(driver.all(m.EngineFailed)) == 2 and len(driver.all(m.SessionSaved)) == 1
    (state,) = Autosave(folder).states()
    assert state.checkpoint.step_count == 9 and np.isfinite(state.checkpoint.parameters).all()
    assert path.read_bytes() == content


def test_half_a_session_in_place_of_another_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_keeping, "all_or_nothing", lambda _: nullcontext())
    _, wrong = try_fault(Fault(PLACES.index((History, "restore")), "no memory", False), tmp_path)
    assert wrong
