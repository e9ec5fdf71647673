"""Feature maps: each a small picture, one cell for each of its neurons; and frames around what a cell sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from core.analysis.neuron_statistics import DEAD
from gui.network.geometry.shapes import FeatureMaps, Rect
from gui.network.marks.map_states import map_states
from gui.network.marks.mark_types import NeuronMarks
from gui.network.painting.painter import draw_badge
from gui.network.painting.primitives import draw_lines, draw_pixels, image_of, is_vector, packed
from gui.theme.tokens import Theme

SEE_THROUGH = QImage.Format.Format_ARGB32_Premultiplied
# A sign reaches at most so far from the middle of its map, in px.
LARGEST_BADGE = 6.0
# The images of so many layers are kept: of what is on screen, and of some moments of a signal animation.
MAX_KEPT = 64


class MapPainter:
    """Paints every layer that consists of feature maps; what each looks like is kept, for it is painted more often."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        # By the id of the marks, and the marks themselves: the id must not be given to others.
        self._images: dict[int, tuple[NeuronMarks, Sequence[QImage]]] = {}
        # The same by the pixels of a px, each layer as one image.
        self._sheets: dict[tuple[int, int], tuple[NeuronMarks, QImage]] = {}

    def paint(self, painter: QPainter, layers: Iterable[NeuronMarks]) -> None:
        """Each map's cells by their activation, and a line around it."""
        width = self._theme.line_scale
        pen = QPen(self._theme.colour("node"), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for marks in layers:
            if marks.maps is None:
                continue
            rects = [QRectF(tile.x, tile.y, tile.width, tile.height) for tile in marks.maps.tiles]
            if (pixel := _whole_pixels(painter, marks.maps)) > 0:
                painter.drawImage(rects[0].topLeft(), self._sheet_of(marks, marks.maps, pixel))
            else:
                for rect, image in zip(rects, self._images_of(marks, marks.maps), strict=True):
                    draw_pixels(painter, rect, image)
            painter.drawRects([rect.adjusted(-width / 2, -width / 2, width / 2, width / 2) for rect in rects])
            self._strike_dropped(painter, marks)
            painter.setPen(pen)

    def _strike_dropped(self, painter: QPainter, marks: NeuronMarks) -> None:
        """A stroke through each cell that dropout has silenced."""
        dropped = np.flatnonzero(marks.dropped)
        if not dropped.size:
            return
        half = 0.5 * marks.radius
        x, y = marks.x[dropped], marks.y[dropped]
        painter.setPen(QPen(self._theme.colour("dim"), 1.0))
        draw_lines(painter, np.ascontiguousarray(np.stack([x - half, y + half, x + half, y - half], axis=1)))

    def _sheet_of(self, marks: NeuronMarks, maps: FeatureMaps, pixel: int) -> QImage:
        """All maps of a layer as one image, pixel by pixel: one call paints it, where each map would take two."""
        key = id(marks), pixel
        kept = self._sheets.get(key)
        if kept is None:
            if len(self._sheets) >= MAX_KEPT:
                self._sheets.clear()
            kept = self._sheets[key] = marks, _sheet(packed(marks.fill), maps, pixel)
        return kept[1]

    def _images_of(self, marks: NeuronMarks, maps: FeatureMaps) -> Sequence[QImage]:
        kept = self._images.get(id(marks))
        if kept is None:
            if len(self._images) >= MAX_KEPT:
                self._images.clear()
            # Neurons are numbered cell by cell, a cell's maps side by side.
            pixels = packed(marks.fill).reshape(maps.rows, maps.columns, len(maps.tiles))
            kept = marks, [image_of(pixels[:, :, number]) for number in range(len(maps.tiles))]
            self._images[id(marks)] = kept
        return kept[1]


def _sheet(colours: NDArray[np.uint32], maps: FeatureMaps, pixel: int) -> QImage:
    """Maps one below the other as they stand there, from (cells * maps,) colours; nothing between them."""
    tiles, side = maps.tiles, round(maps.cell * pixel)
    cells = colours.reshape(maps.rows, maps.columns, len(tiles)).transpose(2, 0, 1)
    high, wide = maps.rows * side, maps.columns * side
    drawn = np.repeat(np.repeat(cells, side, axis=1), side, axis=2)
    tops = [round((tile.y - tiles[0].y) * pixel) for tile in tiles]
    sheet = np.zeros((tops[-1] + high, wide), np.uint32)
    for top, own in zip(tops, drawn, strict=True):
        sheet[top : top + high] = own
    image = QImage(sheet.tobytes(), wide, len(sheet), 4 * wide, SEE_THROUGH).copy()
    image.setDevicePixelRatio(pixel)
    return image


def _whole_pixels(painter: QPainter, maps: FeatureMaps) -> int:
    """How many pixels a px is, where all cells and the ways from map to map, one below the other, are whole pixels.

    0 where they are not, or are not drawn on pixels at all.
    """
    tiles, pixel = maps.tiles, painter.deviceTransform().m11()
    # Maps far from each other would be mostly ground.
    far = tiles[-1].y - tiles[0].y > 3 * len(tiles) * tiles[0].height
    if is_vector(painter) or pixel != round(pixel) or pixel < 1 or far or tiles[0].x != tiles[-1].x:
        return 0
    numbers = (maps.cell * pixel, *(tile.y - tiles[0].y for tile in tiles))
    corner = painter.deviceTransform().map(QPointF(tiles[0].x, tiles[0].y))
    is_whole = all(number == round(number) for number in (*numbers, corner.x(), corner.y()))
    return round(pixel) if is_whole else 0


def paint_map_badges(painter: QPainter, layers: Iterable[NeuronMarks], theme: Theme) -> None:
    """× on a map all of whose cells are dead, = on one all of whose cells are saturated: with an edge around it."""
    for marks in layers:
        if marks.maps is None:
            continue
        states = map_states(marks)
        for number in np.flatnonzero(states).tolist():
            tile = marks.maps.tiles[number]
            half = min(theme.px(LARGEST_BADGE), 0.3 * min(tile.width, tile.height))
            for token, wide in (("canvas", 3.4), ("text", 1.4)):
                painter.setPen(QPen(theme.colour(token), wide * theme.line_scale))
                x, y = tile.x + tile.width / 2, tile.y + tile.height / 2
                draw_badge(painter, x, y, half, bool(states[number] == DEAD))


def paint_frames(painter: QPainter, frames: Iterable[Rect], theme: Theme) -> None:
    """Around a cell that is chosen, and around all that it sees: light on dark, so that they stand out of any cell."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for frame in frames:
        rect = QRectF(frame.x, frame.y, frame.width, frame.height)
        for token, out in (("canvas", 2.5), ("text", 1.5)):
            pen = QPen(theme.colour(token), (2.0 if token == "text" else 1.0) * theme.line_scale)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(rect.adjusted(-out, -out, out, out))
