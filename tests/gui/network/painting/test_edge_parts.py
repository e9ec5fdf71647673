"""A large picture of the edges is copied strip by strip, and is the same as copied at once."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgGenerator

from gui.network.painting.edge_parts import STRIP_PX, draw_parts_in_steps, paint_parts
from gui.network.painting.edge_picture import EdgePart, EdgePicture
from gui.network.painting.primitives import new_image, painting
from tests.gui.network.painting.test_edge_lines import HEIGHT, WIDTH, context_of, edges_at


def parts() -> list[EdgePart]:
    """Edges to the left, others to the right, and over all of it a third of some more; one is not drawn yet."""
    left, right, over = edges_at([60.5], [24]), edges_at([100.5], [-24]), edges_at([150.5], [12])
    empty = EdgePicture(WIDTH, HEIGHT, 1.0, QColor())
    return [
        EdgePart(left, 0, 200),
        EdgePart(right, 200, 300),
        EdgePart(empty, 300, WIDTH),
        EdgePart(over, 0, 300, 1 / 3),
    ]


def pixels(image: QImage) -> np.ndarray:
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 4 * image.width()].copy()


@pytest.mark.parametrize("faded", [False, True])
def test_strip_by_strip_it_is_the_same(qapp, faded) -> None:
    context, shown = context_of(), parts()
    at_once, in_steps = new_image(WIDTH, HEIGHT, 1.0), new_image(WIDTH, HEIGHT, 1.0)
    with painting(at_once) as painter:
        paint_parts(painter, shown, context, faded)
    with painting(in_steps) as painter:
        steps = sum(1 for _ in draw_parts_in_steps(painter, shown, context, faded))
    assert np.array_equal(pixels(at_once), pixels(in_steps))
    assert steps == -(-WIDTH // STRIP_PX)
    assert at_once.pixelColor(WIDTH - 5, 20) == context.theme.colour("canvas")


def test_in_a_picture_without_pixels_each_edge_is_a_line(qapp) -> None:
    page, buffer = QSvgGenerator(), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page.setOutputDevice(buffer)
    with painting(page) as painter:
        for _ in draw_parts_in_steps(painter, parts(), context_of(), False):
            pass
    assert bytes(buffer.data().data()).count(b"<polyline") == 3
