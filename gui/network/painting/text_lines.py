"""A line of text at the top of a rectangle."""

from __future__ import annotations

from gui.network.geometry.shapes import Rect
from gui.network.geometry.text_width import line_height
from gui.network.marks.mark_types import TextMark
from gui.theme.tokens import Theme

# From the top of a line to its baseline, in parts of the line's height.
BASELINE = 0.76


def line_in(
    rect: Rect,
    text: str,
    role: str,
    token: str,
    theme: Theme,
    align: str = "left",
    bold: bool = False,
) -> TextMark:
    """A line at the top of a rectangle."""
    x = {
        "left": rect.x,
        "right": rect.x + rect.width,
        "centre": rect.x + rect.width / 2,
    }[align]
    return TextMark(x, rect.y + BASELINE * line_height(role, theme), text, role, token, align, bold)
