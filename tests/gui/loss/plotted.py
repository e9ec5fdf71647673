"""Made-up runs, and the points that the plot of L shows of them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from gui.loss.loss_plot import LossPlot

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


def show(plot: LossPlot, record: LossHistory) -> None:
    plot.show_record(record, 1875)
    plot.refresh()


def estimates(plot: LossPlot) -> tuple[NDArray[Any], NDArray[Any]]:
    x, y = plot._curves.estimates.getData()
    return np.asarray(x), np.asarray(y)


def dots(item: Any) -> tuple[NDArray[Any], NDArray[Any]]:
    x, y = item.getData()
    return np.asarray(x), np.asarray(y)


def state(plot: LossPlot) -> tuple[Any, ...]:
    """All points that are plotted."""
    return tuple(a.tobytes() for a in (*estimates(plot), *dots(plot._curves.exact), *dots(plot._curves.test)))
