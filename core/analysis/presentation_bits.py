"""One bit for each example and epoch: right or wrong; and another one where it was not presented."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# What the bits of one run may take, and how many epochs are kept at least and at most.
MOST_BYTES, LEAST_EPOCHS, MOST_EPOCHS = 16 << 20, 32, 4096
# As in `core.analysis.life_record`.
_ABSENT, _WRONG = 0, 1


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
        """Let every other one go."""
        self.spacing *= 2
        stays = np.flatnonzero(self._epochs % self.spacing == 0)
        for bits in (self._right, self._absent):
            if bits is not None:
                bits[: len(stays)] = bits[stays]
        self._epochs = self._epochs[stays]
