"""Who has the least Cⁿ, who the next larger one, and so on: found in pieces, so that nobody waits for all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

# Of so many at once the order is found in 1 or 2 ms; more are parted by size first, into parts of about so many.
AT_ONCE, PART = 1 << 16, 1 << 15
SAMPLE = 1 << 12


class RisingOrder:
    """Sorts rows by their loss, of equal ones the first row first, what is no number at the end.

    Parameters
    ----------
    losses : callable
        Gives the (N,) losses; asked for when the first piece is done.

    Attributes
    ----------
    rows : (N,) uint32
        The rows by rising loss; complete when `advance` has returned True.

    References
    ----------
    Frazer, McKellar, Samplesort: A Sampling Approach to Minimal Storage Tree Sorting (1970)
    """

    def __init__(self, losses: Callable[[], NDArray[np.floating]]) -> None:
        self._losses_of = losses
        self.rows: NDArray[np.uint32] = np.zeros(0, np.uint32)
        self._pieces = self._all_pieces()

    def advance(self) -> bool:
        """Do one piece more; True when all are done."""
        return next(self._pieces, True)

    def _all_pieces(self) -> Iterator[bool]:
        losses = self._losses_of()
        count = len(losses)
        if count <= AT_ONCE:
            self.rows = stable_order(losses).astype(np.uint32)
            return
        # Between the parts stand losses of an even sample.
        sample = np.sort(losses[:: max(1, count // SAMPLE)])
        cuts = sample[np.linspace(0, len(sample), count // PART + 2).astype(np.int64)[1:-1]]
        part, parts = np.empty(count, np.uint16), len(cuts) + 1
        pieces = [slice(start, start + AT_ONCE) for start in range(0, count, AT_ONCE)]
        counts = np.empty((len(pieces), parts), np.int64)
        for number, piece in enumerate(pieces):
            part[piece] = np.searchsorted(cuts, losses[piece], side="right")
            counts[number] = np.bincount(part[piece], minlength=parts)
            yield False
        # Each part's rows one piece after the other: where those of a piece begin.
        starts = (counts.T.cumsum() - counts.T.ravel()).reshape(parts, len(pieces)).T
        self.rows = np.empty(count, np.uint32)
        for number, piece in enumerate(pieces):
            # Numbers of two bytes are sorted by counting.
            own = np.argsort(part[piece], kind="stable")
            before = counts[number].cumsum() - counts[number]
            place = np.arange(len(own)) + np.repeat(starts[number] - before, counts[number])
            self.rows[place] = own + piece.start
            yield False
        ends = np.concatenate([[0], counts.sum(axis=0).cumsum()]).tolist()
        for start, stop in zip(ends[:-1], ends[1:], strict=True):
            rows = self.rows[start:stop]
            self.rows[start:stop] = rows[stable_order(losses[rows])]
            yield False


def stable_order(losses: NDArray[np.floating]) -> NDArray[np.integer]:
    """(n,): the rows by rising loss, of equal ones the first row first, what is no number at the end.

    Whole numbers are sorted many times as fast as rows are by their loss. A positive float64's bits, read as a whole
    number, rise with it: so the last of them make room for the row, and what comes of the sort is the order, but for
    losses that differ in nothing else. These few are put right by a sort that takes hardly any time of what is nearly
    sorted.
    """
    # Also where there is none, or one is no number.
    if not losses.size or not losses.min() >= 0:
        return np.argsort(losses, kind="stable")
    row_bits = (len(losses) - 1).bit_length()
    # -0 has other bits than 0, which it is equal to.
    keys = (losses.astype(np.float64) + 0.0).view(np.uint64)
    keys >>= np.uint64(row_bits)
    keys <<= np.uint64(row_bits)
    keys |= np.arange(len(losses), dtype=np.uint64)
    keys.sort()
    order: NDArray[np.integer] = (keys & np.uint64((1 << row_bits) - 1)).astype(np.intp)
    rising = losses[order]
    if (rising[1:] < rising[:-1]).any():
        order = order[np.argsort(rising, kind="stable")]
    return order
