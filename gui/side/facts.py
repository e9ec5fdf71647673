"""What is known of one of two networks that are compared, at the moment that is on screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

import numpy as np

from core.analysis.exact_losses import ExactLoss
from core.engine.messages import RunInfo
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig

# Of so many parameters two networks are drawn within a few ms.
MOST_PARAMETERS = 500_000


@dataclass(frozen=True)
class SideFacts:
    """One of the two.

    Attributes
    ----------
    info : RunInfo
        Its run.
    name : str
        What the run is called.
    config : TrainingConfig
        The settings in force at the update that is shown.
    snapshot : Snapshot
        The network that is shown.
    live_update : int
        Where its run stands.
    exact : ExactLoss or None
        Its exact losses of that update, or of the nearest one of which they were measured; None where none were.
    is_live : bool
        Whether it follows its run; otherwise it stays at its update.
    awaited : int or None
        The update that was asked for, while it is being made again and another one is shown.
    is_checked : bool
        Whether a recorded checksum was met on the way to an earlier update.
    signal_update : int or None
        Of which update the neurons are, where they are of another one than the connections.
    is_before_edit : bool
        Whether a parameter was set by hand after the update of the losses, and they were not measured since.
    """

    info: RunInfo
    name: str
    config: TrainingConfig
    snapshot: Snapshot
    live_update: int
    exact: ExactLoss | None = None
    is_live: bool = True
    awaited: int | None = None
    is_checked: bool = False
    signal_update: int | None = None
    is_before_edit: bool = False

    @property
    def is_measured(self) -> bool:
        """Whether the losses are of the very parameters that are shown."""
        is_of_update = self.exact is not None and self.exact.update == self.snapshot.update
        return is_of_update and not self.is_before_edit


def began_the_same(a: SideFacts, b: SideFacts, share_a_past: bool = False) -> bool | None:
    """Whether both began with the same initial weights: they `share_a_past`, or their first weights are the same bits.

    Weights that were set by hand before the first update are among them. None where nobody knows: a file's name does
    not say what was in it, and very many weights are not made for this.
    """
    one, other = a.info, b.info
    set_alike = _first_edits(one) == _first_edits(other)
    if share_a_past:
        return set_alike
    if one.weights_name or other.weights_name:
        return None
    if one.sizes != other.sizes or one.parameter_count != other.parameter_count:
        return False
    if not set_alike:
        return False
    if one.architecture == other.architecture:
        return True
    if one.parameter_count > MOST_PARAMETERS:
        return None
    return _begin_the_same(one.architecture, other.architecture, one.sizes[0])


def _first_edits(info: RunInfo) -> frozenset[object]:
    """Which parameters were set by hand before the first update, and to what; a sorting changes where they stand."""
    first = takewhile(lambda mark: not mark.update, info.changes)
    return frozenset((mark.kind, mark.place, mark.after) for mark in first if mark.kind != "setting")


@lru_cache
def _begin_the_same(a: Architecture, b: Architecture, n_in: int) -> bool:
    start_a, start_b = (architecture.network((n_in,)).parameters for architecture in (a, b))
    return np.array_equal(start_a, start_b)
