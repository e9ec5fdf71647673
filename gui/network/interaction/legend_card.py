"""The legend of all marks but the edges: a line that unfolds into a card, by pointing, a click or the keyboard."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.network.geometry.shapes import Rect
from gui.network.geometry.text_width import BASELINE, line_height, text_width, wrap
from gui.network.marks.legend_row import LegendRow
from gui.network.painting.legend_samples import paint_sample
from gui.network.painting.primitives import TRANSPARENT, new_image, painting
from gui.theme.tokens import Theme
from gui.widgets.keyboard_focus import KEYBOARD_REASONS, paint_focus
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.sentence_text import labelled, sentences
from gui.widgets.translated import Translated

PADDING = 10.0
SAMPLE = 44.0
# A line of words is at most so long, in px at 100 %.
LONGEST = 440.0
# Between the folded line and the frame of the keyboard around it.
BESIDE, ABOVE = 6.0, 4.0


class LegendCard(ReportsExceptions, QWidget):
    """A row for each kind of mark: a sample of it, its name, what it stands for. The mouse passes through it."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("legend_card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._rows: tuple[LegendRow, ...] = ()
        self._lines: list[tuple[LegendRow, tuple[str, ...]]] = []
        self.hide()

    @property
    def text(self) -> str:
        """All rows in one text: what a screen reader reads."""
        return sentences(labelled(row.name, row.words) for row in self._rows)

    def show_rows(self, rows: Sequence[LegendRow], theme: Theme, room: Rect, bottom: float) -> None:
        """Show these rows, as wide as they need and `room` allows, with the lower end at `bottom`."""
        if tuple(rows) == self._rows and theme == self._theme and self.y() + self.height() == round(bottom):
            return
        self._rows, self._theme = tuple(rows), theme
        longest = min(theme.px(LONGEST), room.width - theme.px(2 * PADDING + SAMPLE))
        self._lines = [(row, wrap(labelled(row.name, row.words), longest, "caption", theme)) for row in rows]
        width = max(
            (text_width(line, "caption", theme) for _, lines in self._lines for line in lines), default=0
        )
        count = sum(max(1, len(lines)) for _, lines in self._lines)
        height = (
            count * line_height("caption", theme) + len(self._lines) * theme.px(4) + theme.px(2 * PADDING)
        )
        self.resize(math.ceil(width + theme.px(2 * PADDING + SAMPLE)), math.ceil(height))
        self.move(round(room.x), max(0, round(bottom - self.height())))
        self.update()

    def image(self, ratio: float) -> QImage:
        """The card in so many pixels a px."""
        image = new_image(self.width(), self.height(), ratio, TRANSPARENT)
        image.fill(Qt.GlobalColor.transparent)
        with painting(image) as painter:
            self._paint(painter)
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        theme, step = self._theme, line_height("caption", self._theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1.0))
        painter.setBrush(theme.colour("panel"))
        radius = theme.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        y = theme.px(PADDING)
        for row, lines in self._lines:
            sample = Rect(theme.px(PADDING), y, theme.px(SAMPLE - PADDING), step)
            paint_sample(painter, row.key, sample, theme, row.kind)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("text"))
            for i, line in enumerate(lines):
                painter.drawText(QPointF(theme.px(PADDING + SAMPLE), y + (i + BASELINE) * step), line)
            y += max(1, len(lines)) * step + theme.px(4)


class LegendButton(Translated, QAbstractButton):
    """Lies over the folded line, which the view paints: it unfolds the legend while it is pointed at or has the focus.

    A click keeps it open, and a second one folds it again, as Escape does.
    """

    unfolded = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("legend_button")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggled.connect(self._tell)
        self._is_pointed_at = self._is_reached = False
        self._theme, self._network = Theme(), ""
        self._retranslate()

    @property
    def is_unfolded(self) -> bool:
        """Whether the card is wanted."""
        return self.isChecked() or self._is_pointed_at or self._is_reached

    @property
    def is_heard(self) -> bool:
        """Whether a screen reader may read it: also while it is folded where the keyboard is."""
        return self.is_unfolded or self.hasFocus()

    def show_at(self, line: Rect, theme: Theme) -> None:
        """Stand over this line, at least 24 px high, and so far around it that its frame touches no word."""
        self._theme = theme
        beside, height = theme.px(BESIDE), max(24.0, theme.px(24), line.height + 2 * theme.px(ABOVE))
        left, top = line.x - beside, line.y + (line.height - height) / 2
        self.setGeometry(round(left), round(top), max(24, round(line.width + 2 * beside)), round(height))

    def set_network(self, name: str) -> None:
        """Say whose legend it is where there are two; "" where there is one."""
        self._network = name
        legend = self.tr("Legend")
        self.setAccessibleName(labelled(name, legend) if name else legend)

    def show_description(self, text: str) -> None:
        """The whole legend in words, for who cannot see it."""
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    def _tell(self) -> None:
        if not self.is_heard:
            # It is renewed no more until then: numbers of another update would be heard.
            self.show_description("")
        self.unfolded.emit(self.is_unfolded)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_pointed_at = True
        self._tell()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._is_pointed_at = False
        self._tell()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_reached = event.reason() in KEYBOARD_REASONS
        self._tell()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._is_reached = False
        self._tell()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_unfolded:
            self._is_reached = False
            self.setChecked(False)
            self._tell()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() and self._is_reached:
            with painting(self) as painter:
                paint_focus(painter, self, self._theme)

    def _retranslate(self) -> None:
        self.setText(self.tr("Legend"))
        self.set_network(self._network)
        self.setWhatsThis(
            self.tr(
                "What colour, width and size stand for, with the numbers that are in force now, for every kind of mark"
                " that is on screen."
            )
        )
