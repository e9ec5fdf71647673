"""The bar in which width is what examples add to L, cut where the worst of them end; and the fan that leads to it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPolygonF

from gui.ledger.curve_marks import CurveMarks
from gui.ledger.ledger_words import bar_words, part_words
from gui.theme.tokens import Theme

# Greys of the bar's parts: the worst, the next, the others.
PART_SHADES = 0.85, 0.42, 0.14


def paint_bar(
    painter: QPainter, marks: CurveMarks, split: str, curve: QRectF, bar: QRectF, bottom: float, theme: Theme
) -> None:
    """The parts of the curve as parts of the bar, each with its words; those without room for them stand below.

    Parameters
    ----------
    split : "train", "test" or "own"
        Whose terms they are.
    curve, bar : QRectF
        Where both stand.
    bottom : float
        Down to there, below the bar, there is room for words.
    """
    total = marks.counts.sum()
    right, above, unsaid = bar.right(), curve.right(), []
    painter.setFont(theme.font("caption"))
    metrics = QFontMetricsF(theme.font("caption"))
    for which, (share, count) in enumerate(zip(marks.shares, marks.counts, strict=True)):
        if not count:
            continue
        left = right - share * bar.width()
        left_above = above - count / total * curve.width()
        shade = theme.blend("text", "canvas", PART_SHADES[which])
        fan = QPolygonF(
            [
                QPointF(left_above, curve.bottom()),
                QPointF(above, curve.bottom()),
                QPointF(right, bar.top()),
                QPointF(left, bar.top()),
            ]
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.blend("text", "canvas", 0.35 * PART_SHADES[which]))
        painter.drawPolygon(fan)
        place = QRectF(left, bar.top(), right - left, bar.height())
        painter.fillRect(place.adjusted(1, 0, 0, 0), shade)
        words = part_words(which, float(share), int(count), int(total))
        if metrics.horizontalAdvance(words) + theme.px(8) <= place.width():
            painter.setPen(theme.colour("canvas" if PART_SHADES[which] > 0.3 else "text"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        else:
            unsaid.append(words)
        right, above = left, left_above
    painter.setPen(theme.colour("dim"))
    painter.setFont(theme.font("tick"))
    below = QRectF(bar.left(), bar.bottom(), bar.width(), bottom - bar.bottom())
    painter.drawText(below, Qt.AlignmentFlag.AlignRight, bar_words(split))
    # What is too narrow for its own words.
    tick = QFontMetricsF(theme.font("tick"))
    room = below.width() - tick.horizontalAdvance(bar_words(split)) - theme.px(10)
    said = tick.elidedText("  ·  ".join(unsaid), Qt.TextElideMode.ElideRight, max(0.0, room))
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft, said)
