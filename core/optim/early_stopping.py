"""When to stop: the test loss has not fallen for a while, so the training only learns its examples by heart."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from core.may_lack import MAY_LACK


@dataclass
class EarlyStopping:
    """Monitors the test loss, and reports when it has stopped falling.

    Attributes
    ----------
    patience : int
        Evaluations in a row that may pass without a new least loss; 1 or more.
    best : float
        The least total test loss so far, in nats; infinite before there is one.
    best_update : int or None
        The update after which it was found; None before there is one.
    since_best : int
        Evaluations since then, or since the patience was reset.
    since : int or None
        The update of the first evaluation; 0 where that was the end of the first epoch, so that none lies before it.
        None in files from before this was kept.
    epoch : int
        How many epochs were done at the last evaluation.

    Raises
    ------
    ValueError
        When `patience` is less than 1.

    References
    ----------
    Prechelt, Early Stopping - But When? (1998), the class of criteria UP; here counted from the least loss instead
    of the one before, so that a loss that goes up and down without falling ends it too.
    """

    patience: int
    best: float = math.inf
    best_update: int | None = None
    since_best: int = 0
    since: int | None = field(default=None, metadata={MAY_LACK: True})
    epoch: int = field(default=0, metadata={MAY_LACK: True})

    def __post_init__(self) -> None:
        if self.patience < 1:
            raise ValueError(f"patience {self.patience!r}: give a whole number, 1 or more")

    def goes_on(self, patience: int, epoch: int) -> bool:
        """Whether an evaluation after so many epochs is the next of these: else the least loss may lie between."""
        return self.since is not None and self.patience == patience and epoch <= self.epoch + 1

    def note(self, update: int, test_total: float) -> bool:
        """Take the test loss after `update` updates, in nats. True when it is time to stop.

        A loss that is as large as the least one is no improvement, and NaN is none either.
        """
        if test_total < self.best:
            self.best, self.best_update, self.since_best = test_total, update, 0
        else:
            self.since_best += 1
        return self.since_best >= self.patience

    def reset_patience(self) -> None:
        """Reset the count: the training is continued from the least loss so far."""
        self.since_best = 0
