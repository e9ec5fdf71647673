"""How long the loop of events was silent: what somebody would have to wait."""

from __future__ import annotations

from time import perf_counter, process_time

from PySide6.QtCore import QObject, Qt, QTimer, Slot


class Heartbeat(QObject):
    """Notes the longest silence between two beats, and the most processor time of the window in one."""

    def __init__(self, every_ms: int) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self.begin()
        self._timer.start(every_ms)

    def begin(self) -> None:
        """Forget what was before."""
        self._last = perf_counter(), process_time()
        self.longest_s = self.longest_cpu_s = 0.0

    @Slot()
    def _beat(self) -> None:
        last, self._last = self._last, (perf_counter(), process_time())
        self.longest_s = max(self.longest_s, self._last[0] - last[0])
        self.longest_cpu_s = max(self.longest_cpu_s, self._last[1] - last[1])
