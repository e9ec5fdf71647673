"""Which examples the gallery shows: those of a cell of the matrix, of a class, of an answer, or all mistakes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.analysis.confusion import said_classes
from core.analysis.example_losses import ExampleLosses

ALL = -1


class Pair(NamedTuple):
    """A right class and an answer: a cell of the confusion matrix; `ALL` for any of them.

    An answer may be `core.analysis.example_losses.NO_CLASS`.
    """

    label: int = ALL
    answer: int = ALL

    @property
    def is_cell(self) -> bool:
        """Whether it is one class and one answer; else it means the mistakes of a row, of a column, or all."""
        return self.label != ALL and self.answer != ALL


def gallery_rows(losses: ExampleLosses, pair: Pair) -> NDArray[np.int64]:
    """(n,): the examples of this pair by their rows in the set, the most certain first, of equals the largest C.

    Of a row, a column or the whole matrix only the mistakes. Where confidences are lacking, the largest C comes first.
    """
    labels, said = losses.labels, said_classes(losses)
    chosen = np.ones(len(labels), np.bool_) if pair.is_cell else labels != said
    if pair.label != ALL:
        chosen &= labels == pair.label
    if pair.answer != ALL:
        chosen &= said == pair.answer
    rows = np.flatnonzero(chosen)
    keys = [-losses.losses[rows]]
    if not losses.lacks_confidences:
        keys.append(-losses.confidences[rows].astype(np.float64))
    return rows[np.lexsort(keys)].astype(np.int64)
