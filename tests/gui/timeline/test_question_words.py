"""What is said of an answer: the exact update with its ✓, or between which two; and over what it was looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.engine.questions import QuestionAnswered, QuestionProgress
from gui.timeline import question_words as words


def answer(
    outcome: str, spans: tuple[tuple[int, int], ...] = (), signs: tuple[int, ...] = (), **more: Any
) -> QuestionAnswered:
    return QuestionAnswered(
        ask=1,
        run=0,
        update=20_000,
        effort="kept",
        outcome=outcome,
        spans=np.array(spans, np.int64).reshape(-1, 2),
        signs=np.array(signs, np.int64),
        total=len(spans),
        **{"states": 157, "seconds_every": 3.0, **more},
    )


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.2, "under 1 s"),
        (1.0, "about 1 s"),
        (89.0, "about 89 s"),
        (91.0, "about 2 min"),
        (3_600.0, "about 60 min"),
        (7_300.0, "about 2 h"),
        (4_000_000.0, "about 1,111 h"),
    ],
)
def test_a_time_is_rounded_to_what_one_can_plan_with(seconds: float, text: str) -> None:
    assert words.duration_words(seconds) == text


def test_an_exact_update_has_its_tick_and_others_lie_between_two() -> None:
    assert words.span_words(639, 640, True) == "update 640 ✓"
    assert words.span_words(639, 640, False) == "update 640"
    assert words.span_words(512, 640, True) == "between updates 512 and 640"


def test_each_outcome_says_what_was_looked_at() -> None:
    # Of 56 states after those two anything may have been so between them: it is not called so for good.
    said = words.right_words(answer("since", ((12_800, 12_928),), later=56))
    assert said == (
        "wrong after update 12,800, right after update 12,928 and at each of the 56 states looked at after that,"
        " up to update 20,000"
    )
    said = words.right_words(answer("since", ((12_877, 12_878),), later=1, is_checked=True))
    assert said == "wrong after update 12,877, right after update 12,878 ✓ and after update 20,000"
    said = words.right_words(answer("since", ((0, 20_000),), states=1))
    assert said == "wrong after update 0, right after update 20,000"
    said = words.right_words(answer("since", ((12_877, 12_878),), is_checked=True, seconds_every=None))
    assert said == "since update 12,878 ✓ · every update up to 20,000 was looked at"
    said = words.right_words(answer("always", seconds_every=None))
    assert said == "since the beginning · every update up to 20,000 was looked at"
    assert words.right_words(answer("not_now")) == "not now: the answer is wrong after update 20,000"


def test_of_few_states_nothing_is_said_of_all_updates() -> None:
    """The beginning and now: whoever has looked at those has seen neither never nor always."""
    of_two: Any = {"states": 1}
    assert words.right_words(answer("always", **of_two)) == (
        "right at each of the 2 states looked at, from update 0 to 20,000"
    )
    assert words.sign_words(answer("never", value=0.5, **of_two)) == (
        "no change among the 2 states looked at, from update 0 to 20,000 · after update 20,000: w = +0.5000"
    )
    assert words.dead_words(answer("always", examples=9, **of_two)) == (
        "dead at each of the 2 states looked at, from update 0 to 20,000"
        " · z ≤ 0 for each of 9 test examples, then and after update 20,000"
    )
    for said in (words.right_words, words.dead_words, words.sign_words):
        for outcome, spans in (("always", ()), ("never", ()), ("since", ((0, 20_000),))):
            if (said is words.sign_words) == (outcome == "never"):
                text = said(answer(outcome, spans, **of_two))
                assert not any(word in text for word in ("never", "always", "since", "beginning"))


def test_a_dead_neuron_comes_with_the_number_of_examples() -> None:
    said = words.dead_words(
        answer("since", ((639, 640),), later=155, examples=10_000, few=64, is_checked=True)
    )
    assert said == (
        "not dead after update 639, dead after update 640 ✓ and at each of the 155 states looked at after that,"
        " up to update 20,000"
        " · z ≤ 0 for each of 10,000 test examples, then and after update 20,000"
        " · states between: with 64 examples each"
    )
    exact = answer("since", ((639, 640),), examples=10_000, is_checked=True, seconds_every=None)
    assert words.dead_words(exact) == (
        "update 640 ✓ · z ≤ 0 for each of 10,000 test examples, then and after update 20,000"
        " · every update up to 20,000 was looked at"
    )
    assert words.dead_words(answer("not_now")).startswith("it is not dead: after update 20,000 z > 0")
    assert " · z ≤ 0 for 1 test example, then and after update 20,000 · " in words.dead_words(
        replace(exact, examples=1)
    )
    always = answer("always", examples=9, seconds_every=None)
    assert words.dead_words(always).startswith("dead since the beginning · z ≤ 0")


def test_changes_of_a_sign_are_counted_and_each_has_its_direction() -> None:
    found = answer("changes", ((0, 512), (639, 640)), (1, -1), value=-0.0312, is_checked=True)
    # Between two states anything may have happened; those 157, and now.
    assert words.sign_words(found) == (
        "changes of sign: at least 2 · after update 20,000: w = −0.0312 · states looked at: 158"
    )
    exact = answer("changes", ((639, 640),), (-1,), value=-0.0312, seconds_every=None)
    assert words.sign_words(exact) == (
        "changes of sign: 1 · after update 20,000: w = −0.0312 · every update up to 20,000 was looked at"
    )
    assert words.change_words(found, 0) == "between updates 0 and 512  − → +"
    assert words.change_words(found, 1) == "update 640 ✓  + → −"
    never = answer("never", value=0.5, seconds_every=None)
    assert words.sign_words(never) == (
        "never · after update 20,000: w = +0.5000 · every update up to 20,000 was looked at"
    )


def test_the_largest_change_has_its_norm() -> None:
    assert words.largest_words(answer("largest", ((0, 1),), value=0.07563)) == (
        "update 1: ‖Δθ‖ = 0.0756 · every update up to 20,000 was looked at"
    )
    assert words.largest_words(answer("no_update")) == "not yet, at update 20,000"


def test_where_something_was_set_by_hand_nothing_is_said_of_what_was_there_before() -> None:
    ends = "every update up to 20,000 was looked at, with the last edit after each"
    every: Any = {"seconds_every": None, "is_edited": True}
    assert words.right_words(answer("always", **every)) == f"since the beginning · {ends}"
    assert words.sign_words(answer("never", **every)).endswith(ends)
    assert words.dead_words(answer("always", examples=9, **every)).endswith(ends)


def test_every_answer_names_the_update_up_to_which_it_is_known() -> None:
    """The training goes on under it: what was so at update 20,000 may be so no more."""
    for effort in ({}, {"seconds_every": None}):
        for outcome, spans in (("always", ()), ("since", ((4, 5),)), ("since", ((4, 9),)), ("not_now", ())):
            for later in (0, 1, 2):
                found = answer(outcome, spans, later=later, examples=9, **effort)
                assert "20,000" in words.dead_words(found)
                if later or effort or outcome != "since":
                    assert "20,000" in words.right_words(found)
        for outcome in ("never", "changes"):
            assert "20,000" in words.sign_words(answer(outcome, **effort))
    for outcome, spans in (("largest", ((0, 1),)), ("no_update", ())):
        assert "20,000" in words.largest_words(answer(outcome, spans))


def test_a_closer_look_says_how_long_it_takes() -> None:
    assert words.closer_words(None)[0] == ""
    assert words.closer_words(answer("not_now"))[0] == ""
    assert words.closer_words(answer("since", seconds_between=12.0))[0] == "Exact update: about 12 s"
    assert words.closer_words(answer("since"))[0] == "Every update: about 3 s"
    assert words.closer_words(answer("since", seconds_every=None))[0] == ""
    progress = QuestionProgress(1, 4_096, 1_000_000, 50.0)
    assert words.progress_words(progress) == "4,096 of 1,000,000 updates made again, about 50 s left"
    # Nothing is said of a time before it was measured.
    assert words.progress_words(QuestionProgress(1, 8, 512, None)) == "8 of 512 updates made again"
    assert words.progress_words(QuestionProgress(1, 0, 0, None)) == "looking closer"


def test_how_long_it_takes_to_show_a_neuron_dead_is_not_said_before_that_is_measured() -> None:
    found = answer("since", ((0, 2_048),), examples=4_096, seconds_between=480.0, between=2_048, every=9_000)
    assert words.closer_words(found)[0] == "Exact update: 2,048 updates"
    exact = answer("since", ((6, 7),), examples=60_000, seconds_every=99.0, every=9_000)
    assert words.closer_words(exact)[0] == "Every update: 9,000 updates"
