"""What is drawn of a confusion matrix: shares, and the scales on which they are shaded. Numbers, not yet colours."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.confusion import Confusion

# Scales that end at 1 begin at a whole multiple of this.
STEP = 0.05
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class MatrixMarks:
    """K classes; C columns: the classes, and a last one for what says none alone, where there is such.

    Attributes
    ----------
    counts : (K, C)
    shares : (K, C)
        Of each row; NaN in that of a class without examples.
    fills : (K, C)
        How strong each cell is shaded, from 0 to 1: on the diagonal and off it on a scale of its own.
    off_scale : float
        The largest share off the diagonal: there the shade is full.
    diagonal_from, axis_from : float
        Where the diagonal's scale begins, and that of recall and precision; both end at 1.
    of_class, said : (K,)
        How many examples each class has, and how often it is said.
    recall, precision, loss_shares : (K,)
    bar_scale : float
        The largest share of the sum of C: there a bar is full.
    is_difference : bool
        Whether counts and shares are those of now minus earlier ones (`gui.ledger.matrix_difference`).
    diagonal_scale : float
        Of a difference, the largest one on the diagonal: there the shade is full.
    """

    counts: NDArray[np.int64]
    shares: Floats
    fills: Floats
    off_scale: float
    diagonal_from: float
    axis_from: float
    of_class: NDArray[np.int64]
    said: NDArray[np.int64]
    recall: Floats
    precision: Floats
    loss_shares: Floats
    bar_scale: float
    is_difference: bool = False
    diagonal_scale: float = 0.0

    @property
    def classes(self) -> int:
        """K."""
        return len(self.counts)

    @property
    def has_none(self) -> bool:
        """Whether there is a column for what says no class alone."""
        return bool(self.counts.shape[1] > self.classes)

    def on_axis(self, share: float) -> float | None:
        """Where a recall or a precision stands on its axis, from 0 to 1; None where it is no number."""
        return None if math.isnan(share) else (share - self.axis_from) / (1 - self.axis_from)


def matrix_marks(confusion: Confusion) -> MatrixMarks:
    """The marks of these counts."""
    counts, shares = confusion.counts, confusion.row_shares
    if confusion.unanswered.any():
        of_class = confusion.of_class[:, None].astype(np.float64)
        none = np.divide(confusion.unanswered[:, None], of_class, out=of_class * np.nan, where=of_class > 0)
        counts = np.concatenate([counts, confusion.unanswered[:, None]], axis=1)
        shares = np.concatenate([shares, none], axis=1)
    diagonal = np.eye(*counts.shape, dtype=np.bool_)
    off_scale = _largest(shares[~diagonal])
    diagonal_from = _begin(shares[diagonal])
    fills = shares / off_scale if off_scale > 0 else np.zeros(shares.shape)
    fills[diagonal] = (shares[diagonal] - diagonal_from) / (1 - diagonal_from)
    recall, precision, loss_shares = confusion.recall, confusion.precision, confusion.loss_shares
    return MatrixMarks(
        counts=counts,
        shares=shares,
        fills=np.nan_to_num(fills).clip(0, 1),
        off_scale=off_scale,
        diagonal_from=diagonal_from,
        axis_from=_begin(np.concatenate([recall, precision])),
        of_class=confusion.of_class,
        said=confusion.said,
        recall=recall,
        precision=precision,
        loss_shares=loss_shares,
        bar_scale=_largest(loss_shares),
    )


def _largest(shares: Floats) -> float:
    known = shares[np.isfinite(shares)]
    return float(known.max(initial=0.0))


def _begin(shares: Floats) -> float:
    """The multiple of `STEP` at or under the least of these, at most that below 1."""
    known = shares[np.isfinite(shares)]
    least = math.floor(float(known.min(initial=1.0)) / STEP + 1e-9)
    return min(least, round(1 / STEP) - 1) * STEP
