"""What can be so of one choice of parameters: an answer that is right, a neuron that is dead, a weight above 0.

Each is looked at piece by piece, and gives 1, 0 or -1. The neurons may have come into another order since: what is
looked at is named by the numbers that it has now, and found by the `orders` that were made since.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.analysis.evaluation import predict
from core.arrays import Array
from core.editing.neuron_permutation import Order
from core.editing.parameter_edits import ParameterLocation
from core.nn.network import Network
from core.nn.propagation import Propagation
from core.nn.workload import chunk_rows

Verdict = Generator[None, None, int]

# Examples that come nearest to make a neuron fire: those that a look begins with.
WITNESSES = 16


class Condition(Protocol):
    """Something to look at."""

    def look(self, parameters: Array, permutations: int) -> Verdict:
        """Whether it is so with these (parameter_count,) parameters, after so many permutations of the neurons."""


class RightAnswer:
    """1 where the largest output for one example is its class's alone, else 0.

    Parameters
    ----------
    network : Network
        Its parameters are written over.
    x : (n_in,)
    label : int
    """

    def __init__(self, network: Network, x: Array, label: int) -> None:
        self._network = network
        self._x = np.ascontiguousarray(x, network.dtype).reshape(1, -1)
        self._label = label
        self._pass = network.propagation(1)
        self._predicted = np.empty(1, np.int64)

    def look(self, parameters: Array, permutations: int) -> Verdict:
        """As `Condition.look`."""
        yield from ()
        np.copyto(self._network.parameters, parameters)
        logits = self._pass.forward(self._x)
        predict(logits, self._predicted)
        return int(self._predicted[0] == self._label and np.isfinite(logits).all())


class ParameterSign:
    """1 where a parameter is above 0, -1 where it is below, else 0."""

    def __init__(self, network: Network, place: ParameterLocation, orders: Sequence[Sequence[Order]]) -> None:
        self._places = [place.index(network.topology) for place in earlier_places(place, orders)]

    def look(self, parameters: Array, permutations: int) -> Verdict:
        """As `Condition.look`."""
        yield from ()
        return int(np.sign(parameters[self._places[permutations]]))


class DeadNeuron:
    """1 where a hidden neuron's z is at most 0 for every one of some examples, else 0.

    Few examples are enough to see that it fires: those are looked at first that have made it fire before, or came
    nearest to. That it does not fire takes as many as it is to be shown of.

    Parameters
    ----------
    network : Network
        Its parameters are written over.
    X : (N, n_in)
        The examples.
    layer, neuron : int
        Counted from 0, the first hidden layer.
    orders : sequence of orders
        Those that were made so far, the first first.

    Attributes
    ----------
    count : int
        Over how many examples it is looked at where few show nothing: from 0 to N, evenly spread.
    looked_at : int
        Examples that were looked at last.
    """

    def __init__(
        self,
        network: Network,
        X: NDArray[np.generic],
        layer: int,
        neuron: int,
        orders: Sequence[Sequence[Order]],
    ) -> None:
        self._network, self._X, self._layer = network, X, layer
        places = earlier_places(ParameterLocation(layer, neuron), orders)
        self._neurons = [place.target for place in places]
        self._chunk_rows = chunk_rows(network.topology)
        self._passes: dict[int, Propagation] = {}
        self.count = len(X)
        self.looked_at = 0
        # Spread over the set, until it is known which come nearest.
        self._set_rows(spread(len(X), WITNESSES).tolist())
        # The parameters that z is made of where its inputs are the network's, by neuron; and those it was dead with,
        # over how many examples.
        self._own: dict[int, NDArray[np.intp] | None] = {}
        self._dead_with: Array | None = None
        self._dead_over = 0

    @property
    def example_count(self) -> int:
        """How many examples there are, N."""
        return len(self._X)

    @property
    def few(self) -> int:
        """How many of them a look begins with."""
        return len(self._rows)

    @property
    def reads_input_only(self) -> bool:
        """Whether z depends on the neuron's own parameters alone: where these stay, it stays dead."""
        return self._own_parameters(self._neurons[-1]) is not None

    @np.errstate(over="ignore", invalid="ignore")
    def look(self, parameters: Array, permutations: int) -> Verdict:
        """As `Condition.look`."""
        neuron = self._neurons[permutations]
        np.copyto(self._network.parameters, parameters)
        self._first_pass.forward(self._first)
        z = self._first_pass.z[self._layer][:, neuron]
        self.looked_at = len(z)
        # A z that is no number is not at most 0.
        if not (z <= 0).all():
            return 0
        if not self.count:
            return 1
        own = self._own_parameters(neuron)
        values = None if own is None else parameters[own]
        is_known = values is not None and self._dead_with is not None and self._dead_over >= self.count
        if not is_known or not np.array_equal(values, self._dead_with):  # type: ignore[arg-type]
            if not (yield from self._look_at_more(neuron)):
                return 0
            self._dead_with, self._dead_over = values, self.count
        self.looked_at = self.count
        return 1

    @np.errstate(over="ignore", invalid="ignore")
    def find_nearest(self, parameters: Array, permutations: int) -> None:
        """Look first at those examples from now on that come nearest to make it fire with these parameters."""
        np.copyto(self._network.parameters, parameters)
        rows = spread(len(self._X), self._chunk_rows)
        z = self._z(rows, self._neurons[permutations])
        self._set_rows([*rows[np.argsort(z)[-WITNESSES:]].tolist(), *self._rows])

    def _look_at_more(self, neuron: int) -> Verdict:
        """1 where no example makes it fire; those that do, or come nearest, are looked at first from now on."""
        every = spread(len(self._X), self.count)
        highest, nearest = np.full(0, -np.inf), np.zeros(0, np.intp)
        for start in range(0, self.count, self._chunk_rows):
            rows = every[start : start + self._chunk_rows]
            z = self._z(rows, neuron)
            self.looked_at = start + len(z)
            top = np.argsort(z)[-WITNESSES:]
            highest, nearest = np.append(highest, z[top]), np.append(nearest, rows[top])
            if not (z <= 0).all():
                break
            yield
        self._set_rows([*nearest[np.argsort(highest)[-WITNESSES:]].tolist(), *self._rows])
        return int(bool((highest <= 0).all()))

    def _z(self, rows: NDArray[np.intp], neuron: int) -> Array:
        """(k,): z of these examples."""
        if len(rows) not in self._passes:
            self._passes[len(rows)] = self._network.propagation(len(rows))
        propagation = self._passes[len(rows)]
        propagation.forward(self._X[rows].astype(self._network.dtype))
        return propagation.z[self._layer][:, neuron]

    def _set_rows(self, rows: Sequence[int]) -> None:
        self._rows = list(dict.fromkeys(rows))[: 2 * WITNESSES]
        self._first: Array = self._X[self._rows].astype(self._network.dtype)
        self._first_pass = self._network.propagation(len(self._rows))

    def _own_parameters(self, neuron: int) -> NDArray[np.intp] | None:
        if neuron not in self._own:
            topology = self._network.topology
            groups = [group for group in topology.connections if group.target_layer == self._layer + 1]
            own = [group.incoming(neuron).parameter for group in groups]
            # A pool has none, and z is not made of its own.
            is_first = bool(groups) and all(group.source_layer == 0 for group in groups)
            bias = [topology.bias_index(self._layer, neuron)] if is_first else []
            self._own[neuron] = np.concatenate([*own, bias]).astype(np.intp) if is_first else None
        return self._own[neuron]


def spread(total: int, count: int) -> NDArray[np.intp]:
    """`count` of `total` rows, or all, at equal distances from the first to the last."""
    return np.linspace(0, total - 1, min(count, total)).astype(np.intp)


def earlier_places(
    place: ParameterLocation, orders: Sequence[Sequence[Order]]
) -> tuple[ParameterLocation, ...]:
    """Where a parameter was after 0, 1, ... and all of these permutations, the last of which has brought it here."""
    places = [place]
    for order in reversed(orders):
        # ``order[layer][i]`` is which neuron has come to place i.
        places.append(places[-1].moved(order))
    return tuple(reversed(places))
