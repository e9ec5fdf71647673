"""How long saving and opening a session of 1,000 kept states takes in the window; a part of `time_machine`."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from PySide6.QtCore import QEventLoop, QProcess
from PySide6.QtWidgets import QApplication

from core.engine import commands as e
from core.engine.history import LARGEST_FIRST_SPACING
from core.session.file import read_session
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.speed_slider import FULL_SPEED
from gui.drawing.drawing_state import ShowStrokes
from tests.benchmarks.heartbeat import Heartbeat

STROKES = np.array([[0.3, 0.2], [0.5, 0.8], [0.7, 0.2]]), np.array([[0.4, 0.5], [0.6, 0.5]])


class Desk:
    """A window whose training has a past, curves, a drawing, pins and a branch."""

    def __init__(self, states: int) -> None:
        self.window = window = MainWindow()
        window.resize(1280, 800)
        window.show()
        composition = self.composition = window.composition
        self.engine = composition.engine
        self.wait(self.engine.snapshot_received)
        composition.transport.set_speed(FULL_SPEED)
        self.train(states * LARGEST_FIRST_SPACING * 9 // 10)
        self.engine.send(e.BranchRun(composition.runs.kept.next_number, composition.loss.updates))
        self.wait(self.engine.run_changed)
        self.train(states * LARGEST_FIRST_SPACING // 10)
        window.draw_panel.canvas._issue(ShowStrokes(STROKES))
        window.network_view.pin((1, 3))
        self.wait(self.engine.snapshot_received)
        (process,) = self.engine.findChildren(QProcess)
        self.engine_id = int(process.processId())

    def wait(self, signal: Any, act: Callable[[], object] = lambda: None) -> Any:
        """Do this, and live until the signal comes; what it brings."""
        loop, came = QEventLoop(), []

        def on_signal(value: Any = None) -> None:
            came.append(value)
            loop.quit()

        signal.connect(on_signal)
        act()
        if not came:
            loop.exec()
        signal.disconnect(on_signal)
        return came[0]

    def train(self, updates: int) -> None:
        """Make so many, and rest."""
        self.wait(self.engine.running_changed, lambda: self.engine.send(e.Train(updates)))
        while self.composition.store.state.running:
            self.wait(self.engine.running_changed)

    def until_shown(self, path: str) -> None:
        """Open this file, and live until its network is on screen."""
        before = self.composition.network.displayed
        self.wait(
            self.composition.sessions.files.opened,
            lambda: self.composition.dispatcher.issue(c.OpenFile(path)),
        )
        while self.composition.network.displayed in (before, None):
            self.wait(self.composition.network.displayed_snapshot_changed)

    def until_saved(self, path: str) -> None:
        """Save in this file, and live until it is saved."""
        files = self.composition.sessions.files
        self.wait(files.saved, lambda: self.composition.dispatcher.issue(c.SaveFile(path)))


def engine_cpu_s(process: int) -> float:
    """The processor time that a process has taken."""
    user, system = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def measure_sessions(states: int, times: int = 3) -> None:
    """Print how long saving and opening take, and how long the window does not answer meanwhile."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    desk, heart = Desk(states), Heartbeat(1)
    with tempfile.TemporaryDirectory(prefix="backlight-sessions-") as folder:
        path = str(Path(folder) / "a.backlight")
        for name, act in (("saving", desk.until_saved), ("opening", desk.until_shown)):
            for _ in range(times):
                shares: list[float] = []

                def hear(progress: Any, shares: list[float] = shares) -> None:
                    shares.append(progress.share)

                desk.engine.session_progress.connect(hear)
                heart.begin()
                begun, cpu_s = perf_counter(), engine_cpu_s(desk.engine_id)
                act(path)
                seconds = perf_counter() - begun
                print(
                    f"{name}: {seconds:.2f} s ({engine_cpu_s(desk.engine_id) - cpu_s:.2f} s of the engine's "
                    f"processor), told {len(shares)} times; the window's longest silence "
                    f"{heart.longest_s * 1000:.0f} ms ({heart.longest_cpu_s * 1000:.0f} ms of its processor)"
                )
                desk.engine.session_progress.disconnect(hear)
        kept = [len(run.kept) for run in read_session(path).runs]
        print(f"the file: {Path(path).stat().st_size / 1e6:.0f} MB, {kept} kept states")
    desk.window.close()
    application.processEvents()
