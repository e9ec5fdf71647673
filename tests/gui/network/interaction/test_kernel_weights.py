"""The weights of kernels under the pointer, and the keys' way through them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.analysis.weight_places import KernelWeight
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Layout, Rect, Zoom
from gui.network.interaction.kernel_weights import (
    cell_beside,
    hit_weight,
    is_other_drawn,
    next_weight,
    own_kernel,
    weight_beside,
    weight_rect,
)
from gui.network.marks.kernel_marks import KernelMarks, kernel_marks
from gui.theme.tokens import Theme

LAYERS: tuple[Any, ...] = (
    Conv2d(2, 3, padding=1, activation="tanh", picture=(6, 6)),
    Conv2d(2, 2, activation="tanh"),
    Dense(4, "softmax"),
)
Scene = tuple[Layout, tuple[KernelMarks, ...]]


@pytest.fixture
def scene(snapshot_of_architecture: Any) -> Scene:
    snapshot = snapshot_of_architecture(Architecture(LAYERS, seed=5), n_in=36)
    layout = make_layout(snapshot.sizes, 900, 560, Theme(), inputs=(6, 6), topology=snapshot.topology)
    return layout, kernel_marks(snapshot, layout, Theme(), ("signal", "signal", ""))


def test_every_weight_is_hit_in_its_middle_and_stands_where_it_is_hit(scene: Scene) -> None:
    layout, kernels = scene
    found = set()
    for marks in kernels:
        for place in range(marks.x.size):
            for row in range(marks.value.shape[1]):
                for column in range(marks.value.shape[2]):
                    x = float(marks.x[place]) + (column + 0.5) * marks.cell
                    y = float(marks.y[place]) + (row + 0.5) * marks.cell
                    weight = hit_weight(kernels, layout, x, y)
                    group, source, target = marks.group, int(marks.source[place]), int(marks.target[place])
                    assert weight == KernelWeight(group, source, target, row, column)
                    rect = weight_rect(kernels, weight)
                    assert rect is not None and rect.contains(x, y) and rect.width == marks.cell
                    found.add(weight)
    assert len(found) == 2 * 9 + 4 * 4


def test_beside_the_kernels_and_out_of_sight_there_is_none(scene: Scene) -> None:
    layout, kernels = scene
    left, top = float(kernels[0].x[0]), float(kernels[0].y[0])
    assert hit_weight(kernels, layout, left - 0.5, top + 1) is None
    assert hit_weight(kernels, layout, left + 1, top + 1) is not None
    elsewhere = replace(layout, zoom=Zoom(2.0), content=Rect(0, 0, 1, 1))
    assert hit_weight(kernels, elsewhere, left + 1, top + 1) is None
    assert weight_rect(kernels, KernelWeight(2, 0, 0, 0, 0)) is None


def test_from_a_maps_first_column_the_keys_lead_through_its_kernels_and_back(scene: Scene) -> None:
    layout, kernels = scene
    # Map 2 of the second layer, its last row, its first column: a cell of a 5 x 5 map.
    cell = 1, (4 * 5 + 0) * 2 + 1
    at = weight_beside(kernels, layout, cell, (-1, 0))
    assert at == KernelWeight(1, 1, 1, 1, 1)
    assert weight_beside(kernels, layout, cell, (1, 0)) is None
    assert weight_beside(kernels, layout, (1, cell[1] + 2), (-1, 0)) is None
    way = [at]
    while isinstance(now := next_weight(kernels, layout, way[-1], (-1, 0)), KernelWeight):
        way.append(now)
    assert [(w.from_map, w.column) for w in way] == [(1, 1), (1, 0), (0, 1), (0, 0)] and now is None
    assert cell_beside(kernels, layout, way[-1]) == (1, (2 * 5 + 0) * 2 + 1)
    # To the right, off the last kernel, is the map again, at the same height.
    assert next_weight(kernels, layout, at, (1, 0)) == (1, (2 * 5 + 0) * 2 + 1)


def test_up_and_down_lead_to_the_kernels_of_the_maps_beside(scene: Scene) -> None:
    layout, kernels = scene
    low = KernelWeight(0, 0, 0, 2, 1)
    assert next_weight(kernels, layout, low, (0, 1)) == KernelWeight(0, 0, 1, 0, 1)
    assert next_weight(kernels, layout, KernelWeight(0, 0, 1, 0, 1), (0, -1)) == low
    last = KernelWeight(0, 0, 1, 2, 1)
    assert next_weight(kernels, layout, last, (0, 1)) == last


def test_one_kernel_is_taken_out_with_its_own_colours(scene: Scene) -> None:
    _, kernels = scene
    (alone,) = own_kernel(kernels, KernelWeight(1, 0, 1, 0, 0))
    assert (alone.source.tolist(), alone.target.tolist()) == ([0], [1])
    place = next(i for i in range(4) if (kernels[1].source[i], kernels[1].target[i]) == (0, 1))
    assert (alone.colour[0] == kernels[1].colour[place]).all() and alone.x[0] == kernels[1].x[place]
    assert own_kernel(kernels, KernelWeight(2, 0, 0, 0, 0)) == ()


def test_that_another_w_is_painted_is_known_of_what_is_painted_as_w(scene: Scene) -> None:
    _, kernels = scene
    weight = KernelWeight(1, 1, 0, 0, 1)
    marks, place = kernels[1], [*zip(*(kernels[1].source, kernels[1].target), strict=True)].index((1, 0))
    w = float(marks.value[place, 0, 1])
    assert not is_other_drawn(kernels, weight, w) and is_other_drawn(kernels, weight, w + 0.001)
    # Painted is another number then, or nothing.
    gradient = tuple(replace(own, kind="gradient") for own in kernels)
    assert not is_other_drawn(gradient, weight, w + 0.001) and not is_other_drawn((), weight, w)
