"""What is drawn of a confusion matrix minus an earlier one: each cell's change, on scales of its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.analysis.confusion import Confusion
from gui.ledger.matrix_marks import MatrixMarks, matrix_marks


def difference_marks(now: Confusion, before: Confusion) -> MatrixMarks:
    """The marks of `now`, but that counts and shares are their differences, and fills how large these are.

    Off the diagonal and on it each on a scale of its own, from 0 to the largest difference of a share.
    """
    marks = matrix_marks(now)
    counts, earlier = now.counts, before.counts
    if now.unanswered.any() or before.unanswered.any():
        counts = np.concatenate([counts, now.unanswered[:, None]], axis=1)
        earlier = np.concatenate([earlier, before.unanswered[:, None]], axis=1)
    shares = _shares(counts, now) - _shares(earlier, before)
    size = np.abs(np.nan_to_num(shares))
    diagonal = np.eye(*counts.shape, dtype=np.bool_)
    off, on = float(size[~diagonal].max(initial=0.0)), float(size[diagonal].max(initial=0.0))
    fills = np.where(diagonal, size / (on or 1.0), size / (off or 1.0))
    return replace(
        marks,
        counts=counts - earlier,
        shares=shares,
        fills=fills,
        off_scale=off,
        diagonal_scale=on,
        is_difference=True,
    )


def _shares(counts: NDArray[np.int64], confusion: Confusion) -> NDArray[np.float64]:
    of_class = confusion.of_class[:, None].astype(np.float64)
    shares: NDArray[np.float64] = np.divide(
        counts, of_class, out=np.full(counts.shape, np.nan), where=of_class > 0
    )
    return shares
