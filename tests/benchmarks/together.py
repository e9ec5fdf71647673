"""What it costs to train runs together, how fast another run is begun, entered and shown beside, and two in a window.

Run it from the root: ``python -m tests.benchmarks.together``, with ``--help`` for what can be given. One training alone
and several together have their turns one after the other, in the same process, and their times are those of the
process: so other work on the machine meets all of them. With each snapshot the first companion is shown beside.

In the window two networks are opened side by side, then both are trained at full speed in lockstep by the engine's own
process. A frame's processor time is that of the window's thread from one painting of A to the next.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter, thread_time

# Before numpy and Qt are imported, as main.py does.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.engine import commands as c
from core.engine import messages as m
from core.engine.history import HISTORY_BYTES
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.app import commands as w
from gui.app.main_window import MainWindow
from tests.benchmarks.time_machine import Bench

ARCHITECTURE, CONFIG = Architecture.dense(), TrainingConfig()


def begun(dataset: Dataset, companions: int) -> Bench:
    """A run on screen, and so many that are trained with it at other rates; the first of them is shown beside."""
    bench = Bench(dataset, ARCHITECTURE, CONFIG, HISTORY_BYTES)
    for number in range(1, companions + 1):
        config = replace(CONFIG, learning_rate=0.001 * (1 + number))
        bench.send(c.BeginRun(number, ARCHITECTURE, config, is_shown=False))
    bench.send(c.TrainTogether(tuple(range(1, companions + 1))))
    if companions:
        bench.send(c.ShowBeside(1))
    bench.train(500)
    return bench


def seconds_for(bench: Bench, kind: type, command: object) -> float:
    """How long it takes until a message of this kind has come of the command."""
    bench.heard.clear()
    begun_s = perf_counter()
    bench.send(command)
    bench.until(kind)
    return perf_counter() - begun_s


def until(holds: Callable[[], bool]) -> None:
    """Let the window live until this holds."""
    while not holds():
        QApplication.processEvents()


class SideBench:
    """A window with a run of 2,000 updates."""

    def __init__(self) -> None:
        self.window = MainWindow()
        self.window.resize(1280, 800)
        self.window.show()
        self.session = session = self.window.composition
        until(lambda: session.network.displayed is not None)
        session.transport.set_speed(100)
        self.issue = session.dispatcher.issue
        self.issue(c.Train(2000))
        until(lambda: self.update == 2000)

    def branch(self) -> None:
        """A branch from here, at another rate, is on screen."""
        network = self.session.network
        self.issue(w.BranchHere())
        until(lambda: network.displayed is not None and network.displayed.run == 1)
        self.issue(w.SetConfig("learning_rate", 0.002))

    @property
    def update(self) -> int:
        """Whose numbers are on screen."""
        displayed = self.session.network.displayed
        return -1 if displayed is None else displayed.update

    def open(self) -> tuple[float, float]:
        """Seconds until B stands there with all its connections and the difference below, and this thread's of them."""
        area, side = self.window.network_area.side_area, self.session.sides.side
        begun_s, begun_cpu_s = perf_counter(), thread_time()
        self.issue(w.ToggleSide())
        until(
            lambda: (
                area.strip.marks is not None and not area.other.has_work() and side.picture.shown is not None
            )
        )
        return perf_counter() - begun_s, thread_time() - begun_cpu_s

    def close(self) -> None:
        """Show one network again."""
        area = self.window.network_area.side_area
        self.issue(w.ToggleSide())
        # Nothing of the last time is to be found there.
        self.session.sides.side.picture.shown = area.strip.marks = None
        begun_s = perf_counter()
        until(lambda: perf_counter() - begun_s > 0.3)

    def frames(self, seconds: float) -> tuple[list[float], list[float]]:
        """For each frame of a training: ms since the one before, and processor time of this thread in ms."""
        store, view = self.session.store, self.window.network_view
        times: list[tuple[float, float]] = []
        paint = view.paintEvent

        def counted(event: object) -> None:
            times.append((perf_counter(), thread_time()))
            paint(event)  # type: ignore[arg-type]

        self.issue(c.Train())
        begun_s = perf_counter()
        until(lambda: perf_counter() - begun_s > 2)
        view.paintEvent = counted  # type: ignore[method-assign]
        until(lambda: perf_counter() - begun_s > 2 + seconds)
        self.issue(c.Pause())
        # All that the engine has trained is on screen: a branch is to begin at its newest update.
        until(lambda: not store.state.running and self.update == self.session.loss.updates)
        begun_s = perf_counter()
        until(lambda: perf_counter() - begun_s > 1)
        view.paintEvent = paint  # type: ignore[method-assign]
        apart, work = (1000 * np.diff(np.array(times), axis=0)).T
        return apart.tolist(), work.tolist()


def show_frames(of: str, apart: list[float], work: list[float]) -> None:
    """Print what `SideBench.frames` has measured."""
    for name, spent in (("apart", apart), ("processor time of the window", work)):
        p50, p95, longest = np.percentile(spent, [50, 95, 100])
        print(f"{len(spent)} frames of {of}, {name}: p50 {p50:.1f}, p95 {p95:.1f}, longest {longest:.1f} ms")


def measure_window(openings: int, seconds: float) -> None:
    """Print how fast side by side is opened, and the frames while both are trained."""
    application = QApplication.instance() or QApplication([])
    bench = SideBench()
    show_frames("one network", *bench.frames(seconds))
    bench.branch()
    opened = []
    for _ in range(openings):
        opened.append(bench.open())
        bench.close()
    for name, spent in zip(("", ", processor time of the window"), zip(*opened, strict=True), strict=True):
        print(
            f"side by side opened{name}: first {1000 * spent[0]:.0f} ms, median {1000 * median(spent):.0f} ms"
        )
    bench.open()
    bench.issue(w.TrainBoth())
    until(lambda: bench.session.store.state.trains_both)
    show_frames("both", *bench.frames(seconds))
    bench.session.sessions.files.leave_work()
    bench.window.close()
    application.processEvents()


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=30, help="turns of each, one after the other")
    parser.add_argument("--updates", type=int, default=1000, help="updates of a turn")
    parser.add_argument("--seconds", type=float, default=10, help="of both in the window")
    parser.add_argument("--window-only", action="store_true", help="measure nothing but the window")
    options = parser.parse_args()
    measure_window(10, options.seconds)
    if options.window_only:
        return
    dataset = DatasetSpec().load()
    benches = [begun(dataset, companions) for companions in (0, 1, 3)]
    seconds: list[list[float]] = [[] for _ in benches]
    for _ in range(options.turns):
        for bench, spent in zip(benches, seconds, strict=True):
            spent.append(bench.train(options.updates))
            bench.heard.clear()
    alone_s = median(seconds[0])
    print(f"alone: {options.updates / alone_s:,.0f} updates a second of the process")
    for bench, spent in zip(benches[1:], seconds[1:], strict=True):
        runs = len(bench.engine.runs)
        print(f"{runs} together: each {alone_s / median(spent):.1%} of that (1 / {runs} is {1 / runs:.1%})")
    bench = benches[1]
    waits = {
        "another run beside": (m.BesideShown, c.ShowBeside(1)),
        "an earlier update beside": (m.BesideShown, c.ShowBeside(0, 7_777)),
        "a branch that is not shown": (m.RunBegun, c.BranchRun(8, 10**9, is_shown=False)),
        "a run that is not shown": (m.RunBegun, c.BeginRun(9, ARCHITECTURE, CONFIG, is_shown=False)),
        "another run on screen": (m.RunInfo, c.ReturnToRun(1)),
    }
    for name, (kind, command) in waits.items():
        print(f"{name}: {1000 * seconds_for(bench, kind, command):.1f} ms")


if __name__ == "__main__":
    main()
