"""Ctrl+C in the terminal, `kill` and the end of a desktop session close the window as its own cross does.

References
----------
Qt, "Calling Qt Functions From Unix Signal Handlers": the handler writes to a socket, which wakes Qt's event loop.
Python does the first half itself (`signal.set_wakeup_fd`), on every system.
"""

from __future__ import annotations

import signal
import socket
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

# Windows has no SIGHUP.
NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


class TerminationSignals(QObject):
    """Emits `received` once Qt's event loop runs; a second signal of the same kind ends the process at once."""

    received = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read_socket, self._write_socket = socket.socketpair()
        self._read_socket.setblocking(False)
        self._write_socket.setblocking(False)
        self._notifier = QSocketNotifier(self._read_socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)
        self._wakeup_before = signal.set_wakeup_fd(self._write_socket.fileno(), warn_on_full_buffer=False)
        self._before: dict[int, Any] = {}
        for number in (getattr(signal, name) for name in NAMES if hasattr(signal, name)):
            # Who started it by nohup does not want it to end with the terminal.
            if signal.getsignal(number) != signal.SIG_IGN:
                self._before[number] = signal.signal(number, _restore_default_handler)

    def stop(self) -> None:
        """Put everything back as it was."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        self._notifier.setEnabled(False)
        self._read_socket.close()
        self._write_socket.close()

    def _on_activated(self) -> None:
        self._read_socket.recv(64)
        self.received.emit()


def _restore_default_handler(number: int, _frame: object) -> None:
    signal.signal(number, signal.SIG_DFL)
