"""How soon a command's effect is told, and how soon the bars follow the pen, while it trains at full speed.

Run it with ``python tests/benchmarks/commands.py``. A command's time is from sending it to the signal that tells what
became of it: it pauses, takes another rate, an edit, or begins the network anew; once with the client alone, once in
the whole window, which has to finish what it paints before it hears. The pen's time is from its move to the painted
frame with the answer to just that drawing. Milliseconds, on the wall clock.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["QT_NO_GUI_THREADPOOL"] = "1"  # as main.py does
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt, QTimer, SignalInstance
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.nn.architecture import Architecture
from core.training.trainer import TrainingConfig
from gui.app.main_window import MainWindow
from gui.engine.client import EngineClient
from tests.benchmarks.window import wait

NETWORKS = {"256-32-16-10": Architecture.dense(), "256-500-500-10": Architecture.dense((500, 500))}


def seconds_until(signal: SignalInstance, holds: Callable[[object], bool], act: Callable[[], None]) -> float:
    """From the act to the signal with a value for which it holds; the window lives on meanwhile."""
    loop, ended = QEventLoop(), []

    def hear(value: object) -> None:
        if holds(value):
            ended.append(time.perf_counter())
            loop.quit()

    signal.connect(hear)
    QTimer.singleShot(10_000, loop.quit)
    begun = time.perf_counter()
    act()
    if not ended:
        loop.exec()
    signal.disconnect(hear)
    return ended[0] - begun


def commands_told(engine: EngineClient, architecture: Architecture, times: int) -> dict[str, list[float]]:
    """The seconds of each kind of command, while run 1 trains."""
    told: dict[str, list[float]] = {"pause": [], "rate": [], "edit": [], "rewind": []}
    run = 1
    for number in range(times):
        rate = TrainingConfig(learning_rate=0.001 + 0.0001 * (number % 2))
        told["rate"].append(
            seconds_until(
                engine.run_changed,
                lambda info, rate=rate: info.config == rate,  # type: ignore[misc]
                lambda rate=rate: engine.send(c.Reconfigure(rate)),  # type: ignore[misc]
            )
        )
        wait(0.03)
        edit = c.EditParameter(run, number + 1, ParameterLocation(0, 1, 2), 0.01 * (number % 5), 0)
        told["edit"].append(
            seconds_until(
                engine.parameter_edited,
                lambda message, number=number: message.edit_id == number + 1,  # type: ignore[misc]
                lambda edit=edit: engine.send(edit),  # type: ignore[misc]
            )
        )
        wait(0.03)
        told["pause"].append(
            seconds_until(engine.running_changed, lambda running: not running, lambda: engine.send(c.Pause()))
        )
        engine.send(c.Train())
        wait(0.03)
        if number % 5 == 4:
            run += 1
            begin = c.BeginRun(run, architecture, TrainingConfig())
            told["rewind"].append(
                seconds_until(
                    engine.run_changed,
                    lambda info, run=run: info.run == run,  # type: ignore[misc]
                    lambda begin=begin: engine.send(begin),  # type: ignore[misc]
                )
            )
            engine.send(c.Train())
            wait(0.2)
    return told


def pen_followed(window: MainWindow, moves: int) -> list[float]:
    """The seconds from each move of the pen to the frame that shows its answer."""
    view, panel = window.network_view, window.draw_panel
    canvas, paint, loop = panel.canvas, view.paintEvent, QEventLoop()
    ink: list[np.ndarray] = []
    painted: list[float] = []
    panel.ink_changed.connect(ink.append)

    def timed(event: object) -> None:
        paint(event)  # type: ignore[arg-type]
        shown = view.displayed_snapshot
        if ink and shown is not None and np.array_equal(shown.example.x, ink[-1]):
            painted.append(time.perf_counter())
            loop.quit()

    view.paintEvent = timed  # type: ignore[method-assign]

    def pen(kind: QEvent.Type, x: float, y: float) -> None:
        at = QPointF(x, y) * canvas.width()
        button = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, at, canvas.mapToGlobal(at), button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(canvas, event)

    pen(QEvent.Type.MouseButtonPress, 0.3, 0.2)
    seconds = []
    for number in range(moves):
        angle = 0.15 * number
        ink.clear()
        painted.clear()
        begun = time.perf_counter()
        pen(QEvent.Type.MouseMove, 0.5 + 0.25 * np.sin(angle), 0.5 - 0.3 * np.cos(1.3 * angle))
        # A move that leaves the ink as it was has no answer of its own.
        QTimer.singleShot(300, loop.quit)
        if not painted:
            loop.exec()
        if painted:
            seconds.append(painted[0] - begun)
        wait(0.02)
    pen(QEvent.Type.MouseButtonRelease, 0.5, 0.5)
    view.paintEvent = paint  # type: ignore[method-assign]
    return seconds


def show(rows: dict[str, list[float]]) -> None:
    """A line for each."""
    for what, seconds in rows.items():
        p50, p95, p99 = np.percentile(np.array(seconds) * 1000, [50, 95, 99])
        print(
            f"  {what:20}{len(seconds):5} times   p50 {p50:6.1f}   p95 {p95:6.1f}   p99 {p99:6.1f} ms",
            flush=True,
        )


def client_alone(architecture: Architecture, times: int) -> dict[str, list[float]]:
    """Commands told to a client that only acknowledges snapshots, about as often as the window does."""
    client = EngineClient()
    client.snapshot_received.connect(
        lambda _: QTimer.singleShot(90, lambda: client.send(c.AcknowledgeSnapshot()))
    )
    client.start()
    client.send(c.Start(architecture, TrainingConfig(), client.folder))
    client.send(c.BeginRun(1, architecture, TrainingConfig()))
    client.send(c.Train())
    wait(3.0)
    told = commands_told(client, architecture, times)
    client.close()
    return told


def main() -> None:
    """Print one table a network."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--times", type=int, default=200)
    options = parser.parse_args()
    app = QApplication([])
    app.setStyle("Fusion")
    for name, architecture in NETWORKS.items():
        print(f"{name}   other load: {os.getloadavg()[0]:.2f}")
        show(
            {f"{what}, alone": seconds for what, seconds in client_alone(architecture, options.times).items()}
        )
        window = MainWindow()
        window.resize(1280, 800)
        window.show()
        wait(1.0)
        window.composition.engine.send(c.BeginRun(1, architecture, TrainingConfig()))
        wait(0.5)
        window.composition.transport.set_speed(100)
        window.composition.engine.send(c.Train())
        wait(3.0)
        show({"pen → bars": pen_followed(window, options.times)})
        told = commands_told(window.composition.engine, architecture, options.times)
        show({f"{what}, in window": seconds for what, seconds in told.items()})
        window.close()
        window.deleteLater()
        wait(0.1)


if __name__ == "__main__":
    main()
