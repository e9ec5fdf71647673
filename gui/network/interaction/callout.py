"""The card beside a neuron or an edge that is pointed at: its numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from core.arrays import Array
from gui.network.geometry.shapes import Rect
from gui.network.interaction.neuron_values import EdgeValues, NeuronValues
from gui.network.interaction.weight_values import WeightValues
from gui.network.painting.primitives import draw_pixels, image_of, packed
from gui.theme.tokens import Theme
from gui.widgets.number_text import compact, percent, signed
from gui.widgets.sentence_text import labelled, listed
from gui.widgets.translated import Translated

PADDING = 10.0
CELL = 6.0
# Between the card and its neuron or edge.
DISTANCE = 14.0


@dataclass(frozen=True)
class Row:
    """One number of the card: its symbol, its value, what it is in words."""

    symbol: str
    value: str
    words: str


def edge_ends(values: EdgeValues) -> tuple[str, str]:
    """What an edge is called wherever it is spoken of: what it comes from, and what it leads to."""
    if not values.to_output:
        return values.source_title, values.target_unit
    output = QCoreApplication.translate("Callout", "output {name}")
    return values.source_title, output.format(name=values.target_name)


class Callout(Translated, QWidget):
    """A small painted card; the pointer passes through it."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("network_callout")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._parent_area = parent
        self._wanted_theme = self._theme = theme
        self._title = ""
        self._rows: tuple[Row, ...] = ()
        self._card: QPixmap | None = None
        self._values: NeuronValues | EdgeValues | WeightValues | None = None
        self.hide()

    # --- verbs

    def set_theme(self, theme: Theme) -> None:
        """Take colours, type and scale."""
        self._wanted_theme = self._theme = theme
        self._refresh()

    def show_values(self, values: NeuronValues | EdgeValues | WeightValues) -> None:
        """Tell a neuron's numbers, an edge's, or those of a weight that many edges share."""
        self._values = values
        self._refresh()

    def place(
        self, x: float, y: float, distance: float, room: Rect, avoid: Sequence[QRectF], prefer_left: bool
    ) -> None:
        """Stand beside the point (x, y), inside `room`, and over nothing of `avoid` where that is possible.

        The first of these that does: right (or left), left (or right), below, above. Where none does, it stands where
        there is more room beside the point, and may cover a part.
        """
        distance += self._theme.px(DISTANCE)
        width, height = self.width(), self.height()
        beside_y = min(max(y - height / 2, room.y), max(room.y, room.y + room.height - height))
        above_x = min(max(x - width / 2, room.x), max(room.x, room.x + room.width - width))
        right, left = QPointF(x + distance, beside_y), QPointF(x - distance - width, beside_y)
        below, above = QPointF(above_x, y + distance), QPointF(above_x, y - distance - height)
        sides = [left, right] if prefer_left else [right, left]
        inside = QRectF(room.x, room.y, room.width, room.height)
        for corner in [*sides, below, above]:
            card = QRectF(corner.x(), corner.y(), width, height)
            if inside.contains(card) and not any(card.intersects(part) for part in avoid):
                break
        else:
            has_more_right = room.x + room.width - x > x - room.x
            most_x = max(room.x, room.x + room.width - width)
            corner = QPointF(min(max((right if has_more_right else left).x(), room.x), most_x), beside_y)
        self.move(round(corner.x()), round(corner.y()))

    @property
    def text(self) -> str:
        """The card's text in one line: what a screen reader reads."""
        rows = listed(f"{row.symbol} = {row.value}" for row in self._rows)
        return labelled(self._title, rows) if rows else self._title

    @property
    def caption(self) -> str:
        """The line under the picture of a neuron's weights; "" without one."""
        weights = self._values.weights if isinstance(self._values, NeuronValues) else None
        if weights is None:
            return ""
        largest = float(np.abs(weights[np.isfinite(weights)]).max(initial=0.0))
        return self.tr("full colour at |w| = {scale}").format(scale=compact(largest))

    # --- words

    def _retranslate(self) -> None:
        self._refresh()

    def _neuron_rows(self, values: NeuronValues) -> tuple[Row, ...]:
        how = {"max": self.tr("largest a of its block"), "mean": self.tr("mean a of its block")}
        rows = [Row("z", signed(values.z), how.get(values.pooling, "Σ a·w + b"))]
        if values.winner:
            rows.append(Row("a", values.winner, self.tr("the largest, the first of equals")))
        if values.added is not None:
            rows.append(Row(values.added_symbol, signed(values.added), self.tr("added: residual connection")))
        words = self.tr("output {formula}") if values.is_output else self.tr("activation {formula}")
        rows.append(Row(values.symbol, values.output_text, words.format(formula=values.formula)))
        if values.b is not None:
            rows.append(Row("b", signed(values.b), self.tr("bias")))
        if values.delta is not None:
            rows.append(Row("δ", signed(values.delta), "∂C/∂z"))
        return tuple(rows)

    def _edge_rows(self, values: EdgeValues) -> tuple[Row, ...]:
        rows = [
            Row("w", signed(values.w), self.tr("weight")),
            Row("a·w", signed(values.signal), self.tr("signal, forwards")),
        ]
        if values.gradient is not None and values.alone is not None and values.sharing > 1:
            words = self.tr("sum of all {count} that share w")
            rows.append(Row("a·δ", signed(values.alone), self.tr("its part of ∂C/∂w")))
            if values.parts is not None:
                rows.append(
                    Row("Σ+", signed(values.parts.positive), self.tr("positive parts of all that share w"))
                )
                rows.append(Row("Σ−", signed(values.parts.negative), self.tr("negative parts")))
                if (agreement := values.parts.agreement) is not None:
                    words += " · " + self.tr("agreement {share}").format(share=percent(agreement))
            rows.append(Row("∂C/∂w", signed(values.gradient), words.format(count=f"{values.sharing:,}")))
        elif values.gradient is not None:
            rows.append(Row("∂C/∂w", signed(values.gradient), self.tr("gradient, stays")))
        if values.backpropagated is not None:
            rows.append(Row("w·δ", signed(values.backpropagated), self.tr("handed back")))
        return tuple(rows)

    def _refresh(self) -> None:
        values = self._values
        if values is None:
            return
        if isinstance(values, NeuronValues):
            self._title, self._rows = values.title, self._neuron_rows(values)
        elif isinstance(values, WeightValues):
            self._title, self._rows = values.title, tuple(Row(*row) for row in values.rows)
        else:
            self._title, self._rows = " → ".join(edge_ends(values)), self._edge_rows(values)
        self._card = None
        self._theme = self._wanted_theme
        self._resize_to_words()
        # Large type in a small window: the whole card in smaller type says more than a part of it.
        area = self._parent_area
        share = min(area.height() / self.height(), area.width() / self.width())
        if share < 1:
            self._theme = replace(self._theme, scale=self._theme.scale * share * 0.98)
            self._resize_to_words()
        self.update()

    # --- painting

    def _columns(self) -> tuple[float, float, float]:
        """Widths of symbols, numbers and words."""
        symbols = QFontMetricsF(self._theme.font("body", italic=True))
        numbers = QFontMetricsF(self._theme.font("body"))
        words = QFontMetricsF(self._theme.font("tick"))
        # Numbers change all the time: their column must not.
        return (
            max(symbols.horizontalAdvance(row.symbol) for row in self._rows),
            max(map(numbers.horizontalAdvance, ["−00.000", *(row.value for row in self._rows)])),
            max(words.horizontalAdvance(row.words) for row in self._rows),
        )

    def _resize_to_words(self) -> None:
        px = self._theme.px
        width = sum(self._columns()) + px(2 * PADDING + 20)
        title = QFontMetricsF(self._theme.font("caption", bold=True)).horizontalAdvance(self._title)
        width = max(width, title + px(2 * PADDING))
        height = px(2 * PADDING + 18 + 20 * len(self._rows))
        if isinstance(self._values, NeuronValues) and self._values.weights is not None:
            rows, columns = self._values.weights.shape
            height += px(CELL * rows + 22)
            width = max(width, px(CELL * columns + 2 * PADDING))
        self.resize(math.ceil(width), math.ceil(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the prepared card."""
        if self._card is None:
            self._card = self._draw_card(self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._card)

    def image(self, ratio: float) -> QImage:
        """The card in so many pixels a px."""
        return self._draw_card(ratio).toImage()

    def _draw_card(self, ratio: float) -> QPixmap:
        card = QPixmap(math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))
        card.setDevicePixelRatio(ratio)
        card.fill(Qt.GlobalColor.transparent)
        painter = QPainter(card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        below = self._paint_rows(painter)
        if isinstance(self._values, NeuronValues) and self._values.weights is not None:
            self._paint_weights(painter, self._values.weights, self._values.unused, below)
        painter.end()
        return card

    def _paint_frame(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.colour("line"), 1.0))
        painter.setBrush(self._theme.colour("panel"))
        radius = self._theme.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_rows(self, painter: QPainter) -> float:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.font("caption", bold=True))
        painter.setPen(theme.colour("text"))
        baseline = px(PADDING + 11)
        painter.drawText(QPointF(px(PADDING), baseline), self._title)
        symbol_width, number_width, _ = self._columns()
        symbol_font, number_font = theme.font("body", italic=True), theme.font("body")
        words_font = theme.font("tick")
        metrics = QFontMetricsF(number_font)
        for row in self._rows:
            baseline += px(20)
            painter.setPen(theme.colour("text"))
            painter.setFont(symbol_font)
            painter.drawText(QPointF(px(PADDING), baseline), row.symbol)
            painter.setFont(number_font)
            right = px(PADDING + 10) + symbol_width + number_width
            painter.drawText(
                QPointF(right - metrics.horizontalAdvance(row.value), baseline),
                row.value,
            )
            painter.setFont(words_font)
            painter.setPen(theme.colour("dim"))
            painter.drawText(QPointF(right + px(10), baseline), row.words)
        return baseline + px(10)

    def _paint_weights(
        self, painter: QPainter, weights: Array, unused: NDArray[np.bool_] | None, top: float
    ) -> None:
        theme, px = self._theme, self._theme.px
        rows, columns = weights.shape
        rect = QRectF(px(PADDING), top, px(CELL) * columns, px(CELL) * rows)
        paint_weights(painter, rect, weights, unused, theme)
        painter.setPen(QPen(theme.colour("line"), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        painter.setFont(theme.font("tick"))
        painter.setPen(theme.colour("dim"))
        painter.drawText(QPointF(rect.x(), rect.bottom() + px(14)), self.caption)


def paint_weights(
    painter: QPainter,
    rect: QRectF,
    weights: Array,
    unused: NDArray[np.bool_] | None,
    theme: Theme,
) -> None:
    """Weights (rows, columns) as a picture in `rect`; where the (n_in,) flags `unused` are theirs, those are crossed.

    A thin line leaves their colours to be read.
    """
    draw_pixels(painter, rect, weights_image(weights, theme))
    if unused is None or unused.size != weights.size:
        return
    side = rect.width() / weights.shape[1]
    painter.setPen(QPen(theme.colour("node"), 1.0))
    for place in np.flatnonzero(unused).tolist():
        row, column = divmod(place, weights.shape[1])
        cell = QRectF(rect.x() + column * side, rect.y() + row * side, side, side)
        painter.drawLine(cell.bottomLeft(), cell.topRight())


def weights_image(weights: Array, theme: Theme) -> QImage:
    """A picture of weights (rows, columns), one pixel each, in the colours of their sign.

    Full colour stands for the largest |w| of the picture; what is not finite is left in the canvas' colour.
    """
    finite = np.where(np.isfinite(weights), weights, 0.0).astype(np.float64)
    strength = np.abs(finite) / (np.abs(finite).max() or 1.0)
    canvas, plus, minus = theme.rgb("canvas"), theme.rgb("plus"), theme.rgb("minus")
    full = np.where((finite > 0)[..., None], plus, minus)
    return image_of(packed(np.rint(canvas + strength[..., None] * (full - canvas))))
