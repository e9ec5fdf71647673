"""The engine's process, seen from the window: bytes in, bytes out, and the word that it has ended."""

from __future__ import annotations

import logging
import signal
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Qt, Signal
from shiboken6 import isValid

MAIN = Path(__file__).resolve().parents[2] / "main.py"
# A window that is closed waits no longer than this; a process that is stopped by somebody is killed then.
CLOSING_MS, KILLING_MS = 250, 1000
# One that has work to save gets longer.
SAVING_MS = 3000

# Sent by a user, another program or the system that goes down; all others come of a fault.
OTHERS_SIGNALS = frozenset(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT") if hasattr(signal, name)
)


def engine_command() -> tuple[str, list[str]]:
    """The program that is the engine, and its arguments: this app itself, frozen into one file or not."""
    if getattr(sys, "frozen", False):
        return sys.executable, ["--engine"]
    return sys.executable, [str(MAIN), "--engine"]


class EngineProcess(QObject):
    """Starts the engine, passes on what it writes, and ends it."""

    received = Signal(bytes)
    ended = Signal(str)
    """It has ended, or could not be started, without having been closed; the text states how."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = logging.getLogger("backlight")
        self._process: QProcess | None = None
        # Why it was ended from here; "" where it was not.
        self._killed_for = ""

    def start(self) -> None:
        """Start it, or another one after the last has ended."""
        process, self._killed_for = QProcess(self), ""
        self._process = process
        environment = QProcessEnvironment.systemEnvironment()
        # One thread gives the same bits everywhere; it counts only when set before numpy is imported.
        for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
            environment.insert(name, "1")
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_complaint)
        process.finished.connect(self._on_finished)
        # From the event loop: some systems say at once that it can't be started.
        process.errorOccurred.connect(self._on_error, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(partial(_end, process))
        process.start(*engine_command())

    def write(self, content: bytes) -> None:
        """Send it these bytes; Qt keeps them until the process has taken them."""
        if self._process is not None and self._process.isOpen():
            self._process.write(content)

    def kill(self, how: str) -> None:
        """End it at once, whatever it is doing; `ended` follows, and states `how` it ended: what it was ended for."""
        if self._process is not None:
            self._killed_for = how
            self._process.kill()

    def close(self, within_ms: int = CLOSING_MS) -> None:
        """Let it end, and see to it that it does; nothing more is passed on."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.closeWriteChannel()
            process.waitForFinished(within_ms)
            _end(process)
            process.deleteLater()

    def _on_output(self) -> None:
        if self._process is not None:
            self.received.emit(self._process.readAllStandardOutput().data())

    def _on_complaint(self) -> None:
        if self._process is not None:
            self._log.warning("engine: %s", self._process.readAllStandardError().toStdString())

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._killed_for:
            self._report_end(self._killed_for)
        elif status == QProcess.ExitStatus.NormalExit:
            self._report_end(self.tr("exit code {code}").format(code=code))
        else:
            self._report_end(self._crash_words(code))

    def _crash_words(self, code: int) -> str:
        """What ended it: `code` is no exit code then, but a signal's number, or on Windows that of an exception."""
        if sys.platform == "win32":
            return self.tr("it crashed: {what}").format(what=f"0x{code & 0xFFFFFFFF:08X}")
        if code == signal.SIGKILL:
            # What a system does that has no memory left.
            return self.tr("it was killed from outside, as happens where memory runs out")
        if code in OTHERS_SIGNALS:
            return self.tr("it was ended from outside")
        name = signal.Signals(code).name if code in set(signal.Signals) else str(code)
        return self.tr("it crashed: {what}").format(what=name)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        # All other errors are followed by `finished`.
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            self._report_end(self._process.errorString())

    def _report_end(self, how: str) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
            self.ended.emit(how)


def _end(process: QProcess) -> None:
    """Kill it unless it has ended; Qt may have deleted it by now."""
    if isValid(process) and process.state() != QProcess.ProcessState.NotRunning:
        process.blockSignals(True)
        process.kill()
        process.waitForFinished(KILLING_MS)
