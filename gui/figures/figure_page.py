"""A figure as a page: its picture, and a line that says what it is of; as pixels, as SVG and as PDF."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from gui.network.painting.primitives import painting
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure

# Of SVG and of PDF, whose own unit is a point, 1/72 inch.
PX_AN_INCH, POINTS_AN_INCH = 96, 72
EDGE_PX = 6.0
FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class FigurePage:
    """What is painted.

    Parameters
    ----------
    figure : Figure
    line : str
        "" for no line, and then the page is the figure's size.
    theme : Theme, optional
        Other colours than on screen.
    is_title : bool
        Whether the line stands above the picture, not under it.
    """

    def __init__(self, figure: Figure, line: str, theme: Theme | None = None, is_title: bool = False) -> None:
        self.figure, self._line = figure, line
        self.theme = theme or figure.theme
        self._is_title = is_title
        self._font = self.theme.font("caption")
        width, height = figure.size
        self._strip = 0
        if line:
            edge = self.theme.px(EDGE_PX)
            room = QRectF(0, 0, max(1.0, width - 2 * edge), 1e6)
            self._strip = ceil(QFontMetricsF(self._font).boundingRect(room, FLAGS, line).height() + edge)
        self.width, self.height = max(1, width), max(1, height) + self._strip

    def size(self, times: int = 1) -> QSize:
        """In pixels, with so many a px."""
        return QSize(self.width * times, self.height * times)

    def paint(self, painter: QPainter) -> None:
        """All of it, from (0, 0) on."""
        # The whole of it first: two areas side by side would leave a seam in SVG.
        painter.fillRect(QRectF(0, 0, self.width, self.height), self.theme.colour("canvas"))
        top = self._strip if self._is_title else 0
        width, height = self.figure.size
        painter.save()
        painter.translate(0, top)
        painter.setClipRect(QRectF(0, 0, width, height))
        self.figure.paint(painter, self.theme)
        painter.restore()
        if self._line:
            strip = QRectF(0, 0 if top else height, self.width, self._strip)
            edge = self.theme.px(EDGE_PX)
            painter.setFont(self._font)
            painter.setPen(self.theme.colour("text" if self._is_title else "dim"))
            painter.drawText(strip.adjusted(edge, edge / 2, -edge, 0), FLAGS, self._line)

    def image(self, times: int = 1) -> QImage:
        """With so many pixels a px; without any where memory is short."""
        image = QImage(self.size(times), QImage.Format.Format_RGB32)
        if not image.isNull():
            image.setDevicePixelRatio(times)
            image.fill(self.theme.colour("canvas"))
            with painting(image) as painter:
                self.paint(painter)
        return image

    def svg(self) -> bytes:
        """Lines, areas and texts; what is made of pixels on screen stays so."""

        def begin(buffer: QBuffer) -> QSvgGenerator:
            # The older version that Qt writes by default has no clips.
            page = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
            page.setOutputDevice(buffer)
            page.setSize(self.size())
            page.setViewBox(QRectF(0, 0, self.width, self.height))
            page.setResolution(PX_AN_INCH)
            page.setTitle(self.figure.what)
            page.setDescription(self._line)
            return page

        return self._written(begin)

    def pdf(self) -> bytes:
        """One sheet of its own size, with the fonts in it."""

        def begin(buffer: QBuffer) -> QPdfWriter:
            page = QPdfWriter(buffer)
            page.setResolution(PX_AN_INCH)
            points = QSizeF(self.width, self.height) * (POINTS_AN_INCH / PX_AN_INCH)
            page.setPageSize(
                QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
            )
            page.setPageMargins(QMarginsF(0, 0, 0, 0))
            page.setTitle(self.figure.what)
            page.setCreator("Backlight")
            return page

        return self._written(begin)

    def _written(self, begin: Callable[[QBuffer], QSvgGenerator | QPdfWriter]) -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        page = begin(buffer)
        with painting(page) as painter:
            self.paint(painter)
        return bytes(buffer.data().data())
