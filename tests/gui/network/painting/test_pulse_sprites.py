"""What travels is painted as large as its mark says, and turned along its way."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Layout
from gui.network.marks.mark_types import PulseMarks
from gui.network.painting.pulse_sprites import DART_AREA, PulseSprites
from gui.theme.tokens import DARK, LIGHT, Theme

THEME = Theme()
CANVAS = QColor(DARK.canvas)


@pytest.fixture
def layout() -> Layout:
    return make_layout((256, 4, 2), 800, 506, THEME)


def one_pulse(
    kind: str,
    radius: float,
    positive: bool = True,
    ends: tuple[tuple[float, float], tuple[float, float]] = ((0, 0), (99, 9)),
) -> PulseMarks:
    one = np.array([1.0])
    (x1, y1), (x2, y2) = ends
    return PulseMarks(
        kind=kind,
        target_layer=2,
        group=np.array([1]),
        source_layer=np.array([1]),
        source=np.array([0]),
        target=np.array([0]),
        value=one,
        x1=np.array([x1]),
        y1=np.array([y1]),
        x2=np.array([x2]),
        y2=np.array([y2]),
        x=np.array([50.3]),
        y=np.array([49.8]),
        radius=np.array([radius]),
        positive=np.array([positive]),
        total=1,
    )


def painted(pulses: PulseMarks, theme: Theme = THEME, ratio: float = 1.0) -> QImage:
    size = round(100 * ratio)
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.colour("canvas"))
    painter = QPainter(image)
    PulseSprites(theme, ratio).draw(painter, pulses)
    painter.end()
    return image


def coverage(image: QImage, token: str, theme: Theme = THEME) -> np.ndarray:
    """How much of each pixel has the token's colour, from 0 to 1."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[
        :, : image.width(), 2::-1
    ]
    canvas, full = theme.rgb("canvas"), theme.rgb(token)
    return (rows - canvas) @ (full - canvas) / ((full - canvas) @ (full - canvas))


@pytest.mark.parametrize("radius", [1.5, 2.2, 3.0, 4.4, 5.1, 6.5])
@pytest.mark.parametrize(("positive", "token"), [(True, "plus"), (False, "minus")])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_discs_painted_area_is_its_radius_to_a_quarter_pixel(qapp, radius, positive, token, ratio):
    image = painted(one_pulse("disc", radius, positive), ratio=ratio)
    area = float(coverage(image, token).sum()) / ratio**2
    assert math.sqrt(area / math.pi) == pytest.approx(radius, abs=0.25)


@pytest.mark.parametrize("radius", [2.0, 4.0, 6.3, 9.0])
@pytest.mark.parametrize(("positive", "token"), [(True, "grad_plus"), (False, "grad_minus")])
def test_a_darts_painted_area_is_its_radius_to_a_quarter_pixel(qapp, radius, positive, token):
    area = float(coverage(painted(one_pulse("dart", radius, positive)), token).sum())
    assert math.sqrt(area / DART_AREA) == pytest.approx(radius, abs=0.25)


def test_a_pulse_is_painted_on_the_pixel_that_its_mark_names(qapp):
    share = coverage(painted(one_pulse("disc", 6.0)), "plus")
    y, x = np.mgrid[:100, :100] + 0.5
    assert (x * share).sum() / share.sum() == pytest.approx(50.3, abs=0.55)
    assert (y * share).sum() / share.sum() == pytest.approx(49.8, abs=0.55)


@pytest.mark.parametrize(("source", "target"), [(0, 1), (3, 0), (1, 0)])
def test_a_dart_points_from_its_target_back_to_its_source(qapp, layout, source, target):
    begin, end = (
        (float(column.x[unit]), float(column.y[unit]))
        for column, unit in zip(layout.layers, (source, target), strict=True)
    )
    image = painted(one_pulse("dart", 9.0, ends=(begin, end)))
    share = np.clip(coverage(image, "grad_plus"), 0, 1)
    y, x = np.mgrid[:100, :100] + 0.5
    # The tip is the part of the dart farthest from where it is carried; its wings are the other end.
    far = share > 0.5
    offsets = np.stack([x[far] - 50.3, y[far] - 49.8], axis=1)
    tip = offsets[np.argmax(np.hypot(*offsets.T) * (offsets[:, 0] < 0))]
    way = np.array(
        [
            layout.layers[0].x[source] - layout.layers[1].x[target],
            layout.layers[0].y[source] - layout.layers[1].y[target],
        ]
    )
    assert tip @ way / np.hypot(*tip) / np.hypot(*way) > 0.97


def test_light_sprites_have_light_colours(qapp):
    theme = Theme("light")
    image = painted(one_pulse("disc", 6.5), theme)
    assert image.pixelColor(50, 50) == QColor(LIGHT.plus)


def test_no_pulses_paint_nothing(qapp):
    pulses = one_pulse("disc", 3.0)
    empty = pulses.only(np.zeros(1, bool))
    assert painted(empty) != painted(pulses)
    assert float(np.abs(coverage(painted(empty), "plus")).sum()) == 0
