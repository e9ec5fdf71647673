"""The kinds of layer there are: by these names they stand in frames and files."""

from __future__ import annotations

from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.nn.weightless import Weightless

LAYER_KINDS: dict[str, type[LayerSpec]] = {
    kind.__name__: kind for kind in (Dense, Conv2d, LocallyConnected2d, MaxPool2d, AvgPool2d)
}

PICTURE_LAYERS = (Conv2d, LocallyConnected2d, MaxPool2d, AvgPool2d)
"""Those that read their input as a picture."""


def has_weights(layer: LayerSpec) -> bool:
    """Whether a layer weighs what it reads; a pool does not."""
    return not isinstance(layer, Weightless)
