"""What a selection holds is counted and added up as on paper."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.analysis.example_losses import NO_CLASS, ExampleLosses
from core.analysis.selected_examples import SelectedSums, mask_of, selected_sums

# Wrong are the second (2 said, is 1), the fourth (none alone) and the fifth (its C is no number).
LOSSES = np.array([1.0, 2.0, 3.0, 4.0, 10.0])
ANSWERS = np.array([0, 2, 2, NO_CLASS, 1], np.uint8)
LABELS = np.array([0, 1, 2, 0, 0], np.uint8)


def losses_of(losses: np.ndarray = LOSSES, labels: np.ndarray = LABELS) -> ExampleLosses:
    return ExampleLosses(0, 3, "train", losses, ANSWERS, labels)


@pytest.mark.parametrize(
    "rows, expected",
    [
        ([0], SelectedSums(1, 0.05, 1.0)),
        ([1, 3], SelectedSums(2, 0.3, 0.0)),
        ([0, 1, 2], SelectedSums(3, 0.3, 2 / 3)),
        ([0, 1, 2, 3, 4], SelectedSums(5, 1.0, 0.4)),
    ],
)
def test_count_share_of_the_sum_and_accuracy(rows: list[int], expected: SelectedSums) -> None:
    found = selected_sums(losses_of(), mask_of(np.array(rows), 5))
    assert found.count == expected.count
    assert (found.share, found.accuracy) == pytest.approx((expected.share, expected.accuracy))


def test_where_there_is_nothing_to_share_or_to_answer_there_is_no_number() -> None:
    nothing = selected_sums(losses_of(), np.zeros(5, np.bool_))
    assert (nothing.count, nothing.share) == (0, 0.0) and math.isnan(nothing.accuracy)
    all_of = np.ones(5, np.bool_)
    assert math.isnan(selected_sums(losses_of(np.zeros(5)), all_of).share)
    overflown = selected_sums(losses_of(np.array([1.0, 2.0, 3.0, 4.0, np.inf])), all_of)
    assert math.isnan(overflown.share) and math.isnan(overflown.accuracy)
    # Those whose outputs are finite are answered.
    finite = selected_sums(losses_of(np.array([1.0, 2.0, 3.0, 4.0, np.inf])), mask_of(np.array([0, 1]), 5))
    assert finite.accuracy == pytest.approx(0.5)
    # Regression has no right answers.
    found = selected_sums(losses_of(labels=np.zeros(0, np.uint8)), all_of)
    assert math.isnan(found.accuracy) and found.share == 1.0


def test_flags_are_those_of_the_rows_that_there_are() -> None:
    assert mask_of(np.array([4, 1, 1, -1, 9]), 5).tolist() == [False, True, False, False, True]
    with pytest.raises(ValueError, match="3 flags for 5 examples"):
        selected_sums(losses_of(), np.zeros(3, np.bool_))
