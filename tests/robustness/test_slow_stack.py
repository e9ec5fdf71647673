"""Where a thread's time went is told by name, and nothing that it held is held any longer."""

from __future__ import annotations

import sys
from time import process_time

from tests.robustness.slow_stack import SlowStack, stack_of

BUSY_S = 0.15


def be_busy() -> None:
    until_s = process_time() + BUSY_S
    while process_time() < until_s:
        pass


def test_the_busiest_place_is_told_first_and_what_was_before_is_forgotten() -> None:
    looking = SlowStack()
    be_busy()
    told = looking.told()
    assert "be_busy" in told.splitlines()[0] and "tests/robustness/test_slow_stack.py:" in told
    looking.begin()
    assert "be_busy" not in looking.told()
    looking.close()


def test_a_stack_is_this_projects_places_from_the_outside_in() -> None:
    def inner() -> tuple[str, ...]:
        return stack_of(sys._getframe())

    places = inner()
    assert [place.split()[-1] for place in places[-2:]] == [
        "test_a_stack_is_this_projects_places_from_the_outside_in",
        "inner",
    ]
    assert all("site-packages" not in place for place in places) and stack_of(None) == ()
