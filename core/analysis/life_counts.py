"""What is counted of each training example's presentations, epoch by epoch: see `core.analysis.life_record`."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

NEVER = -1
# In the epoch under way: not presented yet, wrong, right.
ABSENT, WRONG, RIGHT = 0, 1, 2
# What is counted, in the order in which it is saved.
COUNTED = "presented", "wrong", "forgotten", "first_right", "right_since"


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
