"""Makes and writes files on a thread of their own: encoding a large picture takes far longer than a frame."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QCoreApplication, QFileInfo, QIODevice, QObject, QSaveFile, QThread, Signal, Slot

from gui.guarded import guarded

# Makes the file's bytes; asks now and then whether it shall stop.
MakeBytes = Callable[[Event], bytes]


class StoppedError(Exception):
    """The export was cancelled."""


class ExportError(Exception):
    """The file could not be made; the text is one sentence for the user."""


class _Writer(QObject):
    """Lives on the writer's thread."""

    written = Signal(str)
    refused = Signal(str)
    stopped = Signal()
    failed = Signal(str)

    def __init__(self, stop: Event) -> None:
        super().__init__()
        self._stop = stop

    @Slot(object, str)
    @guarded
    def write(self, make_bytes: MakeBytes, path: str) -> None:
        """Make the bytes, write them whole or not at all, and say how it ended."""
        try:
            data = make_bytes(self._stop)
            complaint = "" if self._stop.is_set() else save_bytes(data, path)
        except StoppedError:
            self.stopped.emit()
        except ExportError as error:
            self.refused.emit(str(error))
        else:
            if self._stop.is_set():
                self.stopped.emit()
            elif complaint:
                self.refused.emit(complaint)
            else:
                self.written.emit(path)

    def end_at_failure(self, details: str) -> None:
        """Say why; the app goes on."""
        self.failed.emit(details)
        self.stopped.emit()


class FileWriter(QObject):
    """Writes one file at a time, and can be stopped; nothing is left of a file that was stopped."""

    written = Signal(str)
    refused = Signal(str)
    stopped = Signal()
    failed = Signal(str)
    _wanted = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._thread: QThread | None = None
        self._writer = _Writer(self._stop)
        self._wanted.connect(self._writer.write)
        for name in ("written", "refused", "stopped", "failed"):
            getattr(self._writer, name).connect(getattr(self, name))

    def write(self, make_bytes: MakeBytes, path: str) -> None:
        """Begin; `written`, `refused` or `stopped` follows."""
        if self._thread is None:
            # Only who exports has it.
            self._thread = QThread()
            self._thread.setObjectName("files")
            self._writer.moveToThread(self._thread)
            self._thread.start()
        self._stop.clear()
        self._wanted.emit(make_bytes, path)

    def cancel(self) -> None:
        """Write no further."""
        self._stop.set()

    def stop(self, within_ms: int = 3000) -> bool:
        """End the thread, whatever it is at. True when it ended in time."""
        self._stop.set()
        if self._thread is None:
            return True
        self._thread.quit()
        return self._thread.wait(within_ms)


def complaint_about(path: str) -> str:
    """Why nothing can be written there, in a sentence, or ""; found out by trying, which changes nothing."""
    there = QFileInfo(path)
    if there.exists() and not there.isFile():
        # Saving puts a new file in the old one's place; a device or a folder may not be lost that way.
        return QCoreApplication.translate(
            "Export", "{path} is no file. Choose a name for the new file."
        ).format(path=path)
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return _not_written(path, file)
    file.cancelWriting()
    return ""


def save_bytes(data: bytes, path: str) -> str:
    """Write the file whole or not at all; a sentence about what is wrong, or ""."""
    file = QSaveFile(path)
    if file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit():
        return ""
    return _not_written(path, file)


def _not_written(path: str, file: QSaveFile) -> str:
    return QCoreApplication.translate(
        "Export", "{path} could not be written: {reason}. Choose a folder that you may write to."
    ).format(path=path, reason=file.errorString().rstrip("."))
