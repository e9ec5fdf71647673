"""A picture of the window, for a slide or the README: made by the app itself, saved whole or not at all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QFileInfo, QIODevice, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.export.file_writer import save_bytes

# Time for the last picture of the edges, the curve and the exact L to come in after a pause.
SETTLE_MS = 400
LONGEST_WAIT_MS = 10_000


class Screenshot(QObject):
    """Waits until the window has nothing more to draw, then saves it."""

    done = Signal(str)

    def __init__(
        self, window: QWidget, path: str, is_still: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._is_still = is_still
        self._waited_ms = 0
        self._window = window
        self._path = path
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._on_settled)

    def soon(self) -> None:
        """Take it when the window has come to rest."""
        self._settled.start(SETTLE_MS)

    def _on_settled(self) -> None:
        self._waited_ms += SETTLE_MS
        if self._is_still() or self._waited_ms >= LONGEST_WAIT_MS:
            self.save()
        else:
            self._settled.start(SETTLE_MS)

    def save(self) -> None:
        """Take it now; `done` carries what went wrong, "" for nothing."""
        self.done.emit(save_picture(self._window, self._path))


def save_picture(window: QWidget, path: str) -> str:
    """Save the window as PNG; a sentence about what is wrong, or ""."""
    there = QFileInfo(path)
    if there.exists() and not there.isFile():
        # Saving puts a new file in the old one's place; a device or a folder may not be lost that way.
        return f"{path} is no file. Choose a name that ends in .png."
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not window.grab().save(buffer, "PNG"):
        return "The picture could not be made."
    return save_bytes(bytes(buffer.data().data()), path)
