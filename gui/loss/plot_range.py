"""How much of a run's losses the plot shows while it follows the training: all of it, and some room."""

from __future__ import annotations

import math

import numpy as np

from core.analysis.loss_history import Envelope, LossRecord
from gui.loss.plot_axes import round_step

LEAST_UPDATES = 100
# The width grows in steps of about this part of it: one that moved with every frame could not be read.
STEPS_ACROSS = 10
# Points higher than so many times what comes later do not decide the range.
MOST_TIMES = 4
LEAST_TOP = 1e-3
Range = tuple[float, float]


def whole_range(record: LossRecord, curve: Envelope, guessing: float, log: bool) -> tuple[Range, Range]:
    """Updates from left to right, and the plot's heights from bottom to top, both in steps.

    Parameters
    ----------
    curve : Envelope
        The run's estimates, as they are drawn.
    guessing : float
        The mean C of guessing, in nats.
    log : bool
        Whether heights are logarithms to base 10 of L, or L itself.
    """
    wanted = max(LEAST_UPDATES, record.count) * 1.02
    step = round_step(wanted / STEPS_ACROSS)
    right = math.ceil(wanted / step) * step
    return (-0.012 * right, right), _heights(record, curve, guessing, log)


def _heights(record: LossRecord, curve: Envelope, guessing: float, log: bool) -> Range:
    """By L and not by the estimates: those of small batches leap to many times L."""
    n, exact = record.train_count, record.exact_losses
    totals = exact.totals
    points = np.stack([totals, n * exact.test_means])
    finite = np.isfinite(points)
    largest = float(np.max(points, initial=n * guessing, where=finite))
    # A start that is many times as bad as all that follows would press the rest flat: its points are shown at the top.
    half = points.shape[1] // 2
    usual = float(np.max(points[:, half:], initial=n * guessing, where=finite[:, half:]))
    # Where guessing costs nothing there may be nothing above 0 yet.
    top = min(largest, MOST_TIMES * usual) * 1.12 or LEAST_TOP
    if not log:
        step = 10 ** math.floor(math.log10(top)) / 10
        return 0.0, math.ceil(top / step) * step
    lowest = float(np.min(totals, initial=n * guessing or top, where=totals > 0))
    lowest = float(np.min(n * curve.low[curve.low > 0][-1:], initial=lowest))
    bottom, top = math.log10(lowest) - 0.15, math.log10(top) + 0.1
    return math.floor(bottom * 10) / 10, math.ceil(top * 10) / 10
