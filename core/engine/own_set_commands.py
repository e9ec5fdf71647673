"""The commands about the user's own test set (`core.data.own_set`); `OwnSetChanged` follows each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.data.own_set import OwnSet


@dataclass(frozen=True)
class KeepExamples:
    """Take these into the own test set, by their numbers; those that have one of them already are replaced."""

    examples: OwnSet


@dataclass(frozen=True)
class DropExamples:
    """Take those of these numbers out of the own test set."""

    numbers: NDArray[np.int64]


@dataclass(frozen=True)
class LabelExample:
    """The example of this number of the own test set is meant to be of the class of this name."""

    number: int
    name: str


OWN_SET_COMMANDS: tuple[type, ...] = (KeepExamples, DropExamples, LabelExample)
