"""Every loss of a run, however long: exact for the last million updates, summed up in buckets before that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.exact_losses import ExactLoss, ExactLossHistory

EXACT_UPDATES = 1_000_000
# The oldest losses are summed up in buckets of this many updates.
BUCKET = 1_000
# Two neighbours become one when there are this many: the oldest part grows coarser, memory does not.
MAX_BUCKETS = 100_000
# The exact ones are summed up as well, in blocks: a curve of a million then reads 50,000 numbers. A bucket holds
# a whole number of blocks.
BLOCK = 20
# From so many blocks a column on, rounding a column up to whole blocks costs little of its sharpness.
BLOCKS_A_COLUMN = 4

Curve = NDArray[np.float64]


@dataclass(frozen=True)
class Envelope:
    """A curve in columns: each one's first update, least, mean and largest batch mean C in nats.

    ``per_column`` is how many updates the widest of them holds.
    """

    update: Curve
    low: Curve
    mean: Curve
    high: Curve
    per_column: int


class LossHistory:
    """The losses of one run.

    Parameters
    ----------
    train_count : int
        N, examples of the training set: L is N times a mean C.

    Attributes
    ----------
    exact_losses : ExactLossHistory
        The exact L of some of the updates.
    """

    def __init__(self, train_count: int) -> None:
        self.train_count = train_count
        self.count = 0
        self._recent = np.empty(4096, np.float32)
        # The exact losses begin after this update; those up to it are in buckets of `_width` updates each.
        self._first = 0
        self._width = BUCKET
        self._buckets = np.empty((4, 0))
        # As many whole blocks as there are among the exact ones.
        self._blocks = np.empty((4, 0))
        self._block_count = 0
        self.exact_losses = ExactLossHistory()

    # --- what comes in

    def add_batch_means(self, first_update: int, means: NDArray[np.float32]) -> None:
        """Add the batch mean C of the updates from `first_update` (counted from 1) on.

        Updates that are there already are passed over.

        Raises
        ------
        ValueError
            When updates in between are missing.
        """
        if first_update > self.count + 1:
            raise ValueError(
                f"update {first_update} follows update {self.count}: losses are missing in between"
            )
        new = means[self.count + 1 - first_update :]
        for start in range(0, len(new), EXACT_UPDATES):
            self._append(new[start : start + EXACT_UPDATES])

    def go_back(self, update: int) -> None:
        """Forget what came after this update; what did not arrive before it is not known, and is left out.

        What is summed up already, a million updates ago, stays.
        """
        if update > self.count:
            self._append(np.full(update - self.count, np.nan, np.float32))
        self.count = max(update, self._first)
        self._block_count = min(self._block_count, (self.count - self._first) // BLOCK)
        self.exact_losses.go_back(update)

    # --- the estimates

    def mean_at(self, update: int) -> float | None:
        """The batch mean C of this update; None where it is not known exactly any more."""
        if self._first < update <= self.count:
            return float(self._recent[update - 1 - self._first])
        return None

    def envelope(self, first: int, last: int, columns: int) -> Envelope:
        """The batch means of updates `first` to `last` in at most `columns` columns (at least 2).

        Columns begin at multiples of their width, so that they stay the same while the curve grows, and the
        outermost two may reach beyond the range. Where a column holds one update, low, mean and high are that
        one. Numbers that are not finite are left out of a column; a column of nothing else is NaN.
        """
        first = max(1, first)
        per_column = _column_width(first, last, columns)
        last = min(self.count, last)
        if last < first:
            nothing = np.empty(0)
            return Envelope(nothing, nothing, nothing, nothing, 1)
        begin = (first - 1) // per_column * per_column
        end = min(self.count, -(-last // per_column) * per_column)
        parts = []
        if begin < self._first:
            parts.append(self._old_cells(begin, min(end, self._first)))
        if end > self._first:
            parts.append(self._exact_cells(max(begin, self._first), end, per_column))
        starts, cells = parts[0]
        if len(parts) > 1:
            starts = np.concatenate([starts, parts[1][0]])
            cells = np.concatenate([cells, parts[1][1]], axis=1)
        # A column begins with the bucket that its first update lies in, which may be its neighbour's as well.
        firsts = np.unique(np.searchsorted(starts, np.arange(begin, end, per_column), side="right") - 1)
        if begin < self._first:
            per_column = int(np.diff(np.append(starts[firsts], end)).max())
        low, high, total, number = _merge(cells, firsts)
        mean = np.full(len(total), np.nan)
        np.divide(total, number, out=mean, where=number > 0)
        return Envelope(np.add(starts[firsts], 1, dtype=np.float64), low, mean, high, per_column)

    # --- parts. A cell is (low, high, sum, number of finite ones) of neighbouring losses.

    def _old_cells(self, begin: int, end: int) -> tuple[NDArray[np.int64], Curve]:
        from_bucket, to_bucket = begin // self._width, -(-end // self._width)
        return np.arange(from_bucket, to_bucket) * self._width, self._buckets[:, from_bucket:to_bucket]

    def _exact_cells(self, begin: int, end: int, per_column: int) -> tuple[NDArray[np.int64], Curve]:
        if per_column % BLOCK or per_column < BLOCKS_A_COLUMN * BLOCK:
            values = self._recent[begin - self._first : end - self._first]
            return np.arange(begin, end), _cells_of(values)
        # Columns and exact losses both begin at whole blocks.
        from_block = (begin - self._first) // BLOCK
        to_block = min((end - self._first) // BLOCK, self._block_count)
        starts = self._first + np.arange(from_block, to_block) * BLOCK
        tail = self._first + to_block * BLOCK
        rest = _cells_of(self._recent[tail - self._first : end - self._first])
        cells = np.concatenate([self._blocks[:, from_block:to_block], rest], axis=1)
        return np.concatenate([starts, np.arange(tail, end)]), cells

    def _append(self, new: NDArray[np.float32]) -> None:
        surplus = self.count - self._first + len(new) - EXACT_UPDATES
        if surplus > 0:
            # A tenth more than needed, so that the others are not moved at every call.
            self._sum_up(surplus + EXACT_UPDATES // 10)
        kept = self.count - self._first
        if kept + len(new) > len(self._recent):
            grown = np.empty(
                max(min(2 * len(self._recent), EXACT_UPDATES + BUCKET), kept + len(new)), np.float32
            )
            grown[:kept] = self._recent[:kept]
            self._recent = grown
        self._recent[kept : kept + len(new)] = new
        self.count += len(new)
        self._make_blocks()

    def _make_blocks(self) -> None:
        wanted = (self.count - self._first) // BLOCK
        if wanted > self._blocks.shape[1]:
            grown = np.empty((4, max(2 * self._blocks.shape[1], wanted)))
            grown[:, : self._block_count] = self._blocks[:, : self._block_count]
            self._blocks = grown
        if wanted > self._block_count:
            values = self._recent[self._block_count * BLOCK : wanted * BLOCK]
            starts = np.arange(0, len(values), BLOCK)
            self._blocks[:, self._block_count : wanted] = _merge(_cells_of(values), starts)
            self._block_count = wanted

    def _sum_up(self, count: int) -> None:
        """Move about the `count` oldest exact losses into buckets."""
        kept = self.count - self._first
        buckets = min(-(-count // self._width), kept // self._width)
        # Always an even number in all, so that two neighbours can become one.
        buckets -= (self._buckets.shape[1] + buckets) % 2
        if buckets <= 0:
            return
        blocks = buckets * self._width // BLOCK
        new = _merge(self._blocks[:, :blocks], np.arange(0, blocks, self._width // BLOCK))
        self._buckets = np.concatenate([self._buckets, new], axis=1)
        count = blocks * BLOCK
        self._recent[: kept - count] = self._recent[count:kept].copy()
        self._blocks[:, : self._block_count - blocks] = self._blocks[:, blocks : self._block_count].copy()
        self._block_count -= blocks
        self._first += count
        if self._buckets.shape[1] > MAX_BUCKETS:
            self._buckets = _merge(self._buckets, np.arange(0, self._buckets.shape[1], 2))
            self._width *= 2


def _column_width(first: int, last: int, columns: int) -> int:
    """Updates a column, such that at most `columns` of them cover `first` to `last`."""
    width = _width_for(last - first + 1, columns)
    # One less where the range does not begin and end with a column.
    if -(-last // width) - (first - 1) // width > columns:
        width = _width_for(last - first + 1, columns - 1)
    return width


def _width_for(updates: int, columns: int) -> int:
    """Updates a column where so many columns share them; whole blocks where there are many."""
    width = max(1, -(-updates // columns))
    return -(-width // BLOCK) * BLOCK if width >= BLOCKS_A_COLUMN * BLOCK else width


def _cells_of(values: NDArray[np.float32]) -> Curve:
    """(4, n) cells of one loss each; what is not finite counts for nothing."""
    exact = values.astype(np.float64)
    finite = np.isfinite(exact)
    if finite.all():
        return np.stack([exact, exact, exact, np.ones(len(exact))])
    clean = np.where(finite, exact, np.nan)
    return np.stack([clean, clean, np.where(finite, exact, 0), finite])


def _merge(cells: Curve, starts: NDArray[np.int64]) -> Curve:
    """(4, len(starts)) cells, each of those from one start to the next."""
    low, high, total, number = cells
    return np.stack(
        [
            np.fmin.reduceat(low, starts),
            np.fmax.reduceat(high, starts),
            np.add.reduceat(total, starts),
            np.add.reduceat(number, starts),
        ]
    )


def exact_table(exact: Iterable[ExactLoss]) -> str:
    """The exact losses as text: one update a line, columns parted by tabs, every digit of each number."""
    lines = ["update\tL\tmean\ttest mean\taccuracy\ttest accuracy"]
    for e in exact:
        numbers = (e.train_total, e.train_mean, e.test_mean, e.train_accuracy, e.test_accuracy)
        lines.append("\t".join([str(e.update), *(repr(number) for number in numbers)]))
    return "\n".join(lines)
