"""A slice of the training: update after update, with as little between them as can be.

An update of the lecture's network takes about 0.05 ms, so that a loop through an object's attributes would take a
twentieth of the time; this one touches nothing but the trainer's own function, a list and what ends it.
"""

from __future__ import annotations

from collections.abc import Callable


def train_slice(
    advance: Callable[[], float | None],
    losses: list[float],
    most: float,
    is_over: Callable[[], bool],
    is_end: Callable[[], bool] | None = None,
) -> bool:
    """Make up to `most` updates, and stop when `is_end` is true or the slice is over.

    `advance` works through a piece of a batch, and gives the mean C of a batch that has become an update.

    Each update's mean C is appended to `losses`. One piece of a batch is worked through at a time, so that a whole
    set as batch holds up no command. True when it ended by `most` or `is_end`, not because the slice is over.

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
        if is_over():
            return made >= most
    return True
