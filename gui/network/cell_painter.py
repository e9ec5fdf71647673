"""Layers that stand too close for discs: each neuron a cell, as one image, however many they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from gui.network.geometry import Rect
from gui.network.mark_types import NeuronMarks
from gui.theme import Theme

# A cell in parts of its height: activation, then δ, then a gap.
PARTS, ACTIVATION_PARTS, DELTA_PARTS = 8, 5, 2
# Cells lower than this have no room for a gap and a δ of their own.
ROOM_FOR_DELTA = 4.0


@dataclass(frozen=True)
class CellBlock:
    """Neighbouring layers of as many cells: `rows` of colours (rows, layers, 3), evenly spread over `rect`."""

    rect: Rect
    rows: np.typing.NDArray[np.uint32]


def paint_cells(painter: QPainter, layers: Iterable[NeuronMarks], theme: Theme) -> None:
    """Every layer that consists of cells; the others are left to the sprites."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    for block in cell_blocks(layers, theme):
        rows, rect = block.rows, block.rect
        packed = np.uint32(0xFF000000) | rows[..., 0] << 16 | rows[..., 1] << 8 | rows[..., 2]
        pixels = np.ascontiguousarray(packed).tobytes()
        count = rows.shape[1]
        image = QImage(pixels, count, len(rows), 4 * count, QImage.Format.Format_RGB32)
        painter.drawImage(QRectF(rect.x, rect.y, rect.width, rect.height), image)


def cell_blocks(layers: Iterable[NeuronMarks], theme: Theme) -> Iterator[CellBlock]:
    """The layers that consist of cells, those of one size together."""
    canvas = theme.rgb("canvas").astype(np.uint32)
    for size, run in groupby((m for m in layers if m.cell is not None), key=lambda m: m.neuron.size):
        alike = list(run)
        first, last = alike[0], alike[-1]
        assert first.cell is not None
        pitch = float(first.y[1] - first.y[0]) if size > 1 else first.cell[1]
        apart = float(last.x[0] - first.x[0]) / (len(alike) - 1) if len(alike) > 1 else first.cell[0]
        left, top = float(first.x[0]) - apart / 2, float(first.y[0]) - pitch / 2
        rect = Rect(left, top, apart * len(alike), pitch * size)
        yield CellBlock(rect, cell_rows(alike, canvas, pitch))


def cell_rows(
    layers: Sequence[NeuronMarks], canvas: np.typing.NDArray[np.uint32], pitch: float
) -> np.typing.NDArray[np.uint32]:
    """(k · PARTS, layers, 3) colours from top to bottom: each neuron's a, below it its δ, then the canvas.

    All layers have k neurons. Where a neuron is not high enough, only its a: (k, layers, 3).
    """
    fill = np.stack([marks.fill for marks in layers], axis=1).astype(np.uint32)
    if pitch < ROOM_FOR_DELTA:
        return fill
    ring = np.stack([marks.ring_colour for marks in layers], axis=1)
    ringed = np.stack([marks.ring for marks in layers], axis=1) > 0
    rows = np.empty((len(fill), PARTS, *fill.shape[1:]), np.uint32)
    rows[:, :ACTIVATION_PARTS] = fill[:, None]
    rows[:, ACTIVATION_PARTS:] = canvas
    delta = np.where(ringed[..., None], ring, canvas)
    rows[:, ACTIVATION_PARTS : ACTIVATION_PARTS + DELTA_PARTS] = delta[:, None]
    return rows.reshape(-1, *fill.shape[1:])
