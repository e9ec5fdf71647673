"""The life of each training example: right or wrong at each presentation, forgotten how often, its C as last seen.

Toneva et al., "An Empirical Study of Example Forgetting during Deep Neural Network Learning" (ICLR 2019): an example
is forgotten where its answer was right at one presentation and is wrong at the next one. It is presented where it is
in a batch, once in each epoch, or not at all where the last examples of an epoch make no batch.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.analysis.presentation_bits import PresentationBits

NEVER = -1
# In the epoch under way: not presented yet, wrong, right.
ABSENT, WRONG, RIGHT = 0, 1, 2


@dataclass
class LifeCounts:
    """What is counted of each example, (N,) arrays.

    Attributes
    ----------
    presented, wrong, forgotten : int32
        At how many presentations, at how many of these the answer was wrong, and how often it was forgotten.
    first_right : int32
        The epoch, from 0 on, in which the answer was right for the first time; `NEVER` where it never was.
    right_since : int32
        The epoch since which every answer was right; `NEVER` where the last one was wrong.
    is_right : bool
        Whether the answer was right at the last presentation.
    """

    presented: NDArray[np.int32]
    wrong: NDArray[np.int32]
    forgotten: NDArray[np.int32]
    first_right: NDArray[np.int32]
    right_since: NDArray[np.int32]
    is_right: NDArray[np.bool_]

    @classmethod
    def none(cls, count: int) -> LifeCounts:
        """Of so many examples that nothing is known of."""
        zeros, nevers = np.zeros(count, np.int32), np.full(count, NEVER, np.int32)
        return cls(zeros, zeros.copy(), zeros.copy(), nevers, nevers.copy(), np.zeros(count, np.bool_))

    def copy(self) -> LifeCounts:
        """The same, in arrays of its own."""
        return replace(self, **{name: array.copy() for name, array in vars(self).items()})

    def add_epoch(self, epoch: int, states: NDArray[np.int8]) -> None:
        """One more epoch is over, in which each example was `ABSENT`, `WRONG` or `RIGHT`."""
        right, wrong = states == RIGHT, states == WRONG
        self.presented += states != ABSENT
        self.wrong += wrong
        forgotten = self.is_right & wrong
        self.forgotten += forgotten
        learned = np.flatnonzero(right & ~self.is_right)
        self.right_since[learned] = epoch
        self.first_right[learned[self.first_right[learned] == NEVER]] = epoch
        self.right_since[np.flatnonzero(forgotten)] = NEVER
        # Who is absent stays as it was.
        self.is_right |= right
        self.is_right &= ~wrong

    def add_epochs(self, first: int, states: NDArray[np.int8]) -> None:
        """(epochs, N): the same of several, the first of which is `first`: quick where there are few examples."""
        epochs, last = np.arange(len(states))[:, None], len(states) - 1
        right, wrong = states == RIGHT, states == WRONG
        self.presented += (states != ABSENT).sum(axis=0, dtype=np.int32)
        self.wrong += wrong.sum(axis=0, dtype=np.int32)
        # After each epoch, whether the last answer was right: that of the last one in which it was presented.
        known = np.maximum.accumulate(np.where(states != ABSENT, epochs, NEVER), axis=0)
        after = np.where(
            known == NEVER, self.is_right, np.take_along_axis(right, np.maximum(known, 0), axis=0)
        )
        before = np.concatenate([self.is_right[None], after[:-1]])
        self.forgotten += (before & wrong).sum(axis=0, dtype=np.int32)
        learned = right & ~before
        at_first, at_last = first + learned.argmax(axis=0), first + last - learned[::-1].argmax(axis=0)
        is_learned = learned.any(axis=0)
        self.first_right[:] = np.where(is_learned & (self.first_right == NEVER), at_first, self.first_right)
        self.right_since[:] = np.where(is_learned, at_last, self.right_since)
        self.is_right[:] = after[-1]
        self.right_since[~self.is_right] = NEVER


class LifeRecord:
    """Takes what batches say of their examples (`core.training.presentations.Presentations`).

    Parameters
    ----------
    count : int
        Examples of the training set, N.
    since : int
        Updates that were made before anything was taken.

    Attributes
    ----------
    update : int
        The last one that is known of.
    epoch : int
        The one under way, or that ended last; `NEVER` before the first presentation.
    first_epoch : int
        The first one of which anything is known.
    losses : (N,) float32
        The C that each had when it was last in a batch; NaN where it was in none.
    updates : (N,) int64
        The update from that batch, from 1 on; 0 where it was in none.
    with_dropout : bool
        Whether neurons were dropped when anything was taken.
    bits : PresentationBits
        Of the epochs before that under way.
    """

    def __init__(self, count: int, since: int = 0) -> None:
        self.since = self.update = since
        self.with_dropout = False
        self.epoch = self.first_epoch = NEVER
        self.losses = np.full(count, np.nan, np.float32)
        self.updates = np.zeros(count, np.int64)
        self.bits = PresentationBits(count)
        self._loss, self._dropout = "", 0.0
        self._counts = LifeCounts.none(count)
        self._now = np.zeros(count, np.int8)

    def take(
        self,
        rows: NDArray[np.int64],
        epochs: NDArray[np.int64],
        first_update: int,
        losses: NDArray[np.floating],
        right: NDArray[np.bool_],
    ) -> None:
        """Take updates one after the other; see `core.training.presentations.TakesPresentations`."""
        count = len(epochs)
        size = len(rows) // count
        self.with_dropout |= self._dropout > 0
        updates = np.arange(first_update, first_update + count)
        # Of a row that is there twice the later one stays.
        self.losses[rows] = losses
        self.updates[rows] = updates.repeat(size)
        self.update = first_update + count - 1
        if self.epoch == NEVER:
            self.epoch = self.first_epoch = int(epochs[0])
        states = right.view(np.int8) + np.int8(WRONG)
        if epochs[-1] == self.epoch:
            self._now[rows] = states
            return
        # Epochs have ended on the way.
        spread = np.zeros((int(epochs[-1]) - self.epoch + 1, len(self._now)), np.int8)
        spread[0] = self._now
        spread[(epochs - self.epoch).repeat(size), rows] = states
        ended, self._now = spread[:-1], spread[-1].copy()
        if len(ended) == 1:
            self._counts.add_epoch(self.epoch, ended[0])
        else:
            self._counts.add_epochs(self.epoch, ended)
        self.bits.add(self.epoch, ended)
        self.epoch = int(epochs[-1])

    def configure(self, loss: str, dropout: float) -> None:
        """What follows is of this loss, and with dropout of this probability.

        Where C is another loss, what was last seen of the one before is forgotten: it must not stand beside it.
        """
        if self._loss not in ("", loss):
            self.losses[:], self.updates[:] = np.nan, 0
        self._loss, self._dropout = loss, dropout

    def counts(self) -> LifeCounts:
        """As they stand, the epoch under way included, in arrays of their own."""
        counts = self._counts.copy()
        if self.epoch != NEVER:
            counts.add_epoch(self.epoch, self._now)
        return counts

    def life_of(self, row: int) -> tuple[NDArray[np.int64], NDArray[np.int8]]:
        """(k,) epochs, and whether the example was `ABSENT`, `WRONG` or `RIGHT` in each, as far as they are kept.

        The last one is that under way, where the example was presented in it already.
        """
        epochs, states = self.bits.of(row)
        if self._now[row] != ABSENT:
            epochs, states = np.append(epochs, self.epoch), np.append(states, self._now[row])
        return epochs, states
