"""What legend and coverage say of the edges, whole: for who listens, and so has no width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gui.network.geometry.shapes import Layout, Rect
from gui.network.marks.coverage_text import whole_coverage_of_gaps
from gui.network.marks.edge_legend import LegendSide, edge_legend
from gui.network.marks.ribbon_coverage import with_ribbons
from gui.theme.tokens import Theme
from gui.widgets.sentence_text import broken_anywhere, enumerated, listed

# Room for every word, in px; and apart from it where the words of each gap stand, which here are made of their own.
_WIDE, _APART = 1e6, -1e6
_SIGNS = ("−", "+")


def edge_words(
    layout: Layout, theme: Theme, sides: Sequence[LegendSide], of_digit: bool, gradient_from: float = 0.0
) -> tuple[str, ...]:
    """Scale and coverage of one picture, or of two that are seen side by side, then of each gap how much is drawn.

    As `edge_legend`, but without anything that is left out for want of room.
    """
    if not sides:
        return ()
    wide = replace(
        layout,
        legend=Rect(0, 0, _WIDE, 1),
        coverage=Rect(0, _WIDE, _WIDE, 1),
        gaps_y=_APART,
        width=_WIDE,
        shares_line=False,
    )
    texts = edge_legend(wide, theme, sides, of_digit, gradient_from).texts
    words = [mark.text for mark in texts if mark.y != _APART and mark.text not in _SIGNS]
    choices = [
        side.choice and with_ribbons(side.choice, side.ribbons, layout.clip) for side in (sides[0], sides[-1])
    ]
    gaps = [
        choices[0] if len(sides) == 1 or gap < gradient_from else choices[1]
        for gap in range(len(layout.layers))
    ]
    words.append(listed(whole_coverage_of_gaps(layout, gaps)))
    # On screen a wider space stands between the numbers of the gaps.
    return tuple(enumerated(broken_anywhere(text).split("  ")) for text in words if text)
