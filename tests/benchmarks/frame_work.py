"""How long the GUI thread works for the network view: run it with ``python tests/benchmarks/frame_work.py``.

CPU time of this thread: medians and 95th percentiles.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ["QT_NO_GUI_THREADPOOL"] = "1"  # as main.py does
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.data.dataset import load_dataset
from core.engine.snapshot import Example, Snapshot
from core.engine.snapshots import take_snapshot
from core.nn.network import Network
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from gui.network.animation.timeline import AnimationState, Timeline
from gui.network.view import NetworkView

SIZES = ((256, 32, 16, 10), (256, 128, 64, 10), (256, *[128] * 8, 10), (256, 500, 500, 10))
FRAMES = 120
HARD_ENOUGH = 0.1


def measure(name: str, act: Callable[[int], object], times: int = FRAMES) -> None:
    """Print how long `act` takes, in ms."""
    spent = []
    for i in range(times):
        start = thread_time()
        act(i)
        spent.append((thread_time() - start) * 1000)
    print(f"  {name:<44}{np.median(spent):7.2f}{np.percentile(spent, 95):8.2f} ms")


def snapshots(sizes: tuple[int, ...]) -> list[Snapshot]:
    """Ten moments of one digit's learning, one update apart, after 300 updates."""
    dataset = load_dataset("digits")
    trainer = Trainer(Network.dense(sizes), dataset, TrainingConfig())
    for _ in range(300):
        trainer.step()
    row = int(np.argmax(trainer.evaluation_of_rows(np.arange(200)).finish().losses > HARD_ENOUGH))
    example = Example(dataset.X_train[row].astype(np.float32), int(dataset.y_train[row]), "train", row)
    moments = []
    for _ in range(10):
        trainer.step()
        moments.append(take_snapshot(1, trainer, example, []))
    return moments


def report(sizes: tuple[int, ...]) -> None:
    """Print the work of every kind of frame for one network."""
    moments = snapshots(sizes)
    first = moments[0]
    view = NetworkView()
    view.resize(800, 506)
    view.show()
    QApplication.processEvents()
    view.show_displayed_snapshot(first)
    view.show_weights(first)
    view.show_gradient(first.trace.gradient)
    view.work(1e4)
    timeline = Timeline.signal_animation(len(first.activations), True, new_example=True)

    def frame_in(phase: str) -> Callable[[int], None]:
        phases = [current for current in timeline.phases if current.name == phase]
        start, end = min(b.start_s for b in phases), max(b.end_s for b in phases)
        view.show_animation_state(timeline.state_at(start))
        view.work(1e4)

        def act(i: int) -> None:
            view.show_animation_state(timeline.state_at(start + (end - start) * (i % FRAMES) / FRAMES))
            view.repaint()

        return act

    def values(i: int) -> None:
        view.show_displayed_snapshot(moments[i % 10])
        view.repaint()

    def weights(i: int) -> None:
        view.show_weights(moments[i % 10])
        while view.work(1e4):
            pass
        view.repaint()

    def portion(i: int) -> None:
        if not view.has_work():
            view.show_weights(moments[i % 10])
        view.work(2.0)

    print("-".join(map(str, sizes)), " (median, p95)")
    measure("frame at rest, nothing new", lambda i: view.repaint())
    measure("frame in a forward wave", frame_in("forward"))
    measure("frame in a backward wave", frame_in("backward"))
    view.show_animation_state(AnimationState())
    measure("new values, and their frame", values, 40)
    measure("new weights, all portions, and their frame", weights, 40)
    measure("one portion of 2 ms", portion, 60)
    layout = view.layout_shown
    assert layout is not None
    column = layout.layers[0]

    def point(i: int) -> None:
        index = int(column.shown[i % len(column.shown)])
        QTest.mouseMove(view, QPoint(round(column.x[index]), round(column.y[index])))
        view.repaint()

    measure("pointing at the next neuron, and its frame", point, 40)
    view.close()


if __name__ == "__main__":
    app = QApplication([])
    print("load of the machine:", os.getloadavg()[0])
    for sizes in SIZES:
        report(sizes)
