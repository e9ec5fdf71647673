"""Paints the plot of L: grid, bands, lines, dots, markers, names and axes, in this order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from gui.loss.band_image import band_image
from gui.loss.curve_marks import EditMark, Mark
from gui.loss.curve_signs import (
    BAND_OPACITIES,
    DASHES,
    SMOOTH_DASHES,
    SMOOTH_PX,
    paint_change_sign,
    paint_dots,
    paint_sign,
    pen_of,
)
from gui.loss.loss_curves import CurveShapes, Points, Series, segments
from gui.loss.plot_axes import Tick
from gui.loss.plot_geometry import AXIS_PX, PlotGeometry
from gui.loss.plot_names import CurveName, fitting_text
from gui.loss.run_curves import RunShape, dash_pieces
from gui.theme.tokens import Theme

TOKENS = {"train": "text", "smooth": "text", "test": "test"}
LONG_PX = 90.0
# Names that are cut end so far before the axis behind them.
NAMES_END_PX = 4.0
# Put together once: that takes as long in Python as to draw a text.
LINE_OF_TYPE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine
LEFT = Qt.AlignmentFlag.AlignLeft | LINE_OF_TYPE
RIGHT = Qt.AlignmentFlag.AlignRight | LINE_OF_TYPE
MIDDLE = Qt.AlignmentFlag.AlignHCenter | LINE_OF_TYPE


class PlotPainter:
    """One painting of the plot, with its painter, theme and places."""

    def __init__(self, painter: QPainter, theme: Theme, geometry: PlotGeometry) -> None:
        self._painter = painter
        self._theme = theme
        self._at = geometry
        self._tick_font = theme.font("tick")
        self._metrics = QFontMetricsF(self._tick_font)
        # The title beside the names asks for each of them again.
        self._written: dict[CurveName, tuple[str, QRectF]] = {}
        self._colours: dict[tuple[str, float], QColor] = {}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._tick_font)

    # --- behind the curves

    def paint_grid(self, ticks: Iterable[Tick]) -> None:
        """A hairline at every number of the left axis, and the axis of updates."""
        plot = self._at.plot
        faint = self._colour("line", 0.6)
        self._painter.setPen(QPen(faint, 1))
        for tick in ticks:
            y = _sharp(float(self._at.y(tick.place)))
            if y < plot.bottom() - 1:
                self._painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        self._painter.setPen(QPen(self._colour("node"), 1))
        y = _sharp(plot.bottom())
        self._painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))

    def paint_curves(self, shapes: CurveShapes, baseline: float) -> Iterator[None]:
        """Bands, means, baseline, penalties, test set and training set, clipped to the plot; one step each."""
        painter, plot = self._painter, self._at.plot
        painter.save()
        try:
            dark = self._theme.is_dark
            opacities = BAND_OPACITIES[dark]
            bands = [(shapes.all, opacities[0]), (shapes.most, opacities[1])]
            ratio = painter.device().devicePixelRatioF()
            image = band_image(bands, self._colour("dim"), plot, ratio)
            if image is not None:
                painter.drawImage(plot.topLeft(), image)
            painter.setPen(pen_of(self._colour("dim"), 1, DASHES))
            if plot.top() <= baseline <= plot.bottom():
                painter.drawLine(QPointF(plot.left(), baseline), QPointF(plot.right(), baseline))
            # Half a dot more, so that one on an edge is whole.
            around = self._theme.px(4)
            painter.setClipRect(plot.adjusted(-around, 0, around, around))
            yield
            self._lines(shapes.mean, self._theme.blend("dim", "canvas", 0.8), 1.0)
            self._series(shapes.penalty, "penalty", "dim", 1.0)
            yield
            self._smooth(shapes.smooth)
            self._series(shapes.test, "test", "test", 1.2)
            yield
            self._series(shapes.train, "train", "text", 1.5)
        finally:
            # Also where the picture is given up half-way.
            painter.restore()

    def paint_runs(self, shapes: Iterable[RunShape]) -> None:
        """The curves of other runs, clipped to the plot."""
        self._painter.save()
        self._painter.setClipRect(self._at.plot)
        pen = pen_of(self._colour("dim"), 1.2 * self._theme.line_scale)
        # A dash that goes round a corner is one line.
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._painter.setPen(pen)
        for shape in shapes:
            self._painter.drawLines(shape.pieces)
        self._painter.restore()

    def _smooth(self, lines: Iterable[Points]) -> None:
        pen = QPen(self._colour("text"), SMOOTH_PX * self._theme.line_scale)
        # A dash that goes round a corner is one line.
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._painter.setPen(pen)
        dashes = [self._theme.px(length) for length in SMOOTH_DASHES]
        for line in lines:
            self._painter.drawLines([QLineF(*piece) for piece in dash_pieces(line, dashes).tolist()])

    def _lines(self, lines: Iterable[Points], colour: QColor, width: float) -> None:
        self._painter.setPen(QPen(colour, width * self._theme.line_scale))
        for line in lines:
            self._painter.drawLines(segments(line))

    def _series(self, series: Series, key: str, token: str, width: float) -> None:
        colour = self._colour(token)
        self._lines(series.lines, colour, width)
        dots = [QPointF(x, y) for x, y in series.dots.tolist()]
        paint_dots(self._painter, self._theme, key, dots, series.is_dense)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        top, size = self._at.plot.top(), self._theme.px(4)
        for x in _sparse(series.above.tolist(), 2 * size):
            corners = QPointF(x, top + 1), QPointF(x - size, top + 1 + 1.5 * size)
            self._painter.drawPolygon(QPolygonF([*corners, QPointF(x + size, top + 1 + 1.5 * size)]))

    # --- markers

    def paint_marks(self, marks: Sequence[Mark]) -> None:
        """A line at each change in mid-run, its sign at the top, and its title where the next one leaves room."""
        plot, px = self._at.plot, self._theme.px
        inside = sorted(
            ((float(self._at.x(mark.update)), mark) for mark in marks if self._is_seen(mark.update)),
            key=lambda pair: pair[0],
        )
        height = plot.top() + px(8) if self._at.is_low else plot.top() - px(9)
        for number, (x, mark) in enumerate(inside):
            edit = isinstance(mark, EditMark)
            top = plot.top() if self._at.is_low else plot.top() - px(2)
            self._painter.setPen(pen_of(self._colour("text", 0.8), 1, (1, 2) if edit else (4, 3)))
            self._painter.drawLine(QPointF(_sharp(x), top), QPointF(_sharp(x), plot.bottom()))
            if self._at.is_low:
                # The sign is read over lines and bands.
                box = QRectF(x - px(6), height - px(6), px(12), px(12))
                self._painter.fillRect(box, self._colour("canvas", 0.8))
            paint_change_sign(self._painter, self._theme, edit, QPointF(x, height))
            if self._at.is_low:
                continue
            following = inside[number + 1][0] if number + 1 < len(inside) else self._at.names.right()
            left = x + px(10)
            room = following - px(10) - left
            text = self._metrics.elidedText(mark.title, Qt.TextElideMode.ElideRight, room)
            if room > px(30):
                self._text(QRectF(left, height - px(8), room, px(16)), text, "text", LEFT)

    def _is_seen(self, update: float) -> bool:
        return self._at.across[0] <= update <= self._at.across[1]

    # --- names and axes

    def paint_names(self, names: Iterable[CurveName]) -> None:
        """Each name with its curve's sign, and a thread from the end of its line."""
        px, gutter = self._theme.px, self._at.names
        sign = px(self._at.sign)
        for name in names:
            self.paint_thread(name)
            token = TOKENS.get(name.key, "dim")
            paint_sign(self._painter, self._theme, name.key, QPointF(gutter.left() + sign / 2, name.y))
            text, box = self.written(name)
            self.write(box, text, token)

    def paint_thread(self, name: CurveName) -> None:
        """From the end of its line to where a name stands."""
        px, plot, gutter = self._theme.px, self._at.plot, self._at.names
        end = min(max(name.end, plot.top()), plot.bottom())
        start, target = plot.right() + px(2), gutter.left() - px(1)
        # Fainter than any curve: it is none. A long way is dotted.
        way = QPointF(min(name.x + px(5), plot.right()), end), QPointF(start, end)
        thread = self._colour("dim", 0.45)
        is_long = start - way[0].x() > px(LONG_PX)
        self._painter.setPen(pen_of(thread, 1, (1, 4) if is_long else ()))
        self._painter.drawLine(*way)
        path = QPainterPath(way[1])
        middle = (start + target) / 2
        path.cubicTo(QPointF(middle, end), QPointF(middle, name.y), QPointF(target, name.y))
        self._painter.setPen(QPen(thread, 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)

    def written(self, name: CurveName) -> tuple[str, QRectF]:
        """What of a name has room, and where it stands."""
        if name not in self._written:
            px, gutter = self._theme.px, self._at.names
            sign = px(self._at.sign)
            room = gutter.width() - sign - px(NAMES_END_PX)
            text = fitting_text(name, room, self._metrics.horizontalAdvance)
            wide = self._metrics.horizontalAdvance(text)
            self._written[name] = text, QRectF(gutter.left() + sign, name.y - px(10), wide, px(20))
        return self._written[name]

    def write(self, box: QRectF, text: str, token: str) -> None:
        """A name, from the left edge of this box on."""
        self._text(box, text, token, LEFT)

    def paint_axes(
        self, left: Iterable[Tick], right: Sequence[Tick], updates: Sequence[Tick], epochs: Iterable[int]
    ) -> None:
        """The numbers of all three axes, and short ticks where epochs end."""
        at, px = self._at, self._theme.px
        half = px(9)
        for tick in left:
            y = float(at.y(tick.place))
            box = QRectF(0, y - half, at.plot.left() - px(5), 2 * half)
            self._text(box, tick.text, "dim", RIGHT)
        axis = _sharp(at.right_axis)
        if right:
            self._painter.setPen(QPen(self._colour("line"), 1))
            self._painter.drawLine(QPointF(axis, at.plot.top()), QPointF(axis, at.plot.bottom()))
        for tick in right:
            y = float(at.y(tick.place))
            self._painter.setPen(QPen(self._colour("line"), 1))
            self._painter.drawLine(QPointF(axis, _sharp(y)), QPointF(axis + px(4), _sharp(y)))
            box = QRectF(axis + px(7), y - half, px(100), 2 * half)
            self._text(box, tick.text, "dim", LEFT)
        self._painter.setPen(QPen(self._colour("dim"), 1))
        for place in at.x(np.fromiter(epochs, np.float64)).tolist():
            x = _sharp(place)
            self._painter.drawLine(QPointF(x, at.plot.bottom()), QPointF(x, at.plot.bottom() + px(3)))
        for tick, box in zip(updates, self.update_boxes(updates), strict=True):
            self._text(box, tick.text, "dim", MIDDLE)

    def update_boxes(self, ticks: Iterable[Tick]) -> list[QRectF]:
        """Where the numbers of updates stand; the outermost ones do not leave the plot."""
        at, px = self._at, self._theme.px
        boxes = []
        for tick in ticks:
            width = self._metrics.horizontalAdvance(tick.text) + 2
            left = float(at.x(tick.place)) - width / 2
            left = min(max(left, at.plot.left() - px(4)), at.plot.right() - width + px(4))
            boxes.append(QRectF(left, at.plot.bottom() + px(3), width, px(AXIS_PX - 4)))
        return boxes

    def paint_titles(
        self,
        total: str,
        mean: str,
        updates: str,
        width: float,
        names: Sequence[CurveName] = (),
        short: str | None = None,
    ) -> None:
        """What the axes measure: beside the numbers, where nothing else is written; one of `names` goes first.

        `short` stands for `total` where that has no room beside the numbers of updates.
        """
        at, px = self._at, self._theme.px
        below = QRectF(0, at.plot.bottom() + px(3), width, px(AXIS_PX - 4))
        row = below if at.is_low else QRectF(0, at.plot.top() - px(20), width, px(14))
        if at.is_low and short is not None:
            room = at.plot.left() - px(14)
            total = total if self._metrics.horizontalAdvance(total) <= room else short
        self._text(row.adjusted(px(6), 0, 0, 0), total, "dim", LEFT, italic=True)
        half = at.line / 2
        taken = [self.written(name)[1].adjusted(0, px(10) - half, px(6), half - px(10)) for name in names]
        wide = self._metrics.horizontalAdvance(mean)
        left = width - px(4) - wide
        for text, box, align in (
            (mean, QRectF(left, row.top(), wide, row.height()), RIGHT),
            (
                updates,
                QRectF(at.names.left(), below.top(), at.right_axis - at.names.left(), below.height()),
                LEFT,
            ),
        ):
            # The upper edge of a line of type is empty.
            if not any(box.adjusted(0, px(4), 0, -px(4)).intersects(other) for other in taken):
                self._text(box, text, "dim", align)

    def paint_hint(self, text: str) -> None:
        """What to do while there is nothing to see."""
        self._painter.setFont(self._theme.font("caption"))
        # No line of the grid goes through it.
        words = self._painter.boundingRect(self._at.plot, MIDDLE, text)
        around = self._theme.px(4)
        self._painter.fillRect(words.adjusted(-around, -around, around, around), self._colour("canvas"))
        self._text(self._at.plot, text, "dim", MIDDLE, keeps_font=True)
        self._painter.setFont(self._tick_font)

    # --- the cursor

    def paint_cursor(self, update: int, ring: tuple[float, float] | None, ticks: Sequence[Tick]) -> None:
        """A line at this update with its number in a pill, and a ring around the exact dot that is read."""
        at, px, painter = self._at, self._theme.px, self._painter
        if not self._is_seen(update):
            return
        x = float(at.x(update))
        painter.setPen(QPen(self._colour("text"), 1))
        painter.drawLine(QPointF(_sharp(x), at.plot.top()), QPointF(_sharp(x), at.plot.bottom()))
        bold = QFont(self._tick_font)
        bold.setBold(True)
        text = f"{update:,}"
        width = QFontMetricsF(bold).horizontalAdvance(text) + px(14)
        # It covers no name, where these reach down beside it.
        left = min(max(x - width / 2, px(2)), at.names.left() - width)
        pill = QRectF(left, at.plot.bottom() + px(3), width, px(15))
        for box in self.update_boxes(ticks):
            if box.intersects(pill.adjusted(-px(6), 0, px(6), 0)):
                painter.fillRect(box.adjusted(-1, 1, 1, 0), self._colour("canvas"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("text"))
        painter.drawRoundedRect(pill, px(4), px(4))
        painter.setFont(bold)
        self._text(pill, text, "canvas", MIDDLE, keeps_font=True)
        painter.setFont(self._tick_font)
        if ring is not None:
            painter.setPen(QPen(self._colour("text"), 1.4 * self._theme.line_scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(*ring), px(5.5), px(5.5))

    # --- parts

    def _text(
        self,
        box: QRectF,
        text: str,
        token: str,
        flags: int,
        italic: bool = False,
        keeps_font: bool = False,
    ) -> None:
        if italic:
            font = QFont(self._tick_font)
            font.setItalic(True)
            self._painter.setFont(font)
        self._painter.setPen(self._colour(token))
        self._painter.drawText(box, flags, text)
        if italic and not keeps_font:
            self._painter.setFont(self._tick_font)

    def _colour(self, token: str, share: float = 1.0) -> QColor:
        if (token, share) not in self._colours:
            self._colours[token, share] = colour = self._theme.colour(token)
            colour.setAlphaF(share)
        return self._colours[token, share]


def _sharp(place: float) -> float:
    """The middle of a px: a hairline there is one px wide."""
    return float(int(place)) + 0.5


def _sparse(places: Sequence[float], apart: float) -> list[float]:
    kept: list[float] = []
    for place in places:
        if not kept or place - kept[-1] >= apart:
            kept.append(place)
    return kept
