"""Which classes are taken for which, and what each class is in it: recall, precision, share of L."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.example_losses import NO_CLASS, ExampleLosses

Counts = NDArray[np.int64]
Shares = NDArray[np.float64]
Table = NDArray[np.uint32]


@dataclass(frozen=True)
class Confusion:
    """A set's examples, counted by their class and by what the network says; K classes.

    Attributes
    ----------
    counts : (K, K)
        Row: the right class; column: the class that is said alone.
    unanswered : (K,)
        Of each right class those to which no class alone is said: several are largest, or C is no finite number.
    class_losses : (K,) float64
        The sum of Cⁿ over each right class; together they are the set's.
    """

    counts: Counts
    unanswered: Counts
    class_losses: Shares

    @property
    def of_class(self) -> Counts:
        """(K,): how many examples each class has."""
        return np.asarray(self.counts.sum(axis=1) + self.unanswered)

    @property
    def said(self) -> Counts:
        """(K,): how often each class is said."""
        return np.asarray(self.counts.sum(axis=0))

    @property
    def right(self) -> int:
        """How many answers are right: those on the diagonal."""
        return int(np.trace(self.counts))

    @property
    def row_shares(self) -> Shares:
        """(K, K): of each class the share that is said to be each class; NaN in the row of one without examples."""
        return _ratio(self.counts, self.of_class[:, None])

    @property
    def recall(self) -> Shares:
        """(K,): of each class the share that is called so, which is the accuracy on it; NaN without examples."""
        return _ratio(np.diag(self.counts), self.of_class)

    @property
    def precision(self) -> Shares:
        """(K,): of what is called so the share that is of this class; NaN for a class that is never said."""
        return _ratio(np.diag(self.counts), self.said)

    @property
    def loss_shares(self) -> Shares:
        """(K,): which share of the sum of all Cⁿ each class makes; NaN where that is 0 or not finite."""
        return _ratio(self.class_losses, np.full(len(self.class_losses), self.class_losses.sum()))


def said_classes(losses: ExampleLosses) -> NDArray[np.integer]:
    """(N,): the class that is said to each example, `NO_CLASS` where none alone is, or its C is no finite number."""
    return np.where(np.isfinite(losses.losses), losses.answers, NO_CLASS).astype(np.uint8)


def confusion_of(losses: ExampleLosses, classes: int) -> Confusion:
    """Count a set's answers; `classes` is K, at least as many as there are labels."""
    labels, said = losses.labels.astype(np.int64), said_classes(losses)
    # What no class alone is said to has a column of its own, the last one.
    columns = np.where(said == NO_CLASS, classes, said)
    table = np.bincount(labels * (classes + 1) + columns, minlength=classes * (classes + 1))
    table = table.reshape(classes, classes + 1).astype(np.int64)
    sums = np.bincount(labels, weights=losses.losses, minlength=classes).astype(np.float64)
    return Confusion(table[:, :classes].copy(), table[:, classes].copy(), sums)


def confusion_table(losses: ExampleLosses, classes: int) -> Table:
    """(K, K + 1): the counts, and in the last column what no class alone is said to."""
    confusion = confusion_of(losses, classes)
    return np.concatenate([confusion.counts, confusion.unanswered[:, None]], axis=1).astype(np.uint32)


def confusion_from(table: NDArray[np.integer]) -> Confusion:
    """The counts of such a table, without any C."""
    counts = table.astype(np.int64)
    return Confusion(counts[:, :-1], counts[:, -1], np.zeros(len(counts)))


def _ratio(part: NDArray[np.generic], whole: NDArray[np.generic]) -> Shares:
    """How large a part is of the whole; NaN where the whole is 0 or not finite."""
    numbers = np.broadcast_to(np.asarray(whole, np.float64), np.shape(part))
    known = np.isfinite(numbers) & (numbers != 0)
    shares: Shares = np.divide(part, numbers, out=np.full(np.shape(part), np.nan), where=known)
    return shares
