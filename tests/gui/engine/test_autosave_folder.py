"""What is saved while it is under way has a folder for each start, and none of them stays for ever."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest

from gui.engine import autosave_folder as module
from gui.engine.autosave_folder import autosave_folder

DAY_S = 86_400.0


@pytest.fixture
def parent(qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module.QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    return tmp_path / "autosave"


def test_each_start_has_a_folder_of_its_own_that_goes_with_it(parent: Path) -> None:
    one, other = autosave_folder(), autosave_folder()
    assert Path(one.path()).parent == Path(other.path()).parent == parent
    assert one.path() != other.path()
    for folder in (one, other):
        folder.remove()
    assert list(parent.iterdir()) == []


def test_what_was_left_behind_goes_after_a_week(parent: Path) -> None:
    for name, days in (("new", 0.0), ("six days", 6.0), ("eight days", 8.0)):
        (parent / name).mkdir(parents=True)
        (parent / name / "run-0.frame").write_bytes(b"saved")
        then = time.time() - days * DAY_S
        os.utime(parent / name, (then, then))
    folder = autosave_folder()
    assert {left.name for left in parent.iterdir()} == {"new", "six days", Path(folder.path()).name}
    folder.remove()


def test_where_the_app_has_no_place_it_is_among_the_temporary_files(parent: Path) -> None:
    parent.write_text("a file stands here")
    folder = autosave_folder()
    assert folder.isValid() and not folder.path().startswith(str(parent.parent / "autosave"))
    folder.remove()
