"""The neurons of one network put into the order in which they are most like those of another one.

Two trainings find the same neuron under different numbers. Other numbers for the same neurons leave the function as it
is; so how far two networks are apart can only be said once the numbers agree.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.analysis.assignment import assigning
from core.arrays import Array
from core.editing.neuron_permutation import Order, flat_order, source_order, tied_layers, unit_orders
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
    improved; whether it is the best of all is not known. Feature maps are matched as wholes.

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
    return unit_orders(a.topology, pair.orders[1:-1])


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
    """All weights from one layer to another, of both networks, as `Connections.block` has them."""

    source_layer: int
    target_layer: int
    a: Array
    b: Array

    def by_target(self, order: Order) -> tuple[Array, Array, Order]:
        """(n, targets) each, and the row of B for each of A where B's source layer stands in this order."""
        places, sources, targets = self.a.shape
        rows = source_order(sources, order) + np.arange(places)[:, None] * sources
        return self.a.reshape(-1, targets), self.b.reshape(-1, targets), rows.ravel()

    def by_source(self, maps: int, order: Order) -> tuple[Array, Array, Order]:
        """(n, maps of the source layer) each, and the row of B for each of A where B's target layer stands so."""
        targets = self.a.shape[2]
        a, b = (
            part.reshape(-1, maps, targets).transpose(0, 2, 1).reshape(-1, maps) for part in (self.a, self.b)
        )
        rows = order + np.arange(len(a) // targets)[:, None] * targets
        return a, b, rows.ravel()

    def product(self, source: Order, target: Order) -> float:
        """θ_A · θ_B, with B's layers in these orders."""
        rows = source_order(self.a.shape[1], source)
        return float(np.sum(self.a * self.b[:, rows][:, :, target], dtype=np.float64))


class _Pair:
    """Both networks' parameters, and the orders of B's maps or neurons so far; the input is layer 0."""

    def __init__(self, a: Network, b: Network) -> None:
        topology = a.topology
        self._weights = tuple(_weights_between(topology, a.parameters, b.parameters))
        biases = (topology.table.named("b", network.parameters) for network in (a, b))
        self._biases = tuple(zip(*biases, strict=True))
        self.orders: list[Order] = [np.arange(maps) for maps in topology.maps]
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
        maps = len(self.orders[layers[0]])
        for layer in layers:
            bias_a, bias_b = (biases.reshape(-1, maps) for biases in self._biases[layer - 1])
            yield bias_a.T.astype(np.float64) @ bias_b
        for weights in self._weights:
            both = []
            if weights.target_layer in layers:
                both.append(weights.by_target(self.orders[weights.source_layer]))
            if weights.source_layer in layers:
                both.append(weights.by_source(maps, self.orders[weights.target_layer]))
            for a, b, rows in both:
                for some in _pieces(*a.shape):
                    yield a[some].T.astype(np.float64) @ b[rows[some]]

    def _product(self, layers: tuple[int, ...]) -> float:
        """θ_A · θ_B over all parameters that an order of these layers moves."""
        total = 0.0
        for layer in layers:
            order = self.orders[layer]
            bias_a, bias_b = (biases.reshape(-1, len(order)) for biases in self._biases[layer - 1])
            total += float(np.sum(bias_a * bias_b[:, order], dtype=np.float64))
        for weights in self._weights:
            if {weights.source_layer, weights.target_layer} & set(layers):
                total += weights.product(self.orders[weights.source_layer], self.orders[weights.target_layer])
        return total


def _weights_between(topology: Topology, a: Array, b: Array) -> Iterator[_Weights]:
    """Those groups of connections that end at a layer that can be reordered."""
    free = {layer + 1 for group in tied_layers(topology) for layer in group}
    for group in topology.connections:
        if free & {group.source_layer, group.target_layer}:
            yield _Weights(group.source_layer, group.target_layer, group.block(a), group.block(b))


def _pieces(summed: int, units: int) -> Iterator[slice]:
    """Slices of what is summed over, for products of `units` by `units`."""
    step = max(1, PIECE // (units * units))
    return (slice(start, start + step) for start in range(0, summed, step))
