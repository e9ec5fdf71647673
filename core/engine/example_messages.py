"""What the engine tells of the examples of a set; their losses are `core.analysis.example_losses.ExampleLosses`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.data.own_set import OwnSet


@dataclass(frozen=True)
class ExamplesSeen:
    """How these examples look.

    Attributes
    ----------
    run : int
        On whose data.
    split : "train", "test" or "own"
    rows : (n,)
    pixels : (n, n_in) uint8
        Ink as 255 and no ink as 0; grey in between.
    """

    run: int
    split: str
    rows: NDArray[np.int64]
    pixels: NDArray[np.integer]


@dataclass(frozen=True)
class OwnSetChanged:
    """The user's own test set is this now: all of it, whatever data the runs have."""

    own: OwnSet
