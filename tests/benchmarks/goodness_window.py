"""The part of ``tests.benchmarks.goodness`` that uses a window: run that."""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter, sleep, thread_time
from typing import Any

import numpy as np
import psutil
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from core.engine.commands import Pause, Train
from gui.app.main_window import MainWindow
from gui.ledger.ledger_page import LedgerPage
from gui.ledger.wall_view import WallView
from tests.benchmarks.window import ROOT, resident_mb, wait

Say = Callable[[str, str, str], None]
FRAMES = 120
FRAME_S = 1 / 60


class Paints:
    """Notes when the wall was painted."""

    def __init__(self, wall: WallView) -> None:
        self.times: list[float] = []
        self._paint = wall._paint
        wall._paint = self._noted  # type: ignore[method-assign]
        self._wall = wall

    def _noted(self, painter: Any) -> None:
        self._paint(painter)
        if self._wall.wall is not None:
            self.times.append(perf_counter())

    def after(self, begun: float, most_s: float = 10.0) -> float:
        """Seconds from `begun` to the first painting after it; NaN where none comes."""
        while perf_counter() < begun + most_s:
            found = next((at for at in self.times if at > begun), None)
            if found is not None:
                return found - begun
            wait(0.001)
        return float("nan")


def measure(say: Say) -> None:
    """The wall's first picture, panning, and how soon an example is shown everywhere."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    window = MainWindow()
    window.resize(1280, 800)
    window.show()
    wait(1.5)
    root = window.composition
    root.transport.set_speed(100)
    root.engine.send(Train())
    wait(3.0)
    begun = perf_counter()
    root.ledger.toggle()
    page = window.network_area.page
    assert isinstance(page, LedgerPage)
    paints = Paints(page.wall)
    say(
        "the wall of 60,000, its first picture, in training", f"{1000 * paints.after(begun):.0f} ms", "300 ms"
    )
    again = []
    for _ in range(5):
        root.ledger.toggle()
        wait(0.3)
        begun = perf_counter()
        root.ledger.toggle()
        again.append(1000 * paints.after(begun))
    say("  opened again, median", f"{median(again):.0f} ms", "300 ms")
    wait(1.0)
    for zoom, name in ((0, "whole"), (3, "nearer"), (8, "single digits")):
        for _ in range(zoom):
            page.wall._zoom(1, QPointF(page.wall.width() / 2, page.wall.height() / 2))
        wait(0.5)
        work, late = panning(page.wall, paints)
        say(
            f"panning the wall at full speed, {name}: p95 of a frame",
            f"{np.percentile(work, 95):.1f} ms of work (median {median(work):.1f}), seen"
            f" {np.percentile(late, 95):.1f} ms after it was due",
            "16.7 ms",
        )
    for is_training in (True, False):
        if not is_training:
            root.engine.send(Pause())
            wait(1.0)
        seconds = choosing(window, page, paints)
        say(
            f"an example chosen → shown in all views, {'in training' if is_training else 'at rest'}",
            f"{1000 * median(seconds):.0f} ms, p95 {1000 * np.percentile(seconds, 95):.0f}",
            "33 ms",
        )
    window.close()
    window.deleteLater()
    wait(0.1)


def panning(wall: WallView, paints: Paints) -> tuple[list[float], list[float]]:
    """ms of each frame's own work, and until it was painted from when it was due, while the wall is dragged about.

    Frames are due 60 times a second, as a screen's are; what is later than the next one is not made up for.
    """
    middle, button = QPointF(wall.width() / 2, wall.height() / 2), Qt.MouseButton.LeftButton

    def send(kind: QEvent.Type, at: QPointF) -> None:
        event = QMouseEvent(kind, at, wall.mapToGlobal(at), button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(wall, event)

    send(QEvent.Type.MouseButtonPress, middle)
    work, late = [], []
    due_s = perf_counter()
    for frame in range(FRAMES):
        worked = thread_time()
        far = 60 * np.sin(frame / 6)
        send(QEvent.Type.MouseMove, middle + QPointF(far, far / 2))
        wall.repaint()
        work.append(1000 * (thread_time() - worked))
        late.append(1000 * (paints.times[-1] - due_s))
        due_s += FRAME_S * max(1, math.ceil((perf_counter() - due_s) / FRAME_S))
        wait(max(0.0, due_s - perf_counter()))
    send(QEvent.Type.MouseButtonRelease, middle)
    return work, late


def choosing(window: MainWindow, page: LedgerPage, paints: Paints) -> list[float]:
    """Seconds from a choice on the wall until the network has the example too, and the wall is painted with it."""
    root, seconds = window.composition, []
    shown: list[tuple[int | None, float]] = []
    root.network.displayed_snapshot_changed.connect(
        lambda snapshot: shown.append((snapshot.example.index, perf_counter()))
    )
    for row in range(100, 2100, 100):
        shown.clear()
        begun = perf_counter()
        page.wall.chosen.emit(row)
        painted = paints.after(begun)
        while not any(index == row for index, _ in shown) and perf_counter() < begun + 2:
            wait(0.001)
        come = next((at - begun for index, at in shown if index == row), float("nan"))
        seconds.append(max(painted, come))
        wait(0.05)
    return seconds


def open_many(rows: int, say: Say) -> None:
    """Own data of so many examples of 784 bytes: opened in a window of its own process, trained, and painted."""
    rng = np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as folder:
        path, picture = Path(folder, "many.npz"), Path(folder, "seen.png")
        X = rng.integers(0, 256, (rows, 28, 28), np.uint8)
        data_mb = X.nbytes / 1e6
        np.savez(path, X=X, y=rng.integers(0, 10, rows))
        del X
        options = ("--updates", "100", "--screenshot", str(picture))
        begun, most = perf_counter(), 0.0
        with subprocess.Popen([sys.executable, str(ROOT / "main.py"), str(path), *options]) as app:
            while app.poll() is None:
                most = max(most, memory_mb(app.pid))
                sleep(0.02)
        took = perf_counter() - begun
        allowed = 3 * data_mb + 500
        say(
            f"{rows:,} examples of 784 bytes: opened, 100 updates, a picture",
            f"{took:.1f} s"
            + ("" if app.returncode == 0 and picture.exists() else f", ended with {app.returncode}"),
            "",
        )
        say("  most memory of window and engine together", f"{most:.0f} MB", f"{allowed:.0f} MB")


def memory_mb(process: int) -> float:
    """Of a process and those that it has started, now."""
    try:
        family = [process, *(child.pid for child in psutil.Process(process).children(recursive=True))]
        return sum(resident_mb(one) for one in family)
    except (psutil.NoSuchProcess, FileNotFoundError, ProcessLookupError):
        return 0.0
