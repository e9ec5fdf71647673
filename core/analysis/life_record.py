"""The life of each training example: right or wrong at each presentation, forgotten how often, its C as last seen.

Toneva et al., "An Empirical Study of Example Forgetting during Deep Neural Network Learning" (ICLR 2019): an example
is forgotten where its answer was right at one presentation and is wrong at the next one. It is presented where it is
in a batch, once in each epoch, or not at all where the last examples of an epoch make no batch.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.analysis.presentation_bits import PresentationBits

NEVER = -1
# In the epoch under way: not presented yet, wrong, right.
ABSENT, WRONG, RIGHT = 0, 1, 2
# So many are counted one after the other, more of them together.
FEW_EPOCHS = 4


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
        # Few are absent, and few change from one epoch to the next.
        self.presented += 1
        self.presented[np.flatnonzero(states == ABSENT)] -= 1
        self.wrong += wrong
        changed = np.flatnonzero((self.is_right & wrong) | (right > self.is_right))
        is_learned = right[changed]
        forgotten, learned = changed[~is_learned], changed[is_learned]
        self.forgotten[forgotten] += 1
        self.right_since[forgotten] = NEVER
        self.right_since[learned] = epoch
        self.first_right[learned[self.first_right[learned] == NEVER]] = epoch
        self.is_right[changed] = is_learned

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


@dataclass(frozen=True)
class _Part:
    """(n,) rows of one epoch, none of them twice, the C of each and the update that it was before."""

    rows: NDArray[np.int64]
    losses: NDArray[np.floating]
    first_update: int
    batch_size: int


class _LastSeen:
    """The C that each example had when it was last in a batch, (N,), and the update from that batch.

    To write to 60,000 places of them takes longer than all else that is recorded. What an epoch says is kept as it
    came, until somebody asks, or until the next epoch has ended: then hardly any of it is what was seen last.
    """

    def __init__(self, count: int) -> None:
        self._losses, self._updates = np.full(count, np.nan, np.float32), np.zeros(count, np.int64)
        self._older: list[_Part] = []
        self._newer: list[_Part] = []

    def add(self, part: _Part) -> None:
        """More of the epoch under way."""
        self._newer.append(part)

    def end_epoch(self, is_absent: NDArray[np.bool_]) -> None:
        """The epoch is over, and (N,) were in none of its batches."""
        if is_absent.any():
            for part in self._older:
                self._write(part, np.flatnonzero(is_absent.take(part.rows)))
        self._older, self._newer = self._newer, []

    def clear(self) -> None:
        """Nothing is known any more."""
        self._older, self._newer = [], []
        self._losses[:], self._updates[:] = np.nan, 0

    def arrays(self) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Losses and updates."""
        for part in (*self._older, *self._newer):
            self._write(part, np.arange(len(part.rows)))
        self._older, self._newer = [], []
        return self._losses, self._updates

    def _write(self, part: _Part, chosen: NDArray[np.int64]) -> None:
        rows = part.rows[chosen]
        self._losses[rows] = part.losses[chosen]
        self._updates[rows] = part.first_update + chosen // part.batch_size


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
    with_dropout : bool
        Whether neurons were dropped when anything was taken.
    bits : PresentationBits
        Of the epochs before that under way.
    """

    def __init__(self, count: int, since: int = 0) -> None:
        self.since = self.update = since
        self.with_dropout = False
        self.epoch = self.first_epoch = NEVER
        self._last_seen = _LastSeen(count)
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
        self.update = first_update + count - 1
        if self.epoch == NEVER:
            self.epoch = self.first_epoch = int(epochs[0])
        states = right.view(np.int8) + np.int8(WRONG)
        is_of_one = epochs[0] == epochs[-1]
        starts = [0, *([] if is_of_one else (np.flatnonzero(np.diff(epochs)) + 1).tolist()), count]
        are_many = len(starts) - 1 > FEW_EPOCHS or epochs[-1] - self.epoch > FEW_EPOCHS
        if are_many:
            self._take_many_epochs(rows, epochs.repeat(size), states)
        for start, stop in pairwise(starts):
            own = slice(start * size, stop * size)
            if not are_many:
                self._begin_epoch(int(epochs[start]))
                self._now[rows[own]] = states[own]
            # The arrays are the taker's only during this call.
            self._last_seen.add(_Part(rows[own], losses[own].copy(), first_update + start, size))
        if are_many:
            self._last_seen.arrays()

    def _begin_epoch(self, epoch: int) -> None:
        """Those before it are over."""
        while self.epoch < epoch:
            self._counts.add_epoch(self.epoch, self._now)
            self.bits.add(self.epoch, self._now[None])
            self._last_seen.end_epoch(self._now == ABSENT)
            self._now[:] = ABSENT
            self.epoch += 1

    def _take_many_epochs(
        self, rows: NDArray[np.int64], epochs: NDArray[np.int64], states: NDArray[np.int8]
    ) -> None:
        """(n,) rows, their epochs and their states there: quick where there are few examples."""
        spread = np.zeros((int(epochs[-1]) - self.epoch + 1, len(self._now)), np.int8)
        spread[0] = self._now
        spread[epochs - self.epoch, rows] = states
        ended, self._now = spread[:-1], spread[-1].copy()
        self._counts.add_epochs(self.epoch, ended)
        self.bits.add(self.epoch, ended)
        self.epoch = int(epochs[-1])

    def configure(self, loss: str, dropout: float) -> None:
        """What follows is of this loss, and with dropout of this probability.

        Where C is another loss, what was last seen of the one before is forgotten: it must not stand beside it.
        """
        if self._loss not in ("", loss):
            self._last_seen.clear()
        self._loss, self._dropout = loss, dropout

    @property
    def losses(self) -> NDArray[np.float32]:
        """(N,): the C that each had when it was last in a batch; NaN where it was in none."""
        return self._last_seen.arrays()[0]

    @property
    def updates(self) -> NDArray[np.int64]:
        """(N,): the update from that batch, from 1 on; 0 where it was in none."""
        return self._last_seen.arrays()[1]

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
