"""The other process is started once, is ended whatever it is doing, and never holds anybody up for long."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gui.apart import other_process
from gui.apart.other_process import OtherProcess


def wait_for(holds: Callable[[], bool], seconds: float = 10.0) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.01)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Every process that a test starts; none may be left behind."""
    processes: list[subprocess.Popen[bytes]] = []
    start = other_process._started

    def remembered() -> subprocess.Popen[bytes]:
        processes.append(start())
        return processes[-1]

    monkeypatch.setattr(other_process, "_started", remembered)
    yield processes
    assert all(process.returncode is not None for process in processes)


def test_it_is_started_once_and_ended_for_good(started: list[subprocess.Popen[bytes]]) -> None:
    process = OtherProcess()
    assert not process.is_ready
    for _ in range(3):
        process.start()
    wait_for(lambda: process.is_ready)
    assert len(started) == 1
    before = time.monotonic()
    process.end()
    assert time.monotonic() - before < 0.5
    assert not process.is_ready
    process.start()
    process.end()
    assert len(started) == 1


def test_it_can_be_ended_while_it_starts_and_before(started: list[subprocess.Popen[bytes]]) -> None:
    process = OtherProcess()
    process.start()
    wait_for(lambda: bool(started))
    process.end()
    assert not process.is_ready
    at_once = OtherProcess()
    at_once.start()
    at_once.end()
    OtherProcess().end()


def test_where_no_process_can_be_had_it_is_never_ready(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    process = OtherProcess()
    process.start()
    wait_for(lambda: not any("other process" in thread.name for thread in threading.enumerate()))
    assert not process.is_ready
    process.end()


def test_a_packed_app_has_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    process = OtherProcess()
    process.start()
    assert not any("other process" in thread.name for thread in threading.enumerate())
    process.end()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="processes cannot be stopped from outside here")
def test_one_that_does_not_answer_is_ended(
    monkeypatch: pytest.MonkeyPatch, started: list[subprocess.Popen[bytes]]
) -> None:
    monkeypatch.setattr(other_process, "PATIENCE_S", 0.2)
    monkeypatch.setattr(other_process, "LOOK_S", 0.05)
    process = OtherProcess()
    process.start()
    wait_for(lambda: process.is_ready)
    os.kill(started[0].pid, signal.SIGSTOP)
    with pytest.raises((OSError, EOFError)):
        process.ask({"asked": "tell"})
    process.end()
