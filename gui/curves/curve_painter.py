"""Paints a plot of lines: grid, lines, dots, markers, names and axes, in this order."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.curves.curve_picture import CurvePicture
from gui.curves.curve_shapes import CurveShape
from gui.curves.curve_styles import MOST_DASHES, CurveStyle
from gui.loss.curve_signs import DASH_SIGN_PX, pen_of
from gui.loss.plot_painter import PlotPainter
from gui.loss.run_curves import dash_pieces
from gui.loss.thinning import apart
from gui.theme.tokens import Theme

DOT_PX, SMALL_DOT_PX, RING_PX = 4.2, 2.6, 4.5
TRIANGLE_PX = 4.0
# They take some ms.
PIECES_A_STEP = 400


class CurvePainter:
    """One painting, with its painter and theme."""

    def __init__(self, painter: QPainter, theme: Theme, picture: CurvePicture) -> None:
        self._painter, self._theme, self._picture = painter, theme, picture
        self._axes = PlotPainter(painter, theme, picture.geometry)

    def paint(self) -> Iterator[None]:
        """Paint it all, but what follows the pointer; in steps of some ms."""
        picture, axes = self._picture, self._axes
        axes.paint_grid(picture.left)
        yield
        for line, style in enumerate(picture.styles):
            yield from self._paint_line(style, picture.shape(line), self._colour(style))
            yield
        axes.paint_marks(picture.marks)
        self._paint_names()
        axes.paint_axes(picture.left, (), picture.update_ticks, picture.epochs)
        updates = QCoreApplication.translate("LossPlot", "updates")
        # The axis of L / N at the right is that plot's alone.
        axes.paint_titles(picture.title, "", updates, 2 * picture.geometry.right_axis, short="")
        if picture.hint:
            axes.paint_hint(picture.hint)

    def paint_pointed(self, place: int) -> None:
        """The line that is pointed at once more, strong, over the others, and its name where it ends."""
        picture = self._picture
        strong = CurveStyle(1.0, picture.styles[place].dashes, 2.4, True)
        for _ in self._paint_line(strong, picture.shape(place), self._theme.colour("text")):
            pass

    def paint_cursor(self, update: int, ring: tuple[float, float] | None) -> None:
        """A line at this update, and a ring around the dot that is read."""
        self._axes.paint_cursor(update, ring, self._picture.update_ticks)

    # --- parts

    def _colour(self, style: CurveStyle) -> QColor:
        return self._theme.blend("text", "canvas", style.share)

    def _pen(self, style: CurveStyle, colour: QColor) -> QPen:
        pen = pen_of(colour, style.width * self._theme.line_scale)
        # A dash that goes round a corner is one line.
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if style.dashes else Qt.PenCapStyle.SquareCap)
        return pen

    def _paint_line(self, style: CurveStyle, shape: CurveShape, colour: QColor) -> Iterator[None]:
        """In steps of so many pieces of the line; its dots with the last one."""
        painter, px, plot = self._painter, self._theme.px, self._picture.geometry.plot
        painter.save()
        try:
            around = px(4)
            painter.setClipRect(plot.adjusted(-around, 0, around, around))
            painter.setPen(self._pen(style, colour))
            for pieces in self._pieces(style, shape):
                for start in range(0, len(pieces), PIECES_A_STEP):
                    painter.drawLines([QLineF(*piece) for piece in pieces[start : start + PIECES_A_STEP]])
                    yield
            is_many = len(self._picture.styles) > MOST_DASHES
            # A point of a round pen is a disc: hundreds of them take no time.
            pen = QPen(colour, px(SMALL_DOT_PX if is_many else DOT_PX))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPoints([QPointF(x, y) for x, y in shape.dots.tolist()])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            size = px(TRIANGLE_PX)
            for places, edge, towards in (
                (shape.above, plot.top() + 1, size),
                (shape.below, plot.bottom() - 1, -size),
            ):
                for x in places[apart(places, 2 * size)].tolist():
                    self._paint_triangle(x, edge, towards)
        finally:
            # Also where it is given up half-way.
            painter.restore()

    def _pieces(self, style: CurveStyle, shape: CurveShape) -> Iterator[list[list[float]]]:
        """The parts of each of its lines that a pen paints, from x, y to x, y."""
        dashes = [self._theme.px(length) for length in style.dashes]
        for line in shape.lines:
            solid = np.concatenate([line[:-1], line[1:]], axis=1)
            yield (dash_pieces(line, dashes) if dashes else solid).tolist()

    def _paint_triangle(self, x: float, edge: float, size: float) -> None:
        """Its tip at the edge that the number lies beyond."""
        half = abs(size)
        corners = (x, edge), (x - half, edge + 1.5 * size), (x + half, edge + 1.5 * size)
        self._painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _paint_names(self) -> None:
        picture, px = self._picture, self._theme.px
        places = {key: place for place, key in enumerate(picture.curves.keys)}
        gutter = picture.geometry.names
        for name in picture.names:
            self._axes.paint_thread(name)
            style = picture.styles[places[name.key]]
            width = style.width * self._theme.line_scale
            dashes = [px(length) / width for length in style.dashes]
            self._painter.setPen(pen_of(self._colour(style), width, dashes))
            middle = gutter.left() + px(DASH_SIGN_PX) / 2
            half = px(DASH_SIGN_PX) / 2 - px(5)
            self._painter.drawLine(QPointF(middle - half, name.y), QPointF(middle + half, name.y))
            text, box = self._axes.written(name)
            self._axes.write(QRectF(box), text, "text")
