"""The range that follows the training: everything is in it, it moves in steps, and spikes don't rule it."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from gui.loss.plot_range import Range, whole_range

GUESSING = math.log(10)


def run_of(count: int, mean: float = 0.5, total: float | None = None) -> LossHistory:
    record = LossHistory(60_000)
    record.add_batch_means(1, np.full(count, mean, np.float32))
    if total is not None:
        record.exact_losses.add(ExactLoss(0, 0, total, 60_000, 0.5, 1000.0, 10_000, 0.5))
    return record


def range_of(record: LossHistory, log: bool = False) -> tuple[Range, Range]:
    return whole_range(record, record.envelope(1, record.count, 900), GUESSING, log)


@pytest.mark.parametrize("count", [1, 99, 101, 980, 12_345, 99_999, 1_000_001])
def test_the_last_update_has_a_place_and_most_of_the_width_is_used(count: int) -> None:
    (left, right), _ = range_of(run_of(count))
    assert left < 0
    assert count < right <= max(125, 1.25 * count)


def test_the_width_grows_rarely_as_the_run_goes_on() -> None:
    widths = {range_of(run_of(count))[0][1] for count in range(10_000, 100_000, 900)}
    # 100 redraws, and the axis is a new one in less than a fifth of them.
    assert len(widths) < 20


def test_baseline_and_every_exact_sum_are_in_sight() -> None:
    baseline = 60_000 * GUESSING
    for total, top in (
        (1000.0, baseline),
        (2 * baseline, 2 * baseline),
        (50 * baseline, 50 * baseline),
        (math.inf, baseline),
    ):
        _, (low, high) = range_of(run_of(300, total=total))
        assert low == 0
        assert top < high < 1.3 * top


def test_a_wild_start_does_not_press_what_follows_flat() -> None:
    baseline, record = 60_000 * GUESSING, run_of(300, total=1e6 * GUESSING * 60_000)
    for update in (100, 200, 300):
        record.exact_losses.add(
            ExactLoss(0, update, 0.5 * baseline, 60_000, 0.5, 0.5 * baseline / 6, 10_000, 0.5)
        )
    assert range_of(record)[1][1] < 5 * baseline


def test_a_test_loss_that_rises_stays_in_sight() -> None:
    record = run_of(300, total=1000.0)
    record.exact_losses.add(ExactLoss(0, 300, 10.0, 60_000, 1.0, 10 * GUESSING * 10_000, 10_000, 0.2))
    assert range_of(record)[1][1] > 10 * GUESSING * 60_000


def test_a_batch_that_leaps_does_not_squeeze_the_curve() -> None:
    calm, leaping = run_of(300, 0.4, total=30_000.0), run_of(300, 40.0, total=30_000.0)
    assert range_of(calm)[1] == range_of(leaping)[1]


def test_logarithmic_heights_hold_the_least_sum_and_baseline() -> None:
    _, (low, high) = range_of(run_of(300, 0.5, total=60.0), log=True)
    assert low < math.log10(60.0) < low + 0.3
    assert high > math.log10(60_000 * GUESSING)


@pytest.mark.parametrize("log", [False, True])
def test_where_baseline_costs_nothing_there_is_a_range_all_the_same(log: bool) -> None:
    record = LossHistory(64)
    for count in (0, 5):
        if count:
            record.add_batch_means(1, np.full(count, 0.25, np.float32))
        curve = record.envelope(1, record.count, 900)
        _, (low, high) = whole_range(record, curve, 0.0, log)
        assert math.isfinite(low) and math.isfinite(high) and low < high
