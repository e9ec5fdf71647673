"""What is said of a run's beginning and of its end."""

from __future__ import annotations

import numpy as np
import pytest

from core.data.dataset_spec import DatasetSpec
from core.engine.messages import DataLoaded, Diverged, Recovered, StoppedEarly
from core.exchange.opened_weights import Module, OpenedWeights
from core.nn.architecture import Architecture
from core.nn.convolution import Conv2d
from core.nn.initial_weights import InitialWeights
from core.nn.pooling import MaxPool2d
from core.training.config import TrainingConfig
from gui.presenters.run_words import (
    batch_in_words,
    rate_had_no_part,
    what_branched,
    what_was_opened,
    what_was_read,
    what_was_recovered,
    why_it_diverged,
    why_it_stopped_early,
)


def test_examples_are_counted_with_their_classes_where_there_are_any() -> None:
    assert what_was_read(DataLoaded(DatasetSpec(), 256, 60_000, 10_000, 10, 0)) == (
        "A new network on 60,000 examples, 10,000 more for the test; inputs: 256, classes: 10."
    )
    assert what_was_read(DataLoaded(DatasetSpec("line"), 1, 200, 56, 0, 0)).endswith("test; inputs: 1.")


def test_weights_of_a_file_are_named_with_the_layers_that_they_make() -> None:
    layers = (Conv2d(8, 3, padding=1, picture=(16, 16)), MaxPool2d(2))
    sizes, specs = (256, 2048, 512, 10), (*layers, None)
    modules = tuple(
        Module(str(i), i, sizes[i], sizes[i + 1], False, "identity", spec) for i, spec in enumerate(specs)
    )
    opened = OpenedWeights("a", modules, InitialWeights("a.npz", np.zeros(1, np.float32)))
    architecture = opened.architecture(Architecture(), "relu", "softmax")
    assert what_was_opened(opened, architecture) == (
        "A new run begins with the weights of a.npz: 256 → 8C3p1 → MP2 → 10."
    )


@pytest.mark.parametrize(
    ("diverged", "is_start"),
    [
        (Diverged(0, 1, "loss"), True),
        (Diverged(0, 1, "gradient"), True),
        (Diverged(0, 1, "parameter"), False),
        (Diverged(0, 2, "loss"), False),
    ],
)
def test_the_rate_is_blamed_only_for_an_update_that_it_had_a_part_in(
    diverged: Diverged, is_start: bool
) -> None:
    assert rate_had_no_part(diverged) is is_start
    for is_set_by_hand in (False, True):
        text = why_it_diverged(diverged, is_set_by_hand)
        assert ("rate" in text) is not is_start and ("by hand" in text) is is_set_by_hand
        assert text.startswith(f"Update {diverged.update}: ")
        assert ("parameter" in text, "gradient" in text) == (
            diverged.cause == "parameter",
            diverged.cause == "gradient",
        )


@pytest.mark.parametrize(
    ("culprit", "is_set_by_hand", "said"),
    [
        ("weights", False, "a C of its batch is too large to write, and is so with the initial weights, too"),
        ("weights", True, "a C of its batch is too large to write, and is so with the initial weights, too"),
        ("edit", True, "which it would not be with the weight as it was before it was set by hand"),
    ],
)
def test_what_would_be_so_without_any_update_is_no_rates_doing(
    culprit: str, is_set_by_hand: bool, said: str
) -> None:
    diverged = Diverged(0, 1_250, "loss", culprit)
    text = why_it_diverged(diverged, is_set_by_hand)
    assert rate_had_no_part(diverged) and "rate" not in text
    assert text.startswith("Update 1,250 was not made") and said in text


def test_an_early_stop_names_its_update_and_the_best_one() -> None:
    text = why_it_stopped_early(StoppedEarly(0, 5_625, 3_750))
    assert "at update 5,625" in text and "least at update 3,750" in text


def test_a_batch_of_the_whole_set_says_so() -> None:
    assert batch_in_words(TrainingConfig(batch_size=1_024), 60_000) == "1,024"
    assert batch_in_words(TrainingConfig(batch_size=None), 60_000) == "all 60,000"


def test_a_branch_names_its_update() -> None:
    assert "from update 13,125 on" in what_branched(13_125)


@pytest.mark.parametrize(
    ("is_all", "words"), [(True, "has ended. Another"), (False, "has ended again. Another")]
)
def test_where_another_engine_goes_on_is_said(is_all: bool, words: str) -> None:
    said = what_was_recovered(Recovered(0, 1_250), is_all)
    assert words in said and "update 1,250" in said
