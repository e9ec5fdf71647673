"""What the engine tells of the examples of a set; their losses are `core.analysis.example_losses.ExampleLosses`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class ExamplesSeen:
    """How these examples look.

    Attributes
    ----------
    run : int
        On whose data.
    split : "train" or "test"
    rows : (n,)
    pixels : (n, n_in) uint8
        Ink as 255 and no ink as 0; grey in between.
    """

    run: int
    split: str
    rows: NDArray[np.int64]
    pixels: NDArray[np.integer]


@dataclass(frozen=True)
class ExampleOutputs:
    """All outputs y for one example, with the parameters after `update` updates: those that its exact C is of.

    Attributes
    ----------
    run, update : int
    split : "train" or "test"
    row : int
    outputs : (n_out,)
        As the exact C was computed from them, bit for bit.
    targets : (n_out,)
        ŷ: for classes 1 at the right one and 0 elsewhere, or the regression targets.
    """

    run: int
    update: int
    split: str
    row: int
    outputs: NDArray[np.floating]
    targets: NDArray[np.floating]
