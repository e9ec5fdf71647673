"""Which states of a run's past are given, in which order, and that each is what it says."""

from __future__ import annotations

from core.engine import commands as c
from core.engine.earlier_state import EarlierState, earlier_states
from core.engine.past import Past
from tests.core.engine.driver import Clock, Driver, headless, same_parameters


def states(driver: Driver, update: int, tick_s: float) -> list[EarlierState]:
    live, history = driver.engine.current, driver.engine.time.history
    given = earlier_states(Past(history, live, update), history, live, Clock(tick_s))
    return [state for state in given if state is not None]


def trained(updates: int) -> Driver:
    driver = Driver()
    driver.train(updates)
    return driver


def test_the_exact_state_alone_is_given_where_it_is_soon_there() -> None:
    first, second = states(trained(300), 200, tick_s=1e-6)
    assert (first.is_exact, first.is_checked) == (True, False)
    # The second says that the updates after it led to what was kept at update 256.
    assert (second.is_exact, second.is_checked) == (True, True)
    assert second.snapshot is first.snapshot and same_parameters(first.snapshot, headless(200))


def test_the_nearest_kept_state_is_given_first_where_it_takes_longer() -> None:
    nearest, exact, checked = states(trained(300), 200, tick_s=0.05)
    assert (nearest.is_exact, nearest.is_checked, nearest.snapshot.update) == (False, False, 128)
    assert same_parameters(nearest.snapshot, headless(128))
    assert exact.is_exact and same_parameters(exact.snapshot, headless(200)) and checked.is_checked


def test_a_state_that_was_kept_is_checked_on_the_way() -> None:
    (only,) = states(trained(300), 256, tick_s=1e-6)
    assert only.is_exact and only.is_checked and same_parameters(only.snapshot, headless(256))


def test_the_example_is_the_one_of_when_a_state_is_given() -> None:
    driver = trained(300)
    live, history = driver.engine.current, driver.engine.time.history
    way = earlier_states(Past(history, live, 200), history, live, Clock(1e-6), lambda: live.sample.current)
    assert next(way) is None
    driver.send(c.ShowTestSample("next"))
    driver.rest()
    exact = next(state for state in way if state is not None)
    assert exact.snapshot.example is live.sample.current and exact.snapshot.example.origin == "test"
