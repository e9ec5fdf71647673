"""How long the window does not answer, action by action, while it trains at full speed.

Run it with ``python -m tests.benchmarks.stalls``. A timer ticks every 2 ms; the longest silence between two ticks is
what somebody would have to wait. Each action is done `--times` times; printed are the median and the longest, by the
clock and in processor time of the window: a silence that is much longer by the clock is the doing of others that use
the machine. Beside them is how much of one silence the collector of cycles took; `--unfrozen` lets it look through all
that the window has made at its start, too, which the app keeps it from.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["QT_NO_GUI_THREADPOOL"] = "1"  # as main.py does
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from core.engine.commands import Train
from gui.app.main_window import MainWindow
from gui.app.qt_classes import make_object_classes
from tests.benchmarks.heartbeat import Heartbeat
from tests.benchmarks.window import wait


def actions_of(window: MainWindow) -> dict[str, Callable[[int], object]]:
    """What a user does, by name; each is told how often it was done before."""
    view, actions = window.network_view, window.actions_
    middle = QPoint(view.width() // 2, view.height() // 2)

    def point(i: int) -> None:
        layout = view.layout_shown
        assert layout is not None
        column = layout.layers[i % len(layout.layers)]
        QTest.mouseMove(view, QPoint(int(column.x[i % column.size]), int(column.y[i % column.size])))

    def close_dialogs(_: int) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog):
                widget.close()

    return {
        "nothing": lambda i: None,
        "resizing": lambda i: window.resize(1280 - 40 * (i % 5), 800 - 30 * (i % 4)),
        "pointing at a neuron": point,
        "another picture of the edges": lambda i: actions[
            f"action_picture_{('signal', 'gradient', 'mean_gradient', 'change', 'weight')[i % 5]}"
        ].trigger(),
        "all edges, 16 a neuron": lambda i: actions[f"action_edges_{('all', '16')[i % 2]}"].trigger(),
        "another digit": lambda i: actions["action_next_digit"].trigger(),
        "training digits": lambda i: actions["action_release_digit"].trigger(),
        "enlarging": lambda i: view.show_zoomed(1.25 if i % 4 < 2 else 0.8, middle.x(), middle.y()),
        "a step's pause": lambda i: actions["action_run"].trigger(),
        "rewind": lambda i: actions["action_rewind"].trigger(),
        "run": lambda i: actions["action_run"].trigger(),
        "new weights": lambda i: actions["action_new_weights"].trigger(),
        "run again": lambda i: actions["action_run"].trigger(),
        "opening the data": lambda i: actions["action_data"].trigger(),
        "closing dialogs": close_dialogs,
        "the other theme": lambda i: actions[f"action_theme_{('light', 'dark')[i % 2]}"].trigger(),
        "larger type": lambda i: actions[f"action_{('larger', 'smaller')[i % 2]}"].trigger(),
        "the other language": lambda i: actions[f"action_language_{('zh_CN', 'en')[i % 2]}"].trigger(),
    }


def main() -> None:
    """Print a line for each action."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--times", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=0.5, help="how long each action is watched")
    parser.add_argument("--only", default="", help="actions whose names have this in them")
    parser.add_argument(
        "--unfrozen", action="store_true", help="let the collector look through all that there is"
    )
    options = parser.parse_args()
    app = QApplication([])
    app.setStyle("Fusion")
    print(f"other load: {os.getloadavg()[0]:.2f}; in ms")
    print(f"{'':32}{'silence, longest':>18}{'processor, longest':>20}{'collector':>11}")
    window = MainWindow()
    window.resize(1280, 800)
    window.show()
    # As the application does.
    make_object_classes()
    if not options.unfrozen:
        gc.freeze()
    wait(1.5)
    window.composition.transport.set_speed(100)
    window.composition.engine.send(Train())
    wait(2.0)
    heart = Heartbeat(2)
    for name, act in actions_of(window).items():
        if options.only not in name:
            continue
        silences, works, collections = [], [], []
        for i in range(options.times):
            wait(0.2)
            heart.begin()
            act(i)
            wait(options.seconds)
            silences.append(heart.longest_s * 1000)
            works.append(heart.longest_cpu_s * 1000)
            collections.append(heart.collecting_s * 1000)
        by_clock, by_processor = (
            f"{statistics.median(spent):.0f}{max(spent):9.0f}" for spent in (silences, works)
        )
        print(f"{name:32}{by_clock:>18}{by_processor:>20}{max(collections):11.0f}", flush=True)
    heart.stop()
    window.close()


if __name__ == "__main__":
    main()
