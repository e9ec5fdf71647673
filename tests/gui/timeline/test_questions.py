"""Answers are updates that were measured, and the first of those at which it was so."""

from __future__ import annotations

import math

import pytest

from core.analysis.exact_losses import ExactLoss, ExactLossHistory
from gui.timeline.questions import Answer, first_below, least_test_loss


def history_of(*measured: tuple[int, float, float], test_count: int = 10) -> ExactLossHistory:
    """(update, L, test mean) each."""
    history = ExactLossHistory()
    for update, total, mean in measured:
        history.add(ExactLoss(0, update, total, 100, 0.9, 10 * mean, test_count, 0.8))
    return history


FALLING = history_of((0, 230.0, 2.4), (50, 90.0, 0.7), (90, 60.0, 0.5), (130, 70.0, 0.5), (170, 40.0, 0.6))


def test_the_least_test_loss_is_the_first_of_equal_ones() -> None:
    assert least_test_loss(FALLING) == Answer(90, 0.5)


def test_of_a_branch_only_its_own_part_counts() -> None:
    assert least_test_loss(FALLING, first=100) == Answer(130, 0.5)
    assert least_test_loss(FALLING, first=171) is None


def test_without_a_test_set_or_a_measurement_there_is_no_answer() -> None:
    assert least_test_loss(history_of((0, 1.0, 0.0), test_count=0)) is None
    assert least_test_loss(ExactLossHistory()) is None and first_below(ExactLossHistory(), 9.0) is None


@pytest.mark.parametrize(
    ("total", "answer"),
    [
        (1e9, Answer(0, 230.0)),
        (100.0, Answer(50, 90.0)),
        (90.0, Answer(90, 60.0)),
        (65.0, Answer(90, 60.0)),
        (60.0, Answer(170, 40.0)),
        (40.0, None),
    ],
)
def test_l_is_under_a_number_from_the_first_measurement_on_that_is_less(
    total: float, answer: Answer | None
) -> None:
    assert first_below(FALLING, total) == answer


def test_a_loss_that_overflowed_is_under_nothing() -> None:
    assert first_below(history_of((0, math.inf, 1.0), (5, 3.0, 1.0)), 1e300) == Answer(5, 3.0)
