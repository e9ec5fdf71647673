"""What is said of A and B comes seldom, but for the first time at once."""

from __future__ import annotations

import pytest

from gui.side.refresh_turns import EVERY_S, LATE_S, LONGEST_S, RefreshTurns


def test_what_is_said_again_waits_for_its_turn() -> None:
    turns = RefreshTurns()
    assert not turns.is_due(0.0, is_there=True)
    turns.is_wanted = True
    assert turns.is_due(0.0, is_there=True)
    turns.begin(10.0)
    turns.end()
    assert not turns.is_due(10.0 + 2 * EVERY_S, is_there=True)
    turns.is_wanted = True
    assert not turns.is_due(10.0 + EVERY_S / 2, is_there=True)
    assert turns.is_due(10.0 + 1.01 * EVERY_S, is_there=True)
    assert turns.is_due(10.0 + 1.01 * EVERY_S, is_there=False)


def test_of_another_network_it_is_said_as_soon_as_that_is_there() -> None:
    turns = RefreshTurns()
    turns.expect_other()
    # Said before it is there, of A alone: that is no reason to wait when it comes.
    turns.begin(10.0)
    turns.is_wanted = True
    assert not turns.is_due(10.01, is_there=False)
    assert turns.is_due(10.01, is_there=True)
    turns.begin(10.01)
    turns.end()
    turns.is_wanted = True
    assert not turns.is_due(10.02, is_there=True)


def test_it_is_late_some_time_after_its_turn() -> None:
    turns = RefreshTurns()
    turns.begin(10.0)
    assert not turns.is_late(10.0 + EVERY_S + 0.9 * LATE_S)
    assert turns.is_late(10.0 + EVERY_S + 1.1 * LATE_S)


@pytest.mark.parametrize(("took_s", "every_s"), [(0.001, 0.2), (0.05, 1.0), (9.0, 2.0)])
def test_it_takes_a_twentieth_of_the_time_at_most_but_comes_every_two_seconds(
    took_s: float, every_s: float
) -> None:
    turns = RefreshTurns()
    turns.fit(took_s)
    turns.begin(10.0)
    turns.is_wanted = True
    assert not turns.is_due(10.0 + 0.99 * every_s, is_there=True)
    assert turns.is_due(10.0 + 1.01 * every_s, is_there=True)
    assert every_s <= LONGEST_S
