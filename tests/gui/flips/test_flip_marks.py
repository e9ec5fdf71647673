"""What is drawn of flipped pixels follows from the numbers of the message alone."""

from __future__ import annotations

import numpy as np
import pytest

from gui.flips.flip_marks import SIGNED, FlipMarks, rounded_up
from tests.gui.flips.small import CHANGES, flips, marks


def test_each_pixel_has_its_change_on_a_scale_of_a_round_number() -> None:
    own = marks()
    assert own.change.tolist() == list(CHANGES) and own.scale == 2.0
    assert own.strength.tolist() == [change / 2 for change in CHANGES]
    assert own.sides == (5, 4) and own.has_loss and own.is_ink


@pytest.mark.parametrize(
    "value, expected",
    [(0, 0), (1, 1), (1.01, 2), (2.5, 5), (5.5, 10), (0.013, 0.02), (4e-9, 5e-9), (np.inf, 0)],
)
def test_full_colour_is_the_next_1_2_or_5(value: float, expected: float) -> None:
    assert rounded_up(value) == pytest.approx(expected, rel=1e-9)


def test_signs_are_on_the_strongest_and_on_none_that_does_nothing() -> None:
    own = marks()
    assert own.raised.tolist() == [3, 8, 0, 4, 6] and own.lowered.tolist() == [11, 5, 1, 7]
    many = FlipMarks(flips(tuple(float(n) for n in range(1, 31)), x=np.zeros(30, np.float32)), 5, 6)
    assert many.raised.tolist() == list(range(29, 29 - SIGNED, -1)) and not len(many.lowered)


def test_only_another_class_is_a_changed_answer() -> None:
    assert marks().changing.tolist() == [3, 8]
    assert marks(changing={2: -1, 4: 1}).changing.tolist() == [4], "no answer is no other answer"
    assert not len(marks(answer=-1, changing={2: 0}).changing), "there is none to be changed"


def test_the_contour_goes_around_the_ink() -> None:
    sides = {tuple(side) for side in marks().contour.tolist()}
    expected = {(1, 1, 2, 1), (2, 1, 3, 1), (1, 2, 2, 2), (2, 2, 3, 2), (1, 1, 1, 2), (3, 1, 3, 2)}
    corner = {(3, 2, 4, 2), (3, 3, 4, 3), (3, 2, 3, 3), (4, 2, 4, 3)}
    assert sides == expected | corner
    assert not len(marks(x=np.zeros(12, np.float32)).contour)


def test_without_a_right_class_nothing_has_a_strength() -> None:
    own = marks(loss=np.nan, label=None)
    assert not own.has_loss and not own.strength.any() and own.scale == 0
    assert not len(own.raised) and not len(own.lowered) and own.changing.tolist() == [3, 8]


def test_what_overflows_has_full_colour_and_grey_is_no_ink() -> None:
    changes = (np.inf, -1.0, *(0.0,) * 10)
    own = marks(changes=changes)
    assert own.scale == 1 and own.strength[:3].tolist() == [1, -1, 0]
    assert not marks(x=np.full(12, 0.3, np.float32)).is_ink


def test_where_nothing_changes_c_all_is_zero() -> None:
    own = marks(changes=(0.0,) * 12)
    assert own.scale == 0 and not own.strength.any() and own.sides == (0, 0)
