"""The modules of a network as PyTorch prints them: what ``str(model)`` gives, and what a file's metadata may hold.

So who saves a ``Sequential`` says everything that its numbers do not with ``metadata={"modules": str(model)}``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from core.arrays import Shape
from core.exchange.activation_code import PRINTED
from core.exchange.modules import LayerModules, has_cell_bias, sequential
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import MaxPool2d
from core.nn.topology import Topology


def module_text(topology: Topology) -> str:
    """The network as a printed Sequential.

    Raises
    ------
    ValueError
        When a layer has no module.
    """
    lines, index = ["Sequential("], 0
    for layer in sequential(topology):
        for opening in _openings(layer):
            lines.append(f"  ({index}): {opening}")
            index += 1
        own = list(own_modules(layer))
        if layer.is_residual:
            inner = [f"    ({place}): {module}" for place, module in enumerate(own)]
            lines += [f"  ({index}): Residual(", *inner, "  )"]
            index += 1
        else:
            lines += [f"  ({index + place}): {module}" for place, module in enumerate(own)]
            index += len(own)
    return "\n".join([*lines, ")"])


def input_text(topology: Topology) -> str:
    """The shape of one example as PyTorch has it: "1, 16, 16" of a picture, with its channels first."""
    first = sequential(topology)[0]
    if not first.picture:
        return ", ".join(map(str, topology.input_shape))
    rows, columns, channels = first.picture
    return f"{channels}, {rows}, {columns}"


def own_modules(layer: LayerModules) -> Iterator[str]:
    """The layer's own modules, one after another."""
    spec, activation = layer.spec, layer.spec.activation
    if isinstance(spec, Dense):
        yield f"Linear(in_features={math.prod(layer.in_shape)}, out_features={spec.units}, bias=True)"
    elif isinstance(spec, (Conv2d, LocallyConnected2d)):
        yield _windows(spec, layer.picture)
        if has_cell_bias(spec):
            yield "CellBias()"
    else:
        size = getattr(spec, "size", 1)
        is_max = isinstance(spec, MaxPool2d)
        more = ", dilation=1, ceil_mode=False" if is_max else ""
        yield f"{type(spec).__name__}(kernel_size={size}, stride={size}, padding=0{more})"
        if activation == "identity":
            return
    yield PRINTED[activation]


def _openings(layer: LayerModules) -> Iterator[str]:
    if layer.opening == "Flatten":
        yield "Flatten(start_dim=1, end_dim=-1)"
    elif layer.opening:
        rows, columns, _ = layer.picture
        yield f"Picture({rows}, {columns})"


def _windows(spec: Conv2d | LocallyConnected2d, picture: Shape) -> str:
    k, s, p = spec.kernel, spec.stride, spec.padding
    name, reads = type(spec).__name__, ""
    if isinstance(spec, Conv2d) and spec.reads:
        name, reads = "SparseConv2d", f", reads={spec.reads}"
    padding = f", padding=({p}, {p})" if p else ""
    bias = ", bias=False" if has_cell_bias(spec) else ""
    return (
        f"{name}({picture[2]}, {spec.maps}, kernel_size=({k}, {k}), stride=({s}, {s}){padding}{bias}{reads})"
    )
