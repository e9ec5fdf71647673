"""Each finding says its numbers, its layer and its updates; nothing is left to fill in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.analysis.findings import KINDS
from gui.findings import finding_words as words
from gui.findings.remedies import Remedy
from tests.gui.findings.some_findings import finding


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("zero_start", "L / N of the training set is still 2.250; by guessing 2.303."),
        (
            "vanishing",
            "The gradient of layer 1 is 3.4·10⁻⁷ per weight (rms), that of the output layer 0.029. L / N is 2.250, by"
            " guessing 2.303.",
        ),
        ("exploding", "The gradient of layer 7 is 480 per weight (rms). L / N is 2.250, by guessing 2.303."),
        ("dead", "12 of 16 in layer 2 are dead: flat for every test example. L / N is 2.250."),
        (
            "rate_too_high",
            "An update moves the weights of layer 3 by 0.29 of their size. L / N is 2.250; it was 0.600 at update"
            " 1,200.",
        ),
        (
            "rate_too_low",
            "An update moves the weights by 5.0·10⁻⁶ of their size at most. L / N falls, but only from 2.445 to 2.250"
            " in 9,000 updates.",
        ),
        (
            "overfitting",
            "Since update 400 the test set’s mean C has risen from 0.690 to 1.001, while the training set’s has fallen"
            " from 0.050 to 2.250.",
        ),
        ("zero_biases", "L / N is 2.250 after 11,000 updates; a constant would have 2.303."),
        ("plateau", "L / N was 2.301 at update 9,000 and is 2.250 now; by guessing 2.303."),
    ],
)
def test_a_finding_says_its_numbers(kind: str, said: str) -> None:
    assert words.numbers_words(finding(kind)) == said


def test_where_l_is_at_its_least_it_is_not_held_against_itself() -> None:
    said = words.numbers_words(finding("rate_too_high", mean=60.0, least=60.0, at=11_000))
    assert said.endswith("L / N is 60.000, by guessing 2.303.")


@pytest.mark.parametrize("kind", ["zero_start", "vanishing", "exploding", "plateau"])
def test_without_classes_nobody_guesses(kind: str) -> None:
    said = words.numbers_words(replace(finding(kind), is_regression=True))
    assert said.endswith("always the mean 2.303.") and "guessing" not in said


def test_all_layers_that_are_dead_are_named_each_with_its_count() -> None:
    dead = replace(finding("dead"), dead_layers=((1, 10, 10), (2, 12, 16), (3, 7, 7)))
    assert words.numbers_words(dead) == (
        "Dead, that is flat for every test example, are 10 of 10 in layer 1, 12 of 16 in layer 2, 7 of 7 in layer 3."
        " L / N is 2.250."
    )
    assert words.numbers_words(replace(dead, dead_layers=((2, 12, 16),))) == words.numbers_words(
        finding("dead")
    )


def test_what_a_residual_connection_carries_past_dead_neurons_is_not_denied() -> None:
    assert "residual connection carries" in words.reason_of("dead")


def test_each_kind_has_a_title_and_a_reason_of_its_own() -> None:
    assert (
        len({words.title_of(kind) for kind in KINDS})
        == len({words.reason_of(kind) for kind in KINDS})
        == len(KINDS)
    )


def test_updates_are_named() -> None:
    assert words.since_words(finding("dead")) == "since update 2,000; numbers exact at update 11,000"
    assert words.was_words(finding("dead", holds=False)) == "Dead neurons: updates 2,000 to 11,000"


def test_a_button_says_what_it_would_do() -> None:
    assert words.remedy_words(Remedy("rate", None, 0.1, 0.01)) == "Try: learning rate 0.1 → 0.01"
    assert words.remedy_words(Remedy("early_stopping", None, after=5)) == "Try: early stopping after 5 epochs"
    assert (words.chip_words(1), words.chip_words(3)) == ("1 finding", "3 findings")
