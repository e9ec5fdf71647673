"""Paints a confusion matrix: cells in greys, the diagonal in a shape of its own, names, numbers, and both scales."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen

from gui.ledger.gallery_order import ALL, Pair
from gui.ledger.matrix_marks import MatrixMarks
from gui.ledger.matrix_places import WHOLE_FROM, MatrixPlaces
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.theme.tokens import Theme
from gui.widgets.number_text import tenths

# How much of the text's colour is in the canvas: where nothing stands and at full shade, off the diagonal and on it.
OFF_SHADES = 0.05, 0.85
DIAGONAL_SHADES = 0.10, 0.40
# Where cells are so small that there are no outlines, and no numbers in them.
SMALL_DIAGONAL_SHADES = 0.45, 1.0
# From this shade on, text stands in the canvas's colour.
INVERTED_FROM = 0.45
OUTLINE_SHADE = 0.55
# Px of a scale at 100 %, and how many times as high as its type a line of the legend is.
SCALE_PX, LEGEND_LINE = 54.0, 1.25
MARGIN_PX = 6.0
"""Left of what stands at the left edge, at 100 %: there is room for the frame of who has the keyboard."""
# Of the height of two lines, what their figures need; and of that of one line, what a name needs.
LINES_SHARE, NAME_SHARE = 0.86, 0.8
CENTRE = Qt.AlignmentFlag.AlignCenter
AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class MatrixWords:
    """The texts around the cells, in the language in force.

    Attributes
    ----------
    names : tuple of str
        The classes'.
    """

    names: tuple[str, ...]
    says: str
    digit: str
    none: str
    everything: str
    total: str
    recall: str
    precision: str
    share: str
    off_scale: tuple[str, str, str]
    """Before the scale off the diagonal, its lower end, and its upper end."""
    diagonal_scale: tuple[str, str, str]
    cells: tuple[str, str, str]
    """What stands in a cell, where that is nothing, a count, or a count and a share."""
    axis: tuple[str, str]
    shares: tuple[str, ...]
    """(K,): beside each bar."""


class MatrixPainter:
    """Everything is painted by `paint`, with one painter and one theme."""

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        marks: MatrixMarks,
        places: MatrixPlaces,
        words: MatrixWords,
        width: float,
    ) -> None:
        self._painter, self._theme = painter, theme
        self._marks, self._places, self._words, self._width = marks, places, words, width
        self._caption, self._tick = theme.font("caption"), theme.font("tick")
        self._is_small = min(places.wide, places.high) < WHOLE_FROM
        self._diagonal_shades = SMALL_DIAGONAL_SHADES if self._is_small else DIAGONAL_SHADES
        # Of numbers in each cell.
        self._lines = 0
        self._bold = theme.font("caption", bold=True)
        self._of_caption, self._of_tick, self._of_bold = (
            QFontMetricsF(font) for font in (self._caption, self._tick, self._bold)
        )

    def paint(self, chosen: Pair) -> None:
        """All of it but the frames; the chosen pair's heads are bold."""
        self._paint_cells()
        self._paint_numbers()
        self._paint_heads(chosen)
        self._paint_beside()
        self._paint_legend()

    # --- cells

    def _paint_cells(self) -> None:
        marks, places, painter = self._marks, self._places, self._painter
        rows, columns = marks.counts.shape
        off = OFF_SHADES[0] + (OFF_SHADES[1] - OFF_SHADES[0]) * marks.fills
        canvas, text = self._theme.rgb("canvas"), self._theme.rgb("text")
        colours = (canvas + off[..., None] * (text - canvas)).round()
        diagonal = np.arange(rows)
        colours[diagonal, diagonal] = canvas
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        first, last = places.cell(0, 0), places.cell(rows - 1, rows - 1)
        draw_pixels(painter, first.united(last), image_of(packed(colours[:, :rows])))
        if columns > rows:
            whole = places.cell(0, rows).united(places.cell(rows - 1, rows))
            draw_pixels(painter, whole, image_of(packed(colours[:, rows:])))
        if not self._is_small:
            self._paint_gaps(rows, columns)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for c in range(rows):
            self._paint_diagonal(places.cell(c, c), float(marks.fills[c, c]))

    def _paint_gaps(self, rows: int, columns: int) -> None:
        places, painter = self._places, self._painter
        painter.setPen(QPen(self._theme.colour("canvas"), 1.0))
        for j in range(columns):
            x = places.column(j)[1] - 1
            painter.drawLine(QPointF(x, places.top), QPointF(x, places.bottom - 1))
        for i in range(rows):
            y = places.row(i)[1] - 1
            painter.drawLine(QPointF(places.left, y), QPointF(places.right - 1, y))

    def _paint_diagonal(self, cell: QRectF, fill: float) -> None:
        theme, painter = self._theme, self._painter
        side = min(cell.width(), cell.height())
        place = cell if self._is_small else cell.adjusted(1, 1, -2, -2)
        painter.setBrush(theme.blend("text", "canvas", _mixed(self._diagonal_shades, fill)))
        outline = QPen(theme.blend("text", "canvas", OUTLINE_SHADE), 1.0)
        painter.setPen(Qt.PenStyle.NoPen if self._is_small else outline)
        radius = (0.5 if self._is_small else 0.3) * side
        painter.drawRoundedRect(place, radius, radius)

    def _paint_numbers(self) -> None:
        """In each cell its count and, below it, its share of the row, where there is room for all of them."""
        marks, places = self._marks, self._places
        room = places.wide - 3
        widest = f"{marks.counts.max():,}"
        font, metrics = self._caption, self._of_caption
        if metrics.horizontalAdvance(widest) > room:
            font, metrics = self._tick, self._of_tick
        if metrics.horizontalAdvance(widest) > room or 0.9 * metrics.height() > places.high:
            return
        # Lines of text are higher than their figures: two of them may come closer.
        lines = LINES_SHARE * (self._of_caption.height() + self._of_tick.height())
        shares = [
            [tenths(share) if share > 0 else "" for share in own]
            for own in np.nan_to_num(marks.shares).tolist()
        ]
        widest = max((text for own in shares for text in own), key=len)
        has_shares = lines <= places.high - 2 and self._of_tick.horizontalAdvance(widest) <= room
        self._lines = 2 if has_shares else 1
        shift = lines / 4 if has_shares else 0.0
        self._painter.setFont(font)
        self._write([[f"{count:,}" for count in own] for own in marks.counts.tolist()], -shift, "text")
        if has_shares:
            self._painter.setFont(self._tick)
            self._write(shares, shift, "dim")

    def _write(self, texts: list[list[str]], shift: float, token: str) -> None:
        """A text in the middle of each cell, so many px below it; readable on its shade."""
        painter, places = self._painter, self._places
        usual, on_diagonal = self._theme.colour(token), self._theme.colour("text")
        dark, faint = self._theme.colour("canvas"), self._theme.colour("dim")
        for i, own in enumerate(texts):
            top, bottom = places.row(i)
            for j, text in enumerate(own):
                if not text:
                    continue
                is_inverted = i != j and _mixed(OFF_SHADES, float(self._marks.fills[i, j])) > INVERTED_FROM
                painter.setPen(
                    dark if is_inverted else on_diagonal if i == j else faint if text == "0" else usual
                )
                left, right = places.column(j)
                painter.drawText(QRectF(left, top + shift, right - left - 1, bottom - top - 1), CENTRE, text)

    # --- around the cells

    def _paint_heads(self, chosen: Pair) -> None:
        places, words, theme, painter = self._places, self._words, self._theme, self._painter
        line = self._of_caption.height()
        names = (*words.names, words.none) if places.has_none else words.names
        chosen_column = places.column_of(chosen)
        painter.setPen(theme.colour("dim"))
        painter.setFont(self._caption)
        whole = QRectF(places.left, theme.px(3), places.right - places.left, line)
        painter.drawText(whole, CENTRE, words.says)
        painter.save()
        painter.translate(theme.px(3), (places.top + places.bottom) / 2)
        painter.rotate(-90)
        height = places.bottom - places.top
        painter.drawText(QRectF(-height / 2, 0, height, line), CENTRE, words.digit)
        painter.restore()
        painter.setPen(theme.colour("dim"))
        corner = QRectF(
            places.title, places.top - line - theme.px(3), places.left - places.title - theme.px(5), line
        )
        painter.drawText(corner, AT_RIGHT, words.everything)
        if NAME_SHARE * line <= places.high:
            for i, name in enumerate(words.names):
                self._paint_row_head(i, name, i == chosen.label)
        has_says = all(
            self._of_tick.horizontalAdvance(f"{count:,}") <= places.wide - 2
            for count in self._marks.said.tolist()
        )
        below = QRectF(0, places.bottom + theme.px(3), 0, self._of_tick.height())
        for j, name in enumerate(names):
            left, right = places.column(j)
            head = QRectF(left, places.top - line - theme.px(3), right - left, line)
            if places.wide >= NAME_SHARE * line:
                self._paint_name(head, name, CENTRE, j == chosen_column)
            if has_says and j < places.classes:
                painter.setFont(self._tick)
                painter.setPen(theme.colour("dim"))
                below.setLeft(left)
                below.setRight(right)
                painter.drawText(below, CENTRE, f"{self._marks.said[j]:,}")
        if has_says:
            painter.setFont(self._tick)
            beside = QRectF(
                places.title, below.top(), places.left - places.title - theme.px(5), below.height()
            )
            text = self._of_tick.elidedText(words.total, Qt.TextElideMode.ElideRight, beside.width())
            painter.drawText(beside, AT_RIGHT, text)

    def _paint_row_head(self, i: int, name: str, is_chosen: bool) -> None:
        theme = self._theme
        head = self._places.cell(i, ALL).adjusted(0, 0, -theme.px(5), -1)
        lines = LINES_SHARE * (self._of_caption.height() + self._of_tick.height())
        if lines > self._places.high - 2:
            self._paint_name(head, name, AT_RIGHT, is_chosen)
            return
        shift = lines / 4
        self._paint_name(head.adjusted(0, -shift, 0, -shift), name, AT_RIGHT, is_chosen)
        self._painter.setFont(self._tick)
        self._painter.setPen(theme.colour("dim"))
        of_class = f"{self._marks.of_class[i]:,}"
        self._painter.drawText(head.adjusted(0, shift, 0, shift), AT_RIGHT, of_class)

    def _paint_name(self, place: QRectF, name: str, flags: Qt.AlignmentFlag, is_chosen: bool) -> None:
        metrics = self._of_bold if is_chosen else self._of_caption
        self._painter.setFont(self._bold if is_chosen else self._caption)
        self._painter.setPen(self._theme.colour("text"))
        text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, place.width())
        self._painter.drawText(place, flags, text)

    # --- beside the rows

    def _paint_beside(self) -> None:
        marks, places, words, theme = self._marks, self._places, self._words, self._theme
        if places.axis is None or places.bars is None:
            return
        painter, (left, right) = self._painter, places.axis
        line, radius = self._of_caption.height(), min(theme.px(4), 0.32 * places.high)
        painter.setFont(self._caption)
        for which, text in enumerate((words.recall, words.precision)):
            y = places.top - (2 - which) * line - theme.px(3)
            self._paint_dot(QPointF(left + theme.px(4), y + line / 2), theme.px(4), not which)
            painter.setPen(theme.colour("dim"))
            place = QRectF(left + theme.px(13), y, places.bars[0] - left, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        place = QRectF(places.bars[0], places.top - line - theme.px(3), 10 * line, line)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words.share)
        painter.setPen(QPen(theme.colour("line"), 1.0))
        for share in (0.0, 0.5, 1.0):
            x = round(left + share * (right - left)) + 0.5
            painter.drawLine(QPointF(x, places.top), QPointF(x, places.bottom))
        painter.setFont(self._tick)
        painter.setPen(theme.colour("dim"))
        below = QRectF(left, places.bottom + theme.px(3), right - left, self._of_tick.height())
        for end, text in zip(
            (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), words.axis, strict=True
        ):
            painter.drawText(below, end, text)
        for i in range(marks.classes):
            top, bottom = places.row(i)
            self._paint_row(i, (top + bottom) / 2, radius)

    def _paint_row(self, i: int, y: float, radius: float) -> None:
        marks, places, theme, painter = self._marks, self._places, self._theme, self._painter
        assert places.axis is not None and places.bars is not None
        left, right = places.axis
        found = [marks.on_axis(float(values[i])) for values in (marks.recall, marks.precision)]
        at = [None if share is None else QPointF(left + share * (right - left), y) for share in found]
        recall, precision = at
        if recall is not None and precision is not None:
            painter.setPen(QPen(theme.blend("text", "canvas", 0.4), 1.0))
            painter.drawLine(recall, precision)
        fits = 0.9 * self._of_tick.height() <= places.high
        if precision is not None:
            self._paint_dot(precision, radius, False)
        if recall is not None:
            self._paint_dot(recall, radius, True)
        painter.setFont(self._tick)
        if fits and (recall is None or precision is None):
            # What has no number has no place on the axis: said at its right end, for what has one is 0 then.
            painter.setPen(theme.colour("dim"))
            words = self._words.recall if recall is None else self._words.precision
            text = "–" if recall is None and precision is None else f"{words} –"
            place = QRectF(left, y - self._of_tick.height(), right - left, 2 * self._of_tick.height())
            painter.drawText(place, AT_RIGHT, text)
        share, first = float(marks.loss_shares[i]), places.bars[0]
        text = self._words.shares[i]
        most = places.bars[1] - first - self._of_tick.horizontalAdvance("100 %") - theme.px(5)
        wide = 0.0 if np.isnan(share) or not marks.bar_scale else share / marks.bar_scale * most
        high = max(1.0, min(theme.px(10), 0.6 * places.high))
        painter.fillRect(
            QRectF(first, y - high / 2, wide, high), theme.blend("text", "canvas", OUTLINE_SHADE)
        )
        if fits:
            painter.setPen(theme.colour("dim"))
            place = QRectF(first + wide + theme.px(5), y - 20, 100, 40)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_dot(self, at: QPointF, radius: float, is_full: bool) -> None:
        text, canvas = self._theme.colour("text"), self._theme.colour("canvas")
        self._painter.setPen(QPen(text, max(1.0, 0.3 * radius)))
        self._painter.setBrush(text if is_full else canvas)
        self._painter.drawEllipse(at, radius - 0.5, radius - 0.5)

    # --- scales

    def _paint_legend(self) -> None:
        """Both scales, in one line where there is room, and what stands in a cell."""
        theme, words, left = self._theme, self._words, self._theme.px(MARGIN_PX)
        line, apart = LEGEND_LINE * self._of_tick.height(), theme.px(14)
        at = QPointF(left, self._places.bottom + theme.px(6) + self._of_tick.height())
        scales = (words.off_scale, OFF_SHADES, False), (words.diagonal_scale, self._diagonal_shades, True)
        fits = scales_width(words, self._of_tick, theme) <= self._width
        for texts, shades, is_round in scales:
            right = self._paint_scale(at, line, texts, shades, is_round)
            at = QPointF(right + apart, at.y()) if fits else QPointF(left, at.y() + line)
        below = at.y() + (line if fits else 0.0)
        self._painter.setPen(theme.colour("dim"))
        self._painter.setFont(self._tick)
        place = QRectF(left, below, self._width - 2 * left, line)
        text = self._of_tick.elidedText(words.cells[self._lines], Qt.TextElideMode.ElideRight, place.width())
        self._painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_scale(
        self,
        at: QPointF,
        line: float,
        texts: tuple[str, str, str],
        shades: tuple[float, float],
        is_round: bool,
    ) -> float:
        """A name, the lower end, the shades, the upper end; where it ends."""
        theme, painter, x = self._theme, self._painter, at.x()
        painter.setFont(self._tick)
        for part, text in enumerate(texts):
            if part == 2:
                place = QRectF(x, at.y() + 0.15 * line, theme.px(SCALE_PX), 0.7 * line)
                fade = QLinearGradient(place.topLeft(), place.topRight())
                for end in (0, 1):
                    fade.setColorAt(end, theme.blend("text", "canvas", shades[end]))
                painter.setBrush(fade)
                painter.setPen(
                    QPen(theme.blend("text", "canvas", OUTLINE_SHADE), 1.0)
                    if is_round
                    else QPen(QColor(Qt.GlobalColor.transparent))
                )
                radius = 0.35 * line if is_round else 0.0
                painter.drawRoundedRect(place, radius, radius)
                x = place.right() + theme.px(5)
            painter.setPen(theme.colour("dim"))
            wide = self._of_tick.horizontalAdvance(text)
            painter.drawText(QRectF(x, at.y(), wide + 2, line), Qt.AlignmentFlag.AlignVCenter, text)
            x += wide + theme.px(5)
        return x


def scales_width(words: MatrixWords, metrics: QFontMetricsF, theme: Theme) -> float:
    """What both scales take in one line, in px; `metrics` are those of their type."""
    texts = sum(map(metrics.horizontalAdvance, (*words.off_scale, *words.diagonal_scale)))
    return 2 * theme.px(MARGIN_PX) + texts + 2 * theme.px(SCALE_PX + 15) + theme.px(14)


def paint_frame(painter: QPainter, places: MatrixPlaces, pair: Pair, token: str, theme: Theme) -> None:
    """Frame a cell or a head; what is very small gets a larger frame."""
    place = places.place_of(pair)
    if not pair.is_cell:
        place = place.adjusted(2, 2, -2, -2)
    grow = max(0.0, (theme.px(10) - min(place.height(), place.width())) / 2)
    place = place.adjusted(-grow - 1, -grow - 1, grow, grow)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for pen in (QPen(theme.colour("canvas"), 4.0), QPen(theme.colour(token), 2.0)):
        painter.setPen(pen)
        painter.drawRect(place)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _mixed(shades: tuple[float, float], fill: float) -> float:
    return shades[0] + (shades[1] - shades[0]) * fill
