"""Paints how a confusion matrix is to be read: the scale off the diagonal, that on it, and what stands in a cell."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen

from gui.ledger.matrix_words import MatrixWords
from gui.theme.tokens import Theme

# How much of the text's colour is in the canvas: where nothing stands and at full shade, off the diagonal and on it.
OFF_SHADES = 0.05, 0.85
DIAGONAL_SHADES = 0.10, 0.40
# Where cells are so small that there are no outlines, and no numbers in them.
SMALL_DIAGONAL_SHADES = 0.45, 1.0
OUTLINE_SHADE = 0.55
# Px of a scale at 100 %, and how many times as high as its type a line of the legend is.
SCALE_PX, LEGEND_LINE = 54.0, 1.25
MARGIN_PX = 6.0
"""Left of what stands at the left edge, at 100 %: there is room for the frame of who has the keyboard."""


def diagonal_shades(is_small: bool) -> tuple[float, float]:
    """The ends of the diagonal's scale; `is_small` is whether cells are too small for outlines."""
    return SMALL_DIAGONAL_SHADES if is_small else DIAGONAL_SHADES


class MatrixLegend:
    """Everything is painted by `paint`, in type of the size of ticks."""

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        words: MatrixWords,
        diagonal_shades: tuple[float, float],
        is_difference: bool = False,
    ) -> None:
        self._is_difference = is_difference
        self._painter, self._theme, self._words = painter, theme, words
        self._diagonal_shades = diagonal_shades
        self._tick = theme.font("tick")
        self._of_tick = QFontMetricsF(self._tick)

    def paint(self, below: float, width: float, lines: int, has_rows: bool) -> None:
        """Both scales, in one line where there is room, and what stands in a cell.

        Parameters
        ----------
        below, width : float
            Where the cells end, and what it may take, in px.
        lines : int
            Of numbers in a cell: 0, 1 or 2.
        has_rows : bool
            Whether recall, precision and share stand beside the rows; if not, it is said where they are found.
        """
        theme, words, left = self._theme, self._words, self._theme.px(MARGIN_PX)
        line, apart = LEGEND_LINE * self._of_tick.height(), theme.px(14)
        # Under the row of sums; where there is no room for that, a line of the legend takes its place.
        at = QPointF(left, below + theme.px(6) + (self._of_tick.height() if has_rows else 0.0))
        scales = (words.off_scale, OFF_SHADES, False), (words.diagonal_scale, self._diagonal_shades, True)
        fits = scales_width(words, self._of_tick, theme) <= width
        for texts, shades, is_round in scales:
            right = self._paint_scale(at, line, texts, shades, is_round)
            at = QPointF(right + apart, at.y()) if fits else QPointF(left, at.y() + line)
        last = at.y() + (line if fits else 0.0)
        self._painter.setPen(theme.colour("dim"))
        self._painter.setFont(self._tick)
        for text in (words.cells[lines],) if has_rows else (words.cells[lines], words.left_out):
            place = QRectF(left, last, width - 2 * left, line)
            text = self._of_tick.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            self._painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            last += line

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
                for at_share, token, shade in self._stops(shades):
                    fade.setColorAt(at_share, theme.blend(token, "canvas", shade))
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

    def _stops(self, shades: tuple[float, float]) -> tuple[tuple[float, str, float], ...]:
        """Where on a scale, which colour, and how much of it is in the canvas: as `matrix_colours` has them."""
        least, most = shades
        if self._is_difference:
            return (0.0, "grad_minus", most), (0.5, "text", least), (1.0, "grad_plus", most)
        return (0.0, "text", least), (1.0, "text", most)


def scales_width(words: MatrixWords, metrics: QFontMetricsF, theme: Theme) -> float:
    """What both scales take in one line, in px; `metrics` are those of their type."""
    texts = sum(map(metrics.horizontalAdvance, (*words.off_scale, *words.diagonal_scale)))
    return 2 * theme.px(MARGIN_PX) + texts + 2 * theme.px(SCALE_PX + 15) + theme.px(14)
