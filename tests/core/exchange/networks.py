"""Networks of every kind that is exported, and what they compute, in float64 by formulas of the tests' own."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np

from core.nn.activations import ACTIVATIONS
from core.nn.network import Network

FORMULAS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "relu": lambda z: np.where(z > 0, z, 0),
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "leaky_relu": lambda z: np.where(z > 0, z, 0.01 * z),
    "elu": lambda z: np.where(z > 0, z, np.exp(z) - 1),
    "gelu": lambda z: z * (1 + np.vectorize(math.erf)(z / math.sqrt(2))) / 2,
    "silu": lambda z: z / (1 + np.exp(-z)),
    "softplus": lambda z: np.log(1 + np.exp(z)),
    "identity": lambda z: z,
    "softmax": lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True),
}


def y_of(network: Network, X: np.ndarray) -> np.ndarray:
    """(rows, n_out) float64, from the weights alone."""
    a = X.astype(np.float64)
    for layer in network.layers:
        f = FORMULAS[layer.activation](a @ layer.W.astype(np.float64) + layer.b.astype(np.float64))
        a = a + f if layer.skip else f
    return a


def some_rows(n_in: int) -> np.ndarray:
    return np.random.default_rng(5).uniform(-1, 1, (40, n_in)).astype(np.float32)


def with_biases(network: Network) -> Network:
    """The same with biases that are not 0: otherwise nobody would miss them."""
    for layer in network.layers:
        layer.b[:] = np.random.default_rng(6).uniform(-0.5, 0.5, layer.b.shape)
    return network


def networks() -> Iterator[tuple[str, Network]]:
    """Every activation and output, none and many hidden layers, plain, residual and mixed."""
    for number, name in enumerate(ACTIVATIONS):
        output = ("softmax", "sigmoid", "identity")[number % 3]
        yield name, with_biases(Network.dense((6, 5, 5, 3), name, output, seed=number))
        yield (
            f"{name}_residual",
            with_biases(Network.dense((6, 5, 5, 3), name, output, skip=True, seed=number)),
        )
    yield "no_hidden", with_biases(Network.dense((6, 3), seed=1))
    yield "deep", with_biases(Network.dense((6, *[5] * 30, 3), "tanh", seed=2))
    residual = Network.dense((5, *[5] * 30, 6, 3), "tanh", skip=True, skip_scale=0.2, seed=3)
    yield "deep_residual", with_biases(residual)
    mixed = ["relu", "relu", "tanh", "gelu", "elu"]
    yield "mixed", with_biases(Network.dense((6, 4, 6, 6, 7, 7, 3), mixed, skip=True, seed=4))
