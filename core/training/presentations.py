"""What the training sees anyway of each example: whether its answer was right in its batch, and its C there.

An update of one example takes 50 µs, so hardly anything is worked out while updates are made: how much less the right
class's output was than the largest one is put aside, and thousands of examples are then looked at together.
"""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.loss.loss_gradients import LossGradient

# Put aside until they are looked at together: so many updates, or so many examples.
MOST_UPDATES, MOST_EXAMPLES = 1024, 16_384
# Where another output is as large as the right one, C is ln 2 at least; less what single precision may be off.
LEAST_OF_TIE = math.log(2) - 0.01


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
            Whether its answer was right there.
        """

    def configure(self, loss: str, dropout: float) -> None:
        """What follows is of this loss, by its name, and with dropout of this probability."""


class Presentations:
    """Collects what batches say of their examples, and hands it on.

    An answer is right where no other output is larger than the right class's. Where others are as large, none is the
    answer, as in `core.analysis.evaluation.predict`: that is looked for in batches whose mean C is ln 2 or more, as in
    a network that says the same to all. By chance two of a trained network's outputs are equal once in ten million.

    Parameters
    ----------
    labels : (N,)
        The right class of each example of the training set.
    taker : TakesPresentations
        Is given what was collected, now and then, and by `flush`.
    next_update : int
        The first to be noted.

    Attributes
    ----------
    next_update : int
        What belongs to an earlier update is known already: it is made again on the way back from a divergence.
    """

    def __init__(self, labels: NDArray[np.integer], taker: TakesPresentations, next_update: int = 1) -> None:
        self._labels, self._taker = labels, taker
        self.next_update = next_update
        self._rows: list[NDArray[np.int64]] = []
        self._epochs: list[int] = []
        self._first_update = 0
        # (updates, batch): how much less the right class's output is than the largest, and C; and for how many
        # updates of how many examples there is room.
        self._gaps: Array = np.empty((0, 0), np.float32)
        self._losses: Array = np.empty((0, 0), np.float32)
        self._room = self._size = 0
        # Each update's part of them: what an update writes to them itself need not be copied.
        self._gap_slots: list[Array] = []
        self._loss_slots: list[Array] = []
        # Of a batch of several chunks that is under way.
        self._chunk_gaps: Array = np.empty(0, np.float32)

    def configure(self, loss: str, dropout: float) -> None:
        """What follows is of this loss, and with dropout of this probability."""
        self.flush()
        self._taker.configure(loss, dropout)

    def losses_for(self, own: Array) -> Array:
        """Where the next batch may write its losses to, instead of to its `own` array of this size and type."""
        count = len(self._rows)
        if len(own) != self._size or count == self._room or own.dtype != self._losses.dtype:
            return own
        return self._loss_slots[count]

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
        if len(self._chunk_gaps) != len(rows):
            self._chunk_gaps = np.zeros(len(rows), outputs.dtype)
        own = rows[start : start + outputs.shape[1]]
        self._chunk_gaps[start : start + len(own)] = gaps_of(outputs, self._labels[own])

    def note(
        self,
        update: int,
        epoch: int,
        rows: NDArray[np.int64],
        losses: Array,
        mean: float,
        outputs: Array | None,
        gradient: LossGradient,
    ) -> None:
        """An update was made from this batch.

        Parameters
        ----------
        update : int
            Its number.
        epoch : int
            In which pass over the training set, from 0 on.
        rows, losses : (batch,)
            Which examples, and each C before the update.
        mean : float
            The mean of these.
        outputs : (n_out, batch) or None
            The logits; None where `take_chunk` was given them.
        gradient : LossGradient
            What was called with them.
        """
        if update < self.next_update:
            return
        count = len(self._rows)
        if count == self._room or len(rows) != self._size:
            self.flush()
            self._make_room(len(rows), losses)
            count = 0
        if not count:
            self._first_update = update
        if outputs is None:
            self._gaps[count] = self._chunk_gaps
        elif gradient.largest is None:
            self._gaps[count] = gaps_of(outputs, self._labels[rows])
        else:
            slots = self._gap_slots
            if gradient.gap is not slots[count]:
                self._gaps[count] = gradient.gap
            if not mean < LEAST_OF_TIE and np.count_nonzero(outputs == gradient.largest) != self._size:
                self._gaps[count] = gaps_of(outputs, self._labels[rows])
            gradient.gap = slots[count + 1]
        if losses is not self._loss_slots[count]:
            self._losses[count] = losses
        self._rows.append(rows)
        self._epochs.append(epoch)
        self.next_update = update + 1

    def take_back(self) -> None:
        """What was noted last is of an update that made a number not finite: it does not count."""
        if self._rows:
            self._rows.pop()
            self._epochs.pop()
            self.next_update -= 1

    def flush(self) -> None:
        """Hand on what was put aside."""
        count = len(self._rows)
        if not count:
            return
        rows = self._rows[0] if count == 1 else np.concatenate(self._rows)
        epochs = np.array(self._epochs, np.int64)
        self._rows.clear()
        self._epochs.clear()
        right = self._gaps[:count].ravel() == 0
        self._taker.take(rows, epochs, self._first_update, self._losses[:count].ravel(), right)

    def _make_room(self, size: int, losses: Array) -> None:
        """Room for updates of so many examples."""
        self._size, self._room = size, max(1, min(MOST_UPDATES, MOST_EXAMPLES // size))
        if self._losses.shape != (self._room, size) or self._losses.dtype != losses.dtype:
            self._losses, gaps = np.empty((self._room, size), losses.dtype), np.empty((self._room + 1, size))
            # One more, that is written to before there is room again.
            self._gaps = gaps.astype(losses.dtype)
            self._gap_slots, self._loss_slots = list(self._gaps), list(self._losses)


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
