"""The whole window against the same training without one: frames, updates, start, memory, rest.

Run it with ``python tests/benchmarks/window.py``; ``--seconds 60 --runs 5`` are the figures to quote. Both sides use
one BLAS thread. The headless updates are counted right before each run of the window, in the same process.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import sys
import time
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["QT_NO_GUI_THREADPOOL"] = "1"  # as main.py does
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from PySide6.QtCore import QEventLoop, QProcess, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from core.data.dataset import load_dataset  # noqa: E402
from core.engine.commands import Pause, Train  # noqa: E402
from core.nn.architecture import Architecture  # noqa: E402
from core.training.trainer import Trainer, TrainingConfig  # noqa: E402
from gui.app.main_window import MainWindow  # noqa: E402


def headless_rate(seconds: float, architecture: Architecture | None = None) -> float:
    """Updates a second of a training (the default's, unless another structure is given), with nothing else going on."""
    network = (architecture or Architecture.dense()).with_outputs(10).network((256,))
    trainer = Trainer(network, load_dataset("digits"), TrainingConfig())
    for _ in range(20):
        trainer.step()
    start, count = time.perf_counter(), trainer.step_count
    while time.perf_counter() - start < seconds:
        trainer.step()
    return (trainer.step_count - count) / (time.perf_counter() - start)


def wait(seconds: float) -> None:
    """Let the window live for so long."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def resident_mb(process: int) -> float:
    """A process's memory now."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def cpu_s(process: int) -> float:
    """The processor time that a process has taken."""
    user, system = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def window_run(seconds: float) -> dict[str, float]:
    """Full speed with everything visible: paint intervals in ms, updates a second, CPU share at rest."""
    window = MainWindow()
    window.resize(1280, 800)
    window.show()
    gc.freeze()  # as the application does
    wait(1.0)
    paints: list[float] = []
    view = window.network_view
    paint = view.paintEvent

    def counted(event: object) -> None:
        paints.append(time.perf_counter())
        paint(event)  # type: ignore[arg-type]

    view.paintEvent = counted  # type: ignore[method-assign]
    session = window.composition
    child = session.engine.findChild(QProcess)
    assert isinstance(child, QProcess)
    window_id, engine_id = os.getpid(), child.processId()
    session.transport.set_speed(100)
    start = time.perf_counter()
    session.engine.send(Train())
    while session.loss.updates < 1:
        wait(0.002)
    first_loss_s = time.perf_counter() - start
    accuracy_s = float("nan")
    while time.perf_counter() - start < 8:
        wait(0.02)
        if session.loss.exact is not None and session.loss.exact.test_accuracy >= 0.9:
            accuracy_s = time.perf_counter() - start
            break
    wait(1.0)
    paints.clear()
    begin, count = time.perf_counter(), session.loss.updates
    wait(seconds)
    rate = (session.loss.updates - count) / (time.perf_counter() - begin)
    intervals = np.diff(paints) * 1000
    memory, engine_memory = resident_mb(window_id), resident_mb(engine_id)
    session.engine.send(Pause())
    wait(4.0)
    painted, plotted = view.frames_painted, window.loss_plot.frames_painted
    cpu, engine_cpu = cpu_s(window_id), cpu_s(engine_id)
    wait(3.0)
    idle, engine_idle = (cpu_s(window_id) - cpu) / 3, (cpu_s(engine_id) - engine_cpu) / 3
    result = {
        "first loss s": first_loss_s,
        "90 % test s": accuracy_s,
        "p50 ms": float(np.percentile(intervals, 50)),
        "p95 ms": float(np.percentile(intervals, 95)),
        "longest ms": float(intervals.max()),
        "updates/s": rate,
        "memory MB": memory,
        "engine MB": engine_memory,
        "idle CPU %": 100 * idle,
        "engine idle %": 100 * engine_idle,
        "idle paints": float(view.frames_painted - painted + window.loss_plot.frames_painted - plotted),
    }
    window.close()
    window.deleteLater()
    wait(0.1)
    return result


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    app = QApplication([])
    app.setStyle("Fusion")
    print(f"other load: {os.getloadavg()[0]:.2f}, platform {app.platformName()}")
    rows: list[dict[str, float]] = []
    for _ in range(options.runs):
        alone = headless_rate(3)
        row = window_run(options.seconds)
        row["headless/s"] = alone
        row["kept %"] = 100 * row["updates/s"] / alone
        rows.append(row)
    for name in rows[0]:
        values = [row[name] for row in rows]
        print(
            f"{name:14s} median {statistics.median(values):9.2f}   all "
            + " ".join(f"{v:.2f}" for v in values)
        )


if __name__ == "__main__":
    main()
