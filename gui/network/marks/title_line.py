"""Where the line stands that names the example: at the top, or below the news that lie over that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gui.network.geometry.shapes import Layout, Rect
from gui.network.geometry.text_width import BASELINE, elide, line_height, text_width
from gui.network.marks.mark_types import TextMark, line_in
from gui.theme.tokens import Theme
from gui.widgets.keyboard_focus import FOCUS_PX

# With less room for the name it would say nothing.
LEAST_PX = 110.0
APART_PX = 12.0
_BEFORE = {"left": 0.0, "right": 1.0, "centre": 0.5}


def title_line(
    layout: Layout,
    theme: Theme,
    title: str,
    walkthrough: str = "",
    covered: float = 0.0,
    others: Sequence[TextMark] = (),
    corner: tuple[float, float] = (0.0, 0.0),
) -> TextMark | None:
    """The title, cut where there is no room for all of it; None where there is room for nothing.

    Parameters
    ----------
    title, walkthrough : str
        The walkthrough's words have the other end of a line that it shares.
    covered : float
        So many px of the view's top are covered by news. The title stands below them then, beside the `others` and
        the network: nothing else moves.
    corner : (float, float)
        How wide and how high, in px, what covers the view's upper right corner is.
    """
    if not title:
        return None
    rect = layout.title
    if covered <= rect.y:
        room = rect.width
        if layout.walkthrough.y == rect.y:
            # All that the walkthrough's own words, at the other end of the line, leave.
            said = text_width(walkthrough, "head", theme, bold=True) + theme.px(16) if walkthrough else 0.0
            room = max(layout.walkthrough.x + layout.walkthrough.width - rect.x - said, rect.width)
    else:
        # The keyboard's frame begins where they end.
        rect = replace(rect, y=max(covered + FOCUS_PX, layout.walkthrough.y))
        room = _room(rect, layout, theme, others)
        if room < theme.px(LEAST_PX):
            return None
    wide, high = corner
    if rect.y < high:
        room = min(room, layout.width - wide - theme.px(APART_PX) - rect.x)
    return line_in(rect, elide(title, room, "body", theme), "body", "text", theme)


def _room(rect: Rect, layout: Layout, theme: Theme, others: Sequence[TextMark]) -> float:
    """How wide a line may be there, so as to touch nothing."""
    bottom = rect.y + rect.height
    ends = [layout.width - rect.x]
    for mark in others:
        step = line_height(mark.role, theme)
        top = mark.y - BASELINE * step
        if top < bottom and top + step > rect.y:
            width = text_width(mark.text, mark.role, theme, bold=mark.bold)
            left = mark.x - _BEFORE[mark.align] * width
            # What stands before the line is in its way altogether.
            ends.append(left if left + width > rect.x else ends[0])
    if bottom > layout.content.y:
        if layout.zoom.scale != 1 or layout.map is not None or layout.picture.y < bottom:
            return 0.0
        ends.append(layout.layers[0].left)
    return min(ends) - rect.x - theme.px(APART_PX)
