"""The exact total losses of a run, as columns of numbers: a plot reads them without touching each one."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST = 100_000


@dataclass(frozen=True)
class ExactLoss:
    """The exact total loss L = Σ Cⁿ of both sets with the parameters after `update` updates, in nats.

    Accuracies are shares in [0, 1], NaN without classes. ``l1`` and ``l2`` are the penalties λ₁ Σ|w| and ½ λ₂ Σ w²,
    which go with the mean C and are no part of L.
    """

    run: int
    update: int
    train_total: float
    train_count: int
    train_accuracy: float
    test_total: float
    test_count: int
    test_accuracy: float
    l1: float = 0.0
    l2: float = 0.0

    @property
    def penalty(self) -> float:
        """What the training adds to the mean C."""
        return self.l1 + self.l2

    @property
    def train_mean(self) -> float:
        """L / N of the training set."""
        return self.train_total / self.train_count

    @property
    def test_mean(self) -> float:
        """L / N of the test set; NaN where there is none."""
        return self.test_total / self.test_count if self.test_count else math.nan


NAMES = tuple(field.name for field in fields(ExactLoss))
# Annotations are kept as text.
KINDS: tuple[Any, ...] = tuple(int if field.type == "int" else float for field in fields(ExactLoss))


class ExactLossHistory:
    """The values of all `ExactLoss` messages, in the order of their updates.

    Beyond 100,000 every second one is dropped, so that memory stays bounded. Of two kinds it is known which they are,
    as long as the app runs: those of before an edit, which are not saved, and those that were measured because one
    looked back.
    """

    def __init__(self) -> None:
        self._columns = np.empty((len(NAMES), 64))
        self.count = 0
        self.changes = 0
        # After these updates a parameter was set by hand; what is there of the second ones was measured before that,
        # of the third between two edits.
        self._edited: set[int] = set()
        self._before_edit: set[int] = set()
        self._between_edits: set[int] = set()
        self._looked_back: set[int] = set()

    def saved(self) -> NDArray[np.float64]:
        """(10, count'): a copy, in the order of `NAMES`, of all that is of the parameters that its update has now.

        What was measured before an edit is left out: nothing would tell that it is of before.
        """
        return self._columns[:, : self.count][:, self.of_now]

    @classmethod
    def of(cls, columns: NDArray[np.float64]) -> ExactLossHistory:
        """Those that `saved` gave.

        Raises
        ------
        ValueError
            When they are not as it gives them.
        """
        if columns.ndim != 2 or len(columns) != len(NAMES) or columns.shape[1] > MOST:
            raise ValueError(f"exact losses in an array of shape {columns.shape}")
        counts = [columns[place] for place, kind in enumerate(KINDS) if kind is int]
        are_whole = all(np.isfinite(row).all() and (row == np.floor(row)).all() for row in counts)
        updates = columns[NAMES.index("update")]
        if not are_whole or (np.diff(updates) <= 0).any() or (columns[NAMES.index("train_count")] < 1).any():
            raise ValueError("exact losses of updates that do not rise")
        history = cls()
        history.count = columns.shape[1]
        history._columns = np.concatenate([columns, np.empty((len(NAMES), 64))], axis=1)
        return history

    def add(self, exact: ExactLoss, looked_back: bool = False) -> None:
        """Add one; the same update's takes its place. `changes` counts how often this was called.

        `looked_back` is whether one looks back at this update; one that comes after that of a later update is so, too.
        """
        self.changes += 1
        place = int(np.searchsorted(self.updates, exact.update))
        if place == self.count or self.updates[place] != exact.update:
            if looked_back or place < self.count:
                self._looked_back.add(exact.update)
            self._ensure_capacity(place)
        self._before_edit.discard(exact.update)
        self._between_edits.discard(exact.update)
        self._columns[:, place] = astuple(exact)
        if self.count > MOST:
            self._columns = self._columns[:, : self.count : 2].copy()
            self.count = self._columns.shape[1]

    def go_back(self, update: int) -> None:
        """Forget those of later updates."""
        self.count = int(np.searchsorted(self.updates, update, side="right"))
        self.changes += 1
        for known in (self._edited, self._before_edit, self._between_edits, self._looked_back):
            known -= {later for later in known if later > update}

    def note_edit(self, update: int) -> None:
        """A parameter was set by hand after this update: what was measured of it is of before, until it is anew."""
        if update in self.updates:
            if update in self._edited - self._before_edit:
                self._between_edits.add(update)
            self._before_edit.add(update)
            self.changes += 1
        self._edited.add(update)

    def restore_edits(self, updates: Iterable[int]) -> None:
        """Parameters were set by hand after these updates, before all that is here was measured of them."""
        self._edited |= {*updates}

    def is_before_edit(self, update: int) -> bool:
        """Whether this update's was measured before a parameter was set by hand after the same update."""
        return update in self._before_edit

    @property
    def has_edits(self) -> bool:
        """Whether a parameter was set by hand after any update: what was measured before that is not kept."""
        return bool(self._edited)

    @property
    def before_edit(self) -> NDArray[np.int64]:
        """The updates of which that is so."""
        return np.array(sorted(self._before_edit), np.int64)

    @property
    def between_edits(self) -> NDArray[np.int64]:
        """Those of them that were measured after another edit of the same update: that is of neither training."""
        return np.array(sorted(self._between_edits), np.int64)

    @property
    def of_now(self) -> NDArray[np.int64]:
        """The rows that are of the parameters that their update has now, and not of before an edit."""
        return np.flatnonzero(~np.isin(self.updates, self.before_edit)).astype(np.int64)

    @property
    def of_training(self) -> NDArray[np.int64]:
        """The rows that were measured in the order of the training, and not because one looked back."""
        is_of_training = np.ones(self.count, np.bool_)
        places = np.searchsorted(self.updates, sorted(self._looked_back))
        known = [place for place in places if place < self.count and self.updates[place] in self._looked_back]
        is_of_training[known] = False
        return np.flatnonzero(is_of_training).astype(np.int64)

    @property
    def updates(self) -> NDArray[np.float64]:
        """(count,) the updates they belong to, rising."""
        return self._column("update")

    @property
    def totals(self) -> NDArray[np.float64]:
        """(count,) L of the training set, in nats."""
        return self._column("train_total")

    @property
    def train_means(self) -> NDArray[np.float64]:
        """(count,) mean Cⁿ of the training set, in nats."""
        means: NDArray[np.float64] = self.totals / self._column("train_count")
        return means

    @property
    def test_means(self) -> NDArray[np.float64]:
        """(count,) mean Cⁿ of the test set, in nats; NaN where there is no test set."""
        counts = self._column("test_count")
        means = np.full(self.count, np.nan)
        np.divide(self._column("test_total"), counts, out=means, where=counts > 0)
        return means

    @property
    def penalties(self) -> NDArray[np.float64]:
        """(count,): L1 and L2 together, beside the mean C."""
        return self._column("l1") + self._column("l2")

    @property
    def l1(self) -> NDArray[np.float64]:
        """(count,): λ₁ Σ|w|, beside the mean C."""
        return self._column("l1")

    @property
    def l2(self) -> NDArray[np.float64]:
        """(count,): ½ λ₂ Σ w², beside the mean C."""
        return self._column("l2")

    def all(self) -> tuple[ExactLoss, ...]:
        """Each as a message."""
        return tuple(self._message(place) for place in range(self.count))

    def before(self, update: int) -> ExactLoss | None:
        """The last one of this update or an earlier one; None where there is none."""
        place = int(np.searchsorted(self.updates, update, side="right"))
        return self._message(place - 1) if place else None

    def _column(self, name: str) -> NDArray[np.float64]:
        column: NDArray[np.float64] = self._columns[NAMES.index(name), : self.count]
        return column

    def _message(self, place: int) -> ExactLoss:
        numbers: list[Any] = self._columns[:, place].tolist()
        return ExactLoss(*(kind(n) for kind, n in zip(KINDS, numbers, strict=True)))

    def _ensure_capacity(self, place: int) -> None:
        if self.count == self._columns.shape[1]:
            self._columns = np.concatenate([self._columns, np.empty_like(self._columns)], axis=1)
        self._columns[:, place + 1 : self.count + 1] = self._columns[:, place : self.count]
        self.count += 1
