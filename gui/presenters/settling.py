"""Where the training rests, the edges of what is shown are drawn before it is painted, in short turns."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

# So long edges may be drawn before the picture is painted all the same, and at most so long in one turn.
SETTLING_MS, TURN_MS = 40.0, 8.0


class Draws(Protocol):
    """A view of the network."""

    def work(self, budget_ms: float) -> bool:
        """Draw for about so long; True while more is left."""


class Settling(QObject):
    """Draws a view's edges in turns of the event loop, one at once after the other, until all is drawn.

    In one turn they would be a silence that one notices, and one in each frame would take too many frames: all of the
    picture is to be of one update. So nothing of it is to be painted while this is under way.

    Parameters
    ----------
    view : Draws
    settled : callable
        Called when the picture is to be painted: its edges are drawn, or that takes too long.
    """

    def __init__(self, view: Draws, settled: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._settled = view, settled
        self._left_ms = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take_turn)

    @property
    def is_under_way(self) -> bool:
        """Whether the picture waits for its edges."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Draw what is not up to date, from the next turn on; what comes in the meantime has no time of its own.

        Else a picture that is given new numbers all the time would never be painted.
        """
        if not self.is_under_way:
            self._left_ms = SETTLING_MS
        self._timer.start()

    def _take_turn(self) -> None:
        begin = perf_counter()
        is_more = self._view.work(min(TURN_MS, self._left_ms))
        self._left_ms -= (perf_counter() - begin) * 1000
        if is_more and self._left_ms > 0:
            self._timer.start()
        else:
            self._settled()
