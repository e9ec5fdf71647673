"""A difference is now minus before, in counts and in shares, on scales of its own."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.confusion import Confusion
from gui.ledger.matrix_difference import difference_marks
from gui.ledger.matrix_painter import count_text, share_text
from gui.ledger.matrix_words import matrix_words


def confusion(counts: list[list[int]], unanswered: list[int]) -> Confusion:
    return Confusion(np.array(counts), np.array(unanswered), np.ones(len(counts)))


NOW = confusion([[8, 2], [1, 19]], [0, 0])
BEFORE = confusion([[5, 4], [4, 16]], [1, 0])


def test_counts_shares_and_scales() -> None:
    marks = difference_marks(NOW, BEFORE)
    assert marks.counts.tolist() == [[3, -2, -1], [-3, 3, 0]]
    np.testing.assert_allclose(marks.shares, [[0.3, -0.2, -0.1], [-0.15, 0.15, 0.0]])
    assert (marks.off_scale, marks.diagonal_scale) == (pytest.approx(0.2), pytest.approx(0.3))
    np.testing.assert_allclose(marks.fills, [[1.0, 1.0, 0.5], [0.75, 0.5, 0.0]])
    assert marks.recall.tolist() == [0.8, 0.95]
    words = matrix_words(marks, ("a", "b"), "train")
    assert words.off_scale[1:] == ("−20.0 %", "+20.0 %")
    assert words.diagonal_scale[1:] == ("−30.0 %", "+30.0 %")
    assert "hatched" in words.cells[1]
    # What is not subtracted says so.
    beside = words.total, words.recall, words.precision, words.share
    assert beside == ("said now", "recall now", "precision now", "share of L now")


def test_of_equals_nothing_is_left_and_a_class_without_examples_has_no_share() -> None:
    marks = difference_marks(NOW, NOW)
    assert not marks.counts.any() and not marks.fills.any() and marks.off_scale == 0
    empty = confusion([[0, 0], [1, 2]], [0, 0])
    found = difference_marks(empty, empty)
    assert np.isnan(found.shares[0]).all() and np.isfinite(found.fills).all()


@pytest.mark.parametrize(
    "count, share, texts",
    [(1312, 0.041, ("+1,312", "+4.1")), (-5, -0.0002, ("−5", "−<0.1")), (0, 0.0, ("0", ""))],
)
def test_a_difference_has_a_sign(count: int, share: float, texts: tuple[str, str]) -> None:
    assert (count_text(count, True), share_text(share, True)) == texts
    assert count_text(1312, False) == "1,312" and share_text(0.5, False) == "50.0"
