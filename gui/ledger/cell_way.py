"""How many examples a cell of the confusion matrix has had over a run: numbers, not yet lines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.confusion import Confusion, confusion_from
from core.analysis.confusion_history import ConfusionsOverRun
from core.analysis.example_losses import NO_CLASS
from gui.ledger.gallery_order import ALL, Pair

Counts = NDArray[np.int64]
# The plot is low: of what is a tenth of its height one would see nothing.
LOG_FROM = 10


@dataclass(frozen=True)
class CellWay:
    """Counts at n exact measurements.

    Attributes
    ----------
    updates : (n,)
        Rising.
    own : (n,)
        The chosen cell's; of a row, a column or all the mistakes'.
    mirror : (n,) or None
        Of the cell with class and answer exchanged, off the diagonal.
    others : (m, n)
        Of all others of their kind: off the diagonal or on it; rows; columns.
    """

    updates: NDArray[np.int64]
    own: Counts
    mirror: Counts | None
    others: Counts

    @property
    def most(self) -> int:
        """The largest count, 1 at least."""
        parts = [part for part in (self.own, self.mirror, self.others) if part is not None and part.size]
        return max([1, *(int(part.max()) for part in parts)])

    @property
    def is_log(self) -> bool:
        """Whether counts stand by their logarithm: where that of the cell falls by more than ten times."""
        return int(self.own.max(initial=0)) > LOG_FROM * max(1, int(self.own[-1])) if len(self.own) else False

    def heights(self, counts: NDArray[np.integer]) -> NDArray[np.float64]:
        """How high these counts stand, from 0 to 1 for the largest.

        By the logarithm, 0 stands at the bottom, and 1 as far above it as 10 does above 1.
        """
        if not self.is_log:
            return counts / self.most
        powers: NDArray[np.float64] = np.where(counts > 0, 1 + np.log10(np.maximum(counts, 1)), 0)
        heights: NDArray[np.float64] = powers / (1 + np.log10(self.most))
        return heights


def cell_way(over: ConfusionsOverRun, pair: Pair) -> CellWay:
    """The way of this pair, which is one of the matrix's."""
    counts = over.counts.astype(np.int64)
    classes = counts.shape[1]
    diagonal = np.eye(classes, classes + 1, dtype=np.bool_)
    wrong = np.where(diagonal, 0, counts)
    mirror = None
    if pair.is_cell:
        column = classes if pair.answer == NO_CLASS else pair.answer
        taken = np.zeros((classes, classes + 1), np.bool_)
        taken[pair.label, column] = True
        if column not in (classes, pair.label):
            mirror = counts[:, column, pair.label]
            taken[column, pair.label] = True
        own = counts[:, pair.label, column]
        others = counts[:, (diagonal == diagonal[pair.label, column]) & ~taken].T
    elif pair.label != ALL:
        rows = wrong.sum(axis=2)
        own, others = rows[:, pair.label], np.delete(rows, pair.label, axis=1).T
    elif pair.answer != ALL:
        columns, column = wrong.sum(axis=1), classes if pair.answer == NO_CLASS else pair.answer
        own, others = columns[:, column], np.delete(columns, column, axis=1).T
    else:
        own, others = wrong.sum(axis=(1, 2)), np.zeros((0, len(counts)), np.int64)
    return CellWay(over.updates, own, mirror, others)


def confusion_at(over: ConfusionsOverRun, update: int) -> Confusion | None:
    """The counts at this measurement, without any C; None where there was none."""
    found = np.flatnonzero(over.updates == update)
    if not len(found):
        return None
    return confusion_from(over.counts[found[0]])
