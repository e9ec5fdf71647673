"""The sign of each curve of the plot of L, at its points, beside its name and in the reading; and those of changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.theme.tokens import Theme

# Radii in px at 100 %: as usual, and where they stand nearer.
DOT_PX, RING_PX = (2.3, 1.8), (2.7, 2.2)
DASHES = (4.0, 3.0)
# Line and gap of the mean of the last batches, and how wide it is, in px at 100 %.
SMOOTH_DASHES, SMOOTH_PX = (6.0, 5.0), 2.0
# A dash is told from another one only where it comes twice.
DASH_SIGN_PX = 32.0
# Half of what a square and a diamond are wide, in px at 100 %: they look equally large.
SQUARE_PX, DIAMOND_PX = 3.6, 4.8
# Lengths of line and gap in turn, in px at 100 %: told apart along a line and in a sign of 26 px.
RUN_DASHES: dict[str, tuple[float, ...]] = {
    "run1": (8, 4),
    "run2": (1.5, 3),
    "run3": (11, 3, 1.5, 3),
    "run4": (20, 6),
    "run5": (6, 3, 1.5, 3, 1.5, 3),
    "run6": (3.5, 3.5),
    "run7": (3, 9),
    "run8": (14, 3, 5, 3),
}
RUN_KEYS = tuple(RUN_DASHES)
# That of the run on screen is solid, whichever it is.
MOST_CURVES = len(RUN_KEYS)
# How much of `dim` lies over the canvas, in the light theme and in the dark one: from least to largest, and how much
# more over the middle 80 %.
BAND_OPACITIES = (0.12, 0.20), (0.10, 0.17)


def pen_of(colour: QColor, width: float, dashes: Sequence[float] = ()) -> QPen:
    """A pen; `dashes` are lengths of line and gap in turn, in widths."""
    pen = QPen(colour, width)
    if dashes:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(list(dashes))
    return pen


def paint_dots(painter: QPainter, theme: Theme, key: str, points: Iterable[QPointF], small: bool) -> None:
    """Paint the dot of the curve "train", "test" or "penalty" around each of these points."""
    px, line = theme.px, theme.line_scale
    if key == "train":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        radius = px(DOT_PX[small])
    elif key == "test":
        painter.setPen(QPen(theme.colour("test"), 1.2 * line))
        painter.setBrush(theme.colour("canvas"))
        radius = px(RING_PX[small])
    else:
        painter.setPen(QPen(theme.colour("dim"), 1.2 * line))
        across, up = QPointF(px(3), 0), QPointF(0, px(3))
        for at in points:
            painter.drawLine(at - across, at + across)
            painter.drawLine(at - up, at + up)
        return
    for at in points:
        painter.drawEllipse(at, radius, radius)


def run_pen(theme: Theme, key: str, colour: QColor, width: float = 1.2) -> QPen:
    """The pen of another run's curve: its dash, as far as `theme` is scaled."""
    width *= theme.line_scale
    return pen_of(colour, width, [theme.px(length) / width for length in RUN_DASHES[key]])


def paint_sign(painter: QPainter, theme: Theme, key: str, at: QPointF) -> None:
    """Paint the sign of the curve `key` (of `plot_names.ORDER`) around this point, as in a legend."""
    px, line, colour = theme.px, theme.line_scale, theme.colour("dim")
    if key in ("train", "test", "penalty"):
        paint_dots(painter, theme, key, [at], False)
    elif key in ("all", "most"):
        # As the band looks, a little stronger: the middle 80 % lies over the whole one.
        box = QRectF(at.x() - px(4.5), at.y() - px(4.5), px(9), px(9))
        for opacity in BAND_OPACITIES[theme.is_dark][: 2 if key == "most" else 1]:
            colour.setAlphaF(1.6 * opacity)
            painter.fillRect(box, colour)
    elif key == "batches":
        # Both bands, and their mean over them.
        for opacity, high in zip(BAND_OPACITIES[theme.is_dark], (10, 6), strict=True):
            colour.setAlphaF(1.6 * opacity)
            painter.fillRect(QRectF(at.x() - px(6), at.y() - px(high) / 2, px(12), px(high)), colour)
        painter.setPen(pen_of(theme.colour("dim"), 1.2 * line))
        painter.drawLine(at - QPointF(px(6), 0), at + QPointF(px(6), 0))
    elif key in RUN_DASHES:
        painter.setPen(run_pen(theme, key, colour))
        half = QPointF(px(DASH_SIGN_PX) / 2 - px(3), 0)
        painter.drawLine(at - half, at + half)
    elif key == "smooth":
        width = SMOOTH_PX * line
        dashes = [px(length) / width for length in (5.5, 3.0)]
        painter.setPen(pen_of(theme.colour("text"), width, dashes))
        painter.drawLine(at - QPointF(px(7), 0), at + QPointF(px(7), 0))
    else:
        painter.setPen(pen_of(colour, 1.2 * line, () if key == "mean" else (3.0, 2.0)))
        painter.drawLine(at - QPointF(px(6), 0), at + QPointF(px(6), 0))


def paint_change_sign(painter: QPainter, theme: Theme, is_edit: bool, at: QPointF) -> None:
    """Paint the sign of a change in mid-run: a square where a parameter was set by hand, a diamond for settings."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("text"))
    size = theme.px(SQUARE_PX if is_edit else DIAMOND_PX)
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1)) if is_edit else ((0, -1), (1, 0), (0, 1), (-1, 0))
    painter.drawPolygon(QPolygonF([at + QPointF(size * x, size * y) for x, y in corners]))
