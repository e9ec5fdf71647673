"""What a cell of a feature map sees: its window on each map of the layer before, or its block of a pool."""

from __future__ import annotations

import numpy as np

from core.engine.snapshot import Snapshot
from core.nn.pooling import AvgPool2d, MaxPool2d
from gui.network.geometry.shapes import Indices, Layout, Rect


def window_frames(snapshot: Snapshot, layout: Layout, layer: int, index: int) -> tuple[Rect, ...]:
    """The frames around all that this neuron of a hidden layer sees; none where its layer has no feature maps.

    Only what lies on a picture is framed: nothing stands beyond its border.
    """
    if layout.layers[layer].maps is None:
        return ()
    frames = [
        _around(layout, group.source_layer, own)
        for group in snapshot.connections
        if group.target_layer == layer + 1
        for own in _by_map(layout, group.source_layer, group.incoming(index).source)
    ]
    block = _block(snapshot, layer, index)
    return (*frames, *([_around(layout, layer, block)] if block.size else []))


def _by_map(layout: Layout, layer: int, units: Indices) -> list[Indices]:
    """These units of a layer, map by map."""
    number = units % layout.maps_of(layer)
    return [units[number == own] for own in np.unique(number)]


def _block(snapshot: Snapshot, layer: int, index: int) -> Indices:
    """The units of the layer before that a cell of a pool reads."""
    spec = snapshot.topology.layers[layer]
    if not isinstance(spec, MaxPool2d | AvgPool2d):
        return np.zeros(0, np.intp)
    block: Indices = spec.blocks(snapshot.topology.in_shapes[layer])[index]
    return block


def _around(layout: Layout, layer: int, units: Indices) -> Rect:
    x, y = (axis[units] for axis in layout.units(layer))
    if layer == 0:
        wide, high = layout.picture.width / layout.columns, layout.picture.height / layout.rows
    else:
        wide = high = 2 * layout.layers[layer - 1].radius
    left, top = float(x.min()) - wide / 2, float(y.min()) - high / 2
    return Rect(left, top, float(x.max()) + wide / 2 - left, float(y.max()) + high / 2 - top)
