"""Which neurons of a collapsed layer are shown one by one: the most active for the displayed sample."""

from __future__ import annotations

import numpy as np

from core.engine.snapshot import Snapshot
from gui.network.geometry.columns import MIN_OUTPUTS
from gui.network.geometry.shapes import Indices, Layout

# The shown neurons stay as long as they have this part of what the most active ones have.
STILL_ACTIVE = 0.95


def most_active(snapshot: Snapshot) -> tuple[Indices, ...]:
    """Per layer its neurons, the largest |a| of the displayed sample first; an output layer's in their order."""
    order = [np.argsort(-np.nan_to_num(np.abs(a)), kind="stable") for a in snapshot.trace.a]
    outputs = snapshot.sizes[-1]
    if outputs > MIN_OUTPUTS and snapshot.example.label is not None:
        # The right answer is never collapsed away.
        rest = order[-1][order[-1] != snapshot.example.label]
        order[-1] = np.concatenate([[snapshot.example.label], rest])
    return tuple(indices.astype(np.intp) for indices in order)


def is_outdated(snapshot: Snapshot, layout: Layout) -> bool:
    """Whether others are clearly more active by now than those that a collapsed layer shows."""
    for a, column in zip(snapshot.trace.a, layout.layers, strict=True):
        if column.shown.size == column.size:
            continue
        strength = np.nan_to_num(np.abs(a))
        most = np.sort(strength)[-column.shown.size :].sum(dtype=np.float64)
        if strength[column.shown].sum(dtype=np.float64) < STILL_ACTIVE * most:
            return True
    return False
