"""On a weight's page nothing covers anything, whatever its size, and what is framed is what is seen."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from core.analysis.weight_places import KernelWeight, kernels
from core.engine.snapshot import Snapshot
from gui.kernel_page.weight_scene import Grid, make_scene, siblings
from gui.network.geometry.layout import fitting_theme
from gui.network.geometry.shapes import Rect
from gui.theme.tokens import Theme

SIZES = [(776, 410, 1.0), (780, 273, 1.0), (780, 273, 2.0), (1500, 800, 1.5)]


def rect(one: Rect) -> QRectF:
    return QRectF(one.x, one.y, one.width, one.height)


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_nothing_covers_anything_and_all_is_inside(
    cnn: Snapshot, lenet: Snapshot, width: int, height: int, scale: float
) -> None:
    theme = fitting_theme(width, 1.15 * height, Theme(scale=scale))
    for snapshot in (cnn, lenet):
        for first in (next(kernels(snapshot.connections)), list(kernels(snapshot.connections))[-1]):
            scene = make_scene(snapshot, first, "gradient", width, height, theme)
            parts = [
                rect(part)
                for part in (
                    scene.frame,
                    scene.kernel.rect,
                    scene.target.rect,
                    scene.account,
                    scene.kinds,
                )
            ]
            for one, other in combinations(parts, 2):
                assert not one.intersects(other), (one, other)
            for part in (*parts, *(rect(small) for small, _ in scene.small)):
                assert QRectF(0, 0, width, height).contains(part)
            # Of the small kernels none reaches into a map, and the one that it is is among them.
            for small, _ in scene.small:
                assert not rect(small).intersects(rect(scene.source.rect))
                assert not rect(small).intersects(rect(scene.target.rect))
            assert first in [other for _, other in scene.small]


def test_with_every_weight_of_a_kernel_all_stands_still(cnn: Snapshot) -> None:
    scenes = [
        make_scene(cnn, KernelWeight(0, 0, 2, row, column), "gradient", 776, 410, Theme())
        for row in range(3)
        for column in range(3)
    ]
    assert len({(s.source, s.kernel, s.target, s.account) for s in scenes}) == 1


def test_the_frame_is_the_map_shifted_by_the_weights_place(cnn: Snapshot) -> None:
    scene = make_scene(cnn, KernelWeight(0, 0, 2, 2, 0), "gradient", 776, 410, Theme())
    grid = scene.source
    assert scene.frame == Rect(grid.x - grid.cell, grid.y + grid.cell, 16 * grid.cell, 16 * grid.cell)


def test_lines_are_of_the_largest_parts_and_their_share_is_told(cnn: Snapshot) -> None:
    scene = make_scene(cnn, KernelWeight(1, 3, 4, 1, 1), "gradient", 776, 410, Theme())
    assert scene.drawn == scene.places.ranked and scene.drawn_share == pytest.approx(1.0)
    assert scene.part_scale == abs(float(scene.places.part[scene.drawn[0]]))  # type: ignore[index]
    left, right, y = scene.gate
    assert left < scene.kernel.x and right > scene.kernel.x + scene.kernel.width
    assert y == scene.kernel.centre(1, 1)[1]


def test_the_kernels_beside_are_those_of_the_layer_or_of_the_map(cnn: Snapshot, lenet: Snapshot) -> None:
    assert [w.to_map for w in siblings(cnn, KernelWeight(0, 0, 2, 1, 0))] == list(range(8))
    assert [w.from_map for w in siblings(cnn, KernelWeight(1, 3, 4, 1, 1))] == list(range(8))
    # LeNet's second layer reads 8 of 12 maps.
    weight = next(w for w in kernels(lenet.connections) if w.group == 1)
    assert len(siblings(lenet, weight)) == 8


def test_a_grid_knows_its_cells() -> None:
    grid = Grid(10, 20, 5, 3, 4)
    assert grid.at(10, 20) == (0, 0) and grid.at(29.9, 34.9) == (2, 3) and grid.at(30, 20) is None
    assert grid.centre(1, 2) == (22.5, 27.5) and grid.cell_rect(-1, 0) == Rect(10, 15, 5, 5)


def test_without_a_gradient_there_is_nothing_to_draw(unlabelled: Snapshot) -> None:
    scene = make_scene(unlabelled, KernelWeight(0, 0, 2, 1, 1), "weight", 776, 410, Theme())
    assert scene.drawn == [] and scene.drawn_share is None and scene.part_scale == 0
