"""The axes of the sorted curve: their titles, C at the left, the y of the right answer, and who has no place there."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QRegion

from gui.ledger.curve_marks import CurveMarks
from gui.ledger.ledger_words import likely_text
from gui.ledger.unseen_hatch import paint_hatch
from gui.theme.tokens import Theme
from gui.widgets.labels import line_height
from gui.widgets.number_text import equals, power_text


@dataclass(frozen=True)
class CurveAxes:
    """What is written at the axes, and where.

    Attributes
    ----------
    lines : tuple of float
        The y of each line of the grid.
    powers, labels : tuple of (QRectF, str)
        The numbers of C at the left, and the y of the right answer on their lines.
    title : (QRectF, str)
        Of the axis of C, above it.
    """

    lines: tuple[float, ...]
    powers: tuple[tuple[QRectF, str], ...]
    labels: tuple[tuple[QRectF, str], ...]
    title: tuple[QRectF, str]

    @classmethod
    def of(cls, marks: CurveMarks, curve: QRectF, is_cross_entropy: bool, theme: Theme) -> CurveAxes:
        """A line for each power of ten, or each few; with cross-entropy the y of the right answer stands on it.

        That is said at the left, or behind the curve where the curve would strike it through; where neither has room
        it is not said: the power of ten is.
        """
        metrics, (low, high) = QFontMetricsF(theme.font("tick")), marks.decades
        line = metrics.height()
        step = max(1, math.ceil((high - low) * line * 1.15 / curve.height()))
        lines, powers, labels = [], [], []
        for decade in range(high, low - 1, -step):
            y = curve.bottom() - (decade - low) / (high - low) * curve.height()
            lines.append(y)
            powers.append((QRectF(0, y - line, curve.left() - theme.px(6), 2 * line), power_text(decade)))
            y_of_right = math.exp(-(10.0**decade))
            if is_cross_entropy and decade < high and 1e-6 < y_of_right < 1 - 1e-5:
                words = equals("y", likely_text(y_of_right, 2 if decade >= -2 else 4))
                wide = metrics.horizontalAdvance(words) + 1
                label = QRectF(curve.left() + theme.px(8), y - line, wide, line)
                if (place := _beside_the_curve(label, marks, curve, theme.px(4))) is not None:
                    labels.append((place, words))
        title = "C = −ln y" if is_cross_entropy else "C"
        above = QRectF(0, 0, metrics.horizontalAdvance(title) + theme.px(6), line)
        return cls(tuple(lines), tuple(powers), tuple(labels), (above, title))

    @property
    def spared(self) -> tuple[QRectF, ...]:
        """Where no line may cross: what is written over the curve and above it."""
        return tuple(place for place, _ in (*self.labels, self.title))

    def paint(self, painter: QPainter, curve: QRectF, theme: Theme, is_hatched: bool = False) -> None:
        """Lines and all that is written, on ground of its own where there is a hatch."""
        painter.setPen(QPen(theme.colour("line"), 1.0))
        for y in self.lines:
            painter.drawLine(QPointF(curve.left(), y), QPointF(curve.right(), y))
        painter.setFont(theme.font("tick"))
        painter.setPen(theme.colour("dim"))
        middle = Qt.AlignmentFlag.AlignVCenter
        for place, words in self.powers:
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | middle, words)
        for place, words in (*self.labels, self.title):
            if is_hatched:
                painter.fillRect(place.adjusted(-3, 0, 3, 0), theme.colour("canvas"))
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | middle, words)


def _beside_the_curve(label: QRectF, marks: CurveMarks, curve: QRectF, apart: float) -> QRectF | None:
    """Where a label at the left is not crossed by the rising curve, at most moved behind it; None where nowhere."""
    if not len(marks.x):
        return label
    low, high = ((curve.bottom() - y) / curve.height() for y in (label.bottom() + apart, label.top() - apart))
    # The curve rises: it is at a label's height from its last point under that to its first over it.
    enters = max(0, int(np.searchsorted(marks.y, low)) - 1)
    leaves = min(len(marks.x) - 1, int(np.searchsorted(marks.y, high, side="right")))
    if marks.y[-1] < low or marks.y[0] > high:
        return label
    left, right = (curve.left() + float(marks.x[at]) * curve.width() for at in (enters, leaves))
    if label.right() + apart <= left:
        return label
    moved = label.translated(max(0.0, right + apart - label.left()), 0.0)
    return moved if marks.y[-1] > high and moved.right() <= curve.right() else None


def region_without(whole: QRectF, spared: tuple[QRectF, ...]) -> QRegion:
    """Where lines may be painted: in all of it but those."""
    region = QRegion(whole.toAlignedRect())
    for place in spared:
        region -= QRegion(place.toAlignedRect())
    return region


def paint_placeless(painter: QPainter, marks: CurveMarks, curve: QRectF, theme: Theme) -> None:
    """How many have no place on the scale, above the curve; and the part of the width of those that are not known."""
    painter.setFont(theme.font("tick"))
    words = []
    if marks.zeros:
        text = QCoreApplication.translate("SortedCurve", "{count} are 0")
        words.append(text.format(count=f"{marks.zeros:,}"))
    if marks.above:
        text = QCoreApplication.translate("SortedCurve", "{count} are no finite number")
        words.append(text.format(count=f"{marks.above:,}"))
    if words:
        painter.setPen(theme.colour("dim"))
        above = QRectF(curve.left(), 0, curve.width(), curve.top())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(above, flags, "  ·  ".join(words))
    if marks.unseen:
        wide = marks.unseen * curve.width()
        paint_hatch(painter, [QRectF(curve.left(), curve.top(), wide, curve.height())], theme)
        text, metrics = (
            QCoreApplication.translate("SortedCurve", "not seen"),
            QFontMetricsF(theme.font("tick")),
        )
        plate = QRectF(0, 0, metrics.horizontalAdvance(text) + theme.px(8), metrics.height())
        plate.moveCenter(QPointF(curve.left() + wide / 2, curve.center().y()))
        if plate.width() <= wide:
            painter.fillRect(plate, theme.colour("canvas"))
            painter.setPen(theme.colour("dim"))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


def width_place(words: str, curve: QRectF, bottom: float, theme: Theme) -> tuple[QRectF, str]:
    """Where it is said below the curve what the width is, and as much of it as there is room for."""
    metrics = QFontMetricsF(theme.font("tick"))
    left, room = curve.left() + theme.px(6), max(0.0, curve.width() - 2 * theme.px(6))
    said = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    high = min(line_height(theme.font("tick")), max(0.0, bottom - curve.bottom() - 2))
    return QRectF(left, curve.bottom() + 2, metrics.horizontalAdvance(said) + 1, high), said
