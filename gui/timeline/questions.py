"""Questions about a run that its measured losses answer: when was something so?

What was measured of an update before a parameter was set by hand there is no answer: it is not so at that update.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.analysis.exact_losses import ExactLossHistory


@dataclass(frozen=True)
class Answer:
    """After `update` updates it was so; `value` is what was measured then: L, or the test set's mean Cⁿ."""

    update: int
    value: float


def least_test_loss(exact: ExactLossHistory, first: int = 0) -> Answer | None:
    """Where the test set's mean Cⁿ was least, of the updates from `first` on at which it was measured.

    The first of several; None where there is no test set, or nothing was measured.
    """
    rows = exact.of_now
    updates = exact.updates[rows]
    means = np.where(updates >= first, exact.test_means[rows], np.nan)
    if np.isnan(means).all():
        return None
    place = int(np.nanargmin(means))
    return Answer(int(updates[place]), float(means[place]))


def first_below(exact: ExactLossHistory, total: float) -> Answer | None:
    """The first update of those at which L was measured, where it was less than `total`; None where it never was."""
    rows = exact.of_now
    below = rows[exact.totals[rows] < total]
    if not below.size:
        return None
    return Answer(int(exact.updates[below[0]]), float(exact.totals[below[0]]))
