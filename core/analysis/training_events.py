"""What happens in a training that the lecture has a word for, seen in the numbers that were measured anyway.

What has to hold for a while to be told is a finding (`core.analysis.findings`): overfitting is one.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.analysis.exact_losses import ExactLoss
from core.analysis.neuron_statistics import DEAD, NeuronStatistics

# L was well below guessing, and is above it again: around the line itself it may go to and fro.
WELL_BELOW = 0.9


@dataclass(frozen=True)
class LayersDied:
    """Every neuron of these hidden layers, counted from 0, is flat for all `count` test examples.

    `activations` has one for each of the layers.
    """

    update: int
    layers: tuple[int, ...]
    count: int
    activations: tuple[str, ...]


@dataclass(frozen=True)
class AboveGuessing:
    """L of the training set was below that of one constant prediction, and is above it; both as means."""

    update: int
    mean: float
    baseline: float


Event = LayersDied | AboveGuessing


class TrainingEvents:
    """The events of one run: each once, until it is over and happens anew.

    Nothing is said of a network that was not trained yet.
    """

    def __init__(self) -> None:
        self._dead_layers: frozenset[int] = frozenset()
        self._was_below = False

    def note_statistics(self, statistics: NeuronStatistics) -> tuple[LayersDied, ...]:
        """What the hidden neurons do over the test set; layers that have died since are one event."""
        layers = range(len(statistics.flat))
        dead = frozenset(layer for layer in layers if bool((statistics.states(layer) == DEAD).all()))
        died, self._dead_layers = tuple(sorted(dead - self._dead_layers)), dead
        if not died or statistics.update == 0:
            return ()
        activations = tuple(statistics.activations[layer] for layer in died)
        return (LayersDied(statistics.update, died, statistics.count, activations),)

    def note_exact(self, exact: ExactLoss, baseline: float) -> tuple[AboveGuessing, ...]:
        """The exact losses of an update; `baseline` is the mean C of one constant prediction."""
        if self._was_below and exact.train_mean > baseline:
            self._was_below = False
            return (AboveGuessing(exact.update, exact.train_mean, baseline),)
        if exact.train_mean < WELL_BELOW * baseline:
            self._was_below = True
        return ()

    def note_edit(self) -> None:
        """A parameter was set by hand: what was measured before is of other weights than the training's own.

        A jump of L is the hand's doing then, and no event of the training; it begins to be watched anew.
        """
        self._was_below = False
