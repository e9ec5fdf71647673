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


def test_what_was_measured_before_an_edit_answers_nothing_until_it_is_measured_anew() -> None:
    history = history_of((0, 230.0, 2.4), (50, 60.0, 0.5), (90, 80.0, 0.7))
    history.note_edit(50)
    assert least_test_loss(history) == Answer(90, 0.7) and first_below(history, 100.0) == Answer(90, 80.0)
    # Below 70 it was at no other.
    assert first_below(history, 70.0) is None
    history.add(ExactLoss(0, 50, 65.0, 100, 0.9, 6.0, 10, 0.8))
    assert least_test_loss(history) == Answer(50, 0.6) and first_below(history, 70.0) == Answer(50, 65.0)
    history.note_edit(50)
    history.note_edit(90)
    history.note_edit(0)
    assert least_test_loss(history) is first_below(history, 1e9) is None
