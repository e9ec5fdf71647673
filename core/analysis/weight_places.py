"""One weight of a kernel, seen at every place of the map that it makes: what each place adds to its gradient."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.analysis.trace import Trace
from core.arrays import Array
from core.nn.connections import Connections, Edges
from core.nn.window_connections import WindowConnections
from core.nn.windows import BEYOND

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class SharedParts:
    """What all connections of a shared weight add to its ∂C/∂w, a·δ each, by sign.

    Attributes
    ----------
    positive, negative : float
        Σ of the positive parts, and of the negative ones.
    """

    positive: float
    negative: float

    @property
    def total(self) -> float:
        """Their sum, which is ∂C/∂w."""
        return self.positive + self.negative

    @property
    def agreement(self) -> float | None:
        """|Σ| / Σ|·|: 1 where all parts have one sign, near 0 where they cancel; None where all are 0."""
        size = self.positive - self.negative
        return abs(self.total) / size if size else None


@dataclass(frozen=True, order=True)
class KernelWeight:
    """A weight of a kernel: of which group of connections, from which map to which, and where in the window.

    All numbers are counted from 0.
    """

    group: int
    from_map: int
    to_map: int
    row: int
    column: int


@dataclass(frozen=True)
class WeightPlaces:
    """All places of one weight.

    Attributes
    ----------
    weight : KernelWeight
    parameter : int
        Where it stands in the flat vector of parameters.
    shift : (int, int)
        The place at (row, column) of the map made sees the cell at (row * stride, column * stride) + shift of the map
        that is read.
    stride : int
    source : (rows, columns) array
        The map that is read, a of each cell.
    meets : (rows of places, columns of them) bool array
        Whether the weight meets a cell of it at this place; at the others it meets the border's zeros.
    a : array of the same shape
        What the weight meets at each place; 0 beyond the border.
    delta : array of the same shape or None
        δ of each place; None where there is no gradient.
    """

    weight: KernelWeight
    parameter: int
    shift: tuple[int, int]
    stride: int
    source: Floats
    meets: NDArray[np.bool_]
    a: Floats
    delta: Floats | None

    @cached_property
    def part(self) -> Floats | None:
        """a·δ of each place; None where there is no gradient."""
        return None if self.delta is None else self.a * self.delta

    @cached_property
    def parts(self) -> SharedParts | None:
        """Their sums by sign; None where there is no gradient."""
        part = self.part
        return None if part is None else SharedParts(float(part[part > 0].sum()), float(part[part < 0].sum()))

    @property
    def sharing(self) -> int:
        """How many connections have this weight: at so many places it meets a cell."""
        return int(np.count_nonzero(self.meets))

    @property
    def at_border(self) -> int:
        """At how many places it meets the border's zeros."""
        return self.meets.size - self.sharing

    @cached_property
    def kinds(self) -> dict[str, NDArray[np.bool_]]:
        """Which places are of each kind; without a gradient no place is "collected" or "unseen".

        ``collected``: a ≠ 0 and δ ≠ 0; ``unseen``: δ ≠ 0, but a = 0; ``silent``: a ≠ 0, but δ = 0; ``neither``;
        ``border``: where it meets the border's zeros, whatever δ is.
        """
        sees = self.a != 0
        back = np.zeros_like(self.meets) if self.delta is None else self.delta != 0
        return {
            "collected": self.meets & sees & back,
            "unseen": self.meets & ~sees & back,
            "silent": self.meets & sees & ~back,
            "neither": self.meets & ~sees & ~back,
            "border": ~self.meets,
        }

    def cell_at(self, row: int, column: int) -> tuple[int, int]:
        """(row, column) of the cell that is met at a place; it may lie beyond the border."""
        return row * self.stride + self.shift[0], column * self.stride + self.shift[1]

    @cached_property
    def ranked(self) -> list[tuple[int, int]]:
        """The places that add something, the largest |a·δ| first; of equals the first in reading order."""
        if self.part is None:
            return []
        rows, columns = np.nonzero(self.part)
        order = np.argsort(-np.abs(self.part[rows, columns]), kind="stable")
        return list(zip(rows[order].tolist(), columns[order].tolist(), strict=True))


def has_kernels(connections: Connections) -> bool:
    """Whether these are kernels: all windows share one set of weights."""
    return isinstance(connections, WindowConnections) and connections.is_shared


def kernel_of(connections: Sequence[Connections], weight: KernelWeight) -> NDArray[np.intp]:
    """(kernel, kernel): the parameters of the kernel that a weight is one of, `BEYOND` where there is none.

    Raises
    ------
    ValueError
        When its group has no kernels, or not so many.
    """
    group = connections[weight.group] if weight.group < len(connections) else None
    if not isinstance(group, WindowConnections):
        raise ValueError(f"group {weight.group} has no kernels")
    if not (0 <= weight.from_map < group.windows.picture[2] and 0 <= weight.to_map < maps_made(group)):
        raise ValueError(f"there is no kernel from map {weight.from_map} to map {weight.to_map}")
    return group.kernel(weight.from_map, weight.to_map)


def is_there(connections: Sequence[Connections], weight: KernelWeight) -> bool:
    """Whether a network has such a weight: it may be another network than the one that it was chosen in."""
    try:
        kernel = kernel_of(connections, weight)
    except ValueError:
        return False
    side = len(kernel)
    fits = 0 <= weight.row < side and 0 <= weight.column < side
    return fits and bool(kernel[weight.row, weight.column] != BEYOND)


def maps_made(group: WindowConnections) -> int:
    """How many maps such a layer makes."""
    return group.shape[1] // (group.windows.places[0] * group.windows.places[1])


def weights_of_kernel(connections: Sequence[Connections], weight: KernelWeight) -> list[KernelWeight]:
    """All weights of the kernel that a weight is one of, row by row; none where the two maps are not joined."""
    side = range(len(kernel := kernel_of(connections, weight)))
    own = weight.group, weight.from_map, weight.to_map
    return [
        KernelWeight(*own, row, column) for row in side for column in side if kernel[row, column] != BEYOND
    ]


def kernels(connections: Sequence[Connections]) -> Iterator[KernelWeight]:
    """The first weight of each kernel of a network, layer by layer, for each map made those that it reads."""
    for number, group in enumerate(connections):
        if not isinstance(group, WindowConnections) or not group.is_shared:
            continue
        for to_map in range(maps_made(group)):
            for from_map in range(group.windows.picture[2]):
                first = KernelWeight(number, from_map, to_map, 0, 0)
                if group.kernel(from_map, to_map)[0, 0] != BEYOND:
                    yield first


def edges_of_weight(connections: Sequence[Connections], weight: KernelWeight) -> Edges:
    """All connections that have a weight, in reading order of their places; raises as `weight_places` does."""
    kernel, group = kernel_of(connections, weight), connections[weight.group]
    assert isinstance(group, WindowConnections)
    met = group.met(weight.row, weight.column).ravel()
    window = np.flatnonzero(met != BEYOND)
    source = met[window] * group.windows.picture[2] + weight.from_map
    target = window * maps_made(group) + weight.to_map
    return Edges(source, target, np.full(window.size, kernel[weight.row, weight.column]))


def weight_places(connections: Sequence[Connections], trace: Trace, weight: KernelWeight) -> WeightPlaces:
    """What a weight meets at every place for the traced example, in float64.

    Raises
    ------
    ValueError
        When there is no such weight.
    """
    kernel, group = kernel_of(connections, weight), connections[weight.group]
    assert isinstance(group, WindowConnections)
    side = len(kernel)
    if not (0 <= weight.row < side and 0 <= weight.column < side):
        raise ValueError(f"a kernel of {side} x {side} has no weight at ({weight.row}, {weight.column})")
    parameter = int(kernel[weight.row, weight.column])
    if parameter == BEYOND:
        raise ValueError(f"map {weight.to_map} does not read map {weight.from_map}")
    windows, met = group.windows, group.met(weight.row, weight.column)
    sent: Array = (trace.x, *trace.a)[group.source_layer]
    source = sent.reshape(windows.picture)[:, :, weight.from_map].astype(np.float64)
    meets = met != BEYOND
    a = np.where(meets, source.ravel()[met], 0.0)
    delta = None
    if trace.has_gradient:
        every = trace.delta[group.target_layer - 1].reshape(*windows.places, -1)
        delta = every[:, :, weight.to_map].astype(np.float64)
    shift = weight.row - windows.padding, weight.column - windows.padding
    return WeightPlaces(weight, parameter, shift, windows.stride, source, meets, a, delta)
