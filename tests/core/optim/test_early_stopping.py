"""When a training is stopped early."""

from __future__ import annotations

import math

import pytest

from core.optim.early_stopping import EarlyStopping


def answers(patience: int, *losses: float) -> list[bool]:
    watch = EarlyStopping(patience)
    return [watch.note(100 * i, loss) for i, loss in enumerate(losses)]


def test_it_stops_after_as_many_evaluations_without_a_new_least_loss_as_it_has_patience() -> None:
    assert answers(3, 5.0, 4.0, 4.5, 4.2, 4.1) == [False, False, False, False, True]


def test_a_new_least_loss_gives_it_all_its_patience_back() -> None:
    assert answers(2, 5.0, 6.0, 4.0, 6.0, 3.9, 7.0, 7.0) == [False] * 6 + [True]


def test_a_loss_that_falls_again_but_not_below_the_least_is_no_improvement() -> None:
    assert answers(3, 5.0, 9.0, 8.0, 7.0) == [False, False, False, True]


def test_the_same_loss_again_is_no_improvement() -> None:
    assert answers(1, 5.0, 5.0) == [False, True]


def test_a_loss_that_always_falls_never_stops_it() -> None:
    assert not any(answers(1, *(1 / (i + 1) for i in range(100))))


def test_the_best_loss_and_its_update_are_remembered() -> None:
    watch = EarlyStopping(2)
    assert watch.best == math.inf and watch.best_update is None
    for update, loss in [(0, 5.0), (300, 2.0), (600, 3.0), (900, math.nan)]:
        watch.note(update, loss)
    assert watch.best == 2.0 and watch.best_update == 300


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_a_loss_that_is_no_finite_number_is_no_improvement(bad: float) -> None:
    assert answers(2, bad, bad) == [False, True]
    assert answers(2, 5.0, bad, bad) == [False, False, True]
    assert answers(2, bad, 5.0, bad, bad) == [False, False, False, True]


def test_it_goes_on_saying_stop_until_the_loss_falls_again() -> None:
    assert answers(1, 5.0, 6.0, 6.0, 4.0) == [False, True, True, False]


@pytest.mark.parametrize("patience", [0, -3])
def test_less_patience_than_one_evaluation_is_refused_and_quoted(patience: int) -> None:
    with pytest.raises(ValueError, match=str(patience)):
        EarlyStopping(patience)


def test_who_goes_on_all_the_same_is_given_as_long_again() -> None:
    stopping = EarlyStopping(2)
    assert [stopping.note(i, loss) for i, loss in enumerate((3.0, 4.0, 4.0))] == [False, False, True]
    stopping.reset_patience()
    assert [stopping.note(i, 5.0) for i in (3, 4)] == [False, True]
    assert (stopping.best, stopping.best_update) == (3.0, 0)


def test_it_goes_on_with_the_next_epoch_and_the_same_patience_only() -> None:
    stopping = EarlyStopping(3, since=648, epoch=108)
    assert stopping.goes_on(3, 109) and stopping.goes_on(3, 108)
    # Another patience; an epoch whose end was not looked at; a file that does not say since when it is counted.
    assert not stopping.goes_on(2, 109) and not stopping.goes_on(3, 110)
    assert not EarlyStopping(3, epoch=108).goes_on(3, 109)
