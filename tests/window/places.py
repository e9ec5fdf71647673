"""Prints where everything stands in the window, as JSON: by object name [x, y, width, height], and the neurons.

The tests point and look at what a person sees, so they must know where it is. A window of the same size in a
process of its own says it; the app that is tested is asked nothing.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gui.app.preflight import choose_platform

NO_WINDOW = 3


def places(sizes: list[tuple[int, int]]) -> dict[str, object]:
    """Measure the window at each of these sizes."""
    from PySide6.QtCore import QEventLoop, QPoint, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    from gui.app.main_window import MainWindow

    app = QApplication([])
    app.setStyle("Fusion")
    window = MainWindow()
    window.resize(*sizes[0])
    window.show()
    loop = QEventLoop()
    window.composition.ready.connect(lambda: QTimer.singleShot(300, loop.quit))
    loop.exec()
    found: dict[str, object] = {}
    for size in sizes:
        window.resize(*size)
        QTimer.singleShot(200, loop.quit)
        loop.exec()
        rects: dict[str, object] = {}
        for widget in window.findChildren(QWidget):
            if widget.objectName() and widget.isVisible():
                corner = widget.mapTo(window, QPoint(0, 0))
                rects[widget.objectName()] = [corner.x(), corner.y(), widget.width(), widget.height()]
        view = window.network_view
        origin = view.mapTo(window, QPoint(0, 0))
        layout = view.layout_shown
        assert layout is not None
        rects["neurons"] = [
            [[origin.x() + x, origin.y() + y] for x, y in zip(layer.x, layer.y, strict=True)]
            for layer in layout.layers
        ]
        rects["bars"] = _around([(r.x, r.y, r.width, r.height) for r in layout.bars], origin.x(), origin.y())
        for gap in range(len(layout.layers)):
            left, right = layout.gap_bounds(gap)
            rects[f"gap_{gap}"] = _around([(left, 0, right - left, layout.height)], origin.x(), origin.y())
        found[f"{size[0]}x{size[1]}"] = rects
    window.close()
    return found


def _around(rects: list[tuple[float, float, float, float]], x: int, y: int) -> list[int]:
    left, top = min(r[0] for r in rects), min(r[1] for r in rects)
    right, bottom = max(r[0] + r[2] for r in rects), max(r[1] + r[3] for r in rects)
    return [round(x + left), round(y + top), round(right - left), round(bottom - top)]


if __name__ == "__main__":
    problem = choose_platform(screenshot=False)
    if problem:
        print(problem)
        sys.exit(NO_WINDOW)
    wanted = [(int(w), int(h)) for w, h in (size.split("x") for size in sys.argv[1:])]
    print(json.dumps(places(wanted)))
