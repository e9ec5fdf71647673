"""A cell's way is its count at each measurement; beside it its mirror's and those of all others of its kind."""

from __future__ import annotations

import numpy as np
import pytest

from core.analysis.confusion_history import ConfusionsOverRun
from core.analysis.example_losses import NO_CLASS
from gui.ledger.cell_way import CellWay, cell_way, confusion_at
from gui.ledger.gallery_order import ALL, Pair

# Two classes; the last column is none alone.
OVER = ConfusionsOverRun(
    0, "train", np.array([0, 5]), np.array([[[3, 2, 1], [4, 5, 0]], [[5, 1, 0], [2, 7, 0]]], np.uint32)
)


@pytest.mark.parametrize(
    "pair, own, mirror, others",
    [
        (Pair(0, 1), [2, 1], [4, 2], [[1, 0], [0, 0]]),
        (Pair(1, 1), [5, 7], None, [[3, 5]]),
        (Pair(0, NO_CLASS), [1, 0], None, [[2, 1], [4, 2], [0, 0]]),
        (Pair(0, ALL), [3, 1], None, [[4, 2]]),
        (Pair(ALL, 0), [4, 2], None, [[2, 1], [1, 0]]),
        (Pair(ALL, NO_CLASS), [1, 0], None, [[4, 2], [2, 1]]),
        (Pair(), [7, 3], None, []),
    ],
)
def test_counts(pair: Pair, own: list[int], mirror: list[int] | None, others: list[list[int]]) -> None:
    way = cell_way(OVER, pair)
    assert way.updates.tolist() == [0, 5] and way.own.tolist() == own
    assert (None if way.mirror is None else way.mirror.tolist()) == mirror
    assert way.others.tolist() == others
    assert way.most == max([1, *own, *(mirror or []), *(count for other in others for count in other)])


def test_the_counts_of_a_moment() -> None:
    found = confusion_at(OVER, 5)
    assert (
        found is not None
        and found.counts.tolist() == [[5, 1], [2, 7]]
        and found.unanswered.tolist() == [0, 0]
    )
    assert confusion_at(OVER, 4) is None


@pytest.mark.parametrize(
    ("counts", "is_log", "heights"),
    [
        ([100, 10, 1, 0, 5], True, [1, 2 / 3, 1 / 3, 0, (1 + np.log10(5)) / 3]),
        ([100, 50, 10], False, [1, 0.5, 0.1]),
        ([9, 0], False, [1, 0]),
        ([0, 0], False, [0, 0]),
    ],
)
def test_what_falls_by_more_than_ten_times_stands_by_its_logarithm(
    counts: list[int], is_log: bool, heights: list[float]
) -> None:
    own = np.array(counts)
    way = CellWay(np.arange(len(own)), own, None, np.zeros((0, len(own)), np.int64))
    assert way.is_log == is_log
    np.testing.assert_allclose(way.heights(own), heights)
