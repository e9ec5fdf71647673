"""The map: how large y of the right answer was on average against how much it went up and down, example by example."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from core.analysis.selected_examples import Mask
from core.exchange.table import Column
from gui.ledger.confidence_map import (
    COLUMNS,
    MOST_SPREAD,
    ROWS,
    ConfidenceMapMarks,
    counts_of,
    step_from,
)
from gui.ledger.ledger_words import point_words
from gui.ledger.map_painter import corner_plates, paint_axes, paint_corners, paint_legend, shaded
from gui.ledger.selection_marks import outline
from gui.ledger.wall_order import NOBODY
from gui.network.painting.primitives import draw_lines, draw_pixels
from gui.theme.tokens import Theme
from gui.widgets.figure import Figure
from gui.widgets.own_keys import takes_key
from gui.widgets.painted import Painted

# What is below it is scrolled to where both have no room.
HEIGHT_PX, LEAST_WIDTH_PX = 210.0, 200.0
# So near an example is pointed at, in px; and how large the ring around one is.
REACH_PX, MARK_PX = 9.0, 5.0
STEP_OF = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class MapPicture(Painted):
    """Passive; who is pointed at, and who is chosen, is told."""

    pointed = Signal(int)
    """The pointer is over this example, by its row; `NOBODY` for none."""
    chosen = Signal(int)
    """This example is to be shown."""
    opened = Signal(int)
    """This example is to be shown in the network."""
    moved = Signal()
    """Examples stand elsewhere."""

    def __init__(self) -> None:
        super().__init__("ledger_map_picture", HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.frames_focus = True
        self.marks: ConfidenceMapMarks | None = None
        self._shaded: QImage | None = None
        self._selected: NDArray[np.bool_] | None = None
        self._row = self._pointed = NOBODY
        self._retranslate()

    def show_marks(self, marks: ConfidenceMapMarks | None) -> None:
        """Draw these; None for none."""
        self.marks, self._shaded = marks, None
        self.update()
        self.moved.emit()

    def show_chosen(self, row: int, words_of: Callable[[int], str]) -> None:
        """Mark this example; `words_of` says what is to be said of one."""
        self._row = row
        self.setAccessibleDescription(point_words() if row == NOBODY else words_of(row))
        self.update()

    def show_selected(self, mask: Mask | None) -> None:
        """These are selected, (N,): their cells are outlined; None for none."""
        marks, self._selected = self.marks, None
        if marks is not None and mask is not None and len(mask) == len(marks.cells):
            self._selected = counts_of(marks.cells, mask) > 0
        self.update()

    def figure(self) -> Figure | None:
        """The map with every example's mean and spread."""
        marks = self.marks
        if marks is None:
            return None
        places = marks.places
        columns = (
            Column("set", np.zeros(len(places.means), np.int8), names=("train",)),
            Column("index", np.arange(len(places.means))),
            Column("mean y", places.means),
            Column("standard deviation of y", places.deviations),
        )
        return self._figure_of(columns, run=marks.run)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's colours and sizes."""
        super().set_theme(theme)
        self._shaded = None

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(200, round(self._theme.px(HEIGHT_PX)))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._theme.px(LEAST_WIDTH_PX)), round(self._theme.px(HEIGHT_PX)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.moved.emit()

    def event(self, event: QEvent) -> bool:
        # The arrow keys are keys of the window's, too: here they choose.
        return takes_key(event, lambda asked: asked.key() in STEP_OF) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEP_OF:
            self._step(STEP_OF[key])
            self._read_at_rest()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._row != NOBODY:
            self.opened.emit(self._row)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.row_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and row != NOBODY:
            self.chosen.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if row != NOBODY:
            self.opened.emit(row)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(NOBODY)

    def focusInEvent(self, event: QEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.update()

    # --- places

    def place(self) -> QRectF:
        """The map itself: spread 0 to ½ from left to right, mean 0 to 1 upwards."""
        theme = self._theme
        metrics = QFontMetricsF(theme.font("tick"))
        line, left = metrics.height(), metrics.horizontalAdvance("0.75") + theme.px(10)
        width, height = self.width() - left - theme.px(16), self.height() - 4 * line
        return QRectF(left, 1.4 * line, max(1.0, width), max(1.0, height))

    def point_of(self, row: int) -> QPointF | None:
        """Where an example stands, in px; None where it does not."""
        marks, place = self.marks, self.place()
        if marks is None or not 0 <= row < len(marks.cells):
            return None
        return QPointF(
            place.left() + float(marks.places.deviations[row]) / MOST_SPREAD * place.width(),
            place.bottom() - float(marks.places.means[row]) * place.height(),
        )

    @property
    def spared(self) -> list[QRectF]:
        """Where no line may cross: the corners' names."""
        return [] if self.marks is None else [plate for plate, _ in corner_plates(self.place(), self._theme)]

    def row_at(self, at: QPointF) -> int:
        """The example nearest to this point, `NOBODY` where none is near."""
        marks, place = self.marks, self.place()
        if marks is None:
            return NOBODY
        reach = self._theme.px(REACH_PX)
        return marks.places.nearest(
            (place.bottom() - at.y()) / place.height(),
            (at.x() - place.left()) / place.width() * MOST_SPREAD,
            (reach / place.height(), reach / place.width() * MOST_SPREAD),
        )

    def _point(self, row: int) -> None:
        if row != self._pointed:
            self._pointed = row
            self.update()
            self.pointed.emit(row)

    def _step(self, step: str) -> None:
        """To the next occupied cell in this direction; from nobody to the fullest one."""
        marks = self.marks
        if marks is None or not len(marks.cells):
            return
        if 0 <= self._row < len(marks.cells):
            before = int(marks.cells[self._row])
            cell = step_from(marks.counts, before, step)
            if cell == before:
                return
        else:
            cell = int(marks.counts.argmax())
        self.chosen.emit(int(np.flatnonzero(marks.cells == cell)[0]))

    # --- painting

    def _paint(self, painter: QPainter) -> None:
        marks, place, theme = self.marks, self.place(), self._theme
        if marks is None:
            return
        if self._shaded is None:
            self._shaded = shaded(marks.counts, theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        draw_pixels(painter, place, self._shaded)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_axes(painter, place, theme)
        paint_corners(painter, place, theme)
        paint_legend(painter, place, int(marks.counts.max(initial=0)), theme)
        if self._selected is not None:
            cell = place.width() / COLUMNS, place.height() / ROWS
            painter.setPen(QPen(theme.colour("text"), theme.px(1.0)))
            draw_lines(painter, outline(self._selected[::-1], (place.left(), place.top()), cell))
        for row, token, size in ((self._pointed, "dim", MARK_PX), (self._row, "text", 1.4 * MARK_PX)):
            at = self.point_of(row)
            if at is not None:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                # A ring that is seen on every grey.
                for colour, wide in (("canvas", 5.0), (token, 2.0)):
                    painter.setPen(QPen(theme.colour(colour), theme.px(wide)))
                    painter.drawEllipse(at, theme.px(size), theme.px(size))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Map of mean and spread of y"))
        self.setWhatsThis(
            self.tr(
                "Every example of the training set by the y of its right answer at all exact measurements of the run:"
                " upwards the mean, to the right how far it went up and down (the standard deviation). The shade of a"
                " cell says how many examples are in it, on a logarithmic scale. Point at one to see it; a click, or"
                " the arrow keys, choose one; Enter shows it in the network. The bounds of the corners are the same for"
                " every run. After Swayamdipta et al., Dataset Cartography (2020). It finds no wrong labels: a hard"
                " example may only be hard."
            )
        )
        if self._row == NOBODY:
            self.setAccessibleDescription(point_words())
        self.update()
