"""Where the kinds of places are explained, line by line: what each means is said where there is room for it."""

from __future__ import annotations

from dataclasses import dataclass

from gui.network.geometry.shapes import Rect
from gui.network.geometry.text_width import BASELINE, line_height
from gui.theme.tokens import Theme

# The sample of a kind, at 100 %, and what stands between it and its words.
SIDE_PX, APART_PX = 14.0, 8.0
# From one kind to the next where there is room: so many lines.
ROOMY_LINES = 2.9


@dataclass(frozen=True)
class KindRow:
    """One kind: its sample, and where its words stand, in px.

    Attributes
    ----------
    sample : Rect
    x : float
        Where its words begin.
    count_y : float
        The baseline of its count and name.
    means_y : float or None
        The baseline of what it means; None where there is no room for any kind's.
    """

    sample: Rect
    x: float
    count_y: float
    means_y: float | None


def kind_rows(area: Rect, count: int, theme: Theme) -> list[KindRow]:
    """`count` kinds from the top of the area to its end, each in two lines, or in one where two would overlap."""
    pitch = min(ROOMY_LINES * line_height("caption", theme), area.height / max(1, count))
    side, second = theme.px(SIDE_PX), line_height("tick", theme)
    # From the top of the first line to the end of the second.
    has_means = pitch >= BASELINE * line_height("body", theme) + second + (1 - BASELINE) * second
    side = min(side, 0.9 * pitch)
    top = area.y + max(0.0, (area.height - pitch * count) / 2)
    rows = []
    for place in range(count):
        y = top + place * pitch
        base = y + 0.8 * side
        rows.append(
            KindRow(
                Rect(area.x, y, side, side),
                area.x + side + theme.px(APART_PX),
                base,
                base + second if has_means else None,
            )
        )
    return rows
