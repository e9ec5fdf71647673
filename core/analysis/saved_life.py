"""The lives of the training's examples as a value, as a file holds it; and whether that can be one at all."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.analysis.life_counts import COUNTED, NEVER, RIGHT
from core.analysis.presentation_bits import SavedBits

# Beyond it a double does not count by ones any more.
_MOST_UPDATES = 2**53


@dataclass(frozen=True)
class SavedLife:
    """A record as a value.

    Attributes
    ----------
    since, update, epoch, first_epoch, with_dropout
        As `core.analysis.life_record.LifeRecord` has them.
    loss : str
        Of which loss `losses` are, by its name; "" where nothing was recorded.
    counts : (5, N) int32
        Those of `core.analysis.life_counts.COUNTED`, of the epochs before that under way.
    now : (N,) uint8
        `ABSENT`, `WRONG` or `RIGHT` in the epoch under way.
    losses : (N,) float32
    updates : (N,) int64
        As the record has them.
    bits : SavedBits
    """

    since: int
    update: int
    epoch: int
    first_epoch: int
    with_dropout: bool
    loss: str
    counts: NDArray[np.int32]
    now: NDArray[np.uint8]
    losses: NDArray[np.float32]
    updates: NDArray[np.int64]
    bits: SavedBits

    def copied(self) -> SavedLife:
        """The same, to stay as it is while the record goes on."""
        return replace(self, bits=self.bits.copied())

    @property
    def nbytes(self) -> int:
        """Of its arrays."""
        arrays = self.counts, self.now, self.losses, self.updates, self.bits.epochs
        return sum(array.nbytes for array in (*arrays, self.bits.right, self.bits.absent))


def problem_of(saved: SavedLife, count: int) -> str:
    """Why it can't be of so many examples, "" where it can; its bits are looked at where they are restored."""
    if not _are_of(saved, count):
        return "its arrays"
    return _problem_of_times(saved) or _problem_of_counts(saved)


def _are_of(saved: SavedLife, count: int) -> bool:
    """Whether the arrays are of so many examples, and of the declared types."""
    return (
        saved.counts.shape == (len(COUNTED), count)
        and saved.now.shape == saved.losses.shape == saved.updates.shape == (count,)
        and saved.counts.dtype == np.int32
        and saved.now.dtype == np.uint8
        and saved.losses.dtype == np.float32
        and saved.updates.dtype == np.int64
    )


def _problem_of_times(saved: SavedLife) -> str:
    begun, epochs = saved.update > saved.since, saved.bits.epochs
    if not 0 <= saved.since <= saved.update <= _MOST_UPDATES:
        return f"of the updates from {saved.since} to {saved.update}"
    # Nothing is known of an epoch before the first presentation.
    if begun != (saved.epoch != NEVER) or begun != (saved.first_epoch != NEVER):
        return "no epoch, or no update in it"
    if not NEVER <= saved.first_epoch <= saved.epoch <= _MOST_UPDATES:
        return f"of the epochs from {saved.first_epoch} to {saved.epoch}"
    if epochs.size and not saved.first_epoch <= epochs.min() <= epochs.max() < saved.epoch:
        return "bits of other epochs"
    return ""


def _problem_of_counts(saved: SavedLife) -> str:
    presented, wrong, forgotten, first_right, right_since = saved.counts
    is_right, was_right, was_seen = right_since != NEVER, first_right != NEVER, saved.updates != 0
    fits = (
        (forgotten >= 0).all()
        and (forgotten <= wrong).all()
        and (wrong <= presented).all()
        and (presented <= saved.epoch - saved.first_epoch).all()
        and (was_right | ~is_right).all()
        and (first_right[was_right] >= saved.first_epoch).all()
        and (first_right[is_right] <= right_since[is_right]).all()
        and (np.maximum(first_right, right_since) < max(saved.epoch, 0)).all()
        and (saved.now <= RIGHT).all()
        and (saved.updates[was_seen] > saved.since).all()
        and (saved.updates <= saved.update).all()
    )
    return "" if fits else "its counts"
