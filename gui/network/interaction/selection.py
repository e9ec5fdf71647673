"""What is pointed at, focused or pinned in the network's picture, and where the arrow keys lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt

from core.analysis.weight_places import KernelWeight
from core.editing.neuron_permutation import Order, inverse
from core.engine.snapshot import Snapshot
from core.nn.connections import Connections
from gui.network.geometry.shapes import FeatureMaps, Layout
from gui.network.interaction.hit_test import hit_edge, hit_neuron
from gui.network.interaction.kernel_weights import cell_beside, hit_weight, next_weight, weight_beside
from gui.network.interaction.neuron_values import Edge
from gui.network.marks.edge_choice import highlighted_edges
from gui.network.marks.kernel_marks import KernelMarks
from gui.network.marks.mark_types import PulseMarks

Neuron = tuple[int, int]
# A neuron (layer, index) or an edge (group, source, target).
SelectionItem = tuple[int, ...]
# So many can be looked at beside each other.
MAX_PINS = 4


def exists(item: SelectionItem, snapshot: Snapshot | None) -> bool:
    """Whether this network has such a neuron or connection: a picture of another one may be on screen still."""
    if snapshot is None or len(item) not in (2, 3) or min(item) < 0:
        return False
    if len(item) == 2:
        layer, index = item
        return layer + 1 < len(snapshot.sizes) and index < snapshot.sizes[layer + 1]
    number, source, target = item
    if number >= len(snapshot.connections):
        return False
    group = snapshot.connections[number]
    rows, columns = group.shape
    return source < rows and target < columns and group.parameter(source, target) is not None


def neuron_of(selected: SelectionItem, connections: Sequence[Connections]) -> Neuron:
    """The neuron itself, or the one that an edge leads to."""
    return (selected[0], selected[1]) if len(selected) == 2 else ends_of(selected, connections)[-1]


def ends_of(selected: SelectionItem, connections: Sequence[Connections]) -> tuple[Neuron, ...]:
    """The neuron itself, or the neurons at both ends of an edge; a pixel is none."""
    if len(selected) == 2:
        return ((selected[0], selected[1]),)
    number, source, target = selected
    group = connections[number]
    ends = (group.source_layer - 1, source), (group.target_layer - 1, target)
    return ends if group.source_layer else ends[1:]


def moved_item(
    what: SelectionItem, orders: Sequence[Order], connections: Sequence[Connections]
) -> SelectionItem:
    """The same neuron or edge by its new numbers, after hidden neurons have come into these orders."""
    gone_to = inverse(orders)

    def place(layer: int, index: int) -> int:
        """Where a neuron of a layer, counted from 0 at the input, has gone; inputs and outputs stay."""
        return int(gone_to[layer - 1][index]) if 1 <= layer <= len(gone_to) else index

    if len(what) == 2:
        return what[0], place(what[0] + 1, what[1])
    number, source, target = what
    group = connections[number]
    return number, place(group.source_layer, source), place(group.target_layer, target)


@dataclass
class Selection:
    """What is pointed at, focused and pinned.

    Attributes
    ----------
    hovered : (layer, index) or None
        The neuron under the pointer, or the last one while the pointer follows its edges.
    edge : (group, source, target) or None
        The edge under the pointer or reached by keys, one of the highlighted neuron's.
    focused : (layer, index) or None
        The neuron that the keyboard has reached.
    pins : tuple of neurons and edges
        What stays, the latest last.
    connections : tuple of Connections
        The network's, by which an edge is known.
    weight : KernelWeight or None
        A kernel's weight under the pointer or reached by keys: then no neuron and no edge is.
    """

    hovered: Neuron | None = None
    edge: Edge | None = None
    focused: Neuron | None = None
    pins: tuple[SelectionItem, ...] = ()
    connections: tuple[Connections, ...] = ()
    weight: KernelWeight | None = None

    @property
    def pinned(self) -> Neuron | None:
        """The neuron that was pinned last."""
        return next(((pin[0], pin[1]) for pin in reversed(self.pins) if len(pin) == 2), None)

    @property
    def current_item(self) -> Neuron | None:
        """The neuron whose numbers are shown: the pointer goes before the keyboard."""
        return self.hovered or self.focused

    @property
    def highlighted(self) -> Neuron | None:
        """The neuron whose edges stand out."""
        return self.current_item or (neuron_of(self.pins[-1], self.connections) if self.pins else None)

    def point_at(
        self, snapshot: Snapshot, layout: Layout, x: float, y: float, kernels: Sequence[KernelMarks] = ()
    ) -> None:
        """Move the pointer: a kernel's weight is hit first, then neurons, then the highlighted one's edges."""
        self.weight = hit_weight(kernels, layout, x, y)
        if self.weight is not None:
            self.hovered = self.edge = None
            return
        neuron = hit_neuron(layout, x, y)
        self.edge = None
        if neuron is None and self.highlighted is not None:
            edges = highlighted_edges(snapshot, *self.highlighted, layout)
            self.edge = None if layout.picture.contains(x, y) else hit_edge(layout, edges, x, y)
        if neuron is not None:
            self.hovered = neuron
        elif self.edge is None:
            self.hovered = None

    def leave(self) -> None:
        """The pointer is gone."""
        self.hovered = self.edge = self.weight = None

    def leave_by_keys(self) -> None:
        """The keyboard is elsewhere."""
        self.weight = None
        if self.focused is not None:
            # An edge that was reached by keys goes with them, also where its neuron is pinned.
            self.edge = None
        self.focused = None
        self.drop_edge()

    def step(self, layout: Layout, kernels: Sequence[KernelMarks], step: tuple[int, int]) -> None:
        """Let an arrow key lead on: from neuron to neuron, and through the kernels beside a map."""
        weight, now = self.weight, self.current_item
        self.leave()
        beside = weight_beside(kernels, layout, now, step) if weight is None else None
        onwards = next_weight(kernels, layout, weight, step) if weight is not None else beside
        if isinstance(onwards, KernelWeight):
            self.weight, self.focused = onwards, None
        elif onwards is not None:
            self.focused = onwards
        else:
            start = now if weight is None else cell_beside(kernels, layout, weight)
            self.focused = next_neuron(layout, start, step)

    def pin(self, what: SelectionItem, beside: bool = False) -> None:
        """Keep a neuron or an edge, in place of what was kept or beside it; what is kept already is let go."""
        if what in self.pins:
            self.pins = tuple(pin for pin in self.pins if pin != what)
        else:
            self.pins = (*self.pins, what)[-MAX_PINS:] if beside else (what,)
        self.drop_edge()

    def follow(self, orders: Sequence[Order]) -> None:
        """Keep what is pinned and focused, though hidden neurons have come into these orders."""
        pins = (moved_item(pin, orders, self.connections) for pin in self.pins)
        self.pins = tuple(pins)
        if self.focused is not None:
            layer, index = moved_item(self.focused, orders, self.connections)
            self.focused = layer, index

    def drop_edge(self) -> None:
        """Drop the edge where no neuron is highlighted."""
        if self.highlighted is None:
            self.edge = None


ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def next_neuron(layout: Layout, start: Neuron | None, step: tuple[int, int]) -> Neuron:
    """The neuron that an arrow key leads to; from nowhere, the first one.

    `step` is (layers to the right, neurons down). In another layer it is the one at the same height. Among feature maps
    it leads from cell to cell, and from the last one of a map to the next map or layer.
    """
    if start is None:
        return 0, int(layout.layers[0].shown[0])
    layer, index = start
    across, down = step
    maps = layout.layers[layer].maps
    if maps is not None and (cell := _next_cell(maps, index, across, down)) is not None:
        return layer, cell
    if across:
        target = min(len(layout.layers) - 1, max(0, layer + across))
        if target == layer:
            return start
        column = layout.layers[target]
        height = layout.layers[layer].y[index]
        x, y = column.x[column.shown], column.y[column.shown]
        # Of several at this height the one on the side that it is come from.
        return target, int(column.shown[np.lexsort((across * x, np.abs(y - height)))[0]])
    shown = layout.layers[layer].shown
    place = int(np.searchsorted(shown, index)) + down
    return layer, int(shown[min(len(shown) - 1, max(0, place))])


def _next_cell(maps: FeatureMaps, index: int, across: int, down: int) -> int | None:
    """The neighbouring cell, in the same map or in the one below or above; None where the layer ends there."""
    number, row, column = maps.place(index)
    row, column = row + down, column + across
    if not 0 <= column < maps.columns:
        return None
    if not 0 <= row < maps.rows:
        number, row = number + down, 0 if down > 0 else maps.rows - 1
        if not 0 <= number < len(maps.tiles):
            return index
    return (row * maps.columns + column) * len(maps.tiles) + number


def only_through(pulses: PulseMarks, neuron: Neuron) -> PulseMarks:
    """The pulses that come to a neuron or leave it."""
    layer, index = neuron[0] + 1, neuron[1]
    if pulses.target_layer == layer:
        return pulses.only(pulses.target == index)
    return pulses.only((pulses.source_layer == layer) & (pulses.source == index))
