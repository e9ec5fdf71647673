"""Paints the timeline: connectors, lines, ticks, signs, names and numbers, and the cursor over them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF

from gui.loss.curve_signs import paint_change_sign, pen_of, run_pen
from gui.loss.plot_geometry import PlotGeometry
from gui.theme.tokens import Theme
from gui.timeline.timeline_marks import LEAST_PX, RowMarks
from gui.timeline.timeline_words import legend, share_words, total_words
from gui.widgets.number_text import mean_text

# The box that puts a run's curve into the plot: its middle, and half of what it is wide.
BOX_LEFT_PX, BOX_PX = 14.0, 5.5
# Half of what the sign of a run's end is high, and a knob wide.
END_PX, KNOB_PX = 5.0, 5.5
BETWEEN_PX = 12.0
# The least test loss hangs on the line by so much more: its edge stays below the feet of the run's name.
HANGS_PX = 2.0
# Where a change was at the least test loss, one stands on the line and the other hangs from it, by so much; where lanes
# are low there is less room over the line.
ABOVE_PX, BELOW_PX = 3.0, 4.5
LOW_ABOVE_PX, LOW_BELOW_PX = 2.0, 6.0
# A sign before a number, with the gap between them.
SIGN_ROOM_PX = 13.0


def tick_image(ticks: NDArray[np.float64], colour: QColor) -> tuple[int, QImage]:
    """Ticks (n, 2) of x and height, one px wide, as a picture with the x of its left edge.

    There may be thousands: as lines they would take ten times as long.
    """
    columns, heights = np.floor(ticks).astype(np.int64).T
    left = int(columns[0])
    pixels = np.zeros((int(heights.max()), int(columns[-1]) - left + 1), np.uint32)
    pixels[:, columns - left] = np.where(np.arange(len(pixels))[:, None] < heights, colour.rgba(), 0)
    rows, width = pixels.shape
    image = QImage(pixels.tobytes(), width, rows, 4 * width, QImage.Format.Format_ARGB32)
    return left, image.copy()


class TimelinePainter:
    """One painting of the timeline, with its painter, theme and axis."""

    def __init__(self, painter: QPainter, theme: Theme, axis: PlotGeometry, width: float) -> None:
        self._painter = painter
        self._theme = theme
        self._at = axis
        self._width = width
        self._font = theme.font("tick")
        self._metrics = QFontMetricsF(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)

    def paint_rows(
        self, rows: Sequence[RowMarks], shown_run: int, lane: float, is_low: bool, has_legend: bool = True
    ) -> None:
        """Every run; that on screen is bright and stands on a ground of its own, where there are several.

        Where it is low there are no names; without a legend the least test loss is called so beside its number.
        """
        bright, canvas = self._theme.blend("panel", "canvas", 0.7), self._theme.colour("canvas")
        if len(rows) > 1:
            shown = next((marks for marks in rows if marks.row.run == shown_run), None)
            if shown is not None:
                self._painter.fillRect(QRectF(0, shown.y - 0.64 * lane, self._width, lane), bright)
        for marks in rows:
            self._paint_fork(marks)
        for marks in rows:
            is_shown = marks.row.run == shown_run
            self._paint_line(marks, is_shown)
            if not is_shown and marks.row.is_comparable:
                self._paint_box(marks)
            # Signs stand on the line and are higher than it: no name covers one.
            if not is_low:
                self._paint_name(marks, is_shown, bright if is_shown and len(rows) > 1 else canvas)
            self._paint_signs(marks, is_shown, is_low)
            self._paint_numbers(marks, is_shown, is_low, has_legend)

    def paint_legend(self, keys: Sequence[str], top: float, hint: str) -> None:
        """The signs that are there, each with its name; at the right a hint, where there is room."""
        px, names = self._theme.px, legend()
        x, y = self._at.plot.left(), top + px(8)
        for key in keys:
            self.paint_sign(key, QPointF(x + px(5), y))
            text = names[key]
            self._text(
                QRectF(x + px(14), y - px(9), px(300), px(18)), text, "dim", Qt.AlignmentFlag.AlignLeft
            )
            x += px(14) + self._metrics.horizontalAdvance(text) + px(14)
        room = self._width - px(8) - x
        if self._metrics.horizontalAdvance(hint) < room:
            self._text(QRectF(x, y - px(9), room, px(18)), hint, "dim", Qt.AlignmentFlag.AlignRight)

    def paint_sign(self, key: str, at: QPointF, token: str = "text") -> None:
        """One sign of `timeline_words.legend` around this point."""
        px, painter, colour = self._theme.px, self._painter, self._theme.colour(token)
        if key in ("edit", "setting"):
            paint_change_sign(painter, self._theme, key == "edit", at)
        elif key == "best":
            painter.setPen(QPen(self._theme.colour("test"), 1.6 * self._theme.line_scale))
            painter.setBrush(self._theme.colour("canvas"))
            half = px(LEAST_PX)
            corners = QPointF(-half, -0.8 * half), QPointF(half, -0.8 * half), QPointF(0, half)
            painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
        elif key == "live":
            size = px(END_PX)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            corners = QPointF(-0.6 * size, -size), QPointF(size, 0), QPointF(-0.6 * size, size)
            painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
        elif key == "beyond":
            painter.setPen(QPen(colour, 1.6 * self._theme.line_scale))
            for tip in (px(-0.5), px(4)):
                corners = QPointF(tip - px(3.5), -px(4)), QPointF(tip, 0), QPointF(tip - px(3.5), px(4))
                painter.drawPolyline(QPolygonF([at + corner for corner in corners]))
        elif key == "end":
            painter.setPen(QPen(colour, 1.6 * self._theme.line_scale))
            painter.drawLine(at - QPointF(0, px(4)), at + QPointF(0, px(4)))
        else:
            painter.setPen(QPen(self._theme.colour("dim"), 1))
            for step in (-3, 0, 3):
                x = _sharp(at.x() + px(step))
                painter.drawLine(QPointF(x, at.y() - px(2)), QPointF(x, at.y() + px(2)))

    def paint_cursor(self, x: float, y: float, height: float) -> None:
        """A line down through all lanes, with a knob on the line of the run on screen."""
        painter, colour = self._painter, self._theme.colour("text")
        painter.setPen(QPen(colour, 1))
        painter.drawLine(QPointF(_sharp(x), 0), QPointF(_sharp(x), height))
        painter.setPen(QPen(self._theme.colour("canvas"), 1.5))
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(_sharp(x), y), self._theme.px(KNOB_PX), self._theme.px(KNOB_PX))

    # --- parts of a row

    def _paint_fork(self, marks: RowMarks) -> None:
        if marks.fork is None:
            return
        x, above = marks.fork
        bend = self._theme.px(5)
        path = QPainterPath(QPointF(_sharp(x), above))
        path.lineTo(_sharp(x), marks.y - bend)
        path.quadTo(QPointF(_sharp(x), marks.y), QPointF(_sharp(x) + bend, marks.y))
        self._painter.setPen(QPen(self._theme.colour("dim"), 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)

    def _paint_box(self, marks: RowMarks) -> None:
        """A box at the left, checked where the run's curve is in the plot."""
        px, painter = self._theme.px, self._painter
        x, y, half = px(BOX_LEFT_PX), marks.y, px(BOX_PX)
        painter.setPen(QPen(self._theme.colour("dim"), self._theme.line_scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(x - half, y - half, 2 * half, 2 * half), px(2), px(2))
        if marks.row.dash:
            tick = QPointF(x - px(3), y), QPointF(x - px(0.8), y + px(2.4)), QPointF(x + px(3), y - px(2.6))
            painter.setPen(QPen(self._theme.colour("text"), 1.6 * self._theme.line_scale))
            painter.drawPolyline(QPolygonF(list(tick)))

    def _paint_line(self, marks: RowMarks, is_shown: bool) -> None:
        # A line of an even width is sharp between two px.
        painter, y = self._painter, round(marks.y)
        colour = self._theme.colour("text" if is_shown else "dim")
        if len(marks.kept):
            left, image = tick_image(marks.kept, self._theme.colour("dim"))
            painter.drawImage(QPointF(left, y + round(self._theme.px(3))), image)
        if marks.end > marks.begin:
            pen = pen_of(colour, (2.0 if is_shown else 1.2) * self._theme.line_scale)
            # The dash of its curve; a run without one has a plain line.
            painter.setPen(
                run_pen(self._theme, marks.row.dash, colour) if marks.row.dash and not is_shown else pen
            )
            painter.drawLine(QPointF(marks.begin, y), QPointF(marks.end, y))

    def _paint_signs(self, marks: RowMarks, is_shown: bool, is_low: bool) -> None:
        if marks.live is not None:
            token = "text" if is_shown else "dim"
            # What stands where the run ends is not covered by its end, which stands right behind.
            signs = [*marks.settings, *marks.edits, *([] if marks.best is None else [marks.best])]
            near, behind = self._theme.px(2 * LEAST_PX), self._theme.px(2 * LEAST_PX + 2)
            x = max([marks.live, *(sign + behind for sign in signs if marks.live - sign < near)])
            self.paint_sign("live" if is_shown else "end", QPointF(x, marks.y), token)
        if marks.goes_on:
            # Its tip is the end of the axis.
            at = QPointF(self._at.plot.right() - self._theme.px(4), marks.y)
            self.paint_sign("beyond", at, "text" if is_shown else "dim")
        lifted = marks.above_best(self._theme.scale)
        above, below = (LOW_ABOVE_PX, LOW_BELOW_PX) if is_low else (ABOVE_PX, BELOW_PX)
        for key, places in (("setting", marks.settings), ("edit", marks.edits)):
            for x in places:
                self.paint_sign(key, QPointF(x, marks.y - (self._theme.px(above) if x in lifted else 0.0)))
        if marks.best is not None:
            hangs = below if lifted else 0.0 if is_low else HANGS_PX
            self.paint_sign("best", QPointF(marks.best, marks.y + self._theme.px(hangs)))

    def _paint_name(self, marks: RowMarks, is_shown: bool, ground: QColor) -> None:
        """The name over the line, where it begins; or left of there, where it would be cut."""
        px, plot = self._theme.px, self._at.plot
        space = px(4 if marks.row.parent is not None else 0)
        wide = self._metrics.horizontalAdvance(marks.row.name) + 2
        left, room = marks.begin + space, plot.right() - marks.begin - space
        before = marks.begin - space - plot.left()
        if wide > room and before > room:
            # It ends before the connector that comes down there.
            room = before
            left = plot.left() + max(0.0, before - wide)
        text = self._metrics.elidedText(marks.row.name, Qt.TextElideMode.ElideRight, room)
        box = QRectF(left, marks.y - px(16), min(wide, room), px(13))
        # Connectors of other runs pass behind it.
        self._painter.fillRect(box, ground)
        self._text(box, text, "text" if is_shown else "dim", Qt.AlignmentFlag.AlignLeft)

    def _paint_numbers(self, marks: RowMarks, is_shown: bool, is_low: bool, has_legend: bool) -> None:
        """L, the least test loss and the accuracy on the test set, as many as have room.

        Without a legend the least test loss is called so, where all have room.
        """
        px, y, row = self._theme.px, marks.y, marks.row
        x = self._at.names.left() + px(self._at.sign)
        # L of an earlier update than the newest is dim, and names its own.
        is_of_now = row.measured_update == row.live and not row.is_before_edit
        token = "text" if is_shown and is_of_now else "dim"
        parts: list[tuple[str, str, str]] = []
        if row.total is not None:
            parts.append(("", f"L {total_words(row)}", token))
        if row.best_mean is not None:
            parts.append(("best", mean_text(row.best_mean), "test"))
        if row.test_accuracy is not None:
            parts.append(("", share_words(row, row.test_accuracy), token))
        if not has_legend and row.best_mean is not None:
            named = f"{legend()['best']} {mean_text(row.best_mean)}"
            longer = [(key, named if key else text, token) for key, text, token in parts]
            if x + self._width_of(longer) <= self._width - px(4):
                parts = longer
        middle = y if is_low else y - px(2)
        for key, text, colour in parts:
            wide = self._width_of([(key, text, colour)])
            if x + wide > self._width - px(4):
                break
            left = x
            if key:
                self.paint_sign(key, QPointF(left + px(5), middle))
                left += px(SIGN_ROOM_PX)
            self._text(QRectF(left, middle - px(9), wide, px(18)), text, colour, Qt.AlignmentFlag.AlignLeft)
            x += wide + px(BETWEEN_PX)

    def _width_of(self, parts: Sequence[tuple[str, str, str]]) -> float:
        """What numbers beside each other take, each with the sign that it has."""
        px = self._theme.px
        wide = sum(
            self._metrics.horizontalAdvance(text) + (px(SIGN_ROOM_PX) if key else 0.0)
            for key, text, _ in parts
        )
        return wide + px(BETWEEN_PX) * (len(parts) - 1)

    def _text(self, box: QRectF, text: str, token: str, align: Qt.AlignmentFlag) -> None:
        self._painter.setFont(self._font)
        self._painter.setPen(self._theme.colour(token))
        flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine
        self._painter.drawText(box, flags, text)


def _sharp(place: float) -> float:
    """The middle of a px: a hairline there is one px wide."""
    return float(int(place)) + 0.5
