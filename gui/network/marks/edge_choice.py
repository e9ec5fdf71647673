"""Which edges are drawn: per target neuron the ones that matter most, and how much of the whole that is.

A dense network has far too many edges to be read. The budget is per target neuron, because one for a whole
layer silences whole neurons; the choice follows the displayed sample's signal, because the largest weights carry
nothing where there is no ink.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from math import isfinite

import numpy as np

from core.arrays import Array
from core.engine.snapshot import Snapshot
from core.nn.connections import NO_EDGES, Connections, Edges, Incoming
from core.steps import result_of
from gui.network.geometry.shapes import Indices, Layout
from gui.network.marks.edge_shares import counted_sums, sum_of_finite
from gui.network.marks.edge_values import ConnectionValues, signals
from gui.network.marks.in_ribbons import NO_RIBBONS, InRibbons

# More lines than this slow the training down; so many are drawn all the same where all are asked for.
MAX_LINES, MAX_LINES_OF_ALL = 5000, 20_000
# Of these, the first layer's in a picture of one example's gradient, where a neuron has all its edges or none.
MAX_FIRST_LAYER_LINES = 2000


@dataclass(frozen=True)
class EdgeChoice:
    """The edges to draw, and how much of the whole they are.

    Attributes
    ----------
    connections : tuple of Connections
        The network's groups.
    edges : tuple of Edges
        The drawn edges, by group.
    parts, sums : tuples of float
        Σ|value| over a group's drawn edges, and over all of them; () where these were not chosen by strength.
    measure : "signal", "gradient", "mean_gradient" or "change"
        Which |value| chose: a·w, or the gradient or change that was given.
    silent : int
        Edges whose value is exactly 0: they are left out of what could be drawn.
    sign : int
        1 or -1 where only edges of this sign are drawn, else 0.
    known : bool
        False where there are no values yet that could be chosen by.
    unfinite : int
        Edges whose value is NaN or infinite: they are not drawn.
    ribbons : mapping from int to InRibbons
        Groups whose connections are drawn not one by one but in ribbons.
    most : int or None
        How many a neuron were chosen at most, where there was no room for as many as were asked for.
    """

    connections: tuple[Connections, ...]
    edges: tuple[Edges, ...]
    parts: tuple[float, ...] = ()
    sums: tuple[float, ...] = ()
    measure: str = "signal"
    silent: int = 0
    sign: int = 0
    known: bool = True
    unfinite: int = 0
    most: int | None = None
    ribbons: Mapping[int, InRibbons] = field(default_factory=dict)

    @cached_property
    def drawn_per_group(self) -> tuple[int, ...]:
        """How many edges of each group are drawn."""
        in_ribbons = (self.ribbons.get(number, NO_RIBBONS) for number in range(len(self.edges)))
        return tuple(len(edges) + own.connections for edges, own in zip(self.edges, in_ribbons, strict=True))

    @cached_property
    def total_per_group(self) -> tuple[int, ...]:
        """How many edges each group has, collapsed neurons' included."""
        return tuple(group.count for group in self.connections)

    @cached_property
    def groups_into(self) -> dict[int, list[int]]:
        """For each layer that is connected the groups that lead to it, the input counted as layer 0."""
        groups: dict[int, list[int]] = {}
        for number, group in enumerate(self.connections):
            groups.setdefault(group.target_layer, []).append(number)
        return groups

    @cached_property
    def uncounted(self) -> frozenset[int]:
        """Groups of which nobody can tell how many edges are drawn: of one sign ribbons are, with edges of both."""
        return frozenset(self.ribbons) if self.sign else frozenset()

    @cached_property
    def drawn(self) -> int:
        """Edges drawn, of those that can be counted."""
        return sum(self.drawn_per_group)

    @cached_property
    def total(self) -> int:
        """Edges there are, of those that can be counted."""
        return sum(count for group, count in enumerate(self.total_per_group) if group not in self.uncounted)

    def share_of(self, groups: Sequence[int]) -> float | None:
        """Σ|value| of these groups' drawn edges by that of all of them; None where there is nothing to share.

        Nor is there a share of what is infinite or NaN, or cannot be counted.
        """
        if not self.uncounted.isdisjoint(groups):
            return None
        whole = sum(self.sums[group] for group in groups) if self.sums else 0.0
        is_shared = isfinite(whole) and whole > 0
        return sum(self._drawn_sums[group] for group in groups) / whole if is_shared else None

    @cached_property
    def _drawn_sums(self) -> list[float]:
        """Σ|value| of each group's drawn edges, those in ribbons included."""
        drawn = list(self.parts)
        for group, own in self.ribbons.items():
            drawn[group] += own.share * self.sums[group]
        return drawn

    @cached_property
    def share_per_group(self) -> tuple[float | None, ...]:
        """The same by group."""
        return tuple(self.share_of([group]) for group in range(len(self.edges)))

    @cached_property
    def share_per_gap(self) -> tuple[float, ...]:
        """The same by gap, of those that have something to share, at most 1."""
        shares = (self.share_of(groups) for groups in self.groups_into.values())
        return tuple(min(1.0, share) for share in shares if share is not None)

    @cached_property
    def share(self) -> float | None:
        """The mean of the gaps' shares; None where there is nothing to share (a blank input), or it is infinite.

        Nor is there one where a gap cannot be counted.

        It is no part of the whole: a gap of few edges counts as much as one of many.
        """
        known = self.share_per_gap
        if self.uncounted or not all(map(isfinite, self.sums)):
            return None
        # Without a signal from the input there is nothing of this digit's to share.
        if not known or (self.measure == "signal" and self.share_of([0]) is None):
            return None
        return sum(known) / len(known)


def highlighted_edges(snapshot: Snapshot, layer: int, index: int, layout: Layout) -> EdgeChoice:
    """A neuron's edges, those that come in and those that go out, whose other end is drawn one by one.

    Pixels without ink pass nothing, and are left out. ``share`` is None: it is not a choice by strength.
    """
    edges = []
    for group in snapshot.connections:
        if group.target_layer == layer + 1:
            some = group.incoming(index)
            edges.append(some.only(np.isin(some.source, layout.shown(group.source_layer))))
        elif group.source_layer == layer + 1:
            some = group.outgoing(index)
            edges.append(some.only(np.isin(some.target, layout.shown(group.target_layer))))
        else:
            edges.append(NO_EDGES)
    return _inked(snapshot, edges)


def edges_of(snapshot: Snapshot, layer: int, index: int) -> int:
    """How many connections a neuron has, in and out."""
    into = (group.incoming(index) for group in snapshot.connections if group.target_layer == layer + 1)
    out = (group.outgoing(index) for group in snapshot.connections if group.source_layer == layer + 1)
    return sum(len(edges) for edges in (*into, *out))


def one_edge(snapshot: Snapshot, group: int, source: int, target: int) -> EdgeChoice:
    """Only this edge; none at all where its source is a pixel without ink."""
    edges = [NO_EDGES] * len(snapshot.connections)
    edges[group] = snapshot.connections[group].between(np.array([source]), np.array([target]))
    return _inked(snapshot, edges)


def _inked(snapshot: Snapshot, edges: Sequence[Edges]) -> EdgeChoice:
    kept = (
        some.only(snapshot.trace.x[some.source] != 0) if group.source_layer == 0 else some
        for group, some in zip(snapshot.connections, edges, strict=True)
    )
    return EdgeChoice(snapshot.connections, tuple(kept))


@np.errstate(invalid="ignore", over="ignore")
def only_sign(
    choice: EdgeChoice, values: ConnectionValues, sign: int, measured: ConnectionValues
) -> EdgeChoice:
    """The chosen edges whose value has this sign; their shares are of the same whole as before.

    A share is one of the numbers `measured`, by which the edges were chosen: of the weights those are a·w.
    """
    kept = tuple(edges.only(values.at(group, edges) * sign > 0) for group, edges in enumerate(choice.edges))
    if not choice.parts:
        return replace(choice, edges=kept, sign=sign)
    parts = [sum_of_finite(np.abs(measured.at(group, edges))) for group, edges in enumerate(kept)]
    return replace(choice, edges=kept, parts=counted_sums(measured, kept, parts)[0], sign=sign)


def no_edges(choice: EdgeChoice, measure: str) -> EdgeChoice:
    """None of the edges: there is nothing to show of them yet."""
    return EdgeChoice(choice.connections, (NO_EDGES,) * len(choice.connections), measure=measure, known=False)


@np.errstate(invalid="ignore", over="ignore")
def recounted(choice: EdgeChoice, snapshot: Snapshot) -> EdgeChoice:
    """The same edges, and how much of this snapshot's signal they carry: |a·w| moves on with every update."""
    values = signals(snapshot)
    carried = [sum_of_finite(np.abs(values.at(group, edges))) for group, edges in enumerate(choice.edges)]
    parts, sums = counted_sums(values, choice.edges, carried)
    return replace(choice, parts=parts, sums=sums)


def choose_by_signal(snapshot: Snapshot, layout: Layout, budget: int | None = 16) -> EdgeChoice:
    """Per target neuron the `budget` edges with the largest |a·w| of the displayed sample.

    Edges that carry exactly 0 are never chosen, so a neuron may have fewer. At most 5,000 lines in all: the
    budget shrinks where it would be more. None: every edge between neurons that are shown, of more
    than 20,000 the strongest.
    """
    return result_of(choosing_by_signal(snapshot, layout, budget))


def choosing_by_signal(
    snapshot: Snapshot, layout: Layout, budget: int | None = 16
) -> Generator[None, None, EdgeChoice]:
    """`choose_by_signal` in steps, some a layer."""
    values = signals(snapshot)
    layers = yield from _layers(values, layout)
    connections = values.connections
    every = sum(
        min(group.count, _shown_sources(layout, group).size * _shown_targets(layout, group).size)
        for group in connections
    )
    if budget is None and every <= MAX_LINES_OF_ALL:
        edges = tuple(
            group.between(_shown_sources(layout, group), _shown_targets(layout, group))
            for group in connections
        )
        with np.errstate(over="ignore"):
            parts = [float(np.sum(incoming.strength)) for layer in layers for incoming in layer.incoming]
        return EdgeChoice(connections, edges, *counted_sums(values, edges, parts))
    affordable = _affordable(layers, budget)
    picks = yield from _pick(layers, affordable)
    return _chosen(values, "signal", picks, _most(layers, affordable, budget))


def choose_by_gradient(values: ConnectionValues, layout: Layout, budget: int | None = 16) -> EdgeChoice:
    """The edges with the largest |∂C/∂w| (or |ΔW|).

    In the first layer all inked pixels of a neuron have the same ∂C/∂w = δ, so a budget would pick among
    equals: there a neuron has all its edges that are not 0 or none, the neurons with the strongest |δ| first.
    Where they are not equal (a batch's mean, a change) and in the other layers: per target neuron the `budget`
    largest. None: every edge whose value is not 0.
    """
    return result_of(choosing_by_gradient(values, layout, budget))


def choosing_by_gradient(
    values: ConnectionValues, layout: Layout, budget: int | None = 16
) -> Generator[None, None, EdgeChoice]:
    """`choose_by_gradient` in steps, some a layer."""
    layers = yield from _layers(values, layout)
    first, later = layers[0], layers[1:]
    if budget is None or not _one_value_per_target(first.strength):
        affordable = _affordable(layers, budget)
        picks = yield from _pick(layers, affordable)
        return _chosen(values, "gradient", picks, _most(layers, affordable, budget))
    affordable = _affordable(later, budget, MAX_LINES - MAX_FIRST_LAYER_LINES)
    picks = yield from _pick(later, affordable)
    picks.insert(0, _whole_neurons(first, MAX_FIRST_LAYER_LINES))
    return _chosen(values, "gradient", picks, _most(later, affordable, budget))


@dataclass(frozen=True)
class _Layer:
    """The strengths of what comes to a layer's shown neurons, a row for each, one group beside the other."""

    incoming: tuple[Incoming, ...]
    strength: Array

    def picked(self, row: Indices, column: Indices) -> _Pick:
        """The edges at these places, and Σ|value| of them, by group."""
        edges, parts, begin = [], [], 0
        for incoming in self.incoming:
            end = begin + incoming.strength.shape[1]
            is_in = slice(None) if len(self.incoming) == 1 else (column >= begin) & (column < end)
            rows, columns = row[is_in], column[is_in] - begin
            edges.append(incoming.edges(rows, columns))
            parts.append(float(np.sum(incoming.strength[rows, columns], dtype=np.float64)))
            begin = end
        return edges, parts


_Pick = tuple[list[Edges], list[float]]


def _layers(values: ConnectionValues, layout: Layout) -> Generator[None, None, list[_Layer]]:
    """What comes to each layer, by the groups that do: they are in the order of the layers that they lead to."""
    layers = []
    numbered = enumerate(values.connections)
    for _, groups in groupby(numbered, lambda one: one[1].target_layer):
        layers.append(_layer(values, layout, [number for number, _ in groups]))
        yield
    return layers


# Weights that have diverged may overflow here; what is not finite is not drawn.
@np.errstate(invalid="ignore", over="ignore")
def _layer(values: ConnectionValues, layout: Layout, numbers: Iterable[int]) -> _Layer:
    """What comes to a layer, by the groups of these numbers."""
    incoming = []
    for number in numbers:
        group = values.connections[number]
        vector, *factors = values.factors(number)
        shown = _shown_sources(layout, group), _shown_targets(layout, group)
        incoming.append(group.strengths(vector, *shown, *factors))
    tables = [one.strength for one in incoming]
    return _Layer(tuple(incoming), tables[0] if len(tables) == 1 else np.hstack(tables))


def _shown_sources(layout: Layout, group: Connections) -> Indices:
    """A group's sources that are drawn; none where there is no room for its edges."""
    if not layout.shows_edges(group.source_layer, group.target_layer):
        return np.zeros(0, dtype=np.intp)
    return layout.shown(group.source_layer)


def _shown_targets(layout: Layout, group: Connections) -> Indices:
    return layout.shown(group.target_layer)


def _affordable(layers: Sequence[_Layer], budget: int | None, limit: int = MAX_LINES) -> int:
    """The largest budget, up to `budget`, that needs at most `limit` lines (but at least 1); None: up to all."""
    if budget is None:
        budget, limit = max((layer.strength.shape[1] for layer in layers), default=1), MAX_LINES_OF_ALL
    if not layers:
        return max(1, budget)
    edges = np.concatenate([np.count_nonzero(layer.strength, axis=1) for layer in layers])
    budgets = range(2, budget + 1)
    return 1 + bisect_right(budgets, limit, key=lambda most: int(np.minimum(edges, most).sum()))


def _most(layers: Sequence[_Layer], affordable: int, asked: int | None) -> int | None:
    """What was affordable, where some neuron would have more of those that were asked for; None where it has not."""
    if asked is not None and affordable >= asked:
        return None
    counts = (int(np.count_nonzero(layer.strength, axis=1).max(initial=0)) for layer in layers)
    return affordable if max(counts, default=0) > affordable else None


def _pick(layers: Sequence[_Layer], budget: int) -> Generator[None, None, list[_Pick]]:
    """Per target the `budget` strongest edges."""
    picks = []
    for layer in layers:
        strength = layer.strength
        if strength.shape[1] > budget:
            best = np.argpartition(strength, strength.shape[1] - budget, axis=1)[:, -budget:]
        else:
            best = np.tile(np.arange(strength.shape[1]), (len(strength), 1))
        row, place = np.nonzero(np.take_along_axis(strength, best, axis=1))
        picks.append(layer.picked(row, best[row, place]))
        yield
    return picks


def _one_value_per_target(strength: Array) -> bool:
    """Whether all values of a target that are not 0 are equal, as in one example's first layer."""
    largest = np.max(strength, axis=1, initial=0)
    smallest = np.min(np.where(strength > 0, strength, np.inf), axis=1, initial=np.inf)
    return bool(np.all((largest == 0) | (smallest >= largest * (1 - 1e-5))))


def _whole_neurons(layer: _Layer, limit: int) -> _Pick:
    """All edges of the strongest targets, as long as they fit `limit` lines; at least one target's."""
    strength = layer.strength
    order = np.argsort(-np.max(strength, axis=1, initial=0), kind="stable")
    ends = np.cumsum(np.count_nonzero(strength[order], axis=1))
    count = max(1, int(np.searchsorted(ends, limit, side="right")))
    kept = np.sort(order[:count])
    row, column = np.nonzero(strength[kept])
    return layer.picked(kept[row], column)


def _chosen(
    values: ConnectionValues, measure: str, picks: Sequence[_Pick], most: int | None = None
) -> EdgeChoice:
    edges = tuple(edges for of_layer, _ in picks for edges in of_layer)
    parts, sums = counted_sums(values, edges, [part for _, of_layer in picks for part in of_layer])
    return EdgeChoice(values.connections, edges, parts, sums, measure, most=most)
