"""What keeps layers from being a network for some data: the first thing that does not fit, and where."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.arrays import Shape
from core.nn.architecture import MAX_HIDDEN_LAYERS, MAX_PARAMETERS
from core.nn.convolution import Conv2d
from core.nn.layer_kinds import PICTURE_LAYERS
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.windows import MAX_KERNEL, picture_of

MAX_UNITS = 65_536
"""Numbers in a layer: 16 maps of 64 x 64."""
MAX_COVERED = 2_000_000
"""Numbers that all windows of a layer cover together; for 32 examples at once their copies take 256 MB in float32."""


@dataclass(frozen=True)
class Misfit:
    """One thing that does not fit.

    Attributes
    ----------
    kind : str
        "layers": more than `most`. "parameters": `count`, more than `most`. "units" or "covered": a layer has, or its
        windows cover, more than `most`. "no_picture": the data are none. "behind_dense": a layer that reads a picture
        stands behind one that makes none. "window" or "block": of `count` cells at a side, larger than `most`.
        "padding": `count`, more than `most`. "channels": a map reads channel `count` and there are `most`.
    layer : int
        Which layer, counted from 1; 0 where it is all of them.
    count, most : int
    picture : (rows, columns)
        What the layer reads, where that matters.
    """

    kind: str
    layer: int = 0
    count: int = 0
    most: int = 0
    picture: tuple[int, int] = (0, 0)


def find_misfit(layers: Sequence[LayerSpec], n_in: int, picture: tuple[int, int] | None) -> Misfit | None:
    """The first thing that does not fit, or None; `layers` are all of them, the output layer last.

    Parameters
    ----------
    n_in : int
        How many inputs the data have.
    picture : (rows, columns) or None
        How they lie, None where they are no picture.
    """
    if len(layers) - 1 > MAX_HIDDEN_LAYERS:
        return Misfit("layers", count=len(layers) - 1, most=MAX_HIDDEN_LAYERS)
    shape: Shape = (n_in,)
    count = 0
    for number, layer in enumerate(layers, 1):
        if isinstance(layer, PICTURE_LAYERS):
            if len(shape) != 3 and number > 1:
                return Misfit("behind_dense", number)
            if picture is None:
                return Misfit("no_picture", number)
            shape = picture_of(shape, picture)
            misfit = _misfit_of(layer, shape)
            if misfit is not None:
                return replace(misfit, layer=number, picture=shape[:2])
        out = layer.out_shape(shape)
        if isinstance(layer, PICTURE_LAYERS) and math.prod(out) > MAX_UNITS:
            return Misfit("units", number, math.prod(out), MAX_UNITS)
        count += sum(map(math.prod, layer.parameter_shapes(shape).values()))
        shape = out
    return Misfit("parameters", count=count, most=MAX_PARAMETERS) if count > MAX_PARAMETERS else None


def _misfit_of(layer: LayerSpec, shape: Shape) -> Misfit | None:
    """What does not fit in a layer that reads a picture of this shape, without its number."""
    rows, columns, channels = shape
    side = min(rows, columns)
    if not isinstance(layer, (Conv2d, LocallyConnected2d)):
        size = int(getattr(layer, "size", 1))
        return Misfit("block", count=size, most=side) if size > side else None
    if layer.kernel > MAX_KERNEL:
        return Misfit("window", count=layer.kernel, most=MAX_KERNEL)
    if layer.padding >= layer.kernel:
        return Misfit("padding", count=layer.padding, most=layer.kernel - 1)
    if layer.kernel > side + 2 * layer.padding:
        return Misfit("window", count=layer.kernel, most=side + 2 * layer.padding)
    read = max((own[-1] for own in getattr(layer, "reads", ())), default=-1)
    if read >= channels:
        return Misfit("channels", count=read + 1, most=channels)
    high, wide = layer.windows(shape).places
    covered = high * wide * layer.kernel**2 * channels
    return Misfit("covered", count=covered, most=MAX_COVERED) if covered > MAX_COVERED else None
