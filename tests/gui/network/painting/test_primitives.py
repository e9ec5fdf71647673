"""Rows of numbers are painted where they say, in the colours that they say."""

from __future__ import annotations

from base64 import b64decode

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator

from gui.network.painting.primitives import (
    FRAGMENT_FIELDS,
    draw_cells,
    draw_fragments,
    draw_lines,
    draw_pixels,
    draw_rects,
    image_of,
    is_vector,
    new_image,
    packed,
    painting,
)

BLACK, RED, GREEN, BLUE = (0, 0, 0), (255, 0, 0), (0, 255, 0), (0, 0, 255)


@pytest.fixture
def image() -> QImage:
    """A black image of 12 x 8 px."""
    image = QImage(12, 8, QImage.Format.Format_RGB32)
    image.fill(QColor(*BLACK))
    return image


@pytest.fixture
def painter(qapp, image):
    painter = QPainter(image)
    yield painter
    painter.end()


def where(image: QImage, rgb: tuple[int, int, int]) -> set[tuple[int, int]]:
    """The (x, y) of all pixels of this very colour."""
    places = ((x, y) for y in range(image.height()) for x in range(image.width()))
    return {place for place in places if image.pixelColor(*place) == QColor(*rgb)}


def block(x: int, y: int, width: int, height: int) -> set[tuple[int, int]]:
    return {(x + right, y + down) for right in range(width) for down in range(height)}


def test_a_colour_is_packed_as_qt_does_it() -> None:
    colours = np.array([[[1, 2, 3], [255, 0, 128]]], np.uint8)
    assert packed(colours).tolist() == [[QColor(1, 2, 3).rgb(), QColor(255, 0, 128).rgb()]]
    assert packed(np.zeros((0, 3), np.uint8)).tolist() == []


def test_an_image_has_the_rows_and_columns_of_its_pixels_and_memory_of_its_own() -> None:
    pixels = packed(np.array([[RED, GREEN, BLUE], [BLUE, BLACK, RED]]))
    image = image_of(pixels)
    pixels[:] = 0
    assert (image.width(), image.height()) == (3, 2)
    assert where(image, RED) == {(0, 0), (2, 1)} and where(image, GREEN) == {(1, 0)}
    # A part of a larger array lies there in strides.
    column = packed(np.array([[RED, GREEN], [BLUE, RED]]))[:, 1:]
    assert where(image_of(column), GREEN) == {(0, 0)}


def test_each_cell_is_filled_with_its_colour(painter, image) -> None:
    cells = np.array([[0.0, 0, 2, 3], [4, 1, 1, 1], [8, 5, 4, 3]])
    draw_cells(painter, cells, np.array([RED, GREEN, RED]))
    assert where(image, RED) == block(0, 0, 2, 3) | block(8, 5, 4, 3)
    assert where(image, GREEN) == {(4, 1)}


def test_each_line_is_drawn_from_end_to_end(painter, image) -> None:
    painter.setPen(QColor(*RED))
    draw_lines(painter, np.array([[1.0, 2, 6, 2], [9, 1, 9, 5]]))
    assert where(image, RED) == block(1, 2, 6, 1) | block(9, 1, 1, 5)


def test_each_rectangle_is_filled_with_the_brush(painter, image) -> None:
    painter.setPen(QColor(*GREEN))
    painter.setBrush(QColor(*RED))
    draw_rects(painter, np.array([[1.0, 1, 3, 3], [7, 2, 3, 3]]))
    # The pen goes around.
    assert where(image, RED) == block(2, 2, 2, 2) | block(8, 3, 2, 2)
    assert where(image, GREEN) == (block(1, 1, 4, 4) | block(7, 2, 4, 4)) - where(image, RED)


def test_a_part_of_a_pixmap_is_drawn_around_each_middle(painter, image) -> None:
    pixmap = QPixmap(4, 2)
    pixmap.fill(QColor(*RED))
    right = QPainter(pixmap)
    right.fillRect(2, 0, 2, 2, QColor(*GREEN))
    right.end()
    # Its left half once around (2, 2), its right half around (9, 5) and twice as wide.
    rows = np.array([[2.0, 2, 0, 0, 2, 2, 1, 1, 0, 1], [9, 5, 2, 0, 2, 2, 2, 1, 0, 1]])
    assert rows.shape[1] == FRAGMENT_FIELDS
    draw_fragments(painter, rows, pixmap)
    assert where(image, RED) == block(1, 1, 2, 2) and where(image, GREEN) == block(7, 4, 4, 2)


@pytest.mark.parametrize("draw", [draw_lines, draw_rects])
def test_of_no_rows_nothing_is_drawn(painter, image, draw) -> None:
    draw(painter, np.empty((0, 4)))
    draw_cells(painter, np.empty((0, 4)), np.empty((0, 3), np.uint8))
    draw_fragments(painter, np.empty((0, FRAGMENT_FIELDS)), QPixmap(1, 1))
    assert where(image, BLACK) == block(0, 0, 12, 8)


def test_stretched_pixels_stay_sharp(painter, image) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    draw_pixels(painter, QRectF(1, 1, 8, 4), image_of(packed(np.array([[RED, GREEN]]))))
    assert where(image, RED) == block(1, 1, 4, 4) and where(image, GREEN) == block(5, 1, 4, 4)


def test_only_an_svg_is_no_picture_of_pixels_and_has_enlarged_ones(painter) -> None:
    assert not is_vector(painter)
    file, svg = QBuffer(), QSvgGenerator()
    file.open(QBuffer.OpenModeFlag.WriteOnly)
    svg.setOutputDevice(file)
    svg.setSize(QSize(12, 8))
    vector = QPainter(svg)
    try:
        assert is_vector(vector)
        draw_pixels(vector, QRectF(1, 1, 8, 4), image_of(packed(np.array([[RED, GREEN]]))))
    finally:
        vector.end()
    # What is written is an image of 2 x 1 px, each of them 4 x 4.
    written = bytes(file.data().data())
    encoded = written.split(b"base64,")[1].split(b'"')[0]
    inside = QImage.fromData(b64decode(encoded))
    assert where(inside, RED) == block(0, 0, 4, 4) and where(inside, GREEN) == block(4, 0, 4, 4)


def test_a_large_image_is_not_enlarged_in_an_svg(qapp) -> None:
    sizes = []
    for side in (512, 513):
        file, svg = QBuffer(), QSvgGenerator()
        file.open(QBuffer.OpenModeFlag.WriteOnly)
        svg.setOutputDevice(file)
        with painting(svg) as vector:
            draw_pixels(vector, QRectF(0, 0, 600, 600), QImage(side, side, QImage.Format.Format_RGB32))
        encoded = bytes(file.data().data()).split(b"base64,")[1].split(b'"')[0]
        sizes.append(QImage.fromData(b64decode(encoded)).width())
    assert sizes == [4 * 512, 513]


def test_a_painter_ends_with_its_block_also_after_an_exception(qapp) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    with painting(image) as first:
        assert first.isActive()
    assert not first.isActive()
    with pytest.raises(RuntimeError, match="halfway"), painting(image) as second:
        raise RuntimeError("halfway")
    assert not second.isActive()


@pytest.mark.parametrize(
    ("size", "ratio", "pixels"), [((10, 4), 1.0, (10, 4)), ((10, 4.4), 1.5, (15, 7)), ((0, 0.2), 1.0, (1, 1))]
)
def test_a_new_image_has_a_pixel_at_least_and_as_many_as_its_ratio_asks_for(size, ratio, pixels) -> None:
    image = new_image(*size, ratio)
    assert (image.width(), image.height()) == pixels and image.devicePixelRatio() == ratio
    assert not image.hasAlphaChannel()
    assert new_image(*size, ratio, QImage.Format.Format_ARGB32_Premultiplied).hasAlphaChannel()
