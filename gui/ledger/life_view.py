"""The life of the example that is chosen or pointed at: right or wrong at each presentation, as a row of marks."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.analysis.life_record import RIGHT, WRONG
from core.engine.example_messages import ExampleLife
from core.exchange.table import Column
from gui.ledger.life_marks import row_runs
from gui.ledger.life_words import row_words
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.painted import Painted
from gui.widgets.translated import Translated

HEIGHT_PX = 22.0
# The widest and the narrowest that a mark may be.
MARK_PX, LEAST_MARK_PX = 8.0, 3.0
# What each state is called in a file.
STATES = "in no batch", "wrong", "right"


class LifeRow(Painted):
    """A full bar where the answer was right, a cross where it was wrong, a dot where it was in no batch.

    Attributes
    ----------
    life : ExampleLife or None
    """

    def __init__(self) -> None:
        super().__init__("ledger_life_row", HEIGHT_PX)
        self.life: ExampleLife | None = None
        self._update: int | None = None

    @property
    def shown(self) -> int:
        """How many presentations are drawn, the newest of them at the right."""
        return self.shown_in(self.width())

    def shown_in(self, width: int) -> int:
        """How many there is room for in so many px."""
        if self.life is None:
            return 0
        return min(len(self.life.epochs), max(1, int(width / self._theme.px(LEAST_MARK_PX))))

    def show_life(self, life: ExampleLife | None, update: int | None = None) -> None:
        """Draw this one, as it is after so many updates."""
        self.life, self._update = life, update
        self.update()

    def figure(self) -> Figure | None:
        """The marks that have room, and every presentation that is kept."""
        life = self.life
        if life is None or not len(life.epochs):
            return None
        columns = (
            Column("set", ["train"] * len(life.epochs)),
            Column("index", np.full(len(life.epochs), life.row)),
            # Counted from 1, as on screen.
            Column("epoch", life.epochs + 1),
            Column("answer", life.states, names=STATES),
        )
        return self._figure_of(columns, run=life.run, update=self._update)

    def _paint(self, painter: QPainter) -> None:
        life, shown, theme = self.life, self.shown, self._theme
        if life is None or not shown:
            return
        _, states = row_runs(life.epochs, life.states, shown)
        wide, high = min(theme.px(MARK_PX), self.width() / shown), float(self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        middle, arm = high / 2, max(0.5, min(wide, high) / 2 - 2.0)
        for i, state in enumerate(states):
            place = QRectF(i * wide, 0, max(1.0, wide - 1), high)
            if state == RIGHT:
                painter.fillRect(place, theme.blend("text", "canvas", 0.55))
            elif state == WRONG:
                # Another shape, and not a colour.
                painter.setPen(QPen(theme.colour("lit"), theme.px(1.5)))
                x = place.center().x()
                painter.drawLine(QPointF(x - arm, middle - arm), QPointF(x + arm, middle + arm))
                painter.drawLine(QPointF(x - arm, middle + arm), QPointF(x + arm, middle - arm))
            else:
                painter.fillRect(QRectF(place.center().x(), middle, 1, 1), theme.colour("dim"))


class LifeView(Translated, QWidget):
    """Passive."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ledger_life")
        self.row = LifeRow()
        self._words = new_label("ledger_life_words", role="caption", wraps=True, is_plain=True)
        self._drawn = new_label("ledger_life_drawn", role="caption", wraps=True, is_plain=True)
        self._recorded = new_label("ledger_life_recorded", role="caption", wraps=True, is_plain=True)
        self._column = column(self, self.row, self._drawn, self._words, self._recorded)
        self.show_life(None, (), "")
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type."""
        self._column.setSpacing(round(theme.px(4)))
        self.row.set_theme(theme)
        for label in (self._words, self._drawn, self._recorded):
            label.setFont(theme.font("caption"))

    def show_life(
        self, life: ExampleLife | None, words: tuple[str, ...], recorded: str, update: int | None = None
    ) -> None:
        """Its presentations until so many updates, what is to be said of them, and what is recorded; "" for nothing."""
        self.row.show_life(life, update)
        drawn = self._drawn_words()
        for label, text in (
            (self._words, "\n".join(words)),
            (self._drawn, drawn),
            (self._recorded, recorded),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.row.setVisible(bool(drawn))
        self.row.setAccessibleDescription("\n".join((drawn, *words)))
        self.setVisible(bool(recorded))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Another width has room for more of them, or for fewer.
        self._drawn.setText(self._drawn_words())

    def _drawn_words(self) -> str:
        return "" if self.row.life is None else row_words(self.row.life, self.row.shown_in(self.width()))

    def _retranslate(self) -> None:
        self.row.setAccessibleName(self.tr("Right or wrong at each presentation"))
        tip = self.tr(
            "One mark for each time that the training had this example in a batch: a full bar where the network's"
            " answer was right then, a cross where it was wrong, a dot where it was in no batch of that epoch."
        )
        self.row.setToolTip(tip)
        self.row.setWhatsThis(tip)
