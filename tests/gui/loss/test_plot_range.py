"""The range that follows the training: everything is in it, it moves in steps, and spikes don't rule it."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from gui.loss.plot_range import Range, UpdateRange, heights, whole_run

GUESSING = math.log(10)


def run_of(count: int, mean: float = 0.5, total: float | None = None) -> LossHistory:
    record = LossHistory(60_000)
    record.add_batch_means(1, np.full(count, mean, np.float32))
    if total is not None:
        record.exact_losses.add(ExactLoss(0, 0, total, 60_000, 0.5, 1000.0, 10_000, 0.5))
    return record


def heights_of(record: LossHistory, log: bool = False, updates: Range | None = None) -> Range:
    return heights(record, record.columns(0, record.count, 900), updates, GUESSING, log)


@pytest.mark.parametrize("count", [1, 99, 101, 980, 12_345, 99_999, 1_000_001])
def test_the_last_update_has_a_place_and_most_of_the_width_is_used(count: int) -> None:
    left, right = whole_run(count)
    assert left == 0
    assert count < right <= max(125, 1.25 * count)


def test_the_width_grows_rarely_as_the_run_goes_on() -> None:
    widths = {whole_run(count)[1] for count in range(10_000, 100_000, 900)}
    # 100 redraws, and the axis is a new one in a fifth of them at most.
    assert len(widths) <= 20


def test_baseline_and_every_exact_sum_are_in_sight() -> None:
    baseline = 60_000 * GUESSING
    for total, top in (
        (1000.0, baseline),
        (2 * baseline, 2 * baseline),
        (50 * baseline, 50 * baseline),
        (math.inf, baseline),
    ):
        low, high = heights_of(run_of(300, total=total))
        assert low == 0
        assert top < high < 1.3 * top


def test_a_run_that_diverges_grows_the_axis() -> None:
    record = run_of(300)
    for update in range(0, 301, 20):
        record.exact_losses.add(ExactLoss(0, update, 1e5 * 1.5**update, 60_000, 0.5, 1e4, 10_000, 0.5))
    assert heights_of(record)[1] > 1e5 * 1.5**300


def test_a_wild_start_does_not_press_what_follows_flat() -> None:
    baseline, record = 60_000 * GUESSING, run_of(300, total=1e6 * GUESSING * 60_000)
    for update in (100, 200, 300):
        record.exact_losses.add(
            ExactLoss(0, update, 0.5 * baseline, 60_000, 0.5, 0.5 * baseline / 6, 10_000, 0.5)
        )
    assert heights_of(record)[1] < 5 * baseline


def test_a_test_loss_that_rises_stays_in_sight() -> None:
    record = run_of(300, total=1000.0)
    record.exact_losses.add(ExactLoss(0, 300, 10.0, 60_000, 1.0, 10 * GUESSING * 10_000, 10_000, 0.2))
    assert heights_of(record)[1] > 10 * GUESSING * 60_000


def test_a_batch_that_leaps_does_not_squeeze_the_curve() -> None:
    calm, leaping = run_of(300, 0.4, total=30_000.0), run_of(300, 40.0, total=30_000.0)
    assert heights_of(calm) == heights_of(leaping)


def test_logarithmic_heights_hold_the_least_sum_the_batches_mean_and_the_baseline() -> None:
    low, high = heights_of(run_of(300, 0.5, total=60.0), log=True)
    assert low < math.log10(60.0) < low + 0.3
    assert high > math.log10(60_000 * GUESSING)
    low, _ = heights_of(run_of(300, 1e-4, total=60.0), log=True)
    assert low < math.log10(6.0) < low + 0.3


def test_zoomed_in_the_heights_are_those_of_what_is_seen() -> None:
    record = run_of(300, total=140_000.0)
    for update, total in ((100, 3000.0), (200, 2500.0), (300, 2000.0)):
        record.exact_losses.add(ExactLoss(0, update, total, 60_000, 0.9, total / 6, 10_000, 0.9))
    # 100 lies outside, but the line comes from there.
    assert 3000 < heights_of(record, updates=(150.0, 300.0))[1] < 4000


@pytest.mark.parametrize("log", [False, True])
def test_where_baseline_costs_nothing_there_is_a_range_all_the_same(log: bool) -> None:
    record = LossHistory(64)
    for count in (0, 5):
        if count:
            record.add_batch_means(1, np.full(count, 0.25, np.float32))
        low, high = heights(record, record.columns(0, record.count, 900), None, 0.0, log)
        assert math.isfinite(low) and math.isfinite(high) and low < high


# --- which updates


def test_zooming_keeps_the_update_under_the_pointer_where_it_is() -> None:
    seen = UpdateRange()
    seen.follow(1000)
    left, right = seen.left, seen.right
    share = (400 - left) / (right - left)
    seen.zoom(0.5, 400, 1000)
    assert not seen.is_following
    assert (seen.right - seen.left) == pytest.approx(0.5 * (right - left))
    assert (400 - seen.left) / (seen.right - seen.left) == pytest.approx(share)


def test_zoomed_out_again_it_follows_the_run() -> None:
    seen = UpdateRange()
    seen.follow(1000)
    seen.zoom(0.5, 400, 1000)
    seen.follow(2000)
    assert seen.right < 1000
    seen.zoom(10, 400, 2000)
    assert seen.is_following
    seen.follow(2000)
    assert (seen.left, seen.right) == whole_run(2000)


@pytest.mark.parametrize("by", [-1e6, -50, 50, 1e6])
def test_moving_stays_within_the_run(by: float) -> None:
    seen = UpdateRange()
    seen.follow(1000)
    seen.move(by, 1000)
    assert (seen.left, seen.right) == whole_run(1000)
    seen.zoom(0.25, 500, 1000)
    width = seen.right - seen.left
    seen.move(by, 1000)
    assert seen.right - seen.left == pytest.approx(width)
    assert seen.left >= 0 and seen.right <= whole_run(1000)[1] + 1e-9


def test_it_is_not_zoomed_in_without_end() -> None:
    seen = UpdateRange()
    seen.follow(1000)
    for _ in range(60):
        seen.zoom(0.5, 500, 1000)
    assert seen.right - seen.left >= 5 and seen.left <= 500 <= seen.right
