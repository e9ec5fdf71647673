"""The timeline is painted in frames that have time for it, and seldom: what it shows is put together in steps."""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter

from PySide6.QtCore import QObject, Signal

from core.steps import take_step
from gui.app.frame_clock import FrameClock, FrameListener
from gui.presenters.rows_in_steps import rows_in_steps
from gui.presenters.run_rows import RunRows
from gui.timeline.timeline import Timeline

EVERY_S, PAINT_MS = 1.0, 3.0  # how often it is painted, and about how long that takes
NEW_L_S = 0.3  # with a new L as often as the plot above it, which names that L as well


class TimelinePainting(FrameListener, QObject):
    """One concern: when the timeline is painted anew."""

    rows_changed = Signal(object, int)
    """The rows of all runs as they are now, and the number of the run on screen."""

    def __init__(
        self, timeline: Timeline, rows: RunRows, clock: FrameClock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._timeline, self._rows, self._clock = timeline, rows, clock
        self._run = -1  # on screen
        self._dirty, self._painted_s, self._every_s = False, 0.0, EVERY_S
        self._steps: Generator[None, None, None] | None = None  # what is left of showing the rows

    def renew_rows(self) -> None:
        """Something else is noted of a run: show it in the next frame."""
        self._painted_s = 0.0
        self._mark_dirty()

    def move(self, now_s: float) -> bool:
        """The timeline is painted in `work`, after the network."""
        return self._dirty or self._steps is not None

    def has_work(self, now_s: float) -> bool:
        """Whether the timeline is to be painted anew: seldom, as a frame has little time for it."""
        return self._steps is not None or (self._dirty and perf_counter() - self._painted_s >= self._every_s)

    def work(self, budget_ms: float) -> bool:
        """Paint the timeline anew, in frames that have time for it: that in which the plot was drawn has not."""
        if budget_ms >= PAINT_MS and self.has_work(perf_counter()):
            if self._steps is None:
                self._dirty, self._painted_s, self._every_s = False, perf_counter(), EVERY_S
                self._steps = self._rows_in_steps()
            if not take_step(self._steps):
                self._steps = None
        return self._dirty or self._steps is not None

    def _mark_dirty(self) -> None:
        self._dirty = True
        self._clock.wake()

    def _rows_in_steps(self) -> Generator[None, None, None]:
        shown = self._rows, self._timeline, lambda: self._run
        return rows_in_steps(*shown, self.rows_changed.emit, self.renew_rows)
