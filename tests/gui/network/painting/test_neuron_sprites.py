"""Neurons are painted in the colours of their marks, however many looks there are."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.network.marks.mark_types import NeuronMarks
from gui.network.painting.neuron_sprites import TILES, NeuronSprites, ring_inside
from gui.theme.tokens import DARK, Theme

THEME = Theme()


def marks_at(
    x: list[float],
    y: list[float],
    radius: float = 10.0,
    fill: tuple[int, int, int] | np.ndarray = (200, 100, 50),
    ring: float = 0.0,
) -> NeuronMarks:
    count = len(x)
    return NeuronMarks(
        layer=0,
        neuron=np.arange(count),
        x=np.array(x),
        y=np.array(y),
        radius=radius,
        fill=np.broadcast_to(np.array(fill, np.uint8), (count, 3)),
        ring=np.full(count, ring),
        ring_colour=np.broadcast_to(np.array([201, 226, 101], np.uint8), (count, 3)),
        value=np.ones(count),
        delta=np.ones(count),
    )


def painted(marks: NeuronMarks, sprites: NeuronSprites | None = None, size: int = 100) -> QImage:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(DARK.canvas))
    painter = QPainter(image)
    (sprites or NeuronSprites(THEME, 1.0, 13.0)).draw(painter, (marks,))
    painter.end()
    return image


def parts(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    colour = image.pixelColor(x, y)
    return colour.red(), colour.green(), colour.blue()


def test_a_neurons_centre_has_its_fill(qapp):
    assert parts(painted(marks_at([50], [50])), 50, 50) == pytest.approx((200, 100, 50), abs=1)


def test_a_neuron_is_outlined(qapp):
    # The outline is 1.2 px around the radius: the pixel from 59.5 to 60.5 is all of it.
    image = painted(marks_at([50], [50], radius=10.0))
    column = [parts(image, x, 50) for x in range(57, 63)]
    node = QColor(DARK.node)
    closest = min(
        sum(abs(a - b) for a, b in zip(c, (node.red(), node.green(), node.blue()), strict=True))
        for c in column
    )
    assert closest < 90
    assert parts(image, 63, 50) == (0x0F, 0x13, 0x1A)


@pytest.mark.parametrize("radius", [3.2, 8.0, 13.0])
def test_a_ring_stands_outside_the_outline_and_has_its_colour(qapp, radius):
    image = painted(marks_at([50], [50], radius=radius, ring=3.0))
    middle = 50 + ring_inside(radius, THEME) + 1.5
    assert parts(image, int(middle), 50) == pytest.approx((201, 226, 101), abs=24)
    assert parts(image, int(50 + ring_inside(radius, THEME) + 4.5), 50) == (0x0F, 0x13, 0x1A)


def test_without_a_delta_there_is_no_ring(qapp):
    assert parts(painted(marks_at([50], [50], radius=8.0)), 61, 50) == (0x0F, 0x13, 0x1A)


def test_a_wide_ring_does_not_hide_a_close_neighbour(qapp):
    image = painted(marks_at([50, 50], [40, 49], radius=3.2, ring=3.2))
    assert parts(image, 50, 40) == pytest.approx((200, 100, 50), abs=1)
    assert parts(image, 50, 49) == pytest.approx((200, 100, 50), abs=1)


def test_more_looks_than_the_atlas_holds_are_all_right(qapp):
    count = 3 * TILES
    x = (np.arange(count) % 50 * 10 + 5).tolist()
    y = (np.arange(count) // 50 * 10 + 5).tolist()
    fill = np.stack([np.arange(count) // 256 * 2, np.arange(count) % 256, np.full(count, 80)], axis=1)
    sprites = NeuronSprites(THEME, 1.0, 3.2)
    image = painted(marks_at(x, y, 3.2, fill.astype(np.uint8)), sprites, size=520)
    for i in (0, 1, TILES - 1, TILES, 2 * TILES + 17, count - 1):
        assert parts(image, int(x[i]), int(y[i])) == pytest.approx(tuple(fill[i]), abs=1)


def test_an_old_look_is_drawn_only_once(qapp):
    sprites = NeuronSprites(THEME, 1.0, 13.0)
    first = painted(marks_at([50], [50]), sprites)
    assert painted(marks_at([50], [50]), sprites) == first
    assert len(sprites._places) == 1
