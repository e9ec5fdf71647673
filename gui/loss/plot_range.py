"""How much of a run's losses the plot shows: all of it while it follows the training, or what was zoomed to."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from core.analysis.loss_columns import BatchColumns
from core.analysis.loss_history import LossHistory
from gui.loss.plot_axes import round_step

MIN_UPDATES = 100
# The width grows in steps of about this part of it: one that moved with every frame could not be read.
STEPS_ACROSS = 11
# Points higher than so many times what comes later do not decide the range.
MAX_TIMES = 4
MIN_TOP = 1e-3
# L that has fallen to less than one part in so many is read on an axis of logarithms only.
FALLS_FAR = 30.0
# Updates that are seen at least, however far it is zoomed in.
NARROWEST = 8.0
Range = tuple[float, float]


class UpdateRange:
    """Which updates are seen: the whole run, as long as nobody has zoomed or moved.

    Attributes
    ----------
    is_following : bool
        Whether the whole run is seen, however long it grows.
    left, right : float
    """

    def __init__(self) -> None:
        self.is_following = True
        self.left, self.right = whole_run(0)

    def restart(self) -> None:
        """Another run is seen: the whole of it."""
        self.is_following = True
        self.left, self.right = whole_run(0)

    def follow(self, count: int) -> None:
        """The run has `count` updates by now."""
        if self.is_following:
            self.left, self.right = whole_run(count)

    def zoom(self, factor: float, at: float, count: int) -> None:
        """See `factor` times as many updates, with update `at` where it is; zoomed out to the whole, follow again."""
        self._show(at - (at - self.left) * factor, at + (self.right - at) * factor, count)

    def move(self, by: float, count: int) -> None:
        """See so many updates further on; not beyond the ends of the run."""
        if not self.is_following:
            _, end = whole_run(count)
            by = min(max(by, -self.left), end - self.right)
            self._show(self.left + by, self.right + by, count)

    def _show(self, left: float, right: float, count: int) -> None:
        _, end = whole_run(count)
        middle, width = (left + right) / 2, min(max(right - left, NARROWEST), end)
        self.is_following = width >= end
        self.left = min(max(0.0, middle - width / 2), end - width)
        self.right = self.left + width


def whole_run(count: int) -> Range:
    """Updates from left to right for a run of `count`, in steps."""
    wanted = max(MIN_UPDATES, count) * 1.02
    step = round_step(wanted / STEPS_ACROSS)
    return 0.0, math.ceil(wanted / step) * step


def falls_far(totals: NDArray[np.float64]) -> bool:
    """Whether one of these L, in their order, is less than 1 / `FALLS_FAR` of one before it."""
    known = totals[np.isfinite(totals) & (totals > 0)]
    return bool((np.maximum.accumulate(known) > FALLS_FAR * known).any())


def heights(
    record: LossHistory, columns: BatchColumns, updates: Range | None, baseline_loss: float, log: bool
) -> Range:
    """The plot's heights from bottom to top, in steps: by L, the test set and the baseline.

    The batches do not decide it: those of a single example leap to many times L. Only where heights are logarithms,
    their mean is in sight, too.

    Parameters
    ----------
    columns : BatchColumns
        The batches, as they are drawn.
    updates : (first, last) or None
        What is zoomed to, where the baseline is seen only if it lies near; None for the whole run.
    baseline_loss : float
        The baseline's mean C, in nats.
    log : bool
        Whether heights are logarithms to base 10 of L, or L itself.
    """
    n, exact = record.train_count, record.exact_losses
    points = np.stack([exact.totals, n * exact.test_means])
    means = n * columns.mean
    baseline = n * baseline_loss
    if updates is not None:
        # The neighbours outside as well: the line leads to them.
        first = max(0, int(np.searchsorted(exact.updates, updates[0])) - 1)
        last = int(np.searchsorted(exact.updates, updates[1], side="right")) + 1
        points = points[:, first:last]
        if np.isfinite(points).any():
            baseline = 0.0
    top = _top(points, baseline, means) or MIN_TOP
    if not log:
        step = 10 ** math.floor(math.log10(top)) / 10
        return 0.0, math.ceil(top / step) * step
    candidates = np.concatenate([points.ravel(), means])
    lowest = float(np.min(candidates, initial=baseline or top, where=candidates > 0))
    bottom, top = math.log10(lowest) - 0.08, math.log10(top) + 0.03
    bottom = math.floor(bottom * 20) / 20
    return bottom, max(math.ceil(top * 20) / 20, bottom + 0.1)


def _top(points: NDArray[np.float64], baseline: float, means: NDArray[np.float64]) -> float:
    finite = np.isfinite(points)
    largest = float(np.max(points, initial=baseline, where=finite))
    # A start that is many times as bad as all that follows would press the rest flat: its points are shown at the top.
    half = points.shape[1] // 2
    usual = float(np.max(points[:, half:], initial=baseline, where=finite[:, half:]))
    if not largest:
        # Nothing exact in sight, and a baseline of 0.
        largest = usual = float(np.max(means, initial=0.0, where=np.isfinite(means)))
    return min(largest, MAX_TIMES * usual) * 1.08
