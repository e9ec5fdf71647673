"""Closing the window while it trains at full speed, again and again: ``python tests/benchmarks/closing.py``.

Each time is a process of its own: exit code 0, nothing said by Qt or Python, and how long it took from the wish to
close until the process had ended. The engine's must have ended with it.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# It says when it closes, so that only the end is timed. The moment differs, so that all kinds of work are met.
PROGRAM = """
import os, sys, time
os.environ["OPENBLAS_NUM_THREADS"] = "1"
from PySide6.QtCore import QProcess, QTimer
from PySide6.QtWidgets import QApplication
from core.engine.commands import Train
from gui.app.main_window import MainWindow
app = QApplication([])
app.setStyle("Fusion")
window = MainWindow()
window.show()
def begin():
    window.composition.transport.set_speed(int(sys.argv[2]))
    window.composition.engine.send(Train())
    QTimer.singleShot(int(sys.argv[1]), end)
def end():
    print(time.time(), window.composition.engine.findChild(QProcess).processId(), flush=True)
    window.close()
window.composition.ready.connect(begin)
app.exec()
"""
NOT_OURS = "This plugin does not support"


def main() -> int:
    """Print how often it ended well, and the longest end; 1 if it ever did not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    times = parser.parse_args().times
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    moments = random.Random(0)
    seconds, bad = [], 0
    for i in range(times):
        # Full speed, a few updates a second, slow motion.
        arguments = [str(moments.randrange(0, 600)), str((100, 100, 60, 0)[i % 4])]
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        ended = time.time()
        said = [line for line in done.stderr.splitlines() if not line.startswith(NOT_OURS)]
        closed, _, engine = done.stdout.partition(" ")
        is_left = Path(f"/proc/{engine.strip()}").exists()
        if done.returncode or said or not engine or is_left:
            bad += 1
            left = ", and an engine is left" if is_left else ""
            print(f"number {i}, after {arguments[0]} ms: exit code {done.returncode}, {said}{left}")
        else:
            seconds.append(ended - float(closed))
    print(
        f"{times - bad} of {times} ended well; from closing to the end, s: "
        f"median {statistics.median(seconds):.2f}, longest {max(seconds):.2f}"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
