"""One bit for each example and epoch: right or wrong; and another one where it was not presented."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# What the bits of one run may take, and how many epochs are kept at least and at most. They are saved with the run:
# those of 60,000 examples, with what else is known of each, take 15 MB at most.
MOST_BYTES, LEAST_EPOCHS, MOST_EPOCHS = 12_500_000, 32, 4096
# Beyond it a double does not count by ones any more.
_MOST_EPOCH = 2**53
# As in `core.analysis.life_record`.
_ABSENT, _WRONG = 0, 1


@dataclass(frozen=True)
class SavedBits:
    """Bits as a value.

    Attributes
    ----------
    spacing : int
        Epochs that are multiples of it are kept.
    epochs : (k,) int64
        Those that are kept, rising.
    right : (k, ceil(N / 8)) uint8
        A bit for each example, the first one the highest: whether its answer was right.
    absent : (k, ceil(N / 8)) or (0, ceil(N / 8)) uint8
        Likewise, whether it was not presented; no rows where all always were.
    """

    spacing: int
    epochs: NDArray[np.int64]
    right: NDArray[np.uint8]
    absent: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.epochs)

    def copied(self) -> SavedBits:
        """The same in arrays of its own, which stay as they are."""
        return SavedBits(self.spacing, self.epochs.copy(), self.right.copy(), self.absent.copy())

    def rows(self, start: int, stop: int) -> SavedBits:
        """Those of the epochs from one place to another."""
        own = slice(start, stop)
        return SavedBits(self.spacing, self.epochs[own], self.right[own], self.absent[own])


class PresentationBits:
    """Keeps whole epochs. Where there is no more room, every other one goes, and from then on only every other comes.

    Parameters
    ----------
    count : int
        Examples.
    most_bytes : int
        What it may take, unless that were fewer than `LEAST_EPOCHS`.

    Attributes
    ----------
    spacing : int
        Epochs that are multiples of it are kept.
    """

    def __init__(self, count: int, most_bytes: int = MOST_BYTES) -> None:
        self._count, self._width = count, -(-count // 8)
        self.capacity = min(MOST_EPOCHS, max(LEAST_EPOCHS, most_bytes // (2 * max(1, self._width))))
        self.spacing = 1
        self._epochs: NDArray[np.int64] = np.empty(0, np.int64)
        # (epochs, bytes); what is not written to takes no memory.
        self._right = np.empty((self.capacity, self._width), np.uint8)
        # None where in every epoch that is kept all were presented.
        self._absent: NDArray[np.uint8] | None = None

    @classmethod
    def restored(cls, saved: SavedBits, count: int) -> PresentationBits:
        """The bits of so many examples that `saved` was taken of.

        Raises
        ------
        ValueError
            When its parts do not fit each other or so many examples.
        """
        bits = cls(count)
        epochs, rows = saved.epochs, len(saved.epochs) if saved.epochs.ndim == 1 else -1
        fits = (
            saved.epochs.dtype == np.int64
            and saved.right.dtype == saved.absent.dtype == np.uint8
            and 0 <= rows <= bits.capacity
            and saved.right.shape == (rows, bits._width)
            and saved.absent.shape in ((rows, bits._width), (0, bits._width))
            and 1 <= saved.spacing <= _MOST_EPOCH
            # What was thinned out once stays so: every other one of every other one.
            and not saved.spacing & (saved.spacing - 1)
            and (np.diff(epochs) > 0).all()
            and (not rows or 0 <= epochs[0] <= epochs[-1] <= _MOST_EPOCH)
            and not (epochs % saved.spacing).any()
        )
        if not fits:
            raise ValueError("these are no bits of presentations")
        bits.spacing, bits._epochs = saved.spacing, epochs.copy()
        bits._right[:rows] = saved.right
        if len(saved.absent):
            bits._absent = np.zeros((bits.capacity, bits._width), np.uint8)
            bits._absent[:rows] = saved.absent
        return bits

    def saved(self) -> SavedBits:
        """All of them, without a copy: they are to be read, or copied, before more is added."""
        count = len(self._epochs)
        none = np.zeros((0, self._width), np.uint8)
        absent = none if self._absent is None else self._absent[:count]
        return SavedBits(self.spacing, self._epochs, self._right[:count], absent)

    def add(self, first: int, states: NDArray[np.int8]) -> None:
        """Keep these epochs, (k, N) states of `core.analysis.life_record`, the first of which is `first`."""
        while True:
            kept = np.flatnonzero((first + np.arange(len(states))) % self.spacing == 0)
            if len(self._epochs) + len(kept) <= self.capacity:
                break
            self._thin_out()
        start, stop = len(self._epochs), len(self._epochs) + len(kept)
        if not len(kept):
            return
        own = states[kept]
        self._right[start:stop] = np.packbits(own > _WRONG, axis=1)
        is_absent = own == _ABSENT
        if self._absent is None and is_absent.any():
            self._absent = np.zeros((self.capacity, self._width), np.uint8)
        if self._absent is not None:
            self._absent[start:stop] = np.packbits(is_absent, axis=1)
        self._epochs = np.append(self._epochs, first + kept)

    def of(self, row: int) -> tuple[NDArray[np.int64], NDArray[np.int8]]:
        """(k,) epochs that are kept, and (k,) states of one example in them."""
        count, byte, shift = len(self._epochs), row // 8, 7 - row % 8
        states = ((self._right[:count, byte] >> shift) & 1).astype(np.int8) + np.int8(_WRONG)
        if self._absent is not None:
            states[((self._absent[:count, byte] >> shift) & 1).astype(np.bool_)] = _ABSENT
        return self._epochs, states

    def _thin_out(self) -> None:
        """Let every other one go.

        The others move together where they are: an array of megabytes in other memory would be in the way of smaller
        ones, which take what this one leaves, so that the process would grow each time.
        """
        self.spacing *= 2
        stays = np.flatnonzero(self._epochs % self.spacing == 0)
        for bits in (self._right, self._absent):
            if bits is not None:
                for place, row in enumerate(stays.tolist()):
                    bits[place] = bits[row]
        self._epochs = self._epochs[stays]
