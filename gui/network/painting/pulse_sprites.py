"""The marks that travel, drawn once in every size and colour, so that a frame is a single call."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF, QTransform

from gui.network.geometry.shapes import Floats
from gui.network.marks.mark_types import PulseMarks
from gui.network.marks.pulse_marks import RADII
from gui.network.painting.primitives import FRAGMENT_FIELDS, draw_fragments, is_vector
from gui.theme.tokens import Theme

SIZES = 24
TOKENS = {"disc": ("minus", "plus"), "dart": ("grad_minus", "grad_plus")}
OUTLINE_PX = 1.0
# A dart that points left, in units of its radius; its area is DART_AREA · r².
DART = ((-1.0, 0.0), (0.8, -0.75), (0.42, 0.0), (0.8, 0.75))
DART_AREA = 0.75 * (0.42 + 1.0)


class PulseSprites:
    """An atlas of discs and darts: one row for each sign, one column for each of SIZES radii.

    Parameters
    ----------
    theme : Theme
    ratio : float
        The screen's device-pixel ratio.
    """

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme = theme
        self._ratio = ratio
        self._cell = 2 * math.ceil((RADII["dart"][1] + OUTLINE_PX + 1) * ratio)
        self._widths = {kind: 2 * np.ceil((self.radii(kind) + OUTLINE_PX + 0.5) * ratio) for kind in RADII}
        self._atlas = {kind: self._draw(kind, theme) for kind in RADII}

    def is_compatible(self, theme: Theme, ratio: float) -> bool:
        """Whether these are the sprites for a theme and a screen."""
        return theme.colours == self._theme.colours and ratio == self._ratio

    def radii(self, kind: str) -> Floats:
        """The (SIZES,) radii in px that the atlas has."""
        return np.linspace(*RADII[kind], SIZES)

    def draw(self, painter: QPainter, pulses: PulseMarks) -> None:
        """Draw all pulses where they are, darts along their way."""
        count = len(pulses.x)
        if count == 0:
            return
        ways = way_back(pulses) if pulses.kind == "dart" else np.zeros(count)
        if is_vector(painter):
            marks = zip(pulses.positive, pulses.x, pulses.y, pulses.radius, ways, strict=True)
            for positive, x, y, radius, way in marks:
                draw_mark(painter, pulses.kind, bool(positive), QPointF(x, y), radius, way, self._theme)
            return
        radii = self.radii(pulses.kind)
        step = radii[1] - radii[0]
        column = np.clip(np.rint((pulses.radius - radii[0]) / step), 0, SIZES - 1).astype(np.intp)
        fragments = np.empty((count, FRAGMENT_FIELDS))
        fragments[:, 0] = pulses.x
        fragments[:, 1] = pulses.y
        # As much of the cell as the mark fills: small ones are most of them.
        width = self._widths[pulses.kind][column]
        fragments[:, 2] = (column + 0.5) * self._cell - width / 2
        fragments[:, 3] = (pulses.positive + 0.5) * self._cell - width / 2
        fragments[:, 4] = fragments[:, 5] = width
        fragments[:, 6:8] = 1 / self._ratio
        fragments[:, 8] = ways
        fragments[:, 9] = 1.0
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, pulses.kind == "dart")
        draw_fragments(painter, fragments, self._atlas[pulses.kind])

    def _draw(self, kind: str, theme: Theme) -> QPixmap:
        atlas = QPixmap(self._cell * SIZES, self._cell * 2)
        atlas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(atlas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(2):
            for column, radius in enumerate(self.radii(kind)):
                painter.resetTransform()
                painter.translate((column + 0.5) * self._cell, (row + 0.5) * self._cell)
                painter.scale(self._ratio, self._ratio)
                draw_mark(painter, kind, bool(row), QPointF(0, 0), radius, 0.0, theme)
        painter.end()
        return atlas


def draw_mark(
    painter: QPainter, kind: str, positive: bool, at: QPointF, radius: float, degrees: float, theme: Theme
) -> None:
    """One disc or dart ("disc" or "dart"), a dart turned by so many degrees from pointing left."""
    # The outline lies outside the mark, so that the coloured area is exact.
    outline = QPen(theme.colour("canvas"), 2 * OUTLINE_PX)
    outline.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    turn = QTransform().rotate(degrees)
    corners = QPolygonF([at + turn.map(QPointF(x, y)) * radius for x, y in DART])
    for pen, token in ((outline, "canvas"), (QPen(Qt.PenStyle.NoPen), TOKENS[kind][positive])):
        painter.setPen(pen)
        painter.setBrush(theme.colour(token))
        if kind == "disc":
            painter.drawEllipse(at, radius, radius)
        else:
            painter.drawPolygon(corners)


def way_back(pulses: PulseMarks) -> Floats:
    """Degrees, clockwise, by which a dart that points left is turned to point from target to source."""
    return np.degrees(np.arctan2(pulses.y2 - pulses.y1, pulses.x2 - pulses.x1))
