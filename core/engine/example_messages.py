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
        Ink as 255 and no ink as 0; grey in between. It says nothing of examples that are no pictures.
    numbers : (n, n_in) float32
        As the network gets them, where they are no pictures; (n, 0) where they are.
    """

    run: int
    split: str
    rows: NDArray[np.int64]
    pixels: NDArray[np.integer]
    numbers: NDArray[np.float32]


@dataclass(frozen=True)
class ExampleLives:
    """How each example of the training set fared at its presentations, as `core.analysis.life_record` counts.

    The answers are those in the batches, with dropout where it is in force, and C is of the update that each was
    last in: their sum is not L.

    Attributes
    ----------
    run : int
    since, update : int
        Recorded is what the updates after `since` saw, up to `update`.
    epochs : int
        Of how many passes over the training set anything is recorded, one that was given up for batches of another
        size counted with the next one; 0 where nothing is.
    with_dropout : bool
        Whether neurons were dropped in any of these updates.
    losses : (N,) float32
        C when it was last in a batch; NaN where it was in none.
    updates : (N,) int64
        The update from that batch; 0 where it was in none.
    presented, wrong, forgotten : (N,) int64
    first_right, right_since : (N,) int64
        Epochs from 0 on, -1 for never. Of regression they say no more than `presented`: no answer is wrong there.
    """

    run: int
    since: int
    update: int
    epochs: int
    with_dropout: bool
    losses: NDArray[np.float32]
    updates: NDArray[np.int64]
    presented: NDArray[np.integer]
    wrong: NDArray[np.integer]
    forgotten: NDArray[np.integer]
    first_right: NDArray[np.integer]
    right_since: NDArray[np.integer]


@dataclass(frozen=True)
class ExampleLife:
    """One example of the training set at each presentation that is kept.

    Attributes
    ----------
    run, row : int
    spacing : int
        Every so many epochs are kept.
    epochs : (k,) int64
        From 0 on; one that was given up for batches of another size has the number of the next one.
    states : (k,) uint8
        0 it was in no batch of that epoch, 1 wrong, 2 right.
    """

    run: int
    row: int
    spacing: int
    epochs: NDArray[np.int64]
    states: NDArray[np.integer]


@dataclass(frozen=True)
class OwnSetChanged:
    """The user's own test set is this now: all of it, whatever data the runs have."""

    own: OwnSet


@dataclass(frozen=True)
class ExampleOutputs:
    """All outputs y for one example, with the parameters after `update` updates: those that its exact C is of.

    Attributes
    ----------
    run, update : int
    split : "train", "test" or "own"
    row : int
    outputs : (n_out,)
        As the exact C was computed from them, bit for bit.
    targets : (n_out,)
        ŷ: for classes 1 at the right one and 0 elsewhere, or the regression targets.
    measurement : int
        That of the `ExampleLosses` whose C, and whose rows, these belong to.
    """

    run: int
    update: int
    split: str
    row: int
    outputs: NDArray[np.floating]
    targets: NDArray[np.floating]
    measurement: int
