"""What the training sees anyway of each example: whether its answer was right in its batch, and its C there.

An update of one example takes 50 µs, so hardly anything is worked out while updates are made: the update itself writes
C, and how much less the right class's output was than the largest one, to where they are put aside. Thousands of
examples are then looked at together.
"""

from __future__ import annotations

import math
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.loss.loss_gradients import LossGradient
from core.training.batches import Batches

# Put aside until they are looked at together: so many updates, or so many examples.
MOST_UPDATES, MOST_EXAMPLES = 1024, 16_384
# Where another output is as large as the right one, C is ln 2 at least, or ½ (½² + ½²) as squared error; less what
# single precision may be off.
LEAST_OF_TIE = {"cross_entropy": math.log(2) - 0.01, "squared_error": 0.24}


class TakesPresentations(Protocol):
    """Is given what batches have said of their examples."""

    def take(
        self,
        rows: NDArray[np.int64],
        epochs: NDArray[np.int64],
        first_update: int,
        losses: NDArray[np.floating],
        right: NDArray[np.bool_],
    ) -> None:
        """Updates one after the other, each from as many examples.

        Parameters
        ----------
        rows : (updates * batch,)
            Of the training set, in the order of their presentation.
        epochs : (updates,)
            In which pass over the training set each update was, from 0 on.
        first_update : int
            The number of the first of them.
        losses : (updates * batch,)
            The C that each example had in its batch, before that update.
        right : (updates * batch,)
            Whether its answer was right there; True of all of them where the targets are numbers.
        """

    def configure(self, loss: str, dropout: float) -> None:
        """What follows is of this loss, by its name, and with dropout of this probability."""


class Presentations:
    """Collects what batches say of their examples, and hands it on.

    An answer is right where no other output is larger than the right class's. Where others are as large, none is the
    answer, as in `core.analysis.evaluation.predict`: that is looked for in batches whose mean C is as large as that
    takes, as in a network that says the same to all. By chance two of a trained network's outputs are equal once in
    ten million. Where the targets are numbers, no answer is right or wrong: it is handed on as not wrong.

    Parameters
    ----------
    labels : (N,) or None
        The right class of each example of the training set; None for regression.
    taker : TakesPresentations
        Is given what was collected, now and then, and by `flush`.
    next_update : int
        The first to be noted.

    Attributes
    ----------
    next_update : int
        What belongs to an earlier update is known already: it is made again on the way back from a divergence.
    """

    def __init__(
        self, labels: NDArray[np.integer] | None, taker: TakesPresentations, next_update: int = 1
    ) -> None:
        self._labels, self._taker = labels, taker
        self.next_update = next_update
        self._least_of_tie = 0.0
        self._first_update = self._count = 0
        # Batches that lie one behind the other in an epoch's order: that order, in which epoch, where they begin, and
        # how many updates had been put aside before. And where the next one is, if it lies behind the last.
        self._stretches: list[tuple[NDArray[np.int64], int, int, int]] = []
        self._epoch = self._start = -1
        # For how many updates of how many examples there is room.
        self._room = self._size = 0
        # (updates + 1, batch): C, and how much less the right class's output is than the largest. Each update's part of
        # both, in turn: what an update writes to them itself need not be copied.
        self._losses: Array = np.empty((1, 0), np.float32)
        self._gaps: Array = np.empty((1, 0), np.float32)
        self._places: list[tuple[Array, Array]] = [(self._losses[0], self._gaps[0])]
        # Of a batch of several chunks that is under way.
        self._chunk_gaps: Array = np.empty(0, np.float32)

    def configure(self, loss: str, dropout: float) -> None:
        """What follows is of this loss, and with dropout of this probability."""
        self.flush()
        self._least_of_tie = LEAST_OF_TIE[loss]
        self._taker.configure(loss, dropout)

    def take_chunk(self, start: int, outputs: Array, rows: NDArray[np.int64]) -> None:
        """A chunk of a batch of several went forwards.

        Parameters
        ----------
        start : int
            Its first example's place in the batch.
        outputs : (n_out, k)
            The logits.
        rows : (batch,)
            All examples of the batch.
        """
        if self._labels is None:
            return
        if len(self._chunk_gaps) != len(rows):
            self._chunk_gaps = np.zeros(len(rows), outputs.dtype)
        own = rows[start : start + outputs.shape[1]]
        self._chunk_gaps[start : start + len(own)] = gaps_of(outputs, self._labels[own])

    def note(
        self,
        update: int,
        batches: Batches,
        losses: Array,
        mean: float,
        outputs: Array | None,
        gradient: LossGradient,
    ) -> Array:
        """An update was made from this batch; returns where the next one may write its losses to.

        Parameters
        ----------
        update : int
            Its number.
        batches : Batches
            Which opened it last.
        losses : (batch,)
            Each C before the update.
        mean : float
            The mean of these.
        outputs : (n_out, batch) or None
            The logits; None where `take_chunk` was given them.
        gradient : LossGradient
            What was called with them.
        """
        has_gap = self._labels is not None
        # Its part of what is put aside has been written to already, unless something has changed.
        place = self._places[self._count]
        if (
            losses is not place[0]
            or (gradient.gap is not place[1] and self._labels is not None)
            or update != self.next_update
            or batches.start != self._start
            or batches.opened_epoch != self._epoch
            or self._count == self._room
        ):
            if update < self.next_update:
                return losses
            has_gap = outputs is not None and gradient.largest is not None and self._labels is not None
            self._put(update, batches, losses, outputs, gradient)
            place = self._places[self._count]
        # Where it is less than the largest in all of them, nothing is equal.
        labels = self._labels if not mean < self._least_of_tie else None
        if labels is not None and outputs is not None and np.count_nonzero(place[1]) != self._size:
            place[1][:] = gaps_of(outputs, labels[batches.rows])
        self._count += 1
        self._start += self._size
        self.next_update = update + 1
        next_losses, next_gap = self._places[self._count]
        if has_gap:
            gradient.gap = next_gap
        return next_losses

    def _put(
        self,
        update: int,
        batches: Batches,
        losses: Array,
        outputs: Array | None,
        gradient: LossGradient,
    ) -> None:
        """Have a place for an update that has none yet, or in no order, and copy what it has written elsewhere."""
        size, is_next = len(losses), update == self.next_update
        if (
            self._count == self._room
            or size != self._size
            or losses.dtype != self._losses.dtype
            or not is_next
        ):
            self.flush()
            self._make_room(size, losses.dtype)
        count = self._count
        if not count:
            self._first_update = update
        if not count or batches.start != self._start or batches.opened_epoch != self._epoch:
            self._epoch, self._start = batches.opened_epoch, batches.start
            self._stretches.append((batches.order, self._epoch, self._start, count))
        # Where it was written to may lie in the same array.
        self._losses[count] = losses
        if self._labels is None:
            return
        if outputs is None:
            self._gaps[count] = self._chunk_gaps
        elif gradient.largest is None:
            self._gaps[count] = gaps_of(outputs, self._labels[batches.rows])
        else:
            self._gaps[count] = gradient.gap

    def take_back(self) -> None:
        """What was noted last is of an update that made a number not finite: it does not count."""
        if self._count:
            self._count -= 1
            self._start -= self._size
            self.next_update -= 1

    def flush(self) -> None:
        """Hand on what was put aside."""
        count, size = self._count, self._size
        if not count:
            return
        ends = [before for *_, before in self._stretches[1:]] + [count]
        rows, epochs = [], []
        for (order, epoch, start, before), end in zip(self._stretches, ends, strict=True):
            rows.append(order[start : start + (end - before) * size])
            epochs.append(np.full(end - before, epoch))
        self._count = 0
        self._stretches.clear()
        self._taker.take(
            rows[0] if len(rows) == 1 else np.concatenate(rows),
            np.concatenate(epochs),
            self._first_update,
            self._losses[:count].ravel(),
            np.ones(count * size, np.bool_) if self._labels is None else self._gaps[:count].ravel() == 0,
        )

    def _make_room(self, size: int, dtype: np.dtype[Any]) -> None:
        """Room for updates of so many examples."""
        self._size, self._room = size, max(1, min(MOST_UPDATES, MOST_EXAMPLES // size))
        # One more, that is written to before there is room again.
        shape = self._room + 1, size
        if self._losses.shape != shape or self._losses.dtype != dtype:
            self._losses, self._gaps = np.empty(shape, dtype), np.empty(shape, dtype)
            self._places = list(zip(self._losses, self._gaps, strict=True))


def gaps_of(outputs: Array, labels: NDArray[np.integer]) -> Array:
    """(n,): the right class's output less the largest one, so 0 where it is the largest; and -1 where others are, too.

    Parameters
    ----------
    outputs : (n_out, n)
    labels : (n,)
    """
    largest = np.maximum.reduce(outputs, axis=0)
    gaps = outputs[labels, np.arange(len(labels))] - largest
    equal = outputs == largest
    if np.count_nonzero(equal) != len(labels):
        gaps[np.count_nonzero(equal, axis=0) > 1] = -1
    return np.asarray(gaps)
