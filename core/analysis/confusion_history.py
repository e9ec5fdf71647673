"""Which classes were taken for which at each exact measurement of a run: its confusion matrices, of both sets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.confusion import Table, confusion_table
from core.analysis.example_losses import ExampleLosses

# Of one set of one run; beyond so many, or so many bytes, every second one is dropped.
MOST, MOST_BYTES = 400, 4_000_000


@dataclass(frozen=True)
class ConfusionsOverRun:
    """The counts of one set of a run, with the parameters after each of these numbers of updates.

    Attributes
    ----------
    run : int
    split : "train" or "test"
    updates : (n,)
        Rising.
    counts : (n, K, K + 1) uint32
        Row: the right class; column: the class that is said alone, in the last one that none alone is.
    """

    run: int
    split: str
    updates: NDArray[np.int64]
    counts: NDArray[np.integer]


class ConfusionHistory:
    """Keeps the matrices of one set of one run by their updates."""

    def __init__(self) -> None:
        self._tables: dict[int, Table] = {}

    def add(self, losses: ExampleLosses, classes: int, is_live: bool) -> None:
        """Add that of these answers; the same update's takes its place.

        Where it `is_live` those of later updates are gone with the future that they were of; else somebody looks back.
        """
        table = confusion_table(losses, classes)
        if is_live:
            self._tables = {update: own for update, own in self._tables.items() if update <= losses.update}
        self._tables[losses.update] = table
        if len(self._tables) > max(2, min(MOST, MOST_BYTES // table.nbytes)):
            kept = sorted(self._tables)
            # The first and the last stay.
            self._tables = {update: self._tables[update] for update in (*kept[:-1:2], kept[-1])}

    def at(self, update: int) -> Table | None:
        """(K, K + 1): that of this update; None where nothing was measured then."""
        return self._tables.get(update)

    def all(self, run: int, split: str) -> ConfusionsOverRun:
        """All of them."""
        updates = np.array(sorted(self._tables), np.int64)
        counts = [self._tables[update] for update in updates.tolist()]
        return ConfusionsOverRun(run, split, updates, np.array(counts, np.uint32))
