"""The network view at work: frame times, updates kept and pictures renewed, for small, wide and deep networks.

Where others use the machine, frames are late and updates are lost whatever is done in them: then it is the processor
time from one frame to the next (``work``) that tells something.

Run it with ``python tests/benchmarks/drawing.py``; ``--seconds 60 --runs 5`` are the figures to quote, and
``QT_SCALE_FACTOR=2`` gives those of a device-pixel-ratio of 2. Then all edges of 256-64-32-10 are drawn once beside
others that draw lines: pyqtgraph's GraphItem, one QGraphicsLineItem an edge, and matplotlib's LineCollection where
that is installed; all antialiased.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["QT_NO_GUI_THREADPOOL"] = "1"  # as main.py does
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from PySide6.QtGui import QColor, QImage, QPainter, QPen  # noqa: E402
from PySide6.QtWidgets import QApplication, QGraphicsScene  # noqa: E402

from core.engine.commands import BeginRun, Pause, Train  # noqa: E402
from core.nn.architecture import Architecture  # noqa: E402
from core.nn.dense import Dense  # noqa: E402
from core.nn.known_architectures import known_hidden_layers  # noqa: E402
from core.training.trainer import TrainingConfig  # noqa: E402
from gui.app.main_window import MainWindow  # noqa: E402
from gui.network.geometry.layout import make_layout  # noqa: E402
from gui.network.marks.edge_choice import choose_by_signal  # noqa: E402
from gui.network.marks.edge_marks import edge_marks, edge_palette  # noqa: E402
from gui.network.marks.edge_values import values_of  # noqa: E402
from gui.network.marks.mark_types import EdgeMarks  # noqa: E402
from gui.network.marks.scales import Scales  # noqa: E402
from gui.network.painting.edge_picture import EdgePicture  # noqa: E402
from gui.theme.tokens import Theme  # noqa: E402
from tests.benchmarks.window import headless_rate, wait  # noqa: E402
from tests.core.small_snapshots import snapshot_of  # noqa: E402

SIZE = 1280, 800


def known(name: str) -> Architecture:
    """A network with a name, for digits."""
    return Architecture((*known_hidden_layers(name, (16, 16)), Dense(10, "softmax")))


NETWORKS: dict[str, tuple[Architecture, int | None]] = {
    "256-32-16-10, 16 a neuron": (Architecture.dense(), 16),
    "256-32-16-10, all": (Architecture.dense(), None),
    "256-64-32-10, 16 a neuron": (Architecture.dense((64, 32)), 16),
    "256-500-500-10, folded": (Architecture.dense((500, 500)), 16),
    "100 layers of 32, residual": (Architecture.dense((32,) * 100, skip=True, skip_scale=0.1), 16),
    "small CNN": (known("small_cnn"), 16),
    "LeNet 1989": (known("lenet_1989"), 16),
}


# From some hundred edges to some hundred thousand.
BY_EDGES = ((1,), (4,), (16,), (32, 16), (64, 32), (128, 64), (256, 128), (500, 500))


def sitting(architecture: Architecture, budget: int | None, seconds: float) -> dict[str, float]:
    """Full speed with the whole window visible: paint intervals, updates and pictures of the weights a second."""
    window = MainWindow()
    window.resize(*SIZE)
    window.show()
    gc.freeze()  # as the application does
    wait(1.0)
    session, view = window.composition, window.network_view
    session.engine.send(BeginRun(1, architecture, TrainingConfig()))
    session.network.set_edge_budget(budget)
    paints: list[float] = []
    worked: list[float] = []
    shown: set[int] = set()
    paint = view.paintEvent

    def counted(event: object) -> None:
        paints.append(time.perf_counter())
        worked.append(time.thread_time())
        paint(event)  # type: ignore[arg-type]
        shown.add(view._composed_frame.edges.drawn_update)

    view.paintEvent = counted  # type: ignore[method-assign]
    wait(1.0)
    session.transport.set_speed(100)
    session.engine.send(Train())
    wait(2.0)
    paints.clear()
    worked.clear()
    begin, count = time.perf_counter(), session.loss.updates
    shown.clear()
    wait(seconds)
    passed = time.perf_counter() - begin
    intervals, work = np.diff(paints) * 1000, np.diff(worked) * 1000
    result = {
        "p50 ms": float(np.percentile(intervals, 50)),
        "p95 ms": float(np.percentile(intervals, 95)),
        "longest ms": float(intervals.max()),
        "work p95": float(np.percentile(work, 95)),
        "most work": float(work.max()),
        "updates/s": (session.loss.updates - count) / passed,
        "pictures/s": len(shown) / passed,
    }
    session.engine.send(Pause())
    window.close()
    window.deleteLater()
    wait(0.1)
    return result


def marks_of_all() -> tuple[EdgeMarks, ...]:
    """Every edge of 256-64-32-10 that can be seen."""
    network = Architecture.dense((64, 32)).with_outputs(10).network((256,))
    x = (np.random.default_rng(0).random(256) < 0.2).astype(np.float32)
    snapshot = snapshot_of(network, x)
    layout = make_layout(network.sizes, 800, 506, Theme())
    scales = Scales(3)
    scales.update(snapshot.weights)
    values = values_of("weight", snapshot, snapshot)
    assert values is not None
    return edge_marks(values, "weight", choose_by_signal(snapshot, layout, None), layout, scales, Theme())


def seconds_of(draw: object) -> float:
    """The median of five calls."""
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        draw()  # type: ignore[operator]
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def all_at_once() -> dict[str, float]:
    """Seconds for one picture of all edges, antialiased, by each way of drawing."""
    theme, marks = Theme(), marks_of_all()
    palette = edge_palette(theme, "weight")
    lines = np.concatenate([np.stack([m.x1, m.y1, m.x2, m.y2], axis=1) for m in marks])
    colours = palette[np.concatenate([m.level for m in marks]) + len(palette) // 2]
    picture = EdgePicture(800, 506, 1.0, theme.colour("canvas"))

    def ours() -> None:
        picture.redraw(lambda: marks, palette, make_layout((256, 64, 32, 10), 800, 506, theme).picture)
        while picture.has_work:
            picture.work(1000)

    scene = QGraphicsScene(0, 0, 800, 506)
    for (x1, y1, x2, y2), colour in zip(lines.tolist(), colours.tolist(), strict=True):
        scene.addLine(x1, y1, x2, y2, QPen(QColor(*colour), 1.0))
    image = QImage(800, 506, QImage.Format.Format_RGB32)

    def items() -> None:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene.render(painter)
        painter.end()

    result = {"ours": seconds_of(ours), "QGraphicsLineItem": seconds_of(items)}
    import pyqtgraph as pg

    ends = lines.reshape(-1, 2)
    adjacency = np.arange(len(ends)).reshape(-1, 2)
    pens = np.array(
        [(*colour, 255, 1.0) for colour in colours.tolist()],
        dtype=[("red", "u1"), ("green", "u1"), ("blue", "u1"), ("alpha", "u1"), ("width", "f8")],
    )
    graph = pg.GraphItem()
    pg.setConfigOption("antialias", True)

    def graph_item() -> None:
        graph.setData(pos=ends, adj=adjacency, pen=pens, size=0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        graph.paint(painter)
        painter.end()

    result["pyqtgraph GraphItem"] = seconds_of(graph_item)
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.collections import LineCollection
        from matplotlib.figure import Figure
    except ImportError:
        return result

    def collection() -> None:
        figure = Figure(figsize=(8, 5.06), dpi=100)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.add_collection(LineCollection(lines.reshape(-1, 2, 2), colors=colours / 255, linewidths=0.72))
        axes.set_xlim(0, 800)
        axes.set_ylim(506, 0)
        FigureCanvasAgg(figure).draw()

    result["matplotlib LineCollection"] = seconds_of(collection)
    return result


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--edges", action="store_true", help="frame time against the number of edges instead")
    parser.add_argument("--only", default="", help="networks with this in their names")
    options = parser.parse_args()
    app = QApplication([])
    app.setStyle("Fusion")
    print(
        f"other load: {os.getloadavg()[0]:.2f}, platform {app.platformName()}, {app.devicePixelRatio():g} px a point"
    )
    networks = {name: network for name, network in NETWORKS.items() if options.only in name}
    if options.edges:
        networks = {
            f"{sum(a * b for a, b in pairwise((256, *hidden, 10))):,} edges": (Architecture.dense(hidden), 16)
            for hidden in BY_EDGES
        }
    print(
        f"{'network':28}{'p50 ms':>8}{'p95 ms':>8}{'longest':>9}{'work p95':>10}{'most':>7}"
        f"{'kept %':>8}{'pictures/s':>12}"
    )
    for name, (architecture, budget) in networks.items():
        rows = []
        for _ in range(options.runs):
            alone = headless_rate(3, architecture)
            row = sitting(architecture, budget, options.seconds)
            row["kept %"] = 100 * row["updates/s"] / alone
            rows.append(row)
        middle = {key: statistics.median(row[key] for row in rows) for key in rows[0]}
        print(
            f"{name:28}{middle['p50 ms']:8.1f}{middle['p95 ms']:8.1f}{middle['longest ms']:9.0f}"
            f"{middle['work p95']:10.1f}{middle['most work']:7.1f}{middle['kept %']:8.0f}{middle['pictures/s']:12.1f}",
            flush=True,
        )
    if options.edges or options.only:
        return
    times = all_at_once()
    for name, taken in times.items():
        print(f"{name:28}{1000 * taken:8.1f} ms{taken / times['ours']:8.1f} times ours")


if __name__ == "__main__":
    main()
