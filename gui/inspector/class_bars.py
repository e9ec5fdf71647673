"""Which class a neuron prefers: its mean output for each class over the test set, as small bars."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from core.exchange.table import Column
from gui.ledger.unseen_hatch import paint_hatch
from gui.network.interaction.neuron_values import ClassMeans
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.number_text import compact, value_text
from gui.widgets.painted import Painted
from gui.widgets.sentence_text import clauses, enumerated, labelled, listed
from gui.widgets.translated import Translated

HEIGHT_PX, OUTLINE_PX = 76.0, 1.4
# The share of a class's slot that its bar takes.
BAR_SHARE = 0.66


class BarChart(Painted):
    """A bar for each class, up or down from 0; the displayed sample's class has an outline and a bold name.

    The place of a class without an example is hatched: it has no mean.
    """

    def __init__(self) -> None:
        super().__init__("class_means", HEIGHT_PX)
        self._means: ClassMeans | None = None

    def show_means(self, means: ClassMeans | None) -> None:
        """Show these."""
        if means is not self._means and means != self._means:
            self._means = means
            self.update()

    def figure(self) -> Figure | None:
        """The bars and their numbers."""
        means = self._means
        if means is None or not means.names:
            return None
        columns = Column("class", means.names), Column("mean output", means.mean)
        return self._figure_of(columns, update=means.update)

    def bar(self, place: int) -> QRectF:
        """The bar of a class, in px; without height where its mean is not finite."""
        assert self._means is not None
        low, high = self._range()
        area, slot = self._area(), self._slot(place)
        mean = self._means.mean[place]
        mean = mean if isfinite(mean) else 0.0
        zero = area.bottom() + low / (high - low) * area.height()
        top = zero - mean / (high - low) * area.height()
        side = slot.width() * (1 - BAR_SHARE) / 2
        return QRectF(slot.left() + side, min(top, zero), slot.width() * BAR_SHARE, abs(top - zero))

    def _paint(self, painter: QPainter) -> None:
        if self._means is None:
            return
        area = self._area()
        slots = [self._slot(place) for place in self._means.without_examples]
        hatched = [QRectF(slot.left(), area.top(), slot.width(), area.height()) for slot in slots]
        paint_hatch(painter, hatched, self._theme)
        for place, mean in enumerate(self._means.mean):
            painter.fillRect(self.bar(place), self._theme.colour("minus" if mean < 0 else "lit"))
        self._paint_zero(painter)
        for place in range(len(self._means.mean)):
            self._paint_name(painter, place, place == self._means.shown)
        self._paint_range(painter)

    def _paint_zero(self, painter: QPainter) -> None:
        low, high = self._range()
        area = self._area()
        zero = area.bottom() + low / (high - low) * area.height()
        painter.setPen(QPen(self._theme.colour("node"), 1.0))
        painter.drawLine(QPointF(area.left(), zero), QPointF(area.right(), zero))

    def _paint_name(self, painter: QPainter, place: int, is_shown: bool) -> None:
        assert self._means is not None
        theme, slot = self._theme, self._slot(place)
        font = theme.font("tick", bold=is_shown)
        name = QFontMetricsF(font).elidedText(
            self._means.names[place], Qt.TextElideMode.ElideRight, slot.width()
        )
        painter.setFont(font)
        painter.setPen(theme.colour("text" if is_shown else "dim"))
        if name != "…":
            below = QRectF(slot.left(), self._area().bottom(), slot.width(), self._line())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)
        if is_shown:
            painter.setPen(QPen(theme.colour("text"), OUTLINE_PX * theme.line_scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(slot.adjusted(1, 0, -1, 0))

    def _paint_range(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setFont(theme.font("tick"))
        painter.setPen(theme.colour("dim"))
        low, high = self._extremes()
        description = f"{compact(low)} … {compact(high)}" if low < high else "0"
        room = QRectF(4, 1, self.width() - 8.0, self._line())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, description)

    def _range(self) -> tuple[float, float]:
        """What stands at the bottom and at the top."""
        low, high = self._extremes()
        return (low, high) if low < high else (0.0, 1.0)

    def _extremes(self) -> tuple[float, float]:
        """The least and the largest mean; 0 is among them."""
        assert self._means is not None
        finite = [mean for mean in self._means.mean if isfinite(mean)]
        return min((0.0, *finite)), max((0.0, *finite))

    def _slot(self, place: int) -> QRectF:
        """All the room of one class."""
        assert self._means is not None
        area = self._area()
        width = area.width() / len(self._means.mean)
        return QRectF(area.left() + place * width, area.top() - 1, width, area.height() + self._line() + 1)

    def _line(self) -> float:
        return QFontMetricsF(self._theme.font("tick")).height()

    def _area(self) -> QRectF:
        line = self._line()
        return QRectF(self.rect()).adjusted(4, line + 3, -4, -line - 2)


class ClassBars(Translated, QWidget):
    """The bars, and what they are in words."""

    def __init__(self) -> None:
        super().__init__()
        self._means: ClassMeans | None = None
        self._caption, self.bars = new_label("class_means_caption", "caption", wraps=True), BarChart()
        self._heading = new_label(role="heading")
        self._column = column(self, self._heading, self._caption, self.bars)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        self._column.setSpacing(round(theme.px(4)))
        self.bars.set_theme(theme)

    def show_means(self, means: ClassMeans | None) -> None:
        """Show these; None where they are not known, and then there is nothing."""
        self._means = means
        self.bars.show_means(means)
        self._write()
        self.setVisible(means is not None)

    def _write(self) -> None:
        means = self._means
        if means is None:
            return
        caption = self.tr("over the test set, after update {update}").format(update=f"{means.update:,}")
        absent = means.without_examples
        names = enumerated(means.names[place] for place in absent)
        lacking = self.tr("no test example of {names}").format(names=names)
        if absent:
            caption = clauses([caption, labelled(self.tr("hatched"), lacking)])
        if self._caption.text() != caption:
            self._caption.setText(caption)
        description = [
            f"{name} {value_text(mean)}"
            for place, (name, mean) in enumerate(zip(means.names, means.mean, strict=True))
            if place not in absent
        ]
        if absent:
            description.append(lacking)
        if means.shown is not None:
            description.append(self.tr("the shown example is {name}").format(name=means.names[means.shown]))
        self.bars.setAccessibleDescription(listed(description))

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Mean output for each class"))
        self.bars.setAccessibleName(self.tr("Mean output for each class"))
        self.bars.setToolTip(
            self.tr(
                "For which class this neuron is strongest. The outlined one is the shown example's class."
            )
        )
        self._write()
