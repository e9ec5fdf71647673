"""A picture of the plot as pixels, which are painted again only when the picture is another."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap

from gui.loss.plot_painter import PlotPainter
from gui.loss.plot_picture import PlotPicture, PlotWords
from gui.theme.tokens import Theme


class PlotPixmap:
    """The pixels of the last picture.

    Attributes
    ----------
    pixels : QPixmap
    """

    def __init__(self) -> None:
        self.pixels = QPixmap()

    def paint(
        self, picture: PlotPicture, words: PlotWords, theme: Theme, size: tuple[int, int], ratio: float
    ) -> None:
        """Paint a picture of this size in px, with so many pixels a px."""
        pixels = QSize(math.ceil(size[0] * ratio), math.ceil(size[1] * ratio))
        if self.pixels.size() != pixels or self.pixels.devicePixelRatioF() != ratio:
            self.pixels = QPixmap(pixels)
            self.pixels.setDevicePixelRatio(ratio)
        self.pixels.fill(theme.colour("canvas"))
        painter = QPainter(self.pixels)
        picture.paint(PlotPainter(painter, theme, picture.geometry), words)
        painter.end()
