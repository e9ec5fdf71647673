"""An image from the clipboard, or dropped, as the ink that the network reads, prepared as a user's own images are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage, QPainter

from core.data.importers.image_ink import ink_from_grey
from gui.widgets.translated import Words

LARGEST_SIDE = 256
"""Pixels along the longer side of what is looked at: sixteen times as many as the ink has."""


def ink_from_image(image: QImage) -> NDArray[np.uint8] | None:
    """(16, 16) ink of an image, scaled and centred as MNIST's digits were; None where no ink is found in it.

    What is transparent is white paper. What is paper is decided by the image's border: ink is darker on bright paper,
    and brighter on dark.
    """
    if image.isNull():
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
    return lambda: QCoreApplication.translate(
        "DrawPanel", "No ink was found in the image: a drawing must be darker, or brighter, than its edge."
    )


def why_not_dropped() -> str:
    """Why nothing comes of an image that was dropped, and did not arrive."""
    return QCoreApplication.translate(
        "DrawPanel", "The image did not arrive: drop it again, or save it and drop its file."
    )
