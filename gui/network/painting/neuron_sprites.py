"""Neurons and their rings, drawn once for each look they can have: a hundred of them are then one call."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.network.marks.mark_types import NeuronMarks
from gui.network.painting.primitives import FRAGMENT_FIELDS, draw_fragments, is_vector
from gui.theme.tokens import Theme

OUTLINE_PX = 1.2
# Between a neuron's outline and its ring, in px; none where neurons are small.
RING_GAP_PX = 1.0
ROOMY_RADIUS = 6.0
WIDEST_RING_PX = 3.2
# Tiles of the atlas, and in one row of it.
TILES, ROW = 512, 32
# An atlas of larger tiles has fewer of them. (Half as many neurons at a time have at most that many looks: they fit.)
MAX_PIXELS, MIN_TILES = 3_000_000, 64
# A disc: 0, radius, colour. A ring: width, radius, colour. Numbers are rounded, so that looks recur.
Look = tuple[float, float, int, int, int]


def ring_inside(radius: float, theme: Theme) -> float:
    """The inner radius of a neuron's ring: 1 px outside its outline, at it where neurons are small."""
    gap = RING_GAP_PX if radius >= ROOMY_RADIUS else 0.0
    return radius + OUTLINE_PX / 2 * theme.line_scale + gap


class NeuronSprites:
    """An atlas of discs and rings, which grows as new looks are asked for.

    Colours are exact to 1 of 255, ring widths to 0.1 px; centres are brought to whole pixels of the screen, so
    that all neurons of a column look alike. In an SVG each is a circle, where it is and in its own colour.

    Parameters
    ----------
    theme : Theme
    ratio : float
        The screen's device-pixel ratio.
    largest : float
        The largest radius that will be asked for, in px.
    """

    def __init__(self, theme: Theme, ratio: float, largest: float) -> None:
        self._theme = theme
        self._ratio = ratio
        self._largest = largest
        reach = ring_inside(largest, theme) + WIDEST_RING_PX * theme.line_scale
        self._tile = 2 * math.ceil((reach + 1) * ratio)
        # Large neurons are few, and a large atlas takes much memory.
        self._tiles = max(MIN_TILES, min(TILES, MAX_PIXELS // self._tile**2 // ROW * ROW))
        self._atlas = QPixmap(self._tile * ROW, self._tile * (self._tiles // ROW))
        self._places: dict[Look, int] = {}
        self._empty()

    def is_compatible(self, theme: Theme, ratio: float, largest: float) -> bool:
        """Whether these are the sprites of such a view."""
        return self._theme == theme and self._ratio == ratio and self._largest == largest

    def draw(self, painter: QPainter, layers: Sequence[NeuronMarks]) -> None:
        """Draw all neurons of layers that consist of discs.

        Rings lie below: a wide one must not hide a close neighbour's activation.
        """
        if not layers:
            return
        # An even number is at most 1 away, and twice as likely to have been drawn.
        parts = 0xFF if is_vector(painter) else 0xFE
        for rings in (True, False):
            looks: list[Look] = []
            centres = []
            for marks in layers:
                looks += _ring_looks(marks, parts) if rings else _disc_looks(marks, parts)
                shown = marks.ring > 0 if rings else slice(None)
                centres.append(np.stack([marks.x[shown], marks.y[shown]], axis=1))
            if is_vector(painter):
                for look, (x, y) in zip(looks, np.concatenate(centres).tolist(), strict=True):
                    self._draw_look(painter, look, QPointF(x, y), 1.0)
                continue
            for first in range(0, len(looks), self._tiles // 2):
                part = slice(first, first + self._tiles // 2)
                self._draw_tiles(painter, looks[part], np.concatenate(centres)[part])

    def _draw_tiles(
        self, painter: QPainter, looks: list[Look], centres: np.typing.NDArray[np.float64]
    ) -> None:
        places = np.array(self._places_of(looks))
        fragments = np.zeros((len(looks), FRAGMENT_FIELDS))
        fragments[:, :2] = np.rint(centres * self._ratio) / self._ratio
        fragments[:, 2] = places % ROW * self._tile
        fragments[:, 3] = places // ROW * self._tile
        fragments[:, 4:6] = self._tile
        fragments[:, 6:8] = 1 / self._ratio
        fragments[:, 9] = 1.0
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        draw_fragments(painter, fragments, self._atlas)

    def _places_of(self, looks: list[Look]) -> list[int]:
        """Each look's tile, drawn now where it is new."""
        new = set(looks) - self._places.keys()
        if new:
            if len(self._places) + len(new) > self._tiles:
                self._empty()
                new = set(looks)
            painter = QPainter(self._atlas)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for look in new:
                self._places[look] = len(self._places)
                tile = self._tile
                corner = QPointF(self._places[look] % ROW * tile, self._places[look] // ROW * tile)
                painter.setClipRect(QRectF(corner.x(), corner.y(), tile, tile))
                self._draw_look(painter, look, corner + QPointF(tile / 2, tile / 2), self._ratio)
            painter.end()
        return [self._places[look] for look in looks]

    def _draw_look(self, painter: QPainter, look: Look, centre: QPointF, ratio: float) -> None:
        width, radius, red, green, blue = look
        theme = self._theme
        colour = QColor(red, green, blue)
        if width:
            reach = (ring_inside(radius, theme) + width / 2) * ratio
            painter.setPen(QPen(colour, width * ratio))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            reach = radius * ratio
            painter.setPen(QPen(theme.colour("node"), OUTLINE_PX * theme.line_scale * ratio))
            painter.setBrush(colour)
        painter.drawEllipse(centre, reach, reach)

    def _empty(self) -> None:
        self._places.clear()
        self._atlas.fill(Qt.GlobalColor.transparent)


def _disc_looks(marks: NeuronMarks, parts: int) -> list[Look]:
    """`parts` are the bits of a colour that count."""
    radius = round(marks.radius, 2)
    return [(0.0, radius, r, g, b) for r, g, b in (marks.fill & np.uint8(parts)).tolist()]


def _ring_looks(marks: NeuronMarks, parts: int) -> list[Look]:
    radius = round(marks.radius, 2)
    shown = marks.ring > 0
    widths = np.round(marks.ring[shown], 1).tolist()
    colours = (marks.ring_colour[shown] & np.uint8(parts)).tolist()
    return [(w, radius, r, g, b) for w, (r, g, b) in zip(widths, colours, strict=True)]
