"""A layer that no part of the app knows, so that tests can ask whether any kind of layer is trained and drawn.

Each of its units has sources of its own, some in the layer before and some two layers back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.arrays import Array, Shape
from core.nn.activations import activation_named
from core.nn.connections import Connections, Edges, Indices
from core.nn.dense import Dense
from core.nn.layers import Neurons
from core.nn.network import Network
from core.nn.topology import Topology


@dataclass(frozen=True)
class Masked:
    """z of unit j is the sum over the inputs that ``inputs[j]`` names, each with a weight of its own, and a bias.

    Inputs are counted through the layers that it reads, so many layers `back`: first the units two layers back, then
    those of the layer before. W (edges,) holds the weights unit by unit, b (units,) the biases.
    """

    inputs: tuple[tuple[int, ...], ...]
    activation: str = "tanh"
    back: tuple[int, ...] = (2, 1)

    @property
    def edges(self) -> tuple[Indices, Indices]:
        """(edges,) each: the input that every weight comes from, and the unit that it leads to."""
        targets = np.repeat(np.arange(len(self.inputs)), [len(own) for own in self.inputs])
        return np.concatenate([np.array(own, np.intp) for own in self.inputs]), targets

    def sources(self, number: int) -> tuple[int, ...]:
        return tuple(number - back for back in self.back)

    def out_shape(self, in_shape: Shape) -> Shape:
        return (len(self.inputs),)

    def is_residual(self, in_shape: Shape) -> bool:
        return False

    def canonical(self, in_shape: Shape) -> Masked:
        return self

    def parameter_shapes(self, in_shape: Shape) -> Mapping[str, Shape]:
        return {"W": (sum(map(len, self.inputs)),), "b": (len(self.inputs),)}

    def products(self, in_shape: Shape) -> int:
        return sum(map(len, self.inputs))

    def connections(self, topology: Topology, number: int) -> tuple[Connections, ...]:
        sources, targets = self.edges
        parameters = topology.table.index("W", number - 1, 0) + np.arange(sources.size)
        groups = []
        start = 0
        for layer in self.sources(number):
            size = topology.sizes[layer]
            own = (start <= sources) & (sources < start + size)
            edges = Edges(sources[own] - start, targets[own], parameters[own])
            groups.append(MaskedConnections(layer, number, (size, len(self.inputs)), edges))
            start += size
        return tuple(groups)

    def initialize(self, parameters: Sequence[Array], draw: Callable[[int, int], Array]) -> None:
        W, _ = parameters
        W[:] = np.concatenate([draw(len(own), 1)[:, 0] for own in self.inputs])

    def gradients(self, in_shape: Shape, x: Array, delta: Array) -> Mapping[str, Array]:
        sources, targets = self.edges
        return {"W": x[sources] * delta[targets], "b": delta}

    def layer(self, in_shape: Shape, parameters: Sequence[Array], dropout: float = 0.0) -> Neurons:
        weigh = MaskedSum(in_shape, *self.edges, *parameters)
        return Neurons(weigh, activation_named(self.activation), dropout)


class MaskedSum:
    """z = x M + b, where M is W at the edges and 0 elsewhere."""

    @dataclass
    class Cache:
        x: Array
        out: Array
        dx: Array

    def __init__(self, in_shape: Shape, sources: Indices, targets: Indices, W: Array, b: Array) -> None:
        self._edges, self._W, self._b = (sources, targets), W, b
        self._shape = (*in_shape, b.size)

    @property
    def _matrix(self) -> Array:
        matrix = np.zeros(self._shape, self._W.dtype)
        matrix[self._edges] = self._W
        return matrix

    def cache(self, rows: int, dtype: np.dtype[Any], needs_dx: bool) -> Cache:
        n_in, units = self._shape
        return self.Cache(np.empty(0), np.empty((rows, units), dtype), np.empty((rows, n_in), dtype))

    def forward(self, x: Array, cache: Cache) -> Array:
        cache.x = x
        return np.add(x @ self._matrix, self._b, out=cache.out)

    def backward(self, grad: Array, cache: Cache, grads: Sequence[Array]) -> Array:
        if grads:
            dW, db = grads
            dW[:] = (cache.x.T @ grad)[self._edges]
            db[:] = grad.sum(axis=0)
        return np.matmul(grad, self._matrix.T, out=cache.dx)


class MaskedConnections(Connections):
    """Some of the connections between two layers."""

    def __init__(self, source_layer: int, target_layer: int, shape: tuple[int, int], edges: Edges) -> None:
        self.source_layer, self.target_layer = source_layer, target_layer
        self.shape = shape
        self.count = edges.parameter.size
        order = np.lexsort((edges.target, edges.source))
        self._edges = Edges(edges.source[order], edges.target[order], edges.parameter[order])

    def incoming(self, target: int) -> Edges:
        return self._where(self._edges.target == target)

    def outgoing(self, source: int) -> Edges:
        return self._where(self._edges.source == source)

    def between(self, sources: Indices, targets: Indices) -> Edges:
        return self._where(np.isin(self._edges.source, sources) & np.isin(self._edges.target, targets))

    def parameter(self, source: int, target: int) -> int | None:
        found = self._edges.parameter[(self._edges.source == source) & (self._edges.target == target)]
        return int(found[0]) if found.size else None

    def _where(self, wanted: np.ndarray) -> Edges:
        edges = self._edges
        return Edges(edges.source[wanted], edges.target[wanted], edges.parameter[wanted])


def masked_network(seed: int = 0, dtype: Any = np.float32) -> Network:
    """5 inputs, 4 neurons, 3 masked units that read both of these layers, 3 neurons more, 2 outputs."""
    masked = Masked(((0, 4, 6), (2, 5), (1, 3, 7, 8)))
    layers: Any = (Dense(4, "tanh"), masked, Dense(3, "tanh", skip=True), Dense(2, "softmax"))
    network = Network(Topology(layers, (5,)), dtype)
    network.parameters[:] = np.random.default_rng(seed).normal(0, 0.5, network.parameter_count)
    return network
