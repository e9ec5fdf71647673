"""The edges as one line each, for a picture that has no pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.network.geometry.shapes import Rect
from gui.network.marks.edge_marks import FADED, edge_palette
from gui.network.painting.edge_picture import EdgePart, prepare_strokes
from gui.network.painting.render_context import RenderContext


def draw_edge_lines(
    painter: QPainter, parts: Iterable[EdgePart], context: RenderContext, faded: bool
) -> Iterator[None]:
    """Draw what `EdgeLayers.paint` shows of these parts, in steps of a few ms; over the canvas."""
    theme, layout = context.theme, context.layout
    canvas = theme.rgb("canvas")
    for part in parts:
        painter.setOpacity(part.opacity)
        width = part.right - part.left
        painter.fillRect(QRectF(part.left, 0, width, layout.height), theme.colour("canvas"))
        marks = part.picture.drawn_marks
        if not marks:
            continue
        palette = edge_palette(theme, marks[0].kind)
        if faded:
            palette = np.rint(canvas + FADED * (palette - canvas)).astype(np.uint8)
        seen = Rect(part.left, 0, width, layout.height)
        if layout.clip is not None:
            seen = Rect(part.left, layout.clip.y, width, layout.clip.height)
        lines, strokes = prepare_strokes(marks, palette, seen=seen, one_each=True)
        for stroke in strokes:
            stroke.paint(painter, lines)
            yield
    painter.setOpacity(1.0)
