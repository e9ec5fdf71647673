"""How a training has ended by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

# What is left out is named where so many updates more can be made without it.
MORE_UPDATES = 128


class Cause(NamedTuple):
    """What has made a training diverge, as `core.engine.divergence_cause` has found.

    Attributes
    ----------
    culprit : str
        What was left out when the update could be made again: "edit": what was set by hand since the last update.
        And with `MORE_UPDATES` more: "edits": what was set by hand at all; "l2", "l1", "weight_decay": that; "rate":
        the learning rate, in place of which there was a lower one in all updates. "weights": with the initial
        weights, held as they are, the same update fails. "unknown": none of these. "": not found yet.
    value : float
        The largest that it was, of a setting; 0 without.
    held : float
        The rate that was tried in place of it, the least that any of the updates had; 0 is one that moves nothing:
        then it fails where `value` is the rate in all updates.
    since : int
        The updates after so many were made again; 0 is the beginning.
    """

    culprit: str = ""
    value: float = 0.0
    held: float = 0.0
    since: int = 0


@dataclass(frozen=True)
class Diverged:
    """Update `update` made a number not finite, the run stays at the one before; see `DivergenceError` for `cause`.

    While the culprit is looked for it is "": nothing is to be blamed then, and this message comes again.

    Attributes
    ----------
    culprit, value, held, since
        As `Cause` has them.
    """

    run: int
    update: int
    cause: str
    culprit: str = ""
    value: float = 0.0
    held: float = 0.0
    since: int = 0


@dataclass(frozen=True)
class StoppedEarly:
    """The training has paused at `update`: of the ends of epochs the test loss was least at update `best`.

    They are counted from the one at update `since` on, 0 is from the first one: none is known of from before that.
    """

    run: int
    update: int
    best: int
    since: int = 0
