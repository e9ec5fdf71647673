"""Which filter is meant: that of the cell that is chosen, or the one that comes next."""

from __future__ import annotations

from collections.abc import Iterable

from core.analysis.patterns import filter_of, layers_with_filters
from core.engine.snapshot import Snapshot
from core.nn.topology import Topology
from gui.network.interaction.selection import SelectionItem, exists, neuron_of

Filter = tuple[int, int]
"""(layer, map), both counted from 0."""


def chosen_filter(snapshot: Snapshot, chosen: Iterable[SelectionItem | None]) -> Filter | None:
    """The filter of the first neuron or connection that is none of None; None where that has no filter.

    What was chosen in another network, and is not there in this one, does not count.
    """
    what = next((own for own in chosen if own is not None and exists(own, snapshot)), None)
    return None if what is None else filter_of(snapshot.topology, *neuron_of(what, snapshot.connections))


def next_filter(topology: Topology, which: Filter | None, step: int) -> Filter:
    """So many further, layer by layer; behind the last one comes the first."""
    every = [
        (layer, number)
        for layer in layers_with_filters(topology)
        for number in range(topology.maps[layer + 1])
    ]
    at = every.index(which) if which in every else 0
    return every[(at + step) % len(every)]
