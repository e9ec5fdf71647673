"""What is worked out of a set's new terms before they are shown: in steps of some ms, for a million examples too."""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.analysis.last_seen import ExampleTerms, LastSeen
from gui.ledger.wall_order import Cells, wall_cells_in_steps


class Renewal(NamedTuple):
    """What stands where.

    Attributes
    ----------
    places : (N,)
        The place of each row among all by C, the least first.
    cells : (rows, columns) or None
        As `gui.ledger.wall_order.wall_cells`; None where the wall is not looked at.
    """

    places: NDArray[np.integer]
    cells: Cells | None


def renewal(losses: ExampleTerms, order: str, rows: int) -> Generator[None, None, Renewal]:
    """The places of all, and their cells on a wall of so many rows in this order; 0 rows for no wall."""
    if isinstance(losses, LastSeen):
        # The engine sorts only what is exact.
        while not losses.sorting.advance():
            yield
    rising = losses.rising
    yield
    places = np.empty(len(rising), np.uint32)
    places[rising] = np.arange(len(rising), dtype=np.uint32)
    yield
    # Kept with the losses: whoever asks for them next has them at once.
    _ = losses.wrong
    yield
    if not rows:
        return Renewal(places, None)
    _ = losses.rising_losses
    yield
    if not isinstance(losses, LastSeen):
        _ = losses.rising_sums
        yield
    return Renewal(places, (yield from wall_cells_in_steps(losses, order, rows)))
