"""The pixels of a figure, and of a widget, to be compared."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from gui.figures.figure_page import FigurePage
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure


def pixels(image: QImage) -> np.ndarray:
    """(height, width, 3)."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def painted(figure: Figure | None, theme: Theme | None = None) -> np.ndarray:
    """What the figure's picture is, without a line."""
    assert figure is not None
    return pixels(FigurePage(figure, "", theme).image())


def seen(widget: QWidget) -> np.ndarray:
    """What is on screen, without the frame of the keyboard."""
    widget.clearFocus()
    return pixels(widget.grab().toImage())
