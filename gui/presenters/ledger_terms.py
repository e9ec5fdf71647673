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
from gui.presenters.edited_terms import EditedTerms
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
        self._edited = EditedTerms()

    @property
    def is_before_edit(self) -> bool:
        """Whether a parameter was set by hand after the same update, and nothing measured since."""
        known = self.losses
        return isinstance(known, ExampleLosses) and self._edited.is_before_edit(known)

    def note_edit(self, run: int, update: int) -> None:
        """A parameter was set by hand after this update: what has come of it so far is of before."""
        if self._edited.note_edit(run, update):
            self._show()

    def take(self, losses: T) -> None:
        """These are to be shown."""
        from gui.ledger.renewal import renewal

        self._edited.take(losses if isinstance(losses, ExampleLosses) else None)
        order, rows = self._place(len(losses.losses))
        # Where each was forgotten how often, only the wall knows.
        steps = renewal(losses, order, 0 if order == "forgotten" else rows)
        if len(losses.losses) <= _at_once(losses):
            self._take_sorted(losses, result_of(steps))
        elif self._work.is_under_way:
            # What comes last is shown last.
            self._waiting = losses
        else:
            self._work.begin(steps, lambda ready: self._take_later(losses, ready, (order, rows)))

    def arrange(self) -> bool:
        """Where they are many, arrange them anew over some frames, and show them then; whether that is so."""
        losses = self._waiting or self.losses
        if losses is None or len(losses.losses) <= _at_once(losses):
            return False
        if not self._work.is_under_way:
            self.take(losses)
        return True

    def drop(self) -> None:
        """What is known is of another set, or nobody looks any more."""
        self.losses = self._waiting = None
        self._edited.take(None)
        self._work.drop()

    def _take_later(self, losses: T, ready: Renewal, place: tuple[str, int]) -> None:
        waiting, self._waiting = self._waiting, None
        # Where another order or size is wanted by now, what was worked out is of no use.
        if place == self._place(len(losses.losses)):
            self._take_sorted(losses, ready)
        else:
            waiting = waiting or losses
        if waiting is not None:
            self.take(waiting)

    def _take_sorted(self, losses: T, ready: Renewal) -> None:
        self.losses, (self.places, self.cells) = losses, ready
        self._show()
        self.cells = None


def _at_once(losses: ExampleLosses | LastSeen) -> int:
    """What was last seen the window sorts itself, what is exact the engine has sorted."""
    return SORTED_AT_ONCE if isinstance(losses, LastSeen) else AT_ONCE
