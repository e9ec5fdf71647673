"""Through a neuron's edges by keys, in the order of their rank."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.engine.snapshot import Snapshot
from gui.network.interaction.neuron_values import Edge
from gui.network.interaction.selection import Neuron
from gui.network.marks.edge_values import ConnectionValues, signals

# These rank by what they carry for the displayed sample; the others by what they show.
BY_SIGNAL = ("weight", "signal")


@np.errstate(invalid="ignore", over="ignore")
def ranked_edges(
    snapshot: Snapshot, neuron: Neuron, picture: str, values: ConnectionValues | None, incoming: bool
) -> list[Edge]:
    """A neuron's edges, the strongest first: by |a·w|, or by |value| in the pictures of gradients and changes.

    Edges that carry nothing come last, in their order; so every edge can be reached. Outputs have none that go out.
    """
    layer, index = neuron
    measure = signals(snapshot) if picture in BY_SIGNAL or values is None else values
    edges: list[Edge] = []
    strengths = [np.zeros(0)]
    for number, group in enumerate(snapshot.connections):
        if (group.target_layer if incoming else group.source_layer) == layer + 1:
            some = group.incoming(index) if incoming else group.outgoing(index)
            ends = zip(some.source.tolist(), some.target.tolist(), strict=True)
            edges += [(number, source, target) for source, target in ends]
            strengths.append(np.abs(measure.at(number, some)))
    order = np.argsort(-np.nan_to_num(np.concatenate(strengths)), kind="stable").tolist()
    return [edges[place] for place in order]


def next_edge(edges: Sequence[Edge], now: Edge | None, step: int) -> Edge | None:
    """The edge after (`step` 1) or before (-1) the one that is selected; at first the strongest."""
    if not edges:
        return None
    if now not in edges:
        return edges[0]
    return edges[min(len(edges) - 1, max(0, edges.index(now) + step))]
