"""A PNG holds every pixel, and says what it is to who asks the file."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage

from gui.app.background_task import RefusedError
from gui.export.export_page import ExportPage
from gui.export.png import png_bytes


def test_a_png_holds_the_pixels_and_the_texts(view, pixels):
    image = ExportPage(view.detached_render(2), "").image()
    read = Image.open(io.BytesIO(png_bytes(image, {"Title": "a 1", "Description": "update 1,200"})))
    assert read.format == "PNG" and read.info["Title"] == "a 1" and read.info["Description"] == "update 1,200"
    assert np.array_equal(np.asarray(read.convert("RGB")), pixels(image))


def test_where_there_is_no_image_there_is_no_png(qapp):
    with pytest.raises(RefusedError, match="could not be made: .*Choose a smaller size"):
        png_bytes(QImage(), {"Title": "a 1"})


def test_a_sharper_picture_is_not_told_to_be_printed_larger(qapp):
    image = QImage(4, 2, QImage.Format.Format_RGB32)
    image.fill(0xFF102030)
    plain = png_bytes(image, {})
    image.setDevicePixelRatio(2.0)
    assert png_bytes(image, {}) == plain


def test_the_image_that_was_given_has_no_texts_afterwards(qapp):
    image = QImage(4, 2, QImage.Format.Format_RGB32)
    image.fill(0xFF102030)
    png_bytes(image, {"Title": "a 1"})
    assert image.textKeys() == []
