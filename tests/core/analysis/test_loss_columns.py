"""A column's statistics are those of its losses: numpy's percentiles of the raw numbers, or right to a bin's width."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.analysis.loss_columns import (
    BINS,
    RESOLUTION,
    BatchColumns,
    column_statistics,
    count_in_bins,
    merged_buckets,
)


def statistics_of(part: np.ndarray) -> list[float]:
    """Least, 10th percentile, mean, 90th percentile and largest, by numpy in float64."""
    part = part[np.isfinite(part)].astype(np.float64)
    if not part.size:
        return [np.nan] * 5
    return [part.min(), np.percentile(part, 10), part.mean(), np.percentile(part, 90), part.max()]


@given(
    st.lists(st.floats(0, 1e4, width=32) | st.sampled_from([np.nan, np.inf, -np.inf]), max_size=60),
    st.integers(1, 20),
)
@settings(max_examples=200, deadline=None)
def test_every_edge_is_the_percentile_of_the_columns_finite_losses(losses: list[float], width: int) -> None:
    values = np.array(losses, np.float32)
    columns = column_statistics(values, width)
    parts = [values[start : start + width] for start in range(0, len(values), width)]
    assert columns.shape == (5, len(parts))
    for column, part in zip(columns.T, parts, strict=True):
        np.testing.assert_allclose(column, statistics_of(part), rtol=1e-12)


@pytest.mark.parametrize("number", [1, 3, 16])
def test_counts_of_buckets_add_up_and_give_percentiles_right_to_a_bin(number: int) -> None:
    values = np.random.default_rng(0).lognormal(-2, 1.5, 40_000).astype(np.float32)
    values[::97] = np.nan
    buckets, bins = column_statistics(values, 1000), count_in_bins(values, 1000)
    merged, counts = merged_buckets(buckets, bins, number)
    # A long run's would take twice the memory otherwise.
    assert counts.dtype == bins.dtype == np.uint32
    assert counts.sum() == np.isfinite(values).sum()
    for i, column in enumerate(merged.T):
        expected = statistics_of(values[i * 1000 * number : (i + 1) * 1000 * number])
        np.testing.assert_allclose(column[[0, 2, 4]], np.array(expected)[[0, 2, 4]], rtol=1e-9)
        np.testing.assert_allclose(column, expected, rtol=RESOLUTION)


def test_a_bin_begins_at_its_power_of_two_and_holds_a_thirty_second_of_it() -> None:
    # 1 is 2⁰, the 24th power from 2⁻²⁴ on.
    values = np.array([1.0, 1.03, 1.0313, 1.99, 2.0, 0.0, -0.0, 1e-12, 1e30], np.float32)
    rows = count_in_bins(values, 1)
    first = 24 * 32
    places = [int(row.argmax()) for row in rows]
    assert places == [first, first, first + 1, first + 31, first + 32, 0, 0, 0, BINS - 1]
    assert (rows.sum(axis=1) == 1).all()


def test_buckets_without_a_finite_loss_stay_unknown() -> None:
    values = np.full(20, np.inf, np.float32)
    merged, counts = merged_buckets(column_statistics(values, 10), count_in_bins(values, 10), 2)
    assert np.isnan(merged).all() and counts.sum() == 0


def test_a_column_is_found_by_the_update_of_its_theta() -> None:
    zeros = np.zeros(2)
    columns = BatchColumns(np.array([4, 8]), np.array([8, 10]), 4, zeros, zeros, zeros, zeros, zeros)
    assert [columns.at(update) for update in (3, 4, 7, 8, 9, 10)] == [None, 0, 0, 1, 1, None]
    assert columns.middle.tolist() == [5.5, 8.5]
    assert BatchColumns.none().at(0) is None
