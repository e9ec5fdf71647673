"""A picture of the plot as pixels, which are painted again only when the picture is another."""

from __future__ import annotations

import math
from collections.abc import Generator

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap

from gui.loss.plot_painter import PlotPainter
from gui.loss.plot_picture import PlotPicture, PlotWords
from gui.theme.tokens import Theme


class PlotPixmap:
    """The pixels of the last picture that is whole.

    Attributes
    ----------
    pixels : QPixmap
    """

    def __init__(self) -> None:
        self.pixels = QPixmap()
        # The one before, which the next picture is painted on.
        self._spare = QPixmap()

    def paint(
        self, picture: PlotPicture, words: PlotWords, theme: Theme, size: tuple[int, int], ratio: float
    ) -> Generator[None, None, None]:
        """Paint a picture of this size in px, with so many pixels a px; in steps of some ms.

        `pixels` are those of the picture before until the last step is done.
        """
        wanted = QSize(math.ceil(size[0] * ratio), math.ceil(size[1] * ratio))
        pixels = self._spare
        if pixels.size() != wanted or pixels.devicePixelRatioF() != ratio:
            pixels = QPixmap(wanted)
            pixels.setDevicePixelRatio(ratio)
        pixels.fill(theme.colour("canvas"))
        painter = QPainter(pixels)
        try:
            yield from picture.paint(PlotPainter(painter, theme, picture.geometry), words)
        finally:
            # One that is given up half-way lets its pixels go, too.
            painter.end()
        self.pixels, self._spare = pixels, self.pixels
