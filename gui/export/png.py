"""An image as PNG."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from gui.app.background_task import RefusedError


def png_bytes(image: QImage, texts: dict[str, str]) -> bytes:
    """The image as PNG, with these texts in it for who asks the file what it is.

    Raises
    ------
    RefusedError
        When there is no such image, as where memory is short; the text is for the user.
    """
    image = QImage(image)
    for key, text in texts.items():
        image.setText(key, text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    if not writer.write(image):
        sentence = QCoreApplication.translate(
            "Export", "The picture could not be made: {reason}. Choose a smaller size."
        )
        raise RefusedError(sentence.format(reason=writer.errorString().rstrip(".")))
    return bytes(buffer.data().data())
