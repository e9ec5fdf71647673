"""The picture of a weight under the hand: keys and clicks lead to the other weights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.analysis.weight_places import KernelWeight
from core.engine.snapshot import Snapshot
from gui.kernel_page.weight_canvas import WeightCanvas
from gui.theme.tokens import Theme

MIDDLE = KernelWeight(0, 0, 5, 1, 1)


@pytest.fixture
def canvas(qtbot: QtBot, cnn: Snapshot) -> Iterator[WeightCanvas]:
    canvas = WeightCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(776, 380)
    canvas.set_theme(Theme())
    canvas.show_weight(cnn, MIDDLE, "gradient")
    canvas.show()
    yield canvas


@pytest.mark.parametrize(
    ("key", "row", "column"),
    [
        (Qt.Key.Key_Left, 1, 0),
        (Qt.Key.Key_Right, 1, 2),
        (Qt.Key.Key_Up, 0, 1),
        (Qt.Key.Key_Down, 2, 1),
    ],
)
def test_arrow_keys_lead_from_weight_to_weight(
    canvas: WeightCanvas, qtbot: QtBot, key: Qt.Key, row: int, column: int
) -> None:
    with qtbot.waitSignal(canvas.weight_wanted) as wanted:
        qtbot.keyClick(canvas, key)
    assert wanted.args == [KernelWeight(0, 0, 5, row, column)]


def test_at_the_kernels_edge_they_lead_nowhere(canvas: WeightCanvas, qtbot: QtBot, cnn: Snapshot) -> None:
    canvas.show_weight(cnn, KernelWeight(0, 0, 5, 0, 2), "gradient")
    with qtbot.assertNotEmitted(canvas.weight_wanted):
        qtbot.keyClick(canvas, Qt.Key.Key_Up)
        qtbot.keyClick(canvas, Qt.Key.Key_Right)


def test_a_click_chooses_a_weight_or_another_kernel(canvas: WeightCanvas, qtbot: QtBot) -> None:
    scene = canvas.scene
    assert scene is not None
    x, y = scene.kernel.centre(2, 0)
    rect, other = scene.small[3]
    for point, expected in (
        (QPoint(round(x), round(y)), KernelWeight(0, 0, 5, 2, 0)),
        (QPoint(round(rect.x + 3), round(rect.y + 3)), other),
    ):
        with qtbot.waitSignal(canvas.weight_wanted) as wanted:
            qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point)
        assert wanted.args == [expected]
    with qtbot.assertNotEmitted(canvas.weight_wanted):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_it_says_what_it_shows(canvas: WeightCanvas) -> None:
    canvas.grab()
    said = canvas.accessibleDescription()
    assert said.startswith("Layer 1: kernel 6, weight (2, 2)") and "agreement" in said


def test_while_it_is_collected_the_scene_is_that_of_the_weight_at_it(canvas: WeightCanvas) -> None:
    canvas.show_collecting(7.5 / 9)
    scene = canvas.scene
    assert scene is not None and (scene.weight.row, scene.weight.column) == (2, 1)
    before = canvas.grab().toImage()
    canvas.show_collecting(7.8 / 9)
    assert canvas.grab().toImage() != before
    canvas.show_collecting(None)
    assert canvas.scene is not None and canvas.scene.weight == MIDDLE


def test_another_snapshot_of_the_same_weight_has_its_own_numbers(canvas: WeightCanvas, cnn: Snapshot) -> None:
    before = canvas.scene
    twice = replace(cnn, trace=replace(cnn.trace, flat_delta=2 * cnn.trace.flat_delta))
    canvas.show_weight(twice, MIDDLE, "gradient")
    now = canvas.scene
    assert before is not None and now is not None and before.places.parts is not None
    assert now.places.parts is not None
    assert now.places.parts.total == pytest.approx(2 * before.places.parts.total)


def test_without_anything_to_show_it_is_empty(qtbot: QtBot) -> None:
    canvas = WeightCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(300, 200)
    image = canvas.grab().toImage()
    assert image.pixelColor(50, 50) == Theme().colour("canvas") and canvas.scene is None
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
