"""Hidden neurons in the order of the class that each fires most for; the function stays what it was.

A neuron's number is a name and nothing else: with it go its column of W, its b, its row of the next W, and
whatever the optimizer keeps of these. Only sums are added up in another order, so that the last bits may differ.
Feature maps are put into another order as wholes: where a cell stands in its map is more than a name.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.analysis.evaluation import Evaluation
from core.analysis.neuron_statistics import NeuronStatistics, NeuronStatisticsAccumulator
from core.arrays import Array
from core.nn.propagation import Propagation
from core.nn.topology import Topology
from core.training.trainer import Trainer

Order = NDArray[np.intp]
"""(n,): which neuron, by its old number, comes to each place."""


def tied_layers(topology: Topology) -> tuple[tuple[int, ...], ...]:
    """Hidden layers that can be reordered; those that are tied to one order together, first to last.

    A residual connection ties a layer to the one before, and so does a pool, whose maps are those of the layer before.
    Layers that are tied to the input have no order but its own, and where a layer reads only some neurons of another,
    or takes them for the cells of a picture, they have none but theirs: they are left out.
    """
    fixed = _fixed_layers(topology)
    groups: list[list[int]] = []
    for layer in range(len(topology.layers) - 1):
        if _is_tied(topology, layer) and layer > 0:
            groups[-1].append(layer)
        else:
            groups.append([layer])
    return tuple(
        tuple(group)
        for group in groups
        if not _is_tied(topology, group[0])
        and fixed.isdisjoint(group)
        and len({topology.maps[layer + 1] for layer in group}) == 1
    )


def layers_tied_to_input(topology: Topology) -> tuple[int, ...]:
    """Hidden layers, counted from 0, with the input's order: each adds its input to its output, or pools it."""
    tied = []
    for layer in range(len(topology.layers) - 1):
        if not _is_tied(topology, layer):
            break
        tied.append(layer)
    return tuple(tied)


def _is_tied(topology: Topology, layer: int) -> bool:
    """Whether it has the order of the layer before."""
    has_weights = bool(topology.layers[layer].parameter_shapes(topology.in_shapes[layer]))
    return topology.skips[layer] or not has_weights


def _fixed_layers(topology: Topology) -> set[int]:
    """Layers, counted from 0, whose maps' numbers are more than names to a layer that they are joined to."""
    fixed, maps = set(), topology.maps
    for group in topology.connections:
        shape, source, target = group.block_shape, group.source_layer, group.target_layer
        if shape is None or shape[1] % maps[source]:
            fixed.add(source - 1)
        if shape is None or shape[2] != maps[target]:
            fixed.add(target - 1)
    for layer in range(len(topology.layers)):
        if _is_tied(topology, layer) and maps[layer] != maps[layer + 1]:
            fixed |= {layer - 1, layer}
    return fixed


def unit_orders(topology: Topology, orders: Sequence[Order]) -> tuple[Order, ...]:
    """Orders of all hidden layers' neurons, from those of their maps (`core.nn.topology.Topology.maps`)."""
    hidden = zip(topology.sizes[1:-1], orders, strict=True)
    return tuple(repeated(order, size // max(1, len(order))) for size, order in hidden)


def map_orders(topology: Topology, orders: Sequence[Order]) -> tuple[Order, ...]:
    """Back from `unit_orders`.

    Raises
    ------
    ValueError
        When there are others than a network with these layers can be put into: it would be another function.
    """
    hidden = topology.sizes[1:-1]
    lengths = tuple(len(order) for order in orders)
    if lengths != hidden or any(order.ndim != 1 for order in orders):
        raise ValueError(f"orders of {lengths} neurons in layers of {hidden}")
    found = tuple(order[:maps] for order, maps in zip(orders, topology.maps[1:-1], strict=True))
    tied = {layer: group[0] for group in tied_layers(topology) for layer in group}
    for layer, (order, own) in enumerate(zip(orders, found, strict=True)):
        every = np.arange(len(own))
        if not np.array_equal(np.sort(own), every):
            raise ValueError("an order in which a neuron stands twice")
        if not np.array_equal(order, repeated(own, hidden[layer] // max(1, len(own)))):
            raise ValueError(f"an order of layer {layer} that takes maps apart")
        if not np.array_equal(own, found[tied[layer]] if layer in tied else every):
            raise ValueError(f"an order of layer {layer}, which stays, or goes with other layers")
    return found


def repeated(order: Order, cells: int) -> Order:
    """(cells * maps,): an order of maps, at each of so many cells."""
    numbers: Order = np.arange(cells)[:, None] * len(order) + order
    return numbers.ravel()


def source_order(count: int, order: Order) -> Order:
    """(count,): an order of maps for so many numbers that are read; that of a layer that stays may be of others."""
    return np.arange(count) if count % len(order) else repeated(order, count // len(order))


def preferred_class_order(statistics: NeuronStatistics, layer: int) -> Order:
    """A layer's neurons by preferred class, or its maps (`NeuronStatistics.by_map`); among equals the order they have.

    Last come those that have none (`NeuronStatistics.has_preferred_class`).
    """
    preferred, decided = statistics.preferred_class(layer), statistics.has_preferred_class(layer)
    if preferred is None:
        return np.arange(len(decided))
    after_all = len(statistics.class_mean[layer])
    return np.argsort(np.where(decided, preferred, after_all), kind="stable")


def preferred_class_orders(statistics: NeuronStatistics, topology: Topology) -> tuple[Order, ...]:
    """An order for each hidden layer; tied ones share that of the last of them, which the others lead to.

    Maps go by their mean over all cells, and all cells with them.

    Raises
    ------
    ValueError
        When the statistics are of no classes: there is nothing to order by.
    """
    if any(len(means) == 0 for means in statistics.class_mean):
        raise ValueError("without classes no neuron has a favourite: there is nothing to order by")
    statistics = statistics.by_map(topology.maps[1:-1])
    orders: list[Order] = [np.arange(maps) for maps in topology.maps[1:-1]]
    for group in tied_layers(topology):
        order = preferred_class_order(statistics, group[-1])
        for layer in group:
            orders[layer] = order
    return unit_orders(topology, orders)


def inverse(orders: Sequence[Order]) -> tuple[Order, ...]:
    """The orders that put everything back; ``inverse(orders)[layer][i]`` is where neuron i has gone."""
    return tuple(np.argsort(order) for order in orders)


def flat_order(topology: Topology, orders: Sequence[Order]) -> Order:
    """(parameter_count,): which parameter, by its old place, comes to each place of a flat vector.

    Raises
    ------
    ValueError
        As `map_orders`.
    """
    maps = topology.maps
    every = [np.arange(maps[0]), *map_orders(topology, orders), np.arange(maps[-1])]
    flat = np.arange(topology.table.count)
    for group in topology.connections:
        # Where it has no such shape, both layers stay.
        if group.block_shape is not None:
            block = group.block(flat)
            rows = source_order(block.shape[1], every[group.source_layer])
            block[...] = block[:, rows][:, :, every[group.target_layer]]
    for entry in topology.table.entries:
        if entry.name == "b":
            own = every[entry.layer + 1]
            biases = entry.view(flat).reshape(-1, len(own))
            biases[:] = biases[:, own]
    return flat


def reorder(trainer: Trainer, orders: Sequence[Order]) -> Order:
    """Put the hidden neurons into these orders, and all that the training keeps of them; returns the flat order.

    Going on from there gives the same function, to rounding, as going on without; with dropout it silences
    places, and so other neurons.
    """
    flat = flat_order(trainer.network.topology, orders)
    with trainer.manual_edit() as vectors:
        for vector in vectors:
            vector[:] = vector[flat]
    return flat


class NeuronSorting:
    """Finds the orders, and beforehand the largest difference that they make to any output over the test set.

    The parameters must not change between the first `advance` and the last.

    Attributes
    ----------
    statistics : NeuronStatistics
        What the neurons do, in the new order.
    orders : tuple of Order
        One for each hidden layer.
    difference : float
        max |y after - y before|, over the test set and all outputs, in the network's own precision.
    """

    def __init__(self, trainer: Trainer, run: int) -> None:
        data = trainer.dataset
        self._trainer, self._run = trainer, run
        self._meter = NeuronStatisticsAccumulator(trainer.network, len(data.class_names))
        self._first = trainer.evaluation("test", self._meter.add)
        self._pair: tuple[Evaluation, Evaluation] | None = None
        self._before: Array = np.empty(0)
        self.orders: tuple[Order, ...] = ()
        self.difference = 0.0

    def advance(self) -> bool:
        """Work through at most 1,024 more examples; True when all is known.

        Raises
        ------
        ValueError
            As `preferred_class_orders`.
        """
        if self._pair is None:
            if self._first.advance():
                statistics = self._meter.result(self._run, self._trainer.step_count)
                self.orders = preferred_class_orders(statistics, self._topology)
                self.statistics = statistics.reordered(self.orders)
                self._pair = self._two_evaluations()
            return False
        before, after = self._pair
        before.advance()
        return after.advance()

    @property
    def stays(self) -> tuple[int, ...]:
        """Hidden layers that cannot be reordered (`tied_layers`)."""
        free = {layer for group in tied_layers(self._topology) for layer in group}
        return tuple(layer for layer in range(len(self._topology.sizes) - 2) if layer not in free)

    @property
    def is_undecided(self) -> bool:
        """Whether no hidden neuron prefers a class, so that there is nothing to order by."""
        statistics = self.statistics.by_map(self._topology.maps[1:-1])
        return not any(statistics.has_preferred_class(layer).any() for layer in range(len(statistics.flat)))

    @property
    def moved(self) -> int:
        """Neurons that come to another place."""
        return sum(int(np.count_nonzero(order != np.arange(len(order)))) for order in self.orders)

    @property
    def _topology(self) -> Topology:
        return self._trainer.network.topology

    def _two_evaluations(self) -> tuple[Evaluation, Evaluation]:
        """The network as it is, and beside it another one with the same neurons in the new order."""
        trainer, network = self._trainer, self._trainer.network
        other = network.copy()
        other.parameters[:] = network.parameters[flat_order(network.topology, self.orders)]
        data, loss = trainer.dataset, trainer.config.loss
        return (
            trainer.evaluation("test", self._keep_output),
            Evaluation(other, data.X_test, data.y_test, {}, loss, self._compare_output),
        )

    def _keep_output(self, propagation: Propagation, _targets: NDArray[np.generic]) -> None:
        self._before = propagation.output()

    def _compare_output(self, propagation: Propagation, _targets: NDArray[np.generic]) -> None:
        largest = np.max(np.abs(propagation.output() - self._before))
        self.difference = max(self.difference, float(largest))
