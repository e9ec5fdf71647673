"""The mean of the last batches, against sums of the losses themselves."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.loss_history import LossHistory
from gui.loss.smoothing import WINDOWS, trailing_mean


def record_of(losses: np.ndarray) -> LossHistory:
    record = LossHistory(100)
    record.add_batch_means(1, losses.astype(np.float32))
    return record


@pytest.mark.parametrize(("begin", "most"), [(0, 4000), (0, 300), (0, 40), (1500, 4000), (1500, 100)])
@pytest.mark.parametrize("window", WINDOWS[1:3])
def test_each_is_the_mean_of_the_batches_before_it_and_of_no_later_one(
    begin: int, most: int, window: int
) -> None:
    losses = np.random.default_rng(0).uniform(0, 3, 3000).astype(np.float32)
    record = record_of(losses)
    columns = record.columns(begin, 3001, most)
    trailing = trailing_mean(record, columns, window, ())
    assert trailing is not None and trailing.window == max(window, columns.width)
    assert trailing.wanted == window
    known = np.isfinite(trailing.means)
    assert known.sum() > 3
    for update, mean in zip(trailing.updates[known], trailing.means[known], strict=True):
        # Written independently: the loss at index k is of θ after k updates.
        expected = np.mean(losses[update + 1 - trailing.window : update + 1], dtype=np.float64)
        assert mean == pytest.approx(expected, rel=1e-9)
    # Before so many batches there is no such mean.
    assert not known[trailing.updates < trailing.window - 1].any()
    if begin == 0:
        assert known[trailing.updates >= trailing.window - 1].all()
    else:
        # Those in sight are of batches that are not.
        assert known.all()


def test_what_comes_later_moves_nothing() -> None:
    losses = np.random.default_rng(1).uniform(0, 3, 2000)
    record = record_of(losses)
    before = trailing_mean(record, record.columns(0, 2001, 4000), 64, ())
    record.add_batch_means(2001, np.full(500, 90, np.float32))
    after = trailing_mean(record, record.columns(0, 2501, 4000), 64, ())
    assert before is not None and after is not None
    np.testing.assert_array_equal(after.means[: len(before.means)], before.means)


def test_no_mean_is_of_losses_on_both_sides_of_an_edit_or_of_a_gap() -> None:
    losses = np.ones(400)
    losses[300] = np.nan
    record = record_of(losses)
    trailing = trailing_mean(record, record.columns(0, 401, 1000), 64, [150])
    assert trailing is not None
    known = trailing.updates[np.isfinite(trailing.means)]
    expected = [*range(63, 150), *range(150 + 63, 300), *range(301 + 63, 400)]
    assert known.tolist() == expected
    assert trailing.at(149) == 1 and np.isnan(trailing.at(150)) and np.isnan(trailing.at(10))


def test_without_batches_there_is_none() -> None:
    record = LossHistory(10)
    assert trailing_mean(record, record.columns(0, 100, 50), 64, ()) is None
