"""Where the gradient of a kernel's weight comes from, place by place, and the same of all weights of its kernel."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.analysis.weight_places import WeightPlaces
from core.exchange.table import Column
from gui.network.geometry.text_width import line_height
from gui.network.interaction.kernel_numbers import KernelNumbers
from gui.network.marks.edge_marks import SIGN_TOKENS
from gui.network.marks.kernel_marks import kernel_colours
from gui.network.marks.mark_types import TextMark
from gui.network.painting.painter import TextPainter
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.number_text import percent, signed
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import labelled, listed, sentences

# So many places are listed; the rest is counted.
MOST_PLACES = 8
ROW_PX, CELL_PX, HEAD_PX = 18.0, 36.0, 40.0


class WeightAccount(Painted):
    """A list of places, the largest first, and a table as the kernel has it; both of one snapshot."""

    def __init__(self) -> None:
        super().__init__("weight_account", 0.0)
        self._places: WeightPlaces | None = None
        self._numbers: KernelNumbers | None = None
        self._retranslate()

    def show_weight(self, places: WeightPlaces, numbers: KernelNumbers) -> None:
        """Tell of this weight, and of the kernel that it is one of."""
        self._places, self._numbers = places, numbers
        listed_places = min(MOST_PLACES, len(places.ranked))
        # Of no place that is said in a row's room.
        rows = 0 if places.part is None else max(1, listed_places) + (len(places.ranked) > MOST_PLACES)
        height = 2 * HEAD_PX + ROW_PX * rows + CELL_PX * len(numbers.gradient)
        if height != self._height_px:
            self._height_px = height
            self.setMinimumHeight(self.sizeHint().height())
            self.updateGeometry()
        self.setAccessibleDescription(self.text)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        super().set_theme(theme)
        self.setMinimumHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(120, round(self._theme.px(self._height_px)))

    @property
    def text(self) -> str:
        """The same in words."""
        if self._places is None or self._places.part is None:
            return ""
        part = self._places.part
        lines = (
            labelled(f"({row + 1}, {column + 1})", signed(float(part[row, column])))
            for row, column in self._places.ranked[:MOST_PLACES]
        )
        rest = labelled(self._others(), signed(self._rest())) if self._has_more else ""
        if not self._places.ranked:
            rest = self._nowhere()
        return sentences([self.tr("Where it comes from"), listed([*lines, rest])])

    @property
    def _has_more(self) -> bool:
        return self._places is not None and len(self._places.ranked) > MOST_PLACES

    def _others(self) -> str:
        assert self._places is not None
        count = max(0, len(self._places.ranked) - MOST_PLACES)
        return self.tr("{count} more").format(count=f"{count:,}")

    def _nowhere(self) -> str:
        return self.tr("a·δ is 0 at every place")

    def _rest(self) -> float:
        assert self._places is not None and self._places.part is not None
        return float(sum(self._places.part[at] for at in self._places.ranked[MOST_PLACES:]))

    def figure(self) -> Figure | None:
        """What each place adds, the largest first; where there is no gradient, the kernel's weights."""
        places, numbers = self._places, self._numbers
        if places is None or numbers is None:
            return None
        if places.part is None:
            rows, columns = np.indices(numbers.values.shape).reshape(2, -1)
            values = Column("w", numbers.values.ravel())
        else:
            rows, columns = np.array(places.ranked, np.int64).reshape(-1, 2).T
            values = Column("a·δ", places.part[rows, columns])
        # Counted from 1, as on screen.
        return self._figure_of((Column("row", rows + 1), Column("column", columns + 1), values))

    # --- painting

    def _paint(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self._theme.colour("window"))
        if self._places is None or self._numbers is None:
            return
        texts = TextPainter(self._theme)
        below = 0.0
        if self._places.part is not None:
            below = self._paint_places(painter, texts)
        self._paint_table(painter, texts, below)

    def _paint_places(self, painter: QPainter, texts: TextPainter) -> float:
        theme, px, width = self._theme, self._theme.px, float(self.width())
        places = self._places
        assert places is not None and places.part is not None
        line = line_height("caption", theme)
        marks = [
            TextMark(0, px(14), self.tr("Where it comes from"), "body", "text", bold=True),
            TextMark(0, px(14) + line, self.tr("place (row, column)"), "tick"),
            TextMark(width, px(14) + line, "a·δ", "tick", align="right", italic=True),
        ]
        ranked = places.ranked[:MOST_PLACES]
        largest = abs(float(places.part[ranked[0]])) if ranked else 1.0
        plus, minus = (theme.colour(token) for token in SIGN_TOKENS["gradient"])
        left, right = px(58), width - px(58)
        middle, y = (left + right) / 2, px(HEAD_PX)
        for row, column in ranked:
            value = float(places.part[row, column])
            length = value / largest * (right - left) / 2
            bar = QRectF(middle + min(0.0, length), y + px(4), abs(length), px(ROW_PX - 8))
            painter.fillRect(bar, plus if value > 0 else minus)
            base = y + 0.72 * px(ROW_PX)
            marks.append(TextMark(0, base, f"({row + 1}, {column + 1})", "caption", "text"))
            marks.append(TextMark(width, base, signed(value), "caption", "text", "right"))
            y += px(ROW_PX)
        if not ranked:
            y += px(ROW_PX)
            marks.append(TextMark(0, y - 0.28 * px(ROW_PX), self._nowhere(), "caption", "text"))
            texts.draw(painter, marks)
            return y
        painter.setPen(QPen(theme.colour("line"), 1.0))
        painter.drawLine(round(middle), round(px(HEAD_PX)), round(middle), round(y))
        if self._has_more:
            base = y + 0.72 * px(ROW_PX)
            marks.append(TextMark(0, base, self._others()))
            marks.append(TextMark(width, base, signed(self._rest()), align="right"))
            y += px(ROW_PX)
        texts.draw(painter, marks)
        return y

    def _paint_table(self, painter: QPainter, texts: TextPainter, top: float) -> None:
        theme, px, numbers = self._theme, self._theme.px, self._numbers
        assert numbers is not None and self._places is not None
        line, side = line_height("caption", theme), len(numbers.gradient)
        words = self.tr("∂C/∂w and its agreement") if self._places.part is not None else "w"
        marks = [
            TextMark(0, top + px(16), self.tr("All weights of the kernel"), "body", "text", bold=True),
            TextMark(0, top + px(16) + line, words, "tick", italic=True),
        ]
        values = numbers.gradient if self._places.part is not None else numbers.values
        kind = "gradient" if self._places.part is not None else "weight"
        largest = float(np.nanmax(np.abs(values), initial=0.0)) or 1.0
        colours = kernel_colours(np.nan_to_num(values / largest), kind, theme)
        wide, high, top = self.width() / side, px(CELL_PX), top + px(HEAD_PX)
        own = self._places.weight
        for weight, parts in zip(numbers.weights, numbers.parts, strict=True):
            cell = QRectF(weight.column * wide, top + weight.row * high, wide - 2, high - 2)
            colour = colours[weight.row, weight.column]
            painter.fillRect(cell, QColor(*colour.tolist()))
            token = theme.readable_token(colour)
            value, x = float(values[weight.row, weight.column]), cell.center().x()
            bold = weight == own
            text = signed(value, 2)
            number = TextMark(x, cell.y() + 0.44 * high, text, "tick", token, "centre", bold)
            if texts.width(number) > wide - 4:
                number = TextMark(number.x, number.y, signed(value, 1), "tick", token, "centre", bold)
            marks.append(number)
            if parts is not None and parts.agreement is not None:
                share = percent(parts.agreement)
                marks.append(TextMark(x, cell.y() + 0.82 * high, share, "tick", token, "centre"))
            if bold:
                painter.setPen(QPen(theme.colour("text"), 2.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(cell)
        texts.draw(painter, marks)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Where the weight’s gradient comes from"))
        self.setAccessibleDescription(self.text)
        self.update()
