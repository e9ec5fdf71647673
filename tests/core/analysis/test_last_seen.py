"""What was last seen stands by rising C behind what is not known, and has a sum that is nobody's L."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.analysis.example_losses import ExampleLosses
from core.analysis.last_seen import LastSeen

LOSSES = np.array([2.0, np.nan, 0.5, 0.0, np.nan, 0.5])
UPDATES = np.array([4, 0, 9, 7, 0, 8])
LABELS = np.array([0, 1, 1, 0, 2, 2])
SEEN = LastSeen(3, 2, 9, LOSSES, UPDATES, np.array([1, 0, 0, 0, 0, 1], bool), LABELS)


def test_it_knows_of_whom_it_knows_and_of_which_updates() -> None:
    assert SEEN.seen.tolist() == [True, False, True, True, False, True] and SEEN.seen_count == 4
    assert SEEN.first_and_last == (4, 9) and SEEN.mixed_sum == 3.0
    # No total: what adds up to L is exact.
    assert not hasattr(SEEN, "total") and not hasattr(SEEN, "rising_sums")


def test_who_is_not_known_stands_before_the_least_and_equals_in_the_order_of_the_set() -> None:
    assert SEEN.rising.tolist() == [1, 4, 3, 2, 5, 0]
    assert SEEN.rising_losses.tolist() == [0.0, 0.5, 0.5, 2.0]
    infinite = replace(SEEN, losses=np.where(UPDATES == 8, np.inf, LOSSES))
    assert infinite.rising.tolist() == [1, 4, 3, 2, 0, 5]


def test_of_nothing_nothing_is_known() -> None:
    exact = ExampleLosses(3, 9, "train", np.arange(6.0), LABELS, LABELS, shuffled=LABELS == 2)
    none = LastSeen.none(exact)
    assert none.run == 3 and none.seen_count == 0 and none.first_and_last == (0, 0)
    assert none.rising.tolist() == [0, 1, 2, 3, 4, 5] and not len(none.rising_losses)
    assert np.isnan(none.losses).all() and none.is_shuffled(4) and not none.is_shuffled(0)
    assert not LastSeen.none(replace(exact, losses=np.zeros(0), labels=LABELS[:0])).seen_count


def test_many_are_sorted_in_pieces_to_the_same_order() -> None:
    rng = np.random.default_rng(4)
    count = 70_000
    updates = rng.integers(0, 5, count)
    losses = np.where(updates > 0, rng.exponential(size=count).round(3), np.nan)
    seen = LastSeen(0, 0, 5, losses, updates, np.zeros(count, bool), np.zeros(count, int))
    assert not seen.sorting.advance()
    unknown = np.flatnonzero(updates == 0)
    known = np.flatnonzero(updates)
    expected = [*unknown, *sorted(known.tolist(), key=lambda row: (losses[row], row))]
    assert seen.rising.tolist() == expected
