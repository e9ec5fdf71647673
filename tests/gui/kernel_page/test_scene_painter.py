"""What is painted of a weight is its numbers: held against the arrays, pixel by pixel."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from core.analysis.weight_places import KernelWeight
from core.engine.snapshot import Snapshot
from gui.kernel_page.account_painter import signed_colours
from gui.kernel_page.collecting import Collected
from gui.kernel_page.scene_painter import ScenePainter, activation_colours
from gui.kernel_page.weight_scene import WeightScene, make_scene
from gui.theme.tokens import Theme

CORNER = KernelWeight(0, 0, 5, 2, 0)


def painted(scene: WeightScene, collected: Collected | None = None) -> QImage:
    image = QImage(round(scene.width), round(scene.height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    ScenePainter(scene.theme).paint(painter, scene, collected)
    painter.end()
    return image


def corner_of(image: QImage, scene: WeightScene, row: int, column: int) -> np.ndarray:
    """Near a cell's lower right corner: no line that passes its middle, no hollow square."""
    rect = scene.target.cell_rect(row, column)
    return np.array(
        image.pixelColor(int(rect.x + rect.width - 3), int(rect.y + rect.height - 3)).getRgb()[:3]
    )


@pytest.mark.parametrize("name", ["dark", "light"])
def test_every_place_has_the_colour_of_its_number(qapp: Any, cnn: Snapshot, name: str) -> None:
    theme = Theme(name)
    scene = make_scene(cnn, CORNER, "gradient", 776, 410, theme)
    # Faint lines cover least: it is looked at while nothing is under way.
    image = painted(scene, Collected(CORNER.row * 3 + CORNER.column, 0.0))
    part = scene.places.part
    assert part is not None
    wanted = signed_colours(part, scene.part_scale, theme)
    canvas = theme.rgb("canvas")
    silent = canvas + 0.17 * (theme.rgb("lit") - canvas)
    wanted[scene.places.kinds["silent"]] = np.rint(silent)
    apart = [
        float(np.abs(corner_of(image, scene, row, column) - wanted[row, column]).max())
        for row in range(16)
        for column in range(16)
        if not scene.places.kinds["border"][row, column]
    ]
    # Where a line passes a corner it covers it.
    assert np.mean(np.array(apart) <= 3) > 0.85


def test_places_at_the_border_are_hatched(qapp: Any, cnn: Snapshot) -> None:
    scene = make_scene(cnn, CORNER, "gradient", 776, 410, Theme())
    image = painted(scene)

    def shades(row: int, column: int) -> set[str]:
        rect = scene.target.cell_rect(row, column)
        return {
            image.pixelColor(int(rect.x) + dx, int(rect.y) + 2).name() for dx in range(1, int(rect.width) - 1)
        }

    assert scene.places.kinds["border"][15, 8] and scene.places.kinds["border"][3, 0]
    assert Theme().colour("text").name() in shades(15, 8) & shades(3, 0)


def test_while_it_is_collected_only_what_is_done_is_shown(qapp: Any, cnn: Snapshot) -> None:
    scene = make_scene(cnn, KernelWeight(0, 0, 5, 1, 1), "gradient", 776, 410, Theme())
    image = painted(scene, Collected(4, 0.0))
    grid = scene.kernel

    def ground(row: int, column: int) -> str:
        rect = grid.cell_rect(row, column)
        return image.pixelColor(int(rect.x) + 5, int(rect.y) + 5).name()

    # The weights after the fifth are not collected: all alike, without colour.
    later = {ground(row, column) for row, column in ((1, 2), (2, 0), (2, 1), (2, 2))}
    assert len(later) == 1
    before = {ground(row, column) for row, column in ((0, 0), (0, 1), (0, 2), (1, 0))}
    assert len(before | later) > 3


def test_what_flies_is_seen_between_its_place_and_the_weight(qapp: Any, cnn: Snapshot) -> None:
    scene = make_scene(cnn, KernelWeight(0, 0, 5, 1, 1), "gradient", 776, 410, Theme())
    still, moving = painted(scene, Collected(4, 0.0)), painted(scene, Collected(4, 0.3))
    left, right = round(scene.gate[1]) + 4, round(scene.target.x) - 4
    high = range(round(scene.target.y), round(scene.target.y + scene.target.height))
    differ = [
        (x, y) for x in range(left, right) for y in high if still.pixelColor(x, y) != moving.pixelColor(x, y)
    ]
    assert differ


@pytest.mark.parametrize("kind", ["weight", "mean_gradient", "change"])
def test_any_kind_and_an_example_without_an_answer_can_be_painted(
    qapp: Any, unlabelled: Snapshot, lenet: Snapshot, kind: str
) -> None:
    for snapshot in (unlabelled, lenet):
        assert not painted(
            make_scene(snapshot, KernelWeight(0, 0, 1, 0, 0), kind, 600, 300, Theme())
        ).isNull()


def test_activations_are_lit_by_their_size_and_negative_ones_are_not(qapp: Any) -> None:
    theme = Theme()
    colours = activation_colours(np.array([2.0, 0.0, -2.0]), theme)
    assert colours[0].tolist() == theme.rgb("lit").tolist()
    assert colours[2].tolist() == theme.rgb("minus").tolist()
    assert (theme.rgb("canvas") < colours[1]).all() and (colours[1] < theme.rgb("lit")).all()
