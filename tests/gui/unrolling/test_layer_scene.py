"""The scene paints the true weights, follows the pointer and the keys, and says what it shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from gui.theme.tokens import Theme
from gui.unrolling.layer_scene import LayerScene
from gui.unrolling.layer_view import LayerView
from tests.gui.unrolling.made_layers import made_layers

THEME = Theme("dark")


@pytest.fixture
def scene(qtbot: QtBot) -> LayerScene:
    scene = LayerScene()
    qtbot.addWidget(scene)
    scene.set_theme(THEME)
    scene.resize(760, 350)
    scene.show()
    return scene


def shown(scene: LayerScene) -> LayerView:
    assert scene.view is not None
    return scene.view


def painted(scene: LayerScene) -> QImage:
    return scene.grab().toImage()


def dot(scene: LayerScene, pixel: int, cell: int) -> QColor:
    rect = scene.geometry_now().matrix
    return QColor(painted(scene).pixel(QPoint(int(rect.x()) + cell, int(rect.y()) + pixel)))


def test_before_the_engine_has_made_it_nothing_is_painted(scene: LayerScene) -> None:
    image = painted(scene)
    assert {image.pixel(x, y) for x in range(0, 760, 31) for y in range(0, 350, 23)} == {
        THEME.colour("canvas").rgb()
    }


def test_it_has_its_name_from_the_beginning(scene: LayerScene) -> None:
    assert scene.accessibleName() == "The layer’s weights" and scene.whatsThis()


def test_it_begins_with_the_cell_whose_window_has_the_most_ink(scene: LayerScene) -> None:
    scene.show_made(made_layers(), 0.0)
    # Ink at (5, 4) … (5, 8) and (6, 8): only the window around (5, 7) and (6, 7) has four of them.
    assert shown(scene).cell in (5 * 16 + 7, 6 * 16 + 7)


def test_what_lies_outside_a_window_has_the_canvas_colour_once_its_cell_is_cut(scene: LayerScene) -> None:
    scene.show_made(made_layers(), 0.5)
    canvas = THEME.colour("canvas")
    # Pixel 200 is in no window of cells 10 and 120, and joined to cell 140, which is not cut yet.
    assert dot(scene, 200, 10) == dot(scene, 200, 120) == canvas
    assert dot(scene, 200, 140) != canvas
    scene.show_position(1.0)
    assert dot(scene, 200, 140) == canvas


def test_a_dot_has_the_colour_of_its_largest_weight(scene: LayerScene) -> None:
    scene.show_made(made_layers(), 2.0)
    block = made_layers().layers.matrices[2][100, 800:808]
    weight = max(block.tolist(), key=abs)
    expected = THEME.blend("plus" if weight > 0 else "minus", "canvas", abs(weight) / shown(scene).scales[2])
    colour = dot(scene, 100, 100)
    assert abs(colour.red() - expected.red()) <= 1 and abs(colour.blue() - expected.blue()) <= 1


def test_pointing_at_a_cell_draws_its_lines_and_shift_with_the_arrows_moves_it(
    scene: LayerScene, qtbot: QtBot
) -> None:
    scene.show_made(made_layers(), 2.0)
    at = scene.geometry_now().cell_middle(9 * 16 + 11)
    qtbot.mouseMove(scene, at.toPoint())
    qtbot.waitUntil(lambda: shown(scene).cell == 9 * 16 + 11)
    for way, cell in (((1, 0), 10 * 16 + 11), ((0, -1), 10 * 16 + 10), ((9, 9), 255)):
        scene.move_cell(*way)
        assert shown(scene).cell == cell


def test_a_click_on_a_kernel_chooses_its_map(scene: LayerScene, qtbot: QtBot) -> None:
    scene.show_made(made_layers(), 2.0)
    where = scene.geometry_now().kernels[5].center().toPoint()
    qtbot.mouseClick(scene, Qt.MouseButton.LeftButton, pos=where)
    assert shown(scene).map == 5
    scene.show_map(8)
    assert shown(scene).map == 0
    # Before weights are shared there are no kernels.
    scene.show_position(1.0)
    qtbot.mouseClick(scene, Qt.MouseButton.LeftButton, pos=where)
    assert shown(scene).map == 0


def test_a_line_has_the_colour_of_its_weight(scene: LayerScene) -> None:
    scene.show_made(made_layers(), 2.0)
    scene.show_cell(8 * 16 + 8)
    lines, places = shown(scene).lines_to(8 * 16 + 8), scene.geometry_now()
    strongest = int(lines.source[-1])
    begin, end = places.pixel_middle(strongest), places.cell_middle(8 * 16 + 8)
    middle = QPointF((places.digit.right() + places.map.x()) / 2, 0)
    share = (middle.x() - begin.x()) / (end.x() - begin.x())
    y = begin.y() + share * (end.y() - begin.y())
    image = painted(scene)
    token = "plus" if lines.weight[-1] > 0 else "minus"
    full = THEME.colour(token)
    canvas = THEME.colour("canvas")
    near = [QColor(image.pixel(int(middle.x()), int(y) + off)) for off in (-2, -1, 0, 1, 2)]
    hue = min(near, key=lambda colour: abs(colour.red() - full.red()) + abs(colour.blue() - full.blue()))
    assert hue != canvas and (hue.blue() > hue.red()) == (token == "plus")


def test_what_it_shows_is_heard(scene: LayerScene) -> None:
    scene.show_made(made_layers(), 2.0)
    words = scene.accessibleDescription()
    assert "test digit 1,234" in words and "9 connections" in words and "5 of 256 cells" in words
    scene.show_position(0.0)
    assert "256 connections" in scene.accessibleDescription()
