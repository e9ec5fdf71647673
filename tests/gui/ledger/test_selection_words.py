"""A selection in words: how many, how much of which sum, how many right, of which update."""

from __future__ import annotations

import math

import pytest

from core.analysis.selected_examples import SelectedSums
from gui.ledger.selection_words import mark_words, selection_words


@pytest.mark.parametrize(
    "sums, split, of_digits, words",
    [
        (
            SelectedSums(1312, 0.41, 0.032),
            "train",
            True,
            "1,312 digits selected: 41.0 % of L, 3.2 % right, exact at update 4,000",
        ),
        (
            SelectedSums(1, 0.0001, 1.0),
            "test",
            False,
            "1 example selected: <0.1 % of Σ C, 100.0 % right, exact at update 4,000",
        ),
        (
            SelectedSums(3, 0.06, 0.0),
            "own",
            True,
            "3 digits selected: 6.0 % of Σ C, 0.0 % right, exact at update 4,000",
        ),
        (
            SelectedSums(2, math.nan, math.nan),
            "train",
            False,
            "2 examples selected: – of L, exact at update 4,000",
        ),
    ],
)
def test_words(sums: SelectedSums, split: str, of_digits: bool, words: str) -> None:
    assert selection_words(sums, split, 4000, of_digits) == words


def test_each_view_says_how_it_marks_them() -> None:
    assert "veiled" in mark_words("terms") and "bar in a cell" in mark_words("classes")
    assert "line is around the cells" in mark_words("map")
