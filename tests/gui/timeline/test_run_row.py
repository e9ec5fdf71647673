"""Runs stand below those that they branch from, in an order in which no connector crosses another run."""

from __future__ import annotations

import numpy as np
import pytest

from gui.timeline.run_row import RunRow, in_sight, in_tree_order, next_run


def order(*rows: RunRow) -> list[int]:
    return [row.run for row in in_tree_order(rows)]


def test_the_latest_branch_stands_next_to_its_parent() -> None:
    root = RunRow(0, live=22_500)
    branches = [
        RunRow(1, parent=0, branch_update=4_650),
        RunRow(2, parent=0, branch_update=9_375),
        RunRow(3, parent=2, branch_update=15_000),
    ]
    assert order(root, *branches) == [0, 2, 3, 1]


def test_runs_without_a_parent_stand_in_the_order_in_which_they_were_begun() -> None:
    assert order(RunRow(4), RunRow(0), RunRow(2, parent=4, branch_update=5)) == [0, 4, 2]


def test_a_run_whose_parent_is_gone_is_not_lost() -> None:
    assert order(RunRow(3, parent=1, branch_update=9), RunRow(0)) == [0, 3]


def test_no_connector_crosses_a_line(seed: int = 5) -> None:
    rng = np.random.default_rng(seed)
    for _ in range(50):
        rows = [RunRow(0)]
        for run in range(1, 8):
            parent = rows[int(rng.integers(len(rows)))]
            rows.append(
                RunRow(run, parent=parent.run, branch_update=int(rng.integers(parent.branch_update, 1000)))
            )
        ordered = in_tree_order(rows)
        places = {row.run: place for place, row in enumerate(ordered)}
        for child in ordered[1:]:
            assert child.parent is not None
            between = ordered[places[child.parent] + 1 : places[child.run]]
            # A line begins at its branch point and goes right: one that begins left of the connector is crossed.
            assert all(other.branch_update >= child.branch_update for other in between)


@pytest.mark.parametrize(
    ("count", "shown", "most", "seen"),
    [(3, 0, 4, (0, 3)), (9, 0, 4, (0, 4)), (9, 8, 4, (5, 9)), (9, 5, 4, (3, 7)), (9, 5, 1, (5, 6))],
)
def test_the_run_on_screen_is_always_in_sight(
    count: int, shown: int, most: int, seen: tuple[int, int]
) -> None:
    assert in_sight([RunRow(run) for run in range(count)], shown, most) == seen
    first, last = seen
    assert first <= shown < last


@pytest.mark.parametrize(
    ("chosen", "before", "now", "expected"),
    [
        (3, [1, 3, 5], {1, 3, 5}, 3),
        (3, [1, 3, 5], {1, 5}, 5),
        (5, [1, 3, 5], {1, 3}, 3),
        (3, [1, 3, 5], {1}, 1),
        (3, [1, 3, 5], {7}, -1),
        (-1, [1, 3, 5], {1, 3}, -1),
    ],
)
def test_after_a_run_that_is_gone_the_next_one_is_chosen(
    chosen: int, before: list[int], now: set[int], expected: int
) -> None:
    assert next_run(chosen, before, now) == expected
