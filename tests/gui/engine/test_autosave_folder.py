"""What is saved while it is under way has a folder for each window; what a killed one has left is found by one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QLockFile

from core.data.own_set import OwnSet
from core.engine import commands as c
from core.engine.own_set_commands import KeepExamples
from core.engine.run_state import AllRuns
from core.engine.window_state import WindowState
from gui.engine import autosave_folder as module
from gui.engine.autosave_folder import AutosaveFolder, FileNote, autosave_folder, left_work
from tests.core.engine.driver import Driver

DAY_S = 86_400.0


@pytest.fixture
def parent(qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module.QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    return tmp_path / "autosave"


def worked_in(folder: AutosaveFolder, updates: int = 12) -> Driver:
    """An engine has trained and was ended, and its window with it: nobody holds the folder."""
    driver = Driver(autosave=folder.path())
    driver.train(updates)
    driver.engine.save()
    folder.leave()
    return driver


def test_each_start_has_a_folder_of_its_own_that_goes_with_it(parent: Path) -> None:
    one, other = autosave_folder(), autosave_folder()
    assert Path(one.path()).parent == Path(other.path()).parent == parent
    assert one.path() != other.path() and one.is_found_again
    for folder in (one, other):
        folder.remove()
    assert list(parent.iterdir()) == []


def test_what_is_under_way_in_a_window_is_found_by_no_other(parent: Path) -> None:
    folder = autosave_folder()
    Driver(autosave=folder.path()).train(5)
    assert left_work() == [] and Path(folder.path()).exists()
    folder.remove()


def test_what_was_left_is_found_once_and_again_after_it_was_left(parent: Path) -> None:
    folder = autosave_folder()
    folder.note_file(FileNote("/home/数字.backlight", 7, 2.5))
    driver = worked_in(folder)
    (work,) = left_work()
    assert work.folder.path() == folder.path() and abs(work.saved_s - time.time()) < 60
    assert (work.shown.update, work.file) == (12, FileNote("/home/数字.backlight", 7, 2.5))
    assert work.shown.exact is not None and work.shown.exact.run == driver.engine.number
    # Another window finds nothing while this one holds it.
    assert left_work() == []
    work.folder.leave()
    (again,) = left_work()
    again.folder.remove()
    assert left_work() == [] and list(parent.iterdir()) == []


def test_what_was_left_is_found_where_only_half_is_there_of_what_was_on_screen(parent: Path) -> None:
    folder = autosave_folder()
    worked_in(folder)
    shown = Path(folder.path()) / "shown.frame"
    shown.write_bytes(shown.read_bytes()[: shown.stat().st_size // 2])
    (work,) = left_work()
    assert (work.shown.run, work.shown.update, work.shown.exact) == (0, 12, None)
    work.folder.remove()


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")
def test_the_lock_of_a_window_that_was_killed_is_nobodys(parent: Path) -> None:
    folder = autosave_folder()
    worked_in(folder)
    hold = (
        "import sys\nfrom PySide6.QtCore import QLockFile\n"
        "lock = QLockFile(sys.argv[1])\nassert lock.tryLock(0)\nprint('held', flush=True)\nsys.stdin.read()"
    )
    path = folder.path() + ".lock"
    other = subprocess.Popen(
        [sys.executable, "-c", hold, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None and other.stdout.readline() == "held\n"
    assert left_work() == []
    other.kill()
    other.communicate()
    (work,) = left_work()
    work.folder.remove()


def test_where_nothing_was_done_or_all_is_in_a_file_nothing_is_left(parent: Path, tmp_path: Path) -> None:
    worked_in(autosave_folder(), updates=0)
    saved = autosave_folder()
    driver = Driver(autosave=saved.path())
    driver.train(5)
    driver.send(c.SaveSession(str(tmp_path / "a.backlight"), WindowState()))
    driver.engine.save()
    saved.leave()
    empty = autosave_folder()
    empty.leave()
    assert left_work() == [] and list(parent.iterdir()) == []


def test_a_new_run_on_screen_does_not_hide_the_work_of_the_others(parent: Path) -> None:
    folder = autosave_folder()
    driver = Driver(autosave=folder.path())
    driver.train(12)
    driver.send(c.BranchRun(1, 10, is_shown=True))
    driver.train(3)
    driver.send(
        c.BeginRun(2, driver.engine.current.origin.architecture, driver.engine.current.trainer.config)
    )
    driver.engine.save()
    folder.leave()
    (work,) = left_work()
    assert (work.shown.run, work.shown.update, work.shown.changes) == (2, 0, 0)
    # 12 of the first run, and 3 of the branch that begins at its update 10.
    assert work.shown.all_runs == AllRuns(3, 15, 13, 0)
    # The same, counted in the files, where it can't be read what was on screen.
    (Path(folder.path()) / "shown.frame").unlink()
    work.folder.leave()
    (work,) = left_work()
    assert (work.shown.run, work.shown.all_runs) == (2, AllRuns(3, 15, 13, 0))
    work.folder.remove()


def test_the_newest_comes_first_and_what_nobody_wants_goes_after_a_month(parent: Path) -> None:
    for updates, days in ((3, 2.0), (4, 1.0), (5, 31.0)):
        folder = autosave_folder()
        worked_in(folder, updates)
        then = time.time() - days * DAY_S
        for path in Path(folder.path()).iterdir():
            os.utime(path, (then, then))
    works = left_work()
    assert [work.shown.update for work in works] == [4, 3]
    for work in works:
        work.folder.remove()
    assert list(parent.iterdir()) == []


@pytest.mark.parametrize("note", ["", "[]", "{", '{"path": 3, "update": 1, "total": null}', "[" * 9000, "é"])
def test_a_note_that_cannot_be_read_is_left_out(parent: Path, note: str) -> None:
    folder = autosave_folder()
    worked_in(folder)
    (Path(folder.path()) / "file.json").write_text(note, encoding="utf-8")
    (work,) = left_work()
    assert work.file is None
    work.folder.remove()


def test_where_the_app_has_no_place_it_is_among_the_temporary_files(parent: Path) -> None:
    parent.write_text("a file stands here")
    folder = autosave_folder()
    assert Path(folder.path()).is_dir() and not folder.path().startswith(str(parent.parent / "autosave"))
    assert not folder.is_found_again and left_work() == []
    folder.remove()
    assert not Path(folder.path()).exists() and isinstance(QLockFile("x"), QLockFile)


def test_an_own_test_set_alone_is_work_that_was_left(parent: Path) -> None:
    folder = autosave_folder()
    driver = Driver(autosave=folder.path())
    driver.send(
        KeepExamples(OwnSet(np.array([1]), np.ones((1, 256), np.uint8), np.zeros(1, np.int64), ("5",)))
    )
    folder.leave()
    (work,) = left_work()
    assert (work.shown.update, work.shown.changes) == (0, 0)
    work.folder.remove()
    other = autosave_folder()
    Driver(autosave=other.path())
    other.leave()
    assert left_work() == []


def test_where_no_folder_can_be_made_nothing_is_let_go_of_but_its_own(
    qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As with a full disk, or one that may not be written: Qt has no path for such a folder.
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "mine").write_text("mine")
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setenv("TMPDIR", str(tmp_path / "gone"))
    monkeypatch.setattr(module.QDir, "temp", lambda: module.QDir(str(tmp_path / "gone")))
    monkeypatch.setattr(module.QTemporaryDir, "isValid", lambda _: False)
    monkeypatch.setattr(module.QTemporaryDir, "path", lambda _: "")
    folder = AutosaveFolder.of_system()
    assert Path(folder.path()).parent == tmp_path / "gone" and not folder.is_found_again
    folder.remove()
    assert (tmp_path / "work" / "mine").read_text() == "mine"
    # With room again work is kept there, and goes with the window.
    worked_in(folder)
    assert list(Path(folder.path()).glob("run-0.frame"))
    folder.remove()
    assert list((tmp_path / "gone").iterdir()) == []


def test_half_a_note_of_a_file_does_not_stay(parent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = autosave_folder()
    folder.note_file(FileNote("/home/me/a.backlight", 20))

    def half(path: Path, text: str, **_: object) -> int:
        path.write_bytes(text[:9].encode())
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", half)
    folder.note_file(FileNote("/home/me/a.backlight", 30))
    assert list(Path(folder.path()).iterdir()) == []
