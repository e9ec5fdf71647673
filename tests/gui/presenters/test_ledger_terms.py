"""Terms are shown sorted: a few at once, many over some frames, and of what comes meanwhile the last."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.analysis.example_losses import ExampleLosses
from gui.app.frame_clock import FrameClock
from gui.ledger.wall_order import wall_cells
from gui.presenters import ledger_terms
from gui.presenters.ledger_terms import LedgerTerms
from tests.gui.ledger.answers import many


class Desk:
    def __init__(self) -> None:
        self.order, self.rows = "loss", 40
        self.seen: list[tuple[ExampleLosses | None, np.ndarray | None]] = []
        self.terms = LedgerTerms(FrameClock(), lambda _: (self.order, self.rows), self.show)

    def show(self) -> None:
        self.seen.append((self.terms.losses, self.terms.cells))


def test_few_are_there_at_once_with_their_places_and_cells() -> None:
    desk, losses = Desk(), many(3)
    desk.terms.take(losses)
    ((shown, cells),) = desk.seen
    assert shown is losses and desk.terms.cells is None
    np.testing.assert_array_equal(cells, wall_cells(losses, "loss", 40))
    by_c = sorted(range(4000), key=lambda row: losses.losses[row])
    assert [int(desk.terms.places[row]) for row in by_c] == list(range(4000))


def test_after_an_edit_they_are_of_before_until_others_of_its_update_come() -> None:
    desk, losses = Desk(), replace(many(3), run=2, update=8, measurement=5)
    desk.terms.note_edit(2, 8)
    desk.terms.take(losses)
    assert not desk.terms.is_before_edit
    # Another run's, and another update's: of these it is not.
    desk.terms.note_edit(3, 8)
    desk.terms.note_edit(2, 9)
    assert not desk.terms.is_before_edit and len(desk.seen) == 1
    desk.terms.note_edit(2, 8)
    assert desk.terms.is_before_edit and len(desk.seen) == 2
    desk.terms.take(replace(losses, measurement=6))
    assert not desk.terms.is_before_edit
    # Those of another engine, which counts anew, are of after it, too.
    desk.terms.note_edit(2, 8)
    desk.terms.take(replace(losses, measurement=1))
    assert not desk.terms.is_before_edit


def test_what_is_still_being_sorted_when_an_edit_is_made_is_of_before(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_terms, "AT_ONCE", 100)
    desk, losses = Desk(), replace(many(3), run=0, update=8, measurement=5)
    desk.terms.take(losses)
    desk.terms.note_edit(0, 8)
    # Those of after it come while they are sorted.
    desk.terms.take(replace(losses, measurement=6))
    told: list[tuple[int, bool]] = []

    def tell() -> None:
        assert desk.terms.losses is not None
        told.append((desk.terms.losses.measurement, desk.terms.is_before_edit))

    desk.terms._show = tell
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [(5, True), (6, False)]


@pytest.mark.parametrize(("order", "rows"), [("forgotten", 40), ("loss", 0)])
def test_where_only_the_wall_knows_the_order_or_nobody_looks_there_are_no_cells(
    order: str, rows: int
) -> None:
    desk = Desk()
    desk.order, desk.rows = order, rows
    desk.terms.take(many(3))
    assert desk.seen[0][1] is None


def test_many_come_over_frames_and_of_those_that_came_meanwhile_the_last(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_terms, "AT_ONCE", 100)
    desk = Desk()
    first, second, third = (replace(many(3), update=update) for update in (1, 2, 3))
    for losses in (first, second, third):
        desk.terms.take(losses)
    assert not desk.seen
    qtbot.waitUntil(lambda: len(desk.seen) == 2)
    assert [shown.update for shown, _ in desk.seen if shown is not None] == [1, 3]
    # Another order was asked for while they were sorted, then another size: what is shown is of the last.
    desk.terms.take(first)
    desk.order = "number"
    desk.rows = 30
    qtbot.waitUntil(lambda: len(desk.seen) == 3)
    np.testing.assert_array_equal(desk.seen[2][1], wall_cells(first, "number", 30))


def test_many_are_arranged_anew_over_frames_and_few_are_left_to_the_wall(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, losses = Desk(), many(3)
    assert not desk.terms.arrange()
    desk.terms.take(losses)
    assert not desk.terms.arrange() and len(desk.seen) == 1
    monkeypatch.setattr(ledger_terms, "AT_ONCE", 100)
    desk.order = "class"
    assert desk.terms.arrange() and len(desk.seen) == 1
    # Once more while that is under way.
    desk.rows = 50
    assert desk.terms.arrange() and len(desk.seen) == 1
    qtbot.waitUntil(lambda: len(desk.seen) == 2)
    assert desk.seen[1][0] is losses
    np.testing.assert_array_equal(desk.seen[1][1], wall_cells(losses, "class", 50))


def test_what_is_dropped_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_terms, "AT_ONCE", 100)
    desk = Desk()
    desk.terms.take(many(3))
    desk.terms.take(many(3))
    desk.terms.drop()
    assert desk.terms.losses is None and not desk.terms._work.is_under_way and desk.terms._waiting is None
