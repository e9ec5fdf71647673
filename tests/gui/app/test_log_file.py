"""Each process has a log of its own, old ones are cleared away, and its end can be read without the user's name."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.app import log_file
from gui.app.log_file import LOGS_KEPT, LogFile, log_end, log_path, open_log

ROOT = Path(__file__).resolve().parents[3]


def written(handler: logging.Handler, *lines: str) -> None:
    for line in lines:
        handler.emit(logging.LogRecord("backlight", logging.INFO, "", 0, line, None, None))
    handler.close()


def test_two_processes_write_to_two_logs() -> None:
    script = "from gui.app.log_file import log_path; print(log_path().name)"
    names = {
        subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    }
    assert len(names) == 2 and all(name.startswith("backlight-") for name in names)


def test_a_process_has_one_log() -> None:
    assert log_path() == log_path()


def test_old_logs_are_cleared_away_and_nothing_else(tmp_path: Path) -> None:
    for number in range(LOGS_KEPT + 5):
        path = tmp_path / f"backlight-2020-{number:02}.log"
        path.write_text("old")
        os.utime(path, (number, number))
    (tmp_path / "notes.log").write_text("mine")
    handler = open_log(tmp_path / "backlight-now.log")
    assert isinstance(handler, LogFile)
    written(handler, "begun")
    left = sorted(path.name for path in tmp_path.glob("backlight*"))
    assert len(left) == LOGS_KEPT and "backlight-now.log" in left
    assert "backlight-2020-14.log" in left and "backlight-2020-00.log" not in left
    assert (tmp_path / "notes.log").read_text() == "mine"


def test_the_end_of_a_log_is_its_last_lines_without_the_users_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    path = tmp_path / "backlight.log"
    handler = open_log(path)
    written(handler, *(f"line {number} of /home/ada/x.py" for number in range(100)))
    end = log_end(path, 2).splitlines()
    assert [line.partition("INFO ")[2] for line in end] == ["line 98 of ~/x.py", "line 99 of ~/x.py"]


@pytest.mark.parametrize("path", [None, Path("/nowhere/at all/backlight.log")])
def test_a_log_that_is_not_there_ends_in_nothing(path: Path | None) -> None:
    assert log_end(path) == ""


def test_where_it_is_can_be_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert str(log_path()) in log_file.log_location()
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert log_file.log_location() == "Set HOME to have the details in a log."
