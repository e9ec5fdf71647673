"""Messages about a run's past: which states are kept, and how it stood after an earlier update."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.engine.snapshot import Snapshot


@dataclass(frozen=True)
class HistoryChanged:
    """Of this run these updates are kept; everything that is kept of all runs takes so many bytes."""

    run: int
    kept: NDArray[np.int64]
    bytes: int


@dataclass(frozen=True)
class PastShown:
    """How the run on screen stood, after `LookAt`.

    Attributes
    ----------
    run : int
    update : int
        The update that was asked for; one that is not made yet is the last.
    live_update : int
        Where the run itself stands meanwhile.
    snapshot : Snapshot
        After `update` updates, the changes that were made there included, where `is_exact`. Otherwise after
        `kept_update`, and the exact one follows.
    is_exact : bool
    kept_update : int
        The state from which the updates since were made again: where `is_kept` the nearest that is kept, or the
        beginning 0; otherwise what was on screen before.
    is_checked : bool
        Whether these updates led to a state whose checksum was recorded when they were first made: they were the same
        bits. It comes once more, checked, where that is found out later.
    orders : tuple of (n,) arrays
        For each hidden layer which neuron, by its number in `snapshot`, stands at each place of the run as it is now;
        () where no neuron has another number since.
    is_kept : bool
    """

    run: int
    update: int
    live_update: int
    snapshot: Snapshot
    is_exact: bool
    kept_update: int
    is_checked: bool = False
    orders: tuple[NDArray[np.intp], ...] = ()
    is_kept: bool = True


@dataclass(frozen=True)
class FilmFrame:
    """One of the updates that `Film` asked for: `update`. What is shown names its own, which may be an earlier one."""

    update: int
    shown: PastShown


@dataclass(frozen=True)
class PastProgress:
    """Of the updates that lead to update `update`, `done` of `total` are made again."""

    run: int
    update: int
    done: int
    total: int


@dataclass(frozen=True)
class LiveShown:
    """The run is shown as it is again; its snapshot follows."""

    run: int
