"""How soon a neuron's edges stand out: run it with ``python tests/benchmarks/pointing.py``.

From the pointer's move to the painted frame, on the wall clock, while nothing else runs: medians, 95th percentiles and
the slowest, in ms. Two frames are 33 ms.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ["QT_NO_GUI_THREADPOOL"] = "1"  # as main.py does
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.data.dataset import load_dataset
from core.engine.snapshot import Example, Snapshot
from core.engine.snapshots import take_snapshot
from core.nn.network import Network
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from gui.network.view import NetworkView

SIZES = ((256, 32, 16, 10), (256, 64, 32, 10), (256, 500, 500, 10), (256, *[32] * 100, 10))
BUDGETS = (16, None)
TIMES = 60
TWO_FRAMES_MS = 1000 / 30


def snapshot_of(sizes: tuple[int, ...]) -> Snapshot:
    """A digit after 100 updates; deep networks with residual connections."""
    dataset = load_dataset("digits")
    trainer = Trainer(Network.dense(sizes, skip=len(sizes) > 10), dataset, TrainingConfig())
    for _ in range(100):
        trainer.step()
    example = Example(dataset.X_train[0].astype(np.float32), int(dataset.y_train[0]), "train", 0)
    return take_snapshot(1, trainer, example, [])


def measure(name: str, act: Callable[[int], object]) -> None:
    """Print how long `act` takes."""
    spent = []
    for i in range(TIMES):
        begin = perf_counter()
        act(i)
        spent.append((perf_counter() - begin) * 1000)
    late = sum(ms > TWO_FRAMES_MS for ms in spent)
    print(
        f"    {name:<42}{np.median(spent):7.1f}{np.percentile(spent, 95):7.1f}{max(spent):7.1f} ms"
        f"   {late} of {TIMES} over {TWO_FRAMES_MS:.0f} ms"
    )


def report(snapshot: Snapshot, budget: int | None, expanded: bool = False) -> None:
    """Every way to a neuron and to an edge, with so many edges a neuron drawn behind it."""
    view = NetworkView()
    view.resize(800, 506)
    view.show()
    view.set_edge_budget(budget)
    view.show_displayed_snapshot(snapshot)
    view.show_weights(snapshot)
    view.expand(expanded)
    view.setFocus()
    QApplication.processEvents()
    while view.work(1e4):
        pass
    layout = view.layout_shown
    assert layout is not None
    places = [
        QPoint(round(column.x[index]), round(column.y[index]))
        for column in layout.layers
        for index in column.shown.tolist()
    ]
    order = np.random.default_rng(0).permutation(len(places))

    def point(i: int) -> None:
        QTest.mouseMove(view, places[order[i % len(places)]])
        view.repaint()

    def leave(i: int) -> None:
        # To a neuron and away from it again: all edges are back.
        point(i)
        QTest.mouseMove(view, QPoint(2, 2))
        view.repaint()

    def walk(i: int) -> None:
        QTest.keyClick(view, Qt.Key.Key_Down)
        view.repaint()

    def walk_edges(i: int) -> None:
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        view.repaint()

    def pin(i: int) -> None:
        view.pin((i % 2, int(layout.layers[i % 2].shown[i % 5])), beside=True)
        view.repaint()

    how = ", unfolded" if expanded else ""
    print(f"  {'all' if budget is None else budget} edges a neuron{how} (median, p95, slowest)")
    measure("pointing at a neuron", point)
    measure("to a neuron and away again", leave)
    measure("arrow to the next neuron", walk)
    measure("Shift and arrow to the next edge", walk_edges)
    measure("one pin more, or less, beside others", pin)
    for index in layout.layers[0].shown[:4].tolist():
        if (0, index) not in view.pins:
            view.pin((0, index), beside=True)
    measure("pointing while four are pinned", point)
    view.close()
    view.deleteLater()


if __name__ == "__main__":
    app = QApplication([])
    print("load of the machine:", os.getloadavg()[0])
    for sizes in SIZES:
        print("-".join(map(str, sizes if len(sizes) < 10 else (*sizes[:3], "…", sizes[-1]))))
        snapshot = snapshot_of(sizes)
        for budget in BUDGETS:
            report(snapshot, budget)
        if max(sizes) > 256:
            report(snapshot, None, expanded=True)
