"""What goes past the weights, computed once for each snapshot that is shown: arcs, heads and the neurons' values all
need it.
"""

from __future__ import annotations

from core.analysis.residual_flow import ResidualFlow, residual_flow
from core.engine.snapshot import Snapshot

_latest: list[tuple[Snapshot, dict[int, ResidualFlow]]] = []


def flow_of(snapshot: Snapshot) -> dict[int, ResidualFlow]:
    """The flow past each residual layer, by the layer's index; empty where there is none."""
    if not any(snapshot.skips):
        return {}
    if not _latest or _latest[0][0] is not snapshot:
        flow = residual_flow(snapshot.trace, snapshot.parameters)
        _latest[:] = [(snapshot, flow)]
    return _latest[0][1]
