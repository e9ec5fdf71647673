"""What is said of a run's beginning and of its end."""

from __future__ import annotations

from dataclasses import replace

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
    rewinding_helps,
    what_branched,
    what_came_along,
    what_is_set,
    what_was_opened,
    what_was_read,
    what_was_recovered,
    why_it_diverged,
    why_it_stopped_early,
)
from gui.widgets.translated import text_of


def test_examples_are_counted_with_their_classes_where_there_are_any() -> None:
    assert what_was_read(DataLoaded(DatasetSpec(), 256, 60_000, 10_000, 10, 0)) == (
        "A new network on 60,000 examples, 10,000 more for the test; inputs: 256, classes: 10."
    )
    assert what_was_read(DataLoaded(DatasetSpec("line"), 1, 200, 56, 0, 0)).endswith("test; inputs: 1.")
    assert what_was_read(DataLoaded(DatasetSpec(), 256, 1, 240, 10, 0)) == (
        "A new network on 1 example, 240 more for the test; inputs: 256, classes: 10."
    )
    assert what_was_read(DataLoaded(DatasetSpec("line"), 3, 1, 2, 0, 0)) == (
        "A new network on 1 example, 2 more for the test; inputs: 3."
    )


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


RATE, WEIGHTS = "the learning rate of 50 is too high", "the initial weights are too large for this network"
HELD = "and is so with the initial weights, too, before any update"


@pytest.mark.parametrize(
    ("diverged", "what", "blamed", "by_hand", "rewinds"),
    [
        # Nothing is blamed before it is known, whatever was set by hand.
        (Diverged(0, 1_250, "loss"), "a C of its batch", "Training is paused.", False, False),
        (Diverged(0, 1, "gradient", ""), "the gradient of its batch", "is paused.", False, False),
        (Diverged(0, 1_250, "parameter", "rate", 50.0), "a parameter after it", RATE, False, True),
        (Diverged(0, 1, "parameter", "rate", 50.0), "a parameter after it", RATE, False, True),
        (
            Diverged(0, 1_250, "loss", "edits"),
            "a C of its batch",
            "beginning without what was set",
            True,
            True,
        ),
        (
            Diverged(0, 1_250, "loss", "edits", since=512),
            "a C of its batch",
            "Made again from update 512 on without what was set by hand, it can be made, and so can 128 more.",
            True,
            True,
        ),
        (
            Diverged(0, 1_250, "loss", "rate", 50.0, 0.05),
            "a C of its batch",
            "the beginning at a learning rate of 0.05, which was up to 50, it can be made, and so can 128 more.",
            False,
            True,
        ),
        (
            Diverged(0, 1_250, "loss", "rate", 50.0, since=512),
            "a C of its batch",
            "update 512 on at a learning rate that moves nothing, it can be made: that of 50 is too high",
            False,
            True,
        ),
        (Diverged(0, 1, "loss", "weights"), "a C of its batch", WEIGHTS, False, False),
        (Diverged(0, 1_250, "loss", "weights"), "a C of its batch", HELD, False, False),
        # Proven of the initial weights, so that what was set by hand is no matter.
        (Diverged(0, 1, "gradient", "weights"), "the gradient of its batch", WEIGHTS, False, False),
        (Diverged(0, 7, "parameter", "weights"), "running sum of gradients", HELD, False, False),
        (
            Diverged(0, 7, "loss", "edit"),
            "a C of its batch",
            "would not be with the weight",
            True,
            True,
        ),
        (Diverged(0, 7, "parameter", "edit"), "a parameter after it", "set by hand", True, True),
    ],
)
def test_a_divergence_blames_what_the_engine_has_found_and_nothing_else(
    diverged: Diverged, what: str, blamed: str, by_hand: bool, rewinds: bool
) -> None:
    text = why_it_diverged(diverged)
    assert text.startswith(f"Update {diverged.update:,}") and what in text and blamed in text
    assert ("rate" in text) is (diverged.culprit == "rate") and ("by hand" in text) is by_hand
    assert ("initial weights" in text) is (diverged.culprit == "weights")
    assert rewinding_helps(diverged) is rewinds


@pytest.mark.parametrize(("culprit", "name"), [("l1", "L1"), ("l2", "L2"), ("weight_decay", "weight decay")])
def test_a_penalty_is_named_with_what_it_was_at_most(culprit: str, name: str) -> None:
    diverged = Diverged(0, 4, "loss", culprit, 2.5)
    text = why_it_diverged(diverged)
    assert text == (
        "Update 4 was not made: a C of its batch is too large to write. Made again from the beginning without"
        f" {name}, which was up to 2.5, it can be made, and so can 128 more. Training is paused; rewind, and keep it"
        " smaller."
    )
    assert rewinding_helps(diverged)


def test_where_nothing_was_found_nothing_is_blamed() -> None:
    text = why_it_diverged(Diverged(0, 2_000, "loss", "unknown", 50.0))
    assert (
        "Update 2,000 was not made: a C of its batch is too large to write." in text and "not found" in text
    )
    assert not any(word in text for word in ("50", "rate", "L2", "by hand", "too high"))


def test_an_early_stop_names_its_update_and_the_best_one() -> None:
    text = why_it_stopped_early(StoppedEarly(0, 5_625, 3_750))
    assert (
        "at update 5,625" in text and "of the ends of epochs, the test loss was least at update 3,750" in text
    )


def test_an_early_stop_that_began_to_count_in_mid_run_says_since_when() -> None:
    text = why_it_stopped_early(StoppedEarly(0, 1_678, 1_654, 1_648))
    assert text == (
        "Stopped early, at update 1,678: of the ends of epochs since update 1,648, the test loss was least at update"
        " 1,654. Space goes on."
    )


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


def test_a_step_of_undo_is_called_by_what_it_sets() -> None:
    config = TrainingConfig(learning_rate=0.001)
    assert text_of(what_is_set(config, {"learning_rate": 0.01})) == "η 0.001 → 0.01"
    # Several together: the rate first, and that there is more.
    both = {"optimizer": "sgd", "learning_rate": 0.1}
    assert text_of(what_is_set(config, both)) == "η 0.001 → 0.1 …"
    assert text_of(what_is_set(config, {})) == "Change the settings"


def test_a_step_of_one_update_is_at_every_update() -> None:
    old = TrainingConfig()
    for period, said in ((1, "at every update."), (40, "every 40 updates.")):
        new = replace(old, schedule="step", schedule_factor=0.5, schedule_period=period)
        assert what_came_along(old, new, 60_000) == f"η × 0.5 {said}"
