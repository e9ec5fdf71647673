"""Feature maps: each a small picture, one cell for each of its neurons."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.network.marks.mark_types import NeuronMarks
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.theme.tokens import Theme


def paint_maps(painter: QPainter, layers: Iterable[NeuronMarks], theme: Theme) -> None:
    """Every layer that consists of feature maps: its cells by their activation, and a line around each map."""
    pen = QPen(theme.colour("node"), theme.line_scale)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    for marks in layers:
        maps = marks.maps
        if maps is None:
            continue
        # Neurons are numbered cell by cell, a cell's maps side by side.
        pixels = packed(marks.fill).reshape(maps.rows, maps.columns, len(maps.tiles))
        for number, tile in enumerate(maps.tiles):
            rect = QRectF(tile.x, tile.y, tile.width, tile.height)
            draw_pixels(painter, rect, image_of(pixels[:, :, number]))
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = theme.line_scale / 2
            painter.drawRect(rect.adjusted(-half, -half, half, half))
