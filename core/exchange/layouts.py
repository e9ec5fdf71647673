"""Where each number of a file's arrays stands in the flat vector of all parameters, and back.

An array of places holds these indices, and `NOWHERE` where the array has a number that is no parameter: a 0.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from core.arrays import Array, Shape
from core.exchange.modules import has_cell_bias
from core.nn.connections import Indices
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.topology import Topology

NOWHERE = -1


def pytorch_places(topology: Topology, names: Iterable[tuple[str, str]]) -> Mapping[str, Indices]:
    """As PyTorch keeps them, under ``{name}.weight`` and ``{name}.bias``; `names` are both names of each layer.

    Linear (out, in), after maps with the inputs map by map; convolution (maps, channels, kernel, kernel); windows of
    their own (windows, maps, channels, kernel, kernel); biases of cells (maps, rows, columns).
    """
    places: dict[str, Indices] = {}
    for own, (weight, bias) in zip(_natural(topology), names, strict=True):
        if own is not None:
            spec, W, b = own
            W = _maps_first(W)
            places[f"{weight}.weight"] = W.reshape(len(W), -1) if isinstance(spec, Dense) else W
            places[f"{bias}.bias"] = _maps_first(b)
    return places


def numpy_places(topology: Topology) -> Mapping[str, Indices]:
    """As the function is written: W1, b1, W2 and so on; a layer without parameters has none, and is counted.

    Dense (in, out); convolution (kernel, kernel, channels, maps); windows of their own (rows, columns, kernel, kernel,
    channels, maps); biases of cells (rows, columns, maps).
    """
    places: dict[str, Indices] = {}
    for number, own in enumerate(_natural(topology), 1):
        if own is not None:
            spec, W, b = own
            places[f"W{number}"] = W.reshape(-1, b.size) if isinstance(spec, Dense) else W
            places[f"b{number}"] = b
    return places


def gathered(places: Indices, parameters: Array) -> Array:
    """The array with these parameters, in one piece."""
    array: Array = parameters[np.maximum(places, 0)]
    if places.size and places.min() < 0:
        array[places < 0] = 0
    return np.ascontiguousarray(array)


def scatter(array: Array, places: Indices, parameters: Array) -> None:
    """Write an array's numbers to their places among the parameters; others are multiplied by 0, and let go of."""
    is_one = places >= 0
    parameters[places[is_one]] = array[is_one]


def whole_count(topology: Topology) -> int:
    """How many numbers all arrays have together, without the biases."""
    count = 0
    for spec, in_shape in zip(topology.layers, topology.in_shapes, strict=True):
        if isinstance(spec, Conv2d):
            count += spec.windows(in_shape).fan_in * spec.maps
        elif isinstance(spec, LocallyConnected2d):
            count += spec.products(in_shape)
    return count


def _natural(topology: Topology) -> Iterator[tuple[LayerSpec, Indices, Indices] | None]:
    """W and b of each layer as their pictures lie: (..., inputs, maps), and (maps,) or (rows, columns, maps)."""
    for number, (spec, in_shape) in enumerate(zip(topology.layers, topology.in_shapes, strict=True)):
        own = {entry.name: entry for entry in topology.table.entries if entry.layer == number}
        if not own:
            yield None
            continue
        W, b = (np.arange(own[name].start, own[name].stop) for name in ("W", "b"))
        out_shape = topology.shapes[number + 1]
        is_of_cells = has_cell_bias(spec) or isinstance(spec, LocallyConnected2d)
        yield spec, _whole(spec, in_shape, out_shape, W), b.reshape(out_shape) if is_of_cells else b


def _whole(spec: LayerSpec, in_shape: Shape, out_shape: Shape, W: Indices) -> Indices:
    if not isinstance(spec, (Conv2d, LocallyConnected2d)):
        return W.reshape(*in_shape, *out_shape)
    windows = spec.windows(in_shape)
    kernel, channels, maps = spec.kernel, windows.picture[2], spec.maps
    shape: Shape = kernel, kernel, channels, maps
    if isinstance(spec, LocallyConnected2d):
        shape = (*windows.places, *shape)
    present = spec.present(windows)
    if present is None:
        return W.reshape(shape)
    whole = np.full(math.prod(shape), NOWHERE)
    whole[present] = W
    return whole.reshape(shape)


def _maps_first(places: Indices) -> Indices:
    """From `_natural`'s order to PyTorch's."""
    if places.ndim == 6:
        rows, columns, kernel, _, channels, maps = places.shape
        whole = places.reshape(rows * columns, kernel, kernel, channels, maps)
        return whole.transpose(0, 4, 3, 1, 2)
    order = {1: (0,), 2: (1, 0), 3: (2, 0, 1), 4: (3, 2, 0, 1)}[places.ndim]
    return places.transpose(order)
