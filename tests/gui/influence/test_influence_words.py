"""What is said of an influence is exact about what it is, and of a proof what its rule tells."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.engine.influence_messages import Pull
from core.engine.snapshot import Example
from gui.influence import influence_words as words
from tests.gui.influence.measured import AWAY, EXAMPLE, NAMES, TOWARDS, measured, proof

NAN, INF = float("nan"), float("inf")
X = np.zeros(256, np.float32)


@pytest.mark.parametrize(
    "example, of_digits, said",
    [
        (EXAMPLE, True, "test digit 38, a 2"),
        (Example(X, 8, "train", 1200), True, "training digit 1,200, an 8"),
        (Example(X, 8, "train", 1200), False, "training example 1,200: 8"),
        (Example(X, 8, "train", 9, is_shuffled=True), True, "training digit 9, label 8 (shuffled)"),
        (Example(X, 8, "train", 9, is_shuffled=True), False, "training example 9, label 8 (shuffled)"),
        (Example(X, 1, "test", 3), False, "test example 3: 1"),
        (Example(X, None, "train", 3), False, "training example 3"),
        (Example(X, None, "test", 3), False, "test example 3"),
        (Example(X, 8, "drawing"), True, "your drawing, meant as an 8"),
        (Example(X, None, "drawing"), True, "your drawing"),
        (Example(X, 8, "own", 12), True, "own 12, an 8"),
        (Example(X, 1, "own", 3), False, "own 3, a 1"),
    ],
)
def test_which_example_it_is(example: Example, of_digits: bool, said: str) -> None:
    assert words.example_words(example, NAMES, of_digits) == said


def test_what_it_says_and_the_c_whose_fall_is_asked_for() -> None:
    assert words.answer_words(measured(), NAMES) == "says 3"
    assert words.loss_words(measured(), NAMES) == "C towards 3: 0.64,  y = 0.528"
    assert words.answer_words(measured(answer=None), NAMES) == "says none alone: several are largest"
    of_numbers = measured(answer=None, target=None, output=NAN)
    assert words.answer_words(of_numbers, ()) == ""
    assert words.loss_words(of_numbers, ()) == "C of its target: 0.64"
    assert (
        words.axis_words(3, NAMES) == "C towards 3, log"
        and words.axis_words(None, ()) == "C of its target, log"
    )


def test_the_networks_are_named_with_their_updates_and_rates() -> None:
    assert words.states_words(measured()) == "first order, at updates 510, 3,000 (η 0.001 each)"
    other = measured(rates=np.array([0.1, 0.05]))
    assert words.states_words(other) == "first order, at updates 510 (η 0.1); 3,000 (η 0.05)"
    branched = measured(
        updates=np.array([612, 1224, 1938, 2550, 3260]), rates=np.array([0.001, 0.001, 0.001, 0.01, 0.01])
    )
    assert words.states_words(branched) == (
        "first order, at updates 612, 1,224, 1,938 (η 0.001); 2,550, 3,260 (η 0.01)"
    )
    alone = measured(updates=np.array([3000]), rates=np.array([0.001]))
    assert words.states_words(alone) == "first order, at update 3,000 alone (η 0.001)"
    assert words.estimate_words() == "an estimate, no proof"
    for what in ("momentum or Adam", "penalties", "dropout", "batch"):
        assert what in words.leaves_out_words()


def test_both_sides_are_counted_and_so_is_what_is_left_out() -> None:
    of = measured()
    assert words.side_title(of, "towards", NAMES) == "Pulled towards 3"
    assert words.side_title(of, "away", NAMES) == "Pulled away from 3"
    assert (words.count_words(of, TOWARDS), words.together_words(TOWARDS)) == (
        "3 of 60,000",
        "together +0.7500",
    )
    assert (words.count_words(of, AWAY), words.together_words(AWAY)) == ("700 of 60,000", "together −4.250")
    assert (words.shown_words(TOWARDS), words.shown_words(AWAY)) == ("", "the strongest 2")
    assert words.rest_words(of) == "59,297 of 60,000 pulled neither way (0, or no finite number)"
    assert words.rest_words(measured(examples=703)) == ""
    assert words.side_title(measured(target=None), "towards", ()) == "Pulled towards its target"
    assert words.side_title(measured(target=None), "away", ()) == "Pulled away from its target"


def test_the_scale_is_the_largest_of_both_sides() -> None:
    assert words.scale_of(measured()) == 1.0
    assert words.scale_words(measured()) == "longest bar: ±1.0"
    none = Pull(np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.int64), 0, 0.0)
    assert (words.scale_of(measured(towards=none, away=none)), words.scale_of(measured(away=none))) == (
        0,
        0.5,
    )
    assert words.scale_words(measured(towards=none, away=none)) == ""


def test_one_of_them_is_named_with_its_influence() -> None:
    assert words.row_words(1200, TOWARDS, NAMES, True) == "training digit 1,200, an 8, influence +0.25"
    assert words.row_words(11, AWAY, NAMES, True) == "training digit 11, a 2, influence −1.0"
    assert words.row_words(3, TOWARDS, NAMES, True) == "training digit 3, a 3, influence +1.0·10⁻⁷"
    assert words.row_words(4, TOWARDS, NAMES, True) == ""
    shuffled = replace(TOWARDS, shuffled=np.array([False, True, False]))
    said = words.row_words(1200, shuffled, NAMES, True)
    assert said == "training digit 1,200, label 8 (shuffled), influence +0.25"
    assert words.row_words(7, shuffled, NAMES, True) == "training digit 7, a 3, influence +0.50"
    of_numbers = replace(TOWARDS, labels=np.zeros(0, np.int64))
    assert words.row_words(7, of_numbers, (), False) == "training example 7, influence +0.50"


@pytest.mark.parametrize(
    "all_of_them, without, at_random, said",
    [
        (
            [1, 2, 3, 4],
            [2, 3, 4, 5],
            [9, 9, 9, 9],
            "No effect can be told: with and without them, C overlaps.",
        ),
        (
            [1, 2, 3, 4],
            [5, 6, 7, 8],
            [1, 2, 3, 4],
            "Without them C is larger, each time: an effect, as estimated.",
        ),
        (
            [1, 2, 3, 4],
            [5, 6, 7, INF],
            [5, 6, 7, 8],
            "Without them C is larger, each time: an effect, as estimated. Yet as many at random do the same.",
        ),
        (
            [5, 6, 7, 8],
            [1, 2, 3, 4],
            [1, 2, 3, 9],
            "Without them C is smaller, each time: an effect, but against the estimate.",
        ),
    ],
)
def test_the_verdict_is_the_rules(all_of_them: list, without: list, at_random: list, said: str) -> None:
    assert words.verdict_words(proof([all_of_them, without, at_random])) == said


@pytest.mark.parametrize(
    "losses, said",
    [
        ([[1, 2], [2, 3], [9, 9]], "No effect can be told: with and without it, C overlaps."),
        ([[1, 2], [5, 6], [1, 2]], "Without it C is larger, each time: an effect, as estimated."),
        (
            [[5, 6], [1, 2], [1, 3]],
            "Without it C is smaller, each time: an effect, but against the estimate."
            " Yet one at random does the same.",
        ),
    ],
)
def test_of_one_that_was_left_out_nothing_is_said_of_several(losses: list, said: str) -> None:
    one = replace(proof(losses), left_out=1)
    assert words.verdict_words(one) == said
    assert "the 2 values of C with it and the 2 without" in words.rule_words(one, 3000)
    assert "them" not in words.rule_words(one, 3000)


def test_the_rule_and_what_was_trained_are_told() -> None:
    half = proof([[0.5, NAN], [INF, NAN], [NAN, NAN]])
    assert words.trained_words(half) == "2 of 6 networks trained, 3,000 updates each"
    assert words.values_words(half.losses[0]) == "0.50, –" and words.values_words(half.losses[1]) == "∞, –"
    four = proof(np.ones((3, 4)))
    assert "the 4 values of C with them" in words.rule_words(four, 3000)
    assert "in 2 of 70 cases" in words.rule_words(four, 3000) and "trained for" not in words.rule_words(
        four, 3000
    )
    assert "trained for 3,000 updates; this one was for 90,000." in words.rule_words(four, 90_000)
    assert [words.kind_words(kind, 50) for kind in range(3)] == [
        "trained with all",
        "without these 50",
        "without 50 others at random",
    ]
    assert [words.kind_words(kind, 1) for kind in range(3)] == [
        "trained with all",
        "without this one",
        "without 1 other at random",
    ]
    once = proof(np.ones((3, 4)), updates=1)
    assert words.trained_words(once) == "12 of 12 networks trained, 1 update each"
    assert "Each network is trained for 1 update; this one was for 90,000." in words.rule_words(once, 90_000)


def test_why_there_is_nothing_and_what_has_changed_since() -> None:
    said = {words.refused_words(why) for why in ("no_target", "untrained", "too_few", "gone", "failed")}
    assert len(said) == 5
    of = measured()
    assert words.stale_words(of, False, False) == ""
    assert (
        words.stale_words(of, True, False)
        == "Measured at update 3,000: the network on screen is another one."
    )
    assert words.stale_words(of, False, True) == "Measured at update 3,000: another example is shown now."
    assert words.stale_words(of, True, True).endswith("another one, and so is the example.")


def test_what_is_heard_of_an_answer_are_both_sides_and_of_which_networks_they_are() -> None:
    found = measured()
    sides = (
        f"Pulled towards 3: {words.count_words(found, TOWARDS)}",
        f"Pulled away from 3: {words.count_words(found, AWAY)}",
    )
    assert words.heard_words(found, NAMES) == ". ".join((*sides, words.states_words(found)))


def test_updates_in_a_row_have_the_mark_that_the_language_has_between_numbers(qapp, monkeypatch) -> None:
    monkeypatch.setattr(words, "enumerated", "、".join)
    few = measured(updates=np.array([102, 204, 1306]), rates=np.array([0.001] * 3))
    assert "102、204、1,306" in words.states_words(few)
    two = measured(updates=np.array([102, 204, 306]), rates=np.array([0.001, 0.001, 0.01]))
    assert "102、204 (η 0.001)" in words.states_words(two)
    assert words.values_words(np.array([0.5, np.nan])) == "0.50、–"


def test_a_shorter_sum_never_stands_without_how_many_it_is_of() -> None:
    assert words.shorter_sums(AWAY) == ("700 together −4.250", "700: −4.250")
