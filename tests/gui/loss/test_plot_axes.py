"""The axes of the loss plot: round numbers, in reading order, none of them invented."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication

from gui.loss.plot_axes import LossAxis, UpdateAxis

N = 60_000


def texts(axis: LossAxis | UpdateAxis, low: float, high: float, size: float = 200) -> list[str]:
    return [
        text
        for spacing, values in axis.tickValues(low, high, size)
        for text in axis.tickStrings(values, 1, spacing)
    ]


def heights(axis: LossAxis | UpdateAxis, low: float, high: float, size: float = 200) -> list[float]:
    return [value for _, values in axis.tickValues(low, high, size) for value in values]


@pytest.fixture
def left(qapp: QApplication) -> LossAxis:
    axis = LossAxis("left")
    axis.set_train_count(N)
    return axis


@pytest.fixture
def right(qapp: QApplication) -> LossAxis:
    axis = LossAxis("right", mean=True)
    axis.set_train_count(N)
    return axis


@pytest.fixture
def bottom(qapp: QApplication) -> UpdateAxis:
    return UpdateAxis("bottom")


def test_the_left_axis_reads_sums_in_thousands(left: LossAxis) -> None:
    said = texts(left, 0, 150_000)
    assert "100,000" in said and "0" in said
    assert len(said) >= 3


def test_the_right_axis_reads_means_at_round_numbers(right: LossAxis) -> None:
    said = texts(right, 0, 2.5 * N)
    assert {"0", "1", "2"} <= set(said)


@pytest.mark.parametrize("mean", [False, True])
@pytest.mark.parametrize("span", [(0.0, 1e-3), (0.0, 3.0), (0.0, 138_155.0), (1e5, 1.001e5), (0.0, 1e12)])
@pytest.mark.parametrize("size", [40, 124, 400])
def test_ticks_are_within_the_range_and_apart(
    left: LossAxis, right: LossAxis, mean: bool, span: tuple[float, float], size: float
) -> None:
    axis = right if mean else left
    low, high = span
    values = heights(axis, low, high, size)
    assert all(low - 1e-9 * high <= value <= high * (1 + 1e-9) for value in values)
    for before, after in pairwise(values):
        # A line of text is about 15 px high.
        assert (after - before) / (high - low) * size >= 15


@pytest.mark.parametrize("size", [60, 124, 400])
@pytest.mark.parametrize("span", [(3.0, 5.3), (4.6, 4.9), (-3.0, 6.0), (4.77, 4.78)])
def test_logarithmic_ticks_are_powers_and_their_simple_multiples(
    left: LossAxis, span: tuple[float, float], size: float
) -> None:
    left.set_log(True)
    for value in heights(left, *span, size):
        assert span[0] <= value <= span[1]
        leading = 10 ** (value - math.floor(value + 1e-9))
        assert any(leading == pytest.approx(factor, rel=1e-6) for factor in (1, 2, 5))


def test_a_logarithmic_axis_over_two_decades_has_at_least_two_numbers(left: LossAxis) -> None:
    left.set_log(True)
    assert len(texts(left, 3.2, 5.2, 124)) >= 2


def test_no_two_ticks_of_an_axis_read_the_same(left: LossAxis, right: LossAxis) -> None:
    for axis in (left, right):
        for low, high in ((0.0, 138_155.0), (100_000.0, 101_000.0), (50_000.0, 50_010.0)):
            said = texts(axis, low, high, 124)
            assert len(said) == len(set(said)), said


@pytest.mark.parametrize(("low", "high"), [(0.0, 0.0), (1.0, 1.0)])
def test_a_range_without_extent_has_no_ticks_to_trip_over(
    left: LossAxis, bottom: UpdateAxis, low: float, high: float
) -> None:
    for axis in (left, bottom):
        assert len(heights(axis, low, high)) <= 2


def test_updates_are_whole_numbers_from_nothing_on(bottom: UpdateAxis) -> None:
    assert heights(bottom, -1.4, 120, 880)[0] == 0
    for low, high in ((-1.0, 3.0), (0.0, 0.5), (990_000.0, 1_010_000.0)):
        values = heights(bottom, low, high, 880)
        assert all(value >= 0 and value == int(value) for value in values)


def test_updates_are_grouped_by_thousands(bottom: UpdateAxis) -> None:
    assert "1,000,000" in texts(bottom, 0, 2_000_000, 880)


def test_another_training_set_gives_the_right_axis_other_numbers(right: LossAxis) -> None:
    before = dict(zip(heights(right, 0, N, 200), texts(right, 0, N, 200), strict=True))
    right.set_train_count(2 * N)
    for height, text in zip(heights(right, 0, N, 200), texts(right, 0, N, 200), strict=True):
        assert float(text) == pytest.approx(height / (2 * N), abs=1e-3)
    assert before[N] == "1"


@pytest.mark.parametrize("reach", [20.0, 400.0, 1e9])
def test_zooming_out_as_far_as_one_likes_breaks_nothing(
    left: LossAxis, right: LossAxis, bottom: UpdateAxis, reach: float
) -> None:
    for axis in (left, right, bottom):
        assert len(texts(axis, -reach, reach, 124)) <= 12
    for axis in (left, right):
        axis.set_log(True)
        assert len(texts(axis, -reach, reach, 124)) <= 12


def test_sums_too_long_to_be_written_out_are_written_with_powers_of_ten(left: LossAxis) -> None:
    said = texts(left, 0, 8e9)
    assert said[0] == "0" and "4.0·10⁹" in said
    assert all(len(text) <= 9 for text in said)


def test_means_of_a_run_that_diverged_have_room_beside_the_axis(right: LossAxis) -> None:
    said = texts(right, 0, 3e6 * N)
    assert "1.0·10⁶" in said and len(set(said)) == len(said)
    assert all(len(text) <= 9 for text in said)


def test_neighbours_far_from_0_stay_apart(left: LossAxis) -> None:
    said = texts(left, 5.00e8, 5.01e8)
    assert len(said) >= 3 and len(set(said)) == len(said)
