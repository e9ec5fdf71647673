"""What the hidden neurons do over a whole set: whose slope is flat for nearly all examples, and who fires for what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.nn.activations import Workspace, activation_named
from core.nn.network import Network
from core.nn.propagation import Propagation

# A slope under this is flat: hardly any gradient passes. For sigmoid and tanh it is 5 % of the steepest; for the others
# less than leaky ReLU's small slope, which is there so that no neuron dies.
FLAT, FLAT_TWO_SIDED = 0.005, {"sigmoid": 0.05 * 0.25, "tanh": 0.05}
# A neuron is dead when it is flat for all examples, and saturated when it is for nearly all.
DEAD_SHARE, SATURATED_SHARE = 1.0, 0.95
ACTIVE, DEAD, SATURATED = 0, 1, 2


@dataclass(frozen=True)
class NeuronStatistics:
    """What each hidden neuron does over a set, with the parameters after `update` updates.

    Attributes
    ----------
    run, update, count : int
        Whose, when, and of how many examples.
    activations : tuple of str
        One per hidden layer.
    flat : tuple of (n,) arrays
        For each hidden layer the share of examples for which f'(z) is flat.
    class_mean : tuple of (classes, n) arrays
        Each neuron's mean output by class, NaN where the set has no example of it; (0, n) where there are no classes.
    class_counts : tuple of int
        How many examples of each class there were; () where nobody counted, or there are no classes.
    """

    run: int
    update: int
    count: int
    activations: tuple[str, ...]
    flat: tuple[NDArray[np.float64], ...]
    class_mean: tuple[NDArray[np.float64], ...]
    class_counts: tuple[int, ...] = ()

    def states(self, layer: int) -> NDArray[np.int64]:
        """(n,): LIVELY, DEAD or SATURATED."""
        flat = self.flat[layer]
        if self.activations[layer] in FLAT_TWO_SIDED:
            return np.where(flat >= SATURATED_SHARE, SATURATED, ACTIVE)
        return np.where(flat >= DEAD_SHARE, DEAD, ACTIVE)

    def can_be_idle(self, layer: int) -> bool:
        """Whether neurons of this layer can be dead or saturated: where f is the identity, as in a pool, none can."""
        return self.activations[layer] != "identity"

    def preferred_class(self, layer: int) -> NDArray[np.int64] | None:
        """(n,): for which class each neuron's mean output is largest; None where there are no classes."""
        means = self.class_mean[layer]
        means = np.where(self._with_examples(means), means, -np.inf)
        return np.argmax(means, axis=0) if len(means) else None

    def has_preferred_class(self, layer: int) -> NDArray[np.bool_]:
        """(n,): whether each neuron prefers one class to all others.

        None is preferred by neurons whose mean output is largest for several classes, which includes all that never
        fire, and by those that are flat for every example. False for all where there are not two classes with examples.
        """
        means = self.class_mean[layer]
        means = means[self._with_examples(means)[:, 0]]
        if len(means) < 2:
            return np.zeros(means.shape[1], np.bool_)
        prefers: NDArray[np.bool_] = np.count_nonzero(means == means.max(axis=0), axis=0) == 1
        prefers &= self.flat[layer] < 1
        return prefers

    def _with_examples(self, means: NDArray[np.float64]) -> NDArray[np.bool_]:
        """(classes, 1): of which classes the set has examples."""
        return np.array(self.class_counts or (1,) * len(means))[:, None] > 0

    def by_map(self, maps: Sequence[int]) -> NeuronStatistics:
        """The same of whole feature maps, of which each hidden layer has so many: the means over their cells."""

        def mean(values: NDArray[np.float64], count: int) -> NDArray[np.float64]:
            *others, cells = values.shape
            # Where there are no classes, -1 in place of the number of cells says nothing.
            means: NDArray[np.float64] = values.reshape(*others, cells // count, count).mean(axis=-2)
            return means

        return replace(
            self,
            flat=tuple(map(mean, self.flat, maps)),
            class_mean=tuple(map(mean, self.class_mean, maps)),
        )

    def reordered(self, orders: Sequence[NDArray[np.intp]]) -> NeuronStatistics:
        """The same of the same neurons, of which number ``orders[layer][i]`` is now number i."""
        return replace(
            self,
            flat=tuple(flat[order] for flat, order in zip(self.flat, orders, strict=True)),
            class_mean=tuple(means[:, order] for means, order in zip(self.class_mean, orders, strict=True)),
        )


def states_of_maps(states: NDArray[np.int64], maps: int) -> NDArray[np.int64]:
    """(maps,): DEAD or SATURATED where all cells of a map are; from (cells * maps,), a cell's maps side by side."""
    by_map = states.reshape(-1, maps)
    alike = np.all(by_map == by_map[0], axis=0)
    return np.where(alike, by_map[0], ACTIVE)


class NeuronStatisticsAccumulator:
    """Adds up what a set's chunks make the neurons do, as they pass by.

    Parameters
    ----------
    network : Network
    classes : int
        0 for regression.
    """

    def __init__(self, network: Network, classes: int) -> None:
        self._network = network
        self._classes = classes
        sizes = network.sizes[1:-1]
        self._flat = [np.zeros(size, np.int64) for size in sizes]
        self._sums = [np.zeros((classes, size)) for size in sizes]
        self._of_class = np.zeros(classes, np.int64)
        self._count = 0
        # Per layer 1, or 0 where a z was not finite.
        self._count_finite = [1] * len(sizes)

    def add(self, propagation: Propagation, targets: NDArray[np.generic]) -> None:
        """Take what the last forward pass made of examples with these targets; without dropout."""
        self._count += len(targets)
        belongs = None
        if self._classes:
            belongs = (targets == np.arange(self._classes)[:, None]).astype(self._network.dtype)
            self._of_class += belongs.sum(axis=1, dtype=np.int64)
        for i, layer in enumerate(self._network.layers[:-1]):
            z, f = propagation.z[i], propagation.f[i]
            if not np.isfinite(z).all():
                # What is no number is neither dead nor saturated.
                self._count_finite[i] = 0
            flat = _flat(layer.activation, z, f)
            if flat is not None:
                # A product is many times as fast as counting down the columns; whole numbers so small are exact.
                self._flat[i] += (np.ones(len(flat), np.float32) @ flat.astype(np.float32)).astype(np.int64)
            if belongs is not None:
                sums = belongs @ propagation.a[i]
                if not np.isfinite(sums).all():
                    # What is finite may add up to more than its precision can write.
                    sums = belongs.astype(np.float64) @ propagation.a[i].astype(np.float64)
                self._sums[i] += sums

    def result(self, run: int, update: int) -> NeuronStatistics:
        """The shares and means of all that was added."""
        count = max(self._count, 1)
        # A mean over no example is no number.
        per_class = np.where(self._of_class > 0, self._of_class, np.nan)[:, None]
        return NeuronStatistics(
            run=run,
            update=update,
            count=self._count,
            activations=self._network.activations[:-1],
            flat=tuple(
                finite * flat / count for flat, finite in zip(self._flat, self._count_finite, strict=True)
            ),
            class_mean=tuple(sums / per_class for sums in self._sums),
            class_counts=tuple(self._of_class.tolist()),
        )


def _flat(activation: str, z: Array, f: Array) -> NDArray[np.bool_] | None:
    """Where f'(z) is flat; None where it is nowhere."""
    if activation == "identity":
        return None
    if activation == "relu":
        return np.asarray(z <= 0)
    slope: Array = np.ones_like(z)
    activation_named(activation).times_derivative(z, f, slope, Workspace(z.shape, z.dtype))
    return np.asarray(np.abs(slope) < FLAT_TWO_SIDED.get(activation, FLAT))
