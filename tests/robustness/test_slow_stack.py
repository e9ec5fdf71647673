"""Where a thread's time went is told by name, and nothing that it held is held any longer."""

from __future__ import annotations

import sys
from time import process_time
from weakref import ref

from tests.robustness import slow_stack
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


def test_a_function_lets_go_of_what_it_held_when_it_ends_though_it_was_looked_at(monkeypatch) -> None:
    # A painter that lives on after its event paints into memory that Qt has given back.
    class Held:
        """Stands for a painter."""

    def function() -> ref[Held]:
        held = Held()
        sum(range(1000))
        return ref(held)

    usual_s = sys.getswitchinterval()
    monkeypatch.setattr(slow_stack, "EVERY_S", 0.001)
    looking = SlowStack()
    try:
        sys.setswitchinterval(1e-6)
        until_s, kept = process_time() + 4 * BUSY_S, 0
        while process_time() < until_s:
            kept += function()() is not None
    finally:
        sys.setswitchinterval(usual_s)
        looking.close()
    assert kept == 0
