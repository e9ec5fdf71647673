"""What the wall shows of the examples' lives: whom it puts where by times forgotten, and how often each was wrong."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.engine.example_messages import ExampleLives

# From so many wrong answers on, one shade deeper.
WRONG_FROM = 1, 2, 3, 6
NOT_PRESENTED = -1


def forgotten_key(lives: ExampleLives) -> NDArray[np.int64]:
    """(N,): rises with how often each was forgotten; above them who was never right, at first who was not presented."""
    key = lives.forgotten.astype(np.int64)
    key[(lives.presented > 0) & (lives.first_right < 0)] = int(key.max(initial=0)) + 1
    key[lives.presented == 0] = NOT_PRESENTED
    return key


def wrong_levels(lives: ExampleLives) -> NDArray[np.intp]:
    """(N,): 0 never wrong, 1 once, 2 twice, 3 three to five times, 4 more often; `NOT_PRESENTED` where nothing is."""
    levels = np.searchsorted(np.array(WRONG_FROM), lives.wrong, side="right")
    levels[lives.presented == 0] = NOT_PRESENTED
    return levels


def row_runs(
    epochs: NDArray[np.int64], states: NDArray[np.integer], most: int
) -> tuple[NDArray[np.int64], NDArray[np.integer]]:
    """The last `most` of these presentations: who has more than can be drawn is shown from the newest back."""
    return epochs[-most:], states[-most:]
