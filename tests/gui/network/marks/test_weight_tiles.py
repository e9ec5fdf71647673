from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Zoom
from gui.network.marks.edge_marks import LEVELS, edge_palette
from gui.network.marks.scales import Scales
from gui.network.marks.weight_tiles import paint_tiles, tile_marks
from gui.theme.tokens import Theme

THEME = Theme()


def tiles_of(snapshot, zoom=8.0, of_example=False):
    layout = make_layout(snapshot.sizes, 800, 506, THEME, zoom=Zoom(zoom, 0, 0))
    column = layout.layers[0]
    layout = make_layout(
        snapshot.sizes, 800, 506, THEME, zoom=replace(layout.zoom, x=float(column.x[0]) - 400, y=600.0)
    )
    scales = Scales(len(snapshot.weights))
    scales.update(snapshot.weights)
    scales.update_from_snapshot(snapshot)
    return tile_marks(snapshot, layout, scales, THEME, of_example), layout, scales


def test_small_neurons_have_no_picture(make_snapshot) -> None:
    assert tiles_of(make_snapshot(), zoom=1.0)[0] is None


def test_numbers_that_are_no_picture_have_none(make_snapshot) -> None:
    snapshot = make_snapshot((2, 4, 3), x=np.ones(2))
    snapshot = replace(snapshot, data=replace(snapshot.data, picture=None))
    assert tiles_of(snapshot)[0] is None


@pytest.mark.parametrize("of_example", [False, True])
def test_a_large_neuron_shows_its_own_weights_pixel_by_pixel(make_snapshot, of_example) -> None:
    snapshot = make_snapshot()
    marks, layout, scales = tiles_of(snapshot, of_example=of_example)
    assert marks is not None and marks.neuron.size > 0
    W = snapshot.weights[0] * (snapshot.trace.x[:, None] if of_example else 1)
    scale = scales.of("signal" if of_example else "weight")[0]
    palette = edge_palette(THEME, "weight")
    for place, neuron in enumerate(marks.neuron.tolist()):
        expected = W[:, neuron].reshape(16, 16)
        assert np.allclose(marks.value[place], expected)
        for row, column in ((0, 0), (7, 9), (15, 15)):
            w = expected[row, column]
            level = 0 if w == 0 else max(1, round(min(1, abs(w) / scale) * LEVELS)) * (1 if w > 0 else -1)
            assert marks.colour[place, row, column].tolist() == palette[level + LEVELS].tolist()


def test_the_picture_lies_inside_its_neuron(make_snapshot) -> None:
    marks, layout, _ = tiles_of(make_snapshot())
    column = layout.layers[0]
    for place, neuron in enumerate(marks.neuron.tolist()):
        corner = np.hypot(marks.x[place] - column.x[neuron], marks.y[place] - column.y[neuron])
        assert corner < column.radius


def test_only_neurons_in_the_view_have_one(make_snapshot) -> None:
    marks, layout, _ = tiles_of(make_snapshot())
    column = layout.layers[0]
    assert 0 < marks.neuron.size < column.size
    y = column.y[marks.neuron]
    assert y.min() > -column.radius and y.max() < 506 + column.radius


def test_painted_pixels_have_the_marks_colours_and_those_without_ink_lines_over_them(
    make_snapshot, qapp
) -> None:
    unused = np.zeros(256, bool)
    unused[:32] = True
    snapshot = make_snapshot()
    snapshot = replace(snapshot, data=replace(snapshot.data, unused=unused))
    marks, _, _ = tiles_of(snapshot, zoom=16.0)
    image = QImage(800, 506, QImage.Format.Format_RGB32)
    image.fill(QColor(0, 0, 0))
    painter = QPainter(image)
    paint_tiles(painter, marks, THEME)
    painter.end()
    place, cell = marks.neuron.size // 2, marks.side / 16
    for row in (3, 8, 14):
        for column in (2, 11):
            x = int(marks.x[place] + (column + 0.5) * cell)
            y = int(marks.y[place] + (row + 0.5) * cell)
            assert image.pixelColor(x, y).getRgb()[:3] == tuple(marks.colour[place, row, column].tolist())
    hatched = {
        image.pixel(int(marks.x[place] + x), int(marks.y[place] + y)) & 0xFFFFFF
        for x in range(2, int(marks.side) - 2)
        for y in range(1, int(1.9 * cell))
    }
    own = {QColor(*colour).rgb() & 0xFFFFFF for colour in marks.colour[place, :2].reshape(-1, 3).tolist()}
    line = THEME.colour("node").rgb() & 0xFFFFFF
    assert line in hatched and hatched - {line} <= own and len(hatched) > 10
