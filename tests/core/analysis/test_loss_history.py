"""Every loss is kept: exactly, or counted in bins, with the least, mean and largest of its bucket."""

from __future__ import annotations

from dataclasses import fields, replace
from time import thread_time
from typing import Any

import numpy as np
import pytest

import core.analysis.loss_history
from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_columns import RESOLUTION, BatchColumns, column_statistics
from core.analysis.loss_history import EXACT_UPDATES, LossHistory


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
    curve = record.columns(0, 500, 1000)
    # Update 1 computes its loss with the weights of 0 updates.
    np.testing.assert_array_equal(curve.start, np.arange(500))
    assert curve.width == 1
    for part in (curve.low, curve.tenth, curve.mean, curve.ninetieth, curve.high):
        np.testing.assert_array_equal(part, values.astype(np.float64))
    assert record.mean_at(500) == pytest.approx(float(values[-1]))
    assert record.mean_at(0) is None and record.mean_at(501) is None


def assert_is_statistics_of(curve: BatchColumns, values: np.ndarray, rtol: float = 1e-12) -> None:
    """Each column against numpy's percentiles of its raw losses; `rtol` is of the two percentiles."""
    for i, (start, stop) in enumerate(zip(curve.start, curve.stop, strict=True)):
        part = values[start:stop].astype(np.float64)
        part = part[np.isfinite(part)]
        column = [curve.low[i], curve.mean[i], curve.high[i], curve.tenth[i], curve.ninetieth[i]]
        if not part.size:
            assert np.isnan(column).all()
            continue
        np.testing.assert_allclose(column[:3], [part.min(), part.mean(), part.max()], rtol=1e-9)
        np.testing.assert_allclose(column[3:], np.percentile(part, [10, 90]), rtol=rtol)


@pytest.mark.parametrize(("begin", "end", "most"), [(0, 10_000, 97), (37, 9_001, 333), (5_000, 5_010, 4)])
def test_every_edge_of_a_column_is_the_percentile_of_its_raw_losses(begin: int, end: int, most: int) -> None:
    record, values = filled(10_000)
    curve = record.columns(begin, end, most)
    assert len(curve.start) <= most
    # Whole columns, which may reach beyond the range, each beginning where the one before it ends.
    assert curve.start[0] <= begin < curve.stop[0] and curve.start[-1] < end <= curve.stop[-1]
    np.testing.assert_array_equal(curve.start[1:], curve.stop[:-1])
    assert not (curve.start % curve.width).any()
    assert_is_statistics_of(curve, values)


def test_losses_told_twice_are_counted_once() -> None:
    record, values = filled(100)
    record.add_batch_means(51, values[50:])
    assert record.count == 100
    np.testing.assert_array_equal(record.columns(0, 100, 100).mean, values.astype(np.float64))


def test_a_gap_in_the_updates_is_refused() -> None:
    record, _ = filled(10)
    with pytest.raises(ValueError, match="12"):
        record.add_batch_means(12, np.zeros(1, np.float32))


def test_older_losses_are_counted_and_their_percentiles_are_right_to_a_bin() -> None:
    record, values = filled(2_500_000)
    curve = record.columns(0, record.count, 500)
    assert curve.start[0] == 0 and curve.stop[-1] == record.count
    assert EXACT_UPDATES <= curve.counted <= record.count - EXACT_UPDATES // 2
    assert_is_statistics_of(curve, values, RESOLUTION)
    assert record.mean_at(record.count - EXACT_UPDATES // 2) is not None
    assert record.mean_at(1) is None


@pytest.mark.parametrize("seed", range(12))
def test_every_column_agrees_with_all_losses_kept(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Against plain numpy, with the oldest in buckets, some merged twice, and some losses not finite."""
    for name, small in (("EXACT_UPDATES", 3000), ("BUCKET", 64), ("MAX_BUCKETS", 24)):
        monkeypatch.setattr(core.analysis.loss_history, name, small)
    rng = np.random.default_rng(seed)
    values = rng.lognormal(size=int(rng.integers(500, 20_000))).astype(np.float32)
    values[rng.random(len(values)) < 0.01] = rng.choice([np.nan, np.inf, -np.inf])
    record = LossHistory(100)
    while record.count < len(values):
        # Chunks of any size, some of which tell again what is known; now and then it is looked at.
        first = int(rng.integers(max(1, record.count - 50), record.count + 2))
        record.add_batch_means(first, values[first - 1 : record.count + int(rng.integers(1, 4000))])
        begin, end = sorted(int(i) for i in rng.integers(0, record.count + 1, 2))
        most = int(rng.integers(2, 600))
        curve = record.columns(begin, end + 1, most)
        assert 1 <= len(curve.start) <= most
        assert curve.start[0] <= begin
        # What is among the single losses is exact; else the least of a few may lie two ranks off as well.
        single = curve.start >= curve.counted
        for part, rtol in ((single, 1e-12), (~single, 1.0)):
            picked = replace(
                curve,
                **{
                    f.name: getattr(curve, f.name)[part]
                    for f in fields(BatchColumns)
                    if f.name not in ("width", "counted")
                },
            )
            assert_is_statistics_of(picked, values, rtol)


def test_only_new_columns_are_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    record, _ = filled(90_000)
    before = record.columns(0, 200_000, 800)
    computed: list[int] = []

    def counting(values: np.ndarray, width: int) -> np.ndarray:
        computed.append(len(values))
        return column_statistics(values, width)

    monkeypatch.setattr(core.analysis.loss_history, "column_statistics", counting)
    record.add_batch_means(90_001, np.full(1_000, 0.5, np.float32))
    after = record.columns(0, 200_000, 800)
    assert sum(computed) <= 1_000 + 2 * after.width
    whole = len(before.start) - 1
    for name in ("start", "low", "tenth", "mean", "ninetieth", "high"):
        np.testing.assert_array_equal(getattr(after, name)[:whole], getattr(before, name)[:whole])


def test_what_is_made_again_after_going_back_takes_the_old_columns_place() -> None:
    record, values = filled(5_000)
    record.columns(0, 5_000, 100)
    record.go_back(2_222)
    record.add_batch_means(2_223, np.full(1_000, 0.25, np.float32))
    expected = np.concatenate([values[:2_222], np.full(1_000, 0.25, np.float32)])
    assert_is_statistics_of(record.columns(0, 5_000, 100), expected)


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
    curve = record.columns(0, record.count, 1800)
    assert len(curve.start) <= 1800
    np.testing.assert_allclose(curve.mean, 0.5)


def test_numbers_that_are_not_finite_are_left_out_of_a_column() -> None:
    record = LossHistory(100)
    record.add_batch_means(1, np.array([1, np.nan, 3, np.inf, np.nan, np.nan], np.float32))
    curve = record.columns(0, 6, 3)
    np.testing.assert_array_equal(curve.low, [1, 3, np.nan])
    np.testing.assert_array_equal(curve.high, [1, 3, np.nan])


def test_an_empty_record_has_an_empty_curve() -> None:
    assert len(LossHistory(100).columns(0, 100, 10).start) == 0


def test_the_same_update_has_one_exact_loss() -> None:
    record = LossHistory(100)
    record.exact_losses.add(exact_loss(3, 7.0))
    record.exact_losses.add(exact_loss(3, 8.0))
    record.exact_losses.add(exact_loss(5, 9.0))
    assert [(e.update, e.train_total) for e in record.exact_losses.all()] == [(3, 8.0), (5, 9.0)]


def test_a_million_losses_take_no_part_of_a_frame_once_their_columns_are_there() -> None:
    record, values = filled(1_000_000 - 9 * 300)
    record.columns(0, 1_080_000, 400)
    times = []
    for _ in range(9):
        record.add_batch_means(record.count + 1, values[:300])
        start = thread_time()
        record.columns(0, 1_080_000, 400)
        times.append(1000 * (thread_time() - start))
    # 0.1 ms on a quiet machine.
    assert sorted(times)[4] < 2


def test_the_losses_that_are_known_one_by_one_are_a_copy() -> None:
    record = LossHistory(10)
    record.add_batch_means(1, np.array([1.5, 2.5], np.float32))
    first, losses = record.single_losses()
    record.go_back(1)
    record.add_batch_means(2, np.array([9.0], np.float32))
    assert (first, losses.tolist()) == (0, [1.5, 2.5])


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_a_range_that_begins_within_a_column_needs_no_more_of_them(columns: int) -> None:
    record = LossHistory(10)
    record.add_batch_means(1, np.ones(9, np.float32))
    for begin in range(8):
        assert len(record.columns(begin, 9, columns).start) <= columns


def test_a_branch_has_the_first_updates_in_common_and_goes_its_own_way() -> None:
    record = LossHistory(10)
    record.add_batch_means(1, np.arange(1, 101, dtype=np.float32))
    for update in (0, 40, 80):
        record.exact_losses.add(exact_loss(update, 100.0 - update))
    branch = record.until(50)
    assert (branch.count, branch.mean_at(50), branch.mean_at(51)) == (50, 50.0, None)
    assert [exact.update for exact in branch.exact_losses.all()] == [0, 40]
    branch.add_batch_means(51, np.full(3, 7, np.float32))
    branch.exact_losses.add(exact_loss(53, 1.0))
    assert (branch.mean_at(53), record.mean_at(53), record.count) == (7.0, 53.0, 100)
    assert [exact.update for exact in record.exact_losses.all()] == [0, 40, 80]


def test_a_branch_from_before_the_last_million_knows_only_the_exact_losses() -> None:
    record, _ = filled(1_200_000)
    record.exact_losses.add(exact_loss(50, 9.0))
    branch = record.until(100)
    assert (branch.count, branch.mean_at(50)) == (100, pytest.approx(np.nan, nan_ok=True))
    assert [exact.update for exact in branch.exact_losses.all()] == [50]


@pytest.mark.parametrize("count", [0, 500, EXACT_UPDATES + 300_000])
def test_a_history_that_was_saved_goes_on_as_if_it_had_not_been(count: int) -> None:
    record, _ = filled(count)
    for update in (0, 3, 7):
        record.exact_losses.add(exact_loss(update))
    again = LossHistory.of(record.saved())
    for one in (record, again):
        one.add_batch_means(count + 1, np.arange(50, dtype=np.float32))
        one.exact_losses.add(exact_loss(9))
    assert again.exact_losses.all() == record.exact_losses.all() and again.count == count + 50
    for begin, end in ((0, count + 50), (count, count + 50)):
        one, other = record.columns(begin, end, 300), again.columns(begin, end, 300)
        for field in fields(BatchColumns):
            np.testing.assert_array_equal(getattr(one, field.name), getattr(other, field.name))


@pytest.mark.parametrize(
    "changes",
    [
        {"count": 10**12},
        {"first": -1},
        {"width": 1000},
        {"train_count": 0},
        {"recent": np.zeros((2, 5), np.float32)},
        {"recent": np.zeros(10)},
        {"bins": np.zeros((1, 3), np.int64)},
        {"buckets": np.zeros((5, 1))},
        {"exact": np.zeros((3, 1))},
        {"exact": np.full((10, 1), np.nan)},
        {"exact": np.zeros((10, 2))},
    ],
)
def test_what_is_no_history_is_refused(changes: dict[str, Any]) -> None:
    record, _ = filled(10)
    with pytest.raises(ValueError):
        LossHistory.of(replace(record.saved(), **changes))


def test_the_room_of_old_losses_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, small in (("EXACT_UPDATES", 1000), ("BUCKET", 16), ("MAX_BUCKETS", 128)):
        monkeypatch.setattr(core.analysis.loss_history, name, small)
    record, values = LossHistory(100), np.random.default_rng(0).random(20_000).astype(np.float32)
    record.add_batch_means(1, values[:1200])
    room, early = record._bins_room, record.until(1100)
    for start in range(1200, len(values), 100):
        record.add_batch_means(start + 1, values[start : start + 100])
    assert record._bins_room is room and room.nbytes == 4 * room.size
    assert record._bins.sum() == record.count - len(record.single_losses()[1])
    # A branch has its own.
    early.add_batch_means(1101, values[1100:1300])
    assert early._bins.sum() == early.count - len(early.single_losses()[1])
