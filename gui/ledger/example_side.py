"""The example that is chosen, or pointed at: its picture, what the network says, its C and its place among all."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from core.exchange.table import Column
from gui.ledger.answer_bars import AnswerBars
from gui.ledger.answer_rows import AnswerRows
from gui.ledger.confidence_way_view import ConfidenceWayView
from gui.ledger.ledger_words import point_words
from gui.ledger.life_view import LifeView
from gui.ledger.wall_painter import sheet_image
from gui.network.painting.primitives import draw_pixels
from gui.theme.fitting_type import FittingType
from gui.theme.tokens import Theme
from gui.widgets.buttons import set_words, tab_button
from gui.widgets.figure import Figure
from gui.widgets.labels import new_label
from gui.widgets.layouts import column
from gui.widgets.painted import Painted
from gui.widgets.tabs_and_scrolling import scrolling, width_with_bar
from gui.widgets.translated import Translated

PICTURE_PX = 128.0
SIDE_ROOM_PX = 300.0
"""So high, at 100 %, is what is to be seen at once of an example: its picture, and what the network says."""


class ExamplePicture(Painted):
    """One example's pixels, as large as whole px have room for."""

    def __init__(self) -> None:
        super().__init__("ledger_picture", PICTURE_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._pixels: NDArray[np.uint8] | None = None

    def show_pixels(self, pixels: NDArray[np.uint8] | None) -> None:
        """(rows, columns), ink as 255; None where there is none, or it has not come yet."""
        self._pixels = pixels
        self.update()

    def figure(self) -> Figure | None:
        """The picture and its pixels: an example's, whatever the run."""
        if self._pixels is None:
            return None
        row, column = np.indices(self._pixels.shape).reshape(2, -1)
        columns = (
            Column("row", row + 1),
            Column("column", column + 1),
            Column("ink of 255", self._pixels.ravel()),
        )
        return self._figure_of(columns, is_of_run=False)

    def sizeHint(self) -> QSize:
        return QSize(round(self._theme.px(PICTURE_PX)), round(self._theme.px(PICTURE_PX)))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 40)

    def _paint(self, painter: QPainter) -> None:
        if self._pixels is None:
            return
        rows, columns = self._pixels.shape
        cell = max(1, min(self.height() // rows, self.width() // columns))
        place = QRectF((self.width() - columns * cell) // 2, 0, columns * cell, rows * cell)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        draw_pixels(painter, place, sheet_image(self._pixels, self._theme))


class ExampleSide(Translated, QWidget):
    """Passive; that it is to be seen in the network, or who taught it, is told."""

    network_wanted = Signal()
    influence_wanted = Signal()
    """Who taught the network its answer to the example is to be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ledger_example")
        self.picture = ExamplePicture()
        # In the picture's place, of an example that is none.
        self._numbers = new_label("ledger_example_numbers", wraps=True, is_plain=True)
        self._name = new_label("ledger_example_name", wraps=True, is_plain=True)
        self._answer = new_label("ledger_example_answer", wraps=True, is_plain=True)
        self._loss = new_label("ledger_example_loss", wraps=True, is_plain=True)
        self._rank = new_label("ledger_example_rank", role="caption", wraps=True, is_plain=True)
        self._show = tab_button(QPushButton(), "ledger_show", self.network_wanted)
        self._taught = tab_button(QPushButton(), "ledger_taught", self.influence_wanted)
        self.bars, self.way, self.life = AnswerBars(), ConfidenceWayView(), LifeView()
        self._mapping = new_label("ledger_example_mapping", role="caption", wraps=True, is_plain=True)
        parts = self.bars, self._loss, self._mapping, self._rank, self.way, self.life
        labels = self._name, self._answer, *parts
        content = QWidget()
        self._column = column(content, self.picture, self._numbers, *labels, self._show, self._taught)
        self._column.addStretch(1)
        # In large type all of it is higher than the window.
        area = scrolling("ledger_example_scroll", content)
        area.verticalScrollBar().valueChanged.connect(lambda _: self.bars.moved.emit())
        column(self, area)
        self._type = FittingType(
            self,
            lambda: width_with_bar(area, content.minimumSizeHint().width()),
            self._dress,
            content,
            SIDE_ROOM_PX,
        )
        self.show_example(None)
        self.show_outputs(None, "")
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes and type, which is no larger than its page has room for."""
        self._type.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._type.fit(self.width(), self.height())

    def _dress(self, theme: Theme) -> None:
        margin = round(theme.px(10))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(theme.px(8)))
        self.picture.set_theme(theme)
        self.way.set_theme(theme)
        self.life.set_theme(theme)
        self.bars.set_theme(theme)
        self._mapping.setFont(theme.font("caption"))
        self._numbers.setFont(theme.font("caption"))
        self._name.setFont(theme.font("caption"))
        self._answer.setFont(theme.font("body", bold=True))
        self._loss.setFont(theme.font("body"))
        self._rank.setFont(theme.font("caption"))

    def show_example(self, words: tuple[str, str, str, str] | None) -> None:
        """Its name, what the network says, its C and its place; None before one is chosen."""
        labels = self._name, self._answer, self._loss, self._rank
        texts = words or (point_words(), "", "", "")
        for label, text in zip(labels, texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.picture.setAccessibleDescription(self._name.text())
        self._show.setVisible(words is not None)
        self._taught.setVisible(words is not None)
        if words is None:
            self.show_numbers("")

    def show_pixels(self, pixels: NDArray[np.uint8] | None) -> None:
        """How it looks, (rows, columns); None where its picture has not come yet."""
        self.show_numbers("")
        self.picture.show_pixels(pixels)
        self.picture.show()

    def show_numbers(self, words: str) -> None:
        """What an example that is no picture is made of, in its place; "" for nothing, and no empty frame."""
        self.picture.show_pixels(None)
        self.picture.hide()
        self._numbers.setText(words)
        self._numbers.setVisible(bool(words))

    @property
    def subject(self) -> str:
        """Which example it shows, in words."""
        return self._name.text()

    def show_outputs(
        self, rows: AnswerRows | None, mapping: str, moment: tuple[int | None, int | None] = (None, None)
    ) -> None:
        """Its outputs as bars, and what C is made of where C does not say so itself; None for none.

        `moment` are the run and the update that they are of.
        """
        self.bars.show_rows(rows, moment)
        self._mapping.setText(mapping)
        self._mapping.setVisible(bool(mapping))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("The chosen example"))
        tip = self.tr("Back to the network, which shows this example (Enter)")
        set_words(self._show, self.tr("Show in the network"), tip)
        self._show.setToolTip(tip)
        tip = self.tr("The training examples that pulled its answer")
        set_words(self._taught, self.tr("Who taught it this?"), tip)
        self.picture.setAccessibleName(self.tr("Picture of the chosen example"))
        if not self._show.isVisibleTo(self):
            self.show_example(None)
