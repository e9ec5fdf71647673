"""Made-up runs, and the points that the plot of L shows of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint
from PySide6.QtGui import QMouseEvent  # noqa: F401  (sent by QTest)
from PySide6.QtTest import QTest

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from gui.loss.curve_marks import Mark
from gui.loss.loss_plot import LossPlot
from gui.loss.plot_picture import PlotPicture

N = 60_000
# ln 10, from a table of logarithms.
LN_10 = 2.302585092994046


def exact_at(update: int, train_mean: float, test_mean: float = 0.5) -> ExactLoss:
    return ExactLoss(0, update, N * train_mean, N, 0.9, 10_000 * test_mean, 10_000, 0.8)


def make_record(count: int = 500, every: int = 100) -> LossHistory:
    """Batch means that fall from 2.3 on, with exact losses a little under them."""
    record = LossHistory(N)
    means = (2.3 * np.exp(-np.arange(1, count + 1) / 400)).astype(np.float32)
    record.add_batch_means(1, means)
    for update in range(0, count + 1, every):
        record.exact_losses.add(
            exact_at(update, 2.2 * math.exp(-update / 400), 2.25 * math.exp(-update / 400))
        )
    return record


def show(plot: LossPlot, record: LossHistory, marks: Sequence[Mark] = ()) -> None:
    plot.show_record(record, 1875, marks)
    plot.refresh()


def picture(plot: LossPlot) -> PlotPicture:
    assert plot._picture is not None
    return plot._picture


def numbers(plot: LossPlot, points: NDArray[np.float64]) -> tuple[NDArray[Any], NDArray[Any]]:
    """(updates, heights) of points in px, by the axes' numbers: two ticks of each axis measure it."""
    at = picture(plot)
    first, last = at.update_ticks[0], at.update_ticks[-1]
    xs = [float(at.geometry.x(tick.place)) for tick in (first, last)]
    updates = np.interp(points[:, 0], xs, [first.place, last.place])
    if xs[1] > xs[0]:
        slope = (last.place - first.place) / (xs[1] - xs[0])
        updates = first.place + (points[:, 0] - xs[0]) * slope
    low, high = at.left[0], at.left[-1]
    ys = [float(at.geometry.y(tick.place)) for tick in (low, high)]
    heights = low.place + (points[:, 1] - ys[0]) * (high.place - low.place) / (ys[1] - ys[0])
    return updates, heights


def texts(plot: LossPlot) -> dict[str, str]:
    """The names that are painted, by their keys."""
    return {name.key: name.text for name in picture(plot).names}


def point_at(plot: LossPlot, update: float) -> None:
    geometry = picture(plot).geometry
    x = round(float(geometry.x(update)))
    QTest.mouseMove(plot, QPoint(x, round(geometry.plot.center().y())))
