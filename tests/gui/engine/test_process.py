"""The engine as a process: it starts wherever the app does, ends with the window, and is replaced when it has ended."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from core.engine.commands import Pause, SetRate, Start, Train
from core.engine.messages import Recovered, RunInfo
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.engine import client as client_module
from gui.engine import process as process_module
from gui.engine.client import EngineClient
from gui.engine.process import CLOSING_MS, MAIN, engine_command

WAIT_MS = 60_000
needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")


class Desk:
    """A client with a process, and what it has told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.client = EngineClient()
        self.runs: list[RunInfo] = []
        self.recovered: list[Recovered] = []
        self.lost: list[str] = []
        self.updates = 0
        self.client.run_changed.connect(self.runs.append)
        self.client.recovered.connect(self.recovered.append)
        self.client.lost.connect(self.lost.append)
        self.client.snapshot_received.connect(self._on_snapshot)
        self.client.start()
        self.client.send(Start(Architecture.dense((8,)), TrainingConfig(), self.client.folder))

    def _on_snapshot(self, snapshot: Any) -> None:
        self.updates = snapshot.update
        self.client.send(client_module.c.AcknowledgeSnapshot())

    def wait(self, is_so: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(is_so()), timeout=WAIT_MS)

    @property
    def process(self) -> QProcess:
        process = self.client.findChildren(QProcess)[-1]
        assert isinstance(process, QProcess)
        return process


@pytest.fixture
def make_desk(qtbot: QtBot) -> Iterator[Callable[[], Desk]]:
    desks: list[Desk] = []

    def make() -> Desk:
        desks.append(Desk(qtbot))
        return desks[-1]

    yield make
    for desk in desks:
        desk.client.close()


def follow(monkeypatch: pytest.MonkeyPatch, *programs: str) -> None:
    """Have these Python programs be started one after the other, and after them the real engine."""
    real, left = engine_command(), list(programs)

    def command() -> tuple[str, list[str]]:
        return (sys.executable, ["-c", left.pop(0)]) if left else real

    monkeypatch.setattr(process_module, "engine_command", command)


# --- starting


def test_it_starts_and_answers(make_desk: Callable[[], Desk]) -> None:
    desk = make_desk()
    desk.wait(lambda: desk.runs)
    assert desk.runs[0].sizes == (256, 8, 10)
    desk.client.send(Train(updates=3))
    desk.wait(lambda: desk.updates == 3)


def test_it_is_this_app_itself_in_a_frozen_build_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine_command() == (sys.executable, [str(MAIN), "--engine"])
    assert MAIN.name == "main.py" and MAIN.exists()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/Backlight/backlight")
    assert engine_command() == ("/opt/Backlight/backlight", ["--engine"])


def test_it_imports_nothing_from_the_folder_that_it_is_started_from(
    make_desk: Callable[[], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("numpy.py", "json.py", "queue.py"):
        (tmp_path / name).write_text("raise SystemExit('somebody else is here')")
    monkeypatch.chdir(tmp_path)
    desk = make_desk()
    desk.wait(lambda: desk.runs or desk.lost)
    assert desk.lost == []


def test_one_that_cannot_be_started_is_given_up_with_the_reason(
    make_desk: Callable[[], Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process_module, "engine_command", lambda: (str(tmp_path / "nothing"), []))
    desk = make_desk()
    desk.wait(lambda: desk.lost)
    assert len(desk.lost) == 1 and desk.lost[0]


def test_one_that_ends_at_once_is_given_up_with_its_exit_code(
    make_desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(monkeypatch, *["raise SystemExit(3)"] * 4)
    desk = make_desk()
    desk.wait(lambda: desk.lost)
    assert desk.lost == ["exit code 3"] and desk.runs == []


@pytest.mark.parametrize(
    "program",
    ["print('garbage' * 9, flush=True); input()", "import sys; sys.stdout.write('BLF1\\x20\\0\\0\\0')"],
    ids=["garbage", "half a frame"],
)
def test_after_one_that_writes_what_is_no_frame_comes_another(
    make_desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    follow(monkeypatch, program)
    desk = make_desk()
    desk.wait(lambda: desk.runs)
    desk.client.send(Train(updates=2))
    desk.wait(lambda: desk.updates == 2)


# --- one that is ended or stopped by somebody


@needs_signals
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SIGKILL", "it was killed from outside, as happens where memory runs out"),
        ("SIGTERM", "it was ended from outside"),
        ("SIGSEGV", "it crashed: SIGSEGV"),
    ],
)
def test_one_that_a_signal_ends_has_no_exit_code(
    make_desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch, name: str, words: str
) -> None:
    follow(monkeypatch, *[f"import os, signal; os.kill(os.getpid(), signal.{name})"] * 4)
    desk = make_desk()
    desk.wait(lambda: desk.lost)
    assert desk.lost == [words]


def test_one_that_is_ended_from_here_says_what_for(
    make_desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(monkeypatch, *["print('no frame at all, ' * 9, flush=True); import time; time.sleep(60)"] * 4)
    desk = make_desk()
    desk.wait(lambda: desk.lost)
    assert desk.lost == ["it wrote what can’t be read"]


@needs_signals
@pytest.mark.parametrize("name", ["SIGKILL", "SIGSTOP"])
def test_after_one_that_is_killed_or_stopped_the_training_goes_on_with_another(
    make_desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(client_module, "BEAT_MS", 300)
    desk = make_desk()
    desk.client.send(SetRate(None))
    desk.client.send(Train())
    desk.wait(lambda: desk.updates > 100)
    number = desk.process.processId()
    os.kill(number, getattr(signal, name))
    desk.client.send(SetRate(200.0))
    desk.wait(lambda: desk.recovered)
    assert desk.recovered == [Recovered(0, 0)] and not Path(f"/proc/{number}").exists()
    desk.wait(lambda: 0 < desk.updates < 100)
    desk.client.send(Pause())
    assert desk.lost == []


# --- closing


@needs_signals
@pytest.mark.parametrize("is_stopped", [False, True], ids=["training", "stopped"])
def test_closing_leaves_no_process_and_no_folder(make_desk: Callable[[], Desk], is_stopped: bool) -> None:
    desk = make_desk()
    desk.client.send(SetRate(None))
    desk.client.send(Train())
    desk.wait(lambda: desk.updates > 100)
    process, number = desk.process, desk.process.processId()
    assert list(Path(desk.client.folder).iterdir())
    if is_stopped:
        os.kill(number, signal.SIGSTOP)
    desk.client.close()
    assert process.state() == QProcess.ProcessState.NotRunning
    assert not Path(f"/proc/{number}").exists() and not Path(desk.client.folder).exists()


def test_a_window_that_closes_waits_for_it_no_longer_than_somebody_would_notice() -> None:
    assert CLOSING_MS <= 300


def test_one_that_is_destroyed_without_being_closed_leaves_no_process(
    make_desk: Callable[[], Desk], qtbot: QtBot
) -> None:
    desk = make_desk()
    desk.wait(lambda: desk.runs)
    number = desk.process.processId()
    desk.client.deleteLater()
    desk.wait(lambda: not Path(f"/proc/{number}").exists())
    desk.client.close = lambda: None  # type: ignore[method-assign]
