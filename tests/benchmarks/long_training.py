"""A long training with the whole window open: does memory grow, and do frames get slower?

Run it with ``python tests/benchmarks/long_training.py --minutes 120``. Each ten minutes are a row: the memory of both
processes at their end, the kept states, the intervals between two paintings, and the window's processor time for each
(which other work on the machine lengthens less); and what both grow by in an hour, of a line through all minutes since
the history's pool was full for the first time. It is then thinned to half, and fills again, in the same memory.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["QT_NO_GUI_THREADPOOL"] = "1"  # as main.py does
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from PySide6.QtCore import QProcess  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from core.engine.commands import Pause, SetHistorySize, Train  # noqa: E402
from core.engine.history import HISTORY_BYTES  # noqa: E402
from core.engine.messages import HistoryChanged  # noqa: E402
from gui.app.main_window import MainWindow  # noqa: E402
from tests.benchmarks.window import cpu_s, resident_mb, wait  # noqa: E402

ROW_MINUTES = 10
FULL = 0.95


def growth(hours: list[float], sizes: list[float]) -> str:
    """In MB an hour, of the line through these; of ten minutes at least, for less says nothing."""
    return f"{np.polyfit(hours, sizes, 1)[0]:+.2f}" if len(hours) >= ROW_MINUTES else "-"


def main() -> None:
    """Train, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=int, default=120)
    parser.add_argument("--bytes", type=int, default=HISTORY_BYTES, help="of the history's pool")
    options = parser.parse_args()
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    window = MainWindow()
    window.resize(1280, 800)
    window.show()
    gc.freeze()  # as the application does
    wait(1.0)
    session = window.composition
    child = session.engine.findChild(QProcess)
    assert isinstance(child, QProcess)
    window_id, engine_id = os.getpid(), child.processId()
    paints: list[float] = []
    kept: list[HistoryChanged] = []
    paint = window.network_view.paintEvent

    def counted(event: object) -> None:
        paints.append(time.perf_counter())
        paint(event)  # type: ignore[arg-type]

    window.network_view.paintEvent = counted  # type: ignore[method-assign]
    session.engine.history_changed.connect(lambda changed: (kept.clear(), kept.append(changed)))
    session.engine.send(SetHistorySize(options.bytes))
    session.transport.set_speed(100)
    session.engine.send(Train())
    wait(20.0)
    paints.clear()
    spent = cpu_s(window_id)
    hours: list[float] = []
    window_mb: list[float] = []
    engine_mb: list[float] = []
    head = "minute   updates  kept  pool MB  window MB  engine MB  frame p50  p95  CPU ms a frame"
    print(f"{head}  MB an hour: window  engine", flush=True)
    for minute in range(1, options.minutes + 1):
        wait(60.0)
        sizes = resident_mb(window_id), resident_mb(engine_id)
        if hours or (kept and kept[0].bytes >= FULL * options.bytes):
            hours.append(minute / 60)
            window_mb.append(sizes[0])
            engine_mb.append(sizes[1])
        if minute % ROW_MINUTES == 0 or minute == options.minutes:
            p50, p95 = np.percentile(np.diff(paints) * 1000, [50, 95])
            cpu_ms = 1000 * (cpu_s(window_id) - spent) / len(paints)
            states = (len(kept[0].kept), kept[0].bytes / 1e6) if kept else (0, 0.0)
            print(
                f"{minute:6} {session.loss.updates:9,} {states[0]:5} {states[1]:8.1f} {sizes[0]:10.1f}"
                f" {sizes[1]:10.1f} {p50:10.1f} {p95:4.1f} {cpu_ms:15.2f}"
                f" {growth(hours, window_mb):>19} {growth(hours, engine_mb):>7}",
                flush=True,
            )
            paints.clear()
            spent = cpu_s(window_id)
    session.engine.send(Pause())
    window.close()
    window.deleteLater()
    wait(0.1)


if __name__ == "__main__":
    main()
