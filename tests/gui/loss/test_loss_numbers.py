"""The numbers of the plot of L are the engine's: as they came, and every one of them."""

from __future__ import annotations

import numpy as np

from core.analysis.exact_losses import ExactLoss
from core.analysis.loss_history import LossHistory
from core.exchange.table import Column
from gui.loss.loss_numbers import loss_numbers
from gui.widgets.figure import Numbers

MEANS = np.array([2.5, np.nan, 0.1], np.float32)


def record_of(run: int = 0, test_count: int = 10) -> LossHistory:
    record = LossHistory(60)
    record.add_batch_means(1, MEANS)
    record.exact_losses.add(ExactLoss(run, 0, 138.1, 60, 0.1, 23.0, test_count, 0.2))
    record.exact_losses.add(ExactLoss(run, 3, 60.3, 60, 0.5, 11.0, test_count, 0.6, 0.25, 0.5))
    return record


def values(numbers: Numbers, name: str) -> np.ndarray:
    column = next(column for column in numbers.columns if column.name == name)
    assert isinstance(column.values, np.ndarray)
    return column.values


def test_every_exact_loss_is_a_row() -> None:
    exact, _ = loss_numbers(record_of())
    assert values(exact, "update").tolist() == [0, 3]
    assert values(exact, "L").tolist() == [138.1, 60.3]
    assert values(exact, "training mean C").tolist() == [138.1 / 60, 60.3 / 60]
    assert values(exact, "test mean C").tolist() == [2.3, 1.1]
    assert values(exact, "training accuracy").tolist() == [0.1, 0.5]
    assert values(exact, "test accuracy").tolist() == [0.2, 0.6]
    assert (values(exact, "L1 penalty").tolist(), values(exact, "L2 penalty").tolist()) == (
        [0, 0.25],
        [0, 0.5],
    )


def test_without_a_test_set_its_mean_is_no_number() -> None:
    exact, _ = loss_numbers(record_of(test_count=0))
    assert np.isnan(values(exact, "test mean C")).all()


def test_each_batch_stands_at_the_parameters_that_it_was_computed_with() -> None:
    _, batches = loss_numbers(record_of())
    means = values(batches, "mean C")
    assert values(batches, "update").tolist() == [0, 1, 2]
    assert means.dtype == np.float32 and np.array_equal(means, MEANS, equal_nan=True)


def test_a_copy_does_not_follow_the_training() -> None:
    record = record_of()
    exact, batches = loss_numbers(record)
    record.exact_losses.add(ExactLoss(0, 3, 1.0, 60, 1.0, 1.0, 10, 1.0))
    record.go_back(0)
    record.add_batch_means(1, np.zeros(9, np.float32))
    assert values(exact, "L").tolist() == [138.1, 60.3]
    assert np.array_equal(values(batches, "mean C"), MEANS, equal_nan=True)


def test_losses_that_are_counted_in_buckets_already_are_not_made_up() -> None:
    record = LossHistory(1)
    record.add_batch_means(1, np.arange(1_100_000, dtype=np.float32))
    (batches,) = loss_numbers(record)
    updates, means = values(batches, "update"), values(batches, "mean C")
    assert updates[0] > 0 and updates[-1] == 1_099_999
    assert np.array_equal(updates.astype(np.float32), means)


def test_the_rows_of_other_runs_follow_and_say_so() -> None:
    exact, _ = loss_numbers(record_of(), "η 0.001", [("η 0.01", record_of(1))])
    run = exact.columns[0]
    assert isinstance(run, Column) and run.name == "run"
    assert run.cells(slice(0, 4)) == ["η 0.001", "η 0.001", "η 0.01", "η 0.01"]
    assert values(exact, "update").tolist() == [0, 3, 0, 3]


def test_before_anything_is_known_there_is_nothing() -> None:
    assert loss_numbers(LossHistory(60)) == ()
