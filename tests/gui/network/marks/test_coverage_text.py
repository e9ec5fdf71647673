"""What is said of how much is drawn, in all and by gap."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Zoom
from gui.network.geometry.text_width import text_width
from gui.network.marks.coverage_text import coverage
from gui.network.marks.edge_choice import choose_by_gradient, choose_by_signal
from gui.network.marks.edge_legend import edge_text_marks
from gui.network.marks.edge_marks import edge_marks
from gui.network.marks.edge_values import ConnectionValues, weights
from gui.theme.tokens import Theme
from tests.core.small_snapshots import with_trace

THEME = Theme()


def words(snapshot, edges=(), choice=None, size=(800, 506), **known):
    layout = make_layout(snapshot.sizes, *size, THEME)
    return [mark.text for mark in edge_text_marks(layout, THEME, edges, choice, **known)]


def test_coverage_says_what_is_drawn_of_what(make_snapshot):
    snapshot = make_snapshot()
    layout = make_layout(snapshot.sizes, 800, 506, THEME)
    whole = {"sums": (2.0, 2.0, 2.0)}
    choice = replace(choose_by_signal(snapshot, layout), parts=(1.9, 1.8, 1.66), **whole)
    drawn = f"{sum(len(edges) for edges in choice.edges):,}"
    said = words(snapshot, choice=choice, size=(1200, 506))
    assert f"drawn {drawn} of 8,864 · 89 % of this digit’s signal, mean of the 3 gaps" in said
    gradient = ConnectionValues(snapshot.connections, snapshot.trace.gradient)
    choice = replace(choose_by_gradient(gradient, layout), parts=(1.94, 1.94, 1.94), **whole)
    drawn = f"{sum(len(edges) for edges in choice.edges):,}"
    said = words(snapshot, choice=choice, size=(1200, 506))
    assert f"drawn {drawn} of 8,864 · 97 % of this digit’s ∂C/∂w, mean of the 3 gaps" in said


@pytest.mark.parametrize(
    ("width", "words_of_share"),
    [
        (1200, " · 61 % of this digit’s signal, mean of the 3 gaps"),
        (320, " · 61 %, mean of the 3 gaps"),
        (230, " connections"),
    ],
)
def test_a_mean_of_gaps_is_never_said_to_be_a_part_of_the_whole(make_snapshot, width, words_of_share):
    # (13 % + 69 % + 100 %) / 3 = 60.67 %; of all numbers together it would be 131.3 of 1,009 = 13 %.
    snapshot = make_snapshot()
    layout = make_layout(snapshot.sizes, 800, 506, THEME)
    layout = replace(layout, coverage=replace(layout.coverage, width=width))
    choice = choose_by_signal(snapshot, layout)
    choice = replace(choice, parts=(130.0, 0.69, 8.0), sums=(1000.0, 1.0, 8.0))
    mark = coverage(layout, THEME, "signal", choice, True, ())
    assert mark.text == f"drawn {choice.drawn:,} of 8,864{words_of_share}"


@pytest.mark.parametrize("budget", [None, 16])
def test_coverage_names_no_share_where_there_is_none_to_name(make_snapshot, budget):
    # All are drawn; or nothing is known of what they carry.
    snapshot = make_snapshot()
    choice = choose_by_signal(snapshot, make_layout(snapshot.sizes, 800, 506, THEME), budget)
    if budget is not None:
        choice = replace(choice, sums=())
    assert (choice.drawn == 8864) is (budget is None)
    assert f"drawn {choice.drawn:,} of 8,864 connections" in words(snapshot, choice=choice)


def test_enlarged_the_connections_in_view_are_counted(make_snapshot):
    snapshot = make_snapshot((256, 32, 16, 10))
    layout = make_layout(snapshot.sizes, 1400, 506, THEME, zoom=Zoom(4.0, 900.0, 400.0, 4.0))
    choice = choose_by_signal(snapshot, layout)
    edges = edge_marks(weights(snapshot), "weight", choice, layout, (1.0, 1.0, 1.0), THEME)
    clip, seen = layout.clip, 0
    assert clip is not None
    # A point every thousandth of the way tells which line passes through.
    way = np.linspace(0, 1, 1001)
    for group in edges:
        for x1, y1, x2, y2 in zip(group.x1, group.y1, group.x2, group.y2, strict=True):
            x, y = x1 + way * (x2 - x1), y1 + way * (y2 - y1)
            inside = (x > clip.x) & (x < clip.x + clip.width) & (y > clip.y) & (y < clip.y + clip.height)
            seen += bool(inside.any())
    marks = edge_text_marks(layout, THEME, edges, choice)
    (line,) = (mark.text for mark in marks if "in view" in mark.text)
    assert 0 < seen < choice.drawn and abs(int(line.split(" ")[0].replace(",", "")) - seen) <= 2


def test_under_each_gap_stands_how_many_of_its_edges_are_drawn_and_their_share(make_snapshot):
    snapshot = make_snapshot((256, 8, 6, 10))
    layout = make_layout(snapshot.sizes, 1400, 506, THEME)
    choice = replace(choose_by_signal(snapshot, layout, 3), sums=(10.0, 10.0, 10.0), parts=(9.0, 5.0, 2.5))
    marks = [mark for mark in edge_text_marks(layout, THEME, (), choice) if mark.y == layout.gaps_y]
    # Three for each neuron behind the gap that gets so many.
    totals, drawn = (256 * 8, 8 * 6, 6 * 10), choice.drawn_per_group
    assert drawn[0] == 24 and max(drawn[1:]) <= 30
    for gap, (mark, part) in enumerate(zip(marks, ("90 %", "50 %", "25 %"), strict=True)):
        assert mark.text == f"{drawn[gap]} of {totals[gap]:,} · {part}"
        left, right = layout.gap_bounds(gap)
        assert (mark.align, mark.x) == ("centre", (left + right) / 2)


@pytest.mark.parametrize(("silent", "is_said"), [(0, False), (1234, True)])
def test_edges_that_are_0_are_counted_apart(make_snapshot, silent, is_said):
    snapshot = make_snapshot((256, 10))
    # So narrow that the coverage has a line of its own.
    layout = make_layout((256, 10), 640, 506, THEME)
    choice = replace(choose_by_signal(snapshot, layout), silent=silent)
    assert words(snapshot, choice=choice, size=(640, 506))[0].endswith(" · 1,234 are 0") is is_said


@pytest.mark.parametrize(("measure", "what"), [("signal", "signal"), ("gradient", "∂C/∂w")])
def test_what_is_no_digit_is_not_called_one(make_snapshot, measure, what):
    snapshot = make_snapshot((256, 10))
    choice = choose_by_signal(snapshot, make_layout((256, 10), 800, 506, THEME), 3)
    choice = replace(choice, measure=measure)
    assert words(snapshot, choice=choice)[0].endswith(f" of this digit’s {what}")
    other = words(snapshot, choice=choice, of_digit=False)[0]
    assert other.endswith(f" {what}") and "digit" not in other


@pytest.mark.parametrize(
    ("measure", "long", "short", "narrow"),
    [("signal", "none of 60 carries a signal", "no signal", 640), ("gradient", "all 60 are 0", "all 0", 460)],
)
def test_under_a_gap_without_signal_stands_why_nothing_is_drawn(make_snapshot, measure, long, short, narrow):
    snapshot = make_snapshot((256, 8, 6, 10))
    # The last hidden layer is silent: its 60 weights are there, and each a·w is 0.
    a = [values.copy() for values in snapshot.trace.a]
    a[1][:] = 0
    snapshot = with_trace(snapshot, a=a)
    for width, expected in ((1600, long), (narrow, short)):
        layout = make_layout(snapshot.sizes, width, 506, THEME)
        choice = replace(choose_by_signal(snapshot, layout), measure=measure)
        assert choice.drawn_per_group[2] == 0
        marks = [mark for mark in edge_text_marks(layout, THEME, (), choice) if mark.y == layout.gaps_y]
        assert marks[-1].text == expected
    # What is not finite is no 0.
    unknown = replace(choice, sums=(1.0, 1.0, float("nan")))
    assert short not in words(snapshot, choice=unknown)


@pytest.mark.parametrize("broken", [np.inf, np.nan])
def test_a_gap_whose_signals_are_infinite_is_not_said_to_have_none(make_snapshot, broken):
    snapshot = make_snapshot((256, 8, 6, 10))
    a = [values.copy() for values in snapshot.trace.a]
    a[1][:] = broken
    snapshot = with_trace(snapshot, a=a)
    layout = make_layout(snapshot.sizes, 1600, 506, THEME)
    choice = choose_by_signal(snapshot, layout)
    assert not any(
        "no signal" in line or "carries a signal" in line for line in words(snapshot, choice=choice)
    )
    assert choice.share is None


@pytest.mark.parametrize(
    ("silent", "told"), [((1,), "no signal in gap 3"), ((0, 1), "no signal in gaps 2–3"), ((), None)]
)
def test_beside_the_coverage_the_gaps_without_signal_are_named(make_snapshot, silent, told):
    snapshot = make_snapshot((256, 8, 6, 10))
    a = [np.zeros_like(values) if i in silent else values for i, values in enumerate(snapshot.trace.a)]
    snapshot = with_trace(snapshot, a=a)
    # So narrow that the coverage has a line of its own.
    layout = make_layout(snapshot.sizes, 640, 506, THEME)
    said = words(snapshot, choice=choose_by_signal(snapshot, layout), size=(640, 506))
    line = next(line for line in said if line.startswith("drawn "))
    assert line.endswith(f" · {told}") if told else "no signal" not in line


def test_without_room_every_gap_has_its_part_also_where_all_are_drawn(make_snapshot):
    snapshot = make_snapshot((256, 8, 6, 10))
    layout = make_layout(snapshot.sizes, 800, 506, THEME)
    choice = replace(choose_by_signal(snapshot, layout, 3), sums=(10.0, 10.0, 10.0), parts=(9.0, 5.0, 10.0))
    # Of the 60 connections into the outputs all are drawn: of a choice only their number is asked for here.
    choice = replace(choice, edges=(*choice.edges[:-1], range(60)))
    first, second, last = layout.layers
    said = []
    for room in (text_width("60 of 60", "tick", THEME), text_width("100 %", "tick", THEME)):
        left, half = (last.left + last.right) / 2 - room - THEME.px(10) - 1, second.right - second.left
        moved = replace(
            layout, layers=(first, replace(second, left=left - half / 2, right=left + half / 2), last)
        )
        marks = edge_text_marks(moved, THEME, (), choice)
        said.append([mark.text for mark in marks if mark.y == layout.gaps_y][-1])
    assert said == ["60 of 60", "100 %"]


@pytest.mark.parametrize("width", [420, 500, 640, 800, 1100, 1600])
def test_no_count_stands_before_a_share_without_what_it_is_of(make_snapshot, width):
    snapshot = make_snapshot((256, 32, 16, 10))
    layout = make_layout(snapshot.sizes, width, 506, THEME)
    choice = choose_by_signal(snapshot, layout, 300)
    texts = [mark.text for mark in edge_text_marks(layout, THEME, (), choice) if mark.y == layout.gaps_y]
    shares = [text for text in texts if "%" in text]
    assert shares and all("·" not in text or " of " in text for text in shares)


def test_a_gap_without_room_has_its_share_where_its_neighbours_say_less(make_snapshot):
    snapshot = make_snapshot((256, 8, 6, 10))
    layout = make_layout(snapshot.sizes, 800, 506, THEME)
    choice = replace(choose_by_signal(snapshot, layout, 3), sums=(10.0, 10.0, 10.0), parts=(9.0, 9.999, 10.0))

    def texts(apart):
        """Under the three gaps, where the two columns in the middle are so many px apart."""
        first, second, last = layout.layers
        middle = (first.left + first.right) / 2 + apart
        half = (second.right - second.left) / 2
        columns = (first, replace(second, left=middle - half, right=middle + half), last)
        moved = replace(layout, layers=columns)
        marks = [mark for mark in edge_text_marks(moved, THEME, (), choice) if mark.y == layout.gaps_y]
        ends = [(mark.x - half, mark.x + half) for mark in marks if (half := wide(mark.text) / 2)]
        assert all(left[1] + THEME.px(10) <= right[0] + 1e-6 for left, right in itertools.pairwise(ends))
        return [mark.text for mark in marks]

    def wide(words):
        return text_width(words, "tick", THEME)

    needed, sign = (text_width(words, "tick", THEME) + THEME.px(10) for words in (">99.9 %", "…"))
    assert texts(needed + 1)[1] == ">99.9 %"
    assert texts(needed - 1)[1] == texts(sign + 1)[1] == ">99.9 %"
    assert len(texts(sign - 1)) == 2 and "…" not in texts(sign - 1)


def test_the_last_gap_s_share_reaches_behind_the_outputs_where_it_has_no_room_before_them(make_snapshot):
    snapshot = make_snapshot((256, 8, 6, 10))
    layout = make_layout(snapshot.sizes, 800, 506, THEME)
    choice = replace(choose_by_signal(snapshot, layout, 3), sums=(10.0, 10.0, 10.0), parts=(9.0, 5.0, 9.999))
    first, second, last = layout.layers
    outputs, half = (last.left + last.right) / 2, (second.right - second.left) / 2
    wide, apart = text_width(">99.9 %", "tick", THEME), THEME.px(10)

    def last_mark(free: float, edge: float):
        """Of the last gap, where its columns are `free` px apart, and `edge` px are right of the outputs."""
        columns = (first, replace(second, left=outputs - free - half, right=outputs - free + half), last)
        coverage = replace(layout.coverage, width=outputs + edge - layout.coverage.x)
        moved = replace(layout, layers=columns, coverage=coverage)
        return [mark for mark in edge_text_marks(moved, THEME, (), choice) if mark.y == layout.gaps_y][-1]

    needed = wide + apart
    mark = last_mark(needed + 1, 200)
    assert mark.text == ">99.9 %" and mark.x < outputs
    mark = last_mark(needed - 20, 200)
    assert mark.text == ">99.9 %" and mark.x - wide / 2 == pytest.approx(outputs - needed + 20 + apart / 2)
    # Or before them, as far as the gap before leaves room; with too little on both sides it has a sign.
    mark = last_mark(needed - 20, 5)
    assert mark.text == ">99.9 %" and mark.x + wide / 2 <= outputs + 5
    assert last_mark(text_width("…", "tick", THEME) + apart + 1, 5).text == "…"
