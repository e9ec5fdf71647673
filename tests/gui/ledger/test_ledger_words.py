"""What is said of a term of L is what it is."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from core.analysis.example_losses import NO_CLASS, OWN, ExampleLosses
from gui.ledger import ledger_words as words
from tests.gui.ledger.answers import answers

NAMES = tuple("0123456789")


def losses_of(
    losses: list[float], answers: list[int], labels: list[int], split: str = "train"
) -> ExampleLosses:
    return ExampleLosses(0, 22_500, split, np.array(losses), np.array(answers), np.array(labels))


TERMS = losses_of([2.659, 0.001, 0.5], [4, 7, NO_CLASS], [9, 7, 8])


def test_the_title_names_the_sum_and_how_many_terms_it_has() -> None:
    assert words.title_words(TERMS) == "L = Σ Cⁿ = 3.160: all 3 terms"
    assert words.title_words(losses_of([1.0], [0], [0], "test")).startswith("Σ Cⁿ of the test set = 1")
    # −ln 0.5 = 0.6931.
    assert words.title_words(losses_of([0.6931], [0], [0])) == "L = Σ Cⁿ = 0.6931: 1 term"
    assert words.title_words(losses_of([0.6931], [0], [0], "test")).endswith(
        "of the test set = 0.6931: 1 term"
    )
    assert words.moment_words(TERMS) == "exact at update 22,500"
    assert words.moment_words(TERMS, True) == "exact at update 22,500, θ edited since"


def test_what_is_wrong_is_counted() -> None:
    assert words.wrong_words(TERMS, False) == "full shade: wrong at update 22,500, 2 of 3"
    assert words.wrong_words(TERMS, True) == "filled corner: wrong at update 22,500, 2 of 3"
    assert words.wrong_words(TERMS, False, True) == "full shade: wrong before θ was edited, 2 of 3"
    assert words.wrong_words(TERMS, True, True) == "filled corner: wrong before θ was edited, 2 of 3"
    assert words.wrong_words(losses_of([1.0], [NO_CLASS], []), False) == ""


@pytest.mark.parametrize(
    "row, said", [(0, "says 4, is 9"), (1, "says 7: right"), (2, "says none alone: several are largest")]
)
def test_what_the_network_says(row: int, said: str) -> None:
    assert words.answer_words(TERMS, row, NAMES) == said


def test_which_example_it_is() -> None:
    assert words.name_words(TERMS, 0, NAMES, True) == "training digit 0, a 9"
    assert words.name_words(TERMS, 2, NAMES, True) == "training digit 2, an 8"
    assert words.name_words(TERMS, 1, NAMES, False) == "training example 1: 7"
    assert words.name_words(losses_of([1.0], [NO_CLASS], [], "test"), 0, (), False) == "test example 0"


def test_c_is_said_with_the_y_that_it_is_made_of() -> None:
    # −ln 0.07 = 2.659
    assert words.loss_words(TERMS, 0, True) == "C = −ln y = 2.66,  y = 0.070"
    assert words.loss_words(TERMS, 0, False) == "C = 2.66"
    assert "y" not in words.loss_words(losses_of([math.inf], [0], [0]), 0, True)
    assert words.rank_words(TERMS, 2) == "number 2 of 3 by C, the largest first"


@pytest.mark.parametrize("y, said", [(0.9999, "0.9999"), (1e-7, "1.0·10⁻⁷"), (0.5, "0.500")])
def test_a_confidence_is_not_called_certain(y: float, said: str) -> None:
    assert words.likely_text(y, 4 if y > 0.9 else 3) == said


def test_parts_of_the_sum() -> None:
    assert words.part_words(0, 0.447, 600, 60_000) == "the worst 1 %: 44.7 % of the sum"
    assert words.part_words(2, math.nan, 54_000, 60_000) == "the other 90 %: –"
    # One of 38 is more than 1 %.
    assert words.part_words(0, 0.25, 1, 38) == "the worst 1: 25.0 % of the sum"
    assert words.part_words(1, 0.5, 3, 38) == "the next 3: 50.0 %"


def test_a_label_that_was_shuffled_is_not_called_what_the_digit_is() -> None:
    terms = replace(losses_of([1.0, 1.0], [3, 8], [8, 8]), shuffled=np.array([True, True]))
    assert words.name_words(terms, 0, NAMES, True) == "training digit 0, label 8 (shuffled)"
    assert words.name_words(terms, 1, NAMES, False) == "training example 1, label 8 (shuffled)"
    assert words.answer_words(terms, 0, NAMES) == "says 3, its label is 8"
    assert words.answer_words(terms, 1, NAMES) == "says 8, as its label is"


def test_the_bar_of_the_test_set_is_not_called_l() -> None:
    assert words.bar_words("train") == "only in this bar is width L"
    assert words.bar_words("test") == "only in this bar is width Σ Cⁿ"


def test_of_the_own_test_set_the_sum_is_no_l_and_each_has_a_number_for_good() -> None:
    own = replace(answers(split=OWN), numbers=np.arange(12) * 10 + 5)
    assert words.title_words(own) == "Own test set: Σ Cⁿ = 10.00 over 12 examples"
    one = replace(own, losses=own.losses[:1])
    assert words.title_words(one).endswith(" over 1 example")
    assert words.name_words(own, 2, ("cat", "dog", "cow"), of_digits=True) == "own 25, a dog"
    assert words.bar_words(OWN) == words.bar_words("test") != words.bar_words("train")
    assert (own.row_of(25), own.row_of(26), own.number_of(2)) == (2, -1, 25)
    train = answers()
    assert (train.row_of(11), train.row_of(12), train.number_of(3)) == (11, -1, 3)
