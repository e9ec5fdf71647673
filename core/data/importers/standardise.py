"""A table's columns brought to one size: mean 0 and standard deviation 1 over the examples to learn from."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from core.data.importers.limits import rows_at_once


def standardise(X: NDArray[np.float32], n_train: int) -> None:
    """Change (N, n_in) numbers in place: x becomes (x − mean) / standard deviation, column by column.

    Both are those of the first `n_train` rows, so that nothing of the others reaches what is learned from. A column
    in which all of these are equal becomes 0 there.
    """
    mean = sum((rows.sum(axis=0, dtype=np.float64) for rows in _chunks(X[:n_train])), np.float64(0)) / n_train
    squares = (np.square(rows - mean).sum(axis=0) for rows in _chunks(X[:n_train]))
    deviation = np.sqrt(sum(squares, np.float64(0)) / n_train)
    # Of equal numbers only rounding is left.
    deviation[deviation <= 1e-7 * np.abs(mean)] = 1.0
    deviation[deviation == 0] = 1.0
    for rows in _chunks(X):
        rows[:] = (rows - mean) / deviation


def _chunks(X: NDArray[np.float32]) -> Iterator[NDArray[np.float32]]:
    """Views of some rows at a time, so that no copy of all is made in double precision."""
    step = rows_at_once(X.shape[1:])
    return (X[start : start + step] for start in range(0, len(X), step))
