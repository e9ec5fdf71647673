"""What a selection of a set's examples holds: how many they are, how much of the sum of Cⁿ, how many right."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.example_losses import ExampleLosses

Mask = NDArray[np.bool_]
"""(N,): whether each example of a set is selected."""


@dataclass(frozen=True)
class SelectedSums:
    """The selected examples of a set together, with the parameters that their Cⁿ are of.

    Attributes
    ----------
    count : int
    share : float
        Which share of the sum of all Cⁿ they make, in [0, 1]; NaN where that sum is 0 or not finite.
    accuracy : float
        Which share of them is answered rightly, in [0, 1]; NaN without classes, where none is selected, and where
        the outputs of one are no finite numbers.
    """

    count: int
    share: float
    accuracy: float


def selected_sums(losses: ExampleLosses, selected: Mask) -> SelectedSums:
    """The sums over the examples that are `selected`.

    Raises
    ------
    ValueError
        When there are not as many as there are losses.
    """
    if len(selected) != len(losses.losses):
        raise ValueError(f"{len(selected):,} flags for {len(losses.losses):,} examples")
    count, total = int(np.count_nonzero(selected)), losses.total
    share = float(losses.losses[selected].sum()) / total if np.isfinite(total) and total > 0 else np.nan
    has_answers = count > 0 and len(losses.labels) > 0 and np.isfinite(losses.losses[selected]).all()
    accuracy = 1 - np.count_nonzero(losses.wrong[selected]) / count if has_answers else np.nan
    return SelectedSums(count, share, float(accuracy))


def mask_of(rows: NDArray[np.integer], count: int) -> Mask:
    """(count,): the flags of these rows; rows that a set of so many has not are left out."""
    mask = np.zeros(count, np.bool_)
    mask[rows[(rows >= 0) & (rows < count)]] = True
    return mask
