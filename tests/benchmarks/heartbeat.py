"""How long the loop of events was silent: what somebody would have to wait, and whose doing that was."""

from __future__ import annotations

import gc
from time import perf_counter, process_time, thread_time

from PySide6.QtCore import QObject, Qt, QTimer, Slot


class Heartbeat(QObject):
    """Notes the longest silence between two beats, and the most processor time of the window in one.

    Attributes
    ----------
    longest_s, longest_cpu_s : float
        Of the silences since `begin`, each the longest: as the clock says, and in processor time of this process. What
        is much longer by the clock was spent by others that use the machine.
    collecting_s : float
        The most processor time in one silence in which the interpreter looked for cycles that nobody needs any more.
    """

    def __init__(self, every_ms: int) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(every_ms)
        self._timer.timeout.connect(self._beat)
        self._collecting_since_s = 0.0
        self.begin()
        gc.callbacks.append(self._on_collection)
        self._timer.start()

    def begin(self) -> None:
        """Forget what was before."""
        self._last = perf_counter(), process_time()
        self._collected_s = 0.0
        self.longest_s = self.longest_cpu_s = self.collecting_s = 0.0

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()
        gc.callbacks.remove(self._on_collection)

    @Slot()
    def _beat(self) -> None:
        last, self._last = self._last, (perf_counter(), process_time())
        self.longest_s = max(self.longest_s, self._last[0] - last[0])
        self.longest_cpu_s = max(self.longest_cpu_s, self._last[1] - last[1])
        self.collecting_s = max(self.collecting_s, self._collected_s)
        self._collected_s = 0.0

    def _on_collection(self, phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            self._collecting_since_s = thread_time()
        else:
            self._collected_s += thread_time() - self._collecting_since_s
