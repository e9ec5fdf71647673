import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from core.nn.architecture import Architecture
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import make_layout
from gui.network.marks.neuron_marks import neuron_marks
from gui.network.marks.scales import Scales
from gui.network.painting.cell_painter import CellPainter
from gui.theme.tokens import Theme

THEME = Theme()


@pytest.fixture
def deep(snapshot_of_architecture):
    snapshot = snapshot_of_architecture(Architecture.dense((16,) * 80, "tanh", 3, skip=True, skip_scale=0.1))
    layout = make_layout(snapshot.sizes, 800, 506, THEME)
    scales = Scales(len(snapshot.weights))
    scales.update_from_snapshot(snapshot)
    return snapshot, layout, scales, neuron_marks(snapshot, layout, AnimationState(), scales, THEME)


def painted(marks, ratio=1.0) -> QImage:
    image = QImage(int(800 * ratio), int(506 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(THEME.colour("canvas"))
    painter = QPainter(image)
    CellPainter(THEME).paint(painter, marks)
    painter.end()
    return image


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_every_cell_has_its_activations_colour_above_and_its_deltas_below(deep, qapp, ratio) -> None:
    _, layout, _, marks = deep
    image = painted(marks, ratio)
    pitch = layout.layers[0].y[1] - layout.layers[0].y[0]
    for drawn in marks[:-1]:
        for place in (0, 7, 15):
            x, top = int(drawn.x[place] * ratio), drawn.y[place] - pitch / 2
            above = image.pixelColor(x, int((top + 0.3 * pitch) * ratio)).getRgb()[:3]
            below = image.pixelColor(x, int((top + 0.75 * pitch) * ratio)).getRgb()[:3]
            assert above == tuple(drawn.fill[place].tolist())
            if drawn.ring[place] > 0:
                assert below == tuple(drawn.ring_colour[place].tolist())


def test_a_cells_delta_is_as_strong_as_its_colour(deep) -> None:
    snapshot, _, scales, marks = deep
    drawn = marks[40]
    share = np.sqrt(np.clip(np.abs(snapshot.trace.delta[40]) / scales.of("delta")[40], 0, 1))
    canvas = THEME.rgb("canvas")
    for place in range(16):
        token = "grad_plus" if snapshot.trace.delta[40][place] > 0 else "grad_minus"
        expected = canvas + share[place] * (THEME.rgb(token) - canvas)
        assert np.abs(drawn.ring_colour[place] - expected).max() <= 1


def test_between_cells_no_line_is_left(deep, qapp) -> None:
    _, layout, _, marks = deep
    image = painted(marks)
    y = int(layout.layers[0].y[3])
    first, last = int(layout.layers[0].left) + 2, int(layout.layers[-2].right) - 2
    fills = {tuple(drawn.fill[3].tolist()) for drawn in marks[:-1]}
    assert {image.pixelColor(x, y).getRgb()[:3] for x in range(first, last)} <= fills


def test_discs_are_left_to_the_sprites(make_snapshot, qapp) -> None:
    snapshot = make_snapshot()
    layout, scales = make_layout(snapshot.sizes, 800, 506, THEME), Scales(3)
    scales.update_from_snapshot(snapshot)
    image = painted(neuron_marks(snapshot, layout, AnimationState(), scales, THEME))
    assert image.pixelColor(int(layout.layers[0].x[0]), int(layout.layers[0].y[0])) == THEME.colour("canvas")


def test_a_layer_that_is_revealed_takes_on_its_look_and_the_others_keep_theirs(deep, qapp) -> None:
    snapshot, layout, scales, _ = deep
    cells = CellPainter(THEME)
    for animation in (
        AnimationState(revealed=30, loss_shown=False, deltas_from=100),
        AnimationState(revealed=31),
        AnimationState(),
    ):
        marks = neuron_marks(snapshot, layout, animation, scales, THEME)
        for _ in range(2):
            image = QImage(800, 506, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            cells.paint(painter, marks)
            painter.end()
            pitch = layout.layers[0].y[1] - layout.layers[0].y[0]
            for layer in (0, 29, 30, 31, 78):
                drawn = marks[layer]
                x, y = int(drawn.x[5]), int(drawn.y[5] - 0.2 * pitch)
                assert image.pixelColor(x, y).getRgb()[:3] == tuple(drawn.fill[5].tolist())
