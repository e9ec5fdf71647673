"""A sample of each kind of mark, for the legend: the least and the most of it, side by side."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gui.network.geometry.shapes import Rect
from gui.network.marks.edge_marks import SIGN_TOKENS
from gui.network.marks.neuron_marks import THINNEST_RING, WIDEST_RING
from gui.network.marks.pulse_marks import RADII
from gui.network.painting.pulse_sprites import draw_mark
from gui.theme.tokens import Theme


def paint_sample(painter: QPainter, key: str, rect: Rect, theme: Theme, kind: str = "weight") -> None:
    """Paint the sample of a kind, by its name in the catalog, in the middle of `rect`; nothing for what has none.

    Edges, ribbons, kernels and arcs have the colours of the numbers that they show: `kind` is that of their row.
    """
    y, left, right = rect.y + rect.height / 2, rect.x + rect.width * 0.25, rect.x + rect.width * 0.75
    radius = min(theme.px(5), rect.height / 2 - 1)
    plus, minus = SIGN_TOKENS[kind]
    painter.save()
    if key in ("neuron_fill", "neuron_ring"):
        _neurons(painter, key == "neuron_ring", ((left, y), (right, y)), radius, theme)
    elif key in RADII:
        for x, size in zip((left, right), RADII[key], strict=True):
            draw_mark(painter, key, True, QPointF(x, y), min(size, rect.height / 2), 0.0, theme)
    elif key in ("arc", "scale", "ribbon"):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = theme.px(5) if key == "ribbon" else 1.6 * theme.line_scale
        painter.setPen(QPen(theme.colour(plus), width))
        rise = theme.px(4) if key == "arc" else 0.0
        path = QPainterPath(QPointF(rect.x, y + rise))
        path.quadTo(QPointF(rect.x + rect.width / 2, y - 2 * rise), QPointF(rect.x + rect.width, y + rise))
        painter.drawPath(path)
    elif key in ("input", "tile", "kernel", "map", "bar", "map_delta", "hollow_cell"):
        tokens = dict.fromkeys(("tile", "map"), ("minus", "plus")).get(key, ("canvas", "lit"))
        tokens = (minus, plus) if key == "kernel" else tokens
        tokens = ("grad_minus", "grad_plus") if key == "map_delta" else tokens
        painter.setPen(QPen(theme.colour("node"), 1.0))
        for x, token in zip((left, right), tokens, strict=True):
            painter.setBrush(theme.colour(token))
            wide = radius if key != "bar" else rect.width / 4
            painter.drawRect(QRectF(x - wide, y - radius, 2 * wide, 2 * radius))
    elif key == "visited_window":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("text"), 2.0 * theme.line_scale))
        painter.drawRect(QRectF(left - radius, y - radius, 2 * radius, 2 * radius))
    elif key == "dropped":
        _neurons(painter, False, ((right, y),), radius, theme)
        painter.setPen(QPen(theme.colour("dim"), 1.4 * theme.line_scale))
        painter.drawLine(QPointF(right - radius, y + radius), QPointF(right + radius, y - radius))
    painter.restore()


def _neurons(
    painter: QPainter, ringed: bool, places: tuple[tuple[float, float], ...], radius: float, theme: Theme
) -> None:
    """Neurons without and with all of a fill or of a ring."""
    widths = (THINNEST_RING, WIDEST_RING) if ringed else (0.0, 0.0)
    fills = ("canvas", "canvas") if ringed else ("canvas", "lit")
    for (x, y), width, fill in zip(places, widths, fills, strict=False):
        inside = radius - (WIDEST_RING if ringed else 0.0)
        painter.setPen(QPen(theme.colour("node"), 1.0))
        painter.setBrush(theme.colour(fill))
        painter.drawEllipse(QPointF(x, y), inside, inside)
        if width:
            painter.setPen(QPen(theme.colour("grad_plus"), width * theme.line_scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, y), inside + 1 + width / 2, inside + 1 + width / 2)
