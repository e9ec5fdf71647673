"""Layers' numbers made up, in the form in which the engine sends them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.analysis.layer_curves import QUANTITIES, LayerCurves


def curves_of(rows: int, layers: int, every: int = 10) -> LayerCurves:
    """Numbers that are all different: quantity + 1, row and layer can be read off each; shares are below 1."""
    values = np.empty((len(QUANTITIES), rows, layers))
    for quantity in range(len(QUANTITIES)):
        for layer in range(layers):
            values[quantity, :, layer] = (quantity + 1) * 10.0 ** -(layer + 1) * (1 + np.arange(rows) / rows)
    values[3:] = np.minimum(values[3:], 0.4)
    updates = np.arange(1, rows + 1, dtype=np.int64) * every
    counts: NDArray[np.int64] = np.full(rows, 32, np.int64)
    return LayerCurves(tuple(range(1, layers + 1)), updates, values, counts, counts)
