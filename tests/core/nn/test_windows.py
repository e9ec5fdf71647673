"""Where a window stands, and what it covers: by hand, and cell by cell."""

from __future__ import annotations

import numpy as np
import pytest

from core.nn.windows import BEYOND, Windows, picture_of


def test_a_list_of_numbers_is_a_picture_where_it_is_said_how_it_lies() -> None:
    assert picture_of((256,), (16, 16)) == (16, 16, 1)
    assert picture_of((24,), (2, 4)) == (2, 4, 3)
    # What comes as a picture says itself how it lies.
    assert picture_of((4, 5, 6), None) == (4, 5, 6)
    assert picture_of((4, 5, 6), (9, 9)) == (4, 5, 6)


@pytest.mark.parametrize("picture, words", [(None, ": say"), ((3, 5), "3 x 5"), ((0, 2), "0 x 2")])
def test_so_many_numbers_that_are_no_picture_are_refused(picture: tuple[int, int] | None, words: str) -> None:
    with pytest.raises(ValueError, match=f"16 numbers are no picture.*{words}"):
        picture_of((16,), picture)


@pytest.mark.parametrize(
    "rows, columns, kernel, stride, padding, places",
    [
        (16, 16, 3, 1, 1, (16, 16)),
        (16, 16, 5, 2, 2, (8, 8)),
        (8, 8, 5, 2, 2, (4, 4)),
        (5, 7, 3, 1, 0, (3, 5)),
        (5, 8, 3, 2, 0, (2, 3)),
        (3, 3, 3, 1, 0, (1, 1)),
    ],
)
def test_as_many_windows_as_dumoulin_and_visin_count(
    rows: int, columns: int, kernel: int, stride: int, padding: int, places: tuple[int, int]
) -> None:
    # A guide to convolution arithmetic for deep learning (2016), relationship 6: floor((i + 2p - k) / s) + 1
    assert Windows((rows, columns, 1), kernel, stride, padding).places == places


@pytest.mark.parametrize("kernel, stride, padding", [(0, 1, 0), (3, 0, 0), (3, 1, 3), (3, 1, -1)])
def test_windows_that_make_no_sense_are_refused(kernel: int, stride: int, padding: int) -> None:
    with pytest.raises(ValueError, match="window and stride are 1 or more"):
        Windows((8, 8, 1), kernel, stride, padding)


def test_a_window_larger_than_its_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="5 x 5 does not fit a picture of 4 x 9"):
        Windows((4, 9, 1), 5, 1)
    assert Windows((4, 9, 1), 5, 1, 1).places == (2, 7)


@pytest.mark.parametrize("stride", [1, 2, 3])
@pytest.mark.parametrize("padding", [0, 1, 2])
def test_what_a_window_covers_is_what_stands_at_its_cells(stride: int, padding: int) -> None:
    windows = Windows((4, 6, 2), 3, stride, padding)
    pictures = np.arange(1.0, 97.0).reshape(2, 4, 6, 2)
    padded = windows.padded(2, np.dtype(np.float64))
    windows.inside(padded)[...] = pictures
    covered = windows.covered(padded)
    assert covered.shape == (2, *windows.places, 3, 3, 2)
    for example in range(2):
        for row in range(windows.places[0]):
            for column in range(windows.places[1]):
                for i in range(3):
                    for j in range(3):
                        at = row * stride + i - padding, column * stride + j - padding
                        meets = 0 <= at[0] < 4 and 0 <= at[1] < 6
                        expected = pictures[example][at].tolist() if meets else [0, 0]
                        assert covered[example, row, column, i, j].tolist() == expected
                        cell = windows.cells()[row * windows.places[1] + column, i * 3 + j]
                        assert cell == (at[0] * 6 + at[1] if meets else BEYOND)


@pytest.mark.parametrize(
    "kernel, stride, padding", [(1, 1, 0), (3, 1, 1), (3, 2, 1), (4, 3, 3), (4, 5, 2), (2, 4, 0)]
)
@pytest.mark.parametrize("picture", [(4, 9, 2), (5, 4, 1), (16, 16, 3)])
def test_the_cells_that_all_windows_meet_are_counted(
    picture: tuple[int, int, int], kernel: int, stride: int, padding: int
) -> None:
    windows = Windows(picture, kernel, stride, padding)
    assert windows.met == np.count_nonzero(windows.cells() != BEYOND)


def test_a_window_that_nobody_needs_is_refused() -> None:
    with pytest.raises(ValueError, match="a window of 1000000000: give at most 1000"):
        Windows((4, 9, 1), 10**9, 1, 10**9 - 1)
    # Around one cell a window may reach as far beyond it as it likes.
    assert Windows((1, 1, 4), 7, 1, 3).places == (1, 1)
