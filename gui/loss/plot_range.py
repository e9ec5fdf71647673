"""How much of a run's losses the plot shows while it follows the training: all of it, and some room."""

from __future__ import annotations

import math

import numpy as np

from core.analysis.loss_history import Envelope, LossHistory
from gui.loss.plot_axes import round_step

MIN_UPDATES = 100
# The width grows in steps of about this part of it: one that moved with every frame could not be read.
STEPS_ACROSS = 10
# Points higher than so many times what comes later do not decide the range.
MAX_TIMES = 4
MIN_TOP = 1e-3
Range = tuple[float, float]


def whole_range(record: LossHistory, curve: Envelope, baseline_loss: float, log: bool) -> tuple[Range, Range]:
    """Updates from left to right, and the plot's heights from bottom to top, both in steps.

    Parameters
    ----------
    curve : Envelope
        The run's estimates, as they are drawn.
    baseline_loss : float
        The baseline's mean C, in nats.
    log : bool
        Whether heights are logarithms to base 10 of L, or L itself.
    """
    wanted = max(MIN_UPDATES, record.count) * 1.02
    step = round_step(wanted / STEPS_ACROSS)
    right = math.ceil(wanted / step) * step
    return (-0.012 * right, right), _heights(record, curve, baseline_loss, log)


def _heights(record: LossHistory, curve: Envelope, baseline_loss: float, log: bool) -> Range:
    """By L and not by the estimates: those of small batches leap to many times L."""
    n, exact = record.train_count, record.exact_losses
    totals = exact.totals
    points = np.stack([totals, n * exact.test_means])
    finite = np.isfinite(points)
    largest = float(np.max(points, initial=n * baseline_loss, where=finite))
    # A start that is many times as bad as all that follows would press the rest flat: its points are shown at the top.
    half = points.shape[1] // 2
    usual = float(np.max(points[:, half:], initial=n * baseline_loss, where=finite[:, half:]))
    # Where the baseline loss is 0 there may be nothing above 0 yet.
    top = min(largest, MAX_TIMES * usual) * 1.12 or MIN_TOP
    if not log:
        step = 10 ** math.floor(math.log10(top)) / 10
        return 0.0, math.ceil(top / step) * step
    lowest = float(np.min(totals, initial=n * baseline_loss or top, where=totals > 0))
    lowest = float(np.min(n * curve.low[curve.low > 0][-1:], initial=lowest))
    bottom, top = math.log10(lowest) - 0.15, math.log10(top) + 0.1
    return math.floor(bottom * 10) / 10, math.ceil(top * 10) / 10
