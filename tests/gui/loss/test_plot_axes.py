"""The axes of the loss plot: round numbers, in reading order, none of them invented."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from gui.loss.plot_axes import epoch_ends, loss_ticks, round_step, update_ticks

N = 60_000


def said(low: float, high: float, most: int = 6, log: bool = False, divisor: int = 1) -> list[str]:
    return [tick.text for tick in loss_ticks(low, high, most, log, divisor)]


def test_the_left_axis_reads_sums_in_thousands() -> None:
    assert said(0, 150_000, 5) == ["0", "50,000", "100,000", "150,000"]


def test_the_right_axis_reads_means_at_round_numbers() -> None:
    assert said(0, 2.5 * N, 5, divisor=N) == ["0", "0.5", "1", "1.5", "2", "2.5"]


@pytest.mark.parametrize("log", [False, True])
def test_the_right_axis_reads_the_left_one_divided_by_n(log: bool) -> None:
    low, high = (3.5, 5.2) if log else (0, 150_000)
    for tick in loss_ticks(low, high, 6, log, N):
        total = 10**tick.place if log else tick.place
        assert float(tick.text) == pytest.approx(total / N, rel=1e-2, abs=1e-12)


def test_small_and_large_numbers_are_powers_of_ten_as_everywhere_else() -> None:
    assert said(-6.1, -2.9, 3, log=True) == ["10⁻⁶", "10⁻⁵", "0.0001", "0.001"]
    assert said(-5.2, -3.9, 6, log=True) == ["10⁻⁵", "2·10⁻⁵", "5·10⁻⁵", "0.0001"]
    assert said(5.9, 8.1, 3, log=True) == ["1,000,000", "10⁷", "10⁸"]
    assert said(0, 6e-5, 3) == ["0", "2.0·10⁻⁵", "4.0·10⁻⁵", "6.0·10⁻⁵"]


@pytest.mark.parametrize("divisor", [1, N])
@pytest.mark.parametrize("span", [(0.0, 1e-3), (0.0, 3.0), (0.0, 138_155.0), (1e5, 1.001e5), (0.0, 1e12)])
@pytest.mark.parametrize("most", [2, 5, 14])
def test_ticks_are_within_the_range_and_not_too_many(
    divisor: int, span: tuple[float, float], most: int
) -> None:
    low, high = span
    values = [tick.place for tick in loss_ticks(low, high, most, False, divisor)]
    assert all(low - 1e-9 * high <= value <= high * (1 + 1e-9) for value in values)
    assert len(values) <= most + 2


@pytest.mark.parametrize("most", [2, 5, 14])
@pytest.mark.parametrize("span", [(3.0, 5.3), (4.6, 4.9), (-3.0, 6.0), (4.77, 4.78)])
def test_logarithmic_ticks_are_powers_and_their_simple_multiples_with_room_between(
    span: tuple[float, float], most: int
) -> None:
    values = [tick.place for tick in loss_ticks(*span, most, True)]
    for value in values:
        assert span[0] <= value <= span[1]
        leading = 10 ** (value - math.floor(value + 1e-9))
        assert any(leading == pytest.approx(factor, rel=1e-6) for factor in (1, 2, 3, 5))
    for before, after in pairwise(values):
        # Half of the room that each should have.
        assert (after - before) / (span[1] - span[0]) * most >= 0.5


def test_a_logarithmic_axis_over_two_decades_has_at_least_two_numbers() -> None:
    assert said(3.2, 5.2, 4, log=True) == ["3,000", "10,000", "30,000", "100,000"]


@pytest.mark.parametrize("divisor", [1, N])
@pytest.mark.parametrize("span", [(0.0, 138_155.0), (100_000.0, 101_000.0), (50_000.0, 50_010.0)])
def test_no_two_ticks_of_an_axis_read_the_same(divisor: int, span: tuple[float, float]) -> None:
    texts = said(*span, 5, divisor=divisor)
    assert len(texts) == len(set(texts)), texts


@pytest.mark.parametrize(("low", "high"), [(0.0, 0.0), (1.0, 1.0)])
def test_a_range_without_extent_has_no_ticks_to_trip_over(low: float, high: float) -> None:
    assert (
        loss_ticks(low, high, 5, False) == loss_ticks(low, high, 5, True) == update_ticks(low, high, 5) == []
    )


def test_updates_are_whole_numbers_from_nothing_on_with_their_thousands_parted() -> None:
    assert [tick.text for tick in update_ticks(-1.4, 120, 8)][0] == "0"
    for low, high in ((-1.0, 3.0), (0.0, 0.5), (990_000.0, 1_010_000.0)):
        assert all(tick.place >= 0 and tick.place == int(tick.place) for tick in update_ticks(low, high, 8))
    assert [tick.text for tick in update_ticks(0, 2_000_000, 3)] == ["0", "1,000,000", "2,000,000"]


def test_epochs_end_at_their_multiples_where_there_is_room() -> None:
    assert epoch_ends(0, 6000, 1875, 100) == [1875, 3750, 5625]
    assert epoch_ends(0, 60_000, 1875, 10) == [] and epoch_ends(0, 6000, 0, 100) == []


@pytest.mark.parametrize("reach", [20.0, 400.0, 1e9])
def test_a_range_as_wide_as_one_likes_breaks_nothing(reach: float) -> None:
    for log in (False, True):
        for divisor in (1, N):
            assert len(said(-reach, reach, 5, log, divisor)) <= 12


def test_sums_too_long_to_be_written_out_are_written_with_powers_of_ten() -> None:
    texts = said(0, 8e9)
    assert texts[0] == "0" and "4.0·10⁹" in texts
    assert all(len(text) <= 9 for text in texts)


def test_so_are_they_on_a_logarithmic_axis() -> None:
    assert said(5, 9.2, 4, log=True) == ["100,000", "1,000,000", "10⁷", "10⁸", "10⁹"]


def test_means_of_a_run_that_diverged_have_room_beside_the_axis() -> None:
    texts = said(0, 3e6 * N, divisor=N)
    assert "1.0·10⁶" in texts and len(set(texts)) == len(texts)
    assert all(len(text) <= 9 for text in texts)


def test_neighbours_far_from_0_stay_apart() -> None:
    texts = said(5.00e8, 5.01e8)
    assert len(texts) >= 3 and len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    ("least", "step"), [(0.3, 0.5), (1.0, 1.0), (1.1, 2.0), (51.0, 100.0), (0.0, 1.0), (math.inf, 1.0)]
)
def test_a_step_is_1_2_or_5_times_a_power_of_ten(least: float, step: float) -> None:
    assert round_step(least) == pytest.approx(step)
