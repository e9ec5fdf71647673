"""Pointing at the weights of kernels in the picture, and from one to the next by keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.analysis.weight_places import KernelWeight
from gui.network.geometry.shapes import Layout, Rect
from gui.network.marks.kernel_marks import KernelMarks

Neuron = tuple[int, int]


def hit_weight(kernels: Sequence[KernelMarks], layout: Layout, x: float, y: float) -> KernelWeight | None:
    """The weight that is painted at a point; None where none is, or it is out of sight."""
    if layout.clip is not None and not layout.clip.contains(x, y):
        return None
    for marks in kernels:
        rows, columns = marks.value.shape[1:]
        right, down = (x - marks.x) / marks.cell, (y - marks.y) / marks.cell
        inside = np.flatnonzero((right >= 0) & (right < columns) & (down >= 0) & (down < rows))
        if inside.size:
            kernel = int(inside[0])
            return _weight(marks, kernel, int(down[kernel]), int(right[kernel]))
    return None


def weight_rect(kernels: Sequence[KernelMarks], weight: KernelWeight) -> Rect | None:
    """Where a weight is painted; None where its kernel has no room."""
    found = _kernel_of(kernels, weight)
    if found is None:
        return None
    marks, kernel = found
    left, top = float(marks.x[kernel]), float(marks.y[kernel])
    return Rect(left + weight.column * marks.cell, top + weight.row * marks.cell, marks.cell, marks.cell)


def weight_beside(
    kernels: Sequence[KernelMarks], layout: Layout, neuron: Neuron | None, step: tuple[int, int]
) -> KernelWeight | None:
    """The weight left of a cell in its map's first column, for a step to the left; None for any other step."""
    maps = None if neuron is None or neuron[0] >= len(layout.layers) else layout.layers[neuron[0]].maps
    if neuron is None or maps is None or step != (-1, 0):
        return None
    number, row, column = maps.place(neuron[1])
    marks = next((marks for marks in kernels if marks.target_layer == neuron[0] + 1), None)
    if column or marks is None:
        return None
    own = np.flatnonzero(marks.target == number)
    side, columns = marks.value.shape[1:]
    last = int(own[np.argmax(marks.source[own])])
    return _weight(marks, last, row * side // maps.rows, columns - 1)


def next_weight(
    kernels: Sequence[KernelMarks], layout: Layout, weight: KernelWeight, step: tuple[int, int]
) -> KernelWeight | Neuron | None:
    """Where an arrow key leads from a weight: to another, or to the left or right off the kernels, to a cell.

    To the right that is a cell of the map that they make, at the same height; to the left it is the cell from which
    the layer before is reached, and None says so. Above the first kernel and below the last there is no way.
    """
    found = _kernel_of(kernels, weight)
    if found is None:
        return None
    marks, _ = found
    rows, columns = marks.value.shape[1:]
    row, column = weight.row + step[1], weight.column + step[0]
    from_map, to_map = weight.from_map, weight.to_map
    if not 0 <= column < columns:
        from_map, column = from_map + step[0], 0 if step[0] > 0 else columns - 1
    if not 0 <= row < rows:
        to_map, row = to_map + step[1], 0 if step[1] > 0 else rows - 1
    here = np.flatnonzero((marks.source == from_map) & (marks.target == to_map))
    if here.size:
        return _weight(marks, int(here[0]), row, column)
    if step[1]:
        return weight
    if step[0] < 0:
        return None
    maps = layout.layers[marks.target_layer - 1].maps
    assert maps is not None
    cell_row = min(maps.rows - 1, weight.row * maps.rows // rows)
    return marks.target_layer - 1, cell_row * maps.columns * len(maps.tiles) + weight.to_map


def cell_beside(kernels: Sequence[KernelMarks], layout: Layout, weight: KernelWeight) -> Neuron | None:
    """The cell of the map that a weight's kernel makes, from which the layer before is reached."""
    found = _kernel_of(kernels, weight)
    if found is None:
        return None
    marks, _ = found
    maps = layout.layers[marks.target_layer - 1].maps
    assert maps is not None
    row = weight.row * maps.rows // marks.value.shape[1]
    return marks.target_layer - 1, row * maps.columns * len(maps.tiles) + weight.to_map


def own_kernel(kernels: Sequence[KernelMarks], weight: KernelWeight) -> tuple[KernelMarks, ...]:
    """The kernel that a weight is one of, alone; () where it has no room."""
    found = _kernel_of(kernels, weight)
    if found is None:
        return ()
    marks, place = found
    own = slice(place, place + 1)
    alone = {name: getattr(marks, name)[own] for name in ("source", "target", "x", "y", "value", "colour")}
    return (replace(marks, **alone),)


def is_other_drawn(kernels: Sequence[KernelMarks], weight: KernelWeight, w: float) -> bool:
    """Whether a weight is painted with another w than this: a newer one than that of the example on screen."""
    found = _kernel_of(kernels, weight)
    if found is None or found[0].kind != "weight":
        return False
    marks, kernel = found
    return bool(marks.value[kernel, weight.row, weight.column] != w)


def _weight(marks: KernelMarks, kernel: int, row: int, column: int) -> KernelWeight:
    return KernelWeight(marks.group, int(marks.source[kernel]), int(marks.target[kernel]), row, column)


def _kernel_of(kernels: Sequence[KernelMarks], weight: KernelWeight) -> tuple[KernelMarks, int] | None:
    for marks in kernels:
        if marks.group == weight.group:
            own = np.flatnonzero((marks.source == weight.from_map) & (marks.target == weight.to_map))
            return (marks, int(own[0])) if own.size else None
    return None
