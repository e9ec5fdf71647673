"""An image that is dropped on the canvas: a file's, or one of another program's window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QWidget

from core.data.importers.limits import IMAGE_SUFFIXES
from gui.widgets.qt_overrides import ReportsExceptions


class CanvasDrop(ReportsExceptions, QObject):
    """Takes an image that is dropped on the canvas; what is none is left to the window.

    Parameters
    ----------
    canvas : QWidget
        It is its parent, too.
    """

    file_dropped = Signal(str)
    """The file of an image."""

    image_dropped = Signal(object)
    """A QImage."""

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        canvas.setAcceptDrops(True)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            # Ignored, it is offered to the window around.
            event.setAccepted(self._takes(event.mimeData()))
            return True
        if (
            isinstance(event, QDropEvent)
            and event.type() == QEvent.Type.Drop
            and self._takes(event.mimeData())
        ):
            event.acceptProposedAction()
            path = image_file_of(event.mimeData())
            if path:
                self.file_dropped.emit(path)
            else:
                self.image_dropped.emit(QImage(event.mimeData().imageData()))
            return True
        return super().eventFilter(watched, event)

    def _takes(self, mime: QMimeData) -> bool:
        return bool(image_file_of(mime)) or (mime.hasImage() and not mime.hasUrls())


def image_file_of(mime: QMimeData | None) -> str:
    """The one file of an image that is carried; "" where it is another file, there are several, or nothing is there.

    A clipboard that was emptied may carry nothing at all, not even what says so.
    """
    urls = mime.urls() if mime is not None else []
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return path if Path(path).suffix.lower() in IMAGE_SUFFIXES else ""
