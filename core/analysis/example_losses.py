"""Every Cⁿ at one θ: the terms that L is the sum of, and which of them make how much of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.analysis.evaluation import NO_ANSWER
from core.analysis.rising_order import stable_order

NO_CLASS = 255
"""There are fewer classes than this. In place of an answer, where several classes are largest, or there are none."""

OWN = "own"
"""The split of the user's own test set (`core.data.own_set`), beside "train" and "test"."""


@dataclass(frozen=True)
class ExampleLosses:
    """Each example's cross-entropy Cⁿ, or squared error, with the parameters after `update` updates.

    Attributes
    ----------
    run, update : int
    split : "train", "test" or "own"
    losses : (N,) float64
        Cⁿ in nats, in the order of the set; their sum is L of that update.
    answers : (N,)
        The class that the network says, or `NO_CLASS`.
    labels : (N,)
        The right class; empty for regression.
    confidences : (N,) float32
        The largest y: how certain the answer is. Empty where there are no classes, and where nobody looked when the
        losses were measured.
    shuffled : (N,) bool
        Whether the label is not the example's own class, because labels were shuffled; empty where none were.
    numbers : (N,) int64
        What each example of "own" is called by for good; empty for the other sets, where its row is its number.
    order : (N,)
        The rows by rising C, as `rising`; empty where nobody looked when the losses were measured.
    measurement : int
        Which of the engine's measurements these are, counted up: of one update there are several where parameters were
        set by hand in between, and of "own" where that set changed.
    """

    run: int
    update: int
    split: str
    losses: NDArray[np.float64]
    answers: NDArray[np.integer]
    labels: NDArray[np.integer]
    confidences: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))
    shuffled: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    numbers: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    order: NDArray[np.integer] = field(default_factory=lambda: np.zeros(0, np.uint32))
    measurement: int = 0

    @property
    def total(self) -> float:
        """L = Σ Cⁿ."""
        return float(self.losses.sum())

    @property
    def lacks_confidences(self) -> bool:
        """Whether there are answers whose confidences were not measured."""
        return len(self.labels) > len(self.confidences)

    def number_of(self, row: int) -> int:
        """What the example of this row is called by."""
        return int(self.numbers[row]) if len(self.numbers) > row else row

    def row_of(self, number: int) -> int:
        """The row of the example that is called so, -1 where there is none."""
        if not len(self.numbers):
            return number if 0 <= number < len(self.losses) else -1
        found = np.flatnonzero(self.numbers == number)
        return int(found[0]) if len(found) else -1

    def is_shuffled(self, row: int) -> bool:
        """Whether the label of this row is not the example's own class."""
        return len(self.shuffled) > row and bool(self.shuffled[row])

    @cached_property
    def wrong(self) -> NDArray[np.bool_]:
        """(N,): whether another class than the right one is said; nowhere for regression."""
        if not len(self.labels):
            return np.zeros(len(self.losses), np.bool_)
        return np.asarray((self.answers != self.labels) | ~np.isfinite(self.losses))

    @cached_property
    def rising(self) -> NDArray[np.integer]:
        """(N,): the rows by rising C; of equals the first row first, what is not finite at the end."""
        if len(self.order) == len(self.losses):
            return self.order
        return stable_order(self.losses)

    @cached_property
    def rising_losses(self) -> NDArray[np.float64]:
        """(N,): every C by rising size."""
        rising_losses: NDArray[np.float64] = self.losses[self.rising]
        return rising_losses

    @cached_property
    def rising_sums(self) -> NDArray[np.float64]:
        """(N,): the sum of each C and all smaller ones."""
        return np.cumsum(self.rising_losses)


def classes_said(predictions: NDArray[np.integer]) -> NDArray[np.uint8]:
    """(N,) uint8: the class of each prediction of `core.analysis.evaluation`, `NO_CLASS` where there is no answer."""
    return np.where(predictions == NO_ANSWER, NO_CLASS, predictions).astype(np.uint8)


def shares_of_total(
    rising: NDArray[np.float64], parts: tuple[float, ...] = (0.01, 0.09)
) -> NDArray[np.float64]:
    """(parts + 1,): which share of L the worst hold, then the next worst, and at the end all the others.

    Parameters
    ----------
    rising : (N,)
        Every Cⁿ by rising size.
    parts : tuple of float
        So large a share of all examples each, from the worst on; at least one example each where there are so many.

    Returns
    -------
    array
        They add up to 1; NaN where L is 0 or not finite.
    """
    counts = part_counts(len(rising), parts)
    ends = len(rising) - np.concatenate([[0], np.cumsum(counts)])
    sums = np.array([rising[end:start].sum() for start, end in zip(ends[:-1], ends[1:], strict=True)])
    total = rising.sum()
    if not np.isfinite(total) or total <= 0:
        return np.full(len(counts), np.nan)
    shares: NDArray[np.float64] = sums / total
    return shares


def part_counts(count: int, parts: tuple[float, ...] = (0.01, 0.09)) -> NDArray[np.intp]:
    """(parts + 1,): of how many examples each part of `shares_of_total` is; they add up to `count`."""
    counts, left = [], count
    for part in parts:
        counts.append(min(left, max(1, round(part * count))))
        left -= counts[-1]
    return np.array([*counts, left], np.intp)
