"""Feature maps that are dead or saturated as wholes, and how many of their cells are."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from core.analysis.neuron_statistics import DEAD, SATURATED, states_of_maps
from gui.network.marks.mark_types import NeuronMarks


def map_states(marks: NeuronMarks) -> NDArray[np.int64]:
    """(maps,) of a layer of feature maps; (0,) where it has none, or nothing was measured."""
    if marks.maps is None or not marks.state.size:
        return np.zeros(0, np.int64)
    return states_of_maps(marks.state, len(marks.maps.tiles))


def idle_cells(layers: Iterable[NeuronMarks]) -> tuple[int, int, int]:
    """(dead, saturated, all) cells of these layers' feature maps, of those that can be one or the other.

    A pool's have no slope of their own, and no state.
    """
    states = [marks.state for marks in layers if marks.maps is not None]
    dead, saturated = (
        sum(int(np.count_nonzero(of_layer == state)) for of_layer in states) for state in (DEAD, SATURATED)
    )
    return dead, saturated, sum(of_layer.size for of_layer in states)


def has_sign(marks: NeuronMarks) -> bool:
    """Whether × or = stands at a neuron of this layer, or on a map; cells of a deep network have no room for one."""
    if marks.maps is not None:
        return bool(map_states(marks).any())
    return marks.cell is None and bool(marks.state.any())
