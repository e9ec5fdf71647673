"""The life of each training example: right or wrong at each presentation, forgotten how often, its C as last seen.

Toneva et al., "An Empirical Study of Example Forgetting during Deep Neural Network Learning" (ICLR 2019): an example
is forgotten where its answer was right at one presentation and is wrong at the next one. It is presented where it is
in a batch, once in each epoch, or not at all where the last examples of an epoch make no batch.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.analysis.life_counts import ABSENT, COUNTED, NEVER, RIGHT, WRONG, LifeCounts
from core.analysis.presentation_bits import PresentationBits
from core.analysis.saved_life import SavedLife, problem_of

__all__ = ["ABSENT", "NEVER", "RIGHT", "WRONG", "LifeRecord"]

# So many are counted one after the other, more of them together.
FEW_EPOCHS = 4


@dataclass(frozen=True)
class _Part:
    """(n,) rows of one epoch, none of them twice, the C of each and the update that it was before."""

    rows: NDArray[np.int32]
    losses: NDArray[np.float32]
    first_update: int
    batch_size: int


class _Epoch:
    """The parts of one epoch, in a room of N rows that is taken once.

    Arrays that come and go for hours, each of another size, leave gaps between those that stay.
    """

    def __init__(self, count: int) -> None:
        self._rows, self._losses = np.empty(count, np.int32), np.empty(count, np.float32)
        self._filled = 0
        self.parts: list[_Part] = []

    def has_room(self, count: int) -> bool:
        """Whether so many rows more can be kept."""
        return self._filled + count <= len(self._rows)

    def add(
        self, rows: NDArray[np.int64], losses: NDArray[np.floating], first_update: int, size: int
    ) -> None:
        """Keep (n,) rows and the C of each, of updates from as many examples each as `size`."""
        own = slice(self._filled, self._filled + len(rows))
        self._rows[own], self._losses[own] = rows, losses
        self.parts.append(_Part(self._rows[own], self._losses[own], first_update, size))
        self._filled = own.stop

    def clear(self) -> None:
        """Keep nothing any more."""
        self._filled, self.parts = 0, []


class _LastSeen:
    """The C that each example had when it was last in a batch, (N,), and the update from that batch.

    To write to 60,000 places of them takes longer than all else that is recorded. What an epoch says is kept as it
    came, until somebody asks, or until the next epoch has ended: then hardly any of it is what was seen last.
    """

    def __init__(self, count: int) -> None:
        self._losses, self._updates = np.full(count, np.nan, np.float32), np.zeros(count, np.int64)
        self._older, self._newer = _Epoch(count), _Epoch(count)

    def add(
        self, rows: NDArray[np.int64], losses: NDArray[np.floating], first_update: int, size: int
    ) -> None:
        """More of the epoch under way."""
        if not self._newer.has_room(len(rows)):
            # Of several epochs at once.
            self.arrays()
        self._newer.add(rows, losses, first_update, size)

    def end_epoch(self, is_absent: NDArray[np.bool_]) -> None:
        """The epoch is over, and (N,) were in none of its batches."""
        if is_absent.any():
            for part in self._older.parts:
                self._write(part, np.flatnonzero(is_absent.take(part.rows)))
        self._older.clear()
        self._older, self._newer = self._newer, self._older

    def put(self, losses: NDArray[np.float32], updates: NDArray[np.int64]) -> None:
        """Have what `arrays` gave."""
        self._losses[:], self._updates[:] = losses, updates

    def clear(self) -> None:
        """Nothing is known any more."""
        self._forget_parts()
        self._losses[:], self._updates[:] = np.nan, 0

    def arrays(self) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Losses and updates."""
        for part in (*self._older.parts, *self._newer.parts):
            self._write(part, np.arange(len(part.rows)))
        self._forget_parts()
        return self._losses, self._updates

    def _forget_parts(self) -> None:
        for epoch in (self._older, self._newer):
            epoch.clear()

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

    @classmethod
    def of(cls, saved: SavedLife, count: int) -> LifeRecord:
        """The record of so many examples that `saved` was taken of.

        Raises
        ------
        ValueError
            When its parts do not fit each other or so many examples.
        """
        if problem := problem_of(saved, count):
            raise ValueError(f"these are no lives of examples: {problem}")
        record = cls(count, saved.since)
        record.update, record.epoch, record.first_epoch = saved.update, saved.epoch, saved.first_epoch
        record.with_dropout, record._loss = saved.with_dropout, saved.loss
        record.bits = PresentationBits.restored(saved.bits, count)
        for name, array in zip(COUNTED, saved.counts, strict=True):
            getattr(record._counts, name)[:] = array
        record._counts.is_right[:] = record._counts.right_since != NEVER
        record._now[:] = saved.now
        record._last_seen.put(saved.losses, saved.updates)
        return record

    def saved(self) -> SavedLife:
        """All of it, in copies; but for the bits, which are to be read, or copied, before more is taken."""
        return SavedLife(
            self.since,
            self.update,
            self.epoch,
            self.first_epoch,
            self.with_dropout,
            self._loss,
            np.stack([getattr(self._counts, name) for name in COUNTED]),
            self._now.astype(np.uint8),
            self.losses.copy(),
            self.updates.copy(),
            self.bits.saved(),
        )

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
            self._last_seen.add(rows[own], losses[own], first_update + start, size)
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
