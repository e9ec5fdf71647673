"""Which examples the gallery shows: those of a cell of the matrix, of a class, of an answer, or all mistakes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.analysis.confusion import said_classes
from core.analysis.example_losses import ExampleLosses
from core.analysis.rising_order import AT_ONCE

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
    if len(rows) > AT_ONCE:
        return _of_many(losses, chosen)
    keys = [-losses.losses[rows]]
    if not losses.lacks_confidences:
        keys.append(-losses.confidences[rows].astype(np.float64))
    return rows[np.lexsort(keys)].astype(np.int64)


def _of_many(losses: ExampleLosses, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The same for so many that sorting both numbers at once would take a third of a second.

    Of equals in both the last row comes first.
    """
    falling = losses.rising[::-1]
    rows: NDArray[np.int64] = falling[chosen[falling]].astype(np.int64)
    if losses.lacks_confidences:
        return rows
    # As whole numbers the bits of floats rise with them, those of negative ones turned round; numbers of two bytes are
    # sorted by counting, and the second sorting keeps the order of the first where the upper halves are the same.
    # −0 becomes 0.
    y = (losses.confidences[rows] + 0).astype(np.float32)
    bits = y.view(np.uint32)
    key = ~np.where(bits >> 31 == 1, ~bits, bits | np.uint32(1 << 31))
    key[np.isnan(y)] = ~np.uint32(0)
    lower = np.argsort(key.astype(np.uint16), kind="stable")
    upper = np.argsort((key[lower] >> 16).astype(np.uint16), kind="stable")
    found: NDArray[np.int64] = rows[lower[upper]]
    return found
