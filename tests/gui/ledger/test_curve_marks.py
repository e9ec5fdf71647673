"""The sorted curve stands where its losses say, and the bar holds what they add up to."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gui.ledger.curve_marks import MOST_DECADES, curve_marks


def test_on_paper() -> None:
    marks = curve_marks(np.array([0.0, 0.01, 0.1, 1.0]), 100)
    assert (marks.zeros, marks.above, marks.decades) == (1, 0, (-2, 1))
    assert marks.x.tolist() == [1.5 / 4, 2.5 / 4, 3.5 / 4]
    assert marks.y == pytest.approx([0, 1 / 3, 2 / 3])
    # The worst 1 % of four is one of them, and so is the next 9 %.
    assert marks.counts.tolist() == [1, 1, 2]
    assert marks.shares == pytest.approx([1 / 1.11, 0.1 / 1.11, 0.01 / 1.11])
    assert marks.height_of(1.0) == pytest.approx(2 / 3) and marks.height_of(0.0) is None


def test_both_ends_are_drawn_however_narrow_it_is() -> None:
    rising = np.sort(np.random.default_rng(0).lognormal(-3, 3, 5000))
    marks = curve_marks(rising, 50)
    assert len(marks.x) == 50
    assert (marks.x[0], marks.x[-1]) == (0.5 / 5000, 4999.5 / 5000)
    low, high = marks.decades
    places = (marks.x * 5000).astype(int)
    assert marks.y * (high - low) + low == pytest.approx(np.log10(rising[places]).clip(low), abs=1e-9)


def test_of_very_many_decades_the_largest_are_drawn() -> None:
    marks = curve_marks(np.array([1e-300, 1e-8, 1.0]), 100)
    assert marks.decades[1] - marks.decades[0] == MOST_DECADES and marks.y[0] == 0


@pytest.mark.parametrize("rising", [[], [0.0, 0.0], [math.nan], [0.0, math.inf]])
def test_where_there_is_no_logarithm_there_is_no_curve(rising: list[float]) -> None:
    marks = curve_marks(np.array(rising), 100)
    assert len(marks.x) == 0 and np.isnan(marks.shares).all()
    assert marks.zeros == rising.count(0.0) and marks.above == len(rising) - marks.zeros


@pytest.mark.parametrize(
    ("loss", "decades"), [(1.015, (-1, 1)), (0.99, (-1, 1)), (3.0, (0, 1)), (0.0, (-1, 1))]
)
def test_the_dot_of_a_single_example_stands_clear_of_both_ends(loss: float, decades: tuple[int, int]) -> None:
    marks = curve_marks(np.array([loss]), 100)
    assert marks.decades == decades and all(0.05 <= y <= 0.95 for y in marks.y)


def test_those_that_are_not_known_take_their_width_and_have_no_point() -> None:
    marks = curve_marks(np.array([0.0, 0.01, 0.1]), 100, unseen=5)
    assert marks.unseen == 5 / 8 and marks.zeros == 1
    assert marks.x.tolist() == [6.5 / 8, 7.5 / 8]
    assert curve_marks(np.zeros(0), 100, unseen=3).unseen == 1 and curve_marks(np.ones(2), 9).unseen == 0
