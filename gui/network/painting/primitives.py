"""Qt's arrays of primitives from numpy buffers: n lines or sprites in one call, without n Python objects.

Qt's own calls take a pointer to the first and a count. PySide6 passes a wrapped address on; the array must stay
alive until the call returns, which it does as the caller's argument.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPaintDevice, QPaintEngine, QPainter, QPixmap

from gui.network.geometry.shapes import Floats

# A fragment's numbers: where its middle goes, what part of the pixmap, how it is scaled, turned, faded.
FRAGMENT_FIELDS = 10
# So many times as large are images of single pixels in an SVG, where they are small: others only take time and room.
SHARPER, MOST_SHARPER = 4, 1 << 18
TRANSPARENT = QImage.Format.Format_ARGB32_Premultiplied


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter that ends with the block: one that outlives its device, as after an exception, ends the process."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()


def new_image(
    width: float, height: float, ratio: float, pixels: QImage.Format = QImage.Format.Format_RGB32
) -> QImage:
    """An image of so many px, each of `ratio` pixels; what is in it is not defined yet."""
    image = QImage(QSize(max(1, round(width * ratio)), max(1, round(height * ratio))), pixels)
    image.setDevicePixelRatio(ratio)
    return image


def is_vector(painter: QPainter) -> bool:
    """Whether it writes SVG: then each mark is to be a shape of its own, and no sprite."""
    return painter.paintEngine().type() == QPaintEngine.Type.SVG


def draw_pixels(painter: QPainter, rect: QRectF, image: QImage) -> None:
    """Stretch a small image to a rectangle; each of its pixels stays a sharp one."""
    if is_vector(painter) and image.width() * image.height() <= MOST_SHARPER:
        # Whoever shows the file may blur what it enlarges: then by a little of each pixel only.
        image = image.scaled(image.size() * SHARPER)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(rect, image)


def packed(colours: NDArray[Any]) -> NDArray[np.uint32]:
    """(..., 3) red, green and blue as Qt packs them in one number."""
    red, green, blue = np.moveaxis(colours.astype(np.uint32), -1, 0)
    pixels: NDArray[np.uint32] = (0xFF000000 | red << 16 | green << 8 | blue).astype(np.uint32)
    return pixels


def image_of(pixels: NDArray[np.uint32], kind: QImage.Format = QImage.Format.Format_RGB32) -> QImage:
    """(rows, columns) packed colours as an image with memory of its own, one pixel each."""
    rows, columns = pixels.shape
    data = np.ascontiguousarray(pixels).tobytes()
    return QImage(data, columns, rows, 4 * columns, kind).copy()


def draw_cells(painter: QPainter, cells: Floats, colours: NDArray[Any]) -> None:
    """Fill (n, 4) rows left, top, width, height, each in its one of (n, 3) colours."""
    # All cells of a colour in one call: most pictures have two.
    pixels = packed(colours)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour in np.unique(pixels).tolist():
        painter.setBrush(QColor(colour))
        draw_rects(painter, cells[pixels == colour])


def draw_lines(painter: QPainter, lines: Floats) -> None:
    """Draw (n, 4) rows x1, y1, x2, y2 with the painter's pen."""
    if len(lines):
        painter.drawLines(cast(QLineF, _first(lines, QLineF)), len(lines))


def draw_rects(painter: QPainter, rects: Floats) -> None:
    """Draw (n, 4) rows left, top, width, height with the painter's pen and brush."""
    if len(rects):
        painter.drawRects(cast(QRectF, _first(rects, QRectF)), len(rects))


def draw_fragments(painter: QPainter, fragments: Floats, pixmap: QPixmap) -> None:
    """Draw (n, 10) rows x, y, left, top, width, height, x scale, y scale, degrees, opacity of a pixmap."""
    if len(fragments):
        first = cast(QPainter.PixmapFragment, _first(fragments, QPainter.PixmapFragment))
        painter.drawPixmapFragments(first, len(fragments), pixmap)


def _first(rows: Floats, kind: type) -> object:
    """The first row as Qt's type. (`rows.ctypes` would do the same, but imports a module at each use.)"""
    assert rows.flags.c_contiguous and rows.dtype == np.float64
    return shiboken6.wrapInstance(rows.__array_interface__["data"][0], kind)


@contextmanager
def painting_anew(image: QImage) -> Iterator[QPainter]:
    """Paint on the image, smoothly, over nothing."""
    image.fill(Qt.GlobalColor.transparent)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        yield painter
