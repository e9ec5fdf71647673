"""The edges' picture: right colours, strongest on top, renewed in portions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor

from gui.network.geometry.shapes import Rect
from gui.network.marks.edge_marks import LEVELS, edge_palette
from gui.network.marks.mark_types import EdgeMarks
from gui.network.painting.edge_picture import PORTION, EdgePicture, prepare_strokes
from gui.theme.tokens import DARK, Theme

THEME = Theme()
CANVAS = QColor(DARK.canvas)


def marks_of(
    lines: list[tuple[float, ...]], levels: list[int], widths: list[float] | None = None
) -> EdgeMarks:
    array = np.array(lines, dtype=float).reshape(-1, 4)
    count = len(array)
    return EdgeMarks(
        kind="weight",
        group=0,
        source_layer=0,
        target_layer=1,
        source=np.arange(count),
        target=np.arange(count),
        value=np.array(levels, dtype=float),
        x1=array[:, 0],
        y1=array[:, 1],
        x2=array[:, 2],
        y2=array[:, 3],
        level=np.array(levels),
        width=np.ones(count) if widths is None else np.array(widths),
        scale=1.0,
    )


def drawn(marks: EdgeMarks, ratio: float = 1.0) -> EdgePicture:
    picture = EdgePicture(60, 40, ratio, CANVAS)
    picture.redraw(lambda: (marks,), edge_palette(THEME, "weight"))
    picture.work(10_000)
    return picture


def pixel(picture: EdgePicture, x: int, y: int) -> tuple[int, ...]:
    assert picture.image is not None
    colour = picture.image.pixelColor(x, y)
    return colour.red(), colour.green(), colour.blue()


@pytest.mark.parametrize(("level", "colour"), [(LEVELS, DARK.plus), (-LEVELS, DARK.minus), (0, DARK.canvas)])
def test_a_full_edge_has_the_full_colour_of_its_sign(qapp, level, colour):
    picture = drawn(marks_of([(10, 20.5, 50, 20.5)], [level]))
    expected = QColor(colour)
    assert pixel(picture, 30, 20) == (expected.red(), expected.green(), expected.blue())


def test_half_a_strength_is_blended_by_its_square(qapp):
    # s = 12 / 24, dark: f = 0.03 + 0.97 * 0.25 = 0.2725 from #0F131A to #5AA2FF.
    picture = drawn(marks_of([(10, 20.5, 50, 20.5)], [LEVELS // 2]))
    manual_edit = (15 + 0.2725 * (90 - 15), 19 + 0.2725 * (162 - 19), 26 + 0.2725 * (255 - 26))
    assert pixel(picture, 30, 20) == pytest.approx(manual_edit, abs=1)


def test_the_strongest_edge_lies_on_top_whatever_the_order(qapp):
    across, down = (10, 20.5, 50, 20.5), (30.5, 5, 30.5, 35)
    for lines, levels in (([across, down], [24, -6]), ([down, across], [-6, 24])):
        picture = drawn(marks_of(lines, levels))
        assert pixel(picture, 30, 20) == (0x5A, 0xA2, 0xFF)


def test_of_translucent_lines_each_is_seen_through_the_others_and_the_stronger_stays_the_fuller(qapp):
    levels = [LEVELS, LEVELS // 2, LEVELS // 4]
    lines = [(10, 5.5 + 10 * i, 50, 5.5 + 10 * i) for i in range(3)]
    picture = drawn(replace(marks_of(lines, levels), opacity=0.3))
    canvas, palette = np.array(CANVAS.getRgb()[:3]), edge_palette(THEME, "weight").astype(float)
    apart = []
    for place, level in enumerate(levels):
        expected = canvas + 0.3 * (palette[LEVELS + level] - canvas)
        seen = np.array(pixel(picture, 30, 5 + 10 * place))
        assert np.abs(seen - expected).max() <= 1
        apart.append(np.abs(seen - canvas).sum())
    assert apart == sorted(apart, reverse=True)


def test_a_wide_edge_covers_two_pixels(qapp):
    picture = drawn(marks_of([(10, 20, 50, 20)], [LEVELS], [2.0]))
    assert pixel(picture, 30, 19) == pixel(picture, 30, 20) == (0x5A, 0xA2, 0xFF)
    assert pixel(picture, 30, 18) == pixel(picture, 30, 21) == (0x0F, 0x13, 0x1A)


def test_what_is_not_finite_is_left_out(qapp):
    marks = marks_of([(10, np.nan, 50, 20.5), (10, 5.5, 50, 5.5)], [LEVELS, LEVELS])
    marks.value[1] = np.nan
    lines, strokes = prepare_strokes((marks,), edge_palette(THEME, "weight"))
    assert len(lines) == 0 and strokes == []
    assert pixel(drawn(marks), 30, 5) == (0x0F, 0x13, 0x1A)


def test_lines_begin_at_the_border_of_the_input_picture():
    marks = marks_of([(10, 20, 60, 20), (10, 20, 20, -20), (10, 20, 60, 45)], [1, 1, 1])
    lines, _ = prepare_strokes((marks,), edge_palette(THEME, "weight"), Rect(0, 10, 20, 20))
    # To the right through x = 20; steeply up through y = 10; down to the right: x = 20 at y = 25.
    assert lines[:, :2].tolist() == [[20, 20], [12.5, 10], [20, 25]]
    assert lines[:, 2:].tolist() == [[60, 20], [20, -20], [60, 45]]


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_of_a_line_only_what_is_in_the_part_that_is_seen_is_left(ratio):
    seen = Rect(10, 10, 40, 20)
    kept = {
        (0, 20, 60, 20): (10, 20, 50, 20),
        (20, 0, 20, 40): (20, 10, 20, 30),
        (0, 0, 40, 40): (10, 10, 30, 30),
        (15, 15, 45, 25): (15, 15, 45, 25),
        # Along its border, from within, and to within.
        (0, 10, 60, 10): (10, 10, 50, 10),
        (50, 15, 50, 60): (50, 15, 50, 30),
        (60, 20, 30, 20): (50, 20, 30, 20),
    }
    outside = [(0, 0, 60, 0), (0, 35, 9, 0), (55, 0, 55, 40), (0, 25, 10, 40)]
    marks = marks_of([*kept, *outside], [1] * (len(kept) + len(outside)))
    lines, _ = prepare_strokes((marks,), edge_palette(THEME, "weight"), ratio=ratio, seen=seen, one_each=True)
    assert lines / ratio == pytest.approx(np.array(list(kept.values()), dtype=float))


def test_where_each_edge_is_one_line_a_wide_one_has_a_wide_pen():
    marks = marks_of([(0, 0, 1, 1), (2, 2, 3, 3), (4, 4, 5, 5)], [7, 7, 9], [1.0, 1.4, 1.4])
    lines, strokes = prepare_strokes((marks,), edge_palette(THEME, "weight"), one_each=True)
    assert lines.tolist() == [[0, 0, 1, 1], [2, 2, 3, 3], [4, 4, 5, 5]]
    drawn = [(stroke.pen.widthF(), stroke.first, stroke.last) for stroke in strokes]
    assert drawn == [(1.0, 0, 1), (1.4, 1, 2), (1.4, 2, 3)]


def test_a_picture_is_swapped_only_when_it_is_complete(qapp):
    count = 3 * PORTION
    many = marks_of([(5, 5 + 0.1 * i, 55, 20) for i in range(count)], [LEVELS] * count)
    picture = drawn(marks_of([(10, 20.5, 50, 20.5)], [LEVELS]))
    old, version = picture.image, picture.version
    picture.redraw(lambda: (many,), edge_palette(THEME, "weight"))
    portions = 1
    while picture.work(0):
        assert picture.image is old and picture.version == version
        portions += 1
    # The marks, the strokes, and each stroke.
    assert portions == 5
    assert picture.image is not old and picture.version == version + 1 and not picture.has_work


def test_a_complete_picture_that_is_held_waits_and_the_first_one_does_not(qapp):
    picture = EdgePicture(60, 40, 1.0, CANVAS)
    picture.is_held = True
    palette = edge_palette(THEME, "weight")
    first, second = (marks_of([(5, y, 55, y)], [LEVELS]) for y in (10.5, 30.5))
    picture.redraw(lambda: (first,), palette)
    picture.work(10_000)
    assert picture.drawn_marks == (first,) and picture.version == 1 and not picture.show_complete()
    picture.redraw(lambda: (second,), palette)
    picture.work(10_000)
    assert picture.drawn_marks == (first,) and picture.complete_marks == (second,) and picture.version == 1
    assert pixel(picture, 30, 30) == (0x0F, 0x13, 0x1A)
    assert picture.show_complete() and picture.drawn_marks == (second,) and picture.version == 2
    assert pixel(picture, 30, 30) == (0x5A, 0xA2, 0xFF)


def test_a_newer_picture_takes_the_place_of_one_under_way(qapp):
    count = 2 * PORTION
    picture = EdgePicture(60, 40, 1.0, CANVAS)
    palette = edge_palette(THEME, "weight")
    picture.redraw(lambda: (marks_of([(5, 10.5, 55, 10.5)] * count, [LEVELS] * count),), palette)
    picture.work(0)
    picture.redraw(lambda: (marks_of([(5, 30.5, 55, 30.5)], [LEVELS]),), palette)
    picture.work(10_000)
    assert pixel(picture, 30, 10) == (0x0F, 0x13, 0x1A)
    assert pixel(picture, 30, 30) == (0x5A, 0xA2, 0xFF)


def test_the_faded_picture_keeps_a_tenth(qapp):
    picture = drawn(marks_of([(10, 20.5, 50, 20.5)], [LEVELS]))
    faded = picture.faded()
    assert faded is not None
    colour = faded.pixelColor(30, 20)
    manual_edit = (15 + 0.1 * 75, 19 + 0.1 * 143, 26 + 0.1 * 229)
    assert (colour.red(), colour.green(), colour.blue()) == pytest.approx(manual_edit, abs=2)
    assert pixel(picture, 30, 20) == (0x5A, 0xA2, 0xFF)


def test_a_fine_screen_gets_twice_the_pixels(qapp):
    picture = drawn(marks_of([(10, 20, 50, 20)], [LEVELS]), ratio=2.0)
    assert picture.image is not None
    assert (picture.image.width(), picture.image.height()) == (120, 80)
    # 1 px wide is 2 of the screen's, around y = 40.
    assert pixel(picture, 60, 39) == pixel(picture, 60, 40) == (0x5A, 0xA2, 0xFF)
