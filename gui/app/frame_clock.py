"""One clock drives everything that moves, so that painting is regular and nothing else competes with it.

Each tick moves the marks; then Qt paints what has changed; only then the rest of the frame is spent on the next
piece of work. Work done before the painting would show as jitter, and so would work after a frame that was long
already: the next one does it, however long that is. When nobody wants another frame, the clock stops.

Painting is left to Qt's own event loop, which does not hold the interpreter's lock for what is not Python: painted
at once (`repaint`), the whole window's composing and flushing would keep the training waiting.
"""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

from gui.widgets.qt_overrides import ReportsExceptions

FRAME_MS = 16
# What is left of a frame goes into work: so long after its tick, but at least and at most so much.
WORK_UNTIL_MS, MIN_WORK_MS, MAX_WORK_MS = 12.0, 5.0, 8.0
# With less than this left nothing more is begun: even a single step may take some ms.
LEAST_MS = 2.0
# A frame whose moving and painting took so long has no room for work: the least of it, whose last step may take some ms
# longer, would make it late.
FULL_MS = 10.0
# One that took so long is late in any case, as frames are where others take the machine: its work is not left out.
LATE_MS = 2.0 * FRAME_MS

WORK = QEvent.Type(QEvent.registerEventType())
# Qt posts its painting with Qt.LowEventPriority; what is less urgent comes after it, in the same turn of the loop.
AFTER_PAINTING = Qt.EventPriority.LowEventPriority.value - 1


class FrameListener:
    """What the clock drives; each does of these what it needs to."""

    def move(self, now_s: float) -> bool:
        """Move to this time, `update` what changed, and return whether another frame is wanted."""
        return False

    def has_work(self, now_s: float) -> bool:
        """Whether there is something to do after the painting of this frame."""
        return False

    def work(self, budget_ms: float) -> bool:
        """Do a portion of work that the next frames need, and return whether more is left."""
        return False


class FrameClock(ReportsExceptions, QObject):
    """Ticks about 60 times a second while a mover wants it, and not at all otherwise."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._movers: list[FrameListener] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._tick)
        self._wanted = False
        self._ticked_s = 0.0
        # Who works first: one that the last frame had no time left for, so that none waits for ever.
        self._first = 0
        # Whether the last frame had no room for work: then the next one has its share, however long it is.
        self._left_out = False
        self._is_held = self._is_wanted_later = False

    def add(self, mover: FrameListener) -> None:
        """Drive this one too; movers are served in the order they were added."""
        self._movers.append(mover)

    @property
    def is_running(self) -> bool:
        """Whether frames are being made."""
        return self._timer.isActive()

    def wake(self) -> None:
        """Make frames again, until no mover wants one: one more than that which is being made, at the least.

        While they are held back, they are made once that is over.
        """
        # In the midst of a frame it goes on already, and would stop at that frame's end.
        self._wanted = True
        if self._is_held:
            self._is_wanted_later = True
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Make no more frames until the next wake."""
        self._is_wanted_later = False
        self._timer.stop()

    def hold(self) -> None:
        """Make no frames until `release`: nothing of them would be painted."""
        self._is_wanted_later |= self._timer.isActive()
        self._is_held = True
        self._timer.stop()

    def release(self) -> None:
        """Make frames again, if anybody wanted one meanwhile."""
        self._is_held = False
        if self._is_wanted_later:
            self._is_wanted_later = False
            self.wake()

    def _tick(self) -> None:
        now = self._ticked_s = perf_counter()
        self._wanted = False
        for mover in self._movers:
            # Not `|=`, which would forget who wakes the clock meanwhile.
            if mover.move(now):
                self._wanted = True
        # Each turn in Python takes the lock from the training: none is asked for in vain.
        if any(mover.has_work(now) for mover in self._movers):
            QCoreApplication.postEvent(self, QEvent(WORK), AFTER_PAINTING)
        elif not self._wanted:
            self._timer.stop()

    def customEvent(self, event: QEvent) -> None:
        if event.type() != WORK or not self._timer.isActive():
            return
        now = perf_counter()
        gone_ms = (now - self._ticked_s) * 1000
        self._left_out = FULL_MS <= gone_ms < LATE_MS and not self._left_out
        if self._left_out:
            return
        deadline = now + _budget_ms(gone_ms) / 1000
        first, count, has_begun = self._first, len(self._movers), False
        for place in (*range(first, count), *range(first)):
            # Where others take the machine a turn may be over with whoever is asked: it is nobody's who has no work.
            if not self._movers[place].has_work(now):
                continue
            left_ms = (deadline - perf_counter()) * 1000
            # The first has its turn also where others have taken the machine meanwhile.
            if has_begun and left_ms < LEAST_MS:
                self._first, self._wanted = place, True
                break
            has_begun = True
            if self._movers[place].work(max(left_ms, LEAST_MS)):
                self._wanted = True
        if not self._wanted:
            self._timer.stop()


def _budget_ms(gone_ms: float) -> float:
    """How long work may take in a frame whose moving and painting have taken so long."""
    return min(MAX_WORK_MS, max(MIN_WORK_MS, WORK_UNTIL_MS - gone_ms))
