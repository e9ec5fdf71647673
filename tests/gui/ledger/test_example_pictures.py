"""Pictures are asked for once, and stand side by side as they are."""

from __future__ import annotations

import numpy as np

from gui.ledger.example_pictures import ExamplePictures
from gui.ledger.wall_order import NOBODY

PIXELS = np.arange(4 * 6).reshape(4, 6) + 1  # four pictures of 2 x 3


def test_each_is_asked_for_once_unless_the_answer_is_lost() -> None:
    pictures = ExamplePictures(9, (2, 3))
    assert pictures.wanted(np.array([[3, 1], [3, NOBODY]])).tolist() == [1, 3]
    assert pictures.wanted(np.array([3, 4])).tolist() == [4]
    pictures.take(np.array([1, 5]), PIXELS[:2])
    pictures.ask_again()
    assert pictures.wanted(np.arange(6)).tolist() == [0, 2, 3, 4]
    assert pictures.of(3) is None and pictures.of(9) is None
    found = pictures.of(5)
    assert found is not None and found.tolist() == [[7, 8, 9], [10, 11, 12]]


def test_a_sheet_has_each_at_its_place_and_a_corner_where_it_is_wrong() -> None:
    pictures = ExamplePictures(4, (2, 3))
    pictures.take(np.array([0, 1, 2]), PIXELS[:3])
    wrong = np.array([False, True, False, True])
    sheet = pictures.sheet(np.array([[0, 1], [NOBODY, 3]]), wrong)
    assert sheet.tolist() == [
        [1, 2, 3, 7, 8, 255],
        [4, 5, 6, 10, 11, 12],
        [0, 0, 0, 0, 0, 255],
        [0, 0, 0, 0, 0, 0],
    ]
    # The pictures themselves stay as they are.
    found = pictures.of(1)
    assert found is not None and found.tolist() == [[7, 8, 9], [10, 11, 12]]


def test_what_has_not_come_takes_no_memory_and_all_can_be_let_go_of() -> None:
    pictures, pixels = ExamplePictures(60_000, (16, 16)), np.arange(256) * np.ones((100, 1), np.uint8)
    for start in (0, 50, 59_900):
        pictures.take(np.arange(start, start + 100), pixels + start % 7)
    # 250 of them, with some room for more.
    assert 250 * 256 <= pictures.nbytes <= 2 * 250 * 256
    for row, start in ((49, 0), (50, 50), (149, 50), (59_999, 59_900)):
        found = pictures.of(row)
        assert found is not None and np.array_equal(found.ravel(), (np.arange(256) + start % 7) % 256)
    pictures.drop()
    assert pictures.nbytes == 0 and pictures.of(50) is None
    assert not pictures.sheet(np.array([[0, 50]]), np.zeros(60_000, np.bool_)).any()
    assert pictures.wanted(np.array([50])).tolist() == [50]
