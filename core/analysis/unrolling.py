"""A convolution as the dense layer that it is: one whose connections are cut to windows, and whose weights are shared.

Three layers from 16 × 16 pixels to 8 maps of as many cells. "dense": each pixel is joined to each cell. "local": only
those of a cell's window of 3 × 3 are; every connection has a weight of its own. "shared": those at the same place of
a window have one weight, a map's kernel. Each is made a network by ReLU and a dense layer of ten outputs.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.arrays import Array
from core.nn.architecture import Architecture
from core.nn.connections import Connections, Indices
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.layers import LayerSpec
from core.nn.locally_connected import LocallyConnected2d
from core.nn.network import Network

PICTURE, MAPS, KERNEL = (16, 16), 8, 3
PIXELS = PICTURE[0] * PICTURE[1]
UNITS = PIXELS * MAPS
LAYERS: Mapping[str, LayerSpec] = {
    "dense": Dense(UNITS),
    "local": LocallyConnected2d(MAPS, KERNEL, padding=KERNEL // 2, picture=PICTURE),
    "shared": Conv2d(MAPS, KERNEL, padding=KERNEL // 2, picture=PICTURE),
}
KINDS = tuple(LAYERS)
"""From the most weights to the fewest."""


def unrolled(connections: Connections, parameters: Array) -> Array:
    """(sources, targets): the weight of every connection, and 0 where two units are not joined.

    A dense layer with this matrix computes the same z.
    """
    every = connections.every
    matrix = np.zeros(connections.shape, parameters.dtype)
    matrix[every.source, every.target] = parameters[every.parameter]
    return matrix


def weights_up_to(connections: Connections) -> NDArray[np.int64]:
    """(targets + 1,): how many weights the connections to the first k targets have together, shared ones once."""
    every = connections.every
    order = np.argsort(every.target, kind="stable")
    # The target at which each weight occurs first.
    _, first = np.unique(every.parameter[order], return_index=True)
    new = np.bincount(every.target[order][first], minlength=connections.shape[1])
    return np.concatenate([[0], np.cumsum(new)])


@dataclass(frozen=True, eq=False)
class Unrolling:
    """The same layer three times, each cut out of the one before.

    Attributes
    ----------
    seed : int
        Of all that was drawn.
    drawn : (256, 2048) array
        The initial weights of "dense", drawn for 256 inputs. Those of the windows are the weights of "local".
    kernels : (72,) array
        The initial weights of "shared", drawn for 9 inputs: row by row of the window, of each place one for each map.
    source, target, place : (m,) arrays
        The connections that are in windows: the pixel, the cell as (row * 16 + column) * 8 + map, and which of
        `kernels` it has in "shared".
    weights : (3, 2049) array
        For each kind how many weights lead to the first k cells, in the order of `target`; the last number is all.
    connections : (3,) array
        For each kind how many connections there are.
    """

    seed: int
    drawn: Array
    kernels: Array
    source: Indices
    target: Indices
    place: Indices
    weights: NDArray[np.int64]
    connections: NDArray[np.int64]

    @cached_property
    def matrices(self) -> tuple[Array, Array, Array]:
        """For each kind its weights as (256, 2048), 0 where nothing is joined."""
        cut, tied = np.zeros_like(self.drawn), np.zeros_like(self.drawn)
        cut[self.source, self.target] = self.drawn[self.source, self.target]
        tied[self.source, self.target] = self.kernels[self.place]
        return self.drawn, cut, tied

    @property
    def counts(self) -> tuple[int, ...]:
        """For each kind how many weights it has; biases are not counted."""
        return tuple(int(count) for count in self.weights[:, -1])

    def weights_at(self, position: float) -> int:
        """How many weights there are on the way.

        From 0 to 1 one cell after the other is cut to its window, from 1 to 2 one after the other is tied to those
        before it.
        """
        stage = min(1, max(0, int(position)))
        done = min(PIXELS, max(0, round((position - stage) * PIXELS))) * MAPS
        before, after = self.weights[stage], self.weights[stage + 1]
        return int(after[done] + before[-1] - before[done])


class Unrolled:
    """The three networks, each with its own initial weights, and then all with the same.

    Attributes
    ----------
    drawn : dict of Network
        Each as its initial weights are drawn, by its kind.
    same : dict of Network
        The same function three times: with the kernels of "shared" at every window, zeros elsewhere in "dense", and the
        output layer of "shared".
    layers : Unrolling
    """

    def __init__(self, seed: int) -> None:
        architectures = {kind: architecture(kind, seed) for kind in KINDS}
        self.drawn = {kind: made.network((PIXELS,)) for kind, made in architectures.items()}
        self.same = {kind: network.copy() for kind, network in self.drawn.items()}
        self.layers = self._layers(seed)
        shared, matrix = self.same["shared"], self.layers.matrices[-1]
        for kind in ("dense", "local"):
            network, every = self.same[kind], self.same[kind].connections[0].every
            network.parameters[every.parameter] = matrix[every.source, every.target]
            network.layers[0].b[...] = np.resize(shared.layers[0].b, UNITS)
            np.copyto(network.layers[1].W, shared.layers[1].W)
            np.copyto(network.layers[1].b, shared.layers[1].b)

    def _layers(self, seed: int) -> Unrolling:
        joined = {kind: network.connections[0] for kind, network in self.drawn.items()}
        every = joined["shared"].every
        return Unrolling(
            seed,
            unrolled(joined["dense"], self.drawn["dense"].parameters),
            self.drawn["shared"].layers[0].W.ravel().copy(),
            every.source,
            every.target,
            every.parameter - every.parameter.min(),
            np.array([weights_up_to(joined[kind]) for kind in KINDS]),
            np.array([joined[kind].count for kind in KINDS]),
        )


def architecture(kind: str, seed: int) -> Architecture:
    """The network of this kind."""
    return Architecture.dense((), seed=seed).with_hidden((LAYERS[kind],))


@dataclass(frozen=True)
class Agreement:
    """How far the three networks of one start are from each other.

    Attributes
    ----------
    digits : int
        Examples that were shown to each.
    single, double : float
        The largest |difference| of any z of their first layers, of 2,048 for each example, in float32 and in float64.
    """

    digits: int
    single: float
    double: float


def agreement(
    same: Mapping[str, Network], X: NDArray[np.generic], rows: int = 100
) -> Generator[None, None, Agreement]:
    """Show (N, 256) examples to networks that are to have the same z; each step is so many of them."""
    largest = []
    for dtype in (np.float32, np.float64):
        copies = [network.copy(dtype) for network in same.values()]
        most = 0.0
        for start in range(0, len(X), rows):
            part: Array = np.ascontiguousarray(X[start : start + rows], dtype)
            z = []
            for network in copies:
                propagation = network.propagation(len(part))
                propagation.forward(part)
                z.append(propagation.z[0].astype(np.float64))
            most = max([most, *(float(np.abs(one - z[-1]).max()) for one in z[:-1])])
            yield
        largest.append(most)
    return Agreement(len(X), *largest)
