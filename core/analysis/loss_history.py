"""The losses of a run, however long: one by one for the last million updates, counted in buckets before that.

Update k computes its batch's mean C with the θ that k - 1 updates have made. So every loss stands here at k - 1: it
says how good that θ is.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.exact_losses import ExactLossHistory
from core.analysis.loss_columns import (
    BINS,
    BatchColumns,
    Columns,
    column_statistics,
    count_in_bins,
    merged_buckets,
)

# So many losses are kept as they are, 4 bytes each.
EXACT_UPDATES = 1_000_000
# Older ones are counted in buckets of this many updates.
BUCKET = 1024
# Two neighbours become one when there are this many: the oldest part grows coarser, memory does not.
MAX_BUCKETS = 1024


@dataclass(frozen=True)
class SavedLosses:
    """A `LossHistory` as a value, in copies.

    Attributes
    ----------
    train_count, count : int
        As the history has them.
    first, width : int
        Losses before index `first` are in buckets of `width` each.
    recent : (count - first,) float32 array
        The others, one by one; NaN where one is not known.
    buckets, bins : (5, first / width) and (first / width, BINS) arrays
        Statistics and counts of each bucket.
    exact : (10, k) array
        Each exact loss, in the order of `core.analysis.exact_losses.NAMES`.
    """

    train_count: int
    count: int
    first: int
    width: int
    recent: NDArray[np.float32]
    buckets: NDArray[np.float64]
    bins: NDArray[np.int64]
    exact: NDArray[np.float64]


class LossHistory:
    """The losses of one run.

    Parameters
    ----------
    train_count : int
        N, examples of the training set: L is N times a mean C.

    Attributes
    ----------
    count : int
        Updates whose losses are known.
    exact_losses : ExactLossHistory
        The exact L of some of the updates.
    """

    def __init__(self, train_count: int) -> None:
        self.train_count = train_count
        self.count = 0
        self._recent = np.empty(4096, np.float32)
        # Losses from this index on are in `_recent`; those before it are in buckets of `_width` each.
        self._first = 0
        self._width = BUCKET
        self._buckets: Columns = np.empty((5, 0))
        # Their counts in bins, and room for more: a new array with each would leave gaps in the process's memory.
        self._bins_room = np.empty((0, BINS), np.uint32)
        # Whole columns, which never change again, from number `_cached_from` on; each of `_cached_width` losses.
        self._cached: Columns = np.empty((5, 0))
        self._cached_from, self._cached_width = 0, 0
        self.exact_losses = ExactLossHistory()

    # --- as a value

    def saved(self) -> SavedLosses:
        """All of it."""
        recent = self._recent[: self.count - self._first].copy()
        bins = self._bins.astype(np.int64)
        exact = self.exact_losses.saved()
        return SavedLosses(
            self.train_count, self.count, self._first, self._width, recent, self._buckets.copy(), bins, exact
        )

    @classmethod
    def of(cls, saved: SavedLosses) -> LossHistory:
        """The history that `saved` was taken of.

        Raises
        ------
        ValueError
            When its parts do not fit each other.
        """
        count = saved.bins.shape[0] if saved.bins.ndim == 2 else -1
        fits = (
            saved.train_count >= 1
            and 0 <= saved.first <= saved.count
            and saved.recent.shape == (saved.count - saved.first,)
            and saved.recent.dtype == np.float32
            and len(saved.recent) <= EXACT_UPDATES + BUCKET
            and saved.width in {BUCKET << n for n in range(40)}
            and saved.bins.shape == (count, BINS)
            and saved.buckets.shape == (5, count)
            and count * saved.width == saved.first
            and count <= 2 * MAX_BUCKETS
            and (not saved.bins.size or 0 <= saved.bins.min() <= saved.bins.max() < 2**32)
        )
        if not fits:
            raise ValueError("these are no losses of one run")
        history = cls(saved.train_count)
        history.count, history._first, history._width = saved.count, saved.first, saved.width
        history._recent = saved.recent.copy()
        history._buckets, history._bins_room = saved.buckets.copy(), saved.bins.astype(np.uint32)
        history.exact_losses = ExactLossHistory.of(saved.exact)
        return history

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

        What is counted in buckets already, a million updates ago, stays.
        """
        for start in range(self.count, update, EXACT_UPDATES):
            self._append(np.full(min(update - start, EXACT_UPDATES), np.nan, np.float32))
        self.count = max(update, self._first)
        if self._cached_width:
            self._cached = self._cached[:, : max(0, self.count // self._cached_width - self._cached_from)]
        self.exact_losses.go_back(update)

    def until(self, update: int) -> LossHistory:
        """A history of its own of the first `update` updates: a run that branches there has them in common with this.

        Where losses of later updates are counted in buckets with them already, only the exact ones are known.
        """
        if update >= self._first:
            begun = deepcopy(self)
        else:
            begun = LossHistory(self.train_count)
            begun.exact_losses = deepcopy(self.exact_losses)
        begun.go_back(update)
        return begun

    # --- what is read

    def mean_at(self, update: int) -> float | None:
        """The batch mean C that this update computed; None where it is not known one by one any more."""
        if self._first < update <= self.count:
            return float(self._recent[update - 1 - self._first])
        return None

    def single_losses(self) -> tuple[int, NDArray[np.float32]]:
        """(first, losses): a copy of those that are known one by one; the first is that of θ after `first` updates.

        NaN where one is not known.
        """
        return self._first, self._recent[: self.count - self._first].copy()

    def columns(self, begin: int, end: int, most: int) -> BatchColumns:
        """The losses of θ after `begin` to `end - 1` updates, in at most `most` columns (at least 2).

        A column holds a power of two of losses and begins at a multiple of it, so that whole columns stay as they
        are while the run goes on, and only new ones are computed. The outermost two may reach beyond the range, and
        the last one may not be whole yet. Where losses are counted in buckets already, a column is no narrower than
        a bucket.
        """
        begin, shown = max(0, begin), min(self.count, end)
        if shown <= begin:
            return BatchColumns.none()
        width = _width(begin, end, most)
        if begin < self._first:
            width = max(width, self._width)
        from_column, whole = begin // width, self.count // width
        self._cache(width, from_column, min(whole, -(-shown // width)))
        to_column = -(-shown // width)
        columns = self._cached[:, from_column - self._cached_from : to_column - self._cached_from]
        starts = np.arange(from_column, to_column, dtype=np.int64) * width
        if to_column > whole:
            columns = np.concatenate([columns, self._computed(whole * width, self.count, width)], axis=1)
        stops = np.minimum(starts + width, self.count)
        return BatchColumns.of(starts, stops, width, columns, self._first)

    # --- parts

    @property
    def _bins(self) -> NDArray[np.uint32]:
        """(buckets, BINS): the counts of each bucket."""
        return self._bins_room[: self._buckets.shape[1]]

    def _cache(self, width: int, from_column: int, to_column: int) -> None:
        """Have whole columns from one number to the next at hand."""
        cached_to = self._cached_from + self._cached.shape[1]
        if width != self._cached_width or not self._cached_from <= from_column <= cached_to:
            self._cached_width, self._cached_from, cached_to = width, from_column, from_column
            self._cached = np.empty((5, 0))
        if to_column > cached_to:
            new = self._computed(cached_to * width, to_column * width, width)
            self._cached = np.concatenate([self._cached, new], axis=1)

    def _computed(self, begin: int, end: int, width: int) -> Columns:
        """Columns of `width` losses from index `begin` to `end`; `begin` is a multiple of `width`."""
        parts = []
        middle = begin
        if begin < self._first:
            # Where buckets and single losses meet in one column, it is counted in bins as well.
            middle = min(end, -(-self._first // width) * width)
            parts.append(self._old(begin, middle, width))
        if middle < end:
            parts.append(column_statistics(self._recent[middle - self._first : end - self._first], width))
        return np.concatenate(parts, axis=1)

    def _old(self, begin: int, end: int, width: int) -> Columns:
        from_bucket, to_bucket = begin // self._width, min(-(-end // self._width), len(self._bins))
        buckets, bins = self._buckets[:, from_bucket:to_bucket], self._bins[from_bucket:to_bucket]
        if end > self._first:
            more, counts = _counted(self._recent[: end - self._first], self._width)
            buckets, bins = np.concatenate([buckets, more], axis=1), np.concatenate([bins, counts])
        merged, _ = merged_buckets(buckets, bins, max(1, width // self._width))
        return merged

    def _append(self, new: NDArray[np.float32]) -> None:
        surplus = self.count - self._first + len(new) - EXACT_UPDATES
        if surplus > 0:
            # A tenth more than needed, so that the others are not moved at every call.
            self._count_oldest(surplus + EXACT_UPDATES // 10)
        kept = self.count - self._first
        if kept + len(new) > len(self._recent):
            grown = np.empty(
                max(min(2 * len(self._recent), EXACT_UPDATES + BUCKET), kept + len(new)), np.float32
            )
            grown[:kept] = self._recent[:kept]
            self._recent = grown
        self._recent[kept : kept + len(new)] = new
        self.count += len(new)

    def _count_oldest(self, count: int) -> None:
        """Count about the `count` oldest losses in buckets."""
        kept = self.count - self._first
        number = min(-(-count // self._width), kept // self._width)
        # Always an even number in all, so that two neighbours can become one.
        number -= (len(self._bins) + number) % 2
        if number <= 0:
            return
        count = number * self._width
        buckets, bins = _counted(self._recent[:count], self._width)
        before = self._bins
        if len(before) + number > len(self._bins_room):
            room = max(MAX_BUCKETS + MAX_BUCKETS // 8, len(before) + number)
            self._bins_room = np.empty((room, BINS), np.uint32)
            self._bins_room[: len(before)] = before
        self._bins_room[len(before) : len(before) + number] = bins
        self._buckets = np.concatenate([self._buckets, buckets], axis=1)
        self._recent[: kept - count] = self._recent[count:kept].copy()
        self._first += count
        while len(self._bins) > MAX_BUCKETS and len(self._bins) % 2 == 0:
            self._buckets, bins = merged_buckets(self._buckets, self._bins, 2)
            self._bins_room[: len(bins)] = bins
            self._width *= 2


def _width(begin: int, end: int, most: int) -> int:
    """The smallest power of two such that at most `most` columns of it cover `begin` to `end`."""
    width = 1
    while -(-end // width) - begin // width > most:
        width *= 2
    return width


def _counted(values: NDArray[np.float32], width: int) -> tuple[Columns, NDArray[np.uint32]]:
    """Buckets of `width` losses: their statistics, and their counts in bins."""
    return column_statistics(values, width), count_in_bins(values, width)
