"""What is said of two compared runs are the engine's numbers, and nothing is said of what is not measured."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.data.dataset_spec import DatasetSpec
from core.engine.messages import RunInfo
from core.engine.snapshot import DataInfo
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.solutions.solutions_words import (
    are_alike,
    barrier_words,
    changed_words,
    column_names,
    example_words,
    examples_words,
    matching_words,
    place_words,
    reading,
    refusal_words,
    sorted_words,
    which_words,
)
from tests.gui.solutions.compared import MATCHING, compared, of_numbers


def test_the_numbers_at_a_place_have_their_columns() -> None:
    message = compared()
    assert column_names(message) == ("training: mean Cⁿ", "training: wrong", "test: wrong", "answer")
    # A quarter of the way: half of the height of the triangle.
    assert reading(message, "straight", 5) == ("1.100", "11.0 %", "22.0 %", "cat (0.90)")
    assert reading(message, "matched", 8) == ("0.500", "5.0 %", "10.0 %", "dog (0.90)")
    assert reading(message, "straight", 10)[-1] == "–"


def test_what_is_not_measured_yet_is_not_said() -> None:
    message = compared(straight=4, matched=0)
    assert reading(message, "straight", 4) == reading(message, "matched", 0) == ("–",) * 4
    assert barrier_words(message) == "" and matching_words(message) == ""


def test_numbers_have_columns_of_their_own() -> None:
    assert column_names(of_numbers()) == ("training: mean Cⁿ", "test: mean Cⁿ", "y")
    assert reading(of_numbers(), "straight", 0) == ("0.100", "0.300", "0.25")
    assert reading(of_numbers(2), "straight", 0)[-1] == "y₁ 0.25, y₂ 0.50"
    assert reading(of_numbers(5), "straight", 0)[-1] == "y₁ 0.25, y₂ 0.50, y₃ 0.75, …"


def test_the_ends_are_the_networks_themselves() -> None:
    assert [place_words(place) for place in (0, 7, 20)] == [
        "t = 0.00: A itself",
        "t = 0.35",
        "t = 1.00: B itself",
    ]


def test_a_barrier_is_said_with_its_place_and_its_absence_too() -> None:
    assert barrier_words(compared()) == (
        "Barrier, above the line between both ends: 2.000 in a straight line (t = 0.50), 0.500 with matched neurons"
        " (t = 0.50)"
    )
    words = barrier_words(compared(heights=(2.0, -0.05)))
    assert words.endswith("2.000 in a straight line (t = 0.50), none with matched neurons")
    assert barrier_words(compared(matched=20)).endswith("2.000 in a straight line (t = 0.50)")


def test_matching_is_said_with_its_proof() -> None:
    assert matching_words(compared()) == (
        "Matching gives 46 of 48 hidden neurons of B another place: ‖θ(A) − θ(B)‖ from 26.6 to 20.6."
        " B’s function stays the same: over 10,000 examples no output differs by more than 2.2·10⁻¹⁵"
        " (in double precision)."
    )
    tied = replace(compared(), matching=replace(MATCHING, stays=(0, 2)))
    assert matching_words(tied).endswith(" Layers that keep their order: 1, 3.")
    same = replace(MATCHING, moved=0, distance_before=14.6, distance_after=14.6, difference=0.0, stays=(1,))
    assert matching_words(replace(compared(), matching=same)) == (
        "Matching finds no better order for B’s hidden neurons (48): each keeps its place, and ‖θ(A) − θ(B)‖ = 14.6."
        " Layers that keep their order: 2."
    )
    bare = replace(compared(), matching=replace(MATCHING, moved=0, neurons=0))
    assert matching_words(bare) == "There are no hidden neurons to be matched."


def test_a_sample_is_counted() -> None:
    message = compared()
    assert examples_words(message) == (
        "Measured with 60,000 training examples and 10,000 test examples, at 21 places."
    )
    assert "6,500 of 60,000 training examples" in examples_words(replace(message, train_count=6_500))
    without = replace(message, test_count=0, test_total=0)
    assert examples_words(without) == "Measured with 60,000 training examples, at 21 places."


def test_the_example_is_named_by_its_class_where_that_is_known() -> None:
    assert example_words(compared()) == "answer to the shown example (right: dog, framed)"
    assert example_words(compared(label=None)) == "answer to the shown example"
    message = compared()
    shuffled = replace(message, example=replace(message.example, is_shuffled=True))
    assert example_words(shuffled) == "answer to the shown example (label dog, shuffled, framed)"


def test_both_networks_are_named_with_their_updates() -> None:
    words = which_words(compared(), "seed 0", "seed 1")
    assert words == "A: seed 0, update 9,375   ·   B: seed 1, update 1,200"


@pytest.mark.parametrize(
    "reason",
    ["alone", "same", "structure", "data", "loss", "returning", "gone", "interrupted", "lost", "failed"],
)
def test_every_reason_has_a_sentence_of_its_own(reason: str) -> None:
    words = refusal_words(reason)
    assert words.endswith(".") and (reason == "failed") == (words == refusal_words("whatever"))


def test_runs_of_one_function_set_data_and_loss_are_alike() -> None:
    info = RunInfo(0, Architecture.dense(), TrainingConfig(), (256, 32, 16, 10), 8_922, 60_000, 10_000, 1_875)
    assert are_alike(info, replace(info, run=1, architecture=replace(info.architecture, seed=9)))
    wider = Architecture.dense((40, 16))
    assert not are_alike(info, replace(info, architecture=wider, sizes=(256, 40, 16, 10)))
    assert not are_alike(info, replace(info, architecture=info.architecture.changed(activation="tanh")))
    assert not are_alike(info, replace(info, config=TrainingConfig(loss="squared_error")))
    assert not are_alike(info, replace(info, data=DataInfo(DatasetSpec(classes=(0, 1)))))


def test_what_is_measured_so_far_has_its_own_count_of_places_and_an_end_before_all_is_said() -> None:
    # 21 places in a straight line, then 9 with matched neurons.
    message = compared(matched=9)
    so_far = (
        "Measured with 60,000 training examples and 10,000 test examples, at 21 of 21 places in a straight line,"
        " 9 of 21 places with matched neurons."
    )
    assert examples_words(message) == so_far
    assert examples_words(message, goes_on=False) == f"{so_far} It was ended there: nothing else is measured."
    first = examples_words(compared(straight=4, matched=0))
    assert "at 4 of 21 places in a straight line, 0 of 21 places with" in first
    assert "ended" not in examples_words(compared(), goes_on=False)


def test_which_end_was_changed_by_hand_since_is_said_with_its_update() -> None:
    message = compared()
    assert changed_words(message) == ""
    assert changed_words(replace(message, changed=(True, False))) == (
        "Changed by hand since: A after update 9,375. All numbers here are of before that change."
    )
    assert changed_words(replace(message, changed=(True, True))) == (
        "Changed by hand since: A after update 9,375, B after update 1,200. All numbers here are of before that"
        " change."
    )


def test_whose_neurons_were_sorted_since_is_said_with_what_is_of_the_order_before() -> None:
    message = compared()
    assert sorted_words(message) == "" == sorted_words(replace(message, changed=(True, True)))
    of_before = (
        "The straight line, its barrier, what matching moves and ‖θ(A) − θ(B)‖ before it are of the earlier order; the"
        " matched line stays what it is. Compare again for the order as it is now."
    )
    assert sorted_words(replace(message, sorted_since=(False, True))) == (
        f"Neurons sorted since: B after update 1,200. {of_before}"
    )
    assert sorted_words(replace(message, sorted_since=(True, True))) == (
        f"Neurons sorted since: A after update 9,375, B after update 1,200. {of_before}"
    )


def test_one_example_and_one_neuron_are_not_several() -> None:
    one = replace(compared(), train_count=1, train_total=1)
    assert examples_words(one) == "Measured with 1 training example and 10,000 test examples, at 21 places."
    assert examples_words(replace(one, test_count=1, test_total=1)) == (
        "Measured with 1 training example and 1 test example, at 21 places."
    )
    assert examples_words(replace(one, test_count=0, test_total=0)) == (
        "Measured with 1 training example, at 21 places."
    )
    alone = replace(MATCHING, moved=0, neurons=1, distance_after=26.58, count=1)
    assert matching_words(replace(one, matching=alone)) == (
        "B has 1 hidden neuron, which has no other place: ‖θ(A) − θ(B)‖ stays 26.6."
        " B’s function stays the same: for 1 example no output differs by more than 2.2·10⁻¹⁵ (in double precision)."
    )
