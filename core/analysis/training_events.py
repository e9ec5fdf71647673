"""What happens in a training that the lecture has a word for, seen in the numbers that were measured anyway."""

from __future__ import annotations

from dataclasses import dataclass

from core.analysis.exact_losses import ExactLoss
from core.analysis.neuron_statistics import DEAD, NeuronStatistics

# L was well below guessing, and is above it again: around the line itself it may go to and fro.
WELL_BELOW = 0.9
# The test loss is so much above its least for so many measurements: less may be chance.
RISE, MEASUREMENTS = 1.05, 3


@dataclass(frozen=True)
class LayersDied:
    """Every neuron of these hidden layers, counted from 0, is flat for all `count` test examples."""

    update: int
    layers: tuple[int, ...]
    count: int


@dataclass(frozen=True)
class AboveGuessing:
    """L of the training set was below that of one constant prediction, and is above it; both as means."""

    update: int
    mean: float
    baseline: float


@dataclass(frozen=True)
class Overfitting:
    """The test set's mean C has risen since update `best` and is above the training set's, which has fallen."""

    update: int
    best: int
    test_before: float
    test_now: float
    train_before: float
    train_now: float


Event = LayersDied | AboveGuessing | Overfitting


class TrainingEvents:
    """The events of one run: each once, until it is over and happens anew.

    Nothing is said of a network that was not trained yet.
    """

    def __init__(self) -> None:
        self._dead_layers: frozenset[int] = frozenset()
        self._was_below = False
        self._best: ExactLoss | None = None
        self._since_best = 0
        self._overfits = False

    def note_statistics(self, statistics: NeuronStatistics) -> tuple[LayersDied, ...]:
        """What the hidden neurons do over the test set; layers that have died since are one event."""
        layers = range(len(statistics.flat))
        dead = frozenset(layer for layer in layers if bool((statistics.states(layer) == DEAD).all()))
        died, self._dead_layers = tuple(sorted(dead - self._dead_layers)), dead
        if not died or statistics.update == 0:
            return ()
        return (LayersDied(statistics.update, died, statistics.count),)

    def note_exact(self, exact: ExactLoss, baseline: float) -> tuple[AboveGuessing | Overfitting, ...]:
        """The exact losses of an update; `baseline` is the mean C of one constant prediction."""
        events: list[AboveGuessing | Overfitting] = []
        if self._was_below and exact.train_mean > baseline:
            self._was_below = False
            events.append(AboveGuessing(exact.update, exact.train_mean, baseline))
        elif exact.train_mean < WELL_BELOW * baseline:
            self._was_below = True
        if exact.test_count and (overfitting := self._overfitting(exact)) is not None:
            events.append(overfitting)
        return tuple(events)

    def note_edit(self) -> None:
        """A parameter was set by hand: what was measured before is of other weights than the training's own.

        A jump of L is the hand's doing then, and no event of the training; both begin to be watched anew.
        """
        self._was_below, self._best = False, None

    def _overfitting(self, exact: ExactLoss) -> Overfitting | None:
        best = self._best
        if best is None or exact.update <= best.update or exact.test_mean <= best.test_mean:
            self._best, self._since_best, self._overfits = exact, 0, False
            return None
        rises = exact.test_mean > RISE * best.test_mean and exact.train_mean < best.train_mean
        # What is better on the test set than on its own examples has not learned them by heart.
        rises = rises and exact.test_mean > RISE * exact.train_mean
        self._since_best = self._since_best + 1 if rises else 0
        if self._overfits or self._since_best < MEASUREMENTS:
            return None
        self._overfits = True
        return Overfitting(
            exact.update, best.update, best.test_mean, exact.test_mean, best.train_mean, exact.train_mean
        )
