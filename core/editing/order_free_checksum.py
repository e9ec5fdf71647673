"""A checksum of θ that stays the same where hidden neurons are only put into another order."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.editing.neuron_permutation import tied_layers
from core.nn.topology import Topology

Words = NDArray[np.uint64]


def order_free_checksum(topology: Topology, parameters: Array) -> str:
    """As 16 hexadecimal digits: of the very bits of every parameter, and of which neurons it joins.

    A neuron is not known by its number, but by a key made from all that leads to it: its b, and each w with the key of
    the neuron that it comes from. Where a number is more than a name (`tied_layers`), the key is made from it.
    """
    bits = np.ascontiguousarray(parameters).view(f"u{parameters.itemsize}").astype(np.uint64)
    # What is in no block and no b has no place but its own.
    places = _numbers(bits.size, 0)
    maps = topology.maps
    keys = [_numbers(maps[0], 0)]
    first = {group[0] for group in tied_layers(topology)}
    named = {layer for group in tied_layers(topology) for layer in group}
    for layer in range(1, len(maps)):
        content = np.zeros(maps[layer], np.uint64)
        if layer - 1 in named - first:
            # Each neuron goes with the one that it is tied to.
            content += keys[layer - 1]
        joined = []
        for number, group in enumerate(topology.connections):
            if group.target_layer == layer and group.block_shape is not None:
                count = group.block_shape[1]
                ends = _row_keys(count, keys[group.source_layer])
                at = _numbers(group.block_shape[0], 1 + number)[:, None, None] + ends[None, :, None]
                joined.append((group.block(bits), group.block(places), at))
        for entry in topology.table.entries:
            if entry.name == "b" and entry.layer + 1 == layer:
                own, place = (entry.view(each).reshape(-1, 1, maps[layer]) for each in (bits, places))
                joined.append((own, place, _numbers(len(own), -1)[:, None, None]))
        for own, _, at in joined:
            content += _mixed(own + _mixed(at)).sum((0, 1), dtype=np.uint64)
        keys.append(_mixed(content) if layer - 1 in named else _numbers(maps[layer], 0))
        for _, place, at in joined:
            place[...] = _mixed(at) + keys[layer]
    # A sum, so that it is the same in any order.
    return f"{int(_mixed(bits + places).sum(dtype=np.uint64)):016x}"


def _row_keys(count: int, keys: Words) -> Words:
    """(count,): a key for each number that is read, of cells of maps too."""
    if count % len(keys):
        return _numbers(count, 0)
    cells = _numbers(count // len(keys), -2).repeat(len(keys))
    return _mixed(np.tile(keys, count // len(keys)) + cells)


def _numbers(count: int, kind: int) -> Words:
    """(count,): 0, 1, 2 and so on as keys; of another `kind` they are others."""
    start = np.array([kind], np.int64).view(np.uint64)
    return _mixed(np.arange(count, dtype=np.uint64) + _mixed(start))


def _mixed(x: Words) -> Words:
    """Each number as another one of 64 bits, in which each bit hangs on all (the finalizer of SplitMix64)."""
    x = x + np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        x ^= x >> np.uint64(shift)
        x *= np.uint64(factor)
    x ^= x >> np.uint64(31)
    return x
