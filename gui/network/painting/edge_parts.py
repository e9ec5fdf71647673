"""The pictures of the edges, each where it is seen at this moment: copied in pixels, or drawn as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from gui.network.painting.edge_lines import draw_edge_lines
from gui.network.painting.edge_picture import EdgePart
from gui.network.painting.primitives import is_vector
from gui.network.painting.render_context import RenderContext

# A large picture is copied in strips so wide.
STRIP_PX = 256


def paint_parts(painter: QPainter, parts: Sequence[EdgePart], context: RenderContext, faded: bool) -> None:
    """Copy what is seen of each picture; where there is none yet, its place is empty."""
    for part in parts:
        painter.setOpacity(part.opacity)
        image = part.picture.faded() if faded else part.picture.image
        target = QRectF(part.left, 0, part.right - part.left, context.layout.height)
        if image is None:
            painter.fillRect(target, context.theme.colour("canvas"))
            continue
        # Copied through a clip, pixel by pixel; a part of the image would be scaled, which takes far longer.
        painter.save()
        painter.setClipRect(target, Qt.ClipOperation.IntersectClip)
        painter.drawImage(QPointF(0, 0), image)
        painter.restore()
    painter.setOpacity(1.0)


def draw_parts_in_steps(
    painter: QPainter, parts: Sequence[EdgePart], context: RenderContext, faded: bool
) -> Iterator[None]:
    """The same in steps of a few ms; where SVG is written, each edge as a line."""
    if is_vector(painter):
        yield from draw_edge_lines(painter, parts, context, faded)
        return
    layout = context.layout
    for left in range(0, ceil(layout.width), STRIP_PX):
        painter.save()
        painter.setClipRect(QRectF(left, 0, min(STRIP_PX, layout.width - left), layout.height))
        paint_parts(painter, parts, context, faded)
        painter.restore()
        yield
