"""An image that is dropped on the canvas: a file's, or one of another program's window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QWidget

from core.data.importers.limits import IMAGE_SUFFIXES, OTHER_IMAGE_SUFFIXES
from gui.drawing.pasted_image import why_not_dropped
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

    refused = Signal(object)
    """What was dropped was to be an image, and none came: what makes the sentence that says so."""

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
            self._take(event.mimeData())
            return True
        return super().eventFilter(watched, event)

    def _take(self, mime: QMimeData) -> None:
        path = image_file_of(mime)
        if path:
            self.file_dropped.emit(path)
            return
        # Another program has said that there is one, and may have ended since, or be too slow.
        image = mime.imageData()
        image = image.toImage() if isinstance(image, QPixmap) else image
        if isinstance(image, QImage) and not image.isNull():
            self.image_dropped.emit(image)
        else:
            self.refused.emit(why_not_dropped)

    def _takes(self, mime: QMimeData) -> bool:
        return bool(image_file_of(mime)) or (mime.hasImage() and not mime.hasUrls())


def copied_file_of(mime: QMimeData | None) -> str:
    """The one file that was copied, whatever it is called: whoever reads it says what it is; "" where there is none."""
    path = image_file_of(mime)
    if path or mime is None or mime.hasImage() or len(mime.urls()) != 1:
        return path
    return mime.urls()[0].toLocalFile()


def image_file_of(mime: QMimeData | None) -> str:
    """The one file of an image that is carried; "" where it is another file, there are several, or nothing is there.

    One of a kind that can't be read is told as well, where the image does not come along: whoever reads it says so.
    A clipboard that was emptied may carry nothing at all, not even what says so.
    """
    urls = mime.urls() if mime is not None else []
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    suffix = Path(path).suffix.lower()
    is_told = suffix in IMAGE_SUFFIXES or (
        suffix in OTHER_IMAGE_SUFFIXES and mime is not None and not mime.hasImage()
    )
    return path if is_told else ""
