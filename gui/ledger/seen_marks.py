"""What is known of the examples as they were last seen, out of what the engine sends of their lives."""

from __future__ import annotations

import numpy as np

from core.analysis.example_losses import ExampleLosses
from core.analysis.last_seen import LastSeen
from core.engine.example_messages import ExampleLives


def last_seen_of(lives: ExampleLives, exact: ExampleLosses, past: int | None = None) -> LastSeen:
    """What was last seen of each example.

    Parameters
    ----------
    lives : ExampleLives
    exact : ExampleLosses
        Of the same run and as many examples: it has their labels. None of its losses is used.
    past : int or None
        The update that one looks back to. An example that was in a batch since is not known there.
    """
    last = lives.updates
    seen = last > 0
    later = np.zeros_like(seen) if past is None else last > past
    known = seen & ~later
    return LastSeen(
        exact.run,
        lives.since,
        lives.update if past is None else min(past, lives.update),
        np.where(known, lives.losses.astype(np.float64), np.nan),
        np.where(known, last, 0).astype(np.int64),
        # Right since some epoch is whose last answer was right.
        known & (lives.right_since < 0) if len(exact.labels) else np.zeros_like(known),
        exact.labels,
        exact.shuffled,
        lives.with_dropout,
        int(np.count_nonzero(later)),
        int(np.count_nonzero(~seen & (lives.presented > 0))),
    )
