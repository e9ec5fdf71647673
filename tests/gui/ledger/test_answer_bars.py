"""The bars are painted as long as y is, and the line from the curve ends at the right one's."""

from __future__ import annotations

import math

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.ledger.answer_bars import AnswerBars
from gui.ledger.answer_rows import ONE, SQUARES, answer_rows
from gui.theme.tokens import Theme
from tests.gui.figures.figure_rows import rows_of

NAMES = "cat", "dog", "cow"
Y = np.array([0.25, 0.65, 0.1])


@pytest.fixture
def bars(qtbot: QtBot) -> AnswerBars:
    bars = AnswerBars()
    qtbot.addWidget(bars)
    bars.set_theme(Theme())
    bars.resize(240, 60)
    bars.show_rows(answer_rows(Y, None, NAMES, 2, 1, -math.log(0.1), ONE))
    return bars


def test_the_bars_are_as_long_as_y(bars: AnswerBars) -> None:
    image, lit = bars.grab().toImage(), Theme().colour("lit").name()
    high = bars.sizeHint().height() / 3
    # Of the second one, which is hatched, what is painted at all.
    long = [
        sum(image.pixelColor(x, round((i + 0.5) * high)).name() == lit for x in range(240)) for i in (0, 2)
    ]
    assert long[0] / long[1] == pytest.approx(2.5, rel=0.15)


def test_the_line_ends_at_the_right_ones_bar_or_at_the_bracket_of_all(bars: AnswerBars) -> None:
    high = bars.sizeHint().height() / 3
    assert bars.anchor is not None and bars.anchor.y() == pytest.approx(2.5 * high, abs=1)
    bars.show_rows(answer_rows(Y, Y, NAMES, 2, 1, 1.0, SQUARES))
    assert bars.anchor is not None and bars.anchor.y() == pytest.approx(1.5 * high, abs=1)
    bars.show_rows(None)
    assert bars.anchor is None and not bars.isVisible()


def test_all_of_them_are_heard(bars: AnswerBars) -> None:
    assert bars.accessibleDescription() == "cat: y = 0.25, dog: y = 0.65, cow: y = 0.10"
    bars.show_rows(answer_rows(None, None, NAMES, 2, 1, -math.log(0.1), ONE))
    assert bars.accessibleDescription() == "cow: y = 0.10"
    many = answer_rows(np.full(40, 0.025), None, tuple(map(str, range(40))), 0, 1, 1.0, SQUARES)
    bars.show_rows(many)
    assert bars.accessibleDescription().endswith("28 others together 0.70")
    # 12 of them have a bar.
    bars.show_rows(answer_rows(np.full(13, 1 / 13), None, tuple(map(str, range(13))), 0, 1, 1.0, SQUARES))
    assert bars.accessibleDescription().endswith(", 1 other 0.08")


def test_what_is_not_nothing_or_all_is_not_called_so(bars: AnswerBars) -> None:
    bars.show_rows(answer_rows(np.array([4e-4, 0.9991, 5e-4]), None, NAMES, 0, 1, -math.log(4e-4), ONE))
    assert bars.accessibleDescription() == "cat: y < 0.01, dog: y > 0.99, cow: y < 0.01"
    bars.show_rows(answer_rows(np.array([4e-4, -2.5, 0.0]), Y, NAMES, None, 1, 1.0, SQUARES, False, 3.0))
    assert bars.accessibleDescription() == "cat: y = 0.00040, dog: y = −2.50, cow: y = 0.00"


def test_saved_are_y_and_what_is_right_and_said(bars: AnswerBars) -> None:
    bars.show_rows(bars.rows, (1, 70))
    figure = bars.figure()
    assert figure is not None and (figure.run, figure.update) == (1, 70)
    assert rows_of(figure)[1:3] == [
        ("70", "cat", "0.25", "", "0", "0"),
        ("70", "dog", "0.65", "", "0", "1"),
    ]
    # Its y is told by C = −ln y.
    cow = rows_of(figure)[3]
    assert cow[1] == "cow" and math.isclose(float(cow[2]), 0.1) and cow[3:] == ("", "1", "0")


def test_saved_outputs_without_a_bar_are_counted_and_summed(bars: AnswerBars) -> None:
    y = np.full(20, 0.05)
    bars.show_rows(answer_rows(y, np.eye(20)[3], tuple(map(str, range(20))), 3, 0, 1.0, SQUARES))
    rows = [row[1:] for row in rows_of(bars.figure())[1:]]
    assert len(rows) == 13 and rows[3] == ("3", "0.05", "1.0", "1", "0")
    assert rows[-1][0] == "8 others together" and math.isclose(float(rows[-1][1]), 0.4)
    y = np.full(13, 1 / 13)
    bars.show_rows(answer_rows(y, np.eye(13)[3], tuple(map(str, range(13))), 3, 0, 1.0, SQUARES))
    assert rows_of(bars.figure())[-1][1] == "1 other"
    bars.show_rows(answer_rows(None, None, NAMES, 2, 1, 1.0, ONE))
    assert bars.figure() is None
