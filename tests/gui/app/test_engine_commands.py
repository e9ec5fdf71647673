"""What only an engine can do is known of each command."""

from __future__ import annotations

import pytest

from core.engine.commands import LookAt, ReturnToLive, SetHistorySize, Train
from gui.app import commands as c
from gui.app.engine_commands import needs_engine


@pytest.mark.parametrize(
    "command",
    [LookAt(3), ReturnToLive(), Train(), c.BranchHere(), c.ShowRun(1), c.Rewind(), c.SetConfig("l1", 0.1)],
)
def test_what_an_engine_has_to_do_needs_one(command: object) -> None:
    assert needs_engine(command)


@pytest.mark.parametrize(
    "command",
    [
        *(c.ToggleRunning(), c.SetSpeed(3), c.Choose("theme", "dark"), c.Zoom("in"), c.RenameRun(0, "a")),
        *(c.ExportPicture(), c.ExportWeights(), c.ShowLedger(), SetHistorySize(1)),
    ],
)
def test_what_the_window_does_alone_and_the_way_to_another_engine_need_none(command: object) -> None:
    assert not needs_engine(command)
