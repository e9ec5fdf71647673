"""Random stacks of layers over pictures, and the same stacks in PyTorch, from the words of the layers' docstrings."""

from __future__ import annotations

from typing import Any

import numpy as np

from core.nn.activations import ACTIVATIONS
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.network import Network
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.nn.topology import Topology

KINKED = ("relu", "leaky_relu")
# So far from a kink, and from another largest of a block, differences of 1e-5 don't reach.
CLEAR = 1e-3


def random_layers(rng: np.random.Generator) -> tuple[LayerSpec, ...]:
    """Up to five layers, for pictures that are 5 to 8 cells high and wide."""
    picture = int(rng.integers(5, 9)), int(rng.integers(5, 9))
    shape: tuple[int, ...] = (picture[0] * picture[1],)
    layers: list[LayerSpec] = []
    for _ in range(int(rng.integers(1, 5))):
        own = picture if len(shape) == 1 else None
        side = min(picture if own else shape[:2])
        kind = rng.choice(["conv", "conv", "sparse", "local", "max", "mean"])
        name = str(rng.choice(list(ACTIVATIONS)))
        kernel = int(rng.integers(1, min(4, side + 1)))
        stride, padding = int(rng.integers(1, 3)), int(rng.integers(0, kernel))
        channels = 1 if own else shape[2]
        spec: Any
        if kind == "max":
            spec = MaxPool2d(min(side, int(rng.integers(1, 4))), name, own)
        elif kind == "mean":
            spec = AvgPool2d(min(side, int(rng.integers(1, 4))), name, own)
        elif kind == "local":
            spec = LocallyConnected2d(int(rng.integers(1, 4)), kernel, stride, padding, name, True, own)
        else:
            maps = channels if rng.random() < 0.4 else int(rng.integers(1, 5))
            if rng.random() < 0.4:
                # Of the same shape as its input, so that it may be added.
                kernel, stride, padding = 3, 1, 1
            reads: tuple[tuple[int, ...], ...] = ()
            if kind == "sparse":
                count = [int(rng.integers(1, channels + 1)) for _ in range(maps)]
                reads = tuple(tuple(sorted(rng.permutation(channels)[:n].tolist())) for n in count)
            per_cell = bool(rng.integers(2))
            spec = Conv2d(maps, kernel, stride, padding, name, bool(rng.integers(2)), own, reads, per_cell)
        try:
            after = spec.out_shape(shape)
        except ValueError:
            continue
        layers.append(spec)
        shape = after
    if rng.random() < 0.5:
        layers.append(Dense(4, "tanh"))
    if not any(getattr(layer, "picture", None) for layer in layers):
        layers.insert(0, Conv2d(2, 3, 1, 1, "tanh", picture=picture))
        layers = layers[:1] + [Dense(3, "tanh")]
    return *layers, Dense(3, "softmax")


def inputs_of(layers: tuple[LayerSpec, ...]) -> int:
    """How many numbers the first layer's picture has."""
    rows, columns = layers[0].picture  # type: ignore[attr-defined]
    return int(rows * columns)


def random_network(rng: np.random.Generator, dtype: Any = np.float64) -> Network:
    """A random stack with random parameters, biases too."""
    layers = random_layers(rng)
    network = Network(Topology(layers, (inputs_of(layers),)), dtype)
    network.parameters[:] = rng.normal(0, 0.5, network.parameter_count)
    return network


def is_clear(network: Network, X: np.ndarray) -> bool:
    """Whether no z is near a kink, and no block's largest number near another one of it."""
    propagation = network.propagation(len(X))
    propagation.forward(X)
    before = [X, *propagation.a]
    for number, layer in enumerate(network.topology.layers[:-1]):
        if layer.activation in KINKED and np.abs(propagation.z[number]).min() < CLEAR:
            return False
        if isinstance(layer, MaxPool2d):
            shape = network.topology.in_shapes[number]
            rows, columns, channels = shape if len(shape) == 3 else (*layer.picture, 1)  # type: ignore[misc]
            pictures = before[number].reshape(-1, rows, columns, channels)
            size = layer.size
            for row in range(0, rows - size + 1, size):
                for column in range(0, columns - size + 1, size):
                    block = pictures[:, row : row + size, column : column + size].reshape(
                        -1, size**2, channels
                    )
                    ordered = np.sort(block, axis=1)
                    if size > 1 and np.min(ordered[:, -1] - ordered[:, -2]) < CLEAR:
                        return False
    return True


def torch_logits(network: Network, theta: Any, X: Any) -> Any:
    """(rows, n_out): what the same layers give in PyTorch, with the flat vector `theta` of their parameters."""
    import torch

    rows = X.shape[0]
    table = network.topology.table
    x = X
    for number, layer in enumerate(network.topology.layers):
        own = {e.name: theta[e.start : e.stop].reshape(e.shape) for e in table.entries if e.layer == number}
        if getattr(layer, "picture", None) and x.ndim == 2:
            x = x.reshape(rows, *layer.picture, -1).permute(0, 3, 1, 2)  # type: ignore[attr-defined]
        z = _torch_z(layer, own, x)
        if number + 1 == len(network.topology.layers):
            return z
        f = _torch_activation(torch, layer.activation)(z)
        x = x + f if network.topology.skips[number] else f
    raise AssertionError("there is no output layer")


def _torch_z(layer: Any, own: dict[str, Any], x: Any) -> Any:
    import torch
    from torch.nn import functional

    if isinstance(layer, Dense):
        if x.ndim == 4:
            x = x.permute(0, 2, 3, 1).flatten(1)
        return x @ own["W"] + own["b"]
    if isinstance(layer, MaxPool2d):
        return functional.max_pool2d(x, layer.size)
    if isinstance(layer, AvgPool2d):
        return functional.avg_pool2d(x, layer.size)
    channels, kernel = x.shape[1], layer.kernel
    if isinstance(layer, Conv2d):
        W = own["W"]
        if layer.reads:
            whole = torch.zeros(kernel, kernel, channels, layer.maps, dtype=x.dtype)
            place = [
                (i, j, c, m)
                for i in range(kernel)
                for j in range(kernel)
                for c in range(channels)
                for m in range(layer.maps)
                if c in layer.reads[m]
            ]
            W = whole.index_put(tuple(torch.tensor(part) for part in zip(*place, strict=True)), W)
        kernels = W.reshape(kernel, kernel, channels, layer.maps).permute(3, 2, 0, 1)
        z = functional.conv2d(x, kernels, stride=layer.stride, padding=layer.padding)
        b = own["b"]
        if layer.bias_per_cell:
            return z + b.reshape(*z.shape[2:], layer.maps).permute(2, 0, 1)
        return z + b[:, None, None]
    assert isinstance(layer, LocallyConnected2d)
    padded = functional.pad(x, [layer.padding] * 4)
    high = (padded.shape[2] - kernel) // layer.stride + 1
    wide = (padded.shape[3] - kernel) // layer.stride + 1
    W, start, cells = own["W"], 0, []
    for row in range(high):
        for column in range(wide):
            z = own["b"].reshape(high, wide, layer.maps)[row, column]
            for i in range(kernel):
                for j in range(kernel):
                    at = row * layer.stride + i, column * layer.stride + j
                    inside = all(
                        layer.padding <= a < layer.padding + n for a, n in zip(at, x.shape[2:], strict=True)
                    )
                    if inside:
                        count = channels * layer.maps
                        weights = W[start : start + count].reshape(channels, layer.maps)
                        z = z + padded[:, :, at[0], at[1]] @ weights
                        start += count
            cells.append(z.expand(x.shape[0], layer.maps))
    assert start == W.numel()
    return torch.stack(cells, 1).reshape(x.shape[0], high, wide, layer.maps).permute(0, 3, 1, 2)


def _torch_activation(torch: Any, name: str) -> Any:
    functional = torch.nn.functional
    return {
        "identity": lambda z: z,
        "relu": torch.relu,
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "leaky_relu": lambda z: functional.leaky_relu(z, 0.01),
        "elu": functional.elu,
        "gelu": functional.gelu,
        "silu": functional.silu,
        "softplus": functional.softplus,
    }[name]
