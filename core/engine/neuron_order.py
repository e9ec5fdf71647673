"""The same network with its hidden neurons in the order of another's, so that a place means the same neuron in both.

Two runs that have a past in common have its neurons in common; of two others the neurons that began at the same place
count as each other's. Nothing is computed anew: the very numbers stand in other places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from core.analysis.neuron_statistics import NeuronStatistics
from core.arrays import Array
from core.editing.neuron_permutation import Order, flat_order, inverse, tied_layers
from core.engine.journal import JournalEntry, orders_until
from core.engine.snapshot import Snapshot
from core.nn.topology import Topology
from core.read_only import read_only


@dataclass(frozen=True, eq=False)
class NeuronOrder:
    """Where the hidden neurons of a network are to stand.

    Attributes
    ----------
    topology : Topology
    orders : tuple of (n,) arrays
        Which neuron, by its own number, comes to each place, one array for each hidden layer; () leaves all in theirs.
    """

    topology: Topology
    orders: tuple[Order, ...] = ()

    def is_like(self, other: NeuronOrder) -> bool:
        """Whether it is the same one, of the same network."""
        same = self.topology is other.topology and len(self.orders) == len(other.orders)
        return same and all(map(np.array_equal, self.orders, other.orders))

    def of_snapshot(self, snapshot: Snapshot) -> Snapshot:
        """All numbers of a snapshot, each at its neuron's place."""
        if not self.orders:
            return snapshot
        trace, units = snapshot.trace, self._units
        return replace(
            snapshot,
            parameters=read_only(snapshot.parameters[self._flat]),
            trace=replace(
                trace,
                flat_z=read_only(trace.flat_z[units]),
                flat_a=read_only(trace.flat_a[units]),
                flat_delta=_at(trace.flat_delta, units),
                flat_mask=_at(trace.flat_mask, units),
            ),
            mean_gradient=_at(snapshot.mean_gradient, self._flat),
            change=_at(snapshot.change, self._flat),
        )

    def of_statistics(self, statistics: NeuronStatistics) -> NeuronStatistics:
        """What each neuron does over a set, at its place."""
        return statistics.reordered(self.orders) if self.orders else statistics

    @cached_property
    def _flat(self) -> Order:
        return flat_order(self.topology, self.orders)

    @cached_property
    def _units(self) -> Order:
        """Which unit of all layers' in a row comes to each place; the outputs stay."""
        ends = np.cumsum(self.topology.sizes[1:])
        hidden = [order + end - len(order) for order, end in zip(self.orders, ends[:-1], strict=True)]
        return np.concatenate([*hidden, np.arange(ends[-1] - self.topology.sizes[-1], ends[-1])])


def order_like(
    journal: Sequence[JournalEntry],
    permutations: int,
    topology: Topology,
    other: Sequence[JournalEntry],
    other_permutations: int,
    other_topology: Topology,
) -> NeuronOrder | None:
    """How a network is to stand so that its neurons are in the order of another's.

    Each is told by its run's journal and by how often its neurons were permuted up to the moment that is meant. None
    where it cannot stand so: it has other layers, or residual connections that hold its neurons where they are.
    """
    own, wanted = orders_until(journal, permutations), orders_until(other, other_permutations)
    if topology.sizes != other_topology.sizes:
        return None
    back: Sequence[Order] = inverse(own) if own else [np.arange(size) for size in topology.sizes[1:-1]]
    orders = tuple(order[of] for order, of in zip(back, wanted, strict=True)) if wanted else tuple(back)
    if all(np.array_equal(order, np.arange(len(order))) for order in orders):
        return NeuronOrder(topology)
    is_free = tied_layers(topology) == tied_layers(other_topology) and topology.maps == other_topology.maps
    return NeuronOrder(topology, orders) if is_free else None


def _at(values: Array | None, places: Order) -> Array | None:
    return None if values is None else read_only(values[places])
