"""An image as PNG."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter


def png_bytes(image: QImage, texts: dict[str, str]) -> bytes:
    """The image as PNG, with these texts in it for who asks the file what it is."""
    image = QImage(image)
    for key, text in texts.items():
        image.setText(key, text)
    # Else it would be told to be printed larger the sharper it is.
    image.setDevicePixelRatio(1.0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())
