"""Layers that stand too close for discs: each neuron a cell, as one image a layer, however many neurons it has."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from gui.network.mark_types import NeuronMarks
from gui.theme import Theme

# A cell in parts of its height: activation, then δ, then a gap.
PARTS, ACTIVATION_PARTS, DELTA_PARTS = 8, 5, 2
# Cells lower than this have no room for a gap and a δ of their own.
ROOM_FOR_DELTA = 4.0


def paint_cells(painter: QPainter, layers: Iterable[NeuronMarks], theme: Theme) -> None:
    """Every layer that consists of cells; the others are left to the sprites."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    canvas = theme.rgb("canvas").astype(np.uint32)
    ratio = painter.device().devicePixelRatio()
    for marks in layers:
        if marks.cell is None:
            continue
        width, height = marks.cell
        pitch = float(marks.y[1] - marks.y[0]) if marks.y.size > 1 else height
        rows = cell_rows(marks, canvas, pitch)
        packed = 0xFF000000 | rows[:, 0] << 16 | rows[:, 1] << 8 | rows[:, 2]
        image = QImage(packed.astype(np.uint32).tobytes(), 1, len(packed), 4, QImage.Format.Format_RGB32)
        top = float(marks.y[0]) - pitch / 2
        # Brought to whole pixels: neighbours neither overlap nor leave a line between them.
        left, right = (_whole((float(marks.x[0]) + side * width / 2) * ratio) / ratio for side in (-1, 1))
        painter.drawImage(QRectF(left, top, max(1 / ratio, right - left), pitch * marks.y.size), image)


def _whole(x: float) -> int:
    """The nearest whole number; the same one for what differs only by rounding."""
    return floor(x + 0.5 + 1e-6)


def cell_rows(
    marks: NeuronMarks, canvas: np.typing.NDArray[np.uint32], pitch: float
) -> np.typing.NDArray[np.uint32]:
    """(k · PARTS, 3) colours from top to bottom: each neuron's a, below it its δ, then the canvas."""
    fill = marks.fill.astype(np.uint32)
    if pitch < ROOM_FOR_DELTA:
        return fill
    rows = np.broadcast_to(canvas, (len(fill), PARTS, 3)).copy()
    rows[:, :ACTIVATION_PARTS] = fill[:, None]
    ringed = marks.ring > 0
    delta = slice(ACTIVATION_PARTS, ACTIVATION_PARTS + DELTA_PARTS)
    rows[ringed, delta] = marks.ring_colour[ringed].astype(np.uint32)[:, None]
    return rows.reshape(-1, 3)
