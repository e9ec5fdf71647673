"""The terms that a page shows, sorted before they are shown: over some frames where they are a million."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.analysis.example_losses import ExampleLosses
from core.analysis.last_seen import LastSeen
from core.analysis.rising_order import AT_ONCE
from core.steps import result_of
from gui.app.frame_clock import FrameClock
from gui.presenters.step_work import StepWork

if TYPE_CHECKING:
    from gui.ledger.renewal import Renewal
    from gui.ledger.wall_order import Cells


# So many are sorted and arranged well within a frame.
SORTED_AT_ONCE = 1 << 13

T = TypeVar("T", ExampleLosses, LastSeen)


class LedgerTerms(Generic[T]):
    """Holds what is known, and where each of it stands: all of it exact, or all of it as last seen.

    Parameters
    ----------
    clock : FrameClock
    place : callable
        The order in which they stand now, and of how many rows the wall is; 0 where nobody looks at it.
    show : callable
        Called once they are ready.

    Attributes
    ----------
    losses : ExampleLosses, LastSeen or None
    places : (N,)
        The place of each row among all by C, the least first.
    cells : (rows, columns) or None
        Where they stand on the wall, as far as that was worked out; only while `show` is called.
    """

    def __init__(
        self, clock: FrameClock, place: Callable[[int], tuple[str, int]], show: Callable[[], None]
    ) -> None:
        self.losses: T | None = None
        self.places: NDArray[np.integer] = np.zeros(0, np.intp)
        self.cells: Cells | None = None
        self._place, self._show = place, show
        self._work = StepWork(clock)
        # Those that came while others are sorted.
        self._waiting: T | None = None

    def take(self, losses: T) -> None:
        """These are to be shown."""
        from gui.ledger.renewal import renewal

        order, rows = self._place(len(losses.losses))
        # Where each was forgotten how often, only the wall knows.
        steps = renewal(losses, order, 0 if order == "forgotten" else rows)
        # What was last seen the window sorts itself, what is exact the engine has sorted.
        if len(losses.losses) <= (SORTED_AT_ONCE if isinstance(losses, LastSeen) else AT_ONCE):
            self._take_sorted(losses, result_of(steps))
        elif self._work.is_under_way:
            # What comes last is shown last.
            self._waiting = losses
        else:
            self._work.begin(steps, lambda ready: self._take_later(losses, ready, order))

    def drop(self) -> None:
        """What is known is of another set, or nobody looks any more."""
        self.losses = self._waiting = None
        self._work.drop()

    def _take_later(self, losses: T, ready: Renewal, order: str) -> None:
        is_in_order = order == self._place(len(losses.losses))[0]
        self._take_sorted(losses, ready if is_in_order else ready._replace(cells=None))
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.take(waiting)

    def _take_sorted(self, losses: T, ready: Renewal) -> None:
        self.losses, (self.places, self.cells) = losses, ready
        self._show()
        self.cells = None
