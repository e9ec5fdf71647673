"""When to stop: the test loss has not fallen for a while, so the training only learns its examples by heart."""

from __future__ import annotations

import math


class EarlyStopping:
    """Counts the evaluations since the least test loss.

    Attributes
    ----------
    best : float
        The least total loss of the test set so far, in nats; infinite before the first.
    best_update : int
        The update it belongs to.

    References
    ----------
    Prechelt, Early stopping, but when? (1998), criterion UP
    """

    def __init__(self, patience: int) -> None:
        """So many evaluations in a row, at least 1, without a new least one."""
        if patience < 1:
            raise ValueError(f"patience {patience!r}: give a whole number, 1 or more")
        self.patience = patience
        self.best, self.best_update = math.inf, 0
        self._waited = 0

    def note(self, update: int, test_total: float) -> bool:
        """An exact test loss; True when it is time to stop. What is no number is no improvement."""
        if test_total < self.best:
            self.best, self.best_update, self._waited = test_total, update, 0
        else:
            self._waited += 1
        return self._waited >= self.patience
