"""The neurons of one network put into the order in which they are most like those of another one.

Two trainings find the same neuron under different numbers. Other numbers for the same neurons leave the function as it
is; so how far two networks are apart can only be said once the numbers agree.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.assignment import assigning
from core.arrays import Array
from core.editing.neuron_permutation import Order, flat_order, tied_layers
from core.nn.connections import Connections
from core.nn.network import Network
from core.nn.topology import Topology

# Multiplications between two pauses.
PIECE = 8_000_000
# What gains less than this share of |θ_A| · |θ_B| is no gain; and after so many rounds it is enough.
LEAST_GAIN, MOST_ROUNDS = 1e-9, 100


def matching(a: Network, b: Network) -> Generator[None, None, tuple[Order, ...]]:
    """An order of B's neurons for each hidden layer, so that Σ (θ_A − θ_B)² is small; it pauses on the way.

    The networks must not change meanwhile.

    Nothing but an order is chosen, so B's function stays the same whatever its activation. Which layers can be
    reordered, and which only together, is `core.editing.neuron_permutation.tied_layers`'.

    Raises
    ------
    ValueError
        When the networks do not have the same layers.

    Notes
    -----
    That distance is least where θ_A · θ_B is largest. With the orders of all other layers given, the best one of a
    layer is an assignment: neuron i of A is like neuron j of B by the sum of the products of their weights, in and
    out, and of their biases. One layer after the other is given its best order, until none of them gains. Where
    residual connections tie layers to one order, a weight between two of them has that order at both ends; the other
    end is then taken as it was, and the new order is kept only where it gains. In what is found no layer alone can be
    improved; whether it is the best of all is not known.

    References
    ----------
    Ainsworth, Hayase and Srinivasa, Git Re-Basin: Merging Models modulo Permutation Symmetries (2023), algorithm 1;
    there the layers are taken in random order.
    """
    if not have_same_layers(a, b):
        raise ValueError(f"networks of {a.sizes} and {b.sizes} neurons do not have the same layers")
    pair = _Pair(a, b)
    for _ in range(MOST_ROUNDS):
        gained = False
        for group in tied_layers(a.topology):
            gained |= yield from pair.improve(tuple(layer + 1 for layer in group))
        if not gained:
            break
    return tuple(pair.orders[1:-1])


def have_same_layers(a: Network, b: Network) -> bool:
    """Whether both are functions of one set: a neuron of one can stand where one of the other does."""
    one, two = a.topology, b.topology
    return one.canonical == two.canonical and one.input_shape == two.input_shape


def reordered(network: Network, orders: Sequence[Order]) -> Network:
    """The same function, its hidden neurons in these orders."""
    other = network.copy()
    other.parameters[:] = network.parameters[flat_order(network.topology, orders)]
    return other


@dataclass(frozen=True)
class _Weights:
    """All weights from one layer to another, of both networks, as (sources, targets); 0 where nothing joins two."""

    source_layer: int
    target_layer: int
    a: Array
    b: Array


class _Pair:
    """Both networks' parameters, and the orders of B's neurons so far; layers are counted with the input as 0."""

    def __init__(self, a: Network, b: Network) -> None:
        topology = a.topology
        self._weights = tuple(_weights_between(topology, a.parameters, b.parameters))
        biases = (topology.table.named("b", network.parameters) for network in (a, b))
        self._biases = tuple(zip(*biases, strict=True))
        self.orders: list[Order] = [np.arange(size) for size in topology.sizes]
        self._least_gain = LEAST_GAIN * float(np.linalg.norm(a.parameters) * np.linalg.norm(b.parameters))

    def improve(self, layers: tuple[int, ...]) -> Generator[None, None, bool]:
        """Give these layers their best common order, as far as it is one assignment. Returns whether it gains."""
        units = len(self.orders[layers[0]])
        likeness = np.zeros((units, units))
        for part in self._likenesses(layers):
            likeness += part
            yield
        old, before = self.orders[layers[0]], self._product(layers)
        new = yield from assigning(-likeness)
        self._set_order(layers, new)
        if self._product(layers) > before + self._least_gain:
            return True
        self._set_order(layers, old)
        return False

    def _set_order(self, layers: tuple[int, ...], order: Order) -> None:
        for layer in layers:
            self.orders[layer] = order

    def _likenesses(self, layers: tuple[int, ...]) -> Iterator[NDArray[np.float64]]:
        """(neurons of A, neurons of B): parts of how like they are, to be added up."""
        for layer in layers:
            bias_a, bias_b = self._biases[layer - 1]
            yield np.outer(bias_a.astype(np.float64), bias_b)
        for weights in self._weights:
            a, b = weights.a, weights.b
            if weights.target_layer in layers:
                order = self.orders[weights.source_layer]
                for some in _pieces(*a.shape):
                    yield a[some].T.astype(np.float64) @ b[order[some]]
            if weights.source_layer in layers:
                order = self.orders[weights.target_layer]
                for some in _pieces(*a.shape[::-1]):
                    yield a[:, some].astype(np.float64) @ b[:, order[some]].T

    def _product(self, layers: tuple[int, ...]) -> float:
        """θ_A · θ_B over all parameters that an order of these layers moves."""
        total = 0.0
        for layer in layers:
            bias_a, bias_b = self._biases[layer - 1]
            total += float(np.dot(bias_a.astype(np.float64), bias_b[self.orders[layer]]))
        for weights in self._weights:
            if {weights.source_layer, weights.target_layer} & set(layers):
                rows, columns = self.orders[weights.source_layer], self.orders[weights.target_layer]
                total += float(np.sum(weights.a * weights.b[np.ix_(rows, columns)], dtype=np.float64))
        return total


def _weights_between(topology: Topology, a: Array, b: Array) -> Iterator[_Weights]:
    """Those groups of connections that end at a layer that can be reordered."""
    free = {layer + 1 for group in tied_layers(topology) for layer in group}
    for group in topology.connections:
        if free & {group.source_layer, group.target_layer}:
            matrices = (_matrix(group, parameters) for parameters in (a, b))
            yield _Weights(group.source_layer, group.target_layer, *matrices)


def _matrix(group: Connections, parameters: Array) -> Array:
    """(sources, targets): a view of the parameters where all are joined, for there may be millions."""
    if group.count == math.prod(group.shape):
        return group.values(parameters).reshape(group.shape)
    edges, matrix = group.every, np.zeros(group.shape, parameters.dtype)
    matrix[edges.source, edges.target] = parameters[edges.parameter]
    return matrix


def _pieces(summed: int, units: int) -> Iterator[slice]:
    """Slices of what is summed over, for products of `units` by `units`."""
    step = max(1, PIECE // (units * units))
    return (slice(start, start + step) for start in range(0, summed, step))
