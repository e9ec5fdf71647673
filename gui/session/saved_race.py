"""The race of a dense layer and its convolution as a session keeps it: which runs they are, and what was measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.analysis.exact_losses import ExactLoss
from core.analysis.shifted_digits import DISTANCES, ShiftedRight
from core.engine.unrolling_messages import ShiftedMeasured

# Larger ones no network can have been drawn from.
MOST_SEED = 2**63


@dataclass(frozen=True)
class SavedShifted:
    """How a run answered digits that were moved, at each of k moments.

    Attributes
    ----------
    run : int
    updates, digits : (k,) int64
    right, answers : (k, 3) int64
    ink_lost : (k, 3) float64
        As `ShiftedMeasured` has them.
    """

    run: int
    updates: NDArray[np.int64]
    digits: NDArray[np.int64]
    right: NDArray[np.int64]
    answers: NDArray[np.int64]
    ink_lost: NDArray[np.float64]

    def __post_init__(self) -> None:
        count = self.updates.shape[:1]
        fits = (
            self.updates.shape == self.digits.shape == count
            and self.right.shape == self.answers.shape == self.ink_lost.shape == (*count, len(DISTANCES))
            and (self.updates >= 0).all()
            and (self.digits > 0).all()
            and (self.answers > 0).all()
            and (self.right >= 0).all()
            and (self.right <= self.answers).all()
            and (self.ink_lost >= 0).all()
            and (self.ink_lost <= 1).all()
        )
        if not fits:
            raise ValueError("these are no answers of moved digits")

    @classmethod
    def of(cls, run: int, measured: Sequence[ShiftedMeasured]) -> SavedShifted:
        """What was measured of a run, in its order."""
        shape = len(measured), len(DISTANCES)
        parts = [each.shifted for each in measured]
        return cls(
            run,
            np.array([each.update for each in measured], np.int64),
            np.array([each.digits for each in measured], np.int64),
            np.array([each.right for each in parts], np.int64).reshape(shape),
            np.array([each.answers for each in parts], np.int64).reshape(shape),
            np.array([each.ink_lost for each in parts], np.float64).reshape(shape),
        )

    def measured(self, run: int) -> list[ShiftedMeasured]:
        """The same, of the number that the run has now."""
        parts = zip(self.right, self.answers, self.ink_lost, strict=True)
        shifted = (ShiftedRight(right, answers, ink_lost) for right, answers, ink_lost in parts)
        return [
            ShiftedMeasured(run, int(update), int(digits), each)
            for update, digits, each in zip(self.updates, self.digits, shifted, strict=True)
        ]


@dataclass(frozen=True)
class SavedRace:
    """All of it; no runs where there was no race.

    Attributes
    ----------
    seed : int
        That of the layers that they have begun with.
    runs : tuple of int
        In the order of `core.analysis.unrolling.KINDS`.
    exact : tuple of ExactLoss
        What was measured last of each, where that was.
    shifted : tuple of SavedShifted
    """

    seed: int = 0
    runs: tuple[int, ...] = ()
    exact: tuple[ExactLoss, ...] = ()
    shifted: tuple[SavedShifted, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.seed < MOST_SEED or any(each.update < 0 for each in self.exact):
            raise ValueError(f"a race of seed {self.seed}, or measured before it began")

    def with_numbers(self, numbers: Mapping[int, int]) -> SavedRace:
        """The same by the runs' numbers as they are now; none where one of them is gone."""
        if not set(self.runs) <= set(numbers):
            return SavedRace()
        own = {run: numbers[run] for run in self.runs}
        return SavedRace(
            self.seed,
            tuple(own[run] for run in self.runs),
            tuple(replace(each, run=own[each.run]) for each in self.exact if each.run in own),
            tuple(replace(each, run=own[each.run]) for each in self.shifted if each.run in own),
        )
