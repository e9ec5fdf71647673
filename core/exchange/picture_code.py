"""The code of a network with layers of windows and pools, for PyTorch and for Keras (`core.exchange.code`).

What a framework has no layer for is a small class in the code itself: a residual layer, maps that read only some
others, a bias for each cell, windows with weights of their own.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from core.exchange.activation_code import KERAS, PYTORCH
from core.exchange.module_text import input_text
from core.exchange.modules import LayerModules, has_cell_bias, sequential
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.locally_connected import LocallyConnected2d
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.nn.topology import Topology

RESIDUAL = '''class Residual(nn.Sequential):
    """a = a_prev + f(z)"""

    def forward(self, x):
        return x + super().forward(x)'''
_PICTURE = '''class Picture(nn.Module):
    """Numbers, cell by cell, as maps of so many rows and columns"""

    def __init__(self, rows, columns):
        super().__init__()
        self.shape = rows, columns

    def forward(self, x):
        return x.unflatten(1, (*self.shape, -1)).permute(0, 3, 1, 2)

    def extra_repr(self):
        return "{}, {}".format(*self.shape)'''
_SPARSE = '''class SparseConv2d(nn.Conv2d):
    """Map m reads only the maps reads[m]"""

    def __init__(self, *shape, reads, **more):
        super().__init__(*shape, **more)
        mask = torch.zeros_like(self.weight)
        for m, own in enumerate(reads):
            mask[m, list(own)] = 1
        self.reads = tuple(reads)
        self.register_buffer("mask", mask, persistent=False)

    def forward(self, x):
        kernels = self.weight * self.mask
        return nn.functional.conv2d(x, kernels, self.bias, self.stride, self.padding)

    def extra_repr(self):
        return f"{super().extra_repr()}, reads={self.reads}"'''
_CELL_BIAS = '''class CellBias(nn.Module):
    """A bias for each cell of each map"""

    def __init__(self, *shape):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(shape))

    def forward(self, x):
        return x + self.bias'''
_LOCAL = '''class LocallyConnected2d(nn.Conv2d):
    """A convolution whose windows do not share: rows x columns of them have weights of their own"""

    def __init__(self, *shape, places, **more):
        super().__init__(*shape, bias=False, **more)
        self.weight = nn.Parameter(torch.zeros(places[0] * places[1], *self.weight.shape))
        self.bias = nn.Parameter(torch.zeros(self.out_channels, *places))

    def forward(self, x):
        windows = nn.functional.unfold(x, self.kernel_size, padding=self.padding, stride=self.stride)
        z = torch.einsum("rnw,wmn->rmw", windows, self.weight.flatten(2))
        return z.reshape(-1, *self.bias.shape) + self.bias'''
_KERAS_READS = '''class Reads(keras.constraints.Constraint):
    """Map m reads only the maps reads[m]: all its other weights stay 0"""

    def __init__(self, channels, reads):
        self.mask = [[float(c in own) for own in reads] for c in range(channels)]

    def __call__(self, w):
        return w * keras.ops.convert_to_tensor(self.mask, w.dtype)'''
_KERAS_CELL_BIAS = '''class CellBias(keras.layers.Layer):
    """A bias for each cell of each map"""

    def build(self, shape):
        self.bias = self.add_weight(shape=shape[1:], initializer="zeros", name="bias")

    def call(self, x):
        return x + self.bias'''
_KERAS_LOCAL = '''class LocallyConnected2D(keras.layers.Layer):
    """A convolution whose windows do not share: each has weights of its own"""

    def __init__(self, maps, kernel, stride):
        super().__init__()
        self.maps, self.size, self.strides = maps, (kernel, kernel), (stride, stride)

    def windows(self, x):
        return keras.ops.image.extract_patches(x, self.size, strides=self.strides, padding="valid")

    def build(self, shape):
        rows, columns, n = self.windows(keras.KerasTensor(shape)).shape[1:]
        self.kernel = self.add_weight(shape=(rows, columns, n, self.maps), name="kernel")
        self.bias = self.add_weight(shape=(rows, columns, self.maps), initializer="zeros", name="bias")

    def call(self, x):
        return keras.ops.einsum("rijn,ijnm->rijm", self.windows(x), self.kernel) + self.bias'''


def pytorch_picture_code(topology: Topology, file_name: str) -> str:
    """As `core.exchange.code.pytorch_code`."""
    layers = sequential(topology)
    lines = [", ".join((*_pytorch_opening(layer), _pytorch_own(layer))) for layer in layers]
    text = "\n".join(lines)
    classes = {
        "Picture(": _PICTURE,
        "SparseConv2d(": _SPARSE,
        "CellBias(": _CELL_BIAS,
        "LocallyConnected2d(": _LOCAL,
        "Residual(": RESIDUAL,
    }
    own = [code for name, code in classes.items() if name in text]
    rows = ", ".join(("rows", *input_text(topology).split(", ")))
    parts = [
        *(["import torch"] if any("torch." in code for code in own) else []),
        "from safetensors.torch import load_file",
        "from torch import nn",
        "",
        *(f"\n{code}\n" for code in own),
        *([""] if own else []),
        "model = nn.Sequential(",
        *(f"    {line}," for line in lines),
        ")",
        f"model.load_state_dict(load_file({file_name!r}))",
        f"# y = model(x): x is ({rows}) of float32, y is (rows, {topology.sizes[-1]})",
    ]
    return "\n".join(parts) + "\n"


def _pytorch_opening(layer: LayerModules) -> Iterator[str]:
    if layer.opening == "Flatten":
        yield "nn.Flatten()"
    elif layer.opening:
        yield "Picture({}, {})".format(*layer.picture)


def _pytorch_own(layer: LayerModules) -> str:
    spec, parts = layer.spec, []
    if isinstance(spec, Dense):
        parts.append(f"nn.Linear({math.prod(layer.in_shape)}, {spec.units})")
    elif isinstance(spec, (Conv2d, LocallyConnected2d)):
        shape = f"{layer.picture[2]}, {spec.maps}, {spec.kernel}"
        shape += f", stride={spec.stride}" * (spec.stride > 1) + f", padding={spec.padding}" * (
            spec.padding > 0
        )
        if isinstance(spec, LocallyConnected2d):
            parts.append(f"LocallyConnected2d({shape}, places={layer.out_shape[:2]})")
        else:
            shape += ", bias=False" * spec.bias_per_cell
            parts.append(
                f"SparseConv2d({shape}, reads={spec.reads})" if spec.reads else f"nn.Conv2d({shape})"
            )
        if has_cell_bias(spec):
            rows, columns, maps = layer.out_shape
            parts.append(f"CellBias({maps}, {rows}, {columns})")
    elif isinstance(spec, (MaxPool2d, AvgPool2d)):
        parts.append(f"nn.{type(spec).__name__}({spec.size})")
    if not (isinstance(spec, (MaxPool2d, AvgPool2d)) and spec.activation == "identity"):
        parts.append(PYTORCH[spec.activation])
    return f"Residual({', '.join(parts)})" if layer.is_residual else ", ".join(parts)


def keras_picture_code(topology: Topology, file_name: str) -> str:
    """As `core.exchange.code.keras_code`."""
    layers = sequential(topology)
    lines = []
    for layer in layers:
        opening = ", ".join(_keras_opening(layer))
        if opening:
            lines.append(f"x = chain(x, {opening})")
        own = f"chain(x, {', '.join(_keras_own(layer))})"
        lines.append(f"x = keras.layers.add([x, {own}])" if layer.is_residual else f"x = {own}")
    text = "\n".join(lines)
    classes = {"Reads(": _KERAS_READS, "CellBias(": _KERAS_CELL_BIAS, "LocallyConnected2D(": _KERAS_LOCAL}
    parts = [
        "import keras",
        "from safetensors.numpy import load_file",
        "",
        *(f"\n{code}\n" for name, code in classes.items() if name in text),
        "",
        "def chain(x, *layers):",
        "    for layer in layers:",
        "        x = layer(x)",
        "    return x",
        "",
        "",
        f"x = inputs = keras.Input(({math.prod(topology.input_shape)},))",
        *lines,
        "model = keras.Model(inputs, x)",
        f"weights = load_file({file_name!r})",
        "# PyTorch has the maps first, Keras has them last.",
        "arrays = [",
        *(f"    {array}," for layer in layers for array in _keras_arrays(layer)),
        "]",
        "for layer, values in zip((layer for layer in model.layers if layer.weights), arrays):",
        "    layer.set_weights(values)",
        f"# y = model(x): x is (rows, {topology.sizes[0]}) of float32, y is (rows, {topology.sizes[-1]})",
    ]
    return "\n".join(parts) + "\n"


def _keras_opening(layer: LayerModules) -> Iterator[str]:
    if layer.opening == "Flatten":
        yield "keras.layers.Flatten()"
    elif len(layer.in_shape) == 1 and layer.picture:
        yield f"keras.layers.Reshape({layer.picture})"


def _keras_own(layer: LayerModules) -> Iterator[str]:
    spec = layer.spec
    activation = KERAS[spec.activation]
    if isinstance(spec, Dense):
        yield f"keras.layers.Dense({spec.units}, {activation})"
        return
    if isinstance(spec, (MaxPool2d, AvgPool2d)):
        yield f"keras.layers.{'Max' if isinstance(spec, MaxPool2d) else 'Average'}Pooling2D({spec.size})"
    elif isinstance(spec, (Conv2d, LocallyConnected2d)):
        if spec.padding:
            yield f"keras.layers.ZeroPadding2D({spec.padding})"
        if isinstance(spec, LocallyConnected2d):
            yield f"LocallyConnected2D({spec.maps}, {spec.kernel}, {spec.stride})"
        else:
            yield _keras_convolution(spec, layer.picture[2])
            if spec.bias_per_cell:
                yield "CellBias()"
    if spec.activation == "leaky_relu":
        yield activation
    elif spec.activation != "identity":
        yield f"keras.layers.Activation({activation})"


def _keras_convolution(spec: Conv2d, channels: int) -> str:
    more = f", strides={spec.stride}" * (spec.stride > 1) + ", use_bias=False" * spec.bias_per_cell
    if spec.reads:
        more += f", kernel_constraint=Reads({channels}, {spec.reads})"
    return f"keras.layers.Conv2D({spec.maps}, {spec.kernel}{more})"


def _keras_arrays(layer: LayerModules) -> Iterator[str]:
    """The values of each Keras layer with weights, as code."""
    spec, W, b = layer.spec, f'weights["{layer.name}.weight"]', f'weights["{layer.bias_name}.bias"]'
    if isinstance(spec, Dense):
        if len(layer.in_shape) == 3:
            rows, columns, maps = layer.in_shape
            first = f"reshape(-1, {maps}, {rows}, {columns}).transpose(2, 3, 1, 0)"
            yield f"[{W}.{first}.reshape(-1, {spec.units}), {b}]"
        else:
            yield f"[{W}.T, {b}]"
    elif isinstance(spec, LocallyConnected2d):
        rows, columns, maps = layer.out_shape
        own = f"{W}.transpose(0, 3, 4, 2, 1).reshape({rows}, {columns}, -1, {maps})"
        yield f"[{own}, {b}.transpose(1, 2, 0)]"
    elif isinstance(spec, Conv2d) and spec.bias_per_cell:
        yield f"[{W}.transpose(2, 3, 1, 0)]"
        yield f"[{b}.transpose(1, 2, 0)]"
    elif isinstance(spec, Conv2d):
        yield f"[{W}.transpose(2, 3, 1, 0), {b}]"
