"""The numbers beside the sorted curve: C, the y of the right answer that it is made of, and who has no place there."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gui.ledger.curve_marks import CurveMarks
from gui.ledger.ledger_words import likely_text
from gui.theme.tokens import Theme
from gui.widgets.number_text import power_text


def paint_grid(
    painter: QPainter, marks: CurveMarks, curve: QRectF, is_cross_entropy: bool, theme: Theme
) -> None:
    """A line for each power of ten, or each few; with cross-entropy the y of the right answer stands on it."""
    low, high = marks.decades
    painter.setFont(theme.font("tick"))
    line = QFontMetricsF(theme.font("tick")).height()
    step = max(1, math.ceil((high - low) * line * 1.15 / curve.height()))
    for decade in range(high, low - 1, -step):
        y = curve.bottom() - (decade - low) / (high - low) * curve.height()
        painter.setPen(QPen(theme.colour("line"), 1.0))
        painter.drawLine(QPointF(curve.left(), y), QPointF(curve.right(), y))
        painter.setPen(theme.colour("dim"))
        place = QRectF(0, y - line, curve.left() - theme.px(6), 2 * line)
        painter.drawText(
            place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, power_text(decade)
        )
        y_of_right = math.exp(-(10.0**decade))
        if is_cross_entropy and decade < high and 1e-6 < y_of_right < 1 - 1e-5:
            words = f"y = {likely_text(y_of_right, 2 if decade >= -2 else 4)}"
            beside = QRectF(curve.left() + theme.px(8), y - line, curve.width(), line)
            painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def paint_zeros(painter: QPainter, marks: CurveMarks, curve: QRectF, theme: Theme) -> None:
    """How many have no place on the scale."""
    words = []
    if marks.zeros:
        text = QCoreApplication.translate("SortedCurve", "{count} are 0")
        words.append(text.format(count=f"{marks.zeros:,}"))
    if marks.above:
        text = QCoreApplication.translate("SortedCurve", "{count} are no finite number")
        words.append(text.format(count=f"{marks.above:,}"))
    if words:
        painter.setPen(theme.colour("dim"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(curve, flags, "  ·  ".join(words))
