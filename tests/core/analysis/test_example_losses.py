"""Terms of L in their order, and how much of it the worst of them make."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.analysis.evaluation import NO_ANSWER
from core.analysis.example_losses import (
    NO_CLASS,
    ExampleLosses,
    classes_said,
    part_counts,
    shares_of_total,
)


def losses_of(losses: list[float], answers: list[int], labels: list[int]) -> ExampleLosses:
    return ExampleLosses(0, 7, "train", np.array(losses), np.array(answers), np.array(labels))


def test_rows_rise_by_their_loss_and_of_equals_the_first_comes_first() -> None:
    found = losses_of([0.5, 0.0, 3.0, 0.5, 0.0], [0] * 5, [0] * 5)
    assert found.rising.tolist() == [1, 4, 0, 3, 2]
    assert found.total == 4.0


def test_what_is_not_finite_stands_at_the_end() -> None:
    assert losses_of([math.nan, 1.0, math.inf], [0] * 3, [0] * 3).rising.tolist() == [1, 2, 0]


def test_wrong_is_whatever_does_not_say_the_right_class() -> None:
    found = losses_of([1.0, 1.0, 1.0, math.inf], [3, 2, NO_CLASS, 2], [3, 3, 0, 2])
    assert found.wrong.tolist() == [False, True, True, True]
    assert losses_of([1.0, 2.0], [NO_CLASS, NO_CLASS], []).wrong.tolist() == [False, False]


def test_shares_on_paper() -> None:
    # 1, 2, ... 100: the worst 1 % is 100, the next 9 are 91 to 99, together 855, of 5,050.
    rising = np.arange(1.0, 101)
    assert shares_of_total(rising) == pytest.approx([100 / 5050, 855 / 5050, 4095 / 5050])
    assert part_counts(100).tolist() == [1, 9, 90]


@pytest.mark.parametrize("count", [0, 1, 2, 9, 150, 60_000])
def test_the_parts_are_all_examples(count: int) -> None:
    counts = part_counts(count)
    assert counts.sum() == count and (counts >= 0).all()
    rising = np.sort(np.random.default_rng(0).exponential(size=count))
    if count:
        assert shares_of_total(rising).sum() == pytest.approx(1)


@pytest.mark.parametrize("rising", [[0.0, 0.0], [1.0, math.inf], [1.0, math.nan], []])
def test_of_no_loss_or_one_without_bounds_there_are_no_shares(rising: list[float]) -> None:
    assert np.isnan(shares_of_total(np.array(rising))).all()


def test_an_order_that_was_measured_is_taken_and_the_sums_follow_it() -> None:
    values = np.array([0.3, 0.1, 0.7, 0.1])
    nobody = np.zeros(4, int)
    sent = np.array([1, 3, 0, 2], np.uint32)
    losses = ExampleLosses(0, 5, "train", values, nobody, nobody, order=sent)
    assert losses.rising is losses.order
    assert losses.rising_losses.tolist() == [0.1, 0.1, 0.3, 0.7]
    np.testing.assert_allclose(losses.rising_sums, [0.1, 0.2, 0.5, 1.2])
    unsent = ExampleLosses(0, 5, "train", values, nobody, nobody)
    assert unsent.rising.tolist() == [1, 3, 0, 2]


def test_where_there_is_no_answer_no_class_is_said() -> None:
    said = classes_said(np.array([3, NO_ANSWER, 0, 254]))
    assert said.dtype == np.uint8 and said.tolist() == [3, NO_CLASS, 0, 254]
