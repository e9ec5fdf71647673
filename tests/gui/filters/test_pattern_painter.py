"""What is painted of a filter's answers, pixel by pixel: each pattern's ink, as bright as the legend says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from gui.filters.answers import BLANK, FilterAnswers
from gui.filters.pattern_marks import PatternMarks, pattern_marks
from gui.filters.pattern_painter import PatternPainter, PlotPlaces
from gui.theme.tokens import Theme, make_theme
from tests.gui.filters.shown import answers


def cut(own: FilterAnswers) -> FilterAnswers:
    counts = own.counts.copy()
    counts[BLANK] = 2 * counts.sum()
    return replace(own, counts=counts)


def painted(
    own: FilterAnswers, theme: Theme, width: int = 560, height: int = 380, chosen: int | None = None
) -> tuple[QImage, PatternMarks, PlotPlaces]:
    places = PlotPlaces.of(width, height, theme)
    marks = pattern_marks(own, places.stacks.width(), places.stacks.height(), theme.scale)
    assert marks is not None
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(theme.colour("canvas"))
    painter = QPainter(image)
    on = PatternPainter(painter, theme, places, own, marks)
    on.paint()
    if chosen is not None:
        on.paint_chosen(chosen)
    painter.end()
    return image, marks, places


def near(one: QColor, other: QColor) -> bool:
    return (
        max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue()))
        <= 1
    )


@pytest.mark.parametrize("name", ["dark", "light"])
def test_each_pattern_is_painted_where_it_stands_and_as_bright_as_it_is(qtbot: QtBot, name: str) -> None:
    theme, own = make_theme(name), answers()
    image, marks, places = painted(own, theme)
    no_ink, cell = theme.blend("lit", "canvas", 0.11), marks.binning.cell
    bottom = round(places.stacks.bottom())
    for i in range(0, len(marks.code), 5):
        code = int(marks.code[i])
        ink = theme.blend("lit" if own.z[code] > 0 else "dim", "canvas", float(marks.light[i]))
        for bit in range(9):
            row, column = divmod(bit, 3)
            x = int(places.stacks.left() + marks.x[i] + column * cell + cell // 2)
            y = int(bottom - marks.y[i] - marks.side + row * cell + cell // 2)
            expected = ink if code >> bit & 1 else no_ink
            assert near(image.pixelColor(x, y), expected), (code, bit)


def test_bars_are_as_long_as_their_shares_and_the_cut_one_has_a_gap(qtbot: QtBot) -> None:
    theme, own = make_theme("dark"), cut(answers())
    image, marks, places = painted(own, theme)
    canvas, top, bottom = theme.colour("canvas"), round(places.bars.top()), round(places.bars.bottom())
    for n, share in enumerate(marks.bars.tolist()):
        x = int(places.bars.left() + n * marks.width + marks.width // 2)
        lit = [not near(image.pixelColor(x, y), canvas) for y in range(top, bottom)]
        if n == marks.cut:
            assert lit[0] and lit[-1] and not all(lit), "a gap"
        elif share:
            expected = max(1.0, places.bars.height() * share / marks.top)
            assert sum(lit) == pytest.approx(expected, abs=1.01)
        else:
            assert not any(lit)


def test_the_chosen_pattern_has_a_frame_around_it(qtbot: QtBot) -> None:
    theme, own = make_theme("dark"), answers()
    code = int(own.ranked[0])
    image, marks, places = painted(own, theme, chosen=code)
    before, _, _ = painted(own, theme)
    i = int(np.flatnonzero(marks.code == code)[0])
    x, y = int(places.stacks.left() + marks.x[i]), round(places.stacks.bottom() - marks.y[i]) - marks.side
    changed = [
        (left, top)
        for left in range(image.width())
        for top in range(y - 6, min(image.height(), y + marks.side + 6))
        if image.pixelColor(left, top) != before.pixelColor(left, top)
    ]
    assert changed and all(abs(left - x - marks.side / 2) <= marks.side / 2 + 5 for left, _ in changed)
    inside = [
        (left, top) for left, top in changed if x <= left < x + marks.side and y <= top < y + marks.side
    ]
    assert not inside, "the pattern itself stays"


@pytest.mark.parametrize(("width", "height", "scale"), [(220, 150, 1.0), (560, 260, 1.0), (900, 600, 2.0)])
def test_its_parts_stand_one_below_the_other_in_any_room(
    qtbot: QtBot, width: int, height: int, scale: float
) -> None:
    theme = make_theme("light", scale)
    places = PlotPlaces.of(width, height, theme)
    parts = [places.heads, places.stacks, places.bars, places.words, places.legend]
    for upper, lower in zip(parts, parts[1:], strict=False):
        assert upper.bottom() <= lower.top() + 1e-6
    assert places.legend.bottom() <= height and places.stacks.height() > 10
    painted(answers(), theme, width, height)
