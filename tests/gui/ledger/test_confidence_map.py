"""Where examples stand on the map, what its corners hold, and who is nearest: on paper."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gui.ledger.confidence_map import (
    COLUMNS,
    ROWS,
    ConfidenceMapMarks,
    ConfidencePlaces,
    corners_of,
    counts_of,
    step_from,
)
from gui.ledger.wall_order import NOBODY

# Mean and spread of eight examples; the cell is the row of 0.02 and the column of 0.005 that they are in.
PLACES = (
    (1.0, 0.0, 49, 0),
    (0.999, 0.001, 49, 0),
    (0.75, 0.2, 37, 40),
    (0.7499, 0.2, 37, 40),
    (0.25, 0.1, 12, 20),
    (0.2499, 0.1, 12, 20),
    (0.5, 0.5, 25, 99),
    (0.9, 0.25, 45, 50),
)
LOSSES = np.array([0.0, 0.0, 0.5, 0.5, 1.0, 4.0, 2.0, 2.0])


def places() -> ConfidencePlaces:
    means, deviations, _, _ = np.array(PLACES).T
    return ConfidencePlaces(means.astype(np.float32), deviations.astype(np.float32))


def test_each_is_in_its_cell() -> None:
    marks = ConfidenceMapMarks.of(3, places())
    assert marks.run == 3
    # 0.1 / 0.005 and such are whole numbers but for rounding.
    rows, columns = np.divmod(marks.cells, COLUMNS)
    assert np.abs(rows - [row for _, _, row, _ in PLACES]).max() <= 1
    assert np.abs(columns - [column for _, _, _, column in PLACES]).max() <= 1
    assert marks.counts.shape == (ROWS, COLUMNS) and marks.counts.sum() == 8
    assert marks.counts[49, 0] == 2 and marks.counts[25, 99] == 1
    selected = counts_of(marks.cells, np.arange(8) == 1)
    assert selected.sum() == selected[49, 0] == 1


def test_corners_hold_what_their_bounds_say() -> None:
    corners = corners_of(places(), LOSSES)
    # Easy: the first three. Ambiguous: the last two. Hard: below a quarter. Between: 0.7499 and 0.25.
    assert corners.counts.tolist() == [3, 2, 1, 2]
    assert corners.shares.tolist() == [3 / 8, 2 / 8, 1 / 8, 2 / 8]
    assert corners.loss_shares.tolist() == [0.05, 0.4, 0.4, 0.15]


@pytest.mark.parametrize("total", [0.0, math.inf, math.nan])
def test_of_no_sum_there_are_no_shares(total: float) -> None:
    losses = np.zeros(8)
    losses[2] = total
    corners = corners_of(places(), losses)
    assert np.isnan(corners.loss_shares).all() and corners.counts.sum() == 8


def test_of_nobody_and_of_one() -> None:
    none = ConfidencePlaces(np.zeros(0, np.float32), np.zeros(0, np.float32))
    assert none.nearest(0.5, 0.1, (1, 1)) == NOBODY and ConfidenceMapMarks.of(0, none).counts.sum() == 0
    assert corners_of(none, np.zeros(0)).counts.tolist() == [0, 0, 0, 0]
    one = ConfidencePlaces(np.array([0.5], np.float32), np.array([0.1], np.float32))
    assert one.nearest(0.6, 0.1, (0.2, 0.2)) == 0 and one.nearest(0.9, 0.1, (0.2, 0.2)) == NOBODY


def test_the_nearest_one_is_found_in_units_of_the_reach() -> None:
    assert places().nearest(0.76, 0.2, (0.05, 0.05)) == 2
    assert places().nearest(0.7, 0.2, (0.1, 0.05)) == 3
    # Far in the spread, near in the mean.
    assert places().nearest(0.5, 0.45, (0.05, 0.01)) == NOBODY


def test_arrow_keys_lead_over_occupied_cells() -> None:
    counts = np.zeros((ROWS, COLUMNS), int)
    for row, column in ((10, 10), (10, 30), (20, 12), (40, 90)):
        counts[row, column] = 1
    start = 10 * COLUMNS + 10
    assert step_from(counts, start, "right") == 10 * COLUMNS + 30
    assert step_from(counts, start, "up") == 20 * COLUMNS + 12
    assert step_from(counts, 20 * COLUMNS + 12, "down") == start
    assert step_from(counts, 10 * COLUMNS + 30, "left") == start
    # Nobody is further left or further down.
    assert step_from(counts, start, "left") == start and step_from(counts, start, "down") == start
    assert step_from(np.zeros((ROWS, COLUMNS), int), start, "up") == start
