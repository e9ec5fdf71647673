"""B − A of the weights as numbers: a row for each weight of both networks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.engine.snapshot import Snapshot
from core.exchange.table import Column
from gui.side.difference_marks import layers_with_weights


def difference_columns(a: Snapshot, b: Snapshot, name_of_b: str = "") -> tuple[Column, ...]:
    """Each weight of A and of B, of the same structure, and B − A in float64; `name_of_b` is the run of B.

    Counted from 1, as on screen: "to" is a neuron or a map, "weight" its place among those that lead there. Of weights
    that are in no matrix "weight" is their place in the layer, and "to" is empty.
    """
    layers: list[NDArray[np.int64]] = []
    places: list[NDArray[np.int64]] = []
    ends: list[NDArray[np.int64]] = []
    for layer in layers_with_weights(a):
        W = a.weights[layer]
        place = np.arange(W.size)
        fan_out = W.shape[-1]
        layers.append(np.full(W.size, layer + 1))
        places.append(1 + (place if W.ndim == 1 else place // fan_out))
        ends.append(np.full(W.size, -1) if W.ndim == 1 else place % fan_out)
    to = np.concatenate(ends)
    names = tuple(str(number + 1) for number in range(int(to.max(initial=-1)) + 1))
    weights = [np.concatenate([of.weights[i].ravel() for i in layers_with_weights(a)]) for of in (a, b)]
    return (
        Column("layer", np.concatenate(layers)),
        Column("weight", np.concatenate(places)),
        Column("to", to, names=names),
        Column("w of A", weights[0]),
        Column("w of B", weights[1]),
        Column("B − A", weights[1].astype(np.float64) - weights[0]),
        Column("run of B", np.zeros(len(to), np.int8), names=(name_of_b,)),
        Column("update of B", np.full(len(to), b.update)),
    )
