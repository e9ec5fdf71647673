"""Paints a confusion matrix: cells in greys, the diagonal in a shape of its own, names, numbers, and both scales."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from gui.ledger.class_rows import AT_RIGHT, ClassRowsPainter
from gui.ledger.gallery_order import ALL, Pair
from gui.ledger.matrix_colours import cell_colours, mixed
from gui.ledger.matrix_legend import OFF_SHADES, OUTLINE_SHADE, MatrixLegend, diagonal_shades
from gui.ledger.matrix_marks import Floats, MatrixMarks
from gui.ledger.matrix_places import WHOLE_FROM, MatrixPlaces
from gui.ledger.matrix_words import MatrixWords
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.theme.tokens import Theme
from gui.widgets.number_text import tenths

# From these shades on, text is not dim, and stands in the canvas's colour.
STRONG_FROM, INVERTED_FROM = 0.18, 0.45
# Of the height of two lines, what their figures need; and of that of one line, what a name needs.
LINES_SHARE, NAME_SHARE = 0.86, 0.8
# Of a cell's height, what is hatched where it has become fewer.
HATCHED_SHARE = 0.26
# What a cell's edges take beside a number, and those of the outlined one on the diagonal.
CELL_EDGES_PX, BOX_EDGES_PX = 3.0, 6.0
CENTRE = Qt.AlignmentFlag.AlignCenter


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
        self._diagonal_shades = diagonal_shades(self._is_small)
        # Of numbers in each cell.
        self._lines = 0
        self._colours = cell_colours(marks, theme, OFF_SHADES, self._diagonal_shades)
        self._bold = theme.font("caption", bold=True)
        self._of_caption, self._of_tick, self._of_bold = (
            QFontMetricsF(font) for font in (self._caption, self._tick, self._bold)
        )

    def paint(self, chosen: Pair) -> None:
        """All of it but the frames; the chosen pair's heads are bold."""
        self._paint_cells()
        self._paint_numbers()
        self._paint_heads(chosen)
        ClassRowsPainter(self._painter, self._theme, self._marks, self._places, self._words).paint()
        legend = MatrixLegend(
            self._painter, self._theme, self._words, self._diagonal_shades, self._marks.is_difference
        )
        legend.paint(self._places.bottom, self._width, self._lines, self._places.axis is not None)

    # --- cells

    def _paint_cells(self) -> None:
        marks, places, painter = self._marks, self._places, self._painter
        rows, columns = marks.counts.shape
        colours = self._colours.copy()
        diagonal = np.arange(rows)
        on_diagonal = colours[diagonal, diagonal]
        colours[diagonal, diagonal] = self._theme.rgb("canvas")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        first, last = places.cell(0, 0), places.cell(rows - 1, rows - 1)
        draw_pixels(painter, first.united(last), image_of(packed(colours[:, :rows])))
        if columns > rows:
            whole = places.cell(0, rows).united(places.cell(rows - 1, rows))
            draw_pixels(painter, whole, image_of(packed(colours[:, rows:])))
        if not self._is_small:
            self._paint_gaps(rows, columns)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._paint_diagonal(on_diagonal)
        if marks.is_difference:
            self._paint_fewer()

    def _paint_fewer(self) -> None:
        """Hatch the cells that have lost: not by hue, and also where there is no room for a sign."""
        brush = QBrush(self._theme.colour("canvas"), Qt.BrushStyle.BDiagPattern)
        for i, j in np.argwhere(self._marks.counts < 0).tolist():
            cell = self._places.cell(i, j)
            # At its foot, below the figures.
            high = cell.height() if self._is_small else HATCHED_SHARE * cell.height()
            self._painter.fillRect(cell.adjusted(0, cell.height() - high, 0, 0), brush)

    def _paint_gaps(self, rows: int, columns: int) -> None:
        places, painter = self._places, self._painter
        painter.setPen(QPen(self._theme.colour("canvas"), 1.0))
        for j in range(columns):
            x = places.column(j)[1] - 1
            painter.drawLine(QPointF(x, places.top), QPointF(x, places.bottom - 1))
        for i in range(rows):
            y = places.row(i)[1] - 1
            painter.drawLine(QPointF(places.left, y), QPointF(places.right - 1, y))

    def _paint_diagonal(self, colours: Floats) -> None:
        places, painter = self._places, self._painter
        outline = QPen(self._theme.blend("text", "canvas", OUTLINE_SHADE), 1.0)
        painter.setPen(Qt.PenStyle.NoPen if self._is_small else outline)
        radius = (0.5 if self._is_small else 0.3) * min(places.wide, places.high)
        for c, colour in enumerate(colours.astype(int).tolist()):
            cell = places.cell(c, c)
            painter.setBrush(QColor(*colour))
            place = cell if self._is_small else cell.adjusted(1, 1, -2, -2)
            painter.drawRoundedRect(place, radius, radius)

    def _paint_numbers(self) -> None:
        """In each cell its count and, below it, its share of the row, where there is room for all of them."""
        marks, places = self._marks, self._places
        counts = [[count_text(count, marks.is_difference) for count in own] for own in marks.counts.tolist()]
        font, metrics = self._caption, self._of_caption
        if counts_width(marks, metrics) > places.wide:
            font, metrics = self._tick, self._of_tick
        if counts_width(marks, metrics) > places.wide or 0.9 * metrics.height() > places.high:
            return
        # Lines of text are higher than their figures: two of them may come closer.
        lines = LINES_SHARE * (self._of_caption.height() + self._of_tick.height())
        shares = [
            [share_text(share, marks.is_difference) for share in own]
            for own in np.nan_to_num(marks.shares).tolist()
        ]
        widest = max((text for own in shares for text in own), key=len)
        has_shares = (
            lines <= places.high - 2
            and self._of_tick.horizontalAdvance(widest) <= places.wide - CELL_EDGES_PX
        )
        self._lines = 2 if has_shares else 1
        shift = lines / 4 if has_shares else 0.0
        self._painter.setFont(font)
        self._write(counts, -shift, "text")
        if has_shares:
            self._painter.setFont(self._tick)
            self._write(shares, shift, "dim")

    def _write(self, texts: list[list[str]], shift: float, token: str) -> None:
        """A text in the middle of each cell, so many px below it; readable on its shade."""
        painter, places = self._painter, self._places
        usual, strong = self._theme.colour(token), self._theme.colour("text")
        dark, faint = self._theme.colour("canvas"), self._theme.colour("dim")
        shades = mixed(OFF_SHADES, self._marks.fills)
        np.fill_diagonal(shades, STRONG_FROM)
        is_difference = self._marks.is_difference
        for i, own in enumerate(texts):
            top, bottom = places.row(i)
            for j, text in enumerate(own):
                if not text:
                    continue
                shade = shades[i, j]
                if is_difference and text != "0":
                    # Two hues are not as light as greys of the same shade.
                    ink = self._theme.colour(self._theme.readable_token(self._colours[i, j]))
                elif shade > INVERTED_FROM:
                    ink = dark
                elif shade >= STRONG_FROM:
                    ink = strong
                else:
                    ink = faint if text == "0" else usual
                painter.setPen(ink)
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
        has_says = places.axis is not None and all(
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


def paint_selected(painter: QPainter, places: MatrixPlaces, shares: Floats, theme: Theme) -> None:
    """At the foot of each cell of which something is selected a bar: as long as the share of it that is."""
    high = max(2.0, min(theme.px(4), 0.25 * places.high))
    painter.setPen(QPen(theme.colour("canvas"), 1.0))
    painter.setBrush(theme.colour("text"))
    for i, j in np.argwhere(shares > 0).tolist():
        cell = places.cell(i, j)
        wide = max(2.0, float(shares[i, j]) * (cell.width() - 2))
        painter.drawRect(QRectF(cell.left(), cell.bottom() - high - 1, wide, high))


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


def counts_width(marks: MatrixMarks, metrics: QFontMetricsF) -> float:
    """How wide cells have to be so that each count stands whole in its cell, in type of these metrics."""
    texts = [[count_text(count, marks.is_difference) for count in own] for own in marks.counts.tolist()]
    on = [own.pop(i) for i, own in enumerate(texts)]
    off = [text for own in texts for text in own]
    # Figures are all of one width, so that the longest text is the widest.
    parts = ((off, CELL_EDGES_PX), (on, BOX_EDGES_PX))
    return max(metrics.horizontalAdvance(max(part, key=len)) + edges for part, edges in parts if part)


def count_text(count: int, is_difference: bool) -> str:
    """A count; of a difference with its sign, but for 0."""
    sign = "" if not is_difference or not count else "+" if count > 0 else "−"
    return f"{sign}{abs(count):,}"


def share_text(share: float, is_difference: bool) -> str:
    """A share in percent, "" for 0; of a difference with its sign."""
    if share == 0 or (share < 0 and not is_difference):
        return ""
    sign = "" if not is_difference else "+" if share > 0 else "−"
    return sign + tenths(abs(share))
