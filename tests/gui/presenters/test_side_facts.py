"""What is said of two networks is of the weights that are on screen, and names the signal where that is older."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from core.engine.snapshot import Snapshot
from gui.presenters.side_facts import FactsOnScreen
from gui.side.facts import SideFacts
from tests.gui.side.conftest import facts_of, network_snapshot

OLD, NEW = network_snapshot(update=1), network_snapshot(update=2, times=1.5)
B, NEW_B = network_snapshot(run=1, update=1, seed=2), network_snapshot(run=1, update=2, seed=3)


class Known:
    """Stands for what is known of the runs."""

    def facts(
        self, snapshot: Snapshot, is_live: bool = True, awaited: int | None = None, is_checked: bool = False
    ) -> SideFacts:
        return facts_of(snapshot, is_live=is_live, awaited=awaited, is_checked=is_checked)


class Desk:
    """Two networks on screen, and the facts about them."""

    def __init__(self) -> None:
        weights, player = SimpleNamespace(seen=OLD), SimpleNamespace(applied=None)
        self.network: Any = SimpleNamespace(displayed=OLD, player=player, weights=weights)
        newest = SimpleNamespace(update=1, is_checked=False)
        self.picture: Any = SimpleNamespace(shown=B, weights=B, weights_drawn=B, newest=newest)
        self.time: Any = SimpleNamespace(moment=None)
        self.facts = FactsOnScreen(self.network, self.picture, self.time, Known())  # type: ignore[arg-type]

    def apply(self) -> None:
        """The walkthrough's change: the connections have the new weights."""
        self.network.player.applied = SimpleNamespace(snapshot=NEW)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_without_a_walkthrough_all_is_of_what_is_displayed(desk: Desk) -> None:
    a, b = desk.facts.of_a(), desk.facts.of_b(1, None)
    assert a is not None and a.snapshot is OLD and a.signal_update is None
    assert b is not None and b.snapshot is B and b.signal_update is None


def test_from_the_change_on_it_is_of_the_new_weights_and_names_the_signals_update(desk: Desk) -> None:
    before = desk.facts.moment
    desk.apply()
    assert any(now is not then for now, then in zip(desk.facts.moment, before, strict=True))
    a, b = desk.facts.of_a(), desk.facts.of_b(1, None)
    assert a is not None and a.snapshot is NEW and a.signal_update == 1
    # B rests.
    assert b is not None and b.snapshot is B and b.signal_update is None
    # Trained with A, it has new weights as well.
    desk.picture.weights = NEW_B
    b = desk.facts.of_b(1, None)
    assert b is not None and b.snapshot is NEW_B and b.signal_update == 1


def test_connections_that_are_older_than_the_neurons_are_what_the_line_is_of(desk: Desk) -> None:
    """Beside a training at full speed the picture of the connections takes longer."""
    desk.network.displayed = NEW
    a = desk.facts.of_a()
    assert a is not None and a.snapshot is OLD and a.signal_update == 2
    # Once they are drawn, it is of one update again.
    before, desk.network.weights.seen = desk.facts.moment, NEW
    assert any(now is not then for now, then in zip(desk.facts.moment, before, strict=True))
    a = desk.facts.of_a()
    assert a is not None and a.snapshot is NEW and a.signal_update is None
    # Of a run that has been left nothing is said.
    desk.network.weights.seen = network_snapshot(run=9)
    a = desk.facts.of_a()
    assert a is not None and a.snapshot is NEW


def test_b_too_names_both_updates_and_one_where_nothing_shows_a_weight(desk: Desk) -> None:
    desk.picture.weights_drawn, desk.network.weights.seen = NEW_B, NEW
    a, b = desk.facts.of_a(), desk.facts.of_b(1, None)
    assert a is not None and a.snapshot is NEW and a.signal_update == 1
    assert b is not None and b.snapshot is NEW_B and b.signal_update == 1
    # As in the picture of the gradient, or where all connections are ribbons.
    before = desk.facts.moment
    desk.picture.weights_drawn = desk.network.weights.seen = None
    assert any(now is not then for now, then in zip(desk.facts.moment, before, strict=True))
    a, b = desk.facts.of_a(), desk.facts.of_b(1, None)
    assert a is not None and a.snapshot is OLD and a.signal_update is None
    assert b is not None and b.snapshot is B and b.signal_update is None


def test_what_is_on_its_way_is_not_told_of(desk: Desk) -> None:
    assert desk.facts.of_b(0, None) is None
    desk.picture.newest = None
    assert desk.facts.of_b(1, None) is None
    desk.network.displayed = None
    assert desk.facts.of_a() is None
    desk.network.displayed, desk.picture.newest = OLD, SimpleNamespace(update=1, is_checked=True)
    # The weights of the run that was B before.
    desk.picture.weights = network_snapshot(run=4)
    desk.apply()
    assert desk.facts.of_b(1, None) is None


def test_an_earlier_update_says_what_is_awaited_and_whether_its_bits_are_met(desk: Desk) -> None:
    desk.time.moment = SimpleNamespace(shown=1, awaited=7, is_checked=True)
    a = desk.facts.of_a()
    assert a is not None and (a.is_live, a.awaited, a.is_checked) == (False, 7, True)
    desk.picture.newest = SimpleNamespace(update=5, is_checked=False)
    b = desk.facts.of_b(1, 5)
    assert b is not None and (b.is_live, b.awaited) == (False, 5)
