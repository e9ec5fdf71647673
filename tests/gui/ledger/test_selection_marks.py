"""What is selected is told by shape: outlines, brackets, and bars whose length is a share."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from gui.ledger.selection_marks import BRACKET_SHARE, bracket, cell_shares, outline, shares_along, veil
from gui.theme.tokens import Theme


def sides(lines: np.ndarray) -> set[tuple[float, ...]]:
    return {tuple(line) for line in lines.tolist()}


def test_two_cells_side_by_side_have_one_outline() -> None:
    grid = np.zeros((2, 3), np.bool_)
    grid[0, :2] = True
    # Cells of 4 x 2 px from (10, 20) on: above, below, and at both ends, but nothing between the two.
    assert sides(outline(grid, (10.0, 20.0), (4.0, 2.0))) == {
        (10.0, 20.0, 14.0, 20.0),
        (14.0, 20.0, 18.0, 20.0),
        (10.0, 22.0, 14.0, 22.0),
        (14.0, 22.0, 18.0, 22.0),
        (10.0, 20.0, 10.0, 22.0),
        (18.0, 20.0, 18.0, 22.0),
    }
    assert not len(outline(np.zeros((2, 3), np.bool_), (0.0, 0.0), (1.0, 1.0)))


def test_a_bracket_is_the_lower_left_corner() -> None:
    assert sides(bracket(QRectF(0, 0, 20, 30), 6)) == {(2, 28, 8, 28), (2, 22, 2, 28)}
    assert 0.2 < BRACKET_SHARE < 0.5


def test_the_veil_lies_on_what_is_not_selected(qtbot: QtBot) -> None:
    image = veil(np.array([[True, False]]), Theme())
    assert image.pixelColor(0, 0).alpha() == 0
    seen, canvas = image.pixelColor(1, 0), Theme().colour("canvas")
    assert 100 < seen.alpha() < 200
    assert abs(seen.red() - canvas.red()) + abs(seen.green() - canvas.green()) <= 4


@pytest.mark.parametrize(
    "columns, expected",
    [
        (2, [0.5, 0.75]),
        (4, [1.0, 0.0, 0.5, 1.0]),
        (8, [1.0, 1.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0]),
        (99, [1.0, 1.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0]),
    ],
)
def test_along_the_curve_stands_which_share_of_each_part_is_selected(
    columns: int, expected: list[float]
) -> None:
    # By rising C the rows are 7, 6, …, 0.
    selected = np.array([1, 1, 0, 1, 0, 0, 1, 1], np.bool_)
    assert shares_along(selected, np.arange(8)[::-1], columns).tolist() == expected


def test_of_each_cell_the_share_that_is_selected() -> None:
    labels, said = np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 1, 255, 1, 1])
    selected = np.array([1, 0, 1, 1, 0, 0], np.bool_)
    found = cell_shares(selected, labels, said, (2, 3))
    np.testing.assert_array_equal(found, [[0.5, 1.0, np.nan], [np.nan, 0.0, 1.0]])
