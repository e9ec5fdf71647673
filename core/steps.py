"""Long work as a generator: it is done in steps, and returns what came of it at the end."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any, TypeVar

T = TypeVar("T")
_NO_STEP = object()


def result_of(steps: Generator[Any, None, T]) -> T:
    """What comes of these steps, all done at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


def take_step(steps: Iterator[object]) -> bool:
    """Take the next step; False where that was the end of them, and the work is done."""
    return next(steps, _NO_STEP) is not _NO_STEP
