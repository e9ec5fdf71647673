"""What is said of neighbouring losses together: least, 10th percentile, mean, 90th percentile, largest.

Percentiles cannot be computed from the percentiles of parts. So they are computed from the losses themselves while
those are there; of older ones the counts in narrow bins are kept, which add up exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# (5, n): least, 10th percentile, mean, 90th percentile, largest of each of n columns; NaN where no loss is finite.
Columns = NDArray[np.float64]
LOW, TENTH, MEAN, NINETIETH, HIGH = range(5)

# A bin is all float32 that agree in sign, exponent and the first 5 bits of their fraction: 32 bins from one power of
# two to the next, each 3.1 % wide at most. They reach from 2⁻²⁴ to 2¹⁶; what is beyond counts in the outermost ones.
FRACTION_BITS = 5
LOWEST_POWER, HIGHEST_POWER = -24, 16
BINS = (HIGHEST_POWER - LOWEST_POWER) << FRACTION_BITS
RESOLUTION = 2.0**-FRACTION_BITS


@dataclass(frozen=True)
class BatchColumns:
    """Batch losses in columns, as mean C in nats.

    Attributes
    ----------
    start, stop : (n,) int arrays
        A column holds the losses of θ after ``start`` to ``stop - 1`` updates.
    width : int
        Losses of a whole column.
    low, tenth, mean, ninetieth, high : (n,) arrays
        Least, 10th percentile, mean, 90th percentile and largest of its finite losses; percentiles of two
        neighbouring ranks are interpolated linearly. NaN where none is finite.
    counted : int
        Losses of θ before this update are counted in bins: the percentiles of columns that begin there are right to
        `RESOLUTION`, all else is as exact as ever.
    """

    start: NDArray[np.int64]
    stop: NDArray[np.int64]
    width: int
    low: NDArray[np.float64]
    tenth: NDArray[np.float64]
    mean: NDArray[np.float64]
    ninetieth: NDArray[np.float64]
    high: NDArray[np.float64]
    counted: int = 0

    @classmethod
    def of(
        cls, start: NDArray[np.int64], stop: NDArray[np.int64], width: int, columns: Columns, counted: int = 0
    ) -> BatchColumns:
        """From the statistics as one array, (5, n)."""
        low, tenth, mean, ninetieth, high = columns
        return cls(start, stop, width, low, tenth, mean, ninetieth, high, counted)

    @classmethod
    def none(cls) -> BatchColumns:
        """No columns."""
        nothing = np.empty(0, np.int64)
        return cls.of(nothing, nothing, 1, np.empty((5, 0)))

    def without_last(self) -> BatchColumns:
        """All columns but the last one."""
        columns = np.stack([self.low, self.tenth, self.mean, self.ninetieth, self.high])[:, :-1]
        return BatchColumns.of(self.start[:-1], self.stop[:-1], self.width, columns, self.counted)

    @property
    def middle(self) -> NDArray[np.float64]:
        """(n,): the middle of each column, in updates."""
        return (self.start + self.stop - 1) / 2

    def at(self, update: int) -> int | None:
        """The column that holds the loss of θ after this many updates; None where there is none."""
        place = int(np.searchsorted(self.start, update, side="right")) - 1
        return place if place >= 0 and update < self.stop[place] else None


def column_statistics(values: NDArray[np.float32], width: int) -> Columns:
    """The statistics of each `width` neighbours among `values`, (n,); the last column may hold fewer."""
    whole = len(values) // width * width
    columns = _statistics(values[:whole].reshape(-1, width))
    if whole < len(values):
        columns = np.concatenate([columns, _statistics(values[None, whole:])], axis=1)
    return columns


def _statistics(rows: NDArray[np.float32]) -> Columns:
    if rows.shape[1] == 1:
        return np.tile(np.where(np.isfinite(rows[:, 0]), rows[:, 0], np.nan).astype(np.float64), (5, 1))
    finite = np.isfinite(rows)
    if finite.all():
        number = np.full(len(rows), rows.shape[1])
        total = rows.sum(axis=1, dtype=np.float64)
    else:
        number = finite.sum(axis=1)
        total = np.where(finite, rows, 0).sum(axis=1, dtype=np.float64)
        # Sorted, they come last.
        rows = np.where(finite, rows, np.nan)
    ordered = np.sort(rows, axis=1)
    columns = np.full((5, len(rows)), np.nan)
    np.divide(total, number, out=columns[MEAN], where=number > 0)
    line, last = np.arange(len(rows)), np.maximum(number - 1, 0)
    columns[LOW], columns[HIGH] = ordered[:, 0], ordered[line, last]
    for place, share in ((TENTH, 0.1), (NINETIETH, 0.9)):
        rank = share * last
        below = rank.astype(np.int64)
        lower = ordered[line, below].astype(np.float64)
        upper = ordered[line, np.minimum(below + 1, last)].astype(np.float64)
        columns[place] = lower + (rank - below) * (upper - lower)
    return columns


def count_in_bins(values: NDArray[np.float32], width: int) -> NDArray[np.uint32]:
    """(n, BINS): how many of each `width` neighbours lie in which bin; what is not finite is not counted."""
    rows = -(-len(values) // width)
    finite = np.isfinite(values)
    bits = np.maximum(values[finite], 0).view(np.uint32).astype(np.int64)
    places = (bits >> (23 - FRACTION_BITS)) - ((127 + LOWEST_POWER) << FRACTION_BITS)
    places = np.clip(places, 0, BINS - 1) + (np.arange(len(values))[finite] // width) * BINS
    return np.bincount(places, minlength=rows * BINS).astype(np.uint32).reshape(rows, BINS)


def merged_buckets(
    buckets: Columns, bins: NDArray[np.uint32], number: int
) -> tuple[Columns, NDArray[np.uint32]]:
    """Each `number` neighbours of the buckets, (5, n) and (n, BINS), as one; the last one may hold fewer."""
    if number == 1:
        return buckets, bins
    starts = np.arange(0, len(bins), number)
    # The counts' sums, so that the means need not be kept as sums.
    sizes = bins.sum(axis=1, dtype=np.float64)
    total = np.add.reduceat(np.where(sizes > 0, buckets[MEAN] * sizes, 0), starts)
    size = np.add.reduceat(sizes, starts)
    # In as many bytes as before: without it sums of 32 bits are of 64.
    counts = np.add.reduceat(bins, starts, axis=0, dtype=bins.dtype)
    merged = np.full((5, len(starts)), np.nan)
    merged[LOW] = np.fmin.reduceat(buckets[LOW], starts)
    merged[HIGH] = np.fmax.reduceat(buckets[HIGH], starts)
    np.divide(total, size, out=merged[MEAN], where=size > 0)
    for place, share in ((TENTH, 0.1), (NINETIETH, 0.9)):
        merged[place] = np.clip(_percentiles(counts, size, share), merged[LOW], merged[HIGH])
    return merged, counts


def _percentiles(counts: NDArray[np.uint32], size: NDArray[np.float64], share: float) -> NDArray[np.float64]:
    """The middle of the bin in which the loss of this rank lies; NaN where nothing is counted."""
    reached = np.cumsum(counts, axis=1, dtype=np.int64) > (share * np.maximum(size - 1, 0))[:, None]
    bits = np.argmax(reached, axis=1).astype(np.uint32) + np.uint32((127 + LOWEST_POWER) << FRACTION_BITS)
    edges = np.stack([bits, bits + np.uint32(1)]) << np.uint32(23 - FRACTION_BITS)
    middle = edges.view(np.float32).astype(np.float64).mean(axis=0)
    return np.where(size > 0, middle, np.nan)
