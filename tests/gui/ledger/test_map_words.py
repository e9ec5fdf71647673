"""The words of the map hold its numbers, its bounds and its measurements."""

from __future__ import annotations

import numpy as np
import pytest

from gui.ledger import map_words as words
from gui.ledger.confidence_map import AMBIGUOUS, BETWEEN, EASY, HARD, Corners

CORNERS = Corners(
    np.array([54012, 2000, 3988, 0]),
    np.array([0.9002, 0.0333, 0.0665, 0.0]),
    np.array([0.213, 0.1, 0.687, 0.0]),
)


@pytest.mark.parametrize(
    ("corner", "expected"),
    [
        (EASY, "easy (mean ≥ 0.75, spread < 0.25): 54,012 of 60,000 (90.0 %), 21.3 % of L"),
        (AMBIGUOUS, "ambiguous (spread ≥ 0.25): 2,000 of 60,000 (3.3 %), 10.0 % of L"),
        (HARD, "hard (mean < 0.25, spread < 0.25): 3,988 of 60,000 (6.7 %), 68.7 % of L"),
        (BETWEEN, "between: 0 of 60,000 (0.0 %), 0.0 % of L"),
    ],
)
def test_a_corner_is_said_with_its_bounds_count_and_shares(corner: int, expected: str) -> None:
    assert words.corner_words(CORNERS, corner) == expected


def test_measurements_are_counted_and_named() -> None:
    updates = np.array([200, 900, 4000])
    measured = words.measured_words(updates)
    # The y of one example has that of update 0, too.
    assert measured.endswith(
        "over 3 exact measurements, updates 200 to 4,000, without any before the first update"
    )
    assert "has 1" in words.missing_words(1)
    assert "does not tell" in words.claim_words()


@pytest.mark.parametrize(("y", "said"), [(0.947, "0.95"), (0.0, "<0.01"), (1.0, ">0.99"), (0.5, "0.50")])
def test_a_way_names_its_last_number(y: float, said: str) -> None:
    way = words.way_words(np.array([0, 4000]), np.array([0.1, y], np.float32))
    assert way == f"y of the right answer at 2 exact measurements, updates 0 to 4,000: at the last one {said}"
    one = words.way_words(np.array([1200]), np.array([y], np.float32))
    assert one == f"y of the right answer, measured at update 1,200: {said}"
