"""How the digit canvas looks: its frame, its invitation, strokes and the cursor."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from gui.drawing.drawing_state import PEN_SHARE
from gui.drawing.strokes import Stroke, smooth_path
from gui.theme.tokens import Theme


def paint_frame(painter: QPainter, square: QRectF, theme: Theme, focused: bool) -> None:
    """The square's border; wide while the canvas has the keyboard."""
    width = theme.px(2 if focused else 1)
    painter.setPen(QPen(theme.colour("text" if focused else "line"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(square.adjusted(width / 2, width / 2, -width / 2, -width / 2))


def paint_invitation(painter: QPainter, square: QRectF, theme: Theme, text: str) -> None:
    """The hint on the empty canvas."""
    painter.setPen(theme.colour("dim"))
    painter.setFont(theme.font("body"))
    inset = theme.px(8)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(square.adjusted(inset, inset, -inset, -inset), flags, text)


def paint_ink(painter: QPainter, ink: NDArray[np.uint8], colour: QColor, side: float) -> None:
    """(n, n) pixels of ink, which fill a square of `side` px from the painter's origin."""
    cell = side / len(ink)
    for row, column in np.argwhere(ink):
        painter.fillRect(QRectF(column * cell, row * cell, cell, cell), colour)


def painted_strokes(strokes: Sequence[Stroke], colour: QColor, side: float, ratio: float) -> QPixmap:
    """A picture of the strokes (in shares of `side` logical pixels), to be copied until they change.

    `ratio` is the device-pixel-ratio.
    """
    pixels = math.ceil(side * ratio)
    picture = QPixmap(pixels, pixels)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setClipRect(0, 0, pixels, pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for stroke in strokes:
        paint_stroke(painter, smooth_path(stroke), colour, side)
    painter.end()
    return picture


def paint_stroke(painter: QPainter, path: QPainterPath, colour: QColor, side: float) -> None:
    """One stroke, a path in shares of `side` pixels, with the canvas' pen: round caps and joins."""
    pen = QPen(colour, PEN_SHARE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.scale(side, side)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def paint_cursor(
    painter: QPainter, centre: QPointF, radius: float, theme: Theme, filled: bool, hairs: bool
) -> None:
    """Where the pen or the eraser is: a ring, filled while the pen is down, with hair lines for the pen."""
    near, far = radius + theme.px(3), radius + theme.px(9)
    for token, width in (("canvas", 4.0), ("text", 2.0)):
        painter.setPen(QPen(theme.colour(token), theme.px(width)))
        painter.setBrush(theme.colour("text") if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius, radius)
        if hairs:
            for x, y in ((-1, 0), (1, 0), (0, -1), (0, 1)):
                painter.drawLine(centre + QPointF(x * near, y * near), centre + QPointF(x * far, y * far))
