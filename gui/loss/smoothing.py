"""The mean of the last batches: it looks back only, so nothing that comes later moves what is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.loss_columns import BatchColumns
from core.analysis.loss_history import LossHistory

WINDOWS = (0, 64, 512, 4096)
"""Of how many batches it can be the mean; 0 for off. Powers of two, as columns of losses are: each is whole ones."""


@dataclass(frozen=True)
class TrailingMean:
    """The mean at some updates.

    Attributes
    ----------
    window : int
        Batches of each mean: what was asked for, or as many as a column holds where that is more.
    updates : (n,) int array
        Updates whose θ the last batch of the mean was computed with; rising.
    means : (n,) array
        The mean C of it and of those before it, `window` in all; NaN where one is not known, where there are not so
        many yet, and where a parameter was set by hand in between.
    wanted : int
        Batches of each mean that was asked for.
    """

    window: int
    updates: NDArray[np.int64]
    means: NDArray[np.float64]
    wanted: int

    def at(self, update: int) -> float:
        """The last mean of batches up to this update; NaN where there is none."""
        place = int(np.searchsorted(self.updates, update, side="right")) - 1
        return float(self.means[place]) if place >= 0 else np.nan


def trailing_mean(
    record: LossHistory, columns: BatchColumns, window: int, breaks: Sequence[int]
) -> TrailingMean | None:
    """The mean over the last `window` batches at the end of each whole column; None where there is no such column.

    Parameters
    ----------
    columns : BatchColumns
        The batches, as they are drawn.
    window : int
        More than 0.
    breaks : sequence of int
        The updates where the loss jumped, because a parameter was set by hand: no mean reaches across.
    """
    if not len(columns.start):
        return None
    width, end = columns.width, int(columns.stop[-1])
    number = max(1, -(-window // width))
    # The first mean in sight is of batches that are not.
    begin = max(0, int(columns.start[0]) - number * width)
    wider = record.columns(begin, end, -(-end // width) - begin // width)
    whole = wider.stop - wider.start == width
    if wider.width != width or not whole.any():
        return None
    start, stop, means = wider.start[whole], wider.stop[whole], wider.mean[whole]
    known = np.isfinite(means)
    sums = np.concatenate([[0.0], np.cumsum(np.where(known, means, 0.0))])
    gaps = np.concatenate([[0], np.cumsum(~known)])
    averages = np.full(len(means), np.nan)
    if len(means) >= number:
        is_whole = gaps[number:] == gaps[:-number]
        averages[number - 1 :] = np.where(is_whole, (sums[number:] - sums[:-number]) / number, np.nan)
    for edit in breaks:
        averages[(stop - number * width < edit) & (edit < stop)] = np.nan
    seen = start >= columns.start[0]
    return TrailingMean(number * width, stop[seen] - 1, averages[seen], window)
