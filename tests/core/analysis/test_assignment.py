"""The assignment problem: against every permutation where there are few, against SciPy, and by its dual's proof."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from core.analysis.assignment import ROWS, assigned, assigning


def cost_of(cost: np.ndarray, order: np.ndarray) -> float:
    return float(cost[np.arange(len(order)), order].sum())


def test_an_assignment_that_is_seen_at_a_glance() -> None:
    # The cheapest entry of each row is in column 0; 1 + 2 + 3 is the least that three different columns cost.
    cost = [[1, 4, 9], [0, 2, 9], [0, 9, 3]]
    assert assigned(cost).tolist() == [0, 1, 2]


def test_the_greedy_choice_is_given_up_where_it_costs_more() -> None:
    # Row 0 would take column 0 (1); then row 1 would have to pay 100.
    assert assigned([[1, 2], [1, 100]]).tolist() == [1, 0]


@pytest.mark.parametrize("n", range(1, 7))
def test_no_permutation_costs_less(n: int) -> None:
    rng = np.random.default_rng(n)
    for _ in range(20):
        cost = rng.normal(size=(n, n))
        least = min(cost_of(cost, np.array(order)) for order in permutations(range(n)))
        assert cost_of(cost, assigned(cost)) == pytest.approx(least, abs=1e-12)


@pytest.mark.parametrize("kind", ["normal", "whole numbers", "products", "constant", "far apart"])
@pytest.mark.parametrize("n", [1, 2, 17, 60, 130])
def test_it_costs_what_scipys_solution_costs(kind: str, n: int) -> None:
    optimize = pytest.importorskip("scipy.optimize", reason="SciPy is not installed")
    rng = np.random.default_rng(n)
    cost = {
        "normal": rng.normal(size=(n, n)),
        "whole numbers": rng.integers(-3, 4, (n, n)).astype(float),
        "products": -rng.normal(size=(n, 5)) @ rng.normal(size=(5, n)),
        "constant": np.full((n, n), -2.5),
        "far apart": rng.normal(size=(n, n)) * 10.0 ** rng.integers(-6, 7, (n, n)),
    }[kind]
    order = assigned(cost)
    assert sorted(order.tolist()) == list(range(n))
    expected = cost_of(cost, optimize.linear_sum_assignment(cost)[1])
    assert cost_of(cost, order) == pytest.approx(expected, rel=1e-12, abs=1e-9)


def test_nothing_is_assigned_to_nobody() -> None:
    assert assigned(np.empty((0, 0))).tolist() == []


@pytest.mark.parametrize(
    "cost", [np.zeros((2, 3)), np.zeros(4), [[0, np.nan], [0, 0]], [[0, np.inf], [0, 0]]]
)
def test_costs_that_are_no_square_of_finite_numbers_are_refused(cost: np.ndarray) -> None:
    with pytest.raises(ValueError, match="square of finite numbers"):
        assigned(cost)


def test_it_pauses_every_few_rows() -> None:
    pauses = sum(1 for _ in assigning(np.random.default_rng(0).normal(size=(4 * ROWS, 4 * ROWS))))
    assert pauses == 4
