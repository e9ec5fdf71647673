"""The engine's messages about other runs than the one on screen; as those of `core.engine.messages`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.neuron_statistics import NeuronStatistics
from core.engine.snapshot import Snapshot


@dataclass(frozen=True)
class TogetherChanged:
    """These runs are trained together with the one on screen; () where it is trained alone."""

    runs: tuple[int, ...]


@dataclass(frozen=True)
class TogetherRefused:
    """A run is not trained together with the one on screen, or not any more.

    Attributes
    ----------
    run : int
    reason : str
        Why its next batch is another one: "data": it is trained on other examples; "batches": on batches of another
        size; "seed": in another order in every epoch; "epoch", "place": in the same order, but it is in another epoch,
        or at another place of the same one. "diverged", "gone": it can't be trained at all.
    """

    run: int
    reason: str


@dataclass(frozen=True)
class LossesAdded:
    """What a run has lost in each update since this was sent last, where no snapshot of it is to come.

    It is trained together with the one on screen, was left for another one, or is looked back at.

    Attributes
    ----------
    run : int
    first : int
        The update of the first of `losses`.
    losses : (k,) float32 array
        The batch's mean C before each of the updates ``first .. first + k - 1``, as a snapshot has it.
    """

    run: int
    first: int
    losses: NDArray[np.float32]


@dataclass(frozen=True)
class BesideShown:
    """How another run stands, or how any run stood, after `ShowBeside`.

    Attributes
    ----------
    run : int
    update : int
        The update that was asked for, one that is not made yet is the last; of a run as it is now, where it stands.
    live_update : int
        Where the run itself stands.
    snapshot : Snapshot
        After `update` updates where `is_exact`; otherwise after `kept_update`, and the exact one follows. It holds no
        losses of a run as it is now: they are sent by themselves.
    is_exact : bool
    kept_update : int
        The state from which the updates since were made again; `update` where none were.
    is_checked : bool
        As `core.engine.messages.PastShown` has it; False of a run as it is now.
    order_of : (int, int)
        In which order the hidden neurons stand in `snapshot` and `statistics`: that of this run after so many
        permutations of its neurons. It is that of what is on screen, unless this network cannot stand so.
    statistics : NeuronStatistics or None
        What they do over the test set, as it was measured last; None before it was.
    is_kept : bool
        As `core.engine.messages.PastShown` has it.
    beside_update : int
        Of which update the run on screen was then: of runs that are trained together, this is the pair of it.
    """

    run: int
    update: int
    live_update: int
    snapshot: Snapshot
    is_exact: bool = True
    kept_update: int = 0
    is_checked: bool = False
    order_of: tuple[int, int] = (-1, 0)
    statistics: NeuronStatistics | None = None
    is_kept: bool = True
    beside_update: int = -1


@dataclass(frozen=True)
class BesideHidden:
    """Nothing is shown beside the run on screen any more: nobody wants it, or that run is gone."""
