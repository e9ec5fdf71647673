"""The bar in which width is what examples add to L, cut where the worst of them end; and the fan that leads to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from gui.ledger.curve_marks import CurveMarks
from gui.ledger.ledger_words import bar_words, part_words
from gui.theme.tokens import Theme
from gui.widgets.number_text import percent_to_tenths

# Greys of the bar's parts: the worst, the next, the others.
PART_SHADES = 0.85, 0.42, 0.14


# A thread leads from a part down to words that have no room in it; so far apart are they.
THREAD_PX, APART_PX = 5.0, 12.0


@dataclass(frozen=True)
class Caption:
    """Words below the bar.

    Attributes
    ----------
    text : str
    left, width : float
        Where they stand, in px.
    middle : float
        The middle of the part that they are about.
    """

    text: str
    left: float
    width: float
    middle: float

    @property
    def thread_end(self) -> float:
        """Where the thread from the part arrives: right below its middle, or at the words' nearer end."""
        return min(max(self.middle, self.left + 1), self.left + self.width - 1)


def captions_of(
    parts: Sequence[tuple[float, str, str]], left: float, right: float, gap: float, metrics: QFontMetricsF
) -> list[Caption]:
    """Where the words of these parts stand: each below its own, moved aside only as far as the others need it.

    Parameters
    ----------
    parts : sequence of (float, str, str)
        From left to right: the middle of each, its words, and shorter ones for where not all have room.
    left, right : float
        Of the bar.
    gap : float
        So far apart they stand at least.
    """
    for texts in ([words for _, words, _ in parts], [short for _, _, short in parts]):
        widths = [metrics.horizontalAdvance(text) + 1 for text in texts]
        places: list[float] = []
        free = left
        for (middle, *_), width in zip(parts, widths, strict=True):
            places.append(max(free, middle - width / 2))
            free = places[-1] + width + gap
        free = right
        for which in reversed(range(len(parts))):
            places[which] = min(places[which], free - widths[which])
            free = places[which] - gap
        if not places or places[0] >= left:
            break
    return [
        Caption(text, place, width, part[0])
        for text, place, width, part in zip(texts, places, widths, parts, strict=True)
    ]


def paint_bar(
    painter: QPainter, marks: CurveMarks, split: str, curve: QRectF, bar: QRectF, bottom: float, theme: Theme
) -> None:
    """The parts of the curve as parts of the bar, each with its words; those without room for them have them below.

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
            unsaid.append((place.center().x(), words, percent_to_tenths(float(share))))
        right, above = left, left_above
    _paint_below(painter, unsaid[::-1], bar_words(split), bar, bottom, theme)


def _paint_below(
    painter: QPainter,
    parts: Sequence[tuple[float, str, str]],
    words: str,
    bar: QRectF,
    bottom: float,
    theme: Theme,
) -> None:
    """What is too narrow for its own words, with a thread to each; and where there is room, what the bar's width is."""
    painter.setFont(theme.font("tick"))
    tick, gap = QFontMetricsF(theme.font("tick")), theme.px(APART_PX)
    top, thread = bar.bottom() + theme.px(THREAD_PX), QPen(theme.colour("dim"), 1.0)
    captions = captions_of(parts, bar.left(), bar.right(), gap, tick)
    painter.setPen(thread)
    for caption in captions:
        painter.drawLine(QPointF(caption.middle, bar.bottom()), QPointF(caption.thread_end, top))
        place = QRectF(caption.left, top, caption.width, bottom - top)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, caption.text)
    wide = tick.horizontalAdvance(words) + 1
    starts = [bar.left() - gap, *(caption.left + caption.width for caption in captions)]
    ends = [*(caption.left for caption in captions), bar.right() + gap]
    # As far to the right as there is a gap for it: at the bar's end, or half way between what is said of parts.
    for start, end in reversed(list(zip(starts, ends, strict=True))):
        if end - start >= wide + 2 * gap:
            is_last = end > bar.right()
            place = QRectF(end - gap - wide if is_last else (start + end - wide) / 2, top, wide, bottom - top)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, words)
            break
