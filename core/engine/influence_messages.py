"""What the engine tells of the training examples that pulled an answer, and of trainings without them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.editing.order_free_checksum import order_free_checksum
from core.engine.snapshot import Example, Snapshot


@dataclass(frozen=True)
class Pull:
    """The training examples that pulled one way.

    Attributes
    ----------
    rows : (n,)
        The strongest of them, the strongest first, by their rows in the training set.
    values : (n,)
        Their influence (`core.analysis.influence`).
    labels : (n,)
        Their classes; empty for regression.
    count : int
        How many pulled this way in all.
    total : float
        The sum of their influence, all of them.
    shuffled : (n,)
        Whether their labels are not their own classes; empty where no label was shuffled.
    """

    rows: NDArray[np.int64]
    values: NDArray[np.float64]
    labels: NDArray[np.int64]
    count: int
    total: float
    shuffled: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))


@dataclass(frozen=True)
class InfluenceMeasured:
    """Which training examples pulled the answer to one example towards what it says, and which away from it.

    Attributes
    ----------
    ask : int
        Of the command that is answered.
    run, update, edit_count, permutation_count : int
        The network as it stood: that run after so many updates, and changes by hand, so many of which put its neurons
        into another order.
    checksum : str
        Of its θ, whatever the order of its neurons (`order_free_checksum`).
    example : Example
    answer : int or None
        The class that it says; None for regression, and where it says none alone.
    target : int or None
        The class whose C this is about; None for regression.
    output : float
        y of that class; NaN for regression.
    loss : float
        C towards it, of the network as it stood.
    updates, rates : (k,)
        The states that were looked at: after how many updates, and the rate there. The last one is `update`.
    towards, away : Pull
    examples : int
        Of the training set, all of which were looked at.
    """

    ask: int
    run: int
    update: int
    edit_count: int
    permutation_count: int
    checksum: str
    example: Example
    answer: int | None
    target: int | None
    output: float
    loss: float
    updates: NDArray[np.int64]
    rates: NDArray[np.float64]
    towards: Pull
    away: Pull
    examples: int

    def is_of(self, snapshot: Snapshot) -> bool:
        """Whether this network is the one that was measured, given that it stands after the same update of a run.

        What was set by hand and set back is the same one, and so it is where its neurons are only in another order.
        """
        others = snapshot.edit_count - snapshot.permutation_count
        if others == self.edit_count - self.permutation_count:
            return True
        return order_free_checksum(snapshot.topology, snapshot.parameters) == self.checksum


@dataclass(frozen=True)
class InfluenceProgress:
    """So many of the examples, times states, are looked at."""

    ask: int
    done: int
    total: int


@dataclass(frozen=True)
class InfluenceRefused:
    """Nothing comes of it.

    `reason` is "no_target" (it says no class alone, or no target is known), "gone" (what it is of is not there any
    more), "untrained" (no update was made, so there is nothing to train again), "too_few" (not so many examples pulled
    towards it, or half of the set would be left out), "no_chance" (every training would be the same, whatever its
    seed), or "failed".
    """

    ask: int
    reason: str


@dataclass(frozen=True)
class InfluenceProof:
    """What leaving out the examples that pulled most did to C, as far as it is trained.

    Attributes
    ----------
    ask : int
    left_out : int
        How many were left out.
    updates : int
        How long each network was trained.
    losses : (3, seeds)
        As `core.analysis.retraining.Retraining` has them.
    done, total : int
        Updates of all trainings.
    """

    ask: int
    left_out: int
    updates: int
    losses: NDArray[np.float64]
    done: int
    total: int


INFLUENCE_MESSAGES = InfluenceMeasured, InfluenceProgress, InfluenceRefused, InfluenceProof
