"""A slice of the training: update after update, with as little between them as can be.

An update of the lecture's network takes about 0.15 ms, so a loop through a QObject's attributes would take a
twentieth of the time; this one touches nothing but the trainer's own function, a list and the clock.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter


def train_slice(
    advance: Callable[[], float | None],
    losses: list[float],
    most: float,
    deadline_s: float,
    is_end: Callable[[], bool] | None = None,
) -> bool:
    """Make up to `most` updates, and stop when `is_end` says so or the deadline is over.

    `advance` works through a piece of a batch, and gives the mean C of a batch that has become an update.

    Each update's mean C is appended to `losses`. One piece of a batch is worked through at a time, so that a whole
    set as batch holds up no command. True when it ended by `most` or `is_end`, not by the deadline.

    Raises
    ------
    DivergenceError
        When a number is not finite any more; the losses before it are in `losses`.
    """
    append = losses.append
    made = 0
    while made < most:
        mean = advance()
        if mean is not None:
            append(mean)
            made += 1
            if is_end is not None and is_end():
                return True
        if perf_counter() >= deadline_s:
            return made >= most
    return True
