"""A weight that many connections share: which they are, and what each adds to its gradient."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from core.analysis.weight_places import SharedParts
from core.engine.snapshot import Snapshot
from core.nn.connections import Connections, Edges


# It is asked for with every frame while one is pointed at. Few are kept: each holds on to its network's connections.
@lru_cache(maxsize=4)
def sharing_edges(connections: Connections, parameters: frozenset[int]) -> Edges:
    """All connections of these weights."""
    every = connections.every
    return every.only(np.isin(every.parameter, list(parameters)))


def sharing_of(connections: Connections, parameter: int) -> int:
    """How many connections have this weight."""
    return len(sharing_edges(connections, frozenset([parameter]))) if connections.is_shared else 1


def shared_parts(snapshot: Snapshot, group: int, parameter: int) -> SharedParts | None:
    """What all connections of a weight add to its gradient; None where it is not shared, or there is no gradient."""
    connections, trace = snapshot.connections[group], snapshot.trace
    if not connections.is_shared or not trace.has_gradient:
        return None
    edges = sharing_edges(connections, frozenset([parameter]))
    sent = (trace.x, *trace.a)[connections.source_layer].astype(np.float64)
    part = sent[edges.source] * trace.delta[connections.target_layer - 1].astype(np.float64)[edges.target]
    return SharedParts(float(part[part > 0].sum()), float(part[part < 0].sum()))
