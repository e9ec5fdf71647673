"""Through a neuron's edges by keys, in the order of their rank."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.arrays import Array
from core.engine.messages import Snapshot
from gui.network.interaction.selection import Edge, Neuron
from gui.network.marks.edge_values import signals

# These rank by what they carry for the shown example; the others by what they show.
BY_SIGNAL = ("weight", "signal")


@np.errstate(invalid="ignore", over="ignore")
def ranked_edges(
    snapshot: Snapshot, neuron: Neuron, picture: str, values: Sequence[Array], incoming: bool
) -> list[Edge]:
    """A neuron's edges, the strongest first: by |a·w|, or by |value| in the pictures of gradients and changes.

    Edges that carry nothing come last, in their order; so every edge can be reached. Outputs have none that go out.
    """
    layer, index = neuron
    gap = layer if incoming else layer + 1
    if gap >= len(snapshot.weights):
        return []
    measure = signals(snapshot) if picture in BY_SIGNAL or not values else values
    strength = np.abs(measure[gap][:, index] if incoming else measure[gap][index])
    order = np.argsort(-np.nan_to_num(strength), kind="stable").tolist()
    return [(gap, other, index) if incoming else (gap, index, other) for other in order]


def next_edge(edges: Sequence[Edge], now: Edge | None, step: int) -> Edge | None:
    """The edge after (`step` 1) or before (-1) the one that is attended to; at first the strongest."""
    if not edges:
        return None
    if now not in edges:
        return edges[0]
    return edges[min(len(edges) - 1, max(0, edges.index(now) + step))]
