"""Every loss of a run, however long: exact for the last million updates, summed up in buckets before that."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.messages import ExactLoss

EXACT_UPDATES = 1_000_000
BUCKET = 1_000
# Two neighbouring buckets become one when there are this many: the oldest part grows coarser, memory does not.
MOST_BUCKETS = 100_000

Curve = NDArray[np.float64]


@dataclass(frozen=True)
class Envelope:
    """A curve in columns: each one's first update, least, mean and largest batch mean C in nats."""

    update: Curve
    low: Curve
    mean: Curve
    high: Curve
    per_column: int


class LossRecord:
    """The losses of one run.

    Parameters
    ----------
    train_count : int
        N, examples of the training set: L is N times a mean C.
    """

    def __init__(self, train_count: int) -> None:
        self.train_count = train_count
        self.count = 0
        self._recent = np.empty(4096, np.float32)
        # The first update that is still kept exactly; those before are in buckets of `_width` updates each.
        self._first = 0
        self._width = BUCKET
        self._buckets = np.empty((3, 0))
        self._exact: list[ExactLoss] = []

    def add_estimates(self, first_update: int, means: NDArray[np.float32]) -> None:
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
        if self.count - self._first + len(new) > len(self._recent):
            self._make_room(len(new))
        stop = self.count - self._first + len(new)
        self._recent[stop - len(new) : stop] = new
        self.count += len(new)

    def add_exact(self, exact: ExactLoss) -> None:
        """Add the exact L of one update; the same update's takes its place."""
        if self._exact and self._exact[-1].update == exact.update:
            self._exact[-1] = exact
        else:
            self._exact.append(exact)
            if len(self._exact) > MOST_BUCKETS:
                del self._exact[1::2]

    @property
    def exact(self) -> tuple[ExactLoss, ...]:
        """Every exact L, in order."""
        return tuple(self._exact)

    @property
    def exact_count(self) -> int:
        """How many exact L there are."""
        return len(self._exact)

    def mean_at(self, update: int) -> float | None:
        """The batch mean C of this update; None where it is not known exactly any more."""
        if self._first < update <= self.count:
            return float(self._recent[update - 1 - self._first])
        return None

    @property
    def nbytes(self) -> int:
        """Memory of the numbers kept."""
        return int(self._recent.nbytes + self._buckets.nbytes) + 200 * len(self._exact)

    def envelope(self, first: int, last: int, columns: int) -> Envelope:
        """The batch means of updates `first` to `last` in at most `columns` columns.

        Where a column holds one update, low, mean and high are that one. Numbers that are not finite are left
        out of a column; a column of nothing else is NaN.
        """
        first, last = max(1, first), min(self.count, last)
        if last < first:
            nothing = np.empty(0)
            return Envelope(nothing, nothing, nothing, nothing, 1)
        per_column = max(1, -(-(last - first + 1) // columns))
        parts = []
        if first <= self._first:
            parts.append(self._old_columns(first, min(last, self._first), per_column))
        start = max(first, self._first + 1)
        if start <= last:
            parts.append(self._recent_columns(start, last, per_column))
        update, low, mean, high = (np.concatenate(columns_) for columns_ in zip(*parts, strict=True))
        return Envelope(update, low, mean, high, per_column)

    def _recent_columns(self, first: int, last: int, per_column: int) -> tuple[Curve, ...]:
        # Columns begin at multiples of their width, so that they do not shimmer while the curve grows.
        values = self._recent[first - 1 - self._first : last - self._first]
        if per_column == 1:
            exact = values.astype(np.float64)
            return np.arange(first, last + 1, dtype=np.float64), exact, exact, exact
        offset = (first - 1) % per_column
        starts = np.arange(-offset, len(values), per_column)
        starts[0] = 0
        update = np.add(first, starts, dtype=np.float64)
        return update, *_summed_up(values, starts)

    def _old_columns(self, first: int, last: int, per_column: int) -> tuple[Curve, ...]:
        from_bucket, to_bucket = (first - 1) // self._width, -(-last // self._width)
        step = max(1, per_column // self._width)
        starts = np.arange(0, to_bucket - from_bucket, step)
        low, mean, high = self._buckets[:, from_bucket:to_bucket]
        update = np.add(1, (from_bucket + starts) * self._width, dtype=np.float64)
        counts = np.diff(np.append(starts, len(mean)))
        return (
            update,
            np.fmin.reduceat(low, starts),
            np.add.reduceat(np.nan_to_num(mean), starts) / counts,
            np.fmax.reduceat(high, starts),
        )

    def _make_room(self, new: int) -> None:
        """Let `new` more losses fit; sum up the oldest where there would be too many."""
        surplus = self.count - self._first + new - EXACT_UPDATES
        if surplus > 0:
            # A tenth more than needed, so that the others are not moved at every call.
            self._sum_up(surplus + EXACT_UPDATES // 10)
        kept = self.count - self._first
        if kept + new > len(self._recent):
            grown = np.empty(max(min(2 * len(self._recent), EXACT_UPDATES), kept + new), np.float32)
            grown[:kept] = self._recent[:kept]
            self._recent = grown

    def _sum_up(self, count: int) -> None:
        """Move about the `count` oldest exact losses into buckets."""
        buckets = min(-(-count // self._width), (self.count - self._first) // self._width)
        # Always an even number in all, so that two neighbours can become one.
        buckets -= (self._buckets.shape[1] + buckets) % 2
        if buckets <= 0:
            return
        count = buckets * self._width
        new = np.array(_summed_up(self._recent[:count], np.arange(0, count, self._width)))
        self._buckets = np.concatenate([self._buckets, new], axis=1)
        kept = self.count - self._first - count
        self._recent[:kept] = self._recent[count : count + kept].copy()
        self._first += count
        if self._buckets.shape[1] > MOST_BUCKETS:
            low, mean, high = self._buckets
            self._buckets = np.array(
                [np.fmin(low[::2], low[1::2]), (mean[::2] + mean[1::2]) / 2, np.fmax(high[::2], high[1::2])]
            )
            self._width *= 2


def _summed_up(values: NDArray[np.float32], starts: NDArray[np.int64]) -> tuple[Curve, Curve, Curve]:
    """(low, mean, high) of the stretches of `values` that begin at `starts`, without what is not finite."""
    finite = np.isfinite(values)
    if finite.all():
        counts = np.diff(np.append(starts, len(values)))
        sums = np.add.reduceat(values, starts, dtype=np.float64)
        low, high = np.minimum.reduceat(values, starts), np.maximum.reduceat(values, starts)
        return low.astype(np.float64), sums / counts, high.astype(np.float64)
    clean = np.where(finite, values, np.nan).astype(np.float64)
    counts = np.add.reduceat(finite.astype(np.int64), starts)
    sums = np.add.reduceat(np.where(finite, values, 0).astype(np.float64), starts)
    mean = np.divide(sums, counts, out=np.full(len(starts), np.nan), where=counts > 0)
    return np.fmin.reduceat(clean, starts), mean, np.fmax.reduceat(clean, starts)
