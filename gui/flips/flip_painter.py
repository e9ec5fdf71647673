"""Paints a picture, and what each of its pixels decides beside it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen

from gui.flips.flip_colours import change_colours
from gui.flips.flip_marks import FlipMarks
from gui.flips.flip_places import FlipPlaces
from gui.flips.flip_words import class_name
from gui.network.marks.neuron_marks import ink_colours
from gui.network.painting.primitives import draw_pixels, draw_rects, image_of, packed
from gui.theme.tokens import LUMA, Theme

# From so many px on a pixel has lines around it, has its sign, and the name of its answer on it.
GRID_PX, SIGN_PX = 6.0, 9.0
SIGN_SHARE = 0.26


def ink_image(x: np.ndarray, rows: int, columns: int, theme: Theme) -> QImage:
    """A picture as the network reads it, one pixel each."""
    return image_of(packed(ink_colours(x, theme).reshape(rows, columns, 3)))


class FlipPainter:
    """Everything is painted by `paint` and `paint_frame`."""

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        marks: FlipMarks,
        places: FlipPlaces,
        names: tuple[str, ...],
    ) -> None:
        self._painter, self._theme, self._marks, self._places = painter, theme, marks, places
        self._names = names
        self._colours = change_colours(marks.strength, theme)
        # What is written on each pixel is read on its colour.
        is_dark = self._colours @ LUMA < 128
        self._tokens = np.where(is_dark == theme.is_dark, "text", "canvas")

    def paint(self) -> None:
        """Both pictures, the contour of the ink, the signs, and who changes the answer."""
        marks, places, theme, painter = self._marks, self._places, self._theme, self._painter
        shape = marks.rows, marks.columns
        draw_pixels(painter, places.pictures[0], ink_image(marks.x, *shape, theme))
        colours = packed(self._colours.reshape(*shape, 3))
        draw_pixels(painter, places.pictures[1], image_of(colours))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_grid()
        self._paint_contour()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_names = self._has_room_for_names()
        self._paint_changing(has_names)
        if places.cell >= theme.px(SIGN_PX):
            named = set(marks.changing.tolist()) if has_names else set()
            for pixels, is_plus in ((marks.raised, True), (marks.lowered, False)):
                for pixel in pixels.tolist():
                    if pixel not in named:
                        self._paint_sign(pixel, is_plus)

    def paint_frame(self, pixel: int, token: str) -> None:
        """Around a pixel of both pictures, with a gap that tells it from any colour."""
        painter, theme = self._painter, self._theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for picture in (0, 1):
            place = self._places.rect_of(pixel, picture)
            painter.setPen(QPen(theme.colour("canvas"), 4.0))
            painter.drawRect(place.adjusted(-1, -1, 1, 1))
            painter.setPen(QPen(theme.colour(token), 2.0))
            painter.drawRect(place.adjusted(-1, -1, 1, 1))

    # --- parts

    def _has_room_for_names(self) -> bool:
        """Whether the name of an answer has room in a pixel."""
        metrics = QFontMetricsF(self._theme.font("tick", bold=True))
        answers = np.unique(self._marks.flips.answers[self._marks.changing]).tolist()
        widest = max(
            (metrics.horizontalAdvance(class_name(one, self._names)) for one in answers), default=0.0
        )
        return self._places.cell >= max(widest, metrics.capHeight()) + 5

    def _paint_grid(self) -> None:
        places, marks = self._places, self._marks
        if places.cell < GRID_PX:
            return
        self._painter.setPen(QPen(self._theme.colour("canvas"), 1.0))
        lines = []
        for picture in places.pictures:
            for column in range(marks.columns + 1):
                x = picture.left() + column * places.cell
                lines.append(QLineF(x, picture.top(), x, picture.bottom()))
            for row in range(marks.rows + 1):
                y = picture.top() + row * places.cell
                lines.append(QLineF(picture.left(), y, picture.right(), y))
        self._painter.drawLines(lines)

    def _paint_contour(self) -> None:
        places = self._places
        left, top = places.pictures[1].left(), places.pictures[1].top()
        sides = self._marks.contour * places.cell + np.array([left, top, left, top])
        lines = [QLineF(*side) for side in sides.tolist()]
        # A dark line under the light one, so that it is seen on any colour; it leaves the colours of small pixels.
        most = places.cell / 4
        for token, width in (("canvas", 3.0), ("lit", 1.5)):
            pen = QPen(self._theme.colour(token), min(width * self._theme.line_scale, most * width / 1.5))
            pen.setCapStyle(Qt.PenCapStyle.SquareCap)
            self._painter.setPen(pen)
            self._painter.drawLines(lines)

    def _paint_changing(self, has_names: bool) -> None:
        """A frame in each pixel that changes the answer, all of a colour in one call; and the answer's name."""
        painter, theme, places, marks = self._painter, self._theme, self._places, self._marks
        pixels = marks.changing
        row, column = np.divmod(pixels, marks.columns)
        corner = places.pictures[1].topLeft()
        left, top = corner.x() + column * places.cell + 1.5, corner.y() + row * places.cell + 1.5
        side = np.full(len(pixels), max(0.5, places.cell - 2))
        frames = np.stack([left, top, side, side], axis=1)
        tokens = self._tokens[pixels]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for token in np.unique(tokens).tolist():
            painter.setPen(QPen(theme.colour(token), 1.0))
            draw_rects(painter, frames[tokens == token])
        if has_names:
            painter.setFont(theme.font("tick", bold=True))
            for pixel, token in zip(pixels.tolist(), tokens.tolist(), strict=True):
                painter.setPen(theme.colour(token))
                name = class_name(int(marks.flips.answers[pixel]), self._names)
                place = places.rect_of(pixel, 1).adjusted(1, 1, 0, 0)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_sign(self, pixel: int, is_plus: bool) -> None:
        middle = self._places.rect_of(pixel, 1).center() + QPointF(0.5, 0.5)
        arm = SIGN_SHARE * self._places.cell
        self._painter.setPen(QPen(self._theme.colour(str(self._tokens[pixel])), 1.6 * self._theme.line_scale))
        self._painter.drawLine(QLineF(middle.x() - arm, middle.y(), middle.x() + arm, middle.y()))
        if is_plus:
            self._painter.drawLine(QLineF(middle.x(), middle.y() - arm, middle.x(), middle.y() + arm))


def paint_scale(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """The colours from the largest fall to the largest rise, 0 in the middle."""
    colours = change_colours(np.linspace(-1, 1, 65), theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    draw_pixels(painter, place, image_of(packed(colours[None])))
    painter.setPen(QPen(theme.colour("line"), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)
