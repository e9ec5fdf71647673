"""Computed once for each argument, and gone with the object that it is of."""

from __future__ import annotations

import gc
from weakref import ref

from core.kept_with import kept_with


class Thing:
    def __init__(self, number: int) -> None:
        self.number = number


class Result:
    def __init__(self, number: int) -> None:
        self.number = number


def test_it_is_computed_once_for_each_object_and_argument_and_goes_with_the_object() -> None:
    asked: list[tuple[int, int]] = []

    @kept_with
    def times(thing: Thing, factor: int) -> Result:
        """What it says."""
        asked.append((thing.number, factor))
        return Result(thing.number * factor)

    two, five = Thing(2), Thing(5)
    assert [times(thing, factor).number for thing in (two, five, two) for factor in (1, 3)] == [
        2,
        6,
        5,
        15,
        2,
        6,
    ]
    assert asked == [(2, 1), (2, 3), (5, 1), (5, 3)]
    assert times(two, 3) is times(two, 3) and times.__doc__ == "What it says."
    gone, stays = ref(times(two, 3)), ref(times(five, 3))
    assert gone() is not None
    del two
    gc.collect()
    assert gone() is None and stays() is times(five, 3)
