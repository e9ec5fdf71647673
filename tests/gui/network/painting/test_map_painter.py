"""Feature maps on screen: every cell has the colour of its neuron's a."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from core.analysis.neuron_statistics import NeuronStatistics
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.dense import Dense
from core.nn.pooling import MaxPool2d
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.neuron_marks import fill_colours, neuron_marks
from gui.network.marks.scales import Scales
from gui.network.painting import map_painter
from gui.network.painting.map_painter import MapPainter, paint_map_badges
from gui.theme.tokens import Theme

THEME = Theme()
LAYERS: tuple[Any, ...] = (
    Conv2d(3, 3, padding=1, activation="tanh", picture=(4, 4)),
    MaxPool2d(2),
    Dense(10, "softmax"),
)


@pytest.fixture
def shown(snapshot_of_architecture: Any, qapp: Any) -> tuple[Any, Any, Any]:
    snapshot = snapshot_of_architecture(Architecture(LAYERS, seed=3))
    layout = make_layout(snapshot.sizes, 900, 560, THEME, inputs=(4, 4), topology=snapshot.topology)
    scales = Scales(len(snapshot.connections), n_layers=3)
    scales.update_from_snapshot(snapshot)
    return snapshot, layout, scales


def painted(marks: Any) -> QImage:
    image = QImage(900, 560, QImage.Format.Format_RGB32)
    image.fill(THEME.colour("canvas"))
    painter = QPainter(image)
    MapPainter(THEME).paint(painter, marks)
    painter.end()
    return image


def test_every_cell_has_the_colour_of_its_own_a(shown: Any) -> None:
    snapshot, layout, scales = shown
    image = painted(neuron_marks(snapshot, layout, AnimationState(), scales, THEME))
    for layer in (0, 1):
        column, a = layout.layers[layer], snapshot.trace.a[layer].astype(np.float64)
        expected = fill_colours(a / np.abs(a).max(), THEME)
        assert len(np.unique(expected, axis=0)) > 3
        for index in range(column.size):
            found = image.pixelColor(int(column.x[index]), int(column.y[index])).getRgb()[:3]
            assert found == tuple(expected[index].tolist()), (layer, index)


def test_before_the_signal_arrives_a_map_is_empty(shown: Any) -> None:
    snapshot, layout, scales = shown
    animation = AnimationState(phase="forward", gap=1, revealed=1)
    image = painted(neuron_marks(snapshot, layout, animation, scales, THEME))
    column, canvas = layout.layers[1], tuple(THEME.rgb("canvas").tolist())
    for index in range(column.size):
        assert image.pixelColor(int(column.x[index]), int(column.y[index])).getRgb()[:3] == canvas


def test_a_line_stands_around_each_map(shown: Any) -> None:
    snapshot, layout, scales = shown
    image = painted(neuron_marks(snapshot, layout, AnimationState(), scales, THEME))
    for tile in layout.layers[0].maps.tiles:
        for x, y in ((tile.x - 1, tile.y + 5), (tile.x + tile.width, tile.y + 5), (tile.x + 5, tile.y - 1)):
            assert image.pixelColor(int(x), int(y)) == THEME.colour("node")


def test_a_batchs_mean_delta_is_not_made_up_for_cells_that_share_a_bias(shown: Any) -> None:
    snapshot, layout, scales = shown
    mean = snapshot.topology.table.named("b", np.arange(1.0, snapshot.parameters.size + 1))
    first, second, outputs = neuron_marks(snapshot, layout, AnimationState(), scales, THEME, mean_delta=mean)
    assert np.isnan(first.delta).all() and np.isnan(second.delta).all()
    np.testing.assert_array_equal(outputs.delta, mean[-1])


def test_cells_have_no_rings_and_neurons_keep_theirs(shown: Any) -> None:
    snapshot, layout, scales = shown
    first, second, outputs = neuron_marks(snapshot, layout, AnimationState(), scales, THEME)
    assert not first.ring.any() and not second.ring.any() and outputs.ring.all()
    # The number itself is there all the same.
    np.testing.assert_array_equal(first.delta, snapshot.trace.delta[0])


def test_a_map_that_is_dead_as_a_whole_has_a_cross_and_one_that_is_not_has_none(shown: Any) -> None:
    snapshot, layout, scales = shown
    flat = np.zeros((16, 3))
    flat[:, 1], flat[0, 2] = 1.0, 1.0
    sizes = (48, 12)
    statistics = NeuronStatistics(
        1, 3, 10, ("relu", "identity"), (flat.ravel(), np.zeros(12)), tuple(np.zeros((10, s)) for s in sizes)
    )
    marks = neuron_marks(snapshot, layout, AnimationState(), scales, THEME, statistics)
    image = QImage(900, 560, QImage.Format.Format_RGB32)
    image.fill(THEME.colour("error"))
    painter = QPainter(image)
    paint_map_badges(painter, marks, THEME)
    painter.end()
    for number, tile in enumerate(layout.layers[0].maps.tiles):
        middle = int(tile.x + tile.width / 2), int(tile.y + tile.height / 2)
        # Both strokes meet in the middle, and reach no side straight.
        found = image.pixelColor(*middle), image.pixelColor(middle[0], middle[1] - 5)
        assert (found[0] == THEME.colour("text")) == (number == 1)
        assert found[1] == THEME.colour("error")


@pytest.mark.parametrize("ratio", [1.0, 2.0, 1.5])
def test_a_layer_in_one_image_looks_as_map_by_map(
    shown: Any, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    snapshot, layout, scales = shown
    marks = neuron_marks(snapshot, layout, AnimationState(), scales, THEME)

    def on_canvas() -> bytes:
        image = QImage(round(900 * ratio), round(560 * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(THEME.colour("error"))
        painter = QPainter(image)
        sheets.append(map_painter._whole_pixels(painter, layout.layers[0].maps))
        MapPainter(THEME).paint(painter, marks)
        painter.end()
        return bytes(image.constBits())

    sheets: list[int] = []
    at_once = on_canvas()
    monkeypatch.setattr(map_painter, "_whole_pixels", lambda painter, maps: 0)
    assert on_canvas() == at_once
    assert sheets[0] == (0 if ratio == 1.5 else ratio)
