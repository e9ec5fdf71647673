"""Bars, picture and legend are painted as their marks say."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.network.geometry.layout import make_layout
from gui.network.geometry.shapes import Rect
from gui.network.marks.edge_marks import legend_colours, legend_strip
from gui.network.marks.mark_types import BarMarks
from gui.network.marks.neuron_marks import picture_marks
from gui.network.painting.painter import paint_bars, paint_hovered, paint_legend, paint_picture
from gui.theme.tokens import DARK, Theme

THEME = Theme()
TRACKS = (Rect(20, 20, 80, 10), Rect(20, 50, 80, 10))


def canvas(width: int = 200, height: int = 100) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(DARK.canvas))
    return image


def begin(image: QImage) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def bars(lengths: list[float], right: int | None, said: int | None) -> BarMarks:
    return BarMarks(np.array(lengths), ("", ""), ("0", "1"), right, said)


def painted_bars(marks: BarMarks) -> QImage:
    image = canvas()
    painter = begin(image)
    paint_bars(painter, TRACKS, marks, THEME)
    painter.end()
    return image


@pytest.mark.parametrize("length", [0.0, 20.0, 44.0, 80.0])
def test_a_bar_is_as_long_as_its_mark(qapp, length):
    image = painted_bars(bars([length, 0.0], None, 0))
    lit = sum(image.pixelColor(x, 25) == QColor(DARK.lit) for x in range(200))
    assert lit == length


def test_an_unknown_y_has_no_bar(qapp):
    assert painted_bars(bars([np.nan, np.nan], None, None)) == canvas()


def test_a_wrong_answers_bar_is_hatched_and_the_right_ones_is_not(qapp):
    image = painted_bars(bars([60.0, 60.0], 1, 0))
    wrong = {image.pixel(x, y) for x in range(22, 78) for y in range(22, 29)}
    right = {image.pixel(x, y) for x in range(22, 78) for y in range(52, 59)}
    assert len(wrong) > 1 and right == {QColor(DARK.lit).rgb()}


def test_the_right_answer_is_outlined_in_the_colour_of_text(qapp):
    image = painted_bars(bars([0.0, 0.0], 1, 0))
    above = [image.pixelColor(60, y).lightness() for y in range(44, 50)]
    assert max(above) > 150
    assert max(image.pixelColor(60, y).lightness() for y in range(10, 20)) < 30


@pytest.mark.parametrize("right", [0, 1, 2])
def test_the_right_answers_outline_leaves_the_bars_beside_it_as_they_are(qapp, right: int) -> None:
    # As ten outputs stand in a low picture: 7 px apart.
    tracks = tuple(Rect(20, 20.0 + 7 * i, 80, 4) for i in range(3))
    painted = []
    for answer in (None, right):
        image = canvas()
        painter = begin(image)
        paint_bars(painter, tracks, BarMarks(np.full(3, 60.0), ("",) * 3, ("0", "1", "2"), answer, 0), THEME)
        painter.end()
        painted.append(image)
    rows = [y for i in range(3) if i != right for y in range(20 + 7 * i, 24 + 7 * i)]
    changed = [y for y in rows if painted[0].pixel(50, y) != painted[1].pixel(50, y)]
    # The first is said: where it is wrong, it is hatched.
    assert [y for y in changed if not (right and y < 24)] == []


def test_ink_is_lit_and_the_picture_hides_what_is_under_it(qapp):
    layout = make_layout((4, 2), 200, 200, THEME)
    image = canvas(200, 200)
    image.fill(QColor("red"))
    painter = begin(image)
    paint_picture(painter, layout, picture_marks(np.array([1.0, 0, 0, 0]), layout, THEME), THEME)
    painter.end()
    inside = [image.pixelColor(int(x), int(y)) for x, y in zip(layout.pixel_x, layout.pixel_y, strict=True)]
    assert inside[0] == QColor(DARK.lit)
    # 11 % of #FFF6DC over #0F131A.
    assert inside[1].red() == pytest.approx(15 + 0.11 * 240, abs=1)
    assert all(colour.red() < 255 for colour in inside[1:])


def test_the_legend_goes_from_full_minus_to_full_plus(qapp):
    layout = make_layout((256, 32, 16, 10), 800, 506, THEME)
    image = canvas(800, 506)
    strip = legend_strip(layout.legend, THEME)
    painter = begin(image)
    paint_legend(painter, strip, legend_colours(THEME, "weight"))
    painter.end()
    y = int(strip.y + strip.height / 2)
    assert image.pixelColor(int(strip.x + 1), y) == QColor(DARK.minus)
    assert image.pixelColor(int(strip.x + strip.width - 1.5), y) == QColor(DARK.plus)


def test_the_pointers_mark_leaves_a_gap_around_the_neuron(qapp):
    image = canvas()
    painter = begin(image)
    paint_hovered(painter, 50.0, 50.0, 10.0, 0.0, THEME)
    painter.end()
    # Radius 10 + half the outline 0.6 + gap 1 = 11.6 to 13.6.
    assert image.pixelColor(62, 50) == QColor(DARK.text)
    assert image.pixelColor(60, 50) == QColor(DARK.canvas)
    assert image.pixelColor(64, 50) == QColor(DARK.canvas)
