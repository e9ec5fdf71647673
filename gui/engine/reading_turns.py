"""What the engine writes is read and told in short turns of the event loop."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from core.engine.protocol import Envelope

# After so long the rest waits for the next turn: a key or the pointer comes before it.
TURN_MS = 8.0


class ReadingTurns(QObject):
    """Messages one after the other in the order in which they came, as many in a turn as there is time for.

    A new run alone is four messages, each of which is shown at a dozen places: all of them in one turn of the event
    loop are a silence that one notices. What came later is not even read before all of the earlier is told, so that
    whoever asks meanwhile which commands are answered hears nothing of the future.

    Parameters
    ----------
    read : callable
        Makes the messages of some bytes.
    tell : callable
        Called with each of them.
    """

    def __init__(
        self,
        read: Callable[[bytes], Iterable[Envelope]],
        tell: Callable[[Envelope], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._tell = read, tell
        self._unread: deque[bytes] = deque()
        self._untold: deque[Envelope] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take_turn)

    @property
    def are_left(self) -> bool:
        """Whether something has come that is not told yet."""
        return bool(self._untold or self._unread)

    def take(self, content: bytes) -> None:
        """These bytes have come: tell what is in them, at once unless something waits already."""
        self._unread.append(content)
        if not self._timer.isActive():
            self._take_turn()

    def finish(self) -> None:
        """Tell all that has come, at once."""
        self._timer.stop()
        while self.are_left:
            self._tell_next()

    def drop(self) -> None:
        """Nothing that has come is told any more."""
        self._timer.stop()
        self._unread.clear()
        self._untold.clear()

    def _take_turn(self) -> None:
        begin = perf_counter()
        while self.are_left:
            self._tell_next()
            if self.are_left and (perf_counter() - begin) * 1000 >= TURN_MS:
                self._timer.start()
                return

    def _tell_next(self) -> None:
        if not self._untold:
            self._untold.extend(self._read(self._unread.popleft()))
        if self._untold:
            self._tell(self._untold.popleft())
