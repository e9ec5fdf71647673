"""The line that names the example is always in sight, and touches nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.network.animation.timeline import AnimationState
from gui.network.geometry.layout import NEWS_PX, make_layout
from gui.network.geometry.shapes import Layout
from gui.network.geometry.text_width import text_width
from gui.network.marks.mark_types import TextMark
from gui.network.marks.text_marks import Words, text_marks
from gui.network.marks.title_line import title_line
from gui.theme.tokens import Theme

TITLE = "test digit 7, a 9: watched, not trained on"
SIZES = (256, 32, 16, 10)


def layout_of(width: float = 777, height: float = 498, sizes: tuple[int, ...] = SIZES) -> Layout:
    return make_layout(sizes, width, height, Theme())


def box(mark: TextMark) -> tuple[float, float, float, float]:
    """(left, top, right, bottom): type of 15 px and less is no higher than 14 px above its baseline and 4 below."""
    width = text_width(mark.text, mark.role, Theme(), bold=mark.bold)
    left = mark.x - {"left": 0.0, "right": width, "centre": width / 2}[mark.align]
    return left, mark.y - 11, left + width, mark.y + 4


def meets(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_without_a_title_there_is_no_line() -> None:
    assert title_line(layout_of(), Theme(), "") is None


def test_news_that_are_a_part_of_a_pixel_higher_leave_title_and_phase_their_lines(make_snapshot) -> None:
    theme = replace(Theme(), scale=0.8)
    layout, snapshot, said = (
        make_layout(SIZES, 1113, 640, theme),
        make_snapshot(SIZES),
        "Layer 1: a·w adds up.",
    )
    assert layout.walkthrough.y < 29 < layout.walkthrough.y + 1, "a message at 80 % is 29 px high"
    words = Words(TITLE, said, covered=29.0)
    texts = [mark.text for mark in text_marks(snapshot, layout, AnimationState(), theme, words)]
    assert said in texts and any(text.startswith("test digit") for text in texts)


@pytest.mark.parametrize("size", [(777, 498), (777, 380), (520, 420), (1280, 700), (1600, 300)])
@pytest.mark.parametrize("walkthrough", ["", "Layer 1: each neuron adds up a·w of the inked pixels."])
def test_under_news_the_title_stands_below_them_and_touches_nothing(
    make_snapshot, size: tuple[float, float], walkthrough: str
) -> None:
    layout, snapshot = layout_of(*size), make_snapshot(SIZES)
    bare = text_marks(snapshot, layout, AnimationState(), Theme(), Words(TITLE, walkthrough))
    marks = text_marks(
        snapshot, layout, AnimationState(), Theme(), Words(TITLE, walkthrough, covered=NEWS_PX)
    )
    if walkthrough and layout.walkthrough.y == layout.title.y:
        # News lie over both: what is happening has the place, as much of it as fits.
        titles = [
            mark for mark in marks if mark.y < layout.content.y and walkthrough.startswith(mark.text[:8])
        ]
        assert len(titles) <= 1 and not any(mark.text.startswith("test digit") for mark in marks)
        bare = tuple(mark for mark in bare if mark.text != walkthrough)
    else:
        titles = [mark for mark in marks if mark.text.startswith("test digit")]
    # Nothing else has moved.
    assert [mark for mark in marks if mark not in titles] == [mark for mark in bare if mark.text not in TITLE]
    for title in titles:
        assert box(title)[1] >= NEWS_PX
        picture = layout.picture.x, layout.picture.y, layout.picture.x + layout.picture.width, 1e4
        left = layout.layers[0].left, layout.content.y, 1e4, 1e4
        assert not meets(box(title), picture) and not meets(box(title), left)
        assert not any(meets(box(title), box(mark)) for mark in marks if mark is not title and mark.text)


@pytest.mark.parametrize("size", [(777, 498), (777, 380), (1280, 700)])
def test_in_the_windows_usual_sizes_the_whole_name_is_there(make_snapshot, size: tuple[float, float]) -> None:
    words = Words("test digit 7, a 9", covered=NEWS_PX)
    marks = text_marks(make_snapshot(SIZES), layout_of(*size), AnimationState(), Theme(), words)
    assert "test digit 7, a 9" in [mark.text for mark in marks]


def test_under_news_of_three_lines_it_stands_below_all_of_them() -> None:
    title = title_line(layout_of(1280, 700), Theme(), TITLE, covered=70.0)
    assert title is not None and title.text == TITLE and box(title)[1] >= 70.0


def test_where_another_line_begins_the_title_is_cut() -> None:
    layout = layout_of()
    baseline = layout.walkthrough.y + 14
    line = title_line(layout, Theme(), TITLE, covered=NEWS_PX, others=[TextMark(200, baseline, "Sum")])
    assert line is not None and line.text.endswith("…") and box(line)[2] < 200
    # With no room at all nothing is written.
    assert title_line(layout, Theme(), TITLE, covered=NEWS_PX, others=[TextMark(90, baseline, "Sum")]) is None
    assert title_line(layout, Theme(), TITLE, covered=NEWS_PX, others=[TextMark(90, 400, "Sum")]) is not None
