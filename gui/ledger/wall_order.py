"""Where each example stands on the wall: columns of cells, filled by C, by confidence, by class or by number."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from core.analysis.last_seen import ExampleTerms
from core.analysis.rising_order import RisingOrder
from core.steps import result_of

ORDERS = "loss", "confidence", "class", "number", "forgotten"
NOBODY = -1
# How far the bands of classes are smoothed, in columns (the standard deviation of a Gauss curve).
SMOOTH_COLUMNS = 6.0

Cells = NDArray[np.int64]


def wall_cells(losses: ExampleTerms, order: str, rows: int, key: NDArray[np.int64] | None = None) -> Cells:
    """(rows, columns): for each cell the example's row in its set, or `NOBODY`; every example stands once.

    Columns are filled one after the other, so that of all but the first each cell is taken.

    Parameters
    ----------
    order : "loss", "confidence", "class", "number" or "forgotten"
        By C or by how certain the answer is, rising to the right, with a band for each class in class order; by class,
        and by C in each; or as they lie in the set. Where there are no classes, or no confidences, it is by C.
        What is forgotten stands by `key`, and by C where that is equal. Whose C is not known is before the least.
    rows : int
        1 or more.
    key : (N,), optional
        How often each was forgotten (`gui.ledger.life_marks.forgotten_key`); without it, it is by C.
    """
    return result_of(wall_cells_in_steps(losses, order, rows, key))


def wall_cells_in_steps(
    losses: ExampleTerms, order: str, rows: int, key: NDArray[np.int64] | None = None
) -> Generator[None, None, Cells]:
    """As `wall_cells`, in steps of which each takes some ms, for a million examples too."""
    count = len(losses.losses)
    columns = max(1, -(-count // rows))
    labels = losses.labels
    rising = losses.rising
    if order == "forgotten" and key is not None:
        rising = rising[np.argsort(key[rising], kind="stable")]
        yield
    if order == "number":
        return _filled(np.arange(count), rows, columns)
    if order == "class" and len(labels):
        sequence = np.argsort(labels[rising], kind="stable")
        yield
        return _filled(rising[sequence], rows, columns)
    if order == "confidence" and len(losses.confidences):
        certain = RisingOrder(lambda: losses.confidences)
        while not certain.advance():
            yield
        return (yield from _bands(certain.rows, labels[certain.rows], rows, columns))
    if order != "class" and len(labels):
        return (yield from _bands(rising, labels[rising], rows, columns))
    return _filled(rising, rows, columns)


def _filled(sequence: NDArray[np.integer], rows: int, columns: int) -> Cells:
    """Column by column; what is missing at the first column's top is nobody's."""
    cells = np.full(rows * columns, NOBODY, np.int64)
    cells[rows * columns - len(sequence) :] = sequence
    return np.ascontiguousarray(cells.reshape(columns, rows).T)


def _bands(
    rising: NDArray[np.integer], labels: NDArray[np.integer], rows: int, columns: int
) -> Generator[None, None, Cells]:
    """Columns by C, say, in each of them class below class; the bands' edges are smoothed, so that one can follow them.

    An example stands in its own column or in one near by: of a class the order by C is kept exactly.

    Parameters
    ----------
    rising, labels : (N,)
        The examples in the order that goes to the right, and the class of each.
    """
    classes = int(labels.max(initial=0)) + 1
    missing = rows * columns - len(rising)
    # Numbers of two bytes are sorted by counting: many times as fast.
    small = np.dtype(np.uint16 if columns * classes < 1 << 16 else np.int64)
    column = np.repeat(np.arange(columns), rows)[missing:]
    key = (column * classes + labels).astype(small)
    yield
    counts = np.bincount(key, minlength=columns * classes).reshape(columns, classes)
    # Of each class, one after the other, the column of each of its examples by rising C.
    heights = np.diff(np.rint(_smoothed(counts).cumsum(axis=0)), axis=0, prepend=0).astype(np.int64)
    yield
    by_class = np.argsort(labels.astype(np.uint8) if classes <= 256 else labels, kind="stable")
    yield
    target = np.concatenate(
        [np.repeat(np.arange(columns, dtype=small), heights[:, c]) for c in range(classes)]
    )
    yield
    place = np.argsort(target, kind="stable")
    yield
    sequence = by_class[place]
    yield
    # A column of these may be a few cells too high or too low: cut anew, each is full, and sorted by class once more.
    key = (column * classes + labels[sequence]).astype(small)
    yield
    place = np.argsort(key, kind="stable")
    yield
    sequence = sequence[place]
    yield
    rows_of_set = rising[sequence]
    yield
    return _filled(rows_of_set, rows, columns)


def _smoothed(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """(columns, classes): each class's counts smoothed along the columns; their sum over all columns stays."""
    reach = min(len(counts), int(3 * SMOOTH_COLUMNS))
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / SMOOTH_COLUMNS) ** 2)
    # What would go beyond an end comes back, so that nothing is lost of any class.
    around = np.concatenate([counts[:reach][::-1], counts, counts[-reach:][::-1]])
    return np.stack([np.convolve(own, weights / weights.sum(), mode="valid") for own in around.T], axis=1)
