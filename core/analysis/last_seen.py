"""Each example's C when it was last in a batch: of as many θ as there were batches, so their sum is not L."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.analysis.example_losses import ExampleLosses
from core.analysis.rising_order import RisingOrder


@dataclass(frozen=True)
class LastSeen:
    """What batches said of the examples of the training set when each was last in one, before that batch's update.

    It has no total: only `ExampleLosses`, all of one θ, add up to L.

    Attributes
    ----------
    run : int
    since, update : int
        What the updates after `since` saw is known, up to `update`.
    losses : (N,) float64
        C in nats; NaN of an example that is not `seen`.
    updates : (N,) int64
        The update from that batch; 0 of an example that is not `seen`.
    wrong : (N,) bool
        Whether the answer was wrong there; False where it is not `seen`.
    labels : (N,)
        The right class.
    shuffled : (N,) bool
        As in `ExampleLosses`.
    with_dropout : bool
        Whether neurons were dropped in any of these updates.
    later : int
        How many were last in a batch after `update`: whether they had been in one by then, and what it said, is not
        kept.
    of_other_loss : int
        How many were in batches only before C became another loss.
    """

    run: int
    since: int
    update: int
    losses: NDArray[np.float64]
    updates: NDArray[np.int64]
    wrong: NDArray[np.bool_]
    labels: NDArray[np.integer]
    shuffled: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    with_dropout: bool = False
    later: int = 0
    of_other_loss: int = 0

    split = "train"
    """Nothing else is ever in a batch."""
    confidences = np.zeros(0, np.float32)
    numbers = np.zeros(0, np.int64)

    @classmethod
    def none(cls, exact: ExampleLosses) -> LastSeen:
        """Of a training set of which nothing is recorded."""
        count = len(exact.losses)
        nothing = np.full(count, np.nan), np.zeros(count, np.int64), np.zeros(count, np.bool_)
        return cls(exact.run, 0, 0, *nothing, exact.labels, exact.shuffled)

    @cached_property
    def seen(self) -> NDArray[np.bool_]:
        """(N,): whether it is known."""
        return self.updates > 0

    @cached_property
    def seen_count(self) -> int:
        """Of how many it is known."""
        return int(np.count_nonzero(self.seen))

    @cached_property
    def first_and_last(self) -> tuple[int, int]:
        """The earliest update of them and the latest; (0, 0) where nothing is known."""
        updates = self.updates[self.seen]
        return (int(updates.min()), int(updates.max())) if len(updates) else (0, 0)

    @property
    def is_of_one_update(self) -> bool:
        """Whether all of the set were in one batch, without dropout: then alone the sum is L, before that update."""
        first, last = self.first_and_last
        return self.seen_count == len(self.losses) and 0 < first == last and not self.with_dropout

    @cached_property
    def mixed_sum(self) -> float:
        """The sum over those that are known: of no one θ, and not L, unless `is_of_one_update`."""
        return float(self.losses[self.seen].sum())

    @cached_property
    def sorting(self) -> RisingOrder:
        """Finds `rising` in pieces, for whoever has no time for all of it at once."""
        return RisingOrder(lambda: np.where(self.seen, self.losses, -np.inf))

    @cached_property
    def rising(self) -> NDArray[np.integer]:
        """(N,): the rows by rising C, behind those that are not `seen`; of equals the first row first."""
        while not self.sorting.advance():
            pass
        return self.sorting.rows

    @cached_property
    def rising_losses(self) -> NDArray[np.float64]:
        """(seen_count,): every C that is known, by rising size."""
        known: NDArray[np.float64] = self.losses[self.rising[len(self.losses) - self.seen_count :]]
        return known

    def number_of(self, row: int) -> int:
        """What the example of this row is called by."""
        return row

    def is_shuffled(self, row: int) -> bool:
        """Whether the label of this row is not the example's own class."""
        return len(self.shuffled) > row and bool(self.shuffled[row])


ExampleTerms = ExampleLosses | LastSeen
"""What a wall can be of; only the first kind adds up to L."""
