"""An image from the clipboard, or dropped, as the ink that the network reads, prepared as a user's own images are."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from core.data.importers.image_ink import ink_from_grey
from gui.widgets.translated import Words

LARGEST_SIDE = 256
"""Pixels along the longer side of what is looked at: sixteen times as many as the ink has."""

MOST_PIXELS = 64_000_000
"""Of more the window would stand still for a while: a photograph, or the largest screen, has less."""

_KINDS = "image/png", "image/jpeg", "image/bmp"


def ink_from_image(image: QImage) -> NDArray[np.uint8] | None:
    """(16, 16) ink of an image, scaled and centred as MNIST's digits were; None where no ink is found in it.

    What is transparent is white paper. What is paper is decided by the image's border: ink is darker on bright paper,
    and brighter on dark.
    """
    if image.isNull() or _is_too_large(image.size()):
        return None
    if max(image.width(), image.height()) > LARGEST_SIDE:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(LARGEST_SIDE, LARGEST_SIDE, keep, smooth)
    paper = QImage(image.width(), image.height(), QImage.Format.Format_RGB32)
    # Its pixels count, whatever the screen that it was copied from.
    image.setDevicePixelRatio(1.0)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    grey = paper.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    ink = ink_from_grey(rows[np.newaxis, :, : grey.width()])[0]
    return ink if ink.any() else None


def why_not_pasted(image: QImage) -> Words:
    """Why this image gives no ink."""
    if image.isNull():
        return lambda: QCoreApplication.translate(
            "DrawPanel", "There is no image on the clipboard: copy one, then paste it here."
        )
    if _is_too_large(image.size()):
        return partial(_too_large_words, image.size())
    return lambda: QCoreApplication.translate(
        "DrawPanel", "No ink was found in the image: a drawing must be darker, or brighter, than its edge."
    )


def why_not_taken(mime: QMimeData | None) -> Words:
    """Why nothing of the clipboard can be taken, found out before anything of it is decoded; "" where it may be."""
    if mime is None:
        return ""
    count = len(mime.urls())
    if count > 1 and not mime.hasImage():
        return lambda: QCoreApplication.translate(
            "DrawPanel", "There are {count} files on the clipboard: copy one image, then paste it here."
        ).format(count=f"{count:,}")
    size = _size_of(mime)
    return partial(_too_large_words, size) if _is_too_large(size) else ""


def _is_too_large(size: QSize) -> bool:
    return size.width() * size.height() > MOST_PIXELS


def _too_large_words(size: QSize) -> str:
    text = QCoreApplication.translate(
        "DrawPanel",
        "The image has {width} × {height} pixels: it may have {limit} in all, so make it smaller first.",
    )
    return text.format(width=f"{size.width():,}", height=f"{size.height():,}", limit=f"{MOST_PIXELS:,}")


def _size_of(mime: QMimeData) -> QSize:
    """As the head of an image says that comes as a file's bytes; empty where none does."""
    kind = next((kind for kind in _KINDS if mime.hasFormat(kind)), "")
    if not kind:
        return QSize()
    buffer = QBuffer()
    buffer.setData(mime.data(kind))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(buffer).size()


def why_not_dropped() -> str:
    """Why nothing comes of an image that was dropped, and did not arrive."""
    return QCoreApplication.translate(
        "DrawPanel", "The image did not arrive: drop it again, or save it and drop its file."
    )
