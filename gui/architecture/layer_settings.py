"""What can be chosen of a layer in its row, read from its description and put back into one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d, MaxPool2d
from gui.architecture.layer_field import MAX_NEURONS

WINDOW_LAYERS = (Conv2d, LocallyConnected2d)
POOLS = (MaxPool2d, AvgPool2d)
WINDOW_FIELDS = ("kernel", "stride", "padding")
DEFAULT_NEURONS, DEFAULT_MAPS, DEFAULT_KERNEL, DEFAULT_BLOCK = 16, 8, 3, 2
MAX_MAPS, MAX_SIDE = 256, 64

_SIZE_FIELDS: dict[type[Any], tuple[str, int]] = {
    Dense: ("units", MAX_NEURONS),
    Conv2d: ("maps", MAX_MAPS),
    LocallyConnected2d: ("maps", MAX_MAPS),
    MaxPool2d: ("size", MAX_SIDE),
    AvgPool2d: ("size", MAX_SIDE),
}


def size_of(layer: LayerSpec) -> int | None:
    """Its neurons, maps or the side of its block; None of a kind that has none of them."""
    known = _SIZE_FIELDS.get(type(layer))
    return None if known is None else int(getattr(layer, known[0]))


def most_of(layer: LayerSpec) -> int:
    """The largest such number."""
    return _SIZE_FIELDS.get(type(layer), ("", MAX_NEURONS))[1]


def with_settings(layer: LayerSpec, **fields: Any) -> LayerSpec:
    """The same but for these settings; "size" is what `size_of` gives.

    Maps that name what they read have a list each: another number of maps reads all.
    """
    size = fields.pop("size", None)
    if size is not None and size != size_of(layer):
        fields[_SIZE_FIELDS[type(layer)][0]] = size
        if getattr(layer, "reads", ()):
            fields["reads"] = ()
    changed: LayerSpec = replace(layer, **fields) if fields else layer  # type: ignore[type-var]
    return changed


def without_picture(layer: LayerSpec) -> LayerSpec:
    """The same, wherever it may stand: the first layer alone says how the data lie."""
    return with_settings(layer, picture=None) if hasattr(layer, "picture") else layer


def new_layer(kind: type[LayerSpec], before: LayerSpec | None, activation: str, skip: bool) -> LayerSpec:
    """A layer to be added behind `before`: as large as that where both are of one kind."""
    size = size_of(before) if before is not None and isinstance(before, kind) else None
    if kind is Dense:
        return Dense(size or DEFAULT_NEURONS, activation, skip)
    if kind in WINDOW_LAYERS:
        make: Any = kind
        layer: LayerSpec = make(size or DEFAULT_MAPS, DEFAULT_KERNEL, 1, 1, activation, skip)
        return layer
    pool: Any = kind
    made: LayerSpec = pool(size or DEFAULT_BLOCK)
    return made
