"""How large the y of the right answer was for each training example, at a run's exact measurements: mean and spread.

Swayamdipta et al., "Dataset Cartography: Mapping and Diagnosing Datasets with Training Dynamics" (EMNLP 2020): there
at the end of each epoch; here whenever the exact L was measured, all examples with the parameters of one update. What
was measured before the first update is of a network that has learned nothing: it is kept, and is in no mean.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# A y in [0, 1] is kept as a whole number of so many steps: sums of these, and of their squares, are exact.
STEPS = 65535
MOST_BYTES = 16_000_000
"""Of all that is kept, of every run."""
# Measurements of one run.
LEAST, MOST = 2, 400
Steps = NDArray[np.uint16]


class ConfidenceHistory:
    """Keeps the measurements of one run by their updates.

    Parameters
    ----------
    count : int
        Examples, N.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self._kept: dict[int, Steps] = {}
        # Where the one that went last was; the next one comes there. Thousands that come and go among all else that a
        # training keeps would leave gaps, and the process would grow.
        self._free: Steps | None = None
        self._sums, self._squares = np.zeros(count, np.int64), np.zeros(count, np.int64)

    @property
    def updates(self) -> NDArray[np.int64]:
        """(n,): after how many updates each measurement was taken; rising."""
        return np.array(sorted(self._kept), np.int64)

    @property
    def mean_updates(self) -> NDArray[np.int64]:
        """(n,): those that mean and spread are of, all but that before the first update."""
        updates = self.updates
        return updates[updates > 0]

    @property
    def nbytes(self) -> int:
        """What the measurements take."""
        return sum(steps.nbytes for steps in self._kept.values())

    def add(self, update: int, steps: Steps, is_live: bool) -> None:
        """Add this measurement, (N,) in `STEPS` of 1; the same update's takes its place.

        Where it `is_live` those of later updates are gone with the future that they were of; else somebody looks back.
        """
        for old in [old for old in self._kept if old == update or (is_live and old > update)]:
            self._drop(old)
        own, self._free = self._free, None
        if own is None:
            own = steps.copy()
        else:
            own[:] = steps
        self._kept[update] = own
        self._count(update, own, 1)
        if len(self._kept) > MOST:
            self.thin()

    def thin(self) -> bool:
        """Drop the one whose neighbours are closest together, neither the first nor the last; False where none is."""
        updates = self.updates
        if len(updates) <= LEAST:
            return False
        self._drop(int(updates[1 + (updates[2:] - updates[:-2]).argmin()]))
        return True

    def way_of(self, row: int) -> NDArray[np.float32]:
        """(n,): the y of one example's right answer at each measurement, in [0, 1]."""
        steps = [self._kept[update][row] for update in self.updates.tolist()]
        return (np.array(steps, np.float64) / STEPS).astype(np.float32)

    def means_and_deviations(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """(N,) each: the mean of y over `mean_updates`, in [0, 1], and its standard deviation, in [0, ½].

        The deviation is that of these n themselves (divided by n), as in the paper. NaN where there is none.
        """
        n = len(self.mean_updates)
        if not n:
            nothing = np.full(self.count, np.nan, np.float32)
            return nothing, nothing
        # n Σ s² − (Σ s)² is a whole number: no small spread is lost between two large numbers.
        spread = np.sqrt((n * self._squares - self._sums**2).astype(np.float64)) / (n * STEPS)
        return (self._sums / (n * STEPS)).astype(np.float32), spread.astype(np.float32)

    def _drop(self, update: int) -> None:
        self._free = self._kept.pop(update)
        self._count(update, self._free, -1)

    def _count(self, update: int, steps: Steps, sign: int) -> None:
        if update <= 0:
            return
        wide = steps.astype(np.int64)
        self._sums += sign * wide
        self._squares += sign * wide**2
