"""Fills the card beside what is selected, and puts it where it hides nothing of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from core.engine.snapshot import Snapshot
from gui.network.geometry.shapes import Layout, Rect
from gui.network.geometry.zoom import place_of
from gui.network.interaction.callout import Callout
from gui.network.interaction.kernel_weights import is_other_drawn, weight_rect
from gui.network.interaction.neuron_values import Edge, edge_values, neuron_values
from gui.network.interaction.selection import Neuron, Selection
from gui.network.interaction.weight_values import weight_values
from gui.network.marks.kernel_marks import KernelMarks


def place_callout(
    callout: Callout,
    selection: Selection,
    snapshot: Snapshot,
    layout: Layout,
    kernels: Sequence[KernelMarks],
    room: Rect,
    position: QPointF | None = None,
) -> bool:
    """Tell the numbers of what is selected, inside `room`; False where there is nothing to tell.

    Of an edge under the pointer the card stands beside `position`; one that stands there already stays.
    """
    if selection.weight is not None:
        at = weight_rect(kernels, selection.weight)
        if at is None:
            return False
        values = weight_values(snapshot, selection.weight)
        callout.show_values(replace(values, is_before=is_other_drawn(kernels, selection.weight, values.w)))
        # Right of the map that its kernel makes, else wherever both are seen.
        column = layout.layers[snapshot.connections[selection.weight.group].target_layer - 1]
        tile = column.maps.tiles[selection.weight.to_map] if column.maps is not None else at
        y, reach = tile.y + tile.height / 2, max(tile.height / 2, 3 * at.height)
        kernel = QRectF(at.x - at.width, at.y - 2 * at.height, 3 * at.width, 5 * at.height)
        avoid = [kernel, QRectF(tile.x, tile.y, tile.width, tile.height)]
        callout.place(column.right, y, 0, room, avoid, prefer_left=False)
        if any(QRectF(callout.geometry()).intersects(part) for part in avoid):
            callout.place(at.x, y, reach, room, avoid, prefer_left=True)
        return True
    neuron = selection.highlighted
    if neuron is None or (selection.current_item is None and selection.edge is None):
        return False
    layer, index = neuron
    column = layout.layers[layer]
    x, y, reach = float(column.x[index]), float(column.y[index]), column.radius + 6
    avoid = [QRectF(x - reach, y - reach, 2 * reach, 2 * reach)]
    if selection.edge is None:
        callout.show_values(neuron_values(snapshot, layer, index))
        callout.place(x, y, reach, room, avoid, prefer_left=layer == len(layout.layers) - 1)
        return True
    callout.show_values(edge_values(snapshot, *selection.edge))
    if position is not None:
        at_x, at_y = position.toTuple()
        callout.place(at_x, at_y, 0, room, avoid, prefer_left=at_x < x)
    elif selection.focused is not None:
        # On the other side of the neuron: nothing of the edge is hidden.
        far_x, far_y = _far_end(snapshot, layout, selection.edge, neuron)
        avoid.append(QRectF(far_x - reach, far_y - reach, 2 * reach, 2 * reach))
        callout.place(x, y, reach, room, avoid, prefer_left=far_x > x)
    return True


def _far_end(snapshot: Snapshot, layout: Layout, edge: Edge, neuron: Neuron) -> tuple[float, float]:
    """Where an edge of this neuron comes from or leads to."""
    number, source, target = edge
    group = snapshot.connections[number]
    ends = (group.source_layer - 1, source), (group.target_layer - 1, target)
    return place_of(layout, ends[neuron == ends[0]])
