"""Whatever fails where work is kept, the engine lives, says so, and has it still: a draw of the script beside.

`BACKLIGHT_FAULTS=1180` plants so many.
"""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path

import pytest

from core.engine import session_keeping
from core.engine.autosave import Autosave
from core.engine.history import History
from core.engine.session_keeping import SessionKeeping
from tests.robustness.keeping_faults import KINDS, PLACES, Fault, draw, try_fault

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


def test_half_a_session_in_place_of_another_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_keeping, "all_or_nothing", lambda _: nullcontext())
    _, wrong = try_fault(Fault(PLACES.index((History, "restore")), "no memory", False), tmp_path)
    assert wrong
