"""Whoever reads of C as last seen reads of which update it is, and that the sum is not L."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.analysis.last_seen import LastSeen
from gui.ledger import seen_words as words
from gui.ledger.ledger_numbers import term_numbers
from gui.ledger.seen_marks import last_seen_of
from tests.gui.ledger.lives import lives
from tests.gui.ledger.test_seen_marks import EXACT

SEEN = last_seen_of(lives(), EXACT)
PAST = last_seen_of(lives(), EXACT, 8)
NONE = LastSeen.none(EXACT)


def test_the_head_names_sum_and_updates() -> None:
    # 0.25 + 4 + 1.5 + 0.5, at updates 7 to 9.
    assert words.title_words(SEEN) == "Σ C = 6.250, not L"
    assert words.moment_words(SEEN) == "as last seen, updates 7 to 9"
    assert words.figure_words(SEEN) == "as last seen, updates 7 to 9: 4 of 5 examples"
    assert "not L" in words.mixed_words(SEEN)
    assert words.title_words(NONE) == "Each C as last seen" and words.mixed_words(NONE) == ""
    assert words.moment_words(NONE) == "as last seen, up to update 0"


def test_of_one_batch_of_the_whole_set_the_sum_is_l_before_its_update() -> None:
    one = replace(SEEN, updates=np.full(5, 9), losses=np.array([0.25, 4.0, 1.5, 0.5, 0.25]))
    assert words.title_words(one) == "Σ C = 6.500: L before update 9"
    assert words.mixed_words(one) == "all were in one batch: each C is of the same θ"
    assert words.bar_words(one) == "shares of L: exact only"
    # Dropout has another network for it, and one that was not in it is missing in the sum.
    for other in (replace(one, with_dropout=True), replace(one, updates=np.array([9, 9, 9, 0, 9]))):
        assert "not L" in words.title_words(other) and "not L" in words.mixed_words(other)
        assert "different θ" in words.bar_words(other)


def test_what_is_not_known_is_counted_with_its_reason() -> None:
    assert words.unseen_words(SEEN, None) == ("hatched: 1 in no batch of updates 4 to 12",)
    assert words.unseen_words(PAST, 8) == (
        # Of rows 0 and 4 only update 9 is kept: whether they were in a batch by 8, too, is not known.
        "hatched: 2 last seen after update 8, so not known there",
        "hatched: 1 in no batch of updates 4 to 8",
    )
    assert words.unseen_words(NONE, None) == ("hatched: 5 in no batch yet: train to see them",)
    # Looking back to before a branch began: it has been trained since, and was not recorded there.
    before = replace(NONE, since=6, update=4)
    assert words.unseen_words(before, 4) == ("hatched: 5, what batches said is recorded from update 7 on",)
    # A branch that is not trained yet: its examples were in batches before it began, which nothing is recorded of.
    branch = replace(NONE, since=5, update=5)
    assert words.unseen_words(branch, None) == ("hatched: 5, what batches said is recorded from update 6 on",)
    assert words.unseen_words(replace(branch, update=7), None) == (
        "hatched: 5 in no batch of updates 6 to 7",
    )
    other = replace(NONE, of_other_loss=5)
    assert words.unseen_words(other, None) == ("hatched: 5 last seen with another loss",)
    everyone = replace(SEEN, updates=np.ones(5, int))
    assert words.unseen_words(everyone, None) == ()


def test_wrong_is_said_of_then_and_of_those_that_were_seen() -> None:
    assert words.wrong_words(SEEN, False) == "full shade: wrong when last seen, 2 of 4"
    assert words.wrong_words(SEEN, True) == "filled corner: wrong when last seen, 2 of 4"
    assert words.wrong_words(NONE, False) == ""
    assert words.dropout_words(SEEN) == ""
    assert words.dropout_words(replace(SEEN, with_dropout=True)) == "answers with dropout in force"


def test_of_one_example_it_is_its_own_update() -> None:
    # exp(−1.5) is 0.223.
    assert words.answer_words(SEEN, 2) == "wrong when last seen"
    assert words.answer_words(SEEN, 0) == "right when last seen" and words.answer_words(SEEN, 3) == "not seen"
    assert words.loss_words(SEEN, 2, True) == (
        "C = −ln y = 1.50,  y = 0.223, as last seen at update 7 (before that update)"
    )
    assert words.loss_words(SEEN, 2, False) == "C = 1.50, as last seen at update 7 (before that update)"
    assert "not known" in words.loss_words(SEEN, 3, True)
    # By rising C: nobody, then rows 0, 4, 2, 1.
    assert words.rank_words(SEEN, 1, 4) == "number 1 of 4 seen by C, the largest first"
    assert words.rank_words(SEEN, 0, 1) == "number 4 of 4 seen by C, the largest first"
    assert words.rank_words(SEEN, 3, 0) == ""


def test_where_targets_are_numbers_nothing_is_called_right_or_wrong() -> None:
    seen = last_seen_of(lives(), replace(EXACT, labels=np.zeros(0, int)))
    assert not seen.wrong.any() and seen.seen_count == 4
    assert (
        words.wrong_words(seen, False) == ""
        and words.answer_words(seen, 1) == words.answer_words(seen, 0) == ""
    )
    assert words.answer_words(seen, 3) == "not seen" and "at update 8" in words.loss_words(seen, 1, False)
    names = [column.name for column in term_numbers(seen, (), np.arange(5)).columns]
    assert names == ["set", "index", "last seen before update", "C as last seen"]


def test_who_has_none_hears_why() -> None:
    assert "training set" in words.why_not_words()
    assert "exact only" in words.bar_words(SEEN) and "exact only" in words.exact_only_words()
