"""The input as a picture of its own, painted once for every example."""

from __future__ import annotations

from math import ceil, floor

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from core.engine.snapshot import Snapshot
from gui.network.marks.neuron_marks import picture_marks
from gui.network.painting.painter import paint_picture
from gui.network.painting.primitives import TRANSPARENT, is_vector, new_image, painting_anew
from gui.network.painting.render_context import RenderContext

# Room for the frame around the input picture.
FRAME_PX = 3


class InputPicture:
    """Paints what the network is shown."""

    def __init__(self, context: RenderContext) -> None:
        self._context = context
        self._picture: tuple[bytes, QImage] | None = None

    def paint(self, painter: QPainter, snapshot: Snapshot) -> None:
        """The input of this snapshot, at its place."""
        if is_vector(painter):
            self._paint(painter, snapshot)
        else:
            painter.drawImage(*self._picture_of(snapshot))

    def _picture_of(self, snapshot: Snapshot) -> tuple[QPointF, QImage]:
        """The picture and its corner."""
        context = self._context
        rect, layout = context.layout.picture, context.layout
        # Only the visible part of a zoomed picture is drawn.
        left, top = max(floor(rect.x), -1) - FRAME_PX, max(floor(rect.y), -1) - FRAME_PX
        right = min(ceil(rect.x + rect.width), ceil(layout.width)) + FRAME_PX
        bottom = min(ceil(rect.y + rect.height), ceil(layout.height)) + FRAME_PX
        corner = QPointF(left, top)
        shows = input_bytes(snapshot)
        if self._picture is None or self._picture[0] != shows:
            image = new_image(right - left, bottom - top, context.ratio, TRANSPARENT)
            with painting_anew(image) as painter:
                painter.translate(-corner)
                self._paint(painter, snapshot)
            self._picture = (shows, image)
        return corner, self._picture[1]

    def _paint(self, painter: QPainter, snapshot: Snapshot) -> None:
        context, data = self._context, snapshot.data
        scales = data.input_scales if data.picture is None else None
        marks = picture_marks(snapshot.trace.x, context.layout, context.theme, scales)
        paint_picture(painter, context.layout, marks, context.theme)


def input_bytes(snapshot: Snapshot) -> bytes:
    """The input, so that two of them can be compared."""
    return np.ascontiguousarray(snapshot.trace.x).tobytes()
