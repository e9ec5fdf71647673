"""What is said of a run's beginning and of its end."""

from __future__ import annotations

import pytest

from core.data.dataset_spec import DatasetSpec
from core.engine.messages import DataLoaded, Diverged
from gui.presenters.run_words import is_at_start, what_was_read, why_it_diverged


def test_examples_are_counted_with_their_classes_where_there_are_any() -> None:
    assert what_was_read(DataLoaded(DatasetSpec(), 256, 60_000, 10_000, 10, 0)) == (
        "A new network on 60,000 examples, 10,000 more for the test; inputs: 256, classes: 10."
    )
    assert what_was_read(DataLoaded(DatasetSpec("line"), 1, 200, 56, 0, 0)).endswith("test; inputs: 1.")


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
    assert is_at_start(diverged) is is_start
    for is_set_by_hand in (False, True):
        text = why_it_diverged(diverged, is_set_by_hand)
        assert ("rate" in text) is not is_start and ("by hand" in text) is is_set_by_hand
