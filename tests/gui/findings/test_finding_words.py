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
        ("zero_start", "The training set’s mean Cⁿ is still 2.250; by guessing 2.303."),
        (
            "vanishing",
            "In the gradient that update 11,000 followed, that of a batch of 32 of the 60,000 training examples, layer"
            " 1 has 3.4·10⁻⁷ per weight (rms), the output layer 0.029. After it the training set’s mean Cⁿ is 2.250,"
            " by guessing 2.303.",
        ),
        (
            "exploding",
            "In the gradient that update 11,000 followed, that of all 40 training examples, layer 7 has 480 per weight"
            " (rms). After it the training set’s mean Cⁿ is 2.250, by guessing 2.303.",
        ),
        ("dead", "12 of 16 in layer 2 are dead: flat for every test example. The mean Cⁿ is 2.250."),
        (
            "rate_too_high",
            "Update 11,000 moved the weights of layer 3 by 0.29 of their size (rms). The mean Cⁿ is 2.250; it was"
            " 0.600 at update 1,200.",
        ),
        (
            "rate_too_low",
            "Update 11,000 moved no layer’s weights by more than 5.0·10⁻⁶ of their size (rms). The mean Cⁿ falls, but"
            " only from 2.445 to 2.250 in 9,000 updates.",
        ),
        (
            "overfitting",
            "Since update 400 the test set’s mean Cⁿ has risen from 0.690 to 1.001, while the training set’s has fallen"
            " from 0.050 to 2.250.",
        ),
        ("zero_biases", "The mean Cⁿ is 2.250 after 11,000 updates; a constant would have 2.303."),
        ("plateau", "The mean Cⁿ was 2.301 at update 9,000 and is 2.250 now; by guessing 2.303."),
    ],
)
def test_a_finding_says_its_numbers(kind: str, said: str) -> None:
    assert words.numbers_words(finding(kind)) == said


@pytest.mark.parametrize(
    ("kind", "numbers", "said"),
    [
        ("rate_too_low", {"before": 0.25486, "mean": 0.25478}, "from 0.2549 to 0.2548 in"),
        ("plateau", {"before": 2.30259, "mean": 2.30261}, "was 2.30259 at update 9,000 and is 2.30261 now"),
        ("rate_too_high", {"least": 4.0002, "mean": 4.0001}, "is 4.0001; it was 4.0002"),
        ("overfitting", {"test_before": 0.70004, "test": 0.70008}, "from 0.7000 to 0.7001, while"),
        # What really has not changed is the same twice.
        ("plateau", {"before": 2.302, "mean": 2.302}, "was 2.302 at update 9,000 and is 2.302 now"),
    ],
)
def test_what_has_changed_is_seen_to(kind: str, numbers: dict[str, float], said: str) -> None:
    assert said in words.numbers_words(finding(kind, **numbers))


def test_the_reason_of_what_bends_speaks_of_those_that_bend_at_0() -> None:
    assert words.reason_of("zero_biases").startswith("ReLU and leaky ReLU bend where z = wx + b is 0")


def test_where_l_is_at_its_least_it_is_not_held_against_itself() -> None:
    said = words.numbers_words(finding("rate_too_high", mean=60.0, least=60.0, at=11_000))
    assert said.endswith("The mean Cⁿ is 60.000, by guessing 2.303.")


@pytest.mark.parametrize("kind", ["zero_start", "vanishing", "exploding", "plateau"])
def test_without_classes_nobody_guesses(kind: str) -> None:
    said = words.numbers_words(replace(finding(kind), is_regression=True))
    assert said.endswith("always the mean 2.303.") and "guessing" not in said


def test_a_gradient_that_was_clipped_is_not_the_one_that_was_followed() -> None:
    for kind in ("vanishing", "exploding"):
        said = words.numbers_words(replace(finding(kind), is_clipped=True))
        assert said.startswith("Before it was clipped, the gradient of update 11,000, that of a")
        assert "followed" not in said and words.numbers_words(finding(kind)).split(", ")[-1] in said
    assert "had in layer 7 480 per weight (rms). After" in said
    assert "throws the weights" not in words.reason_of("exploding", is_clipped=True)
    assert words.reason_of("dead", is_clipped=True) == words.reason_of("dead")


def test_a_gradient_with_penalties_is_not_of_a_batch_alone() -> None:
    said = words.numbers_words(replace(finding("vanishing"), penalties=("l1", "l2")))
    assert "that of a batch of 32 of the 60,000 training examples with L1 and L2, layer 1 has" in said
    said = words.numbers_words(replace(finding("exploding"), penalties=("l2",), is_clipped=True))
    assert "that of all 40 training examples with L2, had in layer" in said


def test_all_layers_that_are_dead_are_named_each_with_its_count() -> None:
    dead = replace(finding("dead"), dead_layers=((1, 10, 10), (2, 12, 16), (3, 7, 7)))
    assert words.numbers_words(dead) == (
        "Dead, that is flat for every test example, are 10 of 10 in layer 1, 12 of 16 in layer 2, 7 of 7 in layer 3."
        " The mean Cⁿ is 2.250."
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
    assert words.remedy_words(Remedy("rate", None, 0.1, 0.01)) == "Try it: learning rate 0.1 → 0.01"
    assert (
        words.remedy_words(Remedy("early_stopping", None, after=5)) == "Try it: early stopping after 5 epochs"
    )
    assert (words.chip_words(1), words.chip_words(3)) == ("1 finding", "3 findings")


def test_one_training_example_is_not_several() -> None:
    said = words.numbers_words(finding("vanishing", batch=1, examples=1))
    assert "that of the only training example, layer" in said
