"""What part of a group's Σ|value| its drawn edges are: exactly the whole where all that are not 0 are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

import numpy as np

from core.arrays import Array
from core.nn.connections import Edges, finite
from gui.network.marks.edge_values import ConnectionValues

# The drawn edges and the whole are added up in another order and precision: so near to each other two such sums of the
# same numbers are, and a part of the whole is never nearer.
ROUNDED = 1e-6
LEAST_LEFT_OUT = 1e-7


@np.errstate(invalid="ignore", over="ignore")
def counted_sums(
    values: ConnectionValues, edges: Sequence[Edges], parts: Sequence[float]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Σ|value| of each group's `edges`, of which the `parts` are near, and that of the whole group.

    They are equal where no edge is left out but those that are 0, and only there: that is counted, not measured.
    """
    sums = values.totals()
    pairs = zip(edges, parts, sums, strict=True)
    return tuple(_settled(values, group, *pair) for group, pair in enumerate(pairs)), sums


def _settled(values: ConnectionValues, group: int, edges: Edges, part: float, whole: float) -> float:
    if not (isfinite(whole) and whole > 0 and part >= whole * (1 - ROUNDED)):
        return part
    return whole if _are_all(values, group, edges) else min(part, whole * (1 - LEAST_LEFT_OUT))


def _are_all(values: ConnectionValues, group: int, edges: Edges) -> bool:
    """Whether these are all of a group that are not 0."""
    connections = values.connections[group]
    if len(edges) == connections.count:
        return True
    every = connections.values(*values.factors(group))
    return bool(np.count_nonzero(values.at(group, edges)) == np.count_nonzero(every))


def sum_of_finite(strength: Array) -> float:
    """Their sum, without those that are not finite."""
    # Almost always all are: of a hundred layers this is counted in a frame.
    total = float(np.add.reduce(strength, dtype=np.float64))
    return total if isfinite(total) else float(np.sum(finite(strength), dtype=np.float64))
