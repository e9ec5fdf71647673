"""The four pictures of the edges: which number of an edge each shows, and of which snapshot."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.arrays import Array
from core.engine.messages import Snapshot

# In the order of their keys. "gradient" is the shown example's, "mean_gradient" the last update's batch's.
PICTURES = ("weight", "signal", "gradient", "mean_gradient", "change")
# Of the shown example: they belong to the neurons on screen, not to newer weights.
OF_SCENE = ("signal", "gradient")
# Of the last update: told only while somebody looks at them.
OF_UPDATE = ("mean_gradient", "change")


def values_of(picture: str, newest: Snapshot, scene: Snapshot) -> tuple[Array, ...]:
    """One (fan_in, fan_out) array a gap: w, a·w, ∂C/∂w, its mean over the last batch, or ΔW; () where there is none.

    Of a residual layer a·w is what goes through its weights; what goes past them is no edge's.
    """
    if picture == "weight":
        return newest.weights
    if picture == "signal":
        return signals(scene)
    if picture == "gradient":
        return scene.trace.dW
    return newest.mean_dW if picture == "mean_gradient" else newest.change_W


@np.errstate(invalid="ignore", over="ignore")
def signals(snapshot: Snapshot) -> tuple[Array, ...]:
    """(fan_in, fan_out) a gap: a·w, what each edge carries forwards for the shown example."""
    before: Sequence[Array] = (snapshot.trace.x, *snapshot.trace.a[:-1])
    return tuple(a[:, None] * W for a, W in zip(before, snapshot.weights, strict=True))
