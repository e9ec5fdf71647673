"""A table's columns brought to one size: mean 0 and standard deviation 1 over the examples to learn from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Scale:
    """What every column is brought to mean 0 and standard deviation 1 by.

    Attributes
    ----------
    mean, deviation : (n_in,) float64
        Of the examples to learn from; the deviation is 1 where all of them are equal.
    """

    mean: NDArray[np.float64]
    deviation: NDArray[np.float64]

    def fits(self, count: int) -> bool:
        """Whether it is one of so many columns, and can be divided by."""
        return self.mean.shape == self.deviation.shape == (count,) and bool((self.deviation > 0).all())

    def standardised(self, rows: NDArray[Any]) -> NDArray[np.float64]:
        """(k, n_in) numbers as (x − mean) / standard deviation.

        They must be as they are in the file: rounded to float32 first, large ones that differ little would be equal.
        """
        return (rows.astype(np.float64) - self.mean) / self.deviation


def scale_of(chunks: Iterable[NDArray[Any]]) -> Scale:
    """The scale of the examples to learn from, from some rows (k, n_in) at a time; at least one row in all.

    No others may be among them, so that nothing of what is tested with reaches what is learned from.
    """
    origin: NDArray[np.float64] | None = None
    count, total, squares, rounding = 0, np.float64(0), np.float64(0), 0.0
    for chunk in chunks:
        if not len(chunk):
            continue
        if chunk.dtype.kind == "f":
            rounding = max(rounding, float(np.finfo(chunk.dtype).eps))
        rows = chunk.astype(np.float64)
        # Counted from one of them, so that no digits are lost where all of them are large and differ little.
        origin = rows[0] if origin is None else origin
        rows = rows - origin
        count, total, squares = count + len(rows), total + rows.sum(axis=0), squares + (rows**2).sum(axis=0)
    if origin is None:
        raise ValueError("a scale is that of at least one example")
    deviation = np.sqrt(np.maximum(squares / count - (total / count) ** 2, 0))
    mean = origin + total / count
    # What is no more than the rounding of whoever wrote them tells nothing of the examples.
    is_equal = deviation <= rounding * np.abs(mean)
    return Scale(mean, np.where(is_equal, 1.0, deviation))
