"""Of which kind the batches of a run are, update by update."""

from __future__ import annotations

import pytest

from gui.loss.batch_kinds import (
    BatchKind,
    KindChange,
    common_unit,
    dropout_share,
    kinds_before,
    kinds_between,
    with_kind,
)

PLAIN, DROPPED, DIGIT = BatchKind(), BatchKind(with_dropout=True), BatchKind("digit")
CHANGES = (KindChange(0, PLAIN), KindChange(300, DROPPED), KindChange(600, DIGIT))


@pytest.mark.parametrize(
    ("start", "stop", "kinds"),
    [
        (0, 300, {PLAIN}),
        (0, 301, {PLAIN, DROPPED}),
        (299, 300, {PLAIN}),
        (300, 301, {DROPPED}),
        (450, 700, {DROPPED, DIGIT}),
        (600, 600, {DIGIT}),
        (0, 9999, {PLAIN, DROPPED, DIGIT}),
    ],
)
def test_the_kinds_of_a_range_are_those_in_force_at_its_updates(
    start: int, stop: int, kinds: set[BatchKind]
) -> None:
    assert kinds_between(CHANGES, start, stop) == kinds


def test_the_first_kind_holds_from_the_beginning() -> None:
    assert with_kind((), 77, DIGIT) == (KindChange(0, DIGIT),)


def test_of_changes_at_one_update_the_last_one_counts() -> None:
    changes = with_kind(CHANGES, 600, PLAIN)
    assert changes == (*CHANGES[:2], KindChange(600, PLAIN))
    assert with_kind(changes, 600, DROPPED) == CHANGES[:2]
    assert with_kind(CHANGES[:1], 0, DROPPED) == (KindChange(0, DROPPED),)


def test_what_came_after_an_update_is_forgotten() -> None:
    assert kinds_before(CHANGES, 600) == CHANGES[:2]
    assert kinds_before(CHANGES, 0) == CHANGES[:1]


def test_single_examples_among_larger_batches_are_batches() -> None:
    assert common_unit([PLAIN, DROPPED]) == "batch" and common_unit([DIGIT]) == "digit"
    assert common_unit([PLAIN, DIGIT]) == "batch"


def test_dropout_is_of_all_of_some_or_of_none() -> None:
    assert dropout_share([PLAIN, DIGIT]) == "none" and dropout_share([DROPPED]) == "all"
    assert dropout_share([DIGIT, DROPPED]) == "some"
