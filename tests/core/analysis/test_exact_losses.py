"""Exact losses come back as they went in, in the order of their updates."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import astuple

import numpy as np
import pytest

import core.analysis.exact_losses
from core.analysis.exact_losses import ExactLoss, ExactLossHistory


def exact_loss(update: int, total: float = 10.0) -> ExactLoss:
    return ExactLoss(0, update, total, 100, 0.5, 3.0, 20, 0.5)


def test_the_last_exact_loss_so_far_is_found() -> None:
    losses = ExactLossHistory()
    assert losses.before(10) is None
    for update in (5, 3, 9):
        losses.add(exact_loss(update, float(update)))
    assert losses.updates.tolist() == [3, 5, 9]
    assert [losses.before(update) for update in (2, 3, 4, 8, 9, 100)] == [
        None,
        exact_loss(3, 3.0),
        exact_loss(3, 3.0),
        exact_loss(5, 5.0),
        exact_loss(9, 9.0),
        exact_loss(9, 9.0),
    ]


def test_what_was_measured_before_an_edit_is_known_until_it_is_measured_anew() -> None:
    losses = ExactLossHistory()
    for update in (0, 8):
        losses.add(exact_loss(update))
    assert not losses.has_edits
    # Nothing was measured of 9; 8 was.
    losses.note_edit(9)
    assert losses.has_edits
    losses.note_edit(8)
    assert [losses.is_before_edit(update) for update in (0, 8, 9)] == [False, True, False]
    # Later ones do not make it one of the new weights; a branch has it as well.
    losses.add(exact_loss(20))
    assert losses.is_before_edit(8) and deepcopy(losses).is_before_edit(8)
    losses.add(exact_loss(8, 3.0))
    assert not losses.is_before_edit(8)
    losses.note_edit(20)
    losses.go_back(8)
    losses.add(exact_loss(20))
    assert not losses.is_before_edit(20)


def test_what_was_measured_before_an_edit_is_not_saved() -> None:
    losses = ExactLossHistory()
    for update in (0, 8, 20):
        losses.add(exact_loss(update))
    losses.note_edit(8)
    assert losses.of_now.tolist() == [0, 2]
    assert ExactLossHistory.of(losses.saved()).updates.tolist() == [0, 20]
    losses.add(exact_loss(8, 3.0))
    opened = ExactLossHistory.of(losses.saved())
    assert opened.all() == losses.all()
    # It was measured after the edit, which one more makes it lie between both.
    opened.restore_edits([8])
    opened.note_edit(8)
    assert opened.between_edits.tolist() == [8]


def test_what_was_measured_because_one_looked_back_is_not_of_the_training() -> None:
    losses = ExactLossHistory()
    for update in (0, 10, 20):
        losses.add(exact_loss(update))
    # Behind a later one; of an update that was known already; and behind all others, while one looks back there.
    losses.add(exact_loss(13))
    losses.add(exact_loss(10), looked_back=True)
    losses.add(exact_loss(25), looked_back=True)
    assert losses.updates.tolist() == [0, 10, 13, 20, 25]
    assert losses.of_training.tolist() == [0, 1, 3]
    # The training comes there again.
    losses.go_back(10)
    losses.add(exact_loss(13))
    assert losses.of_training.tolist() == [0, 1, 2]


def test_an_exact_loss_comes_back_as_it_went_in() -> None:
    losses = ExactLossHistory()
    exact = ExactLoss(2, 7, 17_951.123456789, 60_000, 0.913, 3_012.5, 10_000, 0.9127)
    losses.add(exact)
    assert losses.all() == (exact,)
    assert [type(n) for n in astuple(losses.all()[0])] == [type(n) for n in astuple(exact)]
    assert losses.totals.tolist() == [17_951.123456789]
    assert losses.test_means.tolist() == [pytest.approx(0.30125)]


def test_without_a_test_set_its_mean_is_not_a_number() -> None:
    losses = ExactLossHistory()
    losses.add(ExactLoss(0, 1, 5.0, 100, 0.5, 0.0, 0, 0.0))
    assert np.isnan(losses.test_means).all()


def test_of_too_many_every_second_one_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core.analysis.exact_losses, "MOST", 1000)
    losses = ExactLossHistory()
    for update in range(1001):
        losses.add(exact_loss(update))
    np.testing.assert_array_equal(losses.updates, np.arange(0, 1001, 2))
    # Of those that are gone, too, it may be known that one looked back at them.
    losses.add(exact_loss(501))
    losses.add(exact_loss(503))
    losses._looked_back.add(505)
    assert losses.of_training.tolist() == [place for place in range(503) if place not in (251, 253)]


def test_a_hundred_thousand_take_less_than_10_mb() -> None:
    losses = ExactLossHistory()
    for update in range(2000):
        losses.add(exact_loss(update))
    assert losses._columns.nbytes * 100_000 / 2000 < 10e6


def test_penalties_are_both_terms() -> None:
    losses = ExactLossHistory()
    for update in (1, 2):
        losses.add(ExactLoss(0, update, 9.0, 3, 0.5, 9.0, 3, 0.5, l1=0.25, l2=0.5 * update))
    assert losses.penalties.tolist() == [0.75, 1.25]
