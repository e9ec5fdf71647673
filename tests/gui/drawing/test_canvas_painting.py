"""How a drawing looks: each pixel where its stroke, its frame and its pen are, and none elsewhere."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui.drawing.canvas_painting import paint_cursor, paint_frame, paint_invitation, painted_strokes
from gui.theme.tokens import DARK, Theme

SIDE = 140
RED = QColor(255, 0, 0)


@pytest.fixture
def image(qapp: QApplication) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(DARK.canvas))
    return image


def marks(image: QImage) -> np.ndarray:
    """(SIDE, SIDE) bool: which pixels are not the canvas."""
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return rows != QColor(DARK.canvas).rgb()


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_strokes_width_is_the_pens_share_of_the_canvas(qapp: QApplication, ratio: float) -> None:
    picture = painted_strokes([np.array([(0.25, 0.5), (0.75, 0.5)])], RED, SIDE, ratio)
    assert picture.width() == picture.height() == SIDE * ratio and picture.devicePixelRatio() == ratio
    alpha = np.array(
        [
            [picture.toImage().pixelColor(round(x * ratio), round(y * ratio)).alpha() for x in (20, 70, 120)]
            for y in (62, 65, 70, 75, 78)
        ]
    )
    # The pen is 2.4 / 28 of 140 px: 12 px wide, from 64 to 76; its round ends reach 6 px beyond 35 and 105.
    assert alpha[:, 1].tolist() == [0, 255, 255, 255, 0]
    assert not alpha[:, [0, 2]].any()


def test_a_dot_is_as_round_as_the_pen(qapp: QApplication) -> None:
    picture = painted_strokes([np.array([(0.5, 0.5)])], RED, SIDE, 1.0).toImage()
    for dx, dy in ((5, 0), (-6, 0), (0, 5), (0, -6), (3, 3)):
        assert picture.pixelColor(70 + dx, 70 + dy).alpha() > 200, (dx, dy)
    for dx, dy in ((7, 0), (-8, 0), (0, 7), (0, -8), (5, 5)):
        assert picture.pixelColor(70 + dx, 70 + dy).alpha() == 0, (dx, dy)


@pytest.mark.parametrize(("focused", "width"), [(False, 1), (True, 2)])
def test_the_frame_is_twice_as_wide_while_the_canvas_has_the_keyboard(
    image: QImage, focused: bool, width: int
) -> None:
    painter = QPainter(image)
    paint_frame(painter, QRectF(0, 0, SIDE, SIDE), Theme(), focused)
    painter.end()
    found = marks(image)
    assert found[70, :5].tolist() == [x < width for x in range(5)]
    assert found[-width:, 70].all() and not found[width:-width, width:-width].any()


def test_the_invitation_stands_in_the_middle_and_is_broken_into_lines(image: QImage) -> None:
    painter = QPainter(image)
    paint_invitation(painter, QRectF(0, 0, SIDE, SIDE), Theme(), "Draw a digit here, and here, and here.")
    painter.end()
    rows, columns = np.nonzero(marks(image))
    assert columns.min() >= 8 and columns.max() < SIDE - 8
    assert np.ptp(rows) > 20, "more than one line"
    assert abs((rows.min() + rows.max()) / 2 - SIDE / 2) < 8


@pytest.mark.parametrize(("filled", "hairs"), [(False, False), (True, False), (False, True)])
def test_the_cursor_is_a_ring_filled_while_the_pen_is_down_with_hairs_for_the_pen(
    image: QImage, filled: bool, hairs: bool
) -> None:
    image.fill(RED)
    painter = QPainter(image)
    paint_cursor(painter, QPointF(70.5, 70.5), 10, Theme(), filled, hairs)
    painter.end()
    text, context = QColor(DARK.text), RED
    assert image.pixelColor(80, 70) == image.pixelColor(70, 60) == text
    assert image.pixelColor(70, 70) == (text if filled else context)
    # From 3 to 9 px beyond the ring, in all four directions; seen on any ground by the canvas around it.
    for dx, dy in ((16, 0), (-16, 0), (0, 16), (0, -16)):
        assert image.pixelColor(70 + dx, 70 + dy) == (text if hairs else context)
    assert image.pixelColor(70 + 24, 70) == context
