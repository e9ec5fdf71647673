"""Which one goes to which, so that the sum of all costs is least: the assignment problem, solved exactly."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.steps import result_of

# Rows that are worked through between two pauses.
ROWS = 16


def assigned(cost: ArrayLike) -> NDArray[np.intp]:
    """As `assigning`, in one call."""
    return result_of(assigning(cost))


def assigning(cost: ArrayLike) -> Generator[None, None, NDArray[np.intp]]:
    """A column for each row, no two the same, so that the sum of their costs is least.

    Parameters
    ----------
    cost : (n, n)
        Finite numbers of any sign.

    Returns
    -------
    (n,)
        ``columns[row]``; on the way it pauses every few rows.

    Raises
    ------
    ValueError
        When the costs are not square, or one of them is not finite.

    Notes
    -----
    Rows are assigned one by one, each along a shortest augmenting path: from the new row to a free column, by way of
    rows that change theirs. `u` and `v` are the dual prices: u[row] + v[column] ≤ cost, with equality where assigned,
    which is what proves that the sum is least. It takes O(n³) at most.

    References
    ----------
    Crouse, On implementing 2D rectangular assignment algorithms (2016), section III, for square costs.
    """
    cost = np.asarray(cost, np.float64)
    if cost.ndim != 2 or cost.shape[0] != cost.shape[1] or not np.isfinite(cost).all():
        raise ValueError(f"costs of shape {cost.shape}: give a square of finite numbers")
    n = len(cost)
    u = np.zeros(n)
    # Columns are as cheap as their cheapest row to begin with: fewer rows have to change theirs.
    v = cost.min(axis=0, initial=np.inf)
    column_of, row_of = np.full(n, -1, np.intp), np.full(n, -1, np.intp)
    for row in range(n):
        if row % ROWS == 0:
            yield
        _assign(row, cost, u, v, column_of, row_of)
    return column_of


def _assign(
    new: int,
    cost: NDArray[np.float64],
    u: NDArray[np.float64],
    v: NDArray[np.float64],
    column_of: NDArray[np.intp],
    row_of: NDArray[np.intp],
) -> None:
    """Give one more row a column, and change prices and assignments, in place."""
    n = len(cost)
    # The shortest way to each column, the row before it on that way, and whether it is known to be the shortest.
    length, before = np.full(n, np.inf), np.full(n, -1, np.intp)
    is_known = np.zeros(n, bool)
    passed: list[int] = []
    row, reached = new, 0.0
    while True:
        through = reached + (cost[row] - u[row] - v)
        shorter = (through < length) & ~is_known
        length[shorter], before[shorter] = through[shorter], row
        column = int(np.argmin(np.where(is_known, np.inf, length)))
        reached = float(length[column])
        is_known[column] = True
        if row_of[column] < 0:
            break
        row = int(row_of[column])
        passed.append(row)
    u[new] += reached
    u[passed] += reached - length[column_of[passed]]
    v[is_known] -= reached - length[is_known]
    while True:
        row = int(before[column])
        row_of[column] = row
        column_of[row], column = column, int(column_of[row])
        if row == new:
            return
