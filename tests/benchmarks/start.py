"""From the command to a window that answers: ``python tests/benchmarks/start.py``.

Each run is a process of its own that opens the whole window, waits for the first network in it and for Qt to have
painted it, and says when that was.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import os, time
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import main
from gui.app.application import Application
from PySide6.QtCore import QTimer
application = Application(main.parse(["--screenshot", "start.png"]))
application.show()
window = application._window
def answer():
    print(time.time(), flush=True)
    window.close()
window.composition.ready.connect(lambda: QTimer.singleShot(0, answer))
application._picture = None
application.run()
"""


def main() -> None:
    """Print the median of ten starts, after one that warms the disk."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    # A start that is not the first finds its modules compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    seconds = []
    for _ in range(11):
        start = time.time()
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            cwd=ROOT,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        seconds.append(float(done.stdout) - start)
    print(
        f"load {os.getloadavg()[0]:.2f}; start to a painted window, s: median {statistics.median(seconds[1:]):.2f}"
    )
    print("all: " + " ".join(f"{second:.2f}" for second in seconds[1:]))


if __name__ == "__main__":
    main()
