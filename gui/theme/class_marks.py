"""Points of several classes: each class has a colour and a shape, so that no one needs the colour alone."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from gui.theme.tokens import Theme

TOKENS = ("plus", "minus", "grad_plus", "grad_minus", "text")
# A circle, then so many corners.
CORNERS = (0, 4, 3, 5, 6)


def class_token(label: int) -> str:
    """The colour of a class."""
    return TOKENS[label % len(TOKENS)]


def paint_points(
    painter: QPainter, places: Sequence[tuple[float, float]], labels: Sequence[int], size: float, theme: Theme
) -> None:
    """A mark of about `size` px radius for each point."""
    painter.setPen(Qt.PenStyle.NoPen)
    for (x, y), label in zip(places, labels, strict=True):
        painter.setBrush(theme.colour(class_token(label)))
        corners = corners_of(label, x, y, size)
        if corners:
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        else:
            painter.drawEllipse(QPointF(x, y), size, size)


def corners_of(label: int, x: float, y: float, size: float) -> list[tuple[float, float]]:
    """The corners of a class's mark of about `size` px radius; none of a circle."""
    count, reach = CORNERS[label % len(CORNERS)], 1.25 * size
    angles = (2 * math.pi * i / count - math.pi / 2 for i in range(count))
    return [(x + reach * math.cos(angle), y + reach * math.sin(angle)) for angle in angles]
