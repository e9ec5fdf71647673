"""The account of one weight: its positive parts, the negative ones back from their end, and what is left."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.kernel_page import weight_words as words
from gui.kernel_page.weight_scene import BELOW_PX, WeightScene
from gui.network.geometry.shapes import Floats, Rect
from gui.network.geometry.text_width import BASELINE, line_height, text_width, wrap
from gui.network.marks.edge_marks import SIGN_TOKENS
from gui.network.marks.mark_types import TextMark
from gui.network.painting.painter import TextPainter
from gui.theme.tokens import Theme
from gui.widgets.number_text import signed

# The weakest part of full colour that a number which is not 0 has.
FLOOR = 0.14
# A part narrower than this is not cut from its neighbour: between the two would be nothing but the cut.
LEAST_PX = 3.0


def signed_colours(value: Floats, scale: float, theme: Theme) -> Floats:
    """(..., 3): parts of a gradient from the canvas to the full colour of their sign, at |value| = scale."""
    canvas = theme.rgb("canvas")
    plus, minus = (theme.rgb(token) for token in SIGN_TOKENS["gradient"])
    share = np.nan_to_num(np.clip(np.abs(value) / scale, 0, 1)) if scale else np.zeros_like(value)
    blend = np.where(value == 0, 0.0, FLOOR + (1 - FLOOR) * share)[..., None]
    colours: Floats = np.rint(canvas + blend * (np.where((value < 0)[..., None], minus, plus) - canvas))
    return colours


def bars(scene: WeightScene, track: Rect) -> tuple[list[Rect], list[Rect], Rect, float]:
    """(positive parts, negative parts, the sum's bar, x of 0), each bar below the one before.

    The parts stand by size, the largest first; the negative ones lead back from the end of the positive ones, so that
    the sum ends where they stop.
    """
    part, sums = scene.places.part, scene.places.parts
    assert part is not None and sums is not None
    least, most = min(0.0, sums.total), sums.positive
    px = track.width / ((most - least) or 1.0)
    zero = track.x - least * px
    high = track.height / 4.1
    pitch = 1.55 * high
    ranked = [float(part[at]) for at in scene.places.ranked]
    positive, x = [], zero
    for value in (value for value in ranked if value > 0):
        positive.append(Rect(x, track.y, value * px, high))
        x += value * px
    negative = []
    for value in (value for value in ranked if value < 0):
        x += value * px
        negative.append(Rect(x, track.y + pitch, -value * px, high))
    total = Rect(min(zero, zero + sums.total * px), track.y + 2 * pitch, abs(sums.total) * px, high)
    return positive, negative, total, zero


def paint_account(painter: QPainter, scene: WeightScene, texts: TextPainter, theme: Theme) -> None:
    """Three bars with their sums, and how far the parts agree; where there are none, why."""
    sums, area = scene.places.parts, scene.account
    if sums is None or not scene.part_scale:
        said = words.no_gradient_text() if sums is None else words.nothing_text(scene)
        lines = wrap(said, area.width, "body", theme)[:3]
        step = line_height("body", theme)
        texts.draw(
            painter,
            [TextMark(area.x, area.y + (i + 1) * step, line, "body", "text") for i, line in enumerate(lines)],
        )
        return
    part = scene.places.part
    more, less = (
        (0, 0) if part is None else (int(np.count_nonzero(part > 0)), int(np.count_nonzero(part < 0)))
    )
    names = words.positive_text(more), words.negative_text(less), words.sum_text()
    label = max(text_width(name, "caption", theme, bold=True) for name in names) + theme.px(10)
    number = theme.px(74)
    agreement = max(theme.px(136), text_width(words.agreement_text(1.0), "body", theme, True) + theme.px(16))
    track = Rect(
        area.x + label, area.y, max(theme.px(60), area.width - label - number - agreement), area.height
    )
    positive, negative, total, zero = bars(scene, track)
    plus, minus = (theme.colour(token) for token in SIGN_TOKENS["gradient"])
    painter.setPen(Qt.PenStyle.NoPen)
    for rects, colour in ((positive, plus), (negative, minus)):
        for rect in rects:
            cut = 1.0 if rect.width >= LEAST_PX else 0.0
            painter.fillRect(QRectF(rect.x, rect.y, rect.width - cut, rect.height), colour)
    painter.fillRect(QRectF(total.x, total.y, total.width, total.height), plus if sums.total > 0 else minus)
    painter.setPen(QPen(theme.colour("line"), 1.0))
    painter.drawLine(QPointF(zero - 0.5, area.y - 3), QPointF(zero - 0.5, area.y + area.height + 3))
    ends = _ends(positive, negative, total, zero)
    _paint_threads(painter, ends, track, theme)
    high = track.height / 4.1
    marks = []
    values = sums.positive, sums.negative, sums.total
    for place, (name, value) in enumerate(zip(names, values, strict=True)):
        y, bold = track.y + place * 1.55 * high + 0.78 * high, place == 2
        marks.append(TextMark(track.x - theme.px(8), y, name, "caption", "text", "right", bold=bold))
        right = max(ends[place], zero if place < 2 or sums.total < 0 else ends[place])
        marks.append(TextMark(right + theme.px(8), y, signed(value), "caption", "text", bold=bold))
    texts.draw(painter, marks)
    if sums.agreement is not None:
        left, wide = area.x + area.width - agreement + theme.px(8), agreement - theme.px(16)
        _paint_agreement(painter, Rect(left, area.y, wide, area.height), sums.agreement, texts, theme)


def _ends(positive: list[Rect], negative: list[Rect], total: Rect, zero: float) -> tuple[float, float, float]:
    """Where each bar ends at its right."""
    first = positive[-1].x + positive[-1].width if positive else zero
    return first, first, total.x + total.width


def _paint_threads(painter: QPainter, ends: tuple[float, float, float], track: Rect, theme: Theme) -> None:
    """From the end of one bar down to the next that begins there."""
    high = track.height / 4.1
    painter.setPen(QPen(theme.colour("node"), 1.0))
    painter.drawLine(QPointF(ends[0], track.y + high), QPointF(ends[0], track.y + 1.55 * high))


def _paint_agreement(
    painter: QPainter, area: Rect, agreement: float, texts: TextPainter, theme: Theme
) -> None:
    line = line_height("tick", theme)
    bar = QRectF(area.x, area.y + line + theme.px(3), area.width, theme.px(6))
    painter.fillRect(bar, theme.blend("lit", "canvas", 0.12))
    painter.fillRect(QRectF(bar.x(), bar.y(), agreement * bar.width(), bar.height()), theme.colour("text"))
    marks = [
        TextMark(area.x, area.y + 0.8 * line, words.agreement_text(agreement), "body", "text", bold=True)
    ]
    # How it is computed, and what is lost: as many lines as end above those of the page's last line.
    for text in ("|Σ| / Σ|a·δ|", words.cancels_text(agreement)):
        y = bar.bottom() + len(marks) * line
        if y + (1 - BASELINE) * line <= area.y + area.height + theme.px(BELOW_PX):
            marks.append(TextMark(area.x, y, text, "tick"))
    texts.draw(painter, marks)
