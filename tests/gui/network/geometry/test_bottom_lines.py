"""In a low picture no two texts lie on each other: the least important goes, and what matters stays."""

from __future__ import annotations

import pytest

from core.engine.snapshot import Snapshot
from gui.network.animation.timeline import AnimationState
from gui.network.geometry.bottom_lines import LEAST_NETWORK_PX
from gui.network.geometry.layout import fitting_theme, make_layout
from gui.network.geometry.shapes import Layout
from gui.network.geometry.text_width import line_height, text_width
from gui.network.marks.edge_choice import choose_by_gradient
from gui.network.marks.edge_legend import edge_text_marks
from gui.network.marks.edge_marks import edge_marks
from gui.network.marks.edge_values import ConnectionValues
from gui.network.marks.mark_types import TextMark
from gui.network.marks.neuron_marks import bar_marks
from gui.network.marks.scales import Scales
from gui.network.marks.text_marks import Words, bar_text_marks, text_marks
from gui.theme.tokens import Theme

REST = AnimationState()
LINES = "test digit 9,999, a 5 · watched, not trained on", "1 of 60,000 in L"


def texts_of(
    snapshot: Snapshot, width: float, height: float, scale: float, walkthrough: str = ""
) -> tuple[Layout, Theme, tuple[TextMark, ...]]:
    """All that is written, with the folded legend."""
    theme = fitting_theme(width, height, Theme(scale=scale))
    layout = make_layout(snapshot.sizes, width, height, theme)
    scales, values = (
        Scales(len(snapshot.weights)),
        ConnectionValues(snapshot.connections, snapshot.trace.gradient),
    )
    scales.update(snapshot.weights, "gradient")
    choice = choose_by_gradient(values, layout)
    edges = edge_marks(values, "gradient", choice, layout, scales, theme)
    marks = text_marks(snapshot, layout, REST, theme, Words(LINES[0], walkthrough, LINES[1]))
    marks += edge_text_marks(layout, theme, edges, choice, shared=True)
    marks += bar_text_marks(bar_marks(snapshot, layout, REST), layout, theme)
    return layout, theme, (*marks, TextMark(layout.marks_line.x, layout.gaps_y, "Legend ▴", "tick"))


# A picture of two, of a window of 1024 x 600 at 250 to 300 %, is 139 px high and more; and lower under news.
@pytest.mark.parametrize("height", [96, 121, 139, 149, 172, 240])
@pytest.mark.parametrize("width", [300, 435, 816])
@pytest.mark.parametrize("hidden", [(32, 16), ()])
def test_no_text_of_a_low_picture_lies_on_another(
    make_snapshot, width: float, height: float, hidden: tuple[int, ...]
) -> None:
    snapshot = make_snapshot((256, *hidden, 10))
    for walkthrough in ("", "n" * 60):
        _, theme, marks = texts_of(snapshot, width, height, 3.0, walkthrough)
        boxes = []
        for mark in marks:
            wide = text_width(mark.text, mark.role, theme, mark.bold)
            left = {"left": mark.x, "right": mark.x - wide, "centre": mark.x - wide / 2}[mark.align]
            top = mark.y - 0.5 * line_height(mark.role, theme)
            boxes.append((left, top, left + wide, mark.y, mark.text))
        for i, (left, top, right, bottom, text) in enumerate(boxes):
            assert left >= -1 and right <= width + 1 and top >= 0 and bottom <= height, text
            for left2, top2, right2, bottom2, text2 in boxes[i + 1 :]:
                apart = right <= left2 + 1 or right2 <= left + 1 or bottom <= top2 + 1 or bottom2 <= top + 1
                assert apart, (text, text2)


@pytest.mark.parametrize(
    ("height", "place", "gaps", "legend"),
    [
        (240, True, True, True),
        (190, True, True, True),
        (172, False, True, True),
        (150, False, False, True),
        (125, False, False, False),
    ],
)
def test_the_least_important_goes_first(
    make_snapshot, height: float, place: bool, gaps: bool, legend: bool
) -> None:
    layout, theme, marks = texts_of(make_snapshot((256, 32, 16, 10)), 435, height, 3.0)
    said = [mark.text for mark in marks]
    assert (LINES[1] in said) == place
    # The gaps' own texts stand in one line with the folded legend.
    beside = [mark for mark in marks if mark.y == layout.gaps_y and mark.role == "tick"]
    assert (len(beside) > 1) == gaps
    assert bool(layout.legend.width) == legend
    # C, and how much is drawn of how much, are said at any height; the network has its part.
    assert any(text.startswith("C = ") for text in said)
    assert any(text.startswith("drawn ") and " of 8,864" in text for text in said)
    assert layout.content.height >= LEAST_NETWORK_PX


def test_a_picture_with_room_has_all_of_them(make_snapshot) -> None:
    layout, _, _ = texts_of(make_snapshot((256, 32, 16, 10)), 816, 388, 1.0)
    assert not layout.shares_line and not layout.is_lowest
    height = line_height("head", Theme()) + line_height("caption", Theme())
    assert layout.loss.height == pytest.approx(height)
