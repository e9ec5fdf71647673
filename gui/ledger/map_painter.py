"""Paints the map: a grey for each cell, the axes, the bounds and names of the corners, and what the greys stand for."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen

from gui.ledger.confidence_map import (
    AMBIGUOUS,
    EASY,
    EASY_FROM,
    HARD,
    HARD_BELOW,
    MOST_SPREAD,
    SPREAD_FROM,
)
from gui.ledger.map_words import corner_name
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.theme.tokens import Theme
from gui.widgets.number_text import plain

# Grey of one example alone in its cell, and of the most; between them by the logarithm of the count.
LEAST_SHADE, MOST_SHADE = 0.16, 1.0
SHADES = 64
LEGEND_SHARE, LEGEND_PX = 0.2, 9.0


def paint_axes(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """The frame, the numbers, and what they are of."""
    painter.setFont(theme.font("tick"))
    line = QFontMetricsF(theme.font("tick")).height()
    painter.setPen(QPen(theme.colour("line"), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)
    painter.setPen(theme.colour("dim"))
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for mean in (0, 0.25, 0.5, 0.75, 1):
        y = place.bottom() - mean * place.height()
        painter.drawText(QRectF(0, y - line, place.left() - theme.px(5), 2 * line), right, plain(mean))
    for spread in (0, 0.1, 0.2, 0.3, 0.4, 0.5):
        x = place.left() + spread / MOST_SPREAD * place.width()
        below = QRectF(x - 2 * line, place.bottom() + 2, 4 * line, 1.2 * line)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, plain(spread))
    above = QRectF(place.left(), 0.15 * line, place.width(), 1.2 * line)
    painter.drawText(
        above,
        Qt.AlignmentFlag.AlignLeft,
        QCoreApplication.translate("MapPainter", "mean y of the right answer"),
    )
    below = QRectF(place.left(), place.bottom() + 1.15 * line, place.width(), 1.2 * line)
    painter.drawText(
        below,
        Qt.AlignmentFlag.AlignRight,
        QCoreApplication.translate("MapPainter", "spread of y (standard deviation)"),
    )


def paint_corners(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """Their bounds as dashes, their names in them."""
    x = place.left() + SPREAD_FROM / MOST_SPREAD * place.width()
    easy, hard = (place.bottom() - mean * place.height() for mean in (EASY_FROM, HARD_BELOW))
    painter.setPen(QPen(theme.colour("dim"), 1.0, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))
    for y in (easy, hard):
        painter.drawLine(QPointF(place.left(), y), QPointF(x, y))
    painter.setFont(theme.font("caption"))
    for plate, words in corner_plates(place, theme):
        # What is under a name is seen beside it.
        painter.fillRect(plate, theme.colour("canvas"))
        painter.setPen(theme.colour("text"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)


def corner_plates(place: QRectF, theme: Theme) -> list[tuple[QRectF, str]]:
    """Where the corners' names stand, and what they are."""
    x = place.left() + SPREAD_FROM / MOST_SPREAD * place.width()
    easy, hard = (place.bottom() - mean * place.height() for mean in (EASY_FROM, HARD_BELOW))
    metrics, gap = QFontMetricsF(theme.font("caption")), theme.px(4)
    plates = []
    for corner, is_left, top in (
        (EASY, True, easy - metrics.height() - gap),
        (AMBIGUOUS, False, place.bottom() - metrics.height() - gap),
        (HARD, True, hard + gap),
    ):
        words = corner_name(corner)
        wide = metrics.horizontalAdvance(words) + 2 * gap
        plates.append((QRectF(x - wide - gap if is_left else x + gap, top, wide, metrics.height()), words))
    return plates


def paint_legend(painter: QPainter, place: QRectF, most: int, theme: Theme) -> None:
    """The shades from one example in a cell to the most, where nobody can be: no spread is large at a mean near 1."""
    painter.setFont(theme.font("tick"))
    metrics = QFontMetricsF(theme.font("tick"))
    words = QCoreApplication.translate("MapPainter", "examples in a cell")
    wide = max(LEGEND_SHARE * place.width(), metrics.horizontalAdvance(words))
    strip = QRectF(place.right() - wide - theme.px(8), place.top() + theme.px(6), wide, theme.px(LEGEND_PX))
    levels = np.arange(SHADES)[None] if most > 1 else np.full((1, SHADES), SHADES - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    draw_pixels(painter, strip, image_of(shades(theme)[levels + 1]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour("dim"))
    below = QRectF(strip.left(), strip.bottom() + 1, wide, 1.2 * metrics.height())
    if most > 1:
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, "1")
    painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"{most:,}")
    below.translate(0, metrics.height())
    painter.drawText(below, Qt.AlignmentFlag.AlignRight, words)


def shades(theme: Theme) -> NDArray[np.uint32]:
    """(SHADES + 1,) packed colours: of no example, and from one alone to the most."""
    shares = np.linspace(LEAST_SHADE, MOST_SHADE, SHADES)
    colours = [theme.colour("canvas"), *(theme.blend("text", "canvas", share) for share in shares.tolist())]
    return packed(np.array([[each.red(), each.green(), each.blue()] for each in colours]))


def shaded(counts: NDArray[np.intp], theme: Theme) -> QImage:
    """One pixel for each cell, the largest mean at the top."""
    most = max(2, int(counts.max(initial=0)))
    levels = 1 + np.rint(np.log(np.maximum(counts, 1)) / np.log(most) * (SHADES - 1)).astype(np.intp)
    if counts.max(initial=0) == 1:
        levels[:] = SHADES
    levels[counts == 0] = 0
    return image_of(shades(theme)[levels[::-1]])
