"""Layers that stand too close for discs: each neuron a cell, as one image, however many they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.network.geometry.shapes import Rect
from gui.network.marks.mark_types import NeuronMarks
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.theme.tokens import Theme

# A cell in parts of its height: activation, then δ, then a gap.
PARTS, ACTIVATION_PARTS, DELTA_PARTS = 8, 5, 2
# Cells lower than this have no room for a gap and a δ of their own.
ROOM_FOR_DELTA = 4.0

# Three looks of a hundred layers, for a few examples.
MAX_KEPT = 1200

Pixels = np.typing.NDArray[np.uint32]


class CellPainter:
    """Paints every layer that consists of cells; the others are left to the sprites.

    A signal animation reveals several layers in a frame and leaves a hundred as they are: what each looks like is kept.
    """

    def __init__(self, theme: Theme) -> None:
        self._canvas = int(packed(theme.rgb("canvas")))
        # By the id of the marks, and the marks themselves: the id must not be given to others.
        self._columns: dict[int, tuple[NeuronMarks, Pixels]] = {}

    def paint(self, painter: QPainter, layers: Iterable[NeuronMarks]) -> None:
        """Each run of layers of one size as one image."""
        for alike in _runs(layers):
            rect, pitch = _place_of(alike)
            pixels = np.stack(self._columns_of(alike, pitch), axis=1)
            draw_pixels(painter, QRectF(rect.x, rect.y, rect.width, rect.height), image_of(pixels))

    def _columns_of(self, alike: Sequence[NeuronMarks], pitch: float) -> list[Pixels]:
        kept = self._columns
        new = [marks for marks in alike if id(marks) not in kept]
        if new:
            if len(kept) > MAX_KEPT:
                kept.clear()
                new = list(alike)
            rows = cell_rows(new, self._canvas, pitch)
            kept.update(zip(map(id, new), zip(new, rows.T, strict=True), strict=True))
        return [kept[id(marks)][1] for marks in alike]


def _runs(layers: Iterable[NeuronMarks]) -> Iterator[list[NeuronMarks]]:
    """The layers that consist of cells, in runs of one size."""
    for _, run in groupby((m for m in layers if m.cell is not None), key=lambda m: m.neuron.size):
        yield list(run)


def _place_of(alike: Sequence[NeuronMarks]) -> tuple[Rect, float]:
    """Where a run of layers stands, and how high each of its cells is."""
    first, last = alike[0], alike[-1]
    assert first.cell is not None
    size = first.neuron.size
    pitch = float(first.y[1] - first.y[0]) if size > 1 else first.cell[1]
    apart = float(last.x[0] - first.x[0]) / (len(alike) - 1) if len(alike) > 1 else first.cell[0]
    left, top = float(first.x[0]) - apart / 2, float(first.y[0]) - pitch / 2
    return Rect(left, top, apart * len(alike), pitch * size), pitch


def cell_rows(layers: Sequence[NeuronMarks], canvas: int, pitch: float) -> Pixels:
    """(k · PARTS, layers) packed colours from top to bottom: each neuron's a, below it its δ, then the canvas.

    All layers have k neurons. Where a neuron is not high enough, only its a: (k, layers).
    """
    fill = packed(np.stack([marks.fill for marks in layers], axis=1))
    if pitch < ROOM_FOR_DELTA:
        return fill
    ring = packed(np.stack([marks.ring_colour for marks in layers], axis=1))
    ringed = np.stack([marks.ring for marks in layers], axis=1) > 0
    rows = np.empty((len(fill), PARTS, len(layers)), np.uint32)
    rows[:, :ACTIVATION_PARTS] = fill[:, None]
    rows[:, ACTIVATION_PARTS:] = canvas
    rows[:, ACTIVATION_PARTS : ACTIVATION_PARTS + DELTA_PARTS] = np.where(ringed, ring, canvas)[:, None]
    return rows.reshape(-1, len(layers))
