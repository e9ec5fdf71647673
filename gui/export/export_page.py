"""A picture of the view as it is exported: under it one line that states what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from gui.export.page_rendering import Steps
from gui.network.geometry.shapes import Layout
from gui.network.geometry.text_width import elide, line_height
from gui.network.marks.mark_types import TextMark
from gui.network.painting.composed_frame import STEP_MS
from gui.network.painting.detached_render import DetachedRender
from gui.network.painting.painter import TextPainter
from gui.network.painting.primitives import new_image, painting
from gui.theme.tokens import Theme

# Of SVG.
PX_AN_INCH = 96


def line_px(theme: Theme) -> int:
    """How high the strip for the line is, in px."""
    return ceil(line_height("caption", theme) + theme.px(4))


def line_mark(text: str, layout: Layout, theme: Theme) -> TextMark:
    """The line, under the view, where its title and its legend begin."""
    left = layout.title.x
    text = elide(text, layout.width - 2 * left, "caption", theme)
    return TextMark(left, layout.height + 0.75 * line_height("caption", theme), text)


class ExportPage:
    """The view's picture, and the line under it.

    Parameters
    ----------
    render : Portrait
        Drawn at the ratio that it has.
    line : str
        What the view itself does not show; "" for no line, and then the page is the view's size.
    as_seen : bool
        Whether the ratio is the view's, and every pixel is to be.
    """

    def __init__(self, render: DetachedRender, line: str, as_seen: bool = False) -> None:
        self.render = render
        self.line = line
        self.as_seen = as_seen
        layout, ratio = render.context.layout, render.context.ratio
        self.height = layout.height + (line_px(render.context.theme) if line else 0)
        self.size = QSize(max(1, round(layout.width * ratio)), max(1, round(self.height * ratio)))

    def image(self) -> QImage:
        """The view's very pixels where the ratio is the view's, with the line under them."""
        picture = self.render.image()
        if not self.line:
            return picture
        image = new_image(self.render.context.layout.width, self.height, self.render.context.ratio)
        with painting(image) as painter:
            painter.drawImage(0, 0, picture)
            self._draw_line(painter)
        return image

    def in_steps(self) -> Steps:
        """Draw it in steps of a few ms each, as it may be large; the last one gives the image."""
        if self.as_seen:
            while self.render.work(STEP_MS):
                yield None
            yield self.image()
            return
        image = new_image(self.render.context.layout.width, self.height, self.render.context.ratio)
        # Where memory is short it has no pixels; the file's writer reports it.
        if not image.isNull():
            with painting(image) as painter:
                yield from self._draw(painter)
        yield image

    def svg_in_steps(self, description: str) -> Steps:
        """The same as the bytes of an SVG; `description` is for who asks the file what it is."""
        width, buffer = self.render.context.layout.width, QBuffer()
        # The older version that Qt writes by default has no clips.
        page = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        page.setOutputDevice(buffer)
        page.setSize(QSize(round(width), round(self.height)))
        page.setViewBox(QRectF(0, 0, width, self.height))
        page.setResolution(PX_AN_INCH)
        page.setTitle(self.render.composed_frame.words.title)
        page.setDescription(description)
        with painting(page) as painter:
            yield from self._draw(painter)
        yield bytes(buffer.data().data())

    def _draw(self, painter: QPainter) -> Iterator[None]:
        yield from self.render.draw_in_steps(painter)
        if self.line:
            self._draw_line(painter)

    def _draw_line(self, painter: QPainter) -> None:
        layout, theme = self.render.context.layout, self.render.context.theme
        strip = QRectF(0, layout.height, layout.width, self.height - layout.height)
        painter.fillRect(strip, theme.colour("canvas"))
        TextPainter(theme).draw(painter, [line_mark(self.line, layout, theme)])
