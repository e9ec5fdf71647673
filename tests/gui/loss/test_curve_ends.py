"""A curve's end: one exact number, its place and its update; or where what is drawn of the line leaves the plot."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.analysis.loss_history import LossHistory
from gui.loss.curve_ends import Sight, end_at, end_of_lines, last_in_sight
from gui.loss.plot_geometry import geometry_of
from gui.theme.tokens import Theme
from tests.gui.loss.plotted import N, exact_at

ACROSS, UP = (100.0, 200.0), (0.0, 1e5)
AT = geometry_of(800, 200, Theme(), (40, 100, 40), ACROSS, UP)


def measured_at(*updates: int, count: int = 500) -> LossHistory:
    record = LossHistory(N)
    record.add_batch_means(1, np.full(count, 0.5, np.float32))
    for update in updates:
        record.exact_losses.add(exact_at(update, 0.5))
    return record


@pytest.mark.parametrize(
    ("updates", "last"),
    [((), None), ((99, 201), None), ((100, 300), 100), ((20, 150, 200, 201), 200)],
)
def test_the_last_one_in_sight_is_never_one_from_outside(updates: tuple[int, ...], last: int | None) -> None:
    exact = last_in_sight(measured_at(*updates), ACROSS)
    assert (None if exact is None else exact.update) == last


def test_a_number_has_its_update_only_in_part_of_a_run_and_before_its_end() -> None:
    record = measured_at(150)
    exact = last_in_sight(record, ACROSS)
    assert exact is not None
    zoomed, whole = Sight(ACROSS, UP, False, True), Sight(ACROSS, UP, False, False)
    assert zoomed.with_moment("30,000", exact, record).split() == ["30,000", "at", "150"]
    # As one word: no part of it is left alone.
    assert " " not in zoomed.with_moment("30,000", exact, record)
    assert whole.with_moment("30,000", exact, record) == "30,000"
    assert zoomed.with_moment("30,000", exact, measured_at(150, count=150)) == "30,000"
    assert zoomed.with_moment("…", exact, record) == "…"


def test_an_arrow_says_that_the_number_is_above_the_plot() -> None:
    assert [Sight(ACROSS, UP, False, True).arrow(total) for total in (9e4, 2e5, math.inf)] == ["", " ↑", " ↑"]
    assert [Sight(ACROSS, (3.0, 5.0), True, True).arrow(total) for total in (9e4, 2e5, 0.0)] == ["", " ↑", ""]


def test_a_number_stands_where_its_dot_does() -> None:
    assert end_at(150, 5e4, AT, log=False) == (float(AT.x(150)), float(AT.y(5e4)))
    assert end_at(150, math.inf, AT, log=False)[1] < AT.plot.top()
    # 0 has no logarithm.
    assert end_at(150, 0.0, AT, log=True)[1] == AT.plot.bottom()


def test_a_line_ends_at_the_edge_where_it_leads_on() -> None:
    left, right = AT.plot.left(), AT.plot.right()
    through = np.array([[left - 50, 20.0], [right + 50, 60.0]])
    inside = np.array([[left + 5, 90.0], [right - 20, 70.0]])
    before, after = inside - np.array([1e4, 0]), inside + np.array([1e4, 0])
    assert end_of_lines([before, after], AT) is None and end_of_lines([], AT) is None
    assert end_of_lines([before, inside, after], AT) == (right - 20, 70.0)
    share = (right - left + 50) / (right - left + 100)
    assert end_of_lines([inside, through], AT) == (right, pytest.approx(20 + 40 * share))
