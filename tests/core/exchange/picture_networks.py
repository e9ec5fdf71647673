"""Networks of windows and pools, one of each kind that is exported, and what they compute in PyTorch's float64."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.network import Network
from core.nn.pooling import AvgPool2d, MaxPool2d
from core.nn.topology import Topology
from tests.core.nn.picture_stacks import random_network, torch_logits
from tests.core.nn.test_picture_layers import LENET_1989, SMALL_CNN

PLAIN: dict[str, tuple[int, tuple[LayerSpec, ...]]] = {
    "small_cnn": (256, SMALL_CNN),
    "means": (
        6 * 7,
        (
            Conv2d(3, 2, 2, 1, "silu", picture=(6, 7)),
            AvgPool2d(2, "tanh"),
            Dense(5, "elu"),
            Dense(3, "softmax"),
        ),
    ),
    "several_channels": (4 * 5 * 3, (Conv2d(4, 3, 1, 2, "gelu", picture=(4, 5)), Dense(3, "sigmoid"))),
    "pool_first": (
        8 * 6,
        (MaxPool2d(2, picture=(8, 6)), Conv2d(2, 2, activation="tanh"), Dense(3, "identity")),
    ),
}
OWN: dict[str, tuple[int, tuple[LayerSpec, ...]]] = {
    "lenet": (256, LENET_1989),
    "residual": (
        25,
        (
            Conv2d(3, 3, 1, 1, "tanh", picture=(5, 5)),
            Conv2d(3, 3, 1, 1, "softplus", True),
            Conv2d(3, 3, 1, 1, "tanh", True, reads=((0,), (0, 2), (1, 2)), bias_per_cell=True),
            MaxPool2d(2),
            Dense(12, "tanh"),
            Dense(12, "tanh", True),
            Dense(3, "softmax"),
        ),
    ),
    "local": (
        30,
        (
            LocallyConnected2d(2, 3, 1, 1, "leaky_relu", True, (5, 6)),
            LocallyConnected2d(3, 2, 2, 0, "identity"),
            Dense(3, "softmax"),
        ),
    ),
    "list_to_picture": (
        7,
        (Dense(18, "tanh"), Conv2d(2, 2, picture=(3, 3)), MaxPool2d(2, "sigmoid"), Dense(3, "softmax")),
    ),
}


def network_of(n_in: int, layers: tuple[LayerSpec, ...], seed: int = 0) -> Network:
    """With random parameters, biases too."""
    network = Network(Topology(layers, (n_in,)))
    network.parameters[:] = np.random.default_rng(seed).normal(0, 0.5, network.parameter_count)
    return network


def picture_networks() -> Iterator[tuple[str, Network]]:
    """All of them, and some random ones."""
    for seed, (name, (n_in, layers)) in enumerate((PLAIN | OWN).items()):
        yield name, network_of(n_in, layers, seed)
    for seed in range(12):
        yield f"random_{seed}", random_network(np.random.default_rng(seed), np.float32)


def torch_y(network: Network, X: np.ndarray) -> np.ndarray:
    """(rows, n_out) float64."""
    import torch

    theta, rows = torch.tensor(network.parameters, dtype=torch.float64), torch.tensor(X, dtype=torch.float64)
    logits = torch_logits(network, theta, rows)
    output = network.activations[-1]
    if output == "softmax":
        return np.asarray(torch.softmax(logits, 1))
    return np.asarray(torch.sigmoid(logits) if output == "sigmoid" else logits)


def as_pytorch(network: Network, X: np.ndarray) -> np.ndarray:
    """The same examples as its exported model takes them: pictures with their channels first."""
    first = network.topology.layers[0]
    picture = getattr(first, "picture", None)
    if picture is None:
        return X
    return np.ascontiguousarray(X.reshape(len(X), *picture, -1).transpose(0, 3, 1, 2))
