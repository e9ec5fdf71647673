"""The gallery shows whom one has chosen, the most certain first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.analysis.example_losses import NO_CLASS
from gui.ledger import gallery_order
from gui.ledger.gallery_order import ALL, Pair, gallery_rows
from tests.gui.ledger.answers import answers, many


@pytest.mark.parametrize(
    "pair, rows",
    [
        # Of equal y, 0.80, the larger C comes first: row 1 with 2.0, then 10 with 1.5.
        (Pair(), [6, 1, 10, 3, 5]),
        (Pair(0, ALL), [6, 1]),
        (Pair(1, ALL), [5]),
        (Pair(ALL, 1), [6, 1, 10]),
        (Pair(ALL, 0), [3]),
        (Pair(ALL, NO_CLASS), [5]),
        (Pair(1, NO_CLASS), [5]),
        (Pair(0, 1), [6, 1]),
        (Pair(1, 1), [7, 2, 11]),
        (Pair(1, 0), []),
    ],
)
def test_whom_a_choice_means_and_in_which_order(pair: Pair, rows: list[int]) -> None:
    assert gallery_rows(answers(), pair).tolist() == rows


def test_before_confidences_are_known_the_largest_c_comes_first() -> None:
    assert gallery_rows(answers(False), Pair()).tolist() == [6, 1, 10, 3, 5]
    assert gallery_rows(answers(False), Pair(1, 1)).tolist() == [11, 2, 7]


def test_what_is_no_number_comes_last_and_is_a_mistake() -> None:
    losses = answers()
    own, y = losses.losses.copy(), losses.confidences.copy()
    own[0], y[0] = np.nan, np.nan
    rows = gallery_rows(replace(losses, losses=own, confidences=y), Pair())
    assert rows.tolist() == [6, 1, 10, 3, 5, 0]


@pytest.mark.parametrize("has_confidences", [True, False])
def test_many_stand_in_the_same_order(has_confidences: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    losses = many(5)
    if not has_confidences:
        losses = replace(losses, confidences=np.zeros(0, np.float32))
    few = gallery_rows(losses, Pair())
    monkeypatch.setattr(gallery_order, "AT_ONCE", 100)
    assert len(few) > 100 and np.array_equal(gallery_rows(losses, Pair()), few)
    # By hand: the most certain first, of equals the largest C.
    rounded = replace(losses, confidences=np.round(losses.confidences - 0.5, 1))
    found = gallery_rows(rounded, Pair()).tolist()
    y = rounded.confidences.tolist() or [0.0] * 4000
    assert found == sorted(found, key=lambda row: (-y[row], -losses.losses[row]))
