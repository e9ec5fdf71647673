"""Every loss is kept: exactly, or as the least, mean and largest of its bucket."""

from __future__ import annotations

from time import thread_time

import numpy as np
import pytest

import core.analysis.loss_history
from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import EXACT_UPDATES, LossHistory, exact_table


def exact_loss(update: int, total: float = 10.0) -> ExactLoss:
    return ExactLoss(0, update, total, 100, 0.5, 3.0, 20, 0.5)


def filled(count: int, chunk: int = 250_000) -> tuple[LossHistory, np.ndarray]:
    rng = np.random.default_rng(0)
    record, values = LossHistory(100), rng.random(count).astype(np.float32)
    for start in range(0, count, chunk):
        record.add_batch_means(start + 1, values[start : start + chunk])
    return record, values


def test_a_short_run_is_kept_exactly() -> None:
    record, values = filled(500)
    curve = record.envelope(1, 500, 1000)
    np.testing.assert_array_equal(curve.update, np.arange(1, 501))
    for part in (curve.low, curve.mean, curve.high):
        np.testing.assert_array_equal(part, values.astype(np.float64))
    assert record.mean_at(500) == pytest.approx(float(values[-1]))
    assert record.mean_at(0) is None and record.mean_at(501) is None


@pytest.mark.parametrize(("first", "last", "columns"), [(1, 10_000, 97), (37, 9_001, 333), (5_000, 5_010, 4)])
def test_a_column_holds_the_least_mean_and_largest_of_its_updates(
    first: int, last: int, columns: int
) -> None:
    record, values = filled(10_000)
    curve = record.envelope(first, last, columns)
    assert len(curve.update) <= columns
    # Whole columns, which may reach beyond the range.
    assert curve.update[0] <= first < curve.update[0] + curve.per_column
    assert curve.update[-1] <= last
    beyond = min(curve.update[-1] + curve.per_column, 10_001)
    ends = np.append(curve.update[1:], beyond).astype(int)
    for i, (start, end) in enumerate(zip(curve.update.astype(int), ends, strict=True)):
        part = values[start - 1 : end - 1]
        assert curve.low[i] == pytest.approx(part.min())
        assert curve.mean[i] == pytest.approx(part.mean())
        assert curve.high[i] == pytest.approx(part.max())


def test_losses_told_twice_are_counted_once() -> None:
    record, values = filled(100)
    record.add_batch_means(51, values[50:])
    assert record.count == 100
    np.testing.assert_array_equal(record.envelope(1, 100, 100).mean, values.astype(np.float64))


def test_a_gap_in_the_updates_is_refused() -> None:
    record, _ = filled(10)
    with pytest.raises(ValueError, match="12"):
        record.add_batch_means(12, np.zeros(1, np.float32))


def test_older_losses_become_buckets_that_still_hold_their_extremes() -> None:
    record, values = filled(2_500_000)
    curve = record.envelope(1, record.count, 500)
    assert curve.low.min() == pytest.approx(values.min())
    assert curve.high.max() == pytest.approx(values.max())
    assert record.mean_at(record.count - EXACT_UPDATES // 2) is not None
    assert record.mean_at(1) is None
    # each column's mean is that of its updates, to the bucket's edge
    start, end = int(curve.update[10]), int(curve.update[11])
    assert curve.mean[10] == pytest.approx(values[start - 1 : end - 1].mean(), rel=1e-4)


@pytest.mark.parametrize("seed", range(12))
def test_every_column_agrees_with_all_losses_kept(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Against plain numpy, with the oldest in buckets, some merged twice, and some losses not finite."""
    for name, small in (("EXACT_UPDATES", 3000), ("BUCKET", 100), ("MAX_BUCKETS", 24)):
        monkeypatch.setattr(core.analysis.loss_history, name, small)
    rng = np.random.default_rng(seed)
    values = rng.lognormal(size=int(rng.integers(500, 20_000))).astype(np.float32)
    values[rng.random(len(values)) < 0.01] = rng.choice([np.nan, np.inf, -np.inf])
    record = LossHistory(100)
    while record.count < len(values):
        # Chunks of any size, some of which tell again what is known.
        first = int(rng.integers(max(1, record.count - 50), record.count + 2))
        record.add_batch_means(first, values[first - 1 : record.count + int(rng.integers(1, 4000))])
    for _ in range(40):
        first, last = sorted(int(i) for i in rng.integers(1, record.count + 1, 2))
        columns = int(rng.integers(2, 600))
        curve = record.envelope(first, last, columns)
        assert 1 <= len(curve.update) <= columns
        assert curve.update[0] <= first and curve.update[-1] <= last
        starts = curve.update.astype(int)
        assert (np.diff(starts) > 0).all() and (np.diff(starts) <= curve.per_column).all()
        # The last column is checked in the ranges that end with the run.
        for i in range(len(starts) - (last < record.count)):
            end = starts[i + 1] if i + 1 < len(starts) else record.count + 1
            part = values[starts[i] - 1 : end - 1].astype(np.float64)
            part = part[np.isfinite(part)]
            if part.size:
                assert (curve.low[i], curve.high[i]) == (part.min(), part.max())
                assert curve.mean[i] == pytest.approx(part.mean(), rel=1e-9)
            else:
                assert np.isnan([curve.low[i], curve.mean[i], curve.high[i]]).all()


def test_columns_stay_the_same_while_the_curve_grows() -> None:
    record, _ = filled(90_000)
    before = record.envelope(1, 200_000, 800)
    record.add_batch_means(90_001, np.full(5_000, 0.5, np.float32))
    after = record.envelope(1, 200_000, 800)
    whole = len(before.update) - 1
    for name in ("update", "low", "mean", "high"):
        np.testing.assert_array_equal(getattr(after, name)[:whole], getattr(before, name)[:whole])


def test_a_very_long_run_stays_within_50_mb() -> None:
    record = LossHistory(60_000)
    chunk = np.full(1_000_000, 0.5, np.float32)
    for i in range(100):
        record.add_batch_means(i * 1_000_000 + 1, chunk)
    assert record.count == 100_000_000
    for i in range(40_000):
        record.exact_losses.add(exact_loss(i * 2500))
    arrays = [*vars(record).values(), *vars(record.exact_losses).values()]
    assert sum(array.nbytes for array in arrays if isinstance(array, np.ndarray)) < 50e6
    curve = record.envelope(1, record.count, 1800)
    assert len(curve.update) <= 1800
    np.testing.assert_allclose(curve.mean, 0.5)


def test_numbers_that_are_not_finite_are_left_out_of_a_column() -> None:
    record = LossHistory(100)
    record.add_batch_means(1, np.array([1, np.nan, 3, np.inf, np.nan, np.nan], np.float32))
    curve = record.envelope(1, 6, 3)
    np.testing.assert_array_equal(curve.low, [1, 3, np.nan])
    np.testing.assert_array_equal(curve.high, [1, 3, np.nan])


def test_an_empty_record_has_an_empty_curve() -> None:
    assert len(LossHistory(100).envelope(1, 100, 10).update) == 0


def test_the_same_update_has_one_exact_loss() -> None:
    record = LossHistory(100)
    record.exact_losses.add(exact_loss(3, 7.0))
    record.exact_losses.add(exact_loss(3, 8.0))
    record.exact_losses.add(exact_loss(5, 9.0))
    assert [(e.update, e.train_total) for e in record.exact_losses.all()] == [(3, 8.0), (5, 9.0)]


def test_a_million_losses_become_a_curve_within_two_milliseconds() -> None:
    record, values = filled(1_000_000)
    times = []
    for _ in range(9):
        start = thread_time()
        record.envelope(1, 1_080_000, 800)
        times.append(1000 * (thread_time() - start))
    # 0.5 ms on a quiet machine.
    assert sorted(times)[4] < 2


def test_the_table_has_every_digit_of_every_number() -> None:
    table = exact_table([ExactLoss(0, 7, 120.1, 60, 0.5, 30.0, 10, 0.25)])
    head, line = table.split("\n")
    assert head.split("\t") == ["update", "L", "mean", "test mean", "accuracy", "test accuracy"]
    assert line.split("\t") == ["7", "120.1", repr(120.1 / 60), "3.0", "0.5", "0.25"]


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_a_range_that_begins_within_a_column_needs_no_more_of_them(columns: int) -> None:
    record = LossHistory(10)
    record.add_batch_means(1, np.ones(9, np.float32))
    for first in range(1, 9):
        assert len(record.envelope(first, 9, columns).update) <= columns
