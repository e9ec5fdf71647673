"""On the wall every example stands once, and where its order says."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from core.analysis.example_losses import ExampleLosses
from core.analysis.last_seen import LastSeen
from gui.ledger.wall_order import NOBODY, ORDERS, wall_cells


def losses_of(count: int, classes: int, seed: int = 0) -> ExampleLosses:
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, classes, count) if classes else np.zeros(0, np.int64)
    losses = rng.exponential(size=count) * (1 + (labels == 1) if classes else 1)
    y = rng.random(count).astype(np.float32) if classes else np.zeros(0, np.float32)
    return ExampleLosses(0, 5, "train", losses, np.zeros(count, np.int64), labels, y)


@pytest.mark.parametrize("count, classes", [(6000, 10), (997, 3), (1, 2), (40, 40), (500, 0)])
def test_every_example_stands_once(count: int, classes: int) -> None:
    for order, rows in product(ORDERS, (1, 7, 158)):
        cells = wall_cells(losses_of(count, classes), order, rows)
        assert cells.shape == (rows, -(-count // rows)), (order, rows)
        standing = cells[cells != NOBODY]
        assert np.array_equal(np.sort(standing), np.arange(count)), (order, rows)
        assert (cells[:, 1:] != NOBODY).all(), (order, rows)


def test_by_number_columns_follow_the_set() -> None:
    cells = wall_cells(losses_of(5, 2), "number", 2)
    assert cells.tolist() == [[NOBODY, 1, 3], [0, 2, 4]]


def test_by_class_one_class_follows_the_other_and_each_rises() -> None:
    losses = losses_of(600, 3)
    cells = wall_cells(losses, "class", 10).T.ravel()
    labels, own = losses.labels[cells], losses.losses[cells]
    assert (np.diff(labels) >= 0).all()
    for c in range(3):
        assert (np.diff(own[labels == c]) >= 0).all()


def test_by_loss_c_rises_to_the_right_and_classes_stand_below_each_other() -> None:
    losses = losses_of(6000, 5)
    cells = wall_cells(losses, "loss", 60)
    labels, own = losses.labels[cells], losses.losses[cells]
    assert (np.diff(labels, axis=0) >= 0).all()
    # From column to column, and down within one, each class rises by C.
    for c in range(5):
        assert (np.diff(own.T.ravel()[labels.T.ravel() == c]) >= 0).all()
    # Nobody stands far from the column that C alone would give.
    column = np.empty(6000, int)
    column[cells.ravel()] = np.tile(np.arange(100), 60)
    exact = np.empty(6000, int)
    exact[np.argsort(losses.losses, kind="stable")] = np.arange(6000) // 60
    assert np.mean(abs(column - exact) <= 1) > 0.9 and abs(column - exact).max() <= 6


def test_by_confidence_it_rises_to_the_right_in_each_class() -> None:
    losses = losses_of(6000, 5)
    cells = wall_cells(losses, "confidence", 60)
    labels, y = losses.labels[cells], losses.confidences[cells]
    assert (np.diff(labels, axis=0) >= 0).all()
    for c in range(5):
        assert (np.diff(y.T.ravel()[labels.T.ravel() == c]) >= 0).all()


def test_without_classes_all_rise_column_by_column() -> None:
    losses = losses_of(90, 0)
    for order in ("loss", "confidence", "class"):
        assert (np.diff(losses.losses[wall_cells(losses, order, 9).T.ravel()]) >= 0).all()


def test_who_is_not_known_stands_before_the_least_of_its_class() -> None:
    exact = losses_of(600, 3)
    updates = np.arange(600) % 4
    losses = np.where(updates > 0, exact.losses, np.nan)
    seen = LastSeen(0, 0, 9, losses, updates, np.zeros(600, bool), exact.labels)
    for order in ("loss", "class", "confidence"):
        cells = wall_cells(seen, order, 10)
        assert np.array_equal(np.sort(cells.ravel()), np.arange(600))
        for c in range(3):
            own = losses[cells.T.ravel()][exact.labels[cells.T.ravel()] == c]
            known = np.isfinite(own)
            # First those of which nothing is known, then C rises.
            assert not known[: (~known).sum()].any() and (np.diff(own[known]) >= 0).all()
