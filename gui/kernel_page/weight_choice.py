"""Which weight of a kernel is looked at where none was named: that of what is selected, else the largest |∂C/∂w|."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.analysis.weight_places import (
    KernelWeight,
    has_kernels,
    kernel_of,
    kernels,
    maps_made,
    weights_of_kernel,
)
from core.editing.neuron_permutation import Order
from core.engine.snapshot import Snapshot
from core.nn.connections import Connections
from core.nn.window_connections import WindowConnections
from gui.network.interaction.selection import moved_item


def chosen_weight(snapshot: Snapshot, selected: Sequence[tuple[int, ...]]) -> KernelWeight | None:
    """The weight of the last selected connection, else the largest into the last selected map, else of all.

    `selected` are neurons (layer, index) and connections (group, source, target). The size of a weight is its |∂C/∂w|
    for the shown example, |w| where there is no gradient. None where the network has no
    kernels.
    """
    for item in reversed(selected):
        if len(item) == 3 and (weight := weight_of_edge(snapshot, item[0], item[1], item[2])) is not None:
            return weight
        if len(item) == 2 and (own := _into(snapshot, item[0], item[1])):
            return _largest(snapshot, own)
    every = list(kernels(snapshot.connections))
    return _largest(snapshot, every) if every else None


def weight_of_edge(snapshot: Snapshot, group: int, source: int, target: int) -> KernelWeight | None:
    """The weight of a kernel that a connection has; None where it is none of a kernel's."""
    connections = snapshot.connections[group]
    parameter = connections.parameter(source, target) if has_kernels(connections) else None
    if parameter is None or not isinstance(connections, WindowConnections):
        return None
    rows, columns = connections.windows.places
    made = connections.shape[1] // (rows * columns)
    first = KernelWeight(group, source % connections.windows.picture[2], target % made, 0, 0)
    row, column = np.argwhere(kernel_of(snapshot.connections, first) == parameter)[0].tolist()
    return KernelWeight(group, first.from_map, first.to_map, row, column)


def _into(snapshot: Snapshot, layer: int, index: int) -> list[KernelWeight]:
    """The first weights of the kernels into the map that a neuron is a cell of."""
    shape = snapshot.topology.shapes[layer + 1]
    if len(shape) != 3:
        return []
    return [
        each
        for each in kernels(snapshot.connections)
        if snapshot.connections[each.group].target_layer == layer + 1 and each.to_map == index % shape[2]
    ]


def _largest(snapshot: Snapshot, firsts: Sequence[KernelWeight]) -> KernelWeight:
    gradient = snapshot.trace.gradient
    vector = snapshot.parameters if gradient is None else gradient
    sizes = []
    for first in firsts:
        weights = weights_of_kernel(snapshot.connections, first)
        kernel = kernel_of(snapshot.connections, first)
        size = np.nan_to_num(np.abs(vector[[kernel[each.row, each.column] for each in weights]]))
        best = int(np.argmax(size))
        sizes.append((float(size[best]), weights[best]))
    return max(sizes, key=lambda pair: pair[0])[1]


def moved_weight(
    weight: KernelWeight, orders: Sequence[Order], connections: Sequence[Connections]
) -> KernelWeight:
    """The same weight by its new numbers, after hidden neurons, and so maps, have come into these orders."""
    group = connections[weight.group]
    assert isinstance(group, WindowConnections)
    # A map goes as a whole: each is where its first cell is.
    _, source, target = moved_item((weight.group, weight.from_map, weight.to_map), orders, connections)
    channels = group.windows.picture[2]
    return replace(weight, from_map=source % channels, to_map=target % maps_made(group))
