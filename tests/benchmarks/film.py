"""How many pictures a second the film of the training shows: ``python tests/benchmarks/film.py``.

A window with an engine of its own trains the default network, and plays it from its first update to its last, and
back. Beside the pictures a second: the CPU time of this thread between two pictures, and in one piece (the median and
the 95th percentile, in ms), which other work on the machine changes less.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ["QT_NO_GUI_THREADPOOL"] = "1"  # as main.py does
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from core.engine.commands import Train
from gui.app import commands as c
from gui.app.main_window import MainWindow
from gui.app.settings import Settings
from gui.film.film_plan import FilmPlan


def until(condition: Callable[[], bool]) -> None:
    """Work through Qt's events until it holds."""
    while not condition():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def play(window: MainWindow, plan: FilmPlan) -> None:
    """Play it, and print how that went."""
    session = window.composition
    player, view = session.film.player, window.network_view
    pieces: list[float] = []
    between: list[float] = []

    def timed(work: Callable[..., object]) -> Callable[..., object]:
        def measured(*values: object) -> object:
            begun = thread_time()
            try:
                return work(*values)
            finally:
                pieces.append((thread_time() - begun) * 1000)

        return measured

    owners = ((view, "paintEvent"), (session.clock, "customEvent"), (session.clock, "_tick"))
    for owner, name in owners:
        setattr(owner, name, timed(getattr(owner, name)))
    window.network_area.film_bar.plan_wanted.emit(plan)
    last = thread_time()

    def note() -> None:
        nonlocal last
        now = thread_time()
        between.append((now - last) * 1000)
        last = now

    player.changed.connect(note)
    before, begun = player.pictures_shown, perf_counter()
    session.dispatcher.issue(c.ShowFilm())
    until(lambda: not player.is_playing)
    seconds = perf_counter() - begun
    player.changed.disconnect(note)
    for owner, name in owners:
        delattr(owner, name)
    shown = player.pictures_shown - before
    long = [piece for piece in pieces if piece > 1]
    print(
        f"  {plan.first:>6} → {plan.last:<6} {shown} of {plan.count} pictures in {seconds:.2f} s,"
        f" {shown / seconds:.1f} a second;"
        f" CPU between two: {np.median(between):.1f}, {np.percentile(between, 95):.1f};"
        f" in one piece: {np.median(long):.1f}, {np.percentile(long, 95):.1f} ms"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--updates", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--pictures", nargs="*", default=["weight", "signal", "gradient", "change"])
    options = parser.parse_args()
    app = QApplication([])
    window = MainWindow(Settings.in_memory())
    window.resize(1280, 800)
    window.show()
    session = window.composition
    # Whoever waits for events has some.
    beat = QTimer()
    beat.start(100)
    until(lambda: session.network.displayed is not None)
    session.transport.set_speed(100)
    session.dispatcher.issue(Train(options.updates))
    until(lambda: session.loss.updates == options.updates and not session.store.state.running)
    until(lambda: session.engine.has_answered and not session.clock.is_running)
    session.dispatcher.issue(c.ShowFilm())
    for picture in options.pictures:
        print(picture)
        session.dispatcher.issue(c.Choose("edge_value", picture))
        plan = FilmPlan(0, options.updates, options.seconds)
        for way in (plan, plan.reversed):
            play(window, way)
    window.close()
    app.processEvents()


if __name__ == "__main__":
    main()
