"""Thin strokes grow to the pen's width, which is 2 `REACH` + 1 = 7 pixels; everything else stays."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.data.importers.thin_strokes import REACH, THIN, thin_and_grown

SIDE = 84
Mask = NDArray[np.bool_]


def level(width: int) -> Mask:
    """A level stroke from column 12 to 71, its first row is 40."""
    mask = np.zeros((SIDE, SIDE), np.bool_)
    mask[40 : 40 + width, 12:72] = True
    return mask


def grown(*marked: Mask, with_dust: bool = False) -> Mask:
    stack = np.stack(marked)
    return thin_and_grown(stack, stack, np.full(len(stack), with_dust))


@pytest.mark.parametrize("width", range(1, 2 * THIN + 1))
def test_a_thin_stroke_grows_to_the_pen_on_both_sides(width: int) -> None:
    for marked in (level(width), level(width).T):
        result = grown(marked)[0]
        rows = result if marked is not None and marked[:, 30].sum() == width else result.T
        # By whole pixels on each side: the first width that is no less than the pen's.
        assert rows[:, 40].sum() == width + 2 * -(-(2 * REACH + 1 - width) // 2)
        assert rows[40 : 40 + width, 12:72].all() and not rows[:, : 12 - REACH].any()


@pytest.mark.parametrize("width", [2 * THIN + 1, 2 * REACH + 1, 20, 60])
def test_a_stroke_that_cannot_be_lost_stays_as_it_is_with_its_corners(width: int) -> None:
    assert not grown(level(width)).any() and not grown(level(width).T).any()


def test_a_stroke_at_45_degrees_grows_too() -> None:
    marked = np.eye(SIDE, dtype=np.bool_)
    marked[:12], marked[72:] = False, False
    thickness = [np.diagonal(grown(marked)[0][:, ::-1], offset).sum() for offset in (0, 1)]
    # Pixels across it lie √2 apart on either of two diagonals: 7 pixels are 2.5 of them on each.
    assert 8 <= sum(thickness) <= 11


def test_only_the_thin_leg_grows() -> None:
    marked = level(20)
    marked[10:40, 30:32] = True
    result = grown(marked)[0]
    assert result[20].sum() == 8 and not result[46:].any()


def test_what_is_grey_all_through_is_thin() -> None:
    grey = level(20)[np.newaxis]
    assert thin_and_grown(grey, np.zeros_like(grey), np.zeros(1, np.bool_))[grey].all()


def test_a_speck_grows_only_where_nothing_else_would_be_left() -> None:
    speck = np.zeros((SIDE, SIDE), np.bool_)
    speck[40:42, 40:43] = True
    assert not grown(speck).any()
    assert grown(speck, with_dust=True)[0][40:42, 40:43].all()


def test_drawings_are_looked_at_each_for_itself() -> None:
    drawings = [level(1 + number % 6) for number in range(11)]
    together = grown(*drawings)
    for one, result in zip(drawings, together, strict=True):
        np.testing.assert_array_equal(result, grown(one)[0])
