"""Where the lines below the network stand: what is drawn, what the colours stand for, and C; the least goes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from gui.network.geometry.shapes import Rect
from gui.network.geometry.text_width import BASELINE, coverage_width, legend_width, line_height, text_width
from gui.theme.tokens import Theme

# The network keeps so much of the height: ten outputs can still be told from each other.
LEAST_NETWORK_PX = 20.0
# C has so much of a line that it shares, at most.
MOST_OF_LINE = 0.5
APART_PX = 8.0


@dataclass(frozen=True)
class BottomLines:
    """The lines, and how low the network reaches above them.

    Attributes
    ----------
    legend, coverage : Rect
        The legend is of width 0 where it has no room. A coverage that shares its line begins behind what stands there.
    gaps_y : float
        The baseline of each gap's text.
    floor : float
        Where the network ends.
    loss_height : float
        How much of the network's height C has below the outputs, with its place in L or without; 0 where C stands in
        the line of the coverage.
    """

    legend: Rect
    coverage: Rect
    gaps_y: float
    floor: float
    loss_height: float

    @property
    def is_shared(self) -> bool:
        """Whether one line has the coverage and C, and no gap has a text of its own."""
        return not self.loss_height

    def shared(self, start: float, right: float, theme: Theme) -> tuple[Rect, Rect]:
        """Coverage and C, one behind the other, in a line that is free from x = `start` to `right`."""
        start += theme.px(APART_PX)
        needed = text_width("C = −ln y₅ = 0.0012", "head", theme, bold=True)
        width = max(1.0, min(needed, MOST_OF_LINE * (right - start)))
        head = line_height("head", theme)
        loss = Rect(right - width, self.gaps_y - BASELINE * head, width, head)
        room = max(1.0, loss.x - theme.px(APART_PX) - start)
        return Rect(start, self.coverage.y, room, self.coverage.height), loss


def bottom_lines(
    groups: Sequence[int],
    width: float,
    height: float,
    margin: float,
    theme: Theme,
    top: float,
    more: float = 0.0,
) -> BottomLines:
    """The lines of a picture whose network begins at y = `top`, in px; the coverage has `more` words of that width.

    Of a low picture the place of C in L goes first, then the texts of the gaps, of which the coverage is the whole; C
    stands in its line then. At last the legend of the colours goes, which its card has, too.
    """
    legend, coverage = _legend_and_coverage(groups, width, height, margin, theme, more)
    caption, head = line_height("caption", theme), line_height("head", theme)
    gaps_y = min(legend.y, coverage.y) - theme.px(5)
    floor = gaps_y - line_height("tick", theme)
    room = floor - top - LEAST_NETWORK_PX - theme.px(4)
    for loss_height in (head + caption, head):
        if loss_height <= room:
            return BottomLines(legend, coverage, gaps_y, floor, loss_height)
    end = height - theme.px(6)
    legend = Rect(margin, end - caption, width - 2 * margin, caption)
    gaps_y = legend.y - theme.px(5)
    if gaps_y - BASELINE * head - top < LEAST_NETWORK_PX:
        legend, gaps_y = Rect(margin, end, 0.0, 0.0), end - (1 - BASELINE) * head
    coverage = Rect(margin, gaps_y - BASELINE * caption, width - 2 * margin, caption)
    return BottomLines(legend, coverage, gaps_y, max(top + LEAST_NETWORK_PX, gaps_y - BASELINE * head), 0.0)


def _legend_and_coverage(
    groups: Sequence[int], width: float, height: float, margin: float, theme: Theme, more: float = 0.0
) -> tuple[Rect, Rect]:
    """Legend and coverage: side by side where both fit, else the coverage above the legend.

    The coverage has `more` words of that width, where both fit all the same.
    """
    line = line_height("caption", theme)
    room = width - 2 * margin
    floor = height - theme.px(6)
    needed = legend_width(len(groups), theme)
    # A coverage that is a mean of several gaps says so, where both fit all the same.
    right = min(coverage_width(sum(groups), theme, len(groups)) + more, room - needed - theme.px(16))
    if right >= coverage_width(sum(groups), theme):
        y = floor - line
        legend = Rect(margin, y, room - right - theme.px(16), line)
        return legend, Rect(width - margin - right, y, right, line)
    lines = min(3, ceil(needed / room))
    legend = Rect(margin, floor - lines * line, room, lines * line)
    return legend, Rect(margin, legend.y - line, room, line)
